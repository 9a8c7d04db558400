"""What is undone when the program ends, also when a signal ends it in the midst of anything.

What a signal's handler raises is raised in whatever runs just then: an import, a finalizer, a
library that takes every exception for its own.  So the handler raises nothing.  It undoes what
must not be left, and ends the process.
"""

import atexit
import contextlib
import os
import signal
from collections.abc import Callable, Iterator

KINDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_INTERRUPTED = 130
_STANDARD_ERROR = 2

_undos: list[Callable[[], object]] = []


@contextlib.contextmanager
def undone(undo: Callable[[], object]) -> Iterator[None]:
    """Call `undo` when the block ends, or the process within it."""
    _undos.append(undo)
    try:
        yield
    finally:
        undo()
        _undos.remove(undo)


def at_end(undo: Callable[[], object]) -> None:
    """Call `undo` when the process ends; what is given last is called first."""
    _undos.append(undo)
    atexit.register(undo)


def forget() -> None:
    """In a fork: leave what is to be undone to the process that was forked."""
    _undos.clear()


@contextlib.contextmanager
def held_back() -> Iterator[None]:
    """Hold back the signals that end a process; one that is started meanwhile begins so."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, KINDS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_by_signals() -> None:
    """From now on, let SIGINT, SIGTERM, and SIGHUP end this process with exit code 130.

    One that is ignored, as SIGHUP is under nohup, stays ignored.
    """
    for kind in KINDS:
        if signal.getsignal(kind) is not signal.SIG_IGN:
            signal.signal(kind, _interrupted)


def ignore_signals() -> None:
    """Ignore them: what was to be done is done, or others see to this process's end."""
    for kind in KINDS:
        signal.signal(kind, signal.SIG_IGN)


def _interrupted(_kind: int, _frame: object) -> None:
    ignore_signals()
    for undo in reversed(_undos):
        with contextlib.suppress(Exception):
            undo()
    with contextlib.suppress(OSError):
        os.write(_STANDARD_ERROR, b"interrupted\n")  # a stream may be in the midst of writing
    os._exit(_INTERRUPTED)
