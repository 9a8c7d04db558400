"""Work in several processes, taken in turn."""

import os
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from mi_print.errors import InputError
from mi_print.problem import error
from mi_print.processes.streams import in_turn


def count(first: int, step: int, below: int) -> Iterator[int]:
    yield from range(first, below, step)


def failing() -> Iterator[int]:
    yield 1
    raise InputError([error("x", "on purpose")])


def process() -> Iterator[int]:
    yield os.getpid()


@pytest.mark.parametrize("parts", [1, 2, 3])
def test_results_come_in_one_order_whatever_the_processes(parts: int) -> None:
    works = [partial(count, part, parts, 20) for part in range(parts)]
    assert list(in_turn(works)) == list(range(20))


def test_the_works_run_in_processes_of_their_own() -> None:
    pids = list(in_turn([process, process]))
    assert len({os.getpid(), *pids}) == 3


def test_one_work_runs_here() -> None:
    assert list(in_turn([process])) == [os.getpid()]


def test_a_fault_comes_back_as_it_is() -> None:
    works: list[Callable[[], Iterator[int]]] = [failing, partial(count, 0, 1, 1_000)]
    with pytest.raises(InputError, match="on purpose"):
        list(in_turn(works))


def test_whoever_stops_listening_stops_the_work() -> None:
    results = in_turn([partial(count, 0, 1, 10**9), partial(count, 0, 1, 10**9)])
    assert [next(results) for _ in range(4)] == [0, 0, 1, 1]
    results.close()  # type: ignore[attr-defined]  # it is a generator
