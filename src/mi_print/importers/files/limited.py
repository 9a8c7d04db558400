"""Readers of strangers' files, each in a process with limits."""

import tempfile
from pathlib import Path
from typing import TypeVar

from mi_print.processes import server
from mi_print.processes.child import Child, StoppedError
from mi_print.processes.limits import Limits
from mi_print.processes.worker import Work

Result = TypeVar("Result")


def within_limits(work: Work[Result], seconds: int, megabytes: int) -> list[Result] | None:
    """Return what a reader yields; nothing if it takes too much, crashes, or fails.

    Args:
        work: picklable, as its results are.
        seconds: of processor time.
        megabytes: of memory.
    """
    server.start()  # makes the folder for temporary files
    with server.starting():
        diary = tempfile.NamedTemporaryFile(prefix="limits-")  # noqa: SIM115 - what follows is not its making
    with diary as opened:
        child: Child[Result] = Child(work, limits=Limits(seconds, megabytes, Path(opened.name)))
        try:
            return list(child)
        except StoppedError as stopped:
            stopped.raise_of_machine()
            return None
