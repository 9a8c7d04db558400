"""What `all` would refuse, as far as it shows in a few seconds, and what is left out of that.

Every product is composed, and what is short of it is laid out as `all` lays it out; of the
texts of a series each is fitted.  Of very many records and papers those with the widest texts
stand for all.  No file is written, and so none preflighted.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from mi_print.collection import uncollected
from mi_print.errors import ExitCode, MiPrintError
from mi_print.event.attendees.read_list import AttendeeList
from mi_print.event.load import Loaded
from mi_print.event.model import Event
from mi_print.problem import Problem, errors_of, shown_path
from mi_print.processes.packed import Packed
from mi_print.processes.tasks import over_cores
from mi_print.products.edition.preflight_gate import rejected
from mi_print.products.edition.printing import PrintSetup, print_setup
from mi_print.products.orders.job import Job
from mi_print.products.orders.named_orders import each_order
from mi_print.products.orders.passed_over import passed_over
from mi_print.products.orders.product_jobs import jobs
from mi_print.products.orders.request import PRODUCTS, Edition, Request
from mi_print.products.output import EDITION, check_free
from mi_print.products.run import artifacts, places
from mi_print.products.variable_data.widest_records import EXACT
from mi_print.products.widest_papers import with_widest_papers

_LISTS = frozenset({"program", "poster-lists"})
"""Products, and kinds of signs, that list papers; nothing else of them is made of each."""
_LONGEST_FIRST = (
    *("program", "badges", "board-cards", "poster-lists", "door-sign", "chair-sheets", "cfp"),
)
"""Products and kinds of signs that take long, so that no process waits for another at the end."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """What is wrong, what was not laid out or is passed over, and a run's exit code."""

    problems: Sequence[Problem] = ()
    left_out: Sequence[str] = ()
    code: ExitCode = ExitCode.DONE
    passed_over: Sequence[str] = ()


def lay_out(project: Path, loaded: Loaded, event: Event, request: Request) -> LaidOut:
    """Lay out what is short of every product that is ordered.

    Args:
        project: its folder.
        loaded: the data, with the places where it stands.
        event: the data.
        request: for what.
    """
    found: dict[str, list[LaidOut]] = {product: [] for product in PRODUCTS}
    tasks: list[tuple[Job, Request]] = []
    for product in PRODUCTS:
        for asked in each_order(product, loaded, request):
            try:
                tasks += [(job, asked) for job in jobs(product, project, loaded, asked)]
            except MiPrintError as reason:
                found[product].append(LaidOut(reason.problems, code=reason.exit_code))
    many = len(event.attendees) > EXACT
    own = [task for task in tasks if many and task[0].product == "badges"]
    sent = [task for task in tasks if task not in own]
    begun = sorted(range(len(sent)), key=lambda number: _turn(sent[number][0]))
    lean = replace(loaded, whole={})  # the event says it again
    if many:  # they are read in this process alone: to send them takes seconds
        lean = replace(lean, event=_unattended(event), attendee_list=AttendeeList())
    data = Packed((lean, lean.event or event))

    def meanwhile() -> None:
        here = _Given(Packed((loaded, event)), project, request.date)
        with uncollected():
            found["badges"] += [_laid_out(here, task) for task in own]

    outcomes = over_cores(
        _Given,
        (data, project, request.date),
        _laid_out,
        [sent[number] for number in begun],
        meanwhile if own else None,
    )
    ended = dict(zip(begun, outcomes, strict=True))
    for number, (job, _) in enumerate(sent):
        found[job.product].append(ended[number])
    in_turn = [outcome for outcomes in found.values() for outcome in outcomes]
    return LaidOut(
        problems=[problem for each in in_turn for problem in each.problems],
        left_out=[left for each in in_turn for left in each.left_out],
        code=next((each.code for each in in_turn if each.code), ExitCode.DONE),
        passed_over=[why for each in in_turn for why in each.passed_over],
    )


def _turn(job: Job) -> int:
    """Return when a job begins: those that take long go first."""
    name = job.layout.manifest.kind or job.product
    return _LONGEST_FIRST.index(name) if name in _LONGEST_FIRST else len(_LONGEST_FIRST)


class _Given:
    """What a process needs to lay out jobs."""

    def __init__(
        self, data: Packed[tuple[Loaded, Event]], project: Path, date: dt.datetime | None
    ) -> None:
        self.loaded, self.event = data.value
        self._project = project
        self._date = date

    @cached_property
    def setup(self) -> PrintSetup:
        """What print editions share; its digest, which none here has, leaves the attendees out."""
        return print_setup(self._project, _unattended(self.event), self._date)

    def shown(self, job: Job) -> tuple[Event, tuple[str, ...]]:
        """Return the event as far as a job lays it out, and what of it is left out."""
        listed = not _LISTS.isdisjoint({job.product, job.layout.manifest.kind})
        return self._with_widest_papers if listed and not job.own else (self.event, ())

    @cached_property
    def _with_widest_papers(self) -> tuple[Event, tuple[str, ...]]:
        return with_widest_papers(self.event)


def _unattended(event: Event) -> Event:
    return event.model_copy(update={"attendees": ()})


def _laid_out(given: _Given, asked: tuple[Job, Request]) -> LaidOut:
    """Return what is wrong with a job; a text in the safe margin is what preflight rejects."""
    job, request = asked
    event, left_out = given.shown(job)
    try:
        found = artifacts([job], given.loaded, event, request, given.setup)
        made = [
            replace(each, not_laid_out=(*left_out, *each.not_laid_out)) for each in found.artifacts
        ]
        for each in made:
            check_free(dict.fromkeys(places(each, request).values(), EDITION))
    except MiPrintError as reason:
        if why := passed_over(reason, job.product, given.event, request):
            return LaidOut(passed_over=[why])
        return LaidOut(reason.problems, code=reason.exit_code)
    left = [f"{each.name} ({', '.join(each.not_laid_out)})" for each in made if each.not_laid_out]
    problems = [problem for each in made for problem in each.problems]
    problems += [problem for each in found.all_left_out for problem in each.problems]
    code = ExitCode.PROBLEMS if errors_of(problems) else ExitCode.DONE
    for each in made:
        file = shown_path(rejected(places(each, request)[Edition.PRINT]), job.project)
        problems += [replace(problem, file=file) for problem in each.unsafe]
        code = code or (ExitCode.PREFLIGHT if each.unsafe else ExitCode.DONE)
    return LaidOut(problems, left, code)
