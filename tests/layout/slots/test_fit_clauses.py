"""`data-fit`: its clauses, and what is said of a wrong one."""

import math

import pytest

from mi_print.layout.copyfit.fit_box import FitRange, Floor, Rag
from mi_print.layout.slots.fit_clauses import read_fit


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", FitRange(9, 9)),
        ("72pt", FitRange(72, 72)),
        ("72pt..16pt", FitRange(72, 16)),
        (" 1in .. 18 pt ; lines 2 ;", FitRange(72, 18, lines=2)),
        ("lines 2..4; 40pt..16pt; least 30pt", FitRange(40, 16, 30, 2, 4)),
        ("40pt..16pt; floor refuse", FitRange(40, 16, floor=Floor.REFUSE)),
        ("40pt..16pt; floor break", FitRange(40, 16, math.inf, 1, 1, Floor.BREAK)),
        ("10pt..7pt; lines 12; rag fill", FitRange(10, 7, lines=12, rag=Rag.FILL)),
        ("rag even", FitRange(9, 9)),
    ],
)
def test_clauses_in_any_order(text: str, wanted: FitRange) -> None:
    assert read_fit(text, 9) == wanted


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("72..16", "'72' is not a length"),
        ("16pt..72pt", "sizes go from the largest to the smallest"),
        ("0pt", "not below the smallest"),
        ("72pt..16pt; least 10pt", "“least” is not below the smallest size"),
        ("lines two", "“two” is no number of lines from 1 to 60"),
        ("lines 0", "“0” is no number of lines"),
        ("lines 61", "“61” is no number of lines"),
        ("lines 4..2", "lines go from the fewest to the most"),
        ("floor warn", "“floor warn”: the floor is break, hyphens or refuse"),
        ("lines 2; lines 3", "“lines 3” comes second"),
        ("rag left", "“rag left”: the rag is even or fill"),
        ("rag fill; lines 2..4", "lines that are filled are as few as can be: say only the most"),
        ("shrink", "“shrink” is none of: sizes as in 72pt..16pt, least, lines, floor, rag"),
        ("-3pt", "is none of"),
    ],
)
def test_anything_else_is_an_error(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said.replace(".", r"\.")):
        read_fit(text, 9)
