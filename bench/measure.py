"""Runs a command and says how long it took and how much memory it held."""

import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_SPAWN = Path(__file__)
_KIB = 1024


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds from start to end, bytes that its largest process held, what it printed.

    `processor` are the seconds of processor time, which other work on the machine changes less.
    """

    seconds: float
    memory: int
    output: str
    processor: float


def run(command: Sequence[str], times: int = 1) -> Run:
    """Run a command so many times and return the quickest run.

    The system keeps one figure of memory for all children of a process, so
    each run is the only child of a process of its own.
    """
    return min((_once(command) for _ in range(times)), key=lambda each: each.seconds)


def _once(command: Sequence[str]) -> Run:
    """Run a command to its end.

    Raises:
        SystemExit: it failed.
    """
    found = subprocess.run(
        [sys.executable, str(_SPAWN), *command], capture_output=True, text=True, check=False
    )
    if found.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{found.stderr}")
    seconds, memory, processor = found.stderr.splitlines()[-1].split()
    return Run(float(seconds), int(memory) * _KIB, found.stdout, float(processor))


def _spawn(command: Sequence[str]) -> int:
    """Run a command, and say on the last line of standard error what it took."""
    start = time.perf_counter()
    code = subprocess.run(command, check=False).returncode
    seconds = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = used.ru_utime + used.ru_stime
    print(f"\n{seconds:.3f} {used.ru_maxrss} {processor:.3f}", file=sys.stderr)
    return code


if __name__ == "__main__":
    raise SystemExit(_spawn(sys.argv[1:]))
