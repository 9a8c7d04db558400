"""No ink of a line touches that of the next, by the letters' outlines."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from mi_print.layout.text.pango import Face, measure
from mi_print.layout.text.shaping.line_clearance import clear_in, clear_of_each_other
from mi_print.resources import FONTS

FONT = FONTS / "inter/InterDisplay-SemiBold.ttf"
TIGHT = Face("Inter Display", 100.0, 90.0, 600, -0.02)


def leading(*lines: str) -> float:
    return clear_of_each_other(lines, TIGHT, "en").leading


@pytest.mark.parametrize(("above", "below"), ["pS", "g1", "pk", "gl", "yÅ", "QÖ", "çf", "µt", "(]"])
def test_letters_that_are_over_each_other_have_white_between_them(above: str, below: str) -> None:
    close = Face("Inter Display", 100.0, 50.0, 600)
    found = clear_of_each_other((above, below), close, "en").leading
    assert 2 < _white(above, below, found) < 10


def _white(above: str, below: str, leading: float) -> float:
    """Return the least white between two letters as pixels, one a point, in any column."""
    font = ImageFont.truetype(FONT, 400)
    drawn = []
    for letter, at in ((above, 0.0), (below, 4 * leading)):
        image = Image.new("L", (800, 1600))
        ImageDraw.Draw(image).text((200, 500 + at), letter, 255, font, anchor="ls")
        ink = np.asarray(image) > 127
        drawn.append(np.roll(ink, -int(ink.any(axis=0).argmax()), axis=1))
    columns = drawn[0].any(axis=0) & drawn[1].any(axis=0)
    foot = 1600 - drawn[0][::-1, columns].argmax(axis=0)
    return float((drawn[1][:, columns].argmax(axis=0) - foot).min()) / 4


def test_a_stem_below_a_descender_takes_more_leading_wherever_it_rises() -> None:
    assert leading("p", "k") > 95
    assert leading("xp", "xS") > 94
    assert leading("xp", "kx") == 90


def test_letters_that_are_beside_each_other_do_not() -> None:
    assert leading("gxxxx", "xxxxS") == 90
    assert leading("mm", "SS") == 90
    assert leading("Interpretability", "Workshop") == 90


def test_what_reads_from_the_right_is_compared_from_both_edges() -> None:
    beside = leading("اا ر اا", "أ")
    assert min(leading("ر اا", "أ"), leading("اا ر", "أ")) > beside + 10


def test_tall_scripts_take_what_their_marks_need_and_ideographs_some_white() -> None:
    assert leading("ปฏิญญาฐฎ", "ที่นี่ที่") > 115
    assert leading("小さな", "計測の会") > 100


def test_lines_may_have_faces_of_their_own() -> None:
    small = Face("Inter Display", 40.0, 40.0, 600)
    assert clear_in(TIGHT, [("p", TIGHT), ("k", small)], "en").leading == 90
    low = Face("Inter Display", 40.0, 45.0, 600)
    assert clear_in(low, [("p", TIGHT), ("k", small)], "en").leading > 50


def test_bounds_of_letters_of_two_blocks_do_not_meet() -> None:
    tight = Face("Inter Display", 100.0, 70.0, 600)
    upper, lower = measure("Q", tight, "en"), measure("A", tight, "en")
    apart = clear_in(tight, [("Q", tight), ("A", tight)], "en").leading
    assert apart >= round(upper.ink_bottom + lower.ink_top, 2)
    assert clear_of_each_other(["Q", "A"], tight, "en").leading < apart


def test_one_line_keeps_its_leading() -> None:
    assert leading("g") == 90
    assert leading() == 90
