"""The pages of a long file, examined by two processes at a time.

A process keeps all that it has read, so it ends after some thousand pages and
another goes on: the memory for a file does not grow with its pages.  What
crashes one of them is an error that names the pages left unread.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from mi_print.preflight.document.all_objects import ObjectFacts
from mi_print.preflight.pdf.read_problem import read_problem
from mi_print.problem import Problem
from mi_print.processes.child import Child, StoppedError

ALONE = 500
"""Pages that are not worth another process."""

_PROCESSES = 2
_PART = 5_000  # pages for a process
_BATCH = 50  # pages that are reported at once
_PATIENCE = 600.0  # seconds for a batch; a page's work is counted, so this is for what hangs


@dataclass(slots=True)
class ShardResult:
    """The findings of some pages.

    Attributes:
        pages: how many they are.
        operators: how many of them were run.
        problems: theirs.
        spots: spot inks, and the first page that prints each.
        objects: what was found in objects that were looked at with the pages.
    """

    pages: int
    operators: int = 0
    problems: list[Problem] = field(default_factory=list)
    spots: dict[str, int] = field(default_factory=dict)
    objects: ObjectFacts = field(default_factory=ObjectFacts)


ShardWork = Callable[[range], ShardResult]


def page_shards(pages: int, work: ShardWork, file: str) -> Iterator[ShardResult]:
    """Yield the findings of all pages, some at a time.

    Args:
        pages: how many there are.
        work: examines a few, given their numbers from 1.
        file: how problems name the file.
    """
    numbers = range(1, pages + 1)
    if pages <= ALONE:
        yield work(numbers)
        return
    yield work(numbers[:_BATCH])  # what they share is known to all processes then
    left = numbers[_BATCH:]
    part = min(_PART, -(-len(left) // _PROCESSES))
    waiting = [left[at : at + part] for at in range(0, len(left), part)]
    begun: dict[Child[ShardResult], Iterator[ShardResult]] = {}
    try:
        while waiting or begun:
            while waiting and len(begun) < _PROCESSES:
                some = waiting.pop(0)
                one = Child(partial(_batches, some, work), _PATIENCE, fork=True)
                begun[one] = _named(one, some, file)
            for one in list(begun):  # by turns, so that no process waits for another to be heard
                share = next(begun[one], None)
                if share is None:
                    del begun[one]
                else:
                    yield share
    finally:
        for one in begun:
            one.stop()


def _batches(numbers: range, work: ShardWork) -> Iterator[ShardResult]:
    for at in range(0, len(numbers), _BATCH):
        yield work(numbers[at : at + _BATCH])


def _named(begun: Child[ShardResult], numbers: range, file: str) -> Iterator[ShardResult]:
    done = 0
    try:
        for share in begun:
            done += share.pages
            yield share
    except StoppedError as reason:
        reason.raise_of_machine()
        first, last = numbers[done], numbers[-1]
        message = f"pages {first} to {last} were not all checked: reading them {reason}"
        yield ShardResult(0, problems=[read_problem(message, file, first)])
