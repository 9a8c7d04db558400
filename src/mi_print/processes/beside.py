"""Work that is done in a fork of this process, beside what this one does meanwhile."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from typing import TypeVar

from mi_print.processes.child import Child, threads
from mi_print.processes.tasks import cores

Result = TypeVar("Result")


@contextmanager
def beside(work: Callable[[], Result], *, worth: bool) -> Iterator[Callable[[], Result]]:
    """Begin work, and yield what waits for its result and returns it.

    The fork has all that this process has; only the result is pickled.  Where there is one core,
    or this process has threads and can't be forked, the work is done here when its result is
    asked for.

    Args:
        work: to be done, without a trace here but for its result.
        worth: whether it takes longer than a process takes to begin.

    Raises:
        Exception: what the work raised, when its result is asked for.
        MissingError: no process can be started, or it crashed.
    """
    if not worth or cores() == 1 or threads():
        yield cache(work)
        return
    child: Child[Result] = Child(partial(_once, work), fork=True)
    try:
        yield cache(partial(_only, child))
    finally:
        child.stop()


def _once(work: Callable[[], Result]) -> Iterator[Result]:
    yield work()


def _only(child: Child[Result]) -> Result:
    (result,) = child.results()
    return result
