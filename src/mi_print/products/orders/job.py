"""Which layout, size and shop a product gets, and what its files are called.

The command line goes before `print.yaml`, and that before the defaults: the
layout named like the product, its first size of the ordered format, the shop
of that.  A name that does not exist is an error at its place in `print.yaml`, or one of usage.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from mi_print.errors import InputError, MiPrintError, UsageError
from mi_print.event.load import Loaded
from mi_print.event.model import BadgeSelection, Order
from mi_print.layout.checks.page_fault import SHORTEN
from mi_print.layout.checks.theme_colours import check_ink_limit
from mi_print.layout.grid import Grid
from mi_print.layout.package import find
from mi_print.layout.package.manifest import SizeSpec
from mi_print.problem import Problem, error, shown_path
from mi_print.products.imposition.impose_request import ImposeRequest
from mi_print.products.orders.named_orders import completed, orders, place_of
from mi_print.products.orders.ordered_sheets import (
    StockChoice,
    chosen_stock,
    known_stocks,
    misfits_of_stock,
    no_size,
    ordered_sheets,
    placed,
)
from mi_print.products.orders.request import Edition, Request
from mi_print.resources import LAYOUTS
from mi_print.trade.shops import Shop, default_shop, shops
from mi_print.trade.sizes import default_size, sizes

_UNHEEDED = (
    "take sides out of data/print.yaml, or let the template write as many pages as sides says"
)


@dataclass(frozen=True, slots=True)
class Job:
    """One product in one size for one shop; `name` is that of its files, without `.pdf`.

    `quantity` is how many copies are ordered, if that is said, and `ordered_sides` how many sides;
    `sheets` is how its pages are put on sheets, if they are.
    """

    product: str
    project: Path
    layout: find.Layout
    size: str
    shop: Shop
    name: str
    quantity: int | None = None
    ordered_sides: int | None = None
    sheets: ImposeRequest | None = None

    @property
    def copies(self) -> str:
        """How many copies are ordered, as a result says it."""
        return "1 copy" if self.quantity == 1 else f"{self.quantity} copies"

    @property
    def spec(self) -> SizeSpec:
        """What the layout's manifest says of this size."""
        return self.layout.manifest.sizes[self.size]

    @property
    def grid(self) -> Grid:
        """The layout's grid on the trim of this size."""
        trim = sizes()[self.size]
        return self.spec.grid(trim.width, trim.height)

    @property
    def own(self) -> bool:
        """Whether anything of its layout is the project's own, and so may do whatever it likes."""
        shared = find.shared(self.project).resolve()
        return not (self.layout.bundled and shared.is_relative_to(LAYOUTS.resolve()))

    @property
    def pages(self) -> int | None:
        """How many pages a record must come out at; `None` is as many as it takes."""
        return self.ordered_sides or self.spec.pages or self.layout.manifest.pages

    @property
    def sides(self) -> int:
        """Pages of a record."""
        return self.pages or 1

    @property
    def pages_hint(self) -> str:
        """What to do if it does not come out at these pages."""
        return _UNHEEDED if self.ordered_sides else SHORTEN

    @property
    def layout_file(self) -> str:
        """What a problem calls the layout."""
        return shown_path(self.layout.folder, self.project)

    @property
    def manifest_file(self) -> str:
        """What a problem calls the layout's manifest."""
        return f"{self.layout_file}/layout.yaml"

    @property
    def template_file(self) -> str:
        """What a problem calls the template of a layout with slots, which is one."""
        return f"{self.layout_file}/{self.layout.manifest.parts[0]}.html.j2"


@dataclass(frozen=True, slots=True)
class OrderInPlace:
    """An order with its field in `print.yaml`, its files' name, the data and the request."""

    order: Order
    field: str
    name: str
    loaded: Loaded
    request: Request

    @property
    def file_name(self) -> str:
        """What its files are called in the size that is ordered: a part is no whole one's file."""
        part = self.request.badges.partial
        return f"{self.name}-only" if part else self.name


def resolve(product: str, project: Path, loaded: Loaded, request: Request) -> Job:
    """Return the job of a product that has one layout, of the order that is asked for.

    Raises:
        UsageError: the command line names a size or shop that there is not.
        InputError: `print.yaml` does, or the layout is wrong.
    """
    order: Order = getattr(orders(loaded), product)
    field = name = product
    if request.named is not None:
        field, name = f"orders.{request.named}", f"{product}-{request.named}"
        order = completed(orders(loaded).orders[request.named], order)
    located = OrderInPlace(order, field, name, loaded, request)
    return settle(located, project, _layout(located, project, product))


def settle(located: OrderInPlace, project: Path, layout: find.Layout) -> Job:
    """Return the job of one layout, in the size and for the shop that are asked for.

    Raises:
        UsageError: the command line names a size or shop that there is not.
        InputError: `print.yaml` does, or a colour is more ink than the shop takes.
    """
    order, request = located.order, located.request
    made_for = layout.manifest.sizes
    stock = _stock(located, layout)
    by_stock = stock.sizes[0] if stock and not stock.asked and stock.sizes else None
    ordered = order.size or by_stock or default_size(made_for, orders(located.loaded).format)
    problems = [
        *unknown(located, "size", ordered, made_for),
        *unknown(located, "shop", order.shop, known_shops(located.loaded)),
    ]
    if stock and not stock.asked and not request.size and not problems:
        args = (order, located.field, located.loaded, layout.name)
        problems += misfits_of_stock(stock, *args)
    if problems:
        raise InputError(problems)
    size = request.size or (stock.sizes[0] if stock and stock.asked else ordered)
    demand("size", size, made_for, f"the layout {layout.name} is made for")
    there = known_shops(located.loaded)
    shop = request.shop or order.shop or default_shop(orders(located.loaded).format)
    demand("shop", shop, there, "there are")
    if Edition.PRINT in request.editions and (
        problems := check_ink_limit(project, located.loaded, shop, there[shop])
    ):
        raise InputError(problems)
    name = located.file_name if size == ordered else f"{located.file_name}-{size}"
    product, quantity = layout.manifest.product, order.quantity
    sides = order.sides if isinstance(order, BadgeSelection) else None
    job = Job(product, project, layout, size, there[shop], name, quantity, sides)
    return replace(job, sheets=_sheets(located, job, stock))


def _stock(located: OrderInPlace, layout: find.Layout) -> StockChoice | None:
    """Return the stock, the command line's only if the layout has a size for it."""
    order, request = located.order, located.request
    there = known_stocks(located.loaded)
    if request.stock:
        demand("stock", request.stock, there, "there are")
    made_for = layout.manifest.sizes
    stock = chosen_stock(order, request, there, made_for)
    if stock and stock.asked and not stock.sizes:
        raise UsageError(*no_size(stock, layout.name))
    if stock and stock.asked and request.size and request.size not in stock.sizes:
        demand("size", request.size, made_for, f"the layout {layout.name} is made for")
        message = f"{request.size} is not as large as {stock.card}"
        raise UsageError(message, "leave --size out: the stock chooses it")
    return stock


def _sheets(located: OrderInPlace, job: Job, stock: StockChoice | None) -> ImposeRequest | None:
    order, request = located.order, located.request
    try:
        return ordered_sheets(
            order, stock, request, size=job.size, bleed=job.shop.bleed, sides=job.pages or 2
        )
    except MiPrintError as reason:
        if request.stock or request.start or request.fill or request.impose:
            raise
        problems = placed(reason, order, located.field, located.loaded)
        raise InputError(problems) from reason


def known_shops(loaded: Loaded) -> dict[str, Shop]:
    """Return the shops there are; the trade's if the data can't be read, and so nothing is made."""
    return loaded.event.shops if loaded.event else shops()


def _layout(located: OrderInPlace, project: Path, product: str) -> find.Layout:
    name = located.order.layout or product
    if name not in find.names(project):
        raise InputError(unknown(located, "layout", name, _layouts_of(product, project)))
    layout = find.layout(name, project)
    if layout.manifest.product != product:
        message = f"{name} is a layout of {layout.manifest.product}, not of {product}"
        hint = f"name another, or take the key out for the layout {product}"
        place = place_of(located.loaded, f"{located.field}.layout")
        raise InputError([error("layout", message, hint, **place)])
    return layout


def _layouts_of(product: str, project: Path) -> list[str]:
    layouts = [find.layout(name, project) for name in find.names(project)]
    return [layout.name for layout in layouts if layout.manifest.product == product]


def unknown(
    located: OrderInPlace, kind: str, name: str | None, known: Collection[str]
) -> list[Problem]:
    """Return an error if an order names a layout, size or shop that there is not."""
    if name is None or name in known:
        return []
    message = f'no {kind} for {located.name} is called "{name}"'
    hint = f"there are: {', '.join(known)}"
    return [error(kind, message, hint, **place_of(located.loaded, f"{located.field}.{kind}"))]


def demand(kind: str, name: str, known: Collection[str], there: str) -> None:
    """Make sure that the command line names what there is.

    Raises:
        UsageError: it does not.
    """
    if name not in known:
        raise UsageError(f'no {kind} is called "{name}"', f"{there}: {', '.join(known)}")
