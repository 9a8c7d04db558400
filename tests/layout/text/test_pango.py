"""Measures are the typesetter's own: the same engine, the same fonts, nothing rounded."""

import pytest

from mi_print.layout.text.pango import Face, measure

TEXT = Face("Inter", 100, 100)


def test_widths_are_the_fonts_own() -> None:
    """Inter's advance widths at 2048 units per em, from its hmtx table."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - the referee, for this test alone

    from mi_print.resources import FONTS  # noqa: PLC0415 - the same

    path = next(FONTS.glob("*/Inter-Regular.ttf"))
    with TTFont(path) as font:
        names, advances = font.getBestCmap(), font["hmtx"]
        for letter in "Hnx—":
            wanted = advances[names[ord(letter)]][0] / font["head"].unitsPerEm * 100
            assert measure(letter, TEXT).width == pytest.approx(wanted, abs=0.05)


def test_size_scales_and_weight_widens() -> None:
    small = measure("Circuits", Face("Inter", 10, 10)).width
    assert measure("Circuits", TEXT).width == pytest.approx(10 * small, rel=1e-3)
    bold = measure("Circuits", Face("Inter", 100, 100, 600)).width
    assert bold > measure("Circuits", TEXT).width


def test_tracking_is_added_between_letters() -> None:
    tracked = measure("nnn", Face("Inter", 100, 100, tracking=0.05))
    assert tracked.width == pytest.approx(measure("nnn", TEXT).width + 2 * 5, abs=0.1)
    assert tracked.ink_left == pytest.approx(measure("nnn", TEXT).ink_left, abs=0.1)


def test_tabular_figures_are_of_one_width() -> None:
    face = Face("Inter", 100, 100, tabular=True)
    assert len({measure(digit, face).width for digit in "0123456789"}) == 1
    assert len({measure(digit, TEXT).width for digit in "0123456789"}) > 1


def test_ink_lies_inside_the_advance_of_a_stem() -> None:
    found = measure("H", TEXT)
    assert 0 < found.ink_left < found.ink_right < found.width


@pytest.mark.parametrize("text", ["سلمى", "נועה", "李明", "ไทย", "हिन्दी", "ქართული", "አማርኛ"])
def test_every_script_has_a_width_and_its_glyphs(text: str) -> None:
    found = measure(text, TEXT)
    assert found.width > 50
    assert found.missing == 0


def test_a_character_that_no_font_has_is_counted() -> None:
    assert measure("a\N{GRINNING FACE}", TEXT).missing == 1


def test_a_line_break_does_not_start_a_line() -> None:
    assert measure("a\nb", TEXT).width > measure("a", TEXT).width


def test_nothing_has_no_width() -> None:
    assert measure("", TEXT).width == 0
