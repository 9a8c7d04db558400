"""Chooses the sheet and the grid of cells on it, or says why there is none."""

from collections.abc import Iterator
from dataclasses import dataclass

from mi_print.errors import InputError, UsageError
from mi_print.press.impose.folding import foldable
from mi_print.press.impose.marks import GAP, SHORT
from mi_print.press.impose.plan import CellOrder, Imposition, Scheme
from mi_print.press.impose.sheet import SheetGrid, cards, most, spread
from mi_print.problem import Problem, error, warning
from mi_print.products.imposition.impose_request import ImposeRequest
from mi_print.trade.sizes import sizes
from mi_print.trade.stocks import SAME, Stock
from mi_print.units import POINTS_PER_UNIT, in_words

US_SHEETS = ("letter", "tabloid", "12x18in")
ISO_SHEETS = ("a4", "a3", "sra3")
"""Sheets that an imposition without a named one takes, the first that has room: for pages in whole
millimetres those of ISO 216 and ISO 217 before the others."""
_MM = POINTS_PER_UNIT["mm"]
_WHOLE = 0.02  # of a millimetre
OFFICE = ("letter", "a4", "tabloid", "a3")
"""Sheets of printers that leave an edge blank."""
UNPRINTABLE = 12.0
"""What most office printers can't print along each edge: 1/6 in (4.23 mm)."""

_STARTED = {Scheme.N_UP, Scheme.CUT_STACK, Scheme.FOLD_OVER}
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class ChosenGrid:
    """The imposition with its rows and columns, where the cells lie, and what is odd in that."""

    wanted: Imposition
    grid: SheetGrid
    problems: tuple[Problem, ...] = ()


def choose_grid(
    request: ImposeRequest, trim: tuple[float, float], bleed: float, spine: float = 0.0
) -> ChosenGrid:
    """Return the grid for pages of one size.

    Args:
        request: what is asked.
        trim: the width and height of a page.
        bleed: how far its art goes beyond.
        spine: between pages that are folded, as of a cover.

    Raises:
        UsageError: what is asked contradicts itself.
        InputError: no sheet has room, or the cards are of another size.
    """
    _agree(request)
    if request.stock:
        chosen = _on_stock(request, request.stock, trim, bleed)
    else:
        bleed = bleed if request.gutter is None else min(bleed, request.gutter / 2)
        chosen = _on_sheet(request, trim, bleed, spine)
    cells = _cells(chosen) // (2 if request.scheme is Scheme.FOLD_OVER else 1)
    if request.start >= cells:
        raise UsageError(
            f"a sheet has {cells} cells, and --start is {request.start + 1}",
            "name a cell of the first sheet",
        )
    cut = _unprintable(request, chosen.grid)
    return ChosenGrid(chosen.wanted, chosen.grid, tuple(cut))


def _agree(request: ImposeRequest) -> None:
    columns, rows = request.fold
    if not foldable(rows, columns):
        raise UsageError(
            f"a sheet of {columns} × {rows} does not fold in half and in half again",
            "name 2x1, 2x2, 4x1, 4x2, or another of powers of two, two or more across",
        )
    bound = _wanted(request, 1, 1).bound
    if not bound and (request.caliper or request.right_bound):
        raise UsageError(
            f"{request.scheme} folds nothing, and so has no creep and no spine",
            "leave --caliper and --right-bound out",
        )
    if request.start and request.scheme not in _STARTED:
        raise UsageError(
            f"{request.scheme} begins on a whole sheet", "leave --start out, or name another scheme"
        )
    if request.stock and (request.sheet or request.grid):
        raise UsageError("a stock has its own sheet and grid", "leave --sheet and --grid out")
    if request.stock and bound:
        raise UsageError("cards of a stock are not folded", "name another scheme, or --sheet")


def _wanted(request: ImposeRequest, rows: int, columns: int) -> Imposition:
    across, down = request.fold
    return Imposition(
        request.scheme,
        *(rows, columns),
        sides=request.sides,
        order=CellOrder.STACK if request.scheme is Scheme.CUT_STACK else request.order,
        fold_rows=down,
        fold_columns=across,
        signature=max(1, request.signature // (2 * across * down)),
        right_bound=request.right_bound,
        start=request.start,
    )


def _on_stock(
    request: ImposeRequest, stock: Stock, trim: tuple[float, float], bleed: float
) -> ChosenGrid:
    card = (stock.card.width, stock.card.height)
    if any(abs(one - other) > SAME for one, other in zip(card, trim, strict=True)):
        message = f"its pages are {_by(trim)}, and the cards of the stock {_by(card)}"
        hint = "name a stock whose cards are as large, or make the pages in its size"
        raise InputError([error("not-imposed", message, hint, file=str(request.file))])
    wanted = _wanted(request, stock.down, stock.across)
    _divides(wanted)
    return ChosenGrid(wanted, cards(stock, bleed))


def _on_sheet(
    request: ImposeRequest, trim: tuple[float, float], bleed: float, spine: float
) -> ChosenGrid:
    margin = GAP + SHORT if request.marks else 0.0
    best: ChosenGrid | None = None
    for width, height in _sheets(request, trim):
        for sheet in dict.fromkeys([(width, height), (height, width)]):
            found = _grid(request, sheet, trim, bleed, margin, spine)
            if found and (best is None or _cells(found) > _cells(best)):
                best = found
        if best:
            return best
    across, down = request.grid or (request.fold if _wanted(request, 1, 1).bound else (1, 1))
    room = f"the sheet of {_by(request.sheet)}" if request.sheet else "no sheet of our table"
    has = "has no" if request.sheet else "has"
    message = f"{room} {has} room for {across} × {down} pages of {_by(trim)}"
    message += f" with {in_words(bleed)} of bleed" if bleed else ""
    message += f" and a spine of {in_words(spine)}" if spine else ""
    message += " and marks" if margin else ""
    hint = "name a larger sheet with --sheet, fewer pages with --grid, or a smaller --gutter"
    raise InputError([error("not-imposed", message, hint, file=str(request.file))])


def _cells(chosen: ChosenGrid) -> int:
    return chosen.wanted.rows * chosen.wanted.columns


def _sheets(request: ImposeRequest, trim: tuple[float, float]) -> Iterator[tuple[float, float]]:
    if request.sheet:
        yield request.sheet
        return
    metric = all(abs(side / _MM - round(side / _MM)) < _WHOLE for side in trim)
    for name in ISO_SHEETS + US_SHEETS if metric else US_SHEETS + ISO_SHEETS:
        yield sizes()[name].width, sizes()[name].height


def _grid(  # noqa: PLR0913, PLR0917 - a sheet and what lies on it
    request: ImposeRequest,
    sheet: tuple[float, float],
    trim: tuple[float, float],
    bleed: float,
    margin: float,
    spine: float,
) -> ChosenGrid | None:
    """Return the grid on a sheet that lies one way, if it has room."""
    across, down = request.fold
    if request.grid:
        columns, rows = request.grid
    elif _wanted(request, 1, 1).bound:
        columns, rows = across, down
    else:
        gutter = 2 * bleed if request.gutter is None else request.gutter
        edge = max(margin, _blank(request, sheet))
        rows, columns = most(sheet, trim, bleed=bleed, gutter=gutter, margin=edge)
        rows, columns = _even(request.scheme, rows, columns)
    if rows < 1 or columns < 1:
        return None
    wanted = _wanted(request, rows, columns)
    _divides(wanted)
    grid = spread(sheet, trim, wanted, bleed=bleed, gutter=request.gutter, spine=spine)
    left, bottom, right, top = grid.art
    room = min(left, bottom, sheet[0] - right, sheet[1] - top)
    return ChosenGrid(wanted, grid) if room >= margin - _ROUNDING else None


def _even(scheme: Scheme, rows: int, columns: int) -> tuple[int, int]:
    """Return the most rows and columns that a scheme can halve."""
    if scheme is Scheme.WORK_AND_TURN:
        return rows, columns // 2 * 2
    if scheme in {Scheme.WORK_AND_TUMBLE, Scheme.FOLD_OVER}:
        return rows // 2 * 2, columns
    return rows, columns


def _divides(wanted: Imposition) -> None:
    """Refuse a grid that the scheme can't halve or fold."""
    rows, columns = wanted.rows, wanted.columns
    if _even(wanted.scheme, rows, columns) != (rows, columns):
        raise UsageError(
            f"{wanted.scheme} needs an even number of"
            f" {'columns' if wanted.scheme is Scheme.WORK_AND_TURN else 'rows'},"
            f" and the grid is {columns} × {rows}",
            "name another grid with --grid",
        )
    if wanted.bound and (rows % wanted.fold_rows or columns % wanted.fold_columns):
        raise UsageError(
            f"a grid of {columns} × {rows} is no multiple of a fold of"
            f" {wanted.fold_columns} × {wanted.fold_rows}",
            "name another grid with --grid, or another fold with --fold",
        )


def _blank(request: ImposeRequest, sheet: tuple[float, float]) -> float:
    """Return what is left blank along each edge: by this printer, or else by most."""
    if request.printer and request.printer.unprintable is not None:
        return request.printer.unprintable
    return UNPRINTABLE if any(_same(sheet, name) for name in OFFICE) else 0.0


def _unprintable(request: ImposeRequest, grid: SheetGrid) -> Iterator[Problem]:
    """Warn of pages where the printer does not print; bleed may be there, which is cut off."""
    blank = _blank(request, (grid.width, grid.height))
    left, bottom, right, top = grid.trims
    room = {
        "left": left,
        "bottom": bottom,
        "right": grid.width - right,
        "top": grid.height - top,
    }
    cut = [
        f"{in_words(max(0.0, at))} from the {side}"
        for side, at in room.items()
        if at < blank - _ROUNDING
    ]
    if cut:
        known = request.printer is not None and request.printer.unprintable is not None
        message = (
            f"pages begin {', '.join(cut)} edge of the sheet;"
            f" {'this printer leaves' if known else 'most office printers leave'}"
            f" {in_words(blank)} blank there"
        )
        hint = "name a larger sheet, print without margins, or see that nothing stands there"
        yield warning("unprintable", message, hint, file=str(request.file))


def _same(sheet: tuple[float, float], name: str) -> bool:
    size = sizes()[name]
    return any(
        abs(sheet[0] - width) < SAME and abs(sheet[1] - height) < SAME
        for width, height in ((size.width, size.height), (size.height, size.width))
    )


def _by(size: tuple[float, float]) -> str:
    return f"{in_words(size[0])} × {in_words(size[1])}"
