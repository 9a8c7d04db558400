"""The tables of LaTeX: what they say can be printed."""

import string

from mi_print.event.latex.tables import (
    ACCENTS,
    ALPHABETS,
    SCRIPTS,
    SYMBOLS,
    accented,
    alphabet,
)
from mi_print.layout.text.coverage import uncovered


def test_every_character_is_in_the_fonts() -> None:
    letters = [accented(letter, accent) for accent in ACCENTS for letter in string.ascii_letters]
    said = [
        *SYMBOLS.values(),
        *(text for letters in SCRIPTS.values() for text in letters.values()),
        *(text for command in ALPHABETS for text in alphabet(command).values()),
        *(letter for letter in letters if letter),
    ]
    assert uncovered("".join(said)) == []


def test_letters_of_other_alphabets_are_those_that_unicode_had_before() -> None:
    assert [alphabet("mathcal")[letter] for letter in "DLe"] == ["𝒟", "ℒ", "ℯ"]
    assert [alphabet("mathbb")[letter] for letter in "RZ1"] == ["ℝ", "ℤ", "𝟙"]
    assert [alphabet("mathfrak")[letter] for letter in "Cg"] == ["ℭ", "𝔤"]
    assert alphabet("emph") == {}


def test_a_letter_with_a_mark_is_one_character() -> None:
    assert accented("e", "'") == "é"
    assert accented("ı", '"') == "ï"
    assert accented("x", "'") is None
    assert accented("", "'") is None
