"""Do two things at once that can't be sent to another process.

Typeset pages are full of the typesetter's own handles, so they can't be
pickled; but a fork of this process has them all.  What it makes of them comes
back through a pipe.
"""

import contextlib
import multiprocessing
import signal
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import TypeVar, cast

Result = TypeVar("Result")


def at_once(works: Sequence[Callable[[], Result]]) -> list[Result]:
    """Return what the works return, in their order; they run side by side where they can.

    A result must be picklable, and so must an exception, which is raised here.
    Where the system has no fork the works run one after the other.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        return [work() for work in works]
    first, *others = works
    forked = [_fork(work) for work in others]
    try:
        mine = first()
        theirs = [cast("Result", _received(pipe)) for _, pipe in forked]
    finally:
        for process, _ in forked:
            process.kill()
            process.join()
    return [mine, *theirs]


def _fork(
    work: Callable[[], Result],
) -> "tuple[multiprocessing.context.ForkProcess, Connection[None, tuple[bool, object]]]":
    context = multiprocessing.get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(work, sending, receiving), daemon=True)
    process.start()
    sending.close()
    return process, receiving


def _send(work: Callable[[], Result], pipe: Connection, other_end: Connection) -> None:
    for kind in (signal.SIGINT, signal.SIGHUP):
        signal.signal(kind, signal.SIG_IGN)  # whoever began this ends it
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    other_end.close()  # else the pipe would outlive its reader
    try:
        answer: tuple[bool, object] = (True, work())
    except Exception as reason:  # noqa: BLE001 - raised again on the other side
        answer = (False, reason)
    with contextlib.suppress(BrokenPipeError):
        pipe.send(answer)


def _received(pipe: Connection) -> object:
    done, answer = pipe.recv()
    if not done:
        raise answer
    answered: object = answer
    return answered
