"""A poster session's papers in the columns of its sheets.

How high each entry is can be counted, so the columns are filled here: as short as they can be,
and so balanced, in the largest type with which they fit.  What one sheet has no room for in the
smallest type goes on others.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from mi_print.event.queries import PosterSession
from mi_print.layout.template_api.context import LayoutContext
from mi_print.products.signage.poster_columns import (
    PosterColumns,
    PosterListArea,
    PosterListContent,
    PosterListItem,
    PosterListSetting,
)

SCALES = tuple(round(0.7 * 1.03**step, 4) for step in range(59, -1, -1))
"""What type is tried at, of its wished size: from four times as large down to 70 %."""

_AS_IT_WAS = tuple(scale for scale in SCALES if scale < 1.6)  # noqa: PLR2004 - of `poster_sheet`
_NARROWEST, _WIDEST = 18.0, 45.0
"""Em that a line of a title is wide: at the least in type that is larger than wished; and at the
most, but in the most columns."""
_ALIKE = 1.41
"""How many times as large a list may be as another, to be set as small as that one."""


@dataclass(frozen=True, slots=True)
class PosterListPage:
    """A sheet: its columns, and what else is drawn at their scale.

    Attributes:
        scale: of the type's wished size.
        indent: how far titles stand from the column's left, in points.
        columns: the items of each.
        width: of a column, in points.
        posters: the session, with those of its papers that are on this sheet.
        number: of the sheet, from 1.
        count: how many sheets there are.
        left: by how many points the highest column is shorter than it may be.
        excess: by how many points the highest column is too high; 0 if all fit.
        wide: titles and authors with a word wider than their lines, and by how many points.
    """

    scale: float
    indent: float
    columns: PosterColumns
    width: float
    posters: PosterSession
    number: int = 1
    count: int = 1
    left: float = 0.0
    excess: float = 0.0
    wide: tuple[tuple[float, str], ...] = ()

    @property
    def spotlit(self) -> bool:
        """Whether marks stand at papers with a spotlight talk, and so are to be explained."""
        items = (item for column in self.columns for item in column if item.paper)
        return any(item.paper and item.paper.spotlight and not item.marked for item in items)


def poster_list_page(
    posters: PosterSession, context: LayoutContext, room: PosterListArea
) -> PosterListPage:
    """Return a session's list on one sheet; if it fits in no type, a column is too long."""
    content = PosterListContent(posters, context)
    settings = [PosterListSetting(room, scale) for scale in _AS_IT_WAS]
    return _pages(content, _largest(content, settings) or settings[-1], 0.0)[0]


@dataclass(frozen=True, slots=True)
class PosterLists:
    """The lists of all poster sessions, which hang beside each other.

    All are set in one size, but for one so short that it would leave half of its sheet white.
    """

    contents: Sequence[PosterListContent]
    _found: dict[tuple[int, PosterListArea], PosterListSetting] = field(default_factory=dict)

    def pages(self, posters: PosterSession, room: PosterListArea) -> list[PosterListPage]:
        """Return a session's list on as many sheets as it takes, in the best number of columns.

        Args:
            posters: one of the sessions.
            room: a sheet's, in the most columns that there may be.
        """
        numbers = range(len(self.contents))
        at = next(n for n in numbers if self.contents[n].posters.session.id == posters.session.id)
        content, own = self.contents[at], self._setting(at, room)
        least = min((self._setting(number, room) for number in numbers), key=_scale)
        if least.scale < own.scale <= _ALIKE * least.scale:
            same = [PosterListSetting(each.room, least.scale, own.sheets) for each in (least, own)]
            own = next(filter(content.fits, same), own)
        return _pages(content, own, own.scale * (room.above + room.below))

    def _setting(self, at: int, room: PosterListArea) -> PosterListSetting:
        if (at, room) not in self._found:
            self._found[at, room] = _setting(self.contents[at], room)
        return self._found[at, room]


def _scale(setting: PosterListSetting) -> float:
    return setting.scale


def _setting(content: PosterListContent, room: PosterListArea) -> PosterListSetting:
    """Return how a list is set largest on the fewest sheets."""
    smallest = PosterListSetting(room, SCALES[-1])
    most = max(1, len(content.posters.papers))
    sheets = min(most, ceil(content.needed(smallest, most) / room.columns))
    best = replace(smallest, sheets=sheets)
    for columns in range(room.columns, 0, -1) if sheets == 1 else [room.columns]:
        area = room.divided(columns)
        tried = (PosterListSetting(area, scale, sheets) for scale in SCALES if scale >= best.scale)
        measures = ((setting, content.measure(setting)) for setting in tried)
        few = [
            setting
            for setting, measure in measures
            if (setting.scale <= 1 or measure >= _NARROWEST)
            and (columns == room.columns or measure <= _WIDEST)
        ]
        best = _largest(content, few) or best
    return best


def _largest(
    content: PosterListContent, settings: Sequence[PosterListSetting]
) -> PosterListSetting | None:
    """Return the first of some settings, the largest first, in which a list fits."""

    def fits(setting: PosterListSetting) -> bool:
        return not content.surely_too_high(setting) and content.fits(setting)

    if not settings or not fits(settings[-1]):
        return None
    return settings[bisect_left(settings, True, key=fits)]  # noqa: FBT003 - what `fits` returns


def _pages(
    content: PosterListContent, setting: PosterListSetting, most: float
) -> list[PosterListPage]:
    """Return the sheets of a list, up to so many points of what is left between its entries."""
    room = setting.room
    columns = content.balanced(setting)
    heights = [sum(item.height for item in column) for column in columns]
    rests = [
        (room.height - height) / (len(column) - 1)
        for height, column in zip(heights, columns, strict=True)
        if len(column) > 1
    ]
    apart = max(0.0, min([most, *rests]))
    wide = content.wide(setting)
    starts = range(0, len(columns), room.columns)
    found = []
    for number, start in enumerate(starts, 1):
        placed = [_placed(column, apart) for column in columns[start : start + room.columns]]
        ends = max(column[-1].top + column[-1].height for column in placed)
        page = PosterListPage(
            setting.scale,
            content.indent(setting),
            placed,
            room.width,
            _on(content.posters, placed),
            number,
            len(starts),
            max(0.0, room.height - ends),
            max(0.0, round(ends - room.height, 3)),
            wide if number == 1 else (),
        )
        found.append(page)
    return found


def _placed(column: Sequence[PosterListItem], apart: float) -> list[PosterListItem]:
    placed, top = [], 0.0
    for item in column:
        placed.append(replace(item, top=top))
        top += item.height + apart
    return placed


def _on(posters: PosterSession, columns: PosterColumns) -> PosterSession:
    """Return a session with those of its papers that stand in some columns."""
    here = {id(item.paper) for column in columns for item in column if item.paper}
    kept = (
        replace(block, papers=tuple(p for p in block.papers if id(p) in here))
        for block in posters.blocks
    )
    return replace(posters, blocks=tuple(block for block in kept if block.papers))
