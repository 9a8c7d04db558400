"""The pick-up list: a row for each badge, in the order of the badges, to be ticked off at the desk.

Rows are measured and placed here, sheet by sheet, before anything is typeset.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from mi_print.event.badges import Badge
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.template_api.fitted_title import FittedTitle
from mi_print.layout.text.typography import typographic
from mi_print.layout.typeset.typesetter import join
from mi_print.products.badges.batch import Batch
from mi_print.products.badges.selection import heading_of
from mi_print.products.data_places import DataPlaces
from mi_print.products.edition.artifact import Artifact
from mi_print.products.edition.composer import Composer, composer_of
from mi_print.products.edition.finish import finish
from mi_print.products.orders.request import Purpose

_CHUNK = 8  # sheets that are one document: the typesetter takes longer for a page of a longer one
_HEIGHT, _BASELINE = 21.0, 14.0  # points: of a row of one line, and of its first line in it
_MOST = 4  # lines
_FLOOR = 6.0  # points


@dataclass(frozen=True, slots=True)
class PickUpRow:
    """A badge, its texts as they are set, and its place below the first rule, in points.

    `heading` is the letter under which it stands, of the first row of a letter or of a sheet; a
    spare has no name.
    """

    badge: Badge
    heading: FittedTitle | None
    name: FittedTitle | None
    affiliation: FittedTitle | None
    role: FittedTitle
    height: float
    top: float = 0.0
    baseline: float = _BASELINE


@dataclass(frozen=True, slots=True)
class PickUpSheet:
    """The rows of a sheet, its number of how many, and the first and last letter on it."""

    rows: list[PickUpRow]
    range: str
    number: int = 1
    count: int = 1


@dataclass(frozen=True, slots=True)
class PickUpTable:
    """Sets the rows of a list.

    Attributes:
        badges: in their order, the spares last.
        order: what they are sorted by: name, family, role, or file.
        context: the measures of the layout.
    """

    badges: Sequence[Badge]
    order: str
    context: LayoutContext

    def pages(
        self, *, height: float, heading: float, name: float, affiliation: float, role: float
    ) -> list[PickUpSheet]:
        """Return the sheets.

        Args:
            height: of a sheet's rows, in points.
            heading: how wide the column of letters is.
            name: that of names.
            affiliation: that of affiliations.
            role: that of roles.
        """
        sheets: list[list[PickUpRow]] = [[]]
        headings: list[list[str]] = [[]]
        top = 0.0
        for badge in self.badges:
            said = self._heading(badge)
            row = self._row(badge, name, affiliation, role)
            if top + row.height > height and sheets[-1]:
                sheets.append([])
                headings.append([])
                top = 0.0
            if said and said not in headings[-1]:
                headings[-1].append(said)
                letter = self.context.fitted(said, "chair-name", heading, 1, floor=_FLOOR)
                row = replace(row, heading=letter)
            sheets[-1].append(replace(row, top=top))
            top += row.height
        return [
            PickUpSheet(
                rows, "–".join(dict.fromkeys((said[0], said[-1]))) if said else "", at, len(sheets)
            )
            for at, (rows, said) in enumerate(zip(sheets, headings, strict=True), 1)
        ]

    def _heading(self, badge: Badge) -> str:
        if badge.blank or self.order in {"file", "role"}:
            return ""
        return heading_of(badge, self.order, self.context.locale)

    def _row(self, badge: Badge, name: float, affiliation: float, role: float) -> PickUpRow:
        fitted = partial(self.context.fitted, floor=_FLOOR, lang=badge.lang or "")
        said = self.context.locale.word(f"role-{badge.role}")
        called = (
            fitted(typographic(badge.name), "chair-strong", name, _MOST, hyphens=False)
            if badge.name
            else None
        )
        place = (
            fitted(typographic(badge.affiliation), "text", affiliation, _MOST)
            if badge.affiliation
            else None
        )
        does = self.context.fitted(said, "text", role, _MOST, floor=_FLOOR)
        texts = [each for each in (called, place, does) if each]
        more = max((len(each.lines) - 1) * each.face.leading for each in texts)
        return PickUpRow(badge, None, called, place, does, _HEIGHT + more)


def make(batch: Batch, order: str) -> Artifact:
    """Make the list of some badges.

    Raises:
        InputError: a name fits in no type, or the layout is wrong.
    """
    places = DataPlaces.of(batch.loaded)
    composer = composer_of(batch.job, batch.event, places)
    table = PickUpTable(batch.badges, order, composer.context)
    brief = batch.request.purpose is Purpose.LAY_OUT
    pages = [
        composer.typeset(part, html) for part, html in _documents(composer, table, brief=brief)
    ]
    made = finish(join(pages), batch.job, batch.request.written, batch.setup, places)
    left = (
        ("the other sheets of the pick-up list",) if brief and len(made.page_map) >= _CHUNK else ()
    )
    return replace(made, problems=(*composer.notes, *made.problems), not_laid_out=left)


def _documents(composer: Composer, table: PickUpTable, *, brief: bool) -> Iterator[tuple[str, str]]:
    """Yield each part and its HTML, some sheets at a time; of a brief run the first ones alone."""
    for part in composer.job.layout.manifest.parts:
        sheets: list[PickUpSheet] = []
        start = 0
        while start == 0 or (start < len(sheets) and not brief):
            some = partial(_some, table, sheets, start)
            variables = {"workshop": composer.event.workshop, "pick_up_pages": some}
            yield part, composer.compose(part, variables)
            start += _CHUNK


def _some(
    table: PickUpTable, sheets: list[PickUpSheet], start: int, **room: float
) -> list[PickUpSheet]:
    """Return some of the sheets, which are set when they are first asked for."""
    if not sheets:
        sheets += table.pages(**room)
    return sheets[start : start + _CHUNK]
