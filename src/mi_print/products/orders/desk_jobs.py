"""What is made beside badges for the desk where they are picked up: a list, in a job of its own."""

from dataclasses import replace
from pathlib import Path

from mi_print.event.load import Loaded
from mi_print.event.model import BadgeSelection, Order
from mi_print.layout.package import find
from mi_print.products.orders.job import Job, OrderInPlace, settle
from mi_print.products.orders.named_orders import LIST, PICK_UP, completed, orders
from mi_print.products.orders.request import Request


def desk_jobs(project: Path, loaded: Loaded, request: Request) -> list[Job]:
    """Return the job of the pick-up list, if one is wanted.

    Raises:
        InputError: the layout is wrong, or the shop.
    """
    order: BadgeSelection = orders(loaded).badges
    field, name = "badges", f"badges-{PICK_UP}"
    if request.named is not None:
        order = completed(orders(loaded).orders[request.named], order)
        field, name = f"orders.{request.named}", f"badges-{request.named}-{PICK_UP}"
    if not (request.badges.pick_up or order.pick_up):
        return []
    # Size and sheets are those of the badges.
    plain = replace(
        request, size=None, stock=None, start=None, fill=None, impose=None, printer=None
    )
    located = OrderInPlace(Order(shop=order.shop), field, name, loaded, plain)
    return [settle(located, project, find.layout(LIST, project))]
