"""Work spread over processes comes back in its order, and so does what went wrong."""

import os

import pytest

from mi_print.errors import InputError
from mi_print.problem import error
from mi_print.products import cores
from mi_print.products.cores import over_cores


def lay(base: int) -> list[int]:
    return [base]


def add(table: list[int], task: int) -> tuple[int, int]:
    return table[0] + task, os.getpid()


def refuse(_: list[int], task: int) -> int:
    raise InputError([error("task", f"task {task} is wrong")])


def test_results_come_in_the_order_of_the_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "cores", lambda: 2)
    found = list(over_cores(lay, (100,), add, [3, 1, 2, 5]))
    assert [result for result, _ in found] == [103, 101, 102, 105]
    assert os.getpid() not in {process for _, process in found}


def test_one_task_stays_here() -> None:
    assert list(over_cores(lay, (100,), add, [1])) == [(101, os.getpid())]
    assert list(over_cores(lay, (100,), add, [])) == []


def test_one_core_stays_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "cores", lambda: 1)
    assert {process for _, process in over_cores(lay, (0,), add, [1, 2])} == {os.getpid()}


def test_an_error_comes_back_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "cores", lambda: 2)
    with pytest.raises(InputError) as wrong:
        list(over_cores(lay, (0,), refuse, [7, 8]))
    assert str(wrong.value) == "error task: task 7 is wrong"
