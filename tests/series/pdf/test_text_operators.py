"""Lines become few operators: one string a font, kerning between, tracking as Tc."""

import dataclasses
import re

import pytest

from mi_print.layout.copyfit.fit import fit
from mi_print.layout.copyfit.fit_box import FitBox, FitRange
from mi_print.layout.text.pango import Face
from mi_print.series.pdf.cid_map import UsedFonts
from mi_print.series.pdf.text_operators import text_operators

PLAIN = FitBox(200, 60, Face("Inter", 20, 24), FitRange(20, 10, lines=2))
TRACKED = FitBox(200, 60, Face("Inter", 20, 24, tracking=-0.02), FitRange(20, 10))


def written(text: str, slot: FitBox = PLAIN, lang: str = "en") -> list[str]:
    return text_operators(fit(text, lang, slot), 10, 100, UsedFonts()).decode().splitlines()


def test_a_line_of_one_font_is_three_operators() -> None:
    begin, place, font, shown, end = written("nun")
    assert (begin, end) == ("BT", "ET")
    assert place == "10 80.725 Td"
    assert re.fullmatch(r"/F\d+ 20 Tf", font)
    assert shown == "<000100020001> Tj"


def test_kerning_stands_between_strings() -> None:
    *_, shown, _ = written("AVA")
    assert re.fullmatch(r"\[<0001>\d+<0002>\d+<0001>\] TJ", shown)


def test_tracking_is_set_and_taken_back() -> None:
    lines = written("nun", TRACKED)
    assert lines[1].endswith(" Tc")
    assert float(lines[1].split()[0]) == pytest.approx(-0.02 * 20, abs=0.03)
    assert lines[-2:] == ["0 Tc", "ET"]


def test_the_second_line_is_placed_from_the_first() -> None:
    lines = written("Maximilian Sampleson", dataclasses.replace(PLAIN, width=110))
    assert [line for line in lines if line.endswith("Td")] == ["10 80.725 Td", "0 -24.001 Td"]
    assert len([line for line in lines if line.endswith("Tf")]) == 1


def test_a_font_is_named_when_it_changes() -> None:
    lines = written("Wei 王 W")
    assert len([line for line in lines if line.endswith("Tf")]) == 3


def test_single_letters_with_spaces_say_what_they_are() -> None:
    lines = written("李 明", lang="zh")
    assert "/Span <</ActualText <feff674e0020660e>>> BDC" in lines
    assert "EMC" in lines
    assert "EMC" not in written("李 小明", lang="zh")


def test_what_can_not_be_drawn_is_never_written() -> None:
    with pytest.raises(ValueError, match="no font has"):
        written("a😀")
