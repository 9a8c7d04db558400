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
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # under nohup it is ignored
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
    time.sleep(100)
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
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "interrupted\n")


def test_a_child_ends(capfd: pytest.CaptureFixture[str]) -> None:
    child = Child(ending)
    assert child.receive() == (True, 1)
    began = time.monotonic()
    with pytest.raises(StoppedError, match="crashed"):
        child.receive()
    assert time.monotonic() - began < 60
    assert capfd.readouterr() == ("", "")


def test_an_interruption_that_comes_too_soon_comes_once_more() -> None:
    """On a slow machine the moment is over before Python has left what it fell into."""
    code = """\
import signal, sys, time
from mi_print.processes import interruptions
from tests.processes.test_interruptions import Interrupting, long

def late(which, moment, wait=signal.setitimer):
    wait(which, moment)
    if len(rings) == 2:
        return
    rings.append(moment)
    time.sleep(0.02)

rings = []
def handler(kind, frame): raise KeyboardInterrupt
signal.signal(signal.SIGTERM, handler)
interruptions.come_again(handler)
signal.setitimer = late
try:
    long(Interrupting(signal.SIGTERM))
except KeyboardInterrupt:
    print(len(rings))
"""
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("2\n", "")


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
