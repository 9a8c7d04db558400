"""Bounds on what a process may take: memory, and processor time for a step and for all of them.

A step that takes more time is ended by the system (SIGXCPU, POSIX setrlimit), as nothing
else ends a loop in C; an allocation beyond the bound fails, which raises `MemoryError` or
ends the process.  What it was at stands in a file, its diary, and how it ended if Python
could still say so.  Memory is bounded on Linux alone: macOS does not hold processes to it.
"""

import faulthandler
import math
import os
import re
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import IO

from mi_print.processes.worker import beat

_LINE = 500
"""Bytes of the diary that name a step and its bound; the interpreter's reports come after them."""
_BOUND = 12
"""The last of these bytes: the seconds of the step, and which time ends first."""
_STEP, _WHOLE = b" ", b"!"
"""The very last: that of the step, or that of all."""
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
        return self.diary.read_bytes()[: _LINE - _BOUND].decode("utf-8", "replace").rstrip()

    def allowed(self) -> int:
        """Return the seconds of the step, or of the part of one, that was at work last."""
        return int(self.diary.read_bytes()[_LINE - _BOUND : _LINE - 1].strip() or self.seconds)


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
        size = _LINE - _BOUND
        os.pwrite(self._steps, name.encode()[:size].ljust(size), 0)

    def allow(self, share: float) -> None:
        """Let a step take so many times the seconds of one."""
        self._share, self._until = share, self._from_now(share)
        self._end(share, self._until)

    def allow_part(self) -> None:
        """Let a part of the step take the seconds of one, or those that the step has left."""
        until = self._from_now(1)
        if until < self._until:
            self._end(1, until)

    def go_on(self) -> None:
        """Let what follows a part take what the step has left."""
        self._end(self._share, self._until)

    def _from_now(self, share: float) -> int:
        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        return int(used) + 1 + math.ceil(self.limits.seconds * share)

    def _end(self, share: float, until: int) -> None:
        if not self.limits.seconds:
            return
        over = 0 < self.limits.whole < until
        seconds = math.ceil(self.limits.seconds * share)
        bound = b"%*d%s" % (_BOUND - 1, seconds, _WHOLE if over else _STEP)
        os.pwrite(self._steps, bound, _LINE - _BOUND)
        until = self.limits.whole if over else until
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


def step(name: str = "", share: float = 1) -> None:
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


@contextmanager
def part() -> Iterator[None]:
    """Give a part of a step no more than the time of one, nor than is left of the step's."""
    if _held is None:
        yield
        return
    _held.allow_part()
    yield
    _held.go_on()
