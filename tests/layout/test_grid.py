"""The page's grid in numbers, and texts placed by their letters."""

import pytest

from mi_print.layout.grid import Grid, baseline_top, cap_top, stem_left
from mi_print.layout.text.pango import Face, measure

BOOK = Grid(396, 612, 45, 30, 42, 42, 9, 11)
FACE = Face("Inter Display", 28, 27.5, 600, -0.014)


def test_twelve_columns_and_eleven_gutters_fill_the_measure() -> None:
    assert BOOK.measure == 321
    assert BOOK.column == pytest.approx((321 - 99) / 12)
    assert BOOK.span(12) == pytest.approx(BOOK.measure)
    assert BOOK.span(1) == BOOK.column


def test_columns_start_at_the_inner_margin_or_on_the_left_at_the_outer() -> None:
    assert BOOK.x(1) == 45
    assert BOOK.x(1, verso=True) == 30
    assert BOOK.x(7) == pytest.approx(45 + 6 * (BOOK.column + 9))
    assert BOOK.x(12) + BOOK.column == pytest.approx(396 - 30)


def test_lines_start_at_the_top_margin() -> None:
    assert BOOK.y(1) == 42
    assert BOOK.y(9) == 130
    assert BOOK.lines == 48


def test_a_height_that_is_a_whisker_short_still_holds_its_line() -> None:
    assert Grid(419.53, 595.28, 45, 30, 39, 39.2756, 9, 11).lines == 47


def test_capitals_hang_from_a_line_and_letters_stand_on_one() -> None:
    half_cap = 0.3638 * 28
    assert cap_top(100, FACE) + 27.5 / 2 - half_cap == pytest.approx(100)
    assert baseline_top(100, FACE) + 27.5 / 2 + half_cap == pytest.approx(100)


@pytest.mark.parametrize("text", ["Mechanistic", "1–16", "Are we there?", "Ж", "研究"])
def test_the_first_letters_ink_stands_on_its_line(text: str) -> None:
    left = stem_left(50, text, FACE)
    assert left + measure(text, FACE).ink_left == pytest.approx(50, abs=0.02)


@pytest.mark.parametrize("text", ["Topics", "Vision", "Why", "You"])
def test_letters_narrow_at_the_foot_hang_over_the_edge(text: str) -> None:
    left = stem_left(50, text, FACE)
    assert left + measure(text, FACE).ink_left == pytest.approx(50 - 0.012 * 28, abs=0.02)


def test_nothing_to_place_stands_where_it_is() -> None:
    assert stem_left(50, "", FACE) == 50
