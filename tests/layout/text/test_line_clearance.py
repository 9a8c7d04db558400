"""Lines of a title stand apart where letters of one are over letters of the next."""

from mi_print.layout.text.line_clearance import clear_of_each_other
from mi_print.layout.text.pango import Face

TIGHT = Face("Inter Display", 100.0, 90.0, 600, -0.02)


def leading(*lines: str) -> float:
    return clear_of_each_other(lines, TIGHT, "en").leading


def test_a_descender_over_a_capital_or_a_digit_takes_more_leading() -> None:
    assert leading("xp", "xS") > 95
    assert leading("g", "1") > 95


def test_letters_that_are_beside_each_other_do_not() -> None:
    assert leading("gxxxx", "xxxxS") == 90
    assert leading("mm", "SS") == 90


def test_what_rises_of_small_letters_is_passed_over() -> None:
    assert leading("p", "k") == 90


def test_one_line_keeps_its_leading() -> None:
    assert leading("g") == 90
