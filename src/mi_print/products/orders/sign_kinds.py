"""The kinds of sign: signage is one file for each, and each has a layout of its own.

A kind is whatever a layout of signage calls itself, so that a project adds one
by adding a folder.  Of two layouts of a kind the one that is named like it is
taken, unless `print.yaml` names the other.
"""

from collections import defaultdict
from pathlib import Path

from mi_print.errors import InputError, UsageError
from mi_print.event.load import Loaded
from mi_print.event.model import Order
from mi_print.layout.package import find
from mi_print.problem import Problem, error
from mi_print.products.orders.job import (
    Job,
    OrderInPlace,
    demand,
    known_shops,
    settle,
    unknown,
)
from mi_print.products.orders.named_orders import completed, orders, place_of
from mi_print.products.orders.request import PRODUCTS, Request

SIGNAGE = "signage"

Kinds = dict[str, dict[str, find.Layout]]
"""By kind: its layouts by name, the default first."""


def kinds(project: Path) -> Kinds:
    """Return every kind of sign that the project has a layout of, by name.

    What is wrong with another product's layout stops no sign.

    Raises:
        InputError: manifests of layouts are wrong; all problems of all of them.
    """
    found: Kinds = defaultdict(dict)
    names = [name for name in find.names(project) if name not in PRODUCTS]
    layouts: list[find.Layout] = []
    problems: list[Problem] = []
    for name in names:
        try:
            layouts.append(find.layout(name, project))
        except InputError as reason:
            problems += reason.problems
    if problems:
        raise InputError(problems)
    for layout in sorted(layouts, key=lambda each: each.name != each.manifest.kind):
        if layout.manifest.product == SIGNAGE and layout.manifest.kind:
            found[layout.manifest.kind][layout.name] = layout
    return dict(sorted(found.items()))


def sign_jobs(project: Path, loaded: Loaded, request: Request) -> list[Job]:
    """Return a job for each kind that is asked for, or for every kind.

    Raises:
        UsageError: the command line names what there is not.
        InputError: `print.yaml` does, or a layout is wrong.
    """
    there = kinds(project)
    for kind in request.kinds:
        demand("kind of sign", kind, there, "there are")
    ordered = orders(loaded).signage
    whole = OrderInPlace(Order(shop=ordered.shop), SIGNAGE, SIGNAGE, loaded, request)
    problems = unknown(whole, "shop", ordered.shop, known_shops(loaded))
    for kind in ordered.kinds:
        problems += _unknown_kind(loaded, kind, there, f"{SIGNAGE}.kinds.{kind}")
    jobs = []
    named = orders(loaded).orders[request.named] if request.named is not None else None
    only = named.where.get("kind") if named else None
    problems += _unknown_kind(loaded, only, there, f"orders.{request.named}.where.kind")
    for kind in there if not request.kinds else dict.fromkeys(request.kinds):
        if only not in {None, kind}:
            continue
        order = ordered.kinds.get(kind, Order())
        quantity = order.quantity or ordered.quantity
        update = {"shop": order.shop or ordered.shop, "quantity": quantity}
        order = order.model_copy(update=update)
        field, name = f"{SIGNAGE}.kinds.{kind}", f"{SIGNAGE}-{kind}"
        if named:
            order, field = completed(named, order), f"orders.{request.named}"
            name = f"{SIGNAGE}-{request.named}-{kind}"
        located = OrderInPlace(order, field, name, loaded, request)
        try:
            jobs.append(settle(located, project, _layout(located, there[kind])))
        except InputError as reason:
            problems += reason.problems
    if problems:
        raise InputError(problems)
    if only and not jobs:
        message = f'the order "{request.named}" is for {only}, and --kind is not'
        raise UsageError(message, "leave out --kind, or --named")
    return jobs


def _unknown_kind(loaded: Loaded, kind: str | None, there: Kinds, field: str) -> list[Problem]:
    if kind is None or kind in there:
        return []
    message, hint = f'no kind of sign is called "{kind}"', f"there are: {', '.join(there)}"
    return [error("kind", message, hint, **place_of(loaded, field))]


def _layout(located: OrderInPlace, layouts: dict[str, find.Layout]) -> find.Layout:
    name = located.order.layout or next(iter(layouts))
    problems = unknown(located, "layout", name, layouts)
    if problems:
        raise InputError(problems)
    return layouts[name]
