"""One subset of each font: only what was used, and each code says what it draws."""

import io
import pickle
import re
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from mi_print.errors import MissingError
from mi_print.layout.text.pango import Face
from mi_print.layout.text.shaping.font_file import FontFile, advances
from mi_print.layout.text.shaping.shape import GlyphRun, shape
from mi_print.series.pdf.cid_map import UsedFonts
from mi_print.series.pdf.embed_fonts import embed_fonts

FACE = Face("Inter", 10, 12)


def run(text: str, lang: str = "en") -> GlyphRun:
    (only,) = shape(text, FACE, lang).runs
    return only


def coded(fonts: UsedFonts, run: GlyphRun) -> tuple[str, list[tuple[str, int]]]:
    """Return the name of a run's font, and the code and width of each cluster."""
    font = fonts.taking(run.font, len(run.clusters))
    backward = bool(run.level % 2)
    return font.name, [font.code(cluster, backward=backward) for cluster in run.clusters]


def font_program(font: pikepdf.Object) -> TTFont:
    return TTFont(io.BytesIO(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()))


@pytest.fixture
def pdf() -> pikepdf.Pdf:
    return pikepdf.new()


def test_a_glyph_has_a_code_once(pdf: pikepdf.Pdf) -> None:
    fonts = UsedFonts()
    name, first = coded(fonts, run("Anna"))
    assert [int(code, 16) for code, _ in first] == [1, 2, 2, 3]
    assert coded(fonts, run("nA")) == (name, [first[1], first[0]])
    font = embed_fonts(pdf, [fonts])[f"/{name}"]
    program = font_program(font)
    assert program["maxp"].numGlyphs == 4
    assert set(program.keys()) == {"GlyphOrder", "glyf", "head", "hhea", "hmtx", "loca", "maxp"}


def test_widths_are_those_of_the_font(pdf: pikepdf.Pdf) -> None:
    fonts = UsedFonts()
    one = run("Hn")
    name, _ = coded(fonts, one)
    font = embed_fonts(pdf, [fonts])[f"/{name}"].DescendantFonts[0]
    wanted = [round(advances(one.font)[c.glyphs[0][0]] * 1000 / 2048) for c in one.clusters]
    assert [int(width) for width in font.W[1]] == wanted
    assert int(font.W[0]) == 1


def test_a_syllable_of_several_glyphs_is_one_composite(pdf: pikepdf.Pdf) -> None:
    fonts = UsedFonts()
    name, found = coded(fonts, run("น้ำ", "th"))
    assert len(found) == 1
    font = embed_fonts(pdf, [fonts])[f"/{name}"]
    program = font_program(font)
    mapped = font.DescendantFonts[0].CIDToGIDMap.read_bytes()
    glyph = program["glyf"][program.getGlyphName(int.from_bytes(mapped[2:4], "big"))]
    assert glyph.isComposite()
    assert len(glyph.components) == 4
    assert b"<0e190e490e33>" in font.ToUnicode.read_bytes()


def test_what_a_font_says_of_itself(pdf: pikepdf.Pdf) -> None:
    fonts = UsedFonts()
    name, _ = coded(fonts, run("A"))
    font = embed_fonts(pdf, [fonts])[f"/{name}"]
    descriptor = font.DescendantFonts[0].FontDescriptor
    assert (int(descriptor.Ascent), int(descriptor.Descent)) == (969, -241)
    assert int(descriptor.CapHeight) == 728
    assert str(font.BaseFont).endswith("+Inter-Regular")
    assert descriptor.FontName == font.BaseFont == font.DescendantFonts[0].BaseFont
    tag = str(font.BaseFont)[1:7]
    assert tag.isalpha()
    assert tag.isupper()


def test_a_composite_is_sound_for_another_reader_of_fonts(pdf: pikepdf.Pdf) -> None:
    """What we wrote by hand, fontTools reads and writes again the same."""
    fonts = UsedFonts()
    for text in ("श्रीकृष्ण", "क्षत्रिय", "स्त्री"):
        name, _ = coded(fonts, run(text, "hi"))
    program = font_program(embed_fonts(pdf, [fonts])[f"/{name}"])
    glyphs = program["glyf"]
    for each in program.getGlyphOrder():
        glyph = glyphs[each]
        if glyph.numberOfContours == 0:
            continue
        said = (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax)
        glyph.recalcBounds(glyphs)
        assert said == (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax), each
    composites = [glyphs[each] for each in program.getGlyphOrder() if glyphs[each].isComposite()]
    assert program["maxp"].maxComponentElements >= max(len(g.components) for g in composites)
    saved = io.BytesIO()
    program.save(saved)


def test_parts_of_a_file_keep_apart_and_come_together(pdf: pikepdf.Pdf) -> None:
    parts = [UsedFonts(part, 2) for part in range(2)]
    name, first = coded(parts[0], run("Ada"))
    _, second = coded(parts[1], run("dab"))
    assert [int(code, 16) for code, _ in first] == [1, 3, 5]
    assert [int(code, 16) for code, _ in second] == [2, 4, 6]
    sent = [pickle.loads(pickle.dumps(part)) for part in parts]  # noqa: S301 - our own, as processes send it
    font = embed_fonts(pdf, sent)[f"/{name}"]
    said = re.findall(
        r"^<0*([1-9])> <(\w{4})>$", font.ToUnicode.read_bytes().decode(), re.MULTILINE
    )
    assert {int(code): chr(int(letter, 16)) for code, letter in said} == {
        1: "A",
        3: "d",
        5: "a",
        2: "d",
        4: "a",
        6: "b",
    }
    assert font_program(font)["maxp"].numGlyphs == 5


def test_the_same_lines_give_the_same_bytes() -> None:
    def written() -> bytes:
        pdf = pikepdf.new()
        fonts = UsedFonts()
        for text, lang in (("Ada", "en"), ("नेहा", "hi"), ("王", "zh")):
            coded(fonts, run(text, lang))
        page = pdf.add_blank_page()
        page.obj.Resources = pikepdf.Dictionary(Font=embed_fonts(pdf, [fonts]))
        buffer = io.BytesIO()
        pdf.save(buffer, deterministic_id=True)
        return buffer.getvalue()

    assert written() == written()


def test_a_full_font_goes_on_in_another(pdf: pikepdf.Pdf) -> None:
    fonts = UsedFonts(0, 13_108)  # the fifth part of the codes of two bytes
    first, _ = coded(fonts, run("abcd"))
    second, found = coded(fonts, run("ef"))
    assert second == f"{first}x1"
    assert [int(code, 16) for code, _ in found] == [1, 13_109]
    assert {str(name) for name in embed_fonts(pdf, [fonts]).keys()} == {f"/{first}", f"/{second}"}  # noqa: SIM118 - pikepdf's


def test_a_font_that_is_not_ours_is_refused() -> None:
    one = run("A")
    strange = one._replace(font=FontFile(Path("/elsewhere/Strange.otf")))
    with pytest.raises(MissingError, match=r"Strange\.otf"):
        coded(UsedFonts(), strange)
