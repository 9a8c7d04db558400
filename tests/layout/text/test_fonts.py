"""The bundled fonts: what they set, which family is used, and where the cache is."""

import io
import unicodedata
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont

from mi_print.layout.text.fonts import HAN, KOREAN_CSS, STACK
from mi_print.layout.typeset import boxes
from mi_print.layout.typeset.typesetter import Typesetter
from mi_print.resources import FONTS

NAMES = {
    "latin": "Þóra Łukasz Çelik Ḥasan",
    "vietnamese": "Nguyễn Thị Ánh Hồng",
    "greek": "Ευαγγελία Παπαδοπούλου",
    "cyrillic": "Дмитро Шевченко",
    "arabic": "محمد الخوارزمي",
    "hebrew": "נועם בן־דוד",
    "gujarati": "કૃષ્ણ પટેલ",
    "odia": "ଜଗନ୍ନାଥ",
    "tamil": "ஸ்ரீனிவாசன்",
    "thai": "สมชาย ใจดี",
    "khmer": "សុខា",
    "georgian": "გიორგი",
    "armenian": "Արամ Խաչատրյան",
    "ethiopic": "አበበ ቢቂላ",
    "simplified": "张伟",
    "traditional": "張偉",
    "japanese": "山田 花子 タロウ",
    "korean": "김민수",
    "mathematics": "ℓ₂ → ∞, α ≠ β, 𝔼[𝒳] ∈ ℝ, 2 × 2 ≈ −4",
    "signs": "★ ✓ ⚥ €",
}
CLUSTERED = {
    "devanagari": "श्रीनिवास कृष्णन",
    "bengali": "রবীন্দ্রনাথ ঠাকুর",
    "gurmukhi": "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
    "telugu": "శ్రీనివాస్",
    "kannada": "ಶ್ರೀನಿವಾಸ",
    "malayalam": "ശ്രീനിവാസൻ",
    "sinhala": "ශ්‍රීමාලි",
    "myanmar": "အောင်ဆန်း",
    "lao": "ສົມຊາຍ",
    "thaana": "އަހްމަދު",
}
"""Scripts whose syllables are several glyphs: WeasyPrint gives a reader all
their letters, but here and there one too many or out of order."""


def set_page(body: str, css: str = "") -> bytes:
    from weasyprint import HTML  # noqa: PLC0415 - conftest names the fonts before it loads

    style = f"@page {{ size: 800px 80px; margin: 10px }} body {{ font: 20px/1.25 Inter }} {css}"
    pdf = HTML(string=f'<html lang="en"><style>{style}</style><body>{body}').write_pdf()
    assert isinstance(pdf, bytes)
    return pdf


def read(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return str(document[0].get_textpage().get_text_bounded())


def families(pdf: bytes) -> set[str]:
    """The fonts in a PDF, such as `Noto Sans JP Semi Bold`."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        names = {
            str(font["/BaseFont"])
            for font in document.objects
            if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/Font"
        }
    return {name.partition("+")[2].replace("-", " ") for name in names}


@pytest.mark.parametrize("weight", [400, 600])
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_prints_and_reads_back(
    name: str, weight: int, caplog: pytest.LogCaptureFixture
) -> None:
    pdf = set_page(f"<p style='font-weight:{weight}'>{name}</p>")
    assert caplog.messages == []  # WeasyPrint warns of every .notdef
    assert read(pdf) == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize("name", CLUSTERED.values(), ids=CLUSTERED)
def test_a_name_of_clusters_prints_with_all_its_letters(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    pdf = set_page(f"<p>{name}</p>")
    assert caplog.messages == []
    assert set(unicodedata.normalize("NFC", name)) <= set(read(pdf))


def test_a_character_without_a_glyph_is_noticed(caplog: pytest.LogCaptureFixture) -> None:
    set_page("<p>𓀀</p>")
    assert [message for message in caplog.messages if ".notdef" in message]


@pytest.mark.parametrize("family", ["DejaVu Sans", "Nowhere", "sans-serif", "serif", "monospace"])
def test_another_family_gets_inter(family: str) -> None:
    assert families(set_page("<p>Hello</p>", f"p {{ font-family: '{family}' }}")) == {"Inter"}
    assert families(set_page("<p>Hello</p>", f"p {{ font-family: {family} }}")) == {"Inter"}


def test_only_bundled_families_are_embedded() -> None:
    pdf = set_page("".join([*NAMES.values(), *CLUSTERED.values()]))
    assert families(pdf) <= set(STACK)


@pytest.mark.parametrize("name", ["Дми ҕ", "محمد", "أحمد", "김민수", "张伟", "ສົມຊາຍ"])
def test_semi_bold_stays_semi_bold_in_a_fallback(name: str) -> None:
    found = families(set_page(f"<p style='font-weight:600'>{name}</p>"))
    assert found
    assert all(family.endswith(" Semi Bold") for family in found)


def test_digits_and_latin_beside_another_script_stay_in_inter() -> None:
    with pikepdf.open(io.BytesIO(set_page("<p>2025 NeurIPS</p><p>山田 12</p>"))) as document:
        fonts = document.pages[0]["/Resources"]["/Font"]
        text = {
            str(font["/BaseFont"]).partition("+")[2]: font["/ToUnicode"].read_bytes()
            for font in fonts.values()
        }
    assert b"<0032>" in text["Inter"]
    assert b"<0032>" not in text["Noto-Sans-SC"]


@pytest.mark.parametrize(
    ("language", "family"),
    [
        ("zh-Hans", "Noto Sans SC"),
        ("zh", "Noto Sans SC"),
        ("en", "Noto Sans SC"),
        ("zh-Hant", "Noto Sans TC"),
        ("zh-TW", "Noto Sans TC"),
        ("zh-Hant-HK", "Noto Sans TC"),
        ("ja", "Noto Sans JP"),
        ("ja-JP", "Noto Sans JP"),
        ("ko", "Noto Sans KR"),
        ("ko-KR", "Noto Sans KR"),
    ],
)
def test_han_forms_follow_the_language(language: str, family: str) -> None:
    pdf = set_page(f'<p lang="{language}">骨直令</p>', KOREAN_CSS)
    assert families(pdf) == {family}


def test_a_fallback_moves_no_line(tmp_path: Path) -> None:
    lines = "".join(f"<p>{name}</p>" for name in ["Hello", *NAMES.values(), *CLUSTERED.values()])
    style = "@page { size: 800pt 2000pt } p { font: 20pt/25pt Inter; margin: 0 }"
    typesetter = Typesetter([tmp_path], [("page.css", style, tmp_path)])
    html = f"<html lang='en'><title>Names</title><body>{lines}"
    (page,) = boxes.pages(typesetter.set(html, tmp_path, "page.html"))
    heights = [
        box.height * boxes.POINTS
        for box in boxes.descendants(page)
        if isinstance(box, boxes.LineBox)
    ]
    assert len(heights) == 1 + len(NAMES) + len(CLUSTERED)
    assert heights == pytest.approx([25] * len(heights), abs=0.01)


def test_the_stack_names_every_bundled_family_but_the_display_cut() -> None:
    bundled = set()
    for path in FONTS.glob("*/*.ttf"):
        with TTFont(path, lazy=True) as font:
            bundled.add(font["name"].getBestFamilyName())
    assert bundled == {*STACK, "Inter Display"}
    assert set(HAN) <= set(STACK)


@pytest.mark.parametrize("path", sorted(FONTS.glob("*/*.ttf")), ids=lambda path: str(path.stem))
def test_each_file_is_fit_for_use(path: Path) -> None:
    with TTFont(path, lazy=True) as font:
        assert "glyf" in font  # CFF outlines disappear in some viewers
        assert font["OS/2"].fsType == 0  # embedding is not restricted
        assert font["OS/2"].usWeightClass == (600 if "SemiBold" in path.stem else 400)
        assert {0x20, 0xA0} <= set(font.getBestCmap())  # Pango asks each font for its spaces
        em, metrics = font["head"].unitsPerEm, font["hhea"]
        assert metrics.ascent / em == pytest.approx(0.96875, abs=0.0005)
        assert metrics.descent / em == pytest.approx(-0.2412, abs=0.0005)
    assert "SIL OPEN FONT LICENSE Version 1.1" in (path.parent / "OFL.txt").read_text("utf-8")


def test_both_weights_have_the_same_characters() -> None:
    for regular in FONTS.glob("*/*-Regular.ttf"):
        bold = regular.with_name(regular.name.replace("Regular", "SemiBold"))
        if bold.exists():
            with TTFont(regular, lazy=True) as one, TTFont(bold, lazy=True) as other:
                assert one.getBestCmap().keys() == other.getBestCmap().keys(), regular.name
