"""Where the cells of a plan lie on a sheet, in points, and how pages are turned into them.

The origin is the sheet's bottom left corner, y up.  The back is seen as it is
printed: turned over its long or its short edge, the sheet mirrors its front.
Creep: each leaf that is folded round others pushes those inside outward, by its
thickness and what it takes to go round them; its pages move toward the spine
by as much, so that all margins are equal after the trim.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mi_print.geometry import Matrix, Rectangle
from mi_print.press.impose.plan import Imposition, PlannedSheet, Scheme, SheetCell
from mi_print.trade.sizes import sizes
from mi_print.trade.stocks import Stock

CREEP = 1.3
"""By how much of its caliper a nested leaf is pushed outward; the trade reckons 1.2 to 1.4."""

_ROUNDING = 1e-6


class Flip(StrEnum):
    """Over which edge a printer turns the sheet for its back."""

    LONG_EDGE = "long-edge"
    SHORT_EDGE = "short-edge"


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """A sheet and the trims of its cells.

    Attributes:
        width: of the sheet.
        height: of it.
        lefts: the left edge of each column of trims.
        bottoms: the bottom edge of each row of trims, from the top row down.
        cell_width: of a trim.
        cell_height: of it.
        bleed: how far art goes beyond the outer trims; between two trims each has half the gap.
        spines: the columns before which a spine lies; no art goes onto that.
    """

    width: float
    height: float
    lefts: tuple[float, ...]
    bottoms: tuple[float, ...]
    cell_width: float
    cell_height: float
    bleed: float
    spines: frozenset[int] = frozenset()

    def trim(self, row: int, column: int) -> Rectangle:
        """Return the trim of a cell of the front."""
        left, bottom = self.lefts[column], self.bottoms[row]
        return left, bottom, left + self.cell_width, bottom + self.cell_height

    def window(self, row: int, column: int) -> Rectangle:
        """Return as far as a cell's art goes: its trim with bleed, up to the middle of a gap."""
        lefts, bottoms = self.lefts, self.bottoms
        left, bottom, right, top = self.trim(row, column)
        before = left - lefts[column - 1] - self.cell_width if column else None
        after = lefts[column + 1] - right if column + 1 < len(lefts) else None
        before = 0.0 if column in self.spines else before
        after = 0.0 if column + 1 in self.spines else after
        above = bottoms[row - 1] - top if row else None
        below = bottom - bottoms[row + 1] - self.cell_height if row + 1 < len(bottoms) else None
        return (
            left - self._reach(before),
            bottom - self._reach(below),
            right + self._reach(after),
            top + self._reach(above),
        )

    def _reach(self, gap: float | None) -> float:
        return self.bleed if gap is None else min(self.bleed, max(0.0, gap / 2))

    @property
    def trims(self) -> Rectangle:
        """The rectangle round all trims."""
        right, top = self.lefts[-1] + self.cell_width, self.bottoms[0] + self.cell_height
        return self.lefts[0], self.bottoms[-1], right, top

    @property
    def art(self) -> Rectangle:
        """The same with the bleed."""
        left, bottom, right, top = self.trims
        more = self.bleed
        return left - more, bottom - more, right + more, top + more


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page on a side of a sheet: how it comes there from its trim's corner, and its window."""

    page: int
    matrix: Matrix
    window: Rectangle


Side = tuple[PlacedPage, ...]


def spread(  # noqa: PLR0913 - a sheet and what lies on it
    sheet: tuple[float, float],
    trim: tuple[float, float],
    wanted: Imposition,
    *,
    bleed: float,
    gutter: float | None = None,
    spine: float = 0.0,
) -> SheetGrid:
    """Return the grid of an imposition, in the middle of a sheet.

    Args:
        sheet: its width and height.
        trim: a page's width and height.
        wanted: its rows and columns, and which of them are folded.
        bleed: around each page.
        gutter: between trims that are cut apart; without one twice the bleed.
        spine: between trims that are folded at the spine, as of a cover.
    """
    apart = 2 * bleed if gutter is None else gutter
    across = [
        spine if wanted.bound and column % 2 else apart for column in range(1, wanted.columns)
    ]
    over = wanted.scheme is Scheme.FOLD_OVER
    down = [0.0 if over and row % 2 else apart for row in range(1, wanted.rows)]
    width = trim[0] * wanted.columns + sum(across)
    height = trim[1] * wanted.rows + sum(down)
    lefts, bottoms = [(sheet[0] - width) / 2], [(sheet[1] + height) / 2 - trim[1]]
    for gap in across:
        lefts.append(lefts[-1] + trim[0] + gap)
    for gap in down:
        bottoms.append(bottoms[-1] - trim[1] - gap)
    spines = frozenset(range(1, wanted.columns, 2)) if spine else frozenset[int]()
    return SheetGrid(*sheet, tuple(lefts), tuple(bottoms), *trim, bleed, spines)


def most(
    sheet: tuple[float, float],
    trim: tuple[float, float],
    *,
    bleed: float,
    gutter: float,
    margin: float,
) -> tuple[int, int]:
    """Return how many rows and columns of pages a sheet has room for inside a margin."""
    across, down = (
        int((side - 2 * margin - 2 * bleed + gutter + _ROUNDING) // (page + gutter))
        for side, page in zip(sheet, trim, strict=True)
    )
    return max(0, down), max(0, across)


def cards(stock: Stock, bleed: float) -> SheetGrid:
    """Return the grid of a stock for cards with some bleed."""
    size = sizes()[stock.sheet]
    lefts = tuple(stock.first.left + at * stock.pitch.across for at in range(stock.across))
    tops = (stock.first.top + at * stock.pitch.down for at in range(stock.down))
    width, height = stock.card.width, stock.card.height
    return SheetGrid(
        *(size.width, size.height, lefts),
        tuple(size.height - top - height for top in tops),
        *(width, height, bleed),
    )


def upright(sheet: tuple[float, float], flip: Flip) -> bool:
    """Return whether a sheet is turned over about its upright axis."""
    return (flip is Flip.LONG_EDGE) == (sheet[1] >= sheet[0])


def sides(  # noqa: PLR0913 - a sheet and how it is printed
    sheet: PlannedSheet,
    grid: SheetGrid,
    flip: Flip,
    *,
    caliper: float = 0.0,
    offset: tuple[float, float] = (0.0, 0.0),
    one_plate: bool = False,
) -> tuple[Side, Side]:
    """Return what is printed on the front and on the back of a sheet.

    Args:
        sheet: the pages of its cells.
        grid: where the cells lie.
        flip: over which edge the sheet is turned.
        caliper: the thickness of a leaf.
        offset: by how much a printer misses on the back, right and up; taken back here.
        one_plate: whether the front is printed on both sides.
    """
    front = tuple(_placed(sheet.cells, grid, caliper))
    if one_plate:
        return front, ()
    over = upright((grid.width, grid.height), flip)
    back = tuple(
        _behind(cell, page, grid, over=over, caliper=caliper, offset=offset)
        for cell in sheet.cells
        if (page := cell.back) is not None
    )
    return front, back


def creep(nested: int, caliper: float) -> float:
    """Return how far a page moves toward the spine."""
    return nested * caliper * CREEP


def _placed(cells: Sequence[SheetCell], grid: SheetGrid, caliper: float) -> Iterator[PlacedPage]:
    for cell in cells:
        if cell.front is not None:
            trim, window = grid.trim(cell.row, cell.column), grid.window(cell.row, cell.column)
            shift = cell.spine * creep(cell.nested, caliper)
            yield PlacedPage(cell.front, _matrix(trim, shift, turned=cell.turned), window)


def _behind(  # noqa: PLR0913 - a cell's back
    cell: SheetCell,
    page: int,
    grid: SheetGrid,
    *,
    over: bool,
    caliper: float,
    offset: tuple[float, float],
) -> PlacedPage:
    trim, window = (
        mirrored(box, grid, over=over, offset=offset)
        for box in (grid.trim(cell.row, cell.column), grid.window(cell.row, cell.column))
    )
    shift = -cell.spine * creep(cell.nested, caliper)
    return PlacedPage(page, _matrix(trim, shift, turned=cell.turned == over), window)


def mirrored(
    box: Rectangle, grid: SheetGrid, *, over: bool, offset: tuple[float, float] = (0.0, 0.0)
) -> Rectangle:
    """Return where a rectangle of the front lies on the back, less what the printer misses."""
    left, bottom, right, top = box
    if over:
        left, right = grid.width - right, grid.width - left
    else:
        bottom, top = grid.height - top, grid.height - bottom
    x, y = offset
    return left - x, bottom - y, right - x, top - y


def _matrix(trim: Rectangle, shift: float, *, turned: bool) -> Matrix:
    left, bottom, right, top = trim
    if turned:
        return (-1.0, 0.0, 0.0, -1.0, right - shift, top)
    return (1.0, 0.0, 0.0, 1.0, left + shift, bottom)
