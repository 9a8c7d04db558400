"""Bounds on what a process may take: memory, and processor time for a step and for all of them.

A step that takes more time is ended by the system (SIGXCPU, POSIX setrlimit), as nothing
else ends a loop in C; an allocation beyond the bound fails, which raises `MemoryError` or
ends the process.  What it was at stands in a file, its diary, and how it ended if Python
could still say so.  Memory is bounded on Linux alone: macOS does not hold processes to it.
"""

import faulthandler
import os
import re
import resource
import signal
import sys
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import IO

from mi_print.processes.worker import beat

_LINE = 500
"""Bytes of the diary that name a step and its bound; the interpreter's reports come after them."""
_STEP, _WHOLE = b" ", b"!"
"""The last of these bytes: which time ends first, that of the step or that of all."""
_FATAL = re.compile(rb"Fatal Python error: (\w+)")


class Ending(Enum):
    """What ended a process that was under limits."""

    TIME = auto()
    """That of a step."""
    WHOLE_TIME = auto()
    MEMORY = auto()
    NESTING = auto()
    UNKNOWN = auto()
    """Without a word: by the system, out of memory, or by a library."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a process and its children may take each; 0 is without a bound.

    Attributes:
        seconds: of processor time for a step of the work.
        megabytes: of memory.
        diary: the file that they write what they are at.
        whole: seconds of processor time for all steps together.
    """

    seconds: int
    megabytes: int
    diary: Path
    whole: int = 0

    def ending(self) -> Ending:
        """Return what ended a process that said nothing over its connection."""
        diary = self.diary.read_bytes()
        told = diary[_LINE:]
        if not told:
            return Ending.UNKNOWN
        fatal = _FATAL.search(told)
        if fatal is None:
            return Ending.WHOLE_TIME if diary[_LINE - 1 : _LINE] == _WHOLE else Ending.TIME
        return Ending.MEMORY if fatal[1] == b"Aborted" else Ending.NESTING

    def step(self) -> str:
        """Return the name of the last step that was begun, or nothing."""
        return self.diary.read_bytes()[: _LINE - 1].decode("utf-8", "replace").rstrip()


class _LimitedProcess:
    """This process under limits."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._steps = os.open(limits.diary, os.O_WRONLY)
        if not os.fstat(self._steps).st_size:
            os.pwrite(self._steps, b"".ljust(_LINE), 0)  # reports come after it
        self._reports: IO[bytes] = limits.diary.open("ab")
        faulthandler.enable(self._reports)
        faulthandler.register(signal.SIGXCPU, self._reports, all_threads=False, chain=True)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if limits.megabytes and sys.platform == "linux":
            most = limits.megabytes * 1_000_000
            resource.setrlimit(resource.RLIMIT_DATA, (most, most))
        self.allow(1)

    def begin(self, name: str) -> None:
        os.pwrite(self._steps, name.encode()[: _LINE - 1].ljust(_LINE - 1), 0)

    def allow(self, share: int) -> None:
        whole = self.limits.whole
        if self.limits.seconds:
            used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
            until = int(used) + 1 + self.limits.seconds * share
            over = 0 < whole < until
            os.pwrite(self._steps, _WHOLE if over else _STEP, _LINE - 1)
            until = whole if over else until
            resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))


def allow_seconds(seconds: int) -> None:
    """Let this process be ended by the system after so much more processor time.

    Time that it waits, as on a machine with much else to do, does not count.
    """
    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    resource.setrlimit(resource.RLIMIT_CPU, (int(used) + 1 + seconds, resource.RLIM_INFINITY))


_held: _LimitedProcess | None = None


def hold(limits: Limits | None) -> None:
    """Keep this process within limits from now on."""
    global _held  # noqa: PLW0603 - a process has one set of limits
    if limits:
        _held = _LimitedProcess(limits)


def held() -> Limits | None:
    """Return the limits of this process, which its children have too."""
    return _held.limits if _held else None


def step(name: str = "", share: int = 1) -> None:
    """Begin a step of the work: its time counts from now; outside limits this does nothing.

    Args:
        name: the file that it is about, if that is another than before.
        share: how many times the time of a step it has.
    """
    if _held:
        if name:
            _held.begin(name)
        _held.allow(share)
        beat()
