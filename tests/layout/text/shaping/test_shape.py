"""Lines become the glyphs that the typesetter would choose, in clusters that read as letters."""

from collections.abc import Iterator

import pytest
import uharfbuzz

from mi_print.layout.text.pango import Face, measure
from mi_print.layout.text.shaping.clusters import Cluster
from mi_print.layout.text.shaping.shape import ShapedLine, shape
from mi_print.layout.text.typography import direction
from mi_print.resources import FONTS
from tests.products.hard_names import HARD_NAMES
from tests.series.names_of_the_world import NAMES

TEXT = Face("Inter", 100, 120)
DISPLAY = Face("Inter Display", 100, 120, 600)
LARGE = Face("Inter Display", 100, 120, 600, -0.02)
MIXED = "Zyyy"


def clusters(line: ShapedLine) -> Iterator[Cluster]:
    return (cluster for run in line.runs for cluster in run.clusters)


def shaped(text: str, face: Face = TEXT, lang: str = "en") -> ShapedLine:
    return shape(text, face, lang, from_right=direction(text) == "rtl")


@pytest.mark.parametrize("face", [TEXT, DISPLAY, LARGE])
def test_a_line_is_as_wide_as_it_measures(face: Face) -> None:
    """In a line of mixed scripts half of the tracking is not given after a mark in its midst."""
    for text, lang in (*HARD_NAMES, *((name, lang) for code, lang, name in NAMES if code != MIXED)):
        if lang == "ko":  # measured without the typesetter's way with Korean
            continue
        found, wanted = shaped(text, face, lang), measure(text, face, lang)
        assert found.width * 100 == pytest.approx(wanted.width, abs=0.03), text
        assert found.ink_left * 100 == pytest.approx(wanted.ink_left, abs=0.03), text
        assert found.ink_right * 100 == pytest.approx(wanted.ink_right, abs=0.03), text


def test_every_letter_is_said_once() -> None:
    for text, lang in HARD_NAMES:
        runs = sorted(shaped(text, LARGE, lang).runs, key=lambda run: run.offset)
        said = ["".join(cluster.text for cluster in run.read) for run in runs]
        assert "".join(said) == text
        starts = [len("".join(said[:number]).encode()) for number in range(len(said))]
        assert [run.offset for run in runs] == starts


def test_fonts_are_the_bundled_ones() -> None:
    files = {run.font.path for text, lang in HARD_NAMES for run in shaped(text, TEXT, lang).runs}
    assert len(files) > 20
    assert all(path.is_relative_to(FONTS.resolve()) for path in files)


def test_marks_belong_to_their_letter() -> None:
    assert [c.text for c in clusters(shaped("น้ำ"))] == ["น้ำ"]
    assert [c.text for c in clusters(shaped("ते"))] == ["ते"]
    (letter,) = clusters(shaped("שְׂ"))
    assert letter.text == "שְׂ"


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("คำ", "noto-sans-thai/NotoSansThai-SemiBold.ttf"),
        ("ຄຳ", "noto-sans-lao/NotoSansLao-SemiBold.ttf"),
    ],
)
def test_the_ring_of_an_am_is_where_harfbuzz_puts_it(text: str, file: str) -> None:
    """HarfBuzz before 12 parts the bow from the letter, and so it is tracked as one."""
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FONTS / file)))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(uharfbuzz.Font(face), buffer)
    letter, ring, bow = buffer.glyph_positions
    added = measure(text, LARGE).width - measure(text, DISPLAY).width
    tracking = round(added / LARGE.size * face.upem)
    assert tracking in {0, round(LARGE.tracking * face.upem)}
    (am,) = clusters(shaped(text, LARGE))
    assert [x for _, x, _ in am.glyphs] == [
        0,
        letter.x_advance + ring.x_offset,
        letter.x_advance + tracking,
    ]
    assert am.advance == letter.x_advance + tracking + bow.x_advance


@pytest.mark.parametrize("text", ["កោ", "កៅ", "សឿ", "ភៀ"])
def test_tracked_khmer_keeps_the_vowels_that_stand_on_both_sides(text: str) -> None:
    (tracked,), (plain,) = clusters(shaped(text, LARGE)), clusters(shaped(text, DISPLAY))
    assert [glyph for glyph, _, _ in tracked.glyphs] == [glyph for glyph, _, _ in plain.glyphs]


@pytest.mark.parametrize(
    ("text", "lang"), [("क्ष्मीक", "hi"), ("র্দ্ধির", "bn"), ("ശ്രീശ", "ml"), ("ශ්\u200dරීශ", "si")]
)
def test_tracking_stands_where_a_cursor_can(text: str, lang: str) -> None:
    """How many letters a conjunct is depends on the Unicode that Pango knows."""
    tracked, plain = shaped(text, LARGE, lang), shaped(text, DISPLAY, lang)
    added = measure(text, LARGE, lang).width - measure(text, DISPLAY, lang).width
    letters = 1 + round(added / LARGE.size / LARGE.tracking)
    assert sum(1 for _ in clusters(tracked)) == letters == sum(1 for _ in clusters(plain))


def test_a_joiner_belongs_to_the_letter_before_it() -> None:
    assert "ش\u200c" in [c.text for c in clusters(shaped("پژوهش\u200cگر", lang="fa"))]


def test_a_line_read_from_the_right_stands_from_left_to_right() -> None:
    assert [c.text for c in clusters(shaped("אבג"))] == ["ג", "ב", "א"]


def test_language_chooses_the_han_font() -> None:
    fonts = {
        lang: shaped("直", lang=lang).runs[0].font.path.name
        for lang in ("ja", "zh-Hans", "zh-Hant", "ko")
    }
    assert fonts == {
        "ja": "NotoSansJP-Regular.ttf",
        "zh-Hans": "NotoSansSC-Regular.ttf",
        "zh-Hant": "NotoSansTC-Regular.ttf",
        "ko": "NotoSansKR-Regular.ttf",
    }


def test_tracking_stands_between_letters_and_parts_ligatures() -> None:
    spaced = shaped("nnn", Face("Inter", 100, 120, tracking=0.05))
    assert spaced.width == pytest.approx(shaped("nnn").width + 2 * 0.05)
    armenian = [c.glyphs for c in clusters(shaped("Շու", Face("Inter", 1, 1, tracking=0.05)))]
    assert armenian != [c.glyphs for c in clusters(shaped("Շու"))]


def test_figures_are_of_one_width_where_wanted() -> None:
    face = Face("Inter", 100, 120, tabular=True)
    assert len({round(shaped(digit, face).width, 4) for digit in "0123456789"}) == 1


def test_what_no_font_has_is_named_and_not_drawn() -> None:
    found = shaped("a😀b😀")
    assert found.missing == "😀"
    assert all(glyph for cluster in clusters(found) for glyph, _, _ in cluster.glyphs)
