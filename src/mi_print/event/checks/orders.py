"""Orders: what each names is of its product, and there is one word for what sorts."""

from collections.abc import Collection, Iterator

from mi_print.event.badges import FIELDS
from mi_print.event.model import BadgeSelection, Order
from mi_print.event.partial_event import PartialEvent
from mi_print.problem import Problem, error
from mi_print.source.located_values import Location
from mi_print.source.wording import nearest, shown
from mi_print.trade.stocks import Stock

_ONLY_BADGES = ("roles", "sort", "sides", "spares", "dividers", "pick_up")
_WHERE = {"badges": FIELDS, "signage": ("kind",)}
"""By product the fields by which an order chooses."""
_BOUND = ("saddle", "perfect")
_OUT = "take it out"


def sorted_twice(draft: PartialEvent) -> Iterator[Problem]:
    """The new and the old word for what badges are sorted by, both written."""
    if {"sort", "order"} <= draft.badge_order.model_fields_set:
        message = "the key order is the old word for sort, and both are here"
        yield error("order", message, "take order out", **draft.at("print", "badges", "order"))


def unsorted_dividers(draft: PartialEvent) -> Iterator[Problem]:
    """Dividers between badges that are sorted by nothing."""
    own = draft.badge_order
    ordered: list[tuple[BadgeSelection, tuple[str, ...]]] = [(own, ("badges",))]
    for name, named in draft.named_orders.items():
        ordered += [(named, ("orders", name))] if named.product == "badges" else []
    for order, here in ordered:
        wanted = own.dividers if order.dividers is None else order.dividers
        if wanted and (order.sort or own.sorting) == "file":
            message = "there are no dividers between badges in the order of the data"
            hint = "write sort: family, or name, or role beside it"
            yield error("order", message, hint, **draft.at("print", *here, "dividers"))


def of_other_products(draft: PartialEvent) -> Iterator[Problem]:
    """A key or a field of an order that its product does not have."""
    for name, order in draft.named_orders.items():
        fields, here = _WHERE.get(order.product, ()), ("orders", name)
        wrong = [] if order.product == "badges" else [*_ONLY_BADGES]
        wrong += [] if fields else ["where"]
        for key in order.model_fields_set.intersection(wrong):
            message = f"an order of {order.product} has no {key}"
            yield error("order", message, "take it out", **draft.at("print", *here, key))
        yield from _where(draft, order.where if fields else {}, fields, (*here, "where"))
    yield from _where(draft, draft.badge_order.where, FIELDS, ("badges", "where"))


def _where(
    draft: PartialEvent, where: dict[str, str], fields: tuple[str, ...], here: tuple[str, ...]
) -> Iterator[Problem]:
    for field, value in where.items():
        place = draft.at("print", *here, field)
        if field not in fields:
            message = f'nothing is chosen by "{shown(field)}" here'
            yield error("order", message, nearest(field, fields), **place)
        elif field == "role" and (roles := draft.roles) and not roles.find(value):
            message = f'no role is called "{shown(value)}"'
            yield error("unknown-role", message, roles.cure(value), **place)


def of_sheets(draft: PartialEvent) -> Iterator[Problem]:
    """A stock that there is not, a card beyond its sheet, and keys that contradict each other."""
    for location, order in draft.orders.items():
        yield from _of_sheets(draft, location, order)
    for name, order in draft.named_orders.items():
        kind = order.where.get("kind", "")
        own = ("signage", "kinds", kind) if order.product == "signage" else (order.product,)
        whole = order.with_sheets(draft.orders.get(own, Order()))
        yield from _of_sheets(draft, ("orders", name), whole, order.model_fields_set)


def _of_sheets(
    draft: PartialEvent, location: Location, order: Order, written: Collection[str] = ()
) -> Iterator[Problem]:
    for key, message, hint in _wrong_sheets(order, draft.stocks):
        if key in (written or order.model_fields_set):
            yield error("stock", message, hint, **draft.at("print", *location, key))


def _wrong_sheets(order: Order, known: dict[str, Stock] | None) -> Iterator[tuple[str, str, str]]:
    """Yield the key that is wrong, what is, and what to do."""
    stock, scheme = order.stock, order.impose
    found = known.get(stock) if known and stock else None
    if stock and known and not found:
        hint = nearest(stock, known) or "mi-print list stocks shows them"
        yield "stock", f'there is no stock "{shown(stock)}"', hint
    cards = found.across * found.down if found else 0
    if order.start and not stock:
        hint = "name the stock that is used up in part, or take it out"
        yield "start", "there is no stock here whose first cards could be used up", hint
    elif order.start and 0 < cards < order.start:
        hint = f"write which card is the first that is left, up to {cards}"
        yield "start", f"a sheet of {stock} has {cards} cards", hint
    if stock and scheme in _BOUND:
        hint = "take it out, or name no stock"
        yield "impose", f"cards of a stock are not folded, as {scheme} folds sheets", hint
    if order.fill and (scheme in {*_BOUND, "cut-stack"} or not (stock or scheme)):
        said = f"{scheme} has an order of its own" if scheme else "nothing is put on sheets here"
        yield "fill", said, _OUT
    if order.sheet and stock:
        yield "sheet", "a stock has a sheet of its own", _OUT
    elif order.sheet and not scheme:
        hint = "say with impose how pages are put on it, or take it out"
        yield "sheet", "nothing is put on sheets here", hint
    if order.caliper and scheme not in _BOUND:
        yield "caliper", "only pages of a bound book move toward its spine", _OUT
