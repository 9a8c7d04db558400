"""The pages of a long file, examined in two processes.

What crashes one of them is an error that names the pages nobody has read.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from mi_print.preflight.apart import Apart, StoppedError
from mi_print.preflight.reading import READ, Leaf
from mi_print.problem import Problem, error

ALONE = 500
"""Pages that are not worth another process."""

_PROCESSES = 2
_BATCH = 50  # pages that are told of at once
_PATIENCE = 600.0  # seconds for a batch; a page's work is counted, so this is for what hangs
_WRITE_ANEW = "write the file anew from its source"


@dataclass(slots=True)
class Share:
    """What some pages came to.

    Attributes:
        pages: how many they are.
        problems: theirs.
        spots: spot inks, and the first page that prints each.
    """

    pages: int
    problems: list[Problem] = field(default_factory=list)
    spots: dict[str, int] = field(default_factory=dict)


Work = Callable[[Sequence[Leaf]], Share]


def shares(leaves: Sequence[Leaf], work: Work, file: str) -> Iterator[Share]:
    """Yield what all pages come to, some at a time.

    Args:
        leaves: the pages.
        work: examines a few.
        file: how problems name the file.
    """
    if len(leaves) <= ALONE:
        yield work(leaves)
        return
    part = -(-len(leaves) // _PROCESSES)
    parts = [leaves[at : at + part] for at in range(0, len(leaves), part)]
    begun = [Apart(partial(_batches, each, work), _PATIENCE) for each in parts]
    try:
        waiting = [_told(one, each, file) for one, each in zip(begun, parts, strict=True)]
        while waiting:  # by turns, so that no process waits for another to be heard
            for told in list(waiting):
                share = next(told, None)
                if share is None:
                    waiting.remove(told)
                else:
                    yield share
    finally:
        for one in begun:
            one.stop()


def _batches(leaves: Sequence[Leaf], work: Work) -> Iterator[Share]:
    for at in range(0, len(leaves), _BATCH):
        yield work(leaves[at : at + _BATCH])


def _told(begun: Apart[Share], leaves: Sequence[Leaf], file: str) -> Iterator[Share]:
    done = 0
    try:
        for share in begun:
            done += share.pages
            yield share
    except StoppedError as reason:
        first, last = leaves[done].number, leaves[-1].number
        message = f"pages {first} to {last} were not all checked: reading them {reason}"
        yield Share(0, [error(READ, message, _WRITE_ANEW, file=file, page=first)])
