"""What is asked of an imposition, and what came of it."""

from dataclasses import dataclass
from pathlib import Path

from mi_print.press.impose.plan import CellOrder, Scheme
from mi_print.press.impose.sheet import Flip
from mi_print.problem import Problem
from mi_print.products.imposition.proof_sides import ProofSide
from mi_print.trade.printers import Printer
from mi_print.trade.stocks import Stock


@dataclass(frozen=True, slots=True)
class ImposeRequest:
    """What is asked.  Lengths are in points.

    Attributes:
        file: the finished PDF.
        scheme: how its pages become sheets.
        sheet: the width and height of the sheet, either way round; else the smallest known.
        stock: a sheet of cards, in place of `sheet` and `grid`.
        grid: columns and rows of pages on a sheet; else as many as it has room for, or one fold.
        fold: columns and rows of leaves in one folded sheet.
        sides: pages of a leaf that is not folded: 1, or 2 for a front and its back.
        order: which way cells are filled.
        flip: over which edge the printer turns the sheet; else the one that turns it left to right.
        signature: pages of a signature of a perfect binding.
        caliper: the thickness of a leaf, for the creep.
        right_bound: whether the spine is on the right.
        separate_cover: whether the first two and the last two pages are a sheet of their own.
        start: how many cells of the first sheet are used up.
        gutter: between pages that are cut apart; else twice their bleed.
        marks: whether there are marks for cutting, folding, and collating.
        printer: what is known of who prints it.
        proof: whether pictures show the plan of each side.
    """

    file: Path
    scheme: Scheme
    sheet: tuple[float, float] | None = None
    stock: Stock | None = None
    grid: tuple[int, int] | None = None
    fold: tuple[int, int] = (2, 1)
    sides: int = 2
    order: CellOrder = CellOrder.ROWS
    flip: Flip | None = None
    signature: int = 16
    caliper: float = 0.0
    right_bound: bool = False
    separate_cover: bool = False
    start: int = 0
    gutter: float | None = None
    marks: bool = False
    printer: Printer | None = None
    proof: bool = False


@dataclass(frozen=True, slots=True)
class CreepRow:
    """Some pages that move toward the spine by the same length, in points; pages count from 1."""

    pages: tuple[int, ...]
    shift: float


@dataclass(frozen=True, slots=True)
class ImposedFile:
    """Sheets as a file, and what is to be said of them.

    Attributes:
        path: where it goes.
        data: its bytes.
        pages: how many pages are on it.
        sheets: how many sheets there are.
        cells: pages on one side of a sheet, across and down.
        size: of a sheet, in points.
        trim: the width and height round the trims of all its pages.
        margin: from those trims to the nearest edge of the sheet, beyond which no art goes.
        sides: of each printed side, in their order, the pages on it, counted from 0.
        flip: over which edge sheets are turned, if they have backs.
        blanks: after which page blanks stand, each.
        dropped: what pages had that sheets have not, in words.
        creep: how far pages moved.
        spine: how wide the spine of a cover is, in points.
        proof: what is to be drawn over its sides, if that is asked.
        problems: warnings.
    """

    path: Path
    data: bytes
    pages: int
    sheets: int
    cells: tuple[int, int]
    size: tuple[float, float]
    trim: tuple[float, float]
    margin: float
    sides: tuple[tuple[int, ...], ...]
    flip: Flip | None = None
    blanks: tuple[int, ...] = ()
    dropped: tuple[str, ...] = ()
    creep: tuple[CreepRow, ...] = ()
    spine: float = 0.0
    proof: tuple[ProofSide, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def proof_folder(self) -> Path:
        """Where the pictures of its sides go."""
        return self.path.with_name(f"{self.path.stem}-proof")
