"""What can't be stamped is said, with its record and side, the characters and the cure."""

import pytest

from mi_print.layout.checks.keep_outs import KeepOuts
from mi_print.layout.copyfit.fit_box import FitRange, Floor
from mi_print.problem import Problem
from mi_print.products.variable_data.overset import overset
from mi_print.products.variable_data.stamp_series import StampedSeries
from mi_print.series.slot_groups import groups
from mi_print.series.text_outcome import OutcomeFilter
from tests.series.sample_slots import text_slot


def found(*texts: str, fit: FitRange | None = None) -> list[tuple[int, Problem]]:
    """Return the problems of records of two pages, each with a text on its second."""
    slot = text_slot(fit=fit or FitRange(20, 10), page=2, box=(10, 20, 100, 40))
    (group,) = groups([slot])
    asked = OutcomeFilter.of([slot], KeepOuts((), (200, 100), 0), lambda _slot, _fitted: False)
    outcome = []
    for text in texts:
        ((place, each),) = group.fitted({"name": text}, "en")
        said = asked.outcome(place, each)
        outcome.append((said,) if said else ())
    return list(overset(StampedSeries({}, tuple(outcome), ()), "layouts/x"))


def test_what_fits_has_none() -> None:
    assert found("Ada", "Bob") == []


def test_each_missing_character_is_named_once_with_its_record() -> None:
    problems = found("Ada", "A😀b😀🎉")
    assert [number for number, _ in problems] == [1, 1]
    first, second = (problem for _, problem in problems)
    assert first.rule == second.rule == "glyph"
    assert first.message == "no font has “😀” (U+1F600 GRINNING FACE) of “A😀b😀🎉”"
    assert "U+1F389" in second.message
    assert (first.file, first.page, first.box) == ("layouts/x", 2, (10, 20, 100, 40))
    assert "mi-print list fonts" in first.hint


def test_a_joined_emoji_is_named_by_its_parts() -> None:
    said = [problem.message for _, problem in found("👩\u200d💻")]
    assert len(said) == 2
    assert "WOMAN" in said[0]
    assert "COMPUTER" in said[1]


def test_a_sign_that_fonts_have_is_printed_in_black_even_if_asked_for_in_colour() -> None:
    assert found("☎\ufe0f ❤\ufe0f") == []


@pytest.mark.parametrize("text", ["Maximilian Alexander", "Maximilian Alexander" * 20])
def test_a_text_that_is_too_long_says_by_how_much(text: str) -> None:
    ((number, problem),) = found(text, fit=FitRange(20, 18, floor=Floor.REFUSE))
    assert (number, problem.rule, problem.page) == (0, "overflow", 2)
    assert "“Maximilian Alexander" in problem.message
    assert "pt too large for “name”" in problem.message
    assert len(problem.message) < 100
