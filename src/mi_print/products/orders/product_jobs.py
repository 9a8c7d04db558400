"""What is ordered of every product: its jobs, and what is wrong with the orders."""

import contextlib
from pathlib import Path

from mi_print.errors import InputError, MiPrintError
from mi_print.event.load import Loaded
from mi_print.problem import Problem
from mi_print.products.orders.colour_builds import check_builds
from mi_print.products.orders.desk_jobs import desk_jobs
from mi_print.products.orders.job import Job, resolve
from mi_print.products.orders.named_orders import each_order, wrong_name
from mi_print.products.orders.request import PRODUCTS, Request
from mi_print.products.orders.sign_kinds import SIGNAGE, kinds, sign_jobs
from mi_print.trade.shops import Shop


def jobs(product: str, project: Path, loaded: Loaded, request: Request) -> list[Job]:
    """Return the jobs of a product's order: of signage one for each kind of sign.

    Badges may have another, for a list; any other product has one.

    Raises:
        UsageError: the command line names what there is not.
        InputError: `print.yaml` does, or a layout is wrong.
    """
    if request.named is not None:
        signs = kinds(project) if product == SIGNAGE else ()
        if problem := wrong_name(request.named, product, signs, loaded):
            raise InputError([problem])
    if product == SIGNAGE:
        return sign_jobs(project, loaded, request)
    desk = desk_jobs(project, loaded, request) if product == "badges" else []
    return [resolve(product, project, loaded, request), *desk]


def check_orders(project: Path, loaded: Loaded) -> list[Problem]:
    """Return what is wrong with the orders and the layouts that they name."""
    problems: list[Problem] = []
    for product in PRODUCTS:
        for request in each_order(product, loaded, Request(project)):
            try:
                jobs(product, project, loaded, request)
            except MiPrintError as reason:
                problems += reason.problems
    return problems


def ordered_shops(project: Path, loaded: Loaded) -> list[Shop]:
    """Return the shop of each job that is ordered, of those jobs that are not wrong."""
    shops: list[Shop] = []
    for product in PRODUCTS:
        with contextlib.suppress(MiPrintError):  # said by `check_orders`
            for request in each_order(product, loaded, Request(project)):
                shops += [job.shop for job in jobs(product, project, loaded, request)]
    return shops


def check_builds_of_orders(project: Path, loaded: Loaded) -> list[Problem]:
    """Return a warning for each colour that prints as another colour, where it is ordered."""
    themed = loaded.for_files({"workshop", "print", "shops"})
    try:
        return list(check_builds(project, themed, ordered_shops(project, themed)))
    except MiPrintError as reason:
        return reason.problems
