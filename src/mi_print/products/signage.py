"""Signage: a file for each kind of sign, set over the machine's cores."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mi_print.errors import InputError
from mi_print.event.model import Event
from mi_print.layout.typeset import Pages, join
from mi_print.problem import Problem, error
from mi_print.processes.tasks import over_cores
from mi_print.products import stamped_signs
from mi_print.products.finished import Finished
from mi_print.products.finishing import finish
from mi_print.products.job import Job
from mi_print.products.prepared import prepare
from mi_print.products.printing import Stamp
from mi_print.products.signs import cards, variables
from mi_print.products.wish import Wish

_CHUNK = 50
"""Cards in one document of the typesetter: its time grows faster than their number."""

_EMPTY = "docs/signage.md says where its data stands"


@dataclass(frozen=True, slots=True)
class _Bench:
    """What a process needs to make signs."""

    event: Event
    wish: Wish
    stamp: Stamp


def make(jobs: Sequence[Job], event: Event, wish: Wish, stamp: Stamp) -> list[tuple[Job, Finished]]:
    """Return the files of all kinds for which the data has anything.

    Raises:
        InputError: a kind was asked for by name and the data has nothing for
            it, or what is set does not fit; everything is said at once.
    """
    lean = event.model_copy(update={"attendees": ()})  # each process gets a copy of it
    given = (lean, Wish(wish.out, wish.editions, kinds=wish.kinds), stamp)
    made = list(over_cores(_Bench, given, _made, jobs))
    problems = [problem for each in made if isinstance(each, list) for problem in each]
    if problems:
        raise InputError(problems)
    return [(job, each) for job, each in zip(jobs, made, strict=True) if isinstance(each, Finished)]


def _made(bench: _Bench, job: Job) -> Finished | list[Problem] | None:
    """Return a kind's file, or what is wrong with it; None if there is nothing for it."""
    kind = job.layout.manifest.kind or ""
    if not cards(kind, bench.event):
        asked = kind in bench.wish.kinds
        return [error("empty", f"there is nothing to print on {kind}", _EMPTY)] if asked else None
    try:
        if job.layout.manifest.series.stamped:
            return stamped_signs.make(job, bench.event, bench.wish, bench.stamp)
        made = finish(pages(job, bench.event), job, bench.wish, bench.stamp)
        return replace(made, editions=dict(made.editions))  # written here, before they are sent
    except InputError as reason:
        return reason.problems


def pages(job: Job, event: Event) -> Pages:
    """Return the pages of one kind of sign.

    Raises:
        InputError: the layout is wrong.
    """
    prepared = prepare(job, event)
    given, records = variables(prepared), cards(job.layout.manifest.kind or "", event)
    return join(
        [
            prepared.typeset(
                part, prepared.compose(part, {**given, "cards": records[at : at + _CHUNK]})
            )
            for at in range(0, len(records), _CHUNK)
            for part in prepared.layout.manifest.parts
        ]
    )
