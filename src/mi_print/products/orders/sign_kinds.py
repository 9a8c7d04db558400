"""The kinds of sign: signage is one file for each, and each has a layout of its own.

A kind is whatever a layout of signage calls itself, so that a project adds one
by adding a folder.  Of two layouts of a kind the one that is named like it is
taken, unless `print.yaml` names the other.
"""

from collections import defaultdict
from pathlib import Path

from mi_print.errors import InputError
from mi_print.event.load import Loaded
from mi_print.event.model import Order
from mi_print.layout.package import find
from mi_print.problem import Problem, error
from mi_print.products.orders.job import (
    Job,
    OrderInPlace,
    demand,
    known_shops,
    orders,
    place_of,
    settle,
    unknown,
)
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
    problems += [
        error(
            "kind",
            f'no kind of sign is called "{kind}"',
            f"there are: {', '.join(there)}",
            **place_of(loaded, f"{SIGNAGE}.kinds.{kind}"),
        )
        for kind in ordered.kinds
        if kind not in there
    ]
    jobs = []
    for kind in there if not request.kinds else dict.fromkeys(request.kinds):
        order = ordered.kinds.get(kind, Order())
        order = order.model_copy(update={"shop": order.shop or ordered.shop})
        field, name = f"{SIGNAGE}.kinds.{kind}", f"{SIGNAGE}-{kind}"
        located = OrderInPlace(order, field, name, loaded, request)
        try:
            jobs.append(settle(located, project, _layout(located, there[kind])))
        except InputError as reason:
            problems += reason.problems
    if problems:
        raise InputError(problems)
    return jobs


def _layout(located: OrderInPlace, layouts: dict[str, find.Layout]) -> find.Layout:
    name = located.order.layout or next(iter(layouts))
    problems = unknown(located, "layout", name, layouts)
    if problems:
        raise InputError(problems)
    return layouts[name]
