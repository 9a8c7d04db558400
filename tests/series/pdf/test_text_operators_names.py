"""No name breaks: each is drawn whole, inside its slot, and given back as it was written.

Two readers that did not write the file are asked: pdfium and poppler.  What
they can't do is said here, and nothing else is forgiven.
"""

import io
import re
import subprocess
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest

from mi_print.layout.copyfit.fit import FittedText, fit
from mi_print.layout.copyfit.fit_box import FitBox, FitRange
from mi_print.layout.text.pango import Face
from mi_print.series.pdf.cid_map import UsedFonts
from mi_print.series.pdf.embed_fonts import embed_fonts
from mi_print.series.pdf.text_operators import text_operators
from tests.series.names_of_the_world import NAMES

WIDTH, HEIGHT, EDGE = 262.0, 150.0, 10.0
SLOT, UNTRACKED = (
    FitBox(242, 110, Face("Inter Display", 72, 79, 600, tracking), FitRange(72, 12, 30, lines=3))
    for tracking in (-0.02, 0.0)
)
TOP = HEIGHT - 20
_FONT = re.compile(rb"(/\S+) \S+ Tf\b")
_SIGNS_OF_DIRECTION = dict.fromkeys(
    map(ord, "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069")
)


@dataclass(frozen=True)
class Made:
    """The names, a page for each, and the file."""

    fitted: Sequence[FittedText]
    data: bytes
    path: Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    fonts = UsedFonts()
    pdf = pikepdf.new()
    fitted = [
        fit(name, lang, UNTRACKED if number % 3 == 0 else SLOT)
        for number, (_, lang, name) in enumerate(NAMES)
    ]
    for one in fitted:
        page = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        page.obj.Contents = pdf.make_stream(text_operators(one, EDGE, TOP, fonts))
    embedded = embed_fonts(pdf, [fonts])
    for page in pdf.pages:  # poppler opens all fonts of a page's resources
        own = set(_FONT.findall(page.obj.Contents.read_bytes()))
        page.obj.Resources = pikepdf.Dictionary(
            Font={name: font for name, font in embedded.items() if name.encode() in own}
        )
    buffer = io.BytesIO()
    pdf.save(buffer, deterministic_id=True)
    path = tmp_path_factory.mktemp("names") / "names.pdf"
    path.write_bytes(buffer.getvalue())
    return Made(fitted, buffer.getvalue(), path)


def plain(text: str) -> str:
    """Return a text as read: NFC, without the signs of direction that readers put in."""
    clean = unicodedata.normalize("NFC", text.translate(_SIGNS_OF_DIRECTION))
    return " ".join(clean.split())


def written(one: FittedText, hyphen: str) -> str:
    """Return the lines as they stand; a reader takes a hyphen at a line's end for its own."""
    joined = "\n".join(line.shaped.text for line in one.lines)
    return plain(joined.replace("-\n", hyphen))


def test_they_are_many_and_of_many_scripts() -> None:
    assert len({name for *_, name in NAMES}) >= 1500
    assert len({script for script, *_ in NAMES}) >= 25
    assert all(unicodedata.is_normalized("NFC", name) for *_, name in NAMES)


def test_every_letter_has_its_glyph(made: Made) -> None:
    assert [one.text for one in made.fitted if one.missing] == []
    glyphs = {
        glyph
        for one in made.fitted
        for line in one.lines
        for run in line.shaped.runs
        for cluster in run.clusters
        for glyph, _, _ in cluster.glyphs
    }
    assert 0 not in glyphs
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        fonts = {name: font for page in pdf.pages for name, font in page.obj.Resources.Font.items()}
        assert len(fonts) > 20
        for font in fonts.values():
            drawn = np.frombuffer(font.DescendantFonts[0].CIDToGIDMap.read_bytes(), ">u2")
            assert drawn[0] == 0
            assert (drawn[1:] > 0).all()


def test_every_name_is_whole_and_fits(made: Made) -> None:
    for one in made.fitted:
        assert one.excess == 0
        assert not one.broken
        assert "".join("".join(line.shaped.text for line in one.lines).split()) == "".join(
            one.text.split()
        )


def test_no_ink_leaves_the_slot(made: Made) -> None:
    """Seen, not reckoned; a letter's own overhang may reach out by a twentieth of its size."""
    document = pypdfium2.PdfDocument(made.data)
    for number, one in enumerate(made.fitted):
        picture = document[number].render(scale=2, grayscale=True).to_numpy().squeeze()
        rows, columns = (np.nonzero((picture < 128).any(axis=axis))[0] / 2 for axis in (1, 0))
        hang = 0.05 * one.size + 0.5
        assert EDGE - hang <= columns[0] <= columns[-1] <= EDGE + SLOT.width + hang, one.text
        assert 20 - 0.5 <= rows[0] <= rows[-1] <= 20 + SLOT.height + 0.5, one.text


def test_pdfium_gives_every_name_back(made: Made) -> None:
    document = pypdfium2.PdfDocument(made.data)
    for number, one in enumerate(made.fitted):
        read = document[number].get_textpage().get_text_range()
        assert plain(read) == written(one, "\ufffe"), one.text


@pytest.mark.slow
def test_poppler_gives_every_name_back(made: Made) -> None:
    command = ["pdftotext", "-enc", "UTF-8", str(made.path), "-"]
    read = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - poppler's own
    assert read.stderr == b""
    pages = read.stdout.decode().split("\f")
    for one, page in zip(made.fitted, pages, strict=False):
        assert plain(page) == written(one, ""), one.text


def read_back(text: str, lang: str, folder: Path) -> tuple[str, str]:
    """Return what pdfium and poppler read of one text."""
    fonts = UsedFonts()
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
    page.obj.Contents = pdf.make_stream(text_operators(fit(text, lang, SLOT), EDGE, TOP, fonts))
    page.obj.Resources = pikepdf.Dictionary(Font=embed_fonts(pdf, [fonts]))
    path = folder / "one.pdf"
    pdf.save(path)
    command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
    read = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - poppler's own
    document = pypdfium2.PdfDocument(path.read_bytes())
    return plain(document[0].get_textpage().get_text_range()), plain(read.stdout.decode())


def test_a_line_of_two_directions_is_read_in_the_order_that_a_reader_guesses(
    tmp_path: Path,
) -> None:
    """A line that begins in Hebrew and goes on in Latin: both readers take it for a Latin one.

    A PDF without tags doesn't say in which direction a line reads; readers
    count letters.  Each word is whole, and found by searching.
    """
    assert read_back("אבי Cohen", "he", tmp_path) == ("Cohen אבי", "Cohen אבי")
    assert read_back("Cohen אבי", "he", tmp_path) == ("Cohen אבי", "Cohen אבי")


@pytest.mark.parametrize(("text", "lang"), [("שלום (שלי)", "he"), ("سارة [س]", "ar")])
def test_brackets_read_from_the_right_are_turned_by_pdfium(
    text: str, lang: str, tmp_path: Path
) -> None:
    """It takes what is drawn for what was written, and turns it once more."""
    turned = text.translate(str.maketrans("()[]", ")(]["))
    assert read_back(text, lang, tmp_path) == (turned, text)


def test_a_hyphen_at_a_line_s_end_is_taken_for_the_reader_s_own(tmp_path: Path) -> None:
    name = "Maximilianalexander-Bartholomaeusfriedrich"
    assert len(fit(name, "de", SLOT).lines) == 2
    pdfium, poppler = read_back(name, "de", tmp_path)
    assert pdfium == name.replace("-", "\ufffe")  # pdfium's own mark for it
    assert poppler == name.replace("-", "")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("李 明", "zh"),
        ("A B C", "en"),
        ("سلام لأحمد", "ar"),
        ("مُحَمَّدٌ ٱلله", "ar"),
        ("گلناز پژوهش\u200cگر", "fa"),
        ("ශ්\u200dරී ක්\u200dෂ", "si"),
        ("أحمد ٣", "ar"),
        ("أحمد 3", "ar"),
        ("יוסי 2", "he"),
        ("fi ffl office", "en"),
        ("x̣̌ ā́ m̐", "en"),
        ("☎ ❤\ufe0f ∀x ∈ ℝ", "en"),
    ],
)
def test_hard_texts_are_given_back_too(text: str, lang: str, tmp_path: Path) -> None:
    wanted = plain(text)
    assert read_back(text, lang, tmp_path) == (wanted, wanted)
