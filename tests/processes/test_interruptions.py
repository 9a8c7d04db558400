"""An interruption that falls into a finalizer ends the run a moment later, in silence."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mi_print.processes.child import Child, StoppedError

ROOT = Path(__file__).parents[2]
RUN = """\
import signal, sys
from mi_print.cli.exits import Invocation, ended
from tests.processes.test_interruptions import Interrupting, long
sys.exit(ended(lambda: long(Interrupting(signal.{name})), Invocation()))
"""


class Interrupting:
    """Sends a signal to this process when it is finalized."""

    def __init__(self, kind: int) -> None:
        self.kind = kind

    def __del__(self) -> None:
        os.kill(os.getpid(), self.kind)
        time.sleep(0.001)  # the signal's handler runs here at the latest


def long(interrupting: Interrupting) -> int:
    del interrupting
    time.sleep(30)
    return 0


def ending() -> Iterator[int]:
    yield 1
    yield long(Interrupting(signal.SIGTERM))


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_run_ends(name: str) -> None:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", RUN.format(name=name)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "interrupted\n")


def test_a_child_ends(capfd: pytest.CaptureFixture[str]) -> None:
    child = Child(ending)
    assert child.receive() == (True, 1)
    began = time.monotonic()
    with pytest.raises(StoppedError, match="crashed"):
        child.receive()
    assert time.monotonic() - began < 10
    assert capfd.readouterr() == ("", "")


def test_what_else_can_not_be_raised_is_printed_as_before() -> None:
    code = """\
from mi_print.processes.interruptions import come_again
class Failing:
    def __del__(self): raise ValueError("gone")
undo = come_again(print)
Failing()
"""
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stderr.splitlines()[-1] == "ValueError: gone"
