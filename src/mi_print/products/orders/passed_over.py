"""Products of which an event has nothing, where nobody has asked for them by name."""

from mi_print.errors import MiPrintError, NothingToPrintError
from mi_print.event.model import Event
from mi_print.products.orders.request import Request


def passed_over(reason: MiPrintError, product: str, event: Event, request: Request) -> str:
    """Return in a line why a product is passed over; nothing if its error is one of the run.

    A small event has no call for papers, and need not say so to make the rest.
    """
    ordered = product in event.orders.model_fields_set or request.named is not None
    if ordered or not request.every or not isinstance(reason, NothingToPrintError):
        return ""
    return f"{product} is not made: {reason.problems[0].message}"
