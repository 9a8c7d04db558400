"""The call-for-papers flyer."""

import datetime as dt

from mi_print.errors import NothingToPrintError
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
        NothingToPrintError: there is no call for papers.
        InputError: the layout is wrong.
    """
    event = composer.event
    workshop = event.workshop
    if workshop.call is None:
        problem = error("call", "there is no call for papers", _HINT, file="data/workshop.yaml")
        raise NothingToPrintError([problem])
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
