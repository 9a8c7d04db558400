"""Work beside what a process does: in a fork of it where that can be, else in itself."""

import os
import signal
import threading

import pytest

from mi_print.errors import MissingError
from mi_print.processes.beside import beside
from tests.processes.alone import alone


def two_processes(*, worth: bool) -> tuple[bool, bool]:
    """Return whether the work was done in this process, and whether it was done once."""
    with beside(lambda: (os.getpid(), object()), worth=worth) as found:
        first, again = found(), found()
    return first[0] == os.getpid(), first is again


@pytest.mark.parametrize("worth", [False, True])
def test_what_is_worth_it_is_done_in_another_process(worth: bool) -> None:  # noqa: FBT001 - a case
    assert alone(two_processes_if, worth, replaced={"mi_print.processes.beside:cores": two}) == (
        not worth,
        True,
    )


def test_one_core_does_it_by_itself() -> None:
    assert alone(two_processes_if, True, replaced={"mi_print.processes.beside:cores": one}) == (  # noqa: FBT003 - a case
        True,
        True,
    )


def two_processes_if(worth: bool) -> tuple[bool, bool]:  # noqa: FBT001 - given by position
    return two_processes(worth=worth)


def one() -> int:
    return 1


def two() -> int:
    return 2


def test_a_process_with_threads_does_it_by_itself() -> None:
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        assert two_processes(worth=True) == (True, True)
    finally:
        ended.set()
        thread.join()


def refused() -> str:
    """Return what is raised where the result of work that fails is asked for."""

    def work() -> None:
        raise ValueError("no good")

    try:
        with beside(work, worth=True) as found:
            found()
    except ValueError as reason:
        return str(reason)
    return "nothing"


def crashed() -> str:
    """Return the same of work that crashes."""
    try:
        with beside(lambda: os.kill(os.getpid(), signal.SIGSEGV), worth=True) as found:
            found()
    except MissingError as reason:
        return str(reason)
    return "nothing"


def left() -> bool:
    """Return whether work is ended that nobody waits for."""
    ours, theirs = os.pipe()
    with beside(signal.pause, worth=True):
        os.close(theirs)
    return os.read(ours, 1) == b""  # no process holds the other end


def test_what_it_raises_is_raised() -> None:
    replaced = {"mi_print.processes.beside:cores": two}
    assert alone(refused, replaced=replaced) == "no good"
    assert "crashed" in alone(crashed, replaced=replaced)


def test_work_ends_with_the_block() -> None:
    assert alone(left, replaced={"mi_print.processes.beside:cores": two})
