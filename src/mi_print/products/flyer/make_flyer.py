"""The call-for-papers flyer: the variables of its layout, and its page."""

from mi_print.errors import NothingToPrintError
from mi_print.event.model import Role
from mi_print.layout.typeset.typesetter import TypesetPages
from mi_print.problem import Problem, error, warning
from mi_print.products.edition.composer import Composer
from mi_print.products.flyer.flyer_blocks import DAY_END
from mi_print.products.flyer.give_way import CutPart
from mi_print.products.flyer.page_plan import FlyerPlanner

_DATA = "data/workshop.yaml"
_HINT = "write it under the key call; mi-print explain call says how"
_FEWER = "write less, order a larger size, or change the order of gives-way in the layout"


def pages(composer: Composer) -> TypesetPages:
    """Return the flyer's pages; what gives way is a note of the composer's.

    Raises:
        NothingToPrintError: there is no call for papers.
        InputError: the layout is wrong, or something fits in no size.
    """
    event = composer.event
    workshop = event.workshop
    if workshop.call is None:
        raise NothingToPrintError([error("call", "there is no call for papers", _HINT, file=_DATA)])
    variables = {
        "workshop": workshop,
        "call": workshop.call,
        "day_end": DAY_END,
        "keynotes": event.having(Role.KEYNOTE),
        "panelists": event.having(Role.PANELIST),
        "organizers": event.having(Role.ORGANIZER),
    }
    copyfit = composer.job.layout.manifest.copyfit
    if copyfit is None:
        return composer.pages(variables)
    page = FlyerPlanner(event, workshop.call, composer.context, copyfit).page()
    composer.notes.extend(map(_cut, page.cut))
    return composer.pages({**variables, "flyer": page})


def _cut(part: CutPart) -> Problem:
    left = part.count - part.shown
    words = f"{left} of the {part.count} words of {part.name}"
    what = words if part.running else f"{left} of {part.count} {part.name}"
    message = f"the flyer has no room for {what}"
    return warning("gives-way", message, _FEWER, file=_DATA)
