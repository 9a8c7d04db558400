"""The call-for-papers flyer."""

import datetime as dt

from mi_print.errors import InputError
from mi_print.event.model import Role
from mi_print.layout.typeset.typesetter import TypesetPages
from mi_print.problem import error
from mi_print.products.edition.composer import Composer

_DAY_END = dt.time(23, 59)
"""When the last day of submission ends."""
_HINT = "write it under the key call; mi-print explain call says how"


def pages(composer: Composer) -> TypesetPages:
    """Return the flyer's pages.

    Raises:
        InputError: there is no call for papers, or the layout is wrong.
    """
    event = composer.event
    workshop = event.workshop
    if workshop.call is None:
        message = "there is no call for papers, and the flyer is nothing else"
        raise InputError([error("call", message, _HINT, file="data/workshop.yaml")])
    return composer.pages(
        {
            "workshop": workshop,
            "call": workshop.call,
            "day_end": _DAY_END,
            "keynotes": event.having(Role.KEYNOTE),
            "panelists": event.having(Role.PANELIST),
            "organizers": event.having(Role.ORGANIZER),
        }
    )
