"""Preflight of whole files: what is told of those that can't be looked at."""

import dataclasses
import os
import shutil
import signal
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from mi_print.errors import MissingError
from mi_print.preflight.check import Begun, begin, preflight, reported
from mi_print.preflight.expected import Expected
from mi_print.preflight.inspection import inspect, spread
from mi_print.preflight.raster.drawable_pages import drawable_pages
from mi_print.preflight.report import InspectionRequest, PreflightReport
from mi_print.problem import Problem, Severity
from mi_print.processes.child import Child
from mi_print.trade.shops import shops
from tests.preflight.sheet import US, book, code, text
from tests.processes.alone import alone

PAGES = [text(f"Page {number}", 40, 100) for number in range(1, 7)]


def by_rule(problems: tuple[Problem, ...], rule: str) -> list[Problem]:
    return [problem for problem in problems if problem.rule == rule]


def test_every_kind_of_rule_has_its_say() -> None:
    ink = "1 1 1 1 k 50 50 80 80 re f "
    report = preflight(book(ink + text("Near", 4, 200), PAGES[0]), US, file="a.pdf")
    assert (report.file, report.pages, report.looked_at) == ("a.pdf", 2, 2)
    assert not report.passed
    rules = {problem.rule for problem in report.problems}
    assert {"R0026", "MP-SAFE", "X-FONT"} <= rules
    assert {problem.file for problem in report.problems} == {"a.pdf"}


def test_without_ghostscript_ink_is_not_measured_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    report = preflight(book("1 1 1 1 k 50 50 80 80 re f"), US)
    (said,) = by_rule(report.problems, "R0026")
    assert said.severity is Severity.WARNING
    assert said.message == "ink was not measured: Ghostscript is not on this machine"
    assert said.hint == "install the package ghostscript (its program is gs)"
    assert not report.ink_measured


def test_the_office_printer_asks_for_no_plates(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert by_rule(preflight(book(""), shops()["office"].wishes).problems, "R0026") == []


def test_a_ghostscript_that_fails_is_an_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gs = tmp_path / "gs"
    fails = "echo 'Error: /ioerror in --run--'; exit 1"
    empty = f'case "$PWD" in */control/*) exec {shutil.which("gs")} "$@";; esac'
    gs.write_text(f"#!/bin/sh\n{empty}\n{fails}\n")
    gs.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    (said,) = by_rule(preflight(book(""), US).problems, "R0026")
    assert said.severity is Severity.ERROR
    assert said.message == "ink was not measured to the end: Error: /ioerror in --run--"


def crash(*_: object) -> Iterator[list[Problem]]:
    yield []
    os.kill(os.getpid(), signal.SIGSEGV)


def hang(*_: object) -> Iterator[list[Problem]]:
    while True:
        if _ is None:
            yield []


def inspected(data: bytes) -> PreflightReport:
    return inspect(lambda: InspectionRequest(data, US, Expected()), lambda *_: None)


def test_a_page_that_crashes_the_drawing_engine() -> None:
    crashing = {"mi_print.preflight.warm_start:_draw": crash}
    report = alone(inspected, book(*PAGES), replaced=crashing)
    (said,) = by_rule(report.problems, "MP-DRAW")
    assert (said.page, report.looked_at) == (2, 1)
    wanted = "drawing the page crashed (5 pages were not checked for their look)"
    assert said.message == wanted


def test_a_page_that_takes_for_ever() -> None:
    hanging = {
        "mi_print.preflight.warm_start:_draw": hang,
        "mi_print.preflight.warm_start:PATIENCE": 0.5,
    }
    (said,) = by_rule(alone(inspected, book(""), replaced=hanging).problems, "MP-DRAW")
    assert said.message == "drawing the page took longer than 0 s"


def test_what_was_begun_before_sees_the_same() -> None:
    data = book(text("Near", 4, 200), text("Page 2", 40, 100))
    expected = Expected(codes=(frozenset(), frozenset({"https://example.org"})))
    begun = begin()
    begun.send(InspectionRequest(data, US, expected))
    report = reported(begun, "")
    assert report == preflight(data, US, expected)
    said = next(problem for problem in report.problems if problem.rule == "MP-QR")
    assert (said.page, said.message) == (2, "no QR code on the page says “https://example.org”")


def test_what_is_never_told_ends() -> None:
    begun = begin()
    assert begun.receive_once() is None  # it has begun
    begun.stop()
    begun.stop()


def test_a_reader_that_crashes_is_an_error_of_the_file() -> None:
    begun: Begun = Child(crash_at_once)
    report = reported(begun, "a.pdf")
    (said,) = report.problems
    assert str(said) == (
        "a.pdf: error X-READ: the file was not checked: reading it crashed\n"
        "    write the file anew from its source"
    )


def crash_at_once() -> Iterator[PreflightReport]:
    os.kill(os.getpid(), signal.SIGSEGV)
    yield PreflightReport("", 0, (), 0)


def killed_at_once() -> Iterator[PreflightReport]:
    os.kill(os.getpid(), signal.SIGKILL)
    yield PreflightReport("", 0, (), 0)


@pytest.mark.parametrize("sound", [False, True])
def test_a_reader_that_is_killed_for_memory_blames_no_file(*, sound: bool) -> None:
    begun: Begun = Child(killed_at_once)
    with pytest.raises(MissingError, match="another process of the run was killed"):
        reported(begun, "a.pdf", sound=sound)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"no PDF", id="no PDF"),
        pytest.param(book("")[:300], id="truncated"),
    ],
)
def test_what_can_not_be_read_is_an_error(data: bytes) -> None:
    report = preflight(data, US, file="a.pdf")
    assert not report.passed
    assert (report.pages, report.looked_at) == (0, 0)


@pytest.mark.parametrize(
    ("size", "content"),
    [
        pytest.param((14_382, 14_382), "1 0 0 0 k 100 100 5000 5000 re f", id="largest page"),
        pytest.param((14_382, 2), "1 0 0 0 k 1 1 1 1 re f", id="a ribbon"),
        pytest.param((100, 100), "0 0 m " + "9 9 l 80 20 l " * 20_000 + "S", id="many lines"),
        pytest.param((100, 100), "q " * 5_000 + "(", id="broken operators"),
        pytest.param((100, 100), "/Nothing Do /None gs 1 0 0 0 0 0 cm 5 w 0 0 9 9 re S", id="odd"),
    ],
)
def test_hostile_pages_end(size: tuple[float, float], content: str) -> None:
    report = preflight(book(content, size=size), US)
    assert report.pages == 1


def test_a_page_without_a_size() -> None:
    report = preflight(book("", "", MediaBox=[0, 0, 0, 0]), US)
    assert {problem.page for problem in by_rule(report.problems, "MP-DRAW")} == {1, 2}
    assert report.looked_at == 0


def test_a_sample_sees_left_and_right_pages() -> None:
    data = book(*PAGES, text("Near", 4, 100))
    pages = drawable_pages(data, "a.pdf").drawable * 40
    sampled = [sheet.number for sheet in spread(pages, 8)]
    assert len(sampled) == 8
    report = preflight(data, US, sample=3)
    assert (report.pages, report.looked_at) == (7, 3)
    numbers = [sheet.number for sheet in spread(drawable_pages(data, "a.pdf").drawable, 4)]
    assert {number % 2 for number in numbers} == {0, 1}
    assert len(spread(drawable_pages(data, "a.pdf").drawable, 99)) == 7


@pytest.mark.parametrize("count", [1, 2, 48, 49, 67, 68, 95, 96, 97, 20_000, 20_016])
def test_a_sample_has_exactly_so_many_pages_evenly_spread(count: int) -> None:
    (page,) = drawable_pages(book(""), "a.pdf").drawable
    pages = [dataclasses.replace(page, number=number) for number in range(count)]
    numbers = [sheet.number for sheet in spread(pages, 48)]
    assert len(set(numbers)) == min(count, 48)
    stride = max(count / 48, 1)
    assert all(0 < after - number <= stride + 3 for number, after in pairwise(numbers))
    assert numbers[0] <= 1
    assert count - numbers[-1] <= stride + 3
    assert abs(2 * sum(number % 2 for number in numbers) - len(numbers)) <= 2


def test_the_same_file_gives_the_same_report() -> None:
    data = book("1 1 1 1 k 0 50 80 80 re f", code("https://example.org", 4, 100))
    assert preflight(data, US) == preflight(data, US)


def killed(*_: object) -> Iterator[list[Problem]]:
    os.kill(os.getpid(), signal.SIGKILL)
    yield []


@pytest.mark.parametrize("work", ["warm_start:_draw", "inspection:_measure"])
def test_a_worker_that_is_killed_for_memory_blames_no_file(work: str) -> None:
    with pytest.raises(MissingError, match="another process of the run was killed"):
        alone(inspected, book(""), replaced={f"mi_print.preflight.{work}": killed})
