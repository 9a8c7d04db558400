"""Spread a long list of like tasks over the machine's cores.

The processes are new ones (spawned), not forks of this one: the typesetter's
libraries keep locks and caches that a fork would inherit halfway.  A new
process takes most of a second to import them, so a single task is done here.
"""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

Table = TypeVar("Table")
Task = TypeVar("Task")
Result = TypeVar("Result")

_laid: dict[str, Any] = {}
"""In a process of the pool: the work it does, and the table that it has laid for it."""


def over_cores(
    lay: Callable[..., Table],
    given: tuple[object, ...],
    work: Callable[[Table, Task], Result],
    tasks: Sequence[Task],
) -> Iterator[Result]:
    """Yield the results in the order of the tasks, each as soon as those before it are there.

    Args:
        lay: lays the table, once in each process; a function of a module.
        given: what it takes; picklable.
        work: does one task at that table; a function of a module.
        tasks: picklable, as the results must be.
    """
    processes = min(len(tasks), cores())
    if processes <= 1:
        table = lay(*given)
        for task in tasks:
            yield work(table, task)
        return
    pool = ProcessPoolExecutor(
        processes, get_context("spawn"), initializer=_begin, initargs=(lay, given, work)
    )
    try:
        yield from pool.map(_do, tasks)
    finally:
        pool.shutdown(cancel_futures=True)


def cores() -> int:
    """Return how many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)  # not everywhere
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _begin(lay: Callable[..., Any], given: tuple[object, ...], work: Callable[..., Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interruption is the first process's to say
    _laid.update(lay=lay, given=given, work=work)


def _do(task: object) -> Any:  # noqa: ANN401 - whatever the work returns
    if "table" not in _laid:  # not before: a reason raised while beginning would be lost
        _laid["table"] = _laid["lay"](*_laid["given"])
    return _laid["work"](_laid["table"], task)
