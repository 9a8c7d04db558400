"""What can't be set is said, with the record, the characters and the cure."""

from mi_print.layout.pango import Face
from mi_print.series.fit import AtFloor, Slot, fit
from mi_print.series.fit_problems import fit_problems

SLOT = Slot(100, 40, Face("Inter", 20, 24), 10)


def test_a_text_that_fits_has_none() -> None:
    assert fit_problems(fit("Ada", "en", SLOT), "name", "R-1") == []


def test_each_missing_character_is_named_once() -> None:
    found = fit_problems(fit("A😀b😀🎉", "en", SLOT), "name", "R-17", file="data/a.csv", line=3)
    assert [problem.rule for problem in found] == ["glyph", "glyph"]
    assert "name of R-17" in found[0].message
    assert "U+1F600 GRINNING FACE" in found[0].message
    assert (found[1].file, found[1].line) == ("data/a.csv", 3)
    assert "docs/fonts.md" in found[0].hint


def test_a_joined_emoji_is_named_by_its_parts() -> None:
    found = fit_problems(fit("👩\u200d💻", "en", SLOT), "name", "R-1")
    assert ["WOMAN" in found[0].message, "COMPUTER" in found[1].message] == [True, True]
    assert len(found) == 2


def test_a_sign_that_fonts_have_is_printed_in_black_even_if_asked_for_in_colour() -> None:
    assert fit_problems(fit("☎\ufe0f ❤\ufe0f", "en", SLOT), "name", "R-1") == []


def test_a_text_that_is_too_long_says_by_how_much() -> None:
    slot = Slot(100, 40, Face("Inter", 20, 24), 18, at_floor=AtFloor.REFUSE)
    (problem,) = fit_problems(fit("Maximilian Alexander", "en", slot), "name", "R-2")
    assert problem.rule == "fit"
    assert "at 18 pt" in problem.message
    assert '"Maximilian Alexander"' in problem.message
