"""Letters and marks of Inter meet: names of Taiwan, the Pacific and the First Nations."""

import unicodedata

import pytest
import uharfbuzz

from mi_print.resources import FONTS

EM = 2048
FACES = ("Inter-Regular", "Inter-SemiBold", "InterDisplay-SemiBold")
ABOVE, BELOW = 230, (202, 220)
PAIRS = (
    "X̱",
    "H̱",
    "x̱",
    "A̱",
    "A̍",
    "o̍",
    "i̍",
    "y̓",
    "X̓",
    "A̧",
    "u̧",
    "M̧",
    "A̋",
    "k̭",
    "ɛ̱",
    "Я́",
    "Є́",
    "а̄",
    "ρ̄",
    "n̥",
    "X̲",
)


def inks(font: uharfbuzz.Font, text: str) -> list[tuple[int, int, int, int]]:
    """Return each glyph's left, bottom, right, top."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    pen, found = 0, []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        assert info.codepoint
        ink = font.get_glyph_extents(info.codepoint)
        left, top = pen + place.x_offset + ink.x_bearing, place.y_offset + ink.y_bearing
        found.append((left, top + ink.height, left + ink.width, top))
        pen += place.x_advance
    return found


@pytest.fixture(params=FACES)
def font(request: pytest.FixtureRequest) -> uharfbuzz.Font:
    path = FONTS / "inter" / f"{request.param}.ttf"
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))))


@pytest.mark.parametrize("pair", PAIRS)
def test_a_mark_stands_over_or_under_its_letter(font: uharfbuzz.Font, pair: str) -> None:
    letter, mark = inks(font, pair)
    assert abs(mark[0] + mark[2] - letter[0] - letter[2]) / 2 <= 0.15 * EM
    kind = unicodedata.combining(pair[-1])
    if kind == ABOVE:
        assert 0 < mark[1] - letter[3] <= 0.15 * EM
    else:
        assert kind in BELOW
        assert -0.15 * EM <= mark[3] - letter[1] <= 0.05 * EM


def test_a_dot_stands_at_the_right_top(font: uharfbuzz.Font) -> None:
    for pair in ("o͘", "O͘", "u͘"):
        letter, dot = inks(font, pair)
        assert abs((dot[0] + dot[2]) / 2 - letter[2]) <= 0.05 * EM
        assert 0 < dot[1] - letter[3] <= 0.1 * EM


def test_one_mark_stands_on_another(font: uharfbuzz.Font) -> None:
    for text in ("ɛ̍́", "ɛ̋̄", "x̓̄"):
        _, lower, upper = inks(font, text)
        assert 0 < upper[1] - lower[3] <= 0.15 * EM
    _, upper, lower = inks(font, "x̱̱")
    assert 0 < upper[1] - lower[3] <= 0.15 * EM
