"""The flyer's page as numbers: how high its panel is, and where everything stands.

The text takes rows from the panel's field, down to its least; then sizes step down to their
least; then items give way, in the order of the manifest.  Where there is little to say, all text
is larger as long as the field keeps its rows.  What is left over is the title's and the field's.
All places are in points from the trim's top left corner, y down.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mi_print.event.model import Call, Event, Sponsor
from mi_print.layout.package.manifest import Copyfit
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.template_api.fitted_title import FittedTitle
from mi_print.layout.template_api.logos import LogoRows
from mi_print.products.flyer.flyer_blocks import FlyerBlock, blocks
from mi_print.products.flyer.flyer_title import (
    EventNotes,
    Headline,
    TitleRoom,
    event_notes,
    foot,
    headline,
    title,
)
from mi_print.products.flyer.give_way import CutPart, MoreWords, shortened
from mi_print.products.flyer.set_bands import MadeBlocks, PlacedBlock, SetBands, TextSetter
from mi_print.products.flyer.set_items import SetType

_HEAD = 72.0
"""Points from the panel's foot to the first text: the headline in one line, and a rule."""
_CLEAR = 11.0
"""Points of white between the title's ink and the field."""
_TITLE_LINES = 3
"""Of the step `poster`: what a title may take before anything else does."""
_TITLE_ROWS = 9
"""Rows of the field that a title leaves which is smaller than its step."""
_TEXT_STEP = 0.5
"""Points by which the text gets smaller."""
_LARGER = (3.0, 2.0, 1.0)
"""Points by which all text is larger where there is little to say."""
_LOGO_GAP = 18.0
_LITTLE = 0.05
"""How much the cost of an arrangement counts where room is scarce."""


@dataclass(frozen=True, slots=True)
class FlyerField:
    """The panel's field: so many rows of that pitch, which end on the panel's foot."""

    top: float
    rows: int
    pitch: float


@dataclass(frozen=True, slots=True)
class FlyerPage:
    """Where everything on the flyer stands.

    Attributes:
        panel: the foot of the panel.
        field: within it.
        title: of the page.
        notes: beside the title.
        headline: below the panel.
        blocks: below that.
        size: of the text.
        cut: parts that leave items out.
    """

    panel: float
    field: FlyerField
    title: FittedTitle
    notes: EventNotes
    headline: Headline
    blocks: Sequence[PlacedBlock]
    size: float
    cut: Sequence[CutPart]


@dataclass(frozen=True, slots=True)
class _PageHeights:
    """How the height of the page is divided.

    Attributes:
        top: of the title.
        bottom: of the text.
        head: from the panel's foot to the first text.
        notes: the foot of what stands beside the title.
        pitch: of the field's rows.
    """

    top: float
    bottom: float
    head: float
    notes: float
    pitch: float

    def text(self, title: float, rows: float) -> float:
        """Return how high the text may be below a title with that foot and so many rows."""
        return self.bottom - self.head - max(title, self.notes) - _CLEAR - rows * self.pitch

    def title(self, text: float, rows: float) -> float:
        """Return how high the title may be above a text so high and so many rows."""
        return self.panel(text) - rows * self.pitch - _CLEAR - self.top

    def rows(self, title: float, text: float) -> int:
        """Return how many rows have room between them."""
        return int((self.panel(text) - max(title, self.notes) - _CLEAR) / self.pitch + 1e-6)

    def panel(self, text: float) -> float:
        """Return the foot of the panel."""
        return self.bottom - text - self.head


class FlyerPlanner:
    """Tries sizes and cuts until the text has room."""

    def __init__(self, event: Event, call: Call, context: LayoutContext, copyfit: Copyfit) -> None:
        """Measure what does not depend on the size of the text."""
        self._event, self._call, self._context, self._copyfit = event, call, context, copyfit
        grid, locale = context.grid, context.locale
        self._notes = event_notes(event.workshop, context)
        zone = " AoE" if call.deadline.zone == "AoE" else ""
        due = locale.word("due", date=locale.full_day(call.deadline.date) + zone)
        self._headline = headline(locale.word("call-for-papers"), due, context)
        self._heights = _PageHeights(
            top=grid.top,
            bottom=grid.top + grid.lines * grid.base,
            head=_HEAD + (self._headline.lines - 1) * self._headline.face.leading,
            notes=grid.top + self._notes.height,
            pitch=(grid.column + grid.gutter) / 3,
        )
        self._rest = float(context.spec.values["field-rows"])
        self._poster = context.face("poster")
        self._made: dict[float, MadeBlocks] = {}

    def page(self) -> FlyerPage:
        """Return the page of all items, or of as many as have room in the least size."""
        every = blocks(self._event, self._call, self._context.locale)
        sizes = list(self._sizes())
        for size in sizes:
            set_text = self._set(every, size)
            if set_text.fits:
                return self._page(self._larger(every, set_text), ())
        words = MoreWords(self._event.workshop, self._context.locale)
        kept, cut = shortened(
            every,
            self._copyfit.gives_way,
            lambda fewer: self._set(fewer, sizes[-1], loose=False).fits,
            words,
        )
        return self._page(self._set(kept, sizes[-1], loose=False), cut)

    def _sizes(self) -> Iterator[float]:
        size = self._context.face("text").size
        while size > self._copyfit.least_text:
            yield size
            size -= _TEXT_STEP
        yield self._copyfit.least_text

    def _larger(self, of: Mapping[str, FlyerBlock], usual: "_Text") -> "_Text":
        """Return the text in the largest size that leaves the field its rows, as well arranged."""
        if not usual.little:
            return usual
        size = self._context.face("text").size
        tried = (self._set(of, size + more) for more in _LARGER)
        good = (each for each in tried if each.little and each.text.cost <= usual.text.cost)
        return next(good, usual)

    def _set(self, of: Mapping[str, FlyerBlock], size: float, *, loose: bool = True) -> "_Text":
        """Return the text in a size, in the usual arrangement unless another is worth it.

        Args:
            of: the blocks.
            size: of the text.
            loose: whether to try first what looks best, if not what is lowest.
        """
        face, lang = self._context.face, self._context.lang
        share = min(1.0, size / face("text").size)
        setter = TextSetter(
            of,
            self._call.submit,
            self._context.grid,
            SetType(face("text"), face("strong"), lang, self._logos).sized(size),
            face("address"),
            self._heights.pitch,
            self._made.setdefault(size, {}),
        )
        room = TitleRoom(share * _TITLE_LINES * self._poster.leading, self._poster.size)
        title = self._title(room)
        most = self._heights.text(self._foot(title), self._copyfit.least_rows)
        rest = self._heights.text(self._foot(title), self._rest)
        for weight in (1.0, _LITTLE) if loose else (_LITTLE,):
            text = setter.best(weight, rest)
            if text.height <= most:
                break
        return _Text(setter, text, title, room, text.height <= most, text.height <= rest)

    def _logos(self, sponsors: Sequence[Sponsor], width: float, area: float) -> LogoRows:
        return self._context.logo_rows(sponsors, width, area=area, gap=_LOGO_GAP)

    def _title(self, room: TitleRoom) -> FittedTitle:
        return title(self._event.workshop, self._context, room)

    def _foot(self, found: FittedTitle) -> float:
        return foot(found, self._heights.top, self._context.lang)

    def _page(self, of: "_Text", cut: Sequence[CutPart]) -> FlyerPage:
        """Return the page with what the text leaves given to the title and the field."""
        height = of.text.height
        found = self._grown(of)
        panel, rows = self._heights.panel(height), self._heights.rows(self._foot(found), height)
        rows = max(rows, 0)
        self._context.coarse.clear()  # what was tried, and is not printed
        pitch = self._heights.pitch
        return FlyerPage(
            panel=panel,
            field=FlyerField(panel - rows * pitch, rows, pitch),
            title=found,
            notes=self._notes,
            headline=self._headline,
            blocks=list(of.setter.placed(of.text, panel + self._heights.head)),
            size=of.setter.set_type.size,
            cut=cut,
        )

    def _grown(self, of: "_Text") -> FittedTitle:
        """Return the title as large as the field's rest allows; a small one takes some of that."""
        own = len(of.title.lines) * of.title.face.size * self._poster.leading / self._poster.size
        height = max(own, self._heights.title(of.text.height, self._rest))
        largest = self._copyfit.largest_title
        while (found := self._title(TitleRoom(height, largest))).face.size > self._poster.size:
            if self._heights.rows(self._foot(found), of.text.height) >= self._rest:
                break
            largest = found.face.size - 1
        if found.face.size >= self._poster.size:
            return found
        height = max(height, self._heights.title(of.text.height, _TITLE_ROWS))
        return self._title(TitleRoom(height, self._poster.size))


class _Text(NamedTuple):
    """Text that is set, the title above it, whether both have room, and the field all its rows."""

    setter: TextSetter
    text: SetBands
    title: FittedTitle
    room: TitleRoom
    fits: bool
    little: bool
