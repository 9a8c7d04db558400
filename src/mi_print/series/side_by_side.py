"""Work in several processes at once, whose results are taken in turn.

Each part of a series keeps what it has learned (codes of fonts, shaped words),
so it stays in one process.  Results come in a fixed order, whatever the
machine: the first of each part, then the second of each.
"""

import contextlib
import gc
import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

_MADE_ANEW = 50_000  # objects between two searches for those that only hold each other

Result = TypeVar("Result")


def in_turn(works: Sequence[Callable[[], Iterator[Result]]]) -> Iterator[Result]:
    """Yield what the works yield, one of each by turns, until all have ended.

    A result must be picklable, and so must an exception, which is raised here.
    A single work runs here, and so do all of them, by turns, where the system has no fork.
    """
    if len(works) < 2 or "fork" not in multiprocessing.get_all_start_methods():  # noqa: PLR2004 - alone
        yield from _by_turns([work() for work in works])
        return
    context = multiprocessing.get_context("fork")
    begun = []
    try:
        for work in works:
            receiving, sending = context.Pipe(duplex=False)
            process = context.Process(target=_send, args=(work, sending, receiving), daemon=True)
            process.start()
            sending.close()
            begun.append((process, receiving))
        yield from _by_turns([_received(pipe) for _, pipe in begun])
    finally:
        for process, pipe in begun:
            pipe.close()
            process.kill()
            process.join()


def _by_turns(sources: Sequence[Iterator[Result]]) -> Iterator[Result]:
    left = list(sources)
    while left:
        for source in list(left):
            try:
                yield next(source)
            except StopIteration:
                left.remove(source)


def _send(work: Callable[[], Iterator[Any]], pipe: Connection, other_end: Connection) -> None:
    """Send what the work yields, until nobody is there to hear it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever began this ends it
    signal.signal(signal.SIGHUP, signal.SIG_IGN)  # the same
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    other_end.close()  # else the pipe would outlive its reader
    gc.freeze()  # what was there before the fork is not looked through, nor copied by it
    gc.set_threshold(_MADE_ANEW)
    with contextlib.suppress(BrokenPipeError):
        _results(work, pipe)
    pipe.close()


def _results(work: Callable[[], Iterator[Any]], pipe: Connection) -> None:
    try:
        for result in work():
            pipe.send((True, result))
    except BrokenPipeError:
        raise
    except Exception as reason:  # noqa: BLE001 - raised again on the other side
        pipe.send((False, reason))


def _received(pipe: Connection) -> Iterator[Any]:
    while True:
        try:
            done, answer = pipe.recv()
        except EOFError:
            return
        if not done:
            raise answer
        yield answer
