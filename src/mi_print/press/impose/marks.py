"""What is printed beside the pages of a sheet, in black alone: where to cut, fold, and collate.

All of it is lines and bars as numbers; `draw` strokes and fills them.  Cut and
fold marks stand in the sheet's margin, off the art, so that none is left on a
page that was cut a little off.  Collating marks stand on the spine of each
signature's outermost fold, one step lower each, and form a stair on the back of
a gathered book: a signature that is missing or stands twice breaks it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mi_print.geometry import Rectangle
from mi_print.press.impose.plan import Imposition, PlannedSheet, Scheme
from mi_print.press.impose.sheet import SheetGrid

GAP = 3.0
"""From the art to a mark."""
LONG = 15.0
SHORT = 4.0
"""The longest and the shortest mark; where the margin has no room for that, none is drawn."""

_BAR = (4.0, 12.0)
_STEPS = 20  # of the stair, before it begins again

Line = tuple[float, float, float, float]
"""From x, y to x, y."""


@dataclass(frozen=True, slots=True)
class SheetMarks:
    """Marks of a side of a sheet: where it is cut, where it is folded, and bars on the spine."""

    cuts: tuple[Line, ...] = ()
    folds: tuple[Line, ...] = ()
    bars: tuple[Rectangle, ...] = ()


def sheet_marks(grid: SheetGrid, wanted: Imposition) -> SheetMarks:
    """Return what all sides of all sheets have."""
    lefts, bottoms = grid.lefts, grid.bottoms
    right = [left + grid.cell_width for left in lefts]
    tops = [bottom + grid.cell_height for bottom in bottoms]
    spines = [at for at in range(1, len(lefts), 2) if wanted.bound]
    folded = {x for at in spines for x in (right[at - 1], lefts[at])}
    middles = sorted(folded) if grid.spines else [(right[at - 1] + lefts[at]) / 2 for at in spines]
    heads = []
    if wanted.scheme is Scheme.FOLD_OVER:
        pairs = range(0, len(bottoms), 2)
        heads = [(bottoms[at] + tops[at + 1]) / 2 for at in pairs]
        bottoms = tuple(bottoms[at + 1] for at in pairs)
        tops = [tops[at] for at in pairs]
    xs = sorted({*lefts, *right} - folded)
    ys = sorted({*bottoms, *tops})
    return SheetMarks(
        tuple(_lines(grid, xs, ys)),
        tuple(_lines(grid, middles if wanted.bound else [], heads)),
    )


def collating_bars(sheet: PlannedSheet, grid: SheetGrid) -> tuple[Rectangle, ...]:
    """Return the bar on the spine of a signature's outermost fold, as its front shows it."""
    width, height = _BAR
    found = []
    for cell in sheet.cells:
        if cell.nested or cell.spine >= 0 or cell.turned:
            continue
        left, _, _, top = grid.trim(cell.row, cell.column)
        start = top - grid.cell_height / 6 - (sheet.signature % _STEPS + 1) * height
        found.append((left - width / 2, start, left + width / 2, start + height))
    return tuple(found)


def _lines(grid: SheetGrid, xs: list[float], ys: list[float]) -> Iterator[Line]:
    """Yield marks at both ends of upright lines at `xs` and of level ones at `ys`."""
    left, bottom, right, top = grid.art
    for x in xs:
        if length := _length(bottom):
            yield x, bottom - GAP, x, bottom - GAP - length
        if length := _length(grid.height - top):
            yield x, top + GAP, x, top + GAP + length
    for y in ys:
        if length := _length(left):
            yield left - GAP, y, left - GAP - length, y
        if length := _length(grid.width - right):
            yield right + GAP, y, right + GAP + length, y


def _length(margin: float) -> float:
    length = min(LONG, margin - GAP)
    return length if length >= SHORT else 0.0
