"""Where marks go, as numbers; `marks` draws them there.

Marks stand outside the bleed, so that none is left on a page that was cut a
little off.  The trade keeps 3 pt and more between the two.  Everything is in
points from the sheet's bottom left corner, y up.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mi_print.press.page_geometry import PageGeometry
from mi_print.trade.shops import Build, Shop

SLUG = 24.0
"""Around the bleed, if there are marks."""
HAIRLINE = 0.25
TYPE = 6.0
"""The slug line's size."""

_GAP = 3.0  # from the bleed to a mark
_LONG = 15.0  # a crop mark
_ARM = 7.0  # of a registration target's cross, from its centre
_PATCH = 12.0  # a side of a patch of the bars
_CLEAR = 6.0  # between marks
_LEADING = 7.5

TARGET = _ARM, 4.5, 2.25
"""A target's arm, the radius of its ring and of the disc in it."""

SOLIDS: tuple[Build, ...] = (
    (100, 0, 0, 0),
    (0, 100, 0, 0),
    (0, 0, 100, 0),
    (0, 0, 0, 100),
    (0, 100, 100, 0),
    (100, 0, 100, 0),
    (100, 100, 0, 0),
)
"""Left of the middle: each ink alone, and two on each other."""
TINTS: tuple[Build, ...] = (
    (50, 0, 0, 0),
    (0, 50, 0, 0),
    (0, 0, 50, 0),
    (0, 0, 0, 50),
    (50, 40, 40, 0),
)
"""Right of it: half tones, and beside black's the grey of three inks that should match it."""

_NOTHING: Build = (0, 0, 0, 0)

Point = tuple[float, float]
MarkLine = tuple[float, float, float, float]
"""From x, y to x, y."""


def margin(shop: Shop) -> float:
    """Return how much room a shop's marks need around the bleed."""
    return SLUG if shop.marks else 0.0


def crops(geometry: PageGeometry) -> Iterator[MarkLine]:
    """Yield two lines at each corner of the trim, which would meet there."""
    left, bottom, right, top = geometry.trim_box
    start = geometry.bleed + _GAP
    end = start + _LONG
    for x, away in ((left, -1), (right, 1)):
        for y, off in ((bottom, -1), (top, 1)):
            yield x + away * start, y, x + away * end, y
            yield x, y + off * start, x, y + off * end


def targets(geometry: PageGeometry) -> Iterator[Point]:
    """Yield the centre of the target in the middle of each side."""
    left, bottom, right, top = geometry.bleed_box
    off = _GAP + _ARM
    middle, centre = (left + right) / 2, (bottom + top) / 2
    yield middle, bottom - off
    yield middle, top + off
    yield left - off, centre
    yield right + off, centre


@dataclass(frozen=True, slots=True)
class ColourPatch:
    """A square: its bottom left corner, its side, and the ink in it.

    `spot` is the name of a spot ink and its tint in percent, where it is one.
    """

    x: float
    y: float
    side: float
    build: Build
    spot: tuple[str, float] | None = None


def patches(geometry: PageGeometry, spots: Sequence[str] = ()) -> Iterator[ColourPatch]:
    """Yield the bars above the page: solid inks left of its middle, half tones right of it.

    Args:
        geometry: the page's boxes.
        spots: the names of its spot inks.
    """
    left, _, right, _ = geometry.trim_box
    middle, y = (left + right) / 2, geometry.bleed_box[3] + _GAP + 1
    room = (right - left) / 2 - _ARM - 2 * _CLEAR
    side = min(_PATCH, room / (len(SOLIDS) + len(spots)))
    first = middle - _ARM - _CLEAR - side * (len(SOLIDS) + len(spots))
    for start, builds, tint in ((first, SOLIDS, 100.0), (middle + _ARM + _CLEAR, TINTS, 50.0)):
        for at, build in enumerate(builds):
            yield ColourPatch(start + at * side, y, side, build)
        for at, spot in enumerate(spots, len(builds)):
            yield ColourPatch(start + at * side, y, side, _NOTHING, (spot, tint))


@dataclass(frozen=True, slots=True)
class SlugLine:
    """A line of type: where its baseline begins, or ends (`flush_right`), and its room."""

    x: float
    y: float
    width: float
    flush_right: bool


def slug_lines(geometry: PageGeometry) -> tuple[SlugLine, SlugLine, SlugLine, SlugLine]:
    """Return two lines left of the bottom target, and two right of it."""
    left, _, right, _ = geometry.trim_box
    first = geometry.slug - _GAP - TYPE
    width = (right - left) / 2 - _ARM - 2 * _CLEAR
    return (
        SlugLine(left + _CLEAR, first, width, flush_right=False),
        SlugLine(left + _CLEAR, first - _LEADING, width, flush_right=False),
        SlugLine(right - _CLEAR, first, width, flush_right=True),
        SlugLine(right - _CLEAR, first - _LEADING, width, flush_right=True),
    )
