"""Drawing engines that are at hand before the file is."""

from multiprocessing.process import BaseProcess

from mi_print.preflight.beforehand import Beforehand
from mi_print.preflight.check import preflight
from mi_print.preflight.expected import Expected
from tests.preflight.sheet import US, book, text

DATA = book(text("Near", 4, 200), text("Page 2", 40, 100))


def test_they_see_what_others_see() -> None:
    with Beforehand() as drawing:
        drawing.begin()
        report = preflight(DATA, US, drawing=drawing)
    assert report == preflight(DATA, US)
    assert "MP-SAFE" in {problem.rule for problem in report.problems if problem.page == 1}


def test_they_are_told_what_the_codes_say() -> None:
    expected = Expected(codes=(frozenset(), frozenset({"https://example.org"})))
    with Beforehand() as drawing:
        report = preflight(DATA, US, expected, drawing=drawing)
    said = next(problem for problem in report.problems if problem.rule == "MP-QR")
    assert (said.page, said.message) == (2, "no QR code on the page says “https://example.org”")


def test_whoever_is_never_told_ends() -> None:
    with Beforehand() as drawing:
        drawing.begin()
        process = begun(drawing)
    assert not process.is_alive()


def test_engines_that_crash_while_they_wait() -> None:
    with Beforehand() as drawing:
        drawing.begin()
        process = begun(drawing)
        process.kill()
        process.join()
        report = preflight(DATA, US, drawing=drawing)
    said = next(problem for problem in report.problems if problem.rule == "MP-DRAW")
    assert said.message.startswith("drawing the page crashed")
    assert report.looked_at == 0


def begun(drawing: Beforehand) -> BaseProcess:
    assert drawing._begun is not None  # noqa: SLF001 - what nobody else should see
    return drawing._begun[0]._process  # noqa: SLF001 - the same
