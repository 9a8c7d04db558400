"""Signage: a file for each kind of sign, set over the machine's cores."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mi_print.errors import InputError
from mi_print.event.model import Event
from mi_print.layout.typeset.typesetter import TypesetPages, join
from mi_print.problem import Problem, error
from mi_print.processes.tasks import over_cores
from mi_print.products.edition.artifact import Artifact, not_written
from mi_print.products.edition.composer import composer_of
from mi_print.products.edition.finish import finish
from mi_print.products.edition.longest_documents import longest_unfit
from mi_print.products.edition.printing import PrintSetup
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Purpose, Request
from mi_print.products.signage import stamped_signs
from mi_print.products.signage.sign_context import variables
from mi_print.products.signage.sign_record import cards

_CHUNK = 50
"""Cards in one document of the typesetter: its time grows faster than their number."""

_FEW = 8
"""The same where only the longest are laid out."""
_MOST = 12_000
"""Letters of a kind that are laid out then."""

_EMPTY = "mi-print explain signage shows where its data stands"


@dataclass(frozen=True, slots=True)
class _SignageTask:
    """What a process needs to make signs."""

    event: Event
    request: Request
    setup: PrintSetup


def make(jobs: Sequence[Job], event: Event, request: Request, setup: PrintSetup) -> list[Artifact]:
    """Return the files of all kinds for which the data has anything.

    Raises:
        InputError: a kind was asked for by name and the data has nothing for
            it, or what is set does not fit; all problems at once.
    """
    lean = event.model_copy(update={"attendees": ()})  # each process gets a copy of it
    made = list(over_cores(_SignageTask, (lean, request, setup), _made, jobs))
    problems = [problem for each in made if isinstance(each, list) for problem in each]
    if problems:
        raise InputError(problems)
    return [each for each in made if isinstance(each, Artifact)]


def _made(task: _SignageTask, job: Job) -> Artifact | list[Problem] | None:
    """Return a kind's file, or what is wrong with it; None if there is nothing for it."""
    kind = job.layout.manifest.kind or ""
    if not cards(kind, task.event):
        named = kind in task.request.kinds
        return [error("empty", f"there is nothing to print on {kind}", _EMPTY)] if named else None
    try:
        if job.layout.manifest.series.stamped:
            return stamped_signs.make(job, task.event, task.request, task.setup)
        if task.request.purpose is Purpose.LAY_OUT:
            return _lay_out(job, task.event)
        made = finish(pages(job, task.event), job, task.request.written, task.setup)
        return replace(made, editions=dict(made.editions))  # written here, before they are sent
    except InputError as reason:
        return reason.problems


def pages(job: Job, event: Event) -> TypesetPages:
    """Return the pages of one kind of sign.

    Raises:
        InputError: the layout is wrong.
    """
    composer = composer_of(job, event)
    given = variables(composer)
    return join([composer.pages({**given, "cards": chunk}) for chunk in _chunks(job, event)])


def _lay_out(job: Job, event: Event) -> Artifact:
    """Return a kind's file without pages: what does not fit of its longest cards, and the rest.

    Raises:
        InputError: a template is wrong.
    """
    composer = composer_of(job, event)
    given, chunks = variables(composer), _chunks(job, event, _FEW)
    problems: list[Problem] = []
    left_out: set[int] = set()
    for part in job.layout.manifest.parts:
        documents = [composer.compose(part, {**given, "cards": chunk}) for chunk in chunks]
        wrong, left = longest_unfit(composer, part, documents, _MOST)
        problems += wrong
        left_out.update(left)
    count, cards_in_all = sum(len(chunks[each]) for each in left_out), sum(map(len, chunks))
    share = [f"{count} of {cards_in_all} cards"] if left_out else []
    return not_written(job, problems, share)


def _chunks(job: Job, event: Event, size: int = _CHUNK) -> list[Sequence[object]]:
    """Return the cards of a kind, so many to a document."""
    found = cards(job.layout.manifest.kind or "", event)
    return [found[at : at + size] for at in range(0, len(found), size)]
