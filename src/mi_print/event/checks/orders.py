"""Orders: what each names is of its product, and there is one word for what sorts."""

from collections.abc import Iterator

from mi_print.event.badges import FIELDS
from mi_print.event.model import BadgeSelection
from mi_print.event.partial_event import PartialEvent
from mi_print.problem import Problem, error
from mi_print.source.wording import nearest, shown

_ONLY_BADGES = ("roles", "sort", "sides", "spares", "dividers", "pick_up")
_WHERE = {"badges": FIELDS, "signage": ("kind",)}
"""By product the fields by which an order chooses."""


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
