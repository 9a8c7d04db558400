"""The rows of a room's day in some type, each as high as its texts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from mi_print.event.model import Kind, Session
from mi_print.layout.grid import HALF_CAP
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.text.balance import Division, balanced
from mi_print.layout.text.pango import Face, measure
from mi_print.products.schedule.session_text import QUIET, SessionText
from mi_print.products.signage.rooms.door_hours import DoorHours
from mi_print.products.signage.rooms.text_block import TextBlock, text_block

_DISPLAY, _DISPLAY_FROM = "Inter Display", 24.0  # points
_APART = 0.95  # points between the ink of a row and its rules, at the least
_CLEAR = 0.065  # em between the rule above a row and its ink
_DESCENDER = 0.21  # em
_UNDER = 0.12  # em: white below a title that stands below who speaks, at the least
_RULE = 0.75  # points: of page.css
_BESIDE = 0.6  # em between a time and what follows it
_COLUMNS, _TIME, _WHO = 12, 2, 4
_TIME_STEP, _WHO_STEP, _QUIET_STEP, _TITLE_STEP = (
    "door-time",
    "door-strong",
    "door-text",
    "door-title",
)
_MANY = 4  # lines of names; more, or of a title more than one, take both columns


@dataclass(frozen=True, slots=True)
class DoorType:
    """The type of a day's rows, in points: `size` of times and names, `line` a row's least height.

    A title may stand `below` who speaks.
    """

    size: float
    leading: float
    line: float
    title: float
    title_leading: float
    below: bool = False

    @property
    def raised(self) -> float:
        """How far above the middle of its line a text is drawn: ink is in the middle of a row."""
        least = (self.line - _RULE + (2 * HALF_CAP - _DESCENDER) * self.size) / 2
        return max(0.0, self.leading / 2 + HALF_CAP * self.size - least)


TYPES = (
    DoorType(80, 86, 92, 64, 72, below=True),
    DoorType(66, 71, 76, 54, 61, below=True),
    DoorType(52, 56, 60, 44, 50, below=True),
    DoorType(38, 42, 45, 34, 40, below=True),
    DoorType(32, 35.5, 38, 29, 34, below=True),
    DoorType(26, 28.5, 31, 23, 27),
    DoorType(19, 21, 22.5, 17, 20),
    DoorType(19, 21, 22.5, 16, 19.5),
    DoorType(19, 21, 22.5, 15, 19),
)
"""The largest first."""

USUAL = TYPES[-3:]
"""Those of a day in which some rows must be higher than their time is long."""

SMALLEST = DoorType(14, 16, 17.5, 12, 15)
"""For words that nothing divides."""


@dataclass(frozen=True, slots=True)
class DoorRow:
    """A session, a pause, or the end of the day.

    Attributes:
        time: when it begins; without a line below a row that begins then.
        who: who speaks, or what it is; without a line of a pause.
        title: of what somebody speaks.
        quiet: whether nobody speaks.
        wide: whether who speaks takes both columns, and the title stands below.
        height: in points.
        fits: whether no line is wider than its column.
    """

    time: TextBlock
    who: TextBlock
    title: TextBlock
    quiet: bool
    wide: bool
    height: float
    fits: bool = True

    @property
    def tall(self) -> bool:
        """Whether it has several lines."""
        return max(len(self.who.lines), len(self.title.lines)) > 1 or (
            self.wide and bool(self.title.lines)
        )


@dataclass(frozen=True, slots=True)
class DoorRows:
    """Sets the rows of a day.

    Attributes:
        context: the measures of the layout.
        text_of: what a row says of a session.
    """

    context: LayoutContext
    text_of: Callable[[Session], SessionText]

    def columns(self, day: Sequence[DoorHours], kind: DoorType) -> tuple[float, float, float]:
        """Return the widths of the columns, that of the times as the longest needs it.

        They are of times, of names, and of titles, each with the gutter behind it.
        """
        grid, face = self.context.grid, self._face(_TIME_STEP, kind)
        need = max(measure(time, face).width for time in self._times(day)) + _BESIDE * kind.size
        step = grid.column + grid.gutter
        count = next(n for n in range(_TIME, _COLUMNS) if n * step >= need)
        return count * step, _WHO * step, grid.measure - (count + _WHO) * step

    def rows(
        self,
        day: Sequence[DoorHours],
        kind: DoorType,
        columns: tuple[float, float, float] | None = None,
        *,
        ends: bool = True,
    ) -> list[DoorRow]:
        """Return rows as high as their texts; the last may be where the day `ends`.

        What begins at the same time as the row above it, as a first talk, has no time of its own.
        """
        columns = columns or self.columns(day, kind)
        above = [None, *(each.starts if each.session else None for each in day)]
        rows = [
            self._row(each, [time] if each.starts != before else [], kind, columns)
            for each, time, before in zip(day, self._times(day), above, strict=False)
        ]
        if ends and day[-1].session is None:
            word = [self.context.locale.word("day-ends")]
            rows[-1] = self._set(self._times(day)[-1:], kind, (word, []), quiet=True, wide=True)
        return rows

    def _times(self, day: Sequence[DoorHours]) -> list[str]:
        return self.context.locale.clocks([each.starts.time() for each in day])

    def _row(
        self,
        each: DoorHours,
        begins: list[str],
        kind: DoorType,
        columns: tuple[float, float, float],
    ) -> DoorRow:
        session = each.session
        if session is None:
            return self._set(begins, kind, ([], []), quiet=True, wide=True)
        text = self.text_of(session)
        nobody = session.kind is Kind.TALK and session.within and not session.speakers
        quiet = session.kind in QUIET or bool(nobody)
        said = text.what
        if session.remote:
            said = f"{said} ({self.context.locale.word('by-video')})".lstrip()
        strong = self._face(_QUIET_STEP if quiet else _WHO_STEP, kind)
        light = self._face(_TITLE_STEP, kind)
        lang = session.lang or self.context.lang
        _, names, titles = columns
        beside = names - self.context.grid.gutter
        who = balanced(text.who, beside, strong, self.context.lang, Division.JOINTS)
        many = len(who) > (_MANY if session.speakers else 1)
        parted = len(session.speakers) > 1 and self._parted(text.who, strong, beside)
        wide = kind.below or not said or many or parted or self._widest(who, strong) > beside
        if wide:
            division = Division.JOINTS if session.speakers else Division.HYPHENS
            division = Division.WORDS if kind.below else division
            titles += names
            beside = titles
            who = balanced(text.who, beside, strong, lang, division)
        division = Division.WORDS if kind.below else Division.HYPHENS | Division.LETTERS
        what = balanced(said, titles, light, lang, division) if said else []
        fits = self._widest(who, strong) <= beside and self._widest(what, light) <= titles
        row = self._set(begins, kind, (who, what), quiet=quiet, wide=wide)
        return replace(row, fits=fits)

    def _parted(self, names: str, face: Face, width: float) -> bool:
        """Return whether one of several names is wider than a line."""
        return any(self._widest([name], face) > width for name in names.split(" "))

    def _widest(self, lines: Sequence[str], face: Face) -> float:
        return max((measure(line, face, self.context.lang).width for line in lines), default=0.0)

    def _set(
        self,
        begins: list[str],
        kind: DoorType,
        texts: tuple[list[str], list[str]],
        *,
        quiet: bool,
        wide: bool,
    ) -> DoorRow:
        """Return a row as high as its lines, which keep clear of its rules and of each other."""
        time = self._text(begins, _TIME_STEP, kind)
        who = self._text(texts[0], _QUIET_STEP if quiet else _WHO_STEP, kind)
        title = self._text(texts[1], _TITLE_STEP, kind)
        beside = [text for text in ((time, who) if wide else (time, who, title)) if text.lines]
        clear = max(_APART, _CLEAR * kind.size)
        above = kind.raised + clear
        baseline = max(max(text.ascent + above, text.above) for text in beside)
        time, who = time.on(baseline), who.on(baseline)
        if title.lines:
            title = title.under(who) if wide else title.on(baseline)
        foot = max(text.lowest for text in (time, who, title) if text.lines)
        boxes = max(text.foot for text in (time, who, title))
        below = _UNDER * kind.size if wide and title.lines else 0.0
        least = max(kind.line, foot + _APART, boxes + _RULE + below)
        return DoorRow(time, who, title, quiet, wide, least)

    def _text(self, lines: list[str], step: str, kind: DoorType) -> TextBlock:
        return text_block(lines, self._face(step, kind), self.context.lang)

    def _face(self, step: str, kind: DoorType) -> Face:
        face = self.context.face(step)
        size, leading = (
            (kind.title, kind.title_leading) if step == _TITLE_STEP else (kind.size, kind.leading)
        )
        family = _DISPLAY if step == _WHO_STEP and size >= _DISPLAY_FROM else face.family
        return replace(face, size=size, leading=leading, family=family)
