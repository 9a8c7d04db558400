"""Which page stands on which sheet, side, and cell, and which way up.

Nothing here knows lengths.  A cell is named by its row from the top and its
column from the left of the sheet's front; what is printed behind it is the
same cell's back.  Pages count from 0, and None is a blank.
"""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from mi_print.press.impose.folding import FoldedLeaf, folded

Unit = TypeVar("Unit")
PageOrBlank = int | None
Leaf = tuple[PageOrBlank, PageOrBlank]
"""A recto and its verso."""


class Scheme(StrEnum):
    """How pages become sheets."""

    SADDLE = "saddle"
    """Folded sheets inside each other, stapled through the fold."""
    PERFECT = "perfect"
    """Signatures behind each other, glued at the spine."""
    N_UP = "n-up"
    """Row by row, or column by column."""
    CUT_STACK = "cut-stack"
    """The piles, laid on each other after the cut, are in order."""
    WORK_AND_TURN = "work-and-turn"
    """One plate for both sides of a sheet that is turned left to right."""
    WORK_AND_TUMBLE = "work-and-tumble"
    """One plate for both sides of a sheet that is turned head to foot."""
    FOLD_OVER = "fold-over"
    """A front and, head down above it, its back, on one side of the sheet."""


class CellOrder(StrEnum):
    """Which way cells are filled."""

    ROWS = "rows"
    COLUMNS = "columns"
    STACK = "stack"


@dataclass(frozen=True, slots=True)
class SheetCell:
    """What is printed on one cell of a sheet.

    Attributes:
        row: from the top of the front.
        column: from the left of the front.
        front: the page on the sheet's front.
        back: the page behind it.
        turned: whether their heads are down.
        spine: the edge at which the front is bound, as it is read: -1 left, 1 right, 0 none.
        nested: how many leaves of its signature lie outside it.
    """

    row: int
    column: int
    front: PageOrBlank
    back: PageOrBlank
    turned: bool = False
    spine: int = 0
    nested: int = 0


@dataclass(frozen=True, slots=True)
class PlannedSheet:
    """The cells of a sheet, those that are not empty, and which signature it belongs to."""

    cells: tuple[SheetCell, ...]
    signature: int = 0


@dataclass(frozen=True, slots=True)
class Imposition:
    """What is wanted of a plan.

    Attributes:
        scheme: how pages become sheets.
        rows: of cells on a sheet.
        columns: the same across.
        sides: pages of a leaf that is not folded: 1, or 2 for a front and its back.
        order: which way cells are filled, where nothing is folded.
        fold_rows: rows of leaves in one folded sheet.
        fold_columns: the same across.
        signature: folded sheets in one signature of a perfect binding.
        right_bound: whether the spine is on the right.
        start: how many cells of the first sheet are used up.
        outer: leaves that lie round the outermost sheet, as a cover that is made apart.
    """

    scheme: Scheme
    rows: int
    columns: int
    sides: int = 2
    order: CellOrder = CellOrder.ROWS
    fold_rows: int = 1
    fold_columns: int = 2
    signature: int = 4
    right_bound: bool = False
    start: int = 0
    outer: int = 0

    @property
    def bound(self) -> bool:
        """Whether sheets are folded and bound."""
        return self.scheme in {Scheme.SADDLE, Scheme.PERFECT}

    @property
    def one_plate(self) -> bool:
        """Whether both sides of a sheet are printed from one plate."""
        return self.scheme in {Scheme.WORK_AND_TURN, Scheme.WORK_AND_TUMBLE}

    @property
    def multiple(self) -> int:
        """Of which number its pages are a multiple."""
        if self.bound:
            return 2 * self.fold_rows * self.fold_columns
        return 2 if self.one_plate or self.scheme is Scheme.FOLD_OVER else self.sides


def with_blanks(pages: int, wanted: Imposition) -> list[PageOrBlank]:
    """Return the pages in reading order with the blanks that the scheme needs.

    A bound book keeps its last page as its back cover, and so has its blanks before it.
    """
    blanks: list[PageOrBlank] = [None] * (-pages % wanted.multiple)
    if wanted.bound and pages > 1:
        return [*range(pages - 1), *blanks, pages - 1]
    return [*range(pages), *blanks]


def planned(pages: Sequence[PageOrBlank], wanted: Imposition) -> list[PlannedSheet]:
    """Return the sheets in the order in which they are printed.

    Args:
        pages: with blanks, a multiple of what the scheme needs.
        wanted: the scheme, and the grid of cells that it fits.
    """
    return _PLANS[wanted.scheme](pages, wanted)


def _flat(pages: Sequence[PageOrBlank], wanted: Imposition) -> list[PlannedSheet]:
    leaves: list[Leaf] = [
        (pages[first], pages[first + 1] if wanted.sides > 1 else None)
        for first in range(0, len(pages), wanted.sides)
    ]
    order = CellOrder.STACK if wanted.scheme is Scheme.CUT_STACK else wanted.order
    return [
        PlannedSheet(tuple(SheetCell(*at, *leaf) for at, leaf in sheet))
        for sheet in _dealt(leaves, wanted.rows, wanted.columns, order, wanted.start)
    ]


def _fold_over(pages: Sequence[PageOrBlank], wanted: Imposition) -> list[PlannedSheet]:
    leaves: list[Leaf] = [(pages[first], pages[first + 1]) for first in range(0, len(pages), 2)]
    return [
        PlannedSheet(
            tuple(
                cell
                for (row, column), (front, back) in sheet
                for cell in (
                    SheetCell(2 * row, column, back, None, turned=True),
                    SheetCell(2 * row + 1, column, front, None),
                )
            )
        )
        for sheet in _dealt(leaves, wanted.rows // 2, wanted.columns, wanted.order, wanted.start)
    ]


def _one_plate(pages: Sequence[PageOrBlank], wanted: Imposition) -> list[PlannedSheet]:
    """Return sheets whose other half has the backs, so that turned over they meet."""
    tumbled = wanted.scheme is Scheme.WORK_AND_TUMBLE
    rows, columns = wanted.rows, wanted.columns
    half = (rows // 2, columns) if tumbled else (rows, columns // 2)
    leaves: list[Leaf] = [(pages[first], pages[first + 1]) for first in range(0, len(pages), 2)]
    sheets = []
    for sheet in _dealt(leaves, *half, wanted.order, 0):
        cells = []
        for (row, column), (front, back) in sheet:
            other = (rows - 1 - row, column) if tumbled else (row, columns - 1 - column)
            cells.append(SheetCell(row, column, front, back))
            cells.append(SheetCell(*other, back, front, turned=tumbled))
        sheets.append(PlannedSheet(tuple(cells)))
    return sheets


def _bound(pages: Sequence[PageOrBlank], wanted: Imposition) -> list[PlannedSheet]:
    """Return the sheets of all signatures; several folded sheets on one are cut and stacked."""
    places = folded(wanted.fold_rows, wanted.fold_columns, right_bound=wanted.right_bound)
    leaves: list[Leaf] = [(pages[first], pages[first + 1]) for first in range(0, len(pages), 2)]
    units = len(leaves) // len(places)
    each = units if wanted.scheme is Scheme.SADDLE else wanted.signature
    folds = list(_signatures(leaves, places, each, wanted))
    across, down = wanted.columns // wanted.fold_columns, wanted.rows // wanted.fold_rows
    sheets = []
    for sheet in _dealt(folds, down, across, CellOrder.STACK, 0):
        cells = tuple(
            SheetCell(
                cell.row + row * wanted.fold_rows,
                cell.column + column * wanted.fold_columns,
                *(cell.front, cell.back, cell.turned, cell.spine, cell.nested),
            )
            for (row, column), fold in sheet
            for cell in fold.cells
        )
        sheets.append(PlannedSheet(cells, sheet[0][1].signature))
    return sheets


def _signatures(
    leaves: Sequence[Leaf], places: Sequence[FoldedLeaf], each: int, wanted: Imposition
) -> Iterator[PlannedSheet]:
    """Yield the folded sheets from the outermost of the first signature inward."""
    half = len(places) // 2
    for number, first in enumerate(range(0, len(leaves), each * len(places))):
        signature = leaves[first : first + each * len(places)]
        for sheet in range(len(signature) // len(places)):
            outer, inner = sheet * half, len(signature) - sheet * half - len(places)
            cells = []
            for layer, place in enumerate(places):
                at = layer + (outer if layer < half else inner)
                recto, verso = signature[at]
                front, back = (verso, recto) if place.behind else (recto, verso)
                left = place.behind == wanted.right_bound
                cells.append(
                    SheetCell(
                        *(place.row, place.column, front, back, place.turned),
                        spine=-1 if left else 1,
                        nested=min(at, len(signature) - 1 - at) + wanted.outer,
                    )
                )
            yield PlannedSheet(tuple(cells), number)


def _dealt(
    units: Sequence[Unit], rows: int, columns: int, order: CellOrder, start: int
) -> list[list[tuple[tuple[int, int], Unit]]]:
    """Return the units of each sheet with their rows and columns.

    In a stack the first cell's pile lies on the second's, and so on; each pile has a unit of
    every sheet.
    """
    cells = [(row, column) for row in range(rows) for column in range(columns)]
    if order is CellOrder.COLUMNS:
        cells.sort(key=lambda cell: (cell[1], cell[0]))
    if order is CellOrder.STACK:
        return _stacked(units, cells, start)
    free = itertools.chain(cells[start:], itertools.cycle(cells))
    sheets: list[list[tuple[tuple[int, int], Unit]]] = []
    for number, (cell, unit) in enumerate(zip(free, units, strict=False)):
        if not number or cell == cells[0]:
            sheets.append([])
        sheets[-1].append((cell, unit))
    return sheets


def _stacked(
    units: Sequence[Unit], cells: Sequence[tuple[int, int]], start: int
) -> list[list[tuple[tuple[int, int], Unit]]]:
    """Return the units by sheet; the used cells of the first sheet shorten the first piles."""
    count = -(-(len(units) + start) // len(cells))
    sheets: list[list[tuple[tuple[int, int], Unit]]] = [[] for _ in range(count)]
    left = iter(units)
    for number, cell in enumerate(cells):
        for unit, sheet in zip(
            itertools.islice(left, count - (number < start)), sheets[number < start :], strict=False
        ):
            sheet.append((cell, unit))
    return sheets


_PLANS: dict[Scheme, Callable[[Sequence[PageOrBlank], Imposition], list[PlannedSheet]]] = {
    Scheme.SADDLE: _bound,
    Scheme.PERFECT: _bound,
    Scheme.N_UP: _flat,
    Scheme.CUT_STACK: _flat,
    Scheme.FOLD_OVER: _fold_over,
    Scheme.WORK_AND_TURN: _one_plate,
    Scheme.WORK_AND_TUMBLE: _one_plate,
}
