"""The name badges: a front and a back for each person, many of them.

A layout with slots is set once and stamped; any other is set whole, badge by badge.
"""

from collections.abc import Callable
from dataclasses import replace

from mi_print.errors import InputError
from mi_print.event.badges import badges
from mi_print.event.load import Loaded
from mi_print.event.model import Event
from mi_print.problem import error, errors_of, in_order
from mi_print.products.badges import stamped_badges
from mi_print.products.badges.batch import Batch
from mi_print.products.badges.selection import chosen, guessed_families
from mi_print.products.edition.artifact import Artifact
from mi_print.products.edition.printing import PrintSetup
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Request

_NOBODY = "give people of data/workshop.yaml a role that is ordered, or write data/attendees.csv"


def make(  # noqa: PLR0913, PLR0917 - what a batch consists of
    job: Job,
    loaded: Loaded,
    event: Event,
    request: Request,
    setup: PrintSetup,
    progress: Callable[[int, int], None],
) -> Artifact:
    """Make the badges.

    Raises:
        InputError: the list of attendees or the layout is wrong, nobody has a badge, or a name
            does not fit.
        UsageError: the command line asks for a badge that there is not.
    """
    said = loaded.attendee_list.all_problems
    if errors_of(said):
        raise InputError(in_order(said))
    order = request.badges.order or event.orders.badges.order
    lang = event.workshop.lang
    made = chosen(badges(event), request.badges, order, lang)
    if not made:
        raise InputError([error("badges", "nobody has a badge", _NOBODY, file="data")])
    batch = Batch(tuple(made), job, loaded, event, request, setup, progress)
    artifact = _made(batch)
    guessed = guessed_families(made, order, lang)
    return replace(artifact, problems=(*said, *guessed, *artifact.problems))


def _made(batch: Batch) -> Artifact:
    if batch.job.layout.manifest.series.stamped:
        return stamped_badges.make(batch)
    from mi_print.products.badges import whole_badges  # noqa: PLC0415 - the typesetter

    return whole_badges.make(batch)
