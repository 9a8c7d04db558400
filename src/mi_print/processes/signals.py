"""Signals of the processes that do work for the first one.

The first process alone is interrupted from the terminal; the others end with it, or by SIGTERM
when their work is not wanted any more.
"""

import ctypes
import os
import signal
import sys

from mi_print import ending

_PR_SET_PDEATHSIG = 1  # linux/prctl.h


def leave_to_first() -> None:
    """Ignore interruptions, and end with the process group on SIGTERM; none is held back."""
    ending.forget()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end)  # never ignored: one that has come would be lost
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ending.KINDS)


def end_with(parent: int) -> None:
    """End this process when its parent ends, or now if it has; on Linux.

    Args:
        parent: its process number.
    """
    be_sent_at_its_end(signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def be_sent_at_its_end(kind: signal.Signals) -> None:
    """Be sent a signal when the parent ends, on Linux."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(kind), 0, 0, 0)


def _end(_kind: int, _frame: object) -> None:
    os.killpg(0, signal.SIGKILL)  # with the programs that it runs
