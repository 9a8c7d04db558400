"""Which layout, size and shop a product gets, and what its files are called.

The command line goes before `print.yaml`, and that before the defaults: the
layout named like the product, its first size, the first shop.  A name that
does not exist is an error of whoever wrote it, in the place where it stands.
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from mi_print.errors import InputError, MiPrintError, UsageError
from mi_print.event.load import Loaded
from mi_print.event.model import Order, PrintOrders
from mi_print.layout import shelf
from mi_print.layout.grid import Grid
from mi_print.layout.manifest import SizeSpec
from mi_print.problem import Problem, error
from mi_print.products.wish import PRODUCTS, Wish
from mi_print.trade.shops import Shop, shops
from mi_print.trade.sizes import sizes

_ORDERS = "data/print.yaml"


@dataclass(frozen=True, slots=True)
class Job:
    """One product in one size for one shop; `name` is that of its files, without `.pdf`."""

    product: str
    project: Path
    layout: shelf.Layout
    size: str
    shop: Shop
    name: str

    @property
    def spec(self) -> SizeSpec:
        """What the layout's manifest says of this size."""
        return self.layout.manifest.sizes[self.size]

    @property
    def grid(self) -> Grid:
        """The layout's grid on the trim of this size."""
        trim = sizes()[self.size]
        return self.spec.grid(trim.width, trim.height)


def resolve(product: str, project: Path, loaded: Loaded, wish: Wish) -> Job:
    """Return the job of a product.

    Raises:
        UsageError: the command line names a size or shop that there is not.
        InputError: `print.yaml` does, or the layout is wrong.
    """
    orders = loaded.event.orders if loaded.event else PrintOrders()
    order: Order = getattr(orders, product)
    layout = _layout(product, order, project, loaded)
    made_for = layout.manifest.sizes
    ordered = order.size or next(iter(made_for))
    problems = [
        *_unknown(product, "size", ordered, made_for, loaded),
        *_unknown(product, "shop", order.shop, shops(), loaded),
    ]
    if problems:
        raise InputError(problems)
    size = wish.size or ordered
    _demand("size", size, made_for, f"the layout {layout.name} is made for")
    shop = wish.shop or order.shop or next(iter(shops()))
    _demand("shop", shop, shops(), "there are")
    name = product if size == ordered else f"{product}-{size}"
    return Job(product, project, layout, size, shops()[shop], name)


def check_orders(project: Path, loaded: Loaded) -> list[Problem]:
    """Return what is wrong with the orders and the layouts that they name."""
    problems: list[Problem] = []
    for product in PRODUCTS:
        try:
            resolve(product, project, loaded, Wish(project))
        except MiPrintError as reason:
            problems += reason.problems
    return problems


def _layout(product: str, order: Order, project: Path, loaded: Loaded) -> shelf.Layout:
    known = shelf.names(project)
    name = order.layout or product
    problems = _unknown(product, "layout", name, known, loaded)
    if problems:
        raise InputError(problems)
    layout = shelf.layout(name, project)
    if layout.manifest.product != product:
        message = f"{name} is a layout of {layout.manifest.product}, not of {product}"
        hint = f"name another, or take the key out for the layout {product}"
        place = _place(loaded, f"{product}.layout")
        raise InputError([error("layout", message, hint, **place)])
    return layout


def _unknown(
    product: str, kind: str, name: str | None, known: Collection[str], loaded: Loaded
) -> list[Problem]:
    """Return an error if an order names what is not known."""
    if name is None or name in known:
        return []
    message, hint = f'no {kind} for {product} is called "{name}"', f"there are: {', '.join(known)}"
    return [error(kind, message, hint, **_place(loaded, f"{product}.{kind}"))]


def _place(loaded: Loaded, field: str) -> dict[str, object]:
    for text in loaded.texts:
        if text.file == _ORDERS and text.field == field:
            return {"file": text.file, "line": text.line, "column": text.column}
    return {"file": _ORDERS}


def _demand(kind: str, name: str, known: Collection[str], there: str) -> None:
    if name not in known:
        raise UsageError(f'no {kind} is called "{name}"', f"{there}: {', '.join(known)}")
