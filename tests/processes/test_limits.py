"""A process under limits ends when it passes them, and its parent learns why."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from mi_print.processes import limits
from mi_print.processes.child import Child, CrashedError, StoppedError
from mi_print.processes.limits import Ending, Limits
from mi_print.processes.tasks import over_cores


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    path = tmp_path / "diary"
    path.touch()
    return path


def ended(held: Limits, work: Callable[[], Iterator[object]]) -> StoppedError:
    with pytest.raises(StoppedError) as stopped:
        list(Child(work, limits=held))
    return stopped.value


def loops() -> Iterator[int]:
    limits.step("one")
    limits.step("two")
    while True:
        pass


def loops_in_a_part() -> Iterator[int]:
    limits.step("long", 100)
    with limits.part():
        pass
    with limits.part():
        while True:
            pass


def loops_in_c() -> Iterator[int]:
    yield 9 ** (9**9)


def crashes() -> Iterator[int]:
    os.kill(os.getpid(), signal.SIGSEGV)
    yield 0


def aborts() -> Iterator[int]:
    yield os.abort()


def grows() -> Iterator[int]:
    yield len(bytes(400_000_000))


def nothing(*_given: object) -> None:
    return None


def grandchildren() -> Iterator[object]:
    yield list(over_cores(nothing, (), _grow, [1, 2]))


def _grow(_prepared: None, _task: int) -> object:
    limits.step("grandchild")
    return next(loops())


def three_steps() -> Iterator[int]:
    for step in range(3):
        limits.step(str(step))
        until = time.process_time() + 0.6
        while time.process_time() < until:
            pass
    yield 3


@pytest.mark.parametrize(
    ("work", "ending", "step"),
    [
        (loops, Ending.TIME, "two"),
        (loops_in_c, Ending.TIME, ""),
        (crashes, Ending.NESTING, ""),
        (aborts, Ending.MEMORY, ""),
    ],
)
def test_what_ended_a_process_is_known_and_what_it_was_at(
    diary: Path, work: Callable[[], Iterator[object]], ending: Ending, step: str
) -> None:
    held = Limits(1, 0, diary)
    assert ended(held, work).cause is None
    assert (held.ending(), held.step()) == (ending, step)


def test_too_much_memory_is_an_exception(diary: Path) -> None:
    assert isinstance(ended(Limits(0, 300, diary), grows).cause, MemoryError)
    assert list(Child(grows, limits=Limits(0, 900, diary))) == [400_000_000]


def test_children_of_a_process_under_limits_have_these_too(diary: Path) -> None:
    held = Limits(1, 0, diary)
    assert isinstance(ended(held, grandchildren).cause, CrashedError)
    assert held.ending() is Ending.TIME


def test_each_step_has_its_time(diary: Path) -> None:
    assert list(Child(three_steps, limits=Limits(1, 0, diary))) == [3]


def test_a_part_of_a_step_has_the_time_of_one(diary: Path) -> None:
    held = Limits(1, 0, diary)
    assert ended(held, loops_in_a_part).cause is None
    assert (held.ending(), held.allowed()) == (Ending.TIME, 1)


def test_a_process_without_limits_may_begin_steps_and_has_none(diary: Path) -> None:
    limits.step("any")
    assert limits.held() is None
    assert diary.read_bytes() == b""
    assert list(Child(partial(iter, (1, 2)))) == [1, 2]
