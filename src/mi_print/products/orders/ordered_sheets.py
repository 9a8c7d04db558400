"""The sheets that a job is put on besides its pages, and the size that a stock's cards choose.

The command line goes before `print.yaml`.  A stock is for pages as large as its cards: whoever
asks for another size has pages alone.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from mi_print.errors import InputError, MiPrintError, UsageError
from mi_print.event.load import Loaded
from mi_print.event.model import Order
from mi_print.press.impose.plan import CellOrder, Scheme
from mi_print.problem import Problem, error
from mi_print.products.imposition.choose_grid import choose_grid
from mi_print.products.imposition.impose_request import ImposeRequest
from mi_print.products.imposition.kept_printers import kept_printer
from mi_print.products.orders.named_orders import place_of
from mi_print.products.orders.request import Edition, Request
from mi_print.trade.sizes import sheet_size, sizes
from mi_print.trade.stocks import Stock, stocks
from mi_print.units import in_words

_STACKED = {None, Scheme.FOLD_OVER}
_LARGER = "name a larger sheet, or none: the smallest is taken; the shop office wants no bleed"


class StockChoice(NamedTuple):
    """The stock that pages are printed on, its name, and the sizes that are as large as a card."""

    name: str
    stock: Stock
    sizes: list[str]
    asked: bool = False

    @property
    def card(self) -> str:
        """What it says of its cards."""
        card = self.stock.card
        return f"the cards of {self.name}, {in_words(card.width)} × {in_words(card.height)}"


def known_stocks(loaded: Loaded) -> dict[str, Stock]:
    """Return the stocks there are; the trade's if the data can't be read."""
    return loaded.event.stocks if loaded.event else stocks()


def chosen_stock(
    order: Order, request: Request, there: dict[str, Stock], made_for: Iterable[str]
) -> StockChoice | None:
    """Return the stock of an order, if it has one that there is; `check` says what there is not.

    Args:
        order: what is ordered.
        request: what the command line asks for.
        there: all stocks.
        made_for: the layout's sizes.
    """
    name = request.stock or ("" if request.impose else order.stock)
    stock = there.get(name or "")
    if not name or stock is None:
        return None
    return StockChoice(
        name, stock, [size for size in made_for if stock.holds(sizes()[size])], bool(request.stock)
    )


def misfits_of_stock(
    chosen: StockChoice, order: Order, field: str, loaded: Loaded, layout: str
) -> list[Problem]:
    """Return what is wrong with an ordered stock: no size of the layout, or another is ordered."""
    if not chosen.sizes:
        message, hint = no_size(chosen, layout)
        return [error("stock", message, hint, **place_of(loaded, f"{field}.stock"))]
    if order.size and order.size not in chosen.sizes:
        message = f"{order.size} is not as large as {chosen.card}"
        hint = f"write {chosen.sizes[0]}, or take size out: the stock chooses it"
        return [error("stock", message, hint, **place_of(loaded, f"{field}.size"))]
    return []


def no_size(chosen: StockChoice, layout: str) -> tuple[str, str]:
    """Return that a layout has no size for a stock, and what to do."""
    hint = "name another stock, or a layout that has this size; mi-print list sizes shows them"
    return f"no size of the layout {layout} is as large as {chosen.card}", hint


def ordered_sheets(  # noqa: PLR0913 - an order, what it is for, and what is asked
    order: Order,
    chosen: StockChoice | None,
    request: Request,
    *,
    size: str,
    bleed: float,
    sides: int,
) -> ImposeRequest | None:
    """Return how the pages of a job are put on sheets; None if they are not.

    Args:
        order: what is ordered, by name.
        chosen: the stock, if there is one for pages of this size.
        request: what the command line asks for.
        size: of the pages.
        bleed: around them.
        sides: pages of a record, or of a leaf.

    Raises:
        UsageError: the command line asks for what can't be.
        InputError: no sheet has room.
    """
    scheme = request.impose or order.impose
    stock = chosen.stock if chosen and size in chosen.sizes else None
    _agree(request, stock, scheme)
    if Edition.PRINT not in request.editions or not (scheme or stock) or (chosen and not stock):
        return None
    kind = Scheme(scheme) if scheme else None
    usual = CellOrder.STACK if stock and kind in _STACKED else CellOrder.ROWS
    fill = CellOrder(request.fill or order.fill or usual)
    start = request.start or (order.start if chosen and not chosen.asked else None) or 1
    printer = kept_printer(request.printer) if request.printer is not None else None
    for marks in (stock is None and bleed > 0, False):
        found = ImposeRequest(
            Path(),
            kind or (Scheme.CUT_STACK if fill is CellOrder.STACK else Scheme.N_UP),
            sheet=sheet_size(order.sheet) if order.sheet and not stock else None,
            stock=stock,
            sides=2 if sides % 2 == 0 else 1,
            order=fill,
            caliper=order.caliper or 0.0,
            start=start - 1,
            marks=marks,
            printer=printer,
        )
        try:
            choose_grid(found, (sizes()[size].width, sizes()[size].height), bleed)
        except MiPrintError as reason:
            trouble = reason
        else:
            return found
    raise trouble


def placed(trouble: MiPrintError, order: Order, field: str, loaded: Loaded) -> list[Problem]:
    """Return what is wrong with the sheets of an order, at the key that asks for them."""
    key = "sheet" if order.sheet else "impose" if order.impose else "stock"
    hint = _LARGER if isinstance(trouble, InputError) else "name another scheme, or another stock"
    place = place_of(loaded, f"{field}.{key}")
    return [error("stock", each.message, hint, **place) for each in trouble.problems]


def _agree(request: Request, stock: Stock | None, scheme: str | None) -> None:
    if request.start and stock is None:
        raise UsageError(
            "there is no stock whose first cards could be used up", "name it with --stock"
        )
    if (request.fill or request.printer) and not (stock or scheme):
        raise UsageError("nothing is put on sheets", "name a stock, or a scheme")
    if request.stock and Edition.PRINT not in request.editions:
        raise UsageError(
            "sheets are made of the print edition", "leave out --stock, or --edition screen"
        )
