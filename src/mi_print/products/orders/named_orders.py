"""Orders beside a product's own: what each wants, and which of them a run makes.

What a named order leaves out is as the product's own order has it, but for the quantity; of
another layout the size is that layout's default.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from mi_print.errors import UsageError
from mi_print.event.load import Loaded
from mi_print.event.model import (
    SHEETS,
    BadgeOrder,
    BadgeSelection,
    Event,
    NamedOrder,
    Order,
    PrintOrders,
)
from mi_print.press.impose.plan import Scheme
from mi_print.problem import Place, Problem, error
from mi_print.products.orders.request import Request
from mi_print.source.wording import nearest
from mi_print.trade.sizes import sizes

_PART = "only"
"""What the files of a part are called."""
PICK_UP = "pick-up"
"""What the file of a pick-up list is called, behind the name of the badges."""
LIST = "pick-up-list"
"""The layout of such a list."""

_FILE = "data/print.yaml"
_NONE = "there are none; write orders in data/print.yaml"


def orders(loaded: Loaded) -> PrintOrders:
    """Return what is ordered, the defaults if the data can't be read."""
    return loaded.event.orders if loaded.event else PrintOrders()


def place_of(loaded: Loaded, field: str) -> Place:
    """Return the place fields of a problem with what `print.yaml` says there, or below."""
    for text in loaded.texts:
        if text.file == _FILE and f"{text.field}.".startswith(f"{field}."):
            return text.place
    return {"file": _FILE}


def order_names(orders: PrintOrders, products: Sequence[str]) -> list[str]:
    """Return the names of the orders of these products."""
    return [name for name, order in orders.orders.items() if order.product in products]


def check_named(products: Sequence[str], loaded: Loaded, request: Request) -> None:
    """Make sure that the command line names an order of one of these products.

    Raises:
        UsageError: it does not.
    """
    name, there = request.named, order_names(orders(loaded), products)
    if name is None or name in there or loaded.event is None:
        return
    other = orders(loaded).orders.get(name)
    if other:
        hint = f"write: mi-print {other.product} --named {name}"
        raise UsageError(f'"{name}" is an order of {other.product}', hint)
    hint = nearest(name, there) if there else _NONE
    raise UsageError(f'no order is called "{name}"', hint)


def each_order(product: str, loaded: Loaded, request: Request) -> Iterator[Request]:
    """Yield a request for each order of a product that is asked for.

    Whoever asks for a part (some badges, some kinds of sign) without a name has it of the
    product's own order alone, and so has a report on copyfitting.
    """
    there = order_names(orders(loaded), [product])
    if request.named is not None:
        yield from [request] if request.named in there else []
        return
    yield request
    if not (request.badges.partial or request.kinds):
        badges = replace(request.badges, report=None)
        yield from (replace(request, named=name, badges=badges) for name in there)


def wrong_name(name: str, product: str, kinds: Collection[str], loaded: Loaded) -> Problem | None:
    """Return an error if files of an order would be called as others are.

    Files are named after their product, order, kind of sign, size, and scheme of sheets; letter
    case tells no two apart on some machines.

    Args:
        name: of the order.
        product: whose it is.
        kinds: the kinds of sign that have a file each; of other products none.
        loaded: the data.
    """
    folded, taken = name.casefold(), (_PART, PICK_UP, *Scheme, *sizes(), *kinds)
    files = _files(folded, kinds)
    others = set(kinds)
    for other in order_names(orders(loaded), [product]):
        others |= _files(other.casefold(), kinds) if other != name else set()
    if (
        folded in taken
        or folded.startswith(f"{_PART}-")
        or folded.endswith(tuple(f"-{each}" for each in taken))
        or not files.isdisjoint(others)
    ):
        message = f'files of the order "{name}" would be called as others are'
        hint = (
            'give it a name without a size, a scheme, a kind of sign, or "only", that no other'
            " order has"
        )
        return error("order", message, hint, **place_of(loaded, f"orders.{name}"))
    return None


def _files(name: str, kinds: Collection[str]) -> set[str]:
    return {f"{name}-{kind}" for kind in kinds} or {name}


def completed(named: NamedOrder, own: Order) -> BadgeSelection:
    """Return a named order with what it leaves out from the product's own."""
    same = named.layout in {None, own.layout}
    sheets = {key: getattr(named.with_sheets(own), key) for key in SHEETS}
    sides = own.sides if isinstance(own, BadgeSelection) else None
    pick_up = own.pick_up if isinstance(own, BadgeSelection) else None
    return BadgeSelection(
        layout=named.layout or own.layout,
        size=named.size or (own.size if same else None),
        shop=named.shop or own.shop,
        quantity=named.quantity,
        sides=named.sides or sides,
        pick_up=pick_up if named.pick_up is None else named.pick_up,
        **sheets,
    )


def badge_order(event: Event, name: str | None) -> BadgeOrder:
    """Return an order of badges: whose they are, and in which order.

    A named order for a role, which names no `roles`, has the badges of that role in any case.
    """
    own = event.orders.badges
    if name is None:
        return own
    named, table = event.orders.orders[name], event.workshop.role_table
    roles = named.roles
    if roles is None:
        asked = table.find(named.where.get("role", ""))
        roles = tuple(table.with_badge(own.roles) | ({asked} if asked else set()))
    return BadgeOrder(
        roles=roles,
        where=named.where,
        sort=named.sort or own.sorting,
        spares=own.spares if named.spares is None else named.spares,
        dividers=own.dividers if named.dividers is None else named.dividers,
    )
