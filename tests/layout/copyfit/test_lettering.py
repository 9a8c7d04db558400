"""A name is as large as its place allows, and nothing of it touches or leaves."""

import unicodedata
from itertools import pairwise

import pytest

from mi_print.layout.copyfit.lettering import LetteredLine, LetteredRow, LetteringBox, lettered
from mi_print.layout.text.pango import Face, measure
from tests.products.hard_names import HARD_NAMES

FACE = Face("Inter Display", 72, 72, 600, -0.02)
SMALL = Face("Inter", 14, 16, 400, -0.014)
PLACE = LetteringBox(width=242, height=111, baseline=55)


def name(text: str, **more: float) -> LetteredRow:
    request: dict[str, float] = {"least": 32, "floor": 16, "most": 3} | more
    return LetteredRow(text, "name", FACE, **request)  # type: ignore[arg-type]  # few and most are whole


def one(
    text: str, place: LetteringBox = PLACE, lang: str = "en", **more: float
) -> list[LetteredLine]:
    return lettered([name(text, **more)], place, lang)[0]


def ink(line: LetteredLine, lang: str) -> tuple[float, float, float, float]:
    """Return left, top, right, bottom of a line's ink, measured in its own size."""
    extent = measure(line.text, line.face, lang)
    return (
        line.left + extent.ink_left,
        line.baseline - extent.ink_top,
        line.left + extent.ink_right,
        line.baseline + extent.ink_bottom,
    )


def test_a_short_name_has_its_wished_size_and_place() -> None:
    (line,) = one("Ada")
    assert (line.text, line.face.size, line.baseline) == ("Ada", 72, 55)
    assert ink(line, "en")[0] == pytest.approx(0, abs=0.01)


def test_a_longer_name_is_as_wide_as_its_place() -> None:
    (line,) = one("Maximiliane")
    larger = measure(line.text, Face("Inter Display", line.face.size + 1, 1, 600, -0.02))
    assert ink(line, "en")[2] <= 242 < larger.width - larger.ink_left


def test_a_name_takes_another_line_before_it_gets_hard_to_read() -> None:
    lines = one("Maria Fernanda Guadalupe")
    assert [line.text for line in lines] == ["Maria Fernanda", "Guadalupe"]
    assert lines[0].face.size >= 32


def test_lines_are_even() -> None:
    lines = one("Ada Lovelace Byron King", few=2, most=2)
    assert [line.text for line in lines] == ["Ada Lovelace", "Byron King"]


def test_a_hyphen_is_broken_after_only_where_that_helps() -> None:
    assert [line.text for line in one("Tsui-Wei Weng", few=2)] == ["Tsui-Wei", "Weng"]
    lines = one("Jean-Christophe-Alexandre", most=2)
    assert [line.text for line in lines] == ["Jean-Christophe-", "Alexandre"]


def test_a_word_breaks_only_below_the_floor() -> None:
    assert len(one("Donaudampfschifffahrt")) == 1
    lines = one("Donaudampfschifffahrtsgesellschaftskapitän")
    assert len(lines) > 1
    assert "".join(line.text for line in lines) == "Donaudampfschifffahrtsgesellschaftskapitän"


def test_marks_stay_with_their_letters() -> None:
    lines = one("สวัสดีครับผมชื่อสมชายเป็นชื่อที่ยาวมากจริงๆ", lang="th")
    assert len(lines) > 1
    assert not any(unicodedata.category(line.text[0]).startswith("M") for line in lines)


def test_what_does_not_fit_at_its_floor_runs_out() -> None:
    lines = one("W" * 60, most=1)
    assert lines[0].face.size == 16
    assert ink(lines[0], "en")[2] > 242


def test_a_name_from_the_right_ends_on_the_right_edge() -> None:
    place = LetteringBox(width=242, height=111, baseline=55, from_right=True)
    (line,) = one("أحمد", place, "ar")
    assert line.direction == "rtl"
    assert ink(line, "ar")[2] == pytest.approx(242, abs=0.01)


def test_apostrophes_are_those_that_are_printed() -> None:
    assert one("d'Exemple")[0].text == "d’Exemple"


def test_a_deep_letter_pushes_the_next_row_down() -> None:
    def second(given: str) -> float:
        rows = [name(given), LetteredRow("Hill", "small", SMALL, 9, 8, drop=20)]
        return lettered(rows, PLACE, "en")[1][0].baseline

    assert second("Ann") == 55 + 20
    assert second("Ogg") > 55 + 25


@pytest.mark.parametrize("place", [PLACE, LetteringBox(width=238, height=234, baseline=138)])
def test_no_ink_of_hard_names_touches_or_leaves(place: LetteringBox) -> None:
    for text, lang in HARD_NAMES:
        few = 2 if " " in text else 1
        rows = [
            LetteredRow(text, "name", FACE, least=30, floor=12, few=few, most=4),
            LetteredRow(
                "University of Somewhere", "small", SMALL, least=9, floor=8, most=2, drop=19
            ),
        ]
        found = [line for row in lettered(rows, place, lang) for line in row]
        assert not any(measure(line.text, line.face, lang).missing for line in found), text
        boxes = [ink(line, lang) for line in found]
        assert min(box[0] for box in boxes) > -0.3, text
        assert min(box[1] for box in boxes) > -0.3, text
        assert max(box[2] for box in boxes) < place.width + 0.3, text
        assert max(box[3] for box in boxes) < place.height + 0.3, text
        for upper, lower in pairwise(boxes):
            assert upper[3] < lower[1] + 0.3, text
        said = "".join(line.text for line in found[:-1])
        assert said.replace(" ", "") == text.replace("'", "’").replace(" ", ""), text
