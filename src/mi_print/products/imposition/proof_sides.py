"""What a proof draws over each side of each sheet: cells, pages with their heads, and folds."""

from collections.abc import Iterator
from dataclasses import dataclass

from mi_print.geometry import Point, Rectangle, inside
from mi_print.press.impose.plan import Imposition, Scheme
from mi_print.press.impose.sheet import Flip, PlacedPage, SheetGrid, Side, mirrored, upright


@dataclass(frozen=True, slots=True)
class ProofLabel:
    """A page of a side: its number from 1, the middle of its trim, and whether its head is down."""

    number: int
    middle: Point
    turned: bool


@dataclass(frozen=True, slots=True)
class ProofSide:
    """A side of a sheet; all places in points from its bottom left corner.

    Attributes:
        name: of its picture, without the ending.
        caption: which it is, in words.
        hint: what is to be done with it, in words.
        cells: the trims of all cells.
        labels: the pages in them.
        blanks: the middles of those that have no page.
        folds: where it is folded, as upright and level lines.
    """

    name: str
    caption: str
    hint: str
    cells: tuple[Rectangle, ...]
    labels: tuple[ProofLabel, ...]
    blanks: tuple[Point, ...]
    folds: tuple[Rectangle, ...]


def proof_sides(
    printed: list[Side], wanted: Imposition, grid: SheetGrid, flip: Flip | None
) -> list[ProofSide]:
    """Return the sides of all sheets.

    Args:
        printed: what stands on each page of the sheets' file.
        wanted: the imposition.
        grid: where the cells lie on a front.
        flip: over which edge sheets are turned, if they have backs.
    """
    backs = flip is not None and not wanted.one_plate
    each = 2 if backs else 1
    count = len(printed) // each
    return [
        _side(
            side, wanted, grid, flip, sheet=at // (1 + backs), of=count, back=backs and at % 2 > 0
        )
        for at, side in enumerate(printed)
    ]


def _side(  # noqa: PLR0913 - a side of a sheet
    side: Side,
    wanted: Imposition,
    grid: SheetGrid,
    flip: Flip | None,
    *,
    sheet: int,
    of: int,
    back: bool,
) -> ProofSide:
    over = flip is None or upright((grid.width, grid.height), flip)

    def seen(box: Rectangle) -> Rectangle:
        return mirrored(box, grid, over=over) if back else box

    rows, columns = range(wanted.rows), range(wanted.columns)
    cells = [seen(grid.trim(row, column)) for row in rows for column in columns]
    labels = [_label(placed, grid) for placed in side]
    blanks = [
        ((cell[0] + cell[2]) / 2, (cell[1] + cell[3]) / 2)
        for cell in cells
        if not any(inside((*each.middle, *each.middle), cell) for each in labels)
    ]
    which = "back" if back else "front"
    hint = ""
    if flip:
        edge = flip.replace("-", " ")
        hint = f"turned over the {edge}" if back else f"then turn it over the {edge}"
        if wanted.one_plate:
            which, hint = "both sides", f"print it again on the back, turned over the {edge}"
    return ProofSide(
        f"{sheet + 1:0{len(str(of))}}-{which.replace(' ', '-')}",
        f"Sheet {sheet + 1} of {of}, {which}",
        hint,
        tuple(cells),
        tuple(labels),
        tuple(blanks),
        tuple(map(seen, _folds(wanted, grid))),
    )


def _label(placed: PlacedPage, grid: SheetGrid) -> ProofLabel:
    a, _, _, _, x, y = placed.matrix
    middle = (x + a * grid.cell_width / 2, y + a * grid.cell_height / 2)
    return ProofLabel(placed.page + 1, middle, turned=a < 0)


def _folds(wanted: Imposition, grid: SheetGrid) -> Iterator[Rectangle]:
    """Yield the lines at which a sheet is folded: a spine has one at each of its edges."""
    over = wanted.scheme is Scheme.FOLD_OVER
    if not (wanted.bound or over):
        return
    for column in range(1, 1 if over else wanted.columns):
        if column % wanted.fold_columns:
            edges = (grid.lefts[column - 1] + grid.cell_width, grid.lefts[column])
            for x in edges if column in grid.spines else (sum(edges) / 2,):
                yield x, 0.0, x, grid.height
    for row in range(1, wanted.rows):
        if row % (2 if over else wanted.fold_rows):
            y = (grid.bottoms[row - 1] + grid.bottoms[row] + grid.cell_height) / 2
            yield 0.0, y, grid.width, y
