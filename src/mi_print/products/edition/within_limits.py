"""Composes and typesets a project's own layout in a process that has limits.

Such a layout may loop, nest, or grow without end.  What passes the limits, or crashes a
library, is a problem of the template at work.  The layouts that come with mi-print are
composed and typeset where they are asked for, unless there are very many papers.
"""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar, cast

from mi_print.errors import InputError, MiPrintError, UsageError
from mi_print.event.model import Event
from mi_print.event.queries import entries
from mi_print.problem import error
from mi_print.processes import server
from mi_print.processes.child import PATIENCE, Child, CrashedError, StoppedError
from mi_print.processes.limits import Ending, Limits, held
from mi_print.processes.worker import send
from mi_print.products.edition.artifact import Artifact
from mi_print.products.few_entries import with_few_entries
from mi_print.products.orders.job import Job

SECONDS = "MI_PRINT_LAYOUT_SECONDS"
"""The variable with the seconds of processor time for a step: a part that is composed, a document
that is set, a page that is written."""
MEGABYTES = "MI_PRINT_LAYOUT_MEMORY"
"""The variable with the megabytes for each process."""
DEFAULTS = {SECONDS: 15, MEGABYTES: 2000}
"""Those of an event without entries; a step of much data has shares more of the seconds."""
_WHOLE = 10
"""How many times the seconds of a step a process has in all; and a second for two entries."""
_MOST = 1_000_000
_MANY = 1000
"""Papers above which layouts that come with mi-print have limits too."""

Progress = Callable[[int, int], None]
"""Called with how many records are done, and of how many."""
Result = TypeVar("Result")


def _unwatched(_done: int, _of: int) -> None:
    """Let progress be."""


def within_limits(
    job: Job,
    event: Event,
    work: Callable[[Event, Progress], Result],
    progress: Progress = _unwatched,
    *,
    short: bool = False,
) -> Result:
    """Return what work on a job returns, under limits.

    A layout of the project's own is tried on a few entries of a large event before: what has no
    end is so ended as soon as with little data, in whichever part it stands.

    A layout that comes with mi-print has limits only where there are very many papers: nothing
    else can make a document of it large.  It has none if only what is short is laid out.

    Args:
        job: whose layout it is.
        event: the data.
        work: picklable, as its result is; it takes the data, and what is called with its progress.
        progress: the same, here.
        short: whether only what is short is laid out.

    Raises:
        InputError: it takes more than the limits, or nests too deeply.
        UsageError: the environment says limits that are none.
    """
    if held() or not (job.own or (len(event.papers) > _MANY and not short)):
        return work(event, progress)
    tried = job.own and job.product != "badges" and any(_bounds(os.environ, event))
    if tried and (few := with_few_entries(event)):
        try:
            _limited(job, few, partial(work, few), _unwatched)
        except MiPrintError as reason:  # of few entries much may be wrong that is right of all
            if found := [each for each in reason.problems if each.rule == "limit"]:
                raise InputError(found) from reason
    return _limited(job, event, partial(work, event), progress)


def _limited(
    job: Job, event: Event, work: Callable[[Progress], Result], progress: Progress
) -> Result:
    """Return what work on a job returns, under the limits of the data."""
    seconds, megabytes = _bounds(os.environ, event)
    with _diary() as diary:
        whole = seconds and _WHOLE * seconds + entries(event) // 2 + len(event.attendees) // 4
        limits = Limits(seconds, megabytes, diary, whole)
        if not (seconds or megabytes):
            try:
                return work(progress)
            except tuple(_RAISED) as reason:
                raise _refused(StoppedError("failed", reason), limits, job) from reason
        child: Child[tuple[bool, object]] = Child(
            _Limited(work), max(PATIENCE, whole), limits=limits
        )
        try:
            for over, what in child:
                if over:
                    return cast("Result", what)
                progress(*cast("tuple[int, int]", what))
        except StoppedError as stopped:
            raise _refused(stopped, limits, job) from stopped
    raise AssertionError("work ends with a result")


class _Limited:
    """Work that yields its progress, with False, and at the end its result, with True."""

    def __init__(self, work: Callable[[Progress], object]) -> None:
        self._work = work

    def __call__(self) -> Iterator[tuple[bool, object]]:
        made = self._work(lambda done, of: send((False, (done, of))))
        if isinstance(made, Artifact):  # written here, before it is sent
            made = replace(made, editions=dict(made.editions))
        yield True, made


@contextmanager
def _diary() -> Iterator[Path]:
    server.start()  # makes the folder for temporary files
    with server.starting():
        diary = tempfile.NamedTemporaryFile(prefix="limits-")  # noqa: SIM115 - what follows is not its making
    with diary as file:
        yield Path(file.name)


def _bounds(environment: Mapping[str, str], event: Event) -> tuple[int, int]:
    """Return the seconds and megabytes that the environment says, else the usual; 0 is none.

    Measured with a copy of the booklet that comes with mi-print: 10,000 papers with 80,000
    authors take 630 s in all, both editions and preflight, and 8.3 GB for 1,964 pages.
    """
    found = {
        SECONDS: DEFAULTS[SECONDS],
        MEGABYTES: DEFAULTS[MEGABYTES] + entries(event) + len(event.attendees) // 50,
    }
    for name in DEFAULTS:
        text = environment.get(name, "")
        if text and not (text.isascii() and text.isdigit() and int(text[:9]) <= _MOST):
            message = f"{name} is a whole number up to {_MOST:,}; 0 is without a limit"
            raise UsageError(message, "write digits, or unset it")
        found[name] = int(text) if text else found[name]
    return found[SECONDS], found[MEGABYTES]


def _refused(stopped: StoppedError, limits: Limits, job: Job) -> Exception:
    """Return what is raised for work that was stopped: what it raised itself, or a problem."""
    cause = stopped.cause
    if cause and not isinstance(cause, (CrashedError, *_RAISED)):
        return cause
    ending = (
        next((found for kind, found in _RAISED.items() if isinstance(cause, kind)), None)
        or limits.ending()
    )
    message, hint = _SAID[ending]
    values = {
        "seconds": limits.allowed(),
        "megabytes": limits.megabytes,
        "whole": limits.whole,
    }
    file = limits.step() or job.layout_file
    return InputError([error("limit", message.format(**values), hint, file=file)])


_RAISED: dict[type[Exception], Ending] = {
    MemoryError: Ending.MEMORY,
    RecursionError: Ending.NESTING,
    SyntaxError: Ending.NESTING,  # of the Python that templates and selectors become
}
_LOOK = "look for what loops, or grows without end"
_SAID = {
    Ending.TIME: (
        "this takes more than {seconds:,} s of processor time",
        f"{_LOOK}; if it must take so long, allow it more by {SECONDS}",
    ),
    Ending.WHOLE_TIME: (
        "all that is set in this layout takes more than {whole:,} s of processor time together",
        f"{_LOOK}; if it must take so long, allow it more by {SECONDS}",
    ),
    Ending.MEMORY: (
        "this takes more than {megabytes:,} MB of memory",
        f"{_LOOK}; if it must take so much, allow it more by {MEGABYTES}",
    ),
    Ending.NESTING: (
        "this is nested too deeply to be set",
        "look for what stands in itself, or in hundreds of others",
    ),
    Ending.UNKNOWN: (
        "typesetting this ended without a word: it takes too much memory, or crashes a library",
        f"{_LOOK}, or nests; {MEGABYTES} says how much memory it may take",
    ),
}
"""Message and hint, by what ended the work."""
