"""Work in another process, which may crash or never end."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from mi_print.preflight.apart import Apart, StoppedError


def counts() -> Iterator[int]:
    yield from range(3)


def fails() -> Iterator[int]:
    yield 1
    raise ValueError("no good")


def crashes() -> Iterator[int]:
    yield 1
    os.kill(os.getpid(), signal.SIGKILL)


def never_ends() -> Iterator[int]:
    yield 1
    subprocess.run([sys.executable, "-c", "import time; time.sleep(60)"], check=False)


def test_results_come_back_in_order() -> None:
    assert list(Apart(counts, 5)) == [0, 1, 2]


def test_a_failure_is_said() -> None:
    with pytest.raises(StoppedError, match=r"^failed: ValueError: no good$"):
        list(Apart(fails, 5))


def test_a_crash_is_said() -> None:
    with pytest.raises(StoppedError, match=r"^crashed$"):
        list(Apart(crashes, 5))


def test_what_takes_too_long_is_stopped_with_all_that_it_started() -> None:
    before = time.monotonic()
    with pytest.raises(StoppedError, match=r"^took longer than 1 s$"):
        list(Apart(never_ends, 1))
    assert time.monotonic() - before < 10


def test_stopping_twice_does_no_harm() -> None:
    work = Apart(counts, 5)
    work.stop()
    work.stop()
