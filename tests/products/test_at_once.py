import os

import pytest

from mi_print.errors import ExitCode, InputError, MissingError
from mi_print.problem import error
from mi_print.products.at_once import at_once


def test_results_come_in_the_order_of_the_works() -> None:
    assert at_once([lambda: b"one", lambda: b"two" * 100_000, lambda: b"three"]) == [
        b"one",
        b"two" * 100_000,
        b"three",
    ]


def test_others_run_in_processes_of_their_own() -> None:
    here, there = at_once([os.getpid, os.getpid])
    assert here == os.getpid() != there


def test_problems_of_another_process_arrive_whole() -> None:
    def fail() -> bytes:
        raise InputError([error("alt", "a picture has no title", file="page.html.j2", page=3)])

    with pytest.raises(InputError) as caught:
        at_once([lambda: b"", fail])
    assert [str(problem) for problem in caught.value.problems] == [
        "page.html.j2, page 3: error alt: a picture has no title"
    ]


def test_an_error_keeps_its_exit_code_on_the_way() -> None:
    def fail() -> bytes:
        raise MissingError("no Pango", "install it")

    with pytest.raises(MissingError) as caught:
        at_once([lambda: b"", fail])
    assert caught.value.exit_code is ExitCode.MISSING


def test_where_there_is_no_fork_they_run_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("multiprocessing.get_all_start_methods", lambda: ["spawn"])
    here, there = at_once([os.getpid, os.getpid])
    assert here == there
