"""Signals of the processes that do work for the first one.

The first process alone is interrupted from the terminal; it then asks the
others to end, by SIGTERM.
"""

import contextlib
import ctypes
import os
import signal
import sys
from collections.abc import Iterator

from mi_print.processes.interruptions import come_again

_KINDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_PR_SET_PDEATHSIG = 1  # linux/prctl.h


@contextlib.contextmanager
def blocked() -> Iterator[None]:
    """Hold back the signals that end a process; one that is started meanwhile begins so."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _KINDS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def leave_to_first() -> None:
    """Ignore interruptions, and end by `SystemExit` on SIGTERM; these signals are not blocked."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _exit)
    come_again(_exit)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _KINDS)


def end_with(parent: int) -> None:
    """End this process when its parent ends, or now if it has; on Linux.

    Args:
        parent: its process number.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def _exit(_kind: int, _frame: object) -> None:
    raise SystemExit(1)
