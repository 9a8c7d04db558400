"""A child ends at once when it is told to, in whatever it is."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mi_print.processes.child import Child, StoppedError


class Interrupting:
    """Tells this process to end when it is finalized."""

    def __del__(self) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(0.001)  # the signal's handler runs here at the latest


def ending() -> Iterator[int]:
    yield 1
    with contextlib.suppress(BaseException):
        Interrupting()
    time.sleep(100)


def test_a_child_ends(capfd: pytest.CaptureFixture[str]) -> None:
    child = Child(ending)
    assert child.receive() == (True, 1)
    with pytest.raises(StoppedError, match="was killed"):
        child.receive()
    assert capfd.readouterr() == ("", "")


def with_a_program() -> Iterator[int]:
    program = [sys.executable, "-c", "import time; time.sleep(100)"]
    yield subprocess.Popen(program).pid  # noqa: S603 - our own code
    time.sleep(100)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked up in Linux's /proc")
def test_a_program_that_it_runs_ends_with_it() -> None:
    child = Child(with_a_program)
    _, program = child.receive()
    child.stop()
    end = time.monotonic() + 30
    while not ended(program):
        assert time.monotonic() < end
        time.sleep(0.01)


def ended(process: int) -> bool:
    """Tell whether a process has ended, be it that nobody has asked how."""
    try:
        state = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except OSError:
        return True
    return state == "Z"
