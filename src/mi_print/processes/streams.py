"""Work in several processes at once, whose results are taken in turn.

Each part of a series keeps what it has learned (codes of fonts, shaped words),
so it stays in one process.  Results come in a fixed order, whatever the
machine: the first of each part, then the second of each.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from typing import TypeVar

from mi_print.processes.child import Child

Result = TypeVar("Result")


def in_turn(works: Sequence[Callable[[], Iterator[Result]]]) -> Iterator[Result]:
    """Yield what the works yield, one of each by turns, until all have ended.

    The works, their results, and what they raise are picklable; a single work
    runs here.

    Raises:
        MissingError: a process crashed, or was silent for too long.
    """
    if len(works) == 1:
        yield from works[0]()
        return
    with ExitStack() as running:
        left: list[Iterator[Result]] = []
        for work in works:
            child = Child(work)
            running.callback(child.stop)
            left.append(child.results())
        while left:
            for source in list(left):
                try:
                    yield next(source)
                except StopIteration:
                    left.remove(source)
