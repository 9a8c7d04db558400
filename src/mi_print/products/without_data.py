"""Products for which the data has nothing: whoever asks for all of them does not mean these."""

from mi_print.event.load import Loaded
from mi_print.event.model import Event
from mi_print.products.badges.candidates import candidates


def without_data(loaded: Loaded, event: Event) -> dict[str, str]:
    """Return what there is nothing of, by each product that needs it and is not ordered.

    What `print.yaml` orders is meant, and so it is asked for what it lacks, as it is by its name.
    """
    orders, listed = event.orders, loaded.attendee_list
    ordered = orders.model_fields_set | {order.product for order in orders.orders.values()}
    there = {
        "cfp": (event.workshop.call, "call for papers"),
        "badges": (listed.table or candidates(event, listed), "attendee"),
    }
    return {
        product: what
        for product, (found, what) in there.items()
        if not found and product not in ordered
    }


def as_line(missing: dict[str, str]) -> str:
    """Return them as a line; nothing if there are none."""
    each = ", ".join(f"{product} (no {what})" for product, what in missing.items())
    return f"not made: {each}" if each else ""
