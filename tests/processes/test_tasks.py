"""Work spread over processes comes back in its order, and so does what went wrong."""

import os
import signal
import time

import pytest

from mi_print.errors import InputError, MissingError
from mi_print.problem import error
from mi_print.processes import tasks
from mi_print.processes.tasks import over_cores


def prepare(base: int) -> list[int]:
    return [base]


def add(composer: list[int], task: int) -> tuple[int, int]:
    time.sleep(0.05 if task == 3 else 0)
    return composer[0] + task, os.getpid()


def refuse(_: list[int], task: int) -> int:
    time.sleep(0.2 if task == 7 else 0)
    raise InputError([error("task", f"task {task} is wrong")])


def refuse_later(_: list[int], task: int) -> int:
    if task == 3:
        raise InputError([error("task", f"task {task} is wrong")])
    return task


def crash(_: list[int], _task: int) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


@pytest.fixture(autouse=True)
def _two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "cores", lambda: 2)


def test_results_come_in_the_order_of_the_tasks() -> None:
    found = list(over_cores(prepare, (100,), add, [3, 1, 2, 5]))
    assert [result for result, _ in found] == [103, 101, 102, 105]
    assert os.getpid() not in {process for _, process in found}


def test_one_task_stays_here() -> None:
    assert list(over_cores(prepare, (100,), add, [1])) == [(101, os.getpid())]
    assert list(over_cores(prepare, (100,), add, [])) == []


@pytest.mark.parametrize("numbers", [[], [1], [3, 1]])
def test_this_process_may_do_something_meanwhile(numbers: list[int]) -> None:
    done: list[int] = []
    found = list(over_cores(prepare, (100,), add, numbers, lambda: done.append(os.getpid())))
    assert [result for result, _ in found] == [100 + number for number in numbers]
    assert os.getpid() not in {process for _, process in found}
    assert done == [os.getpid()]


def test_one_core_stays_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "cores", lambda: 1)
    assert {process for _, process in over_cores(prepare, (0,), add, [1, 2])} == {os.getpid()}


def test_the_first_error_comes_back_as_it_is() -> None:
    with pytest.raises(InputError) as wrong:
        list(over_cores(prepare, (0,), refuse, [7, 8]))
    assert str(wrong.value) == "error task: task 7 is wrong"


def test_what_comes_before_an_error_is_there() -> None:
    found = over_cores(prepare, (0,), refuse_later, [0, 1, 2, 3, 4, 5, 6])
    assert [next(found) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(InputError):
        next(found)


def test_a_crash_is_the_machines() -> None:
    with pytest.raises(MissingError, match="work in another process crashed"):
        list(over_cores(prepare, (0,), crash, [1, 2, 3]))


def test_a_task_that_takes_for_ever_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "PATIENCE", 0.5)
    with pytest.raises(MissingError, match="took longer than 0 s"):
        list(over_cores(prepare, (0,), sleep, [60, 60]))


def sleep(_: list[int], task: int) -> None:
    time.sleep(task)
