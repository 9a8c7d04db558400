"""What `all` would refuse, as far as it shows in a few seconds, and what is left out of that.

Every product is composed, and what is short of it is laid out as `all` lays it out; of the
texts of a series each is fitted.  No file is written, and so none preflighted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mi_print.errors import ExitCode, MiPrintError
from mi_print.event.load import Loaded
from mi_print.event.model import Event
from mi_print.problem import Problem, shown_path
from mi_print.processes.tasks import over_cores
from mi_print.products.orders.job import Job
from mi_print.products.orders.product_jobs import jobs
from mi_print.products.orders.request import PRODUCTS, Edition, Request
from mi_print.products.output import EDITION, check_free
from mi_print.products.run import artifacts, places

_LONGEST_FIRST = ("program", "badges", "cfp", "signage")


@dataclass(frozen=True, slots=True)
class LaidOut:
    """What is wrong, what was not laid out, and the exit code that a run would have."""

    problems: Sequence[Problem] = ()
    left_out: Sequence[str] = ()
    code: ExitCode = ExitCode.DONE


def lay_out(project: Path, loaded: Loaded, event: Event, request: Request) -> LaidOut:
    """Lay out what is short of every product that is ordered.

    Args:
        project: its folder.
        loaded: the data, with the places where it stands.
        event: the data.
        request: for what.
    """
    found, ordered = [], {}
    for product in PRODUCTS:
        try:
            ordered[product] = jobs(product, project, loaded, request)
        except MiPrintError as reason:
            found.append(LaidOut(reason.problems, code=reason.exit_code))
    tasks = [job for product in _LONGEST_FIRST for job in ordered.get(product, ())]
    found += over_cores(_Given, (loaded, event, request), _laid_out, tasks)
    return LaidOut(
        problems=[problem for each in found for problem in each.problems],
        left_out=[left for each in found for left in each.left_out],
        code=next((each.code for each in found if each.code), ExitCode.DONE),
    )


@dataclass(frozen=True, slots=True)
class _Given:
    """What a process needs to lay out jobs."""

    loaded: Loaded
    event: Event
    request: Request


def _laid_out(given: _Given, job: Job) -> LaidOut:
    try:
        made = artifacts([job], given.loaded, given.event, given.request)
        for each in made:
            check_free(dict.fromkeys(places(each, given.request).values(), EDITION))
    except MiPrintError as reason:
        return LaidOut(reason.problems, code=reason.exit_code)
    left = [f"{each.name} ({', '.join(each.not_laid_out)})" for each in made if each.not_laid_out]
    problems = [problem for each in made for problem in each.problems]
    for each in made:
        file = shown_path(places(each, given.request)[Edition.PRINT], job.project)
        problems += [replace(problem, file=file) for problem in each.unsafe]
    code = ExitCode.PREFLIGHT if any(each.unsafe for each in made) else ExitCode.DONE
    return LaidOut(problems, left, code)
