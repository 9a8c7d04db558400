"""Fonts as they are read from a file: codes, glyphs, text and positions."""

import struct

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from mi_print.preflight.fonts import cmaps, font_programs
from mi_print.preflight.fonts.font_cache import FontCache
from mi_print.preflight.fonts.program_error import ProgramError
from mi_print.preflight.interpreter.display_list import PaintedText
from mi_print.preflight.interpreter.file_cache import FileCache
from mi_print.preflight.interpreter.page_walk import PageWalk
from mi_print.preflight.pdf.open_file import opened
from mi_print.resources import BUNDLED
from tests.preflight.good import WORDS, drawing, good, shown

INTER = (BUNDLED / "assets/fonts/inter/Inter-Regular.ttf").read_bytes()


def texts(data: bytes) -> list[PaintedText]:
    with opened(data, "sheet.pdf") as book:
        walk = PageWalk(FileCache(book.pdf), book.open_page(1))
        walk.page()
        assert walk.faults == {}
        return [thing for thing in walk.painted if isinstance(thing, PaintedText)]


def test_codes_of_one_and_two_bytes_stand_side_by_side() -> None:
    found = cmaps.read(
        b"2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange\n"
        b"1 begincidrange <8140> <8150> 100 endcidrange 1 begincidchar <20> 1 endcidchar"
    )
    assert found.split(b"A\x81\x40\x20") == [0x41, 0x8140, 0x20]
    assert [found.of(code) for code in (0x41, 0x8142, 0x20)] == [None, 102, 1]


def test_what_codes_say() -> None:
    found = cmaps.read(
        b"2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<00660069> <D835DC00>] endbfrange\n"
        b"1 beginbfchar <0030> <007A> endbfchar"
    )
    said = [found.of(code) for code in (0x10, 0x12, 0x20, 0x21, 0x30, 0x31)]
    assert said == ["a", "c", "fi", "\U0001d400", "z", None]


def test_a_truetype_font_says_how_many_glyphs_it_has() -> None:
    with_tables = font_programs.glyphs(font_programs.opened(INTER), by_character=False)
    assert with_tables is not None
    assert 1 in with_tables
    assert 60_000 not in with_tables


def bare_cff(charset: bytes) -> bytes:
    """Return a CFF font program of three glyphs keyed by character, as far as its tables go."""

    def long(value: int) -> bytes:
        return b"\x1d" + struct.pack(">l", value)

    def whole(start: int) -> bytes:
        top = long(0) * 3 + b"\x0c\x1e"  # ROS
        top += long(start) + b"\x0f" + long(start + len(charset)) + b"\x11"
        header, names, rest = b"\1\0\4\1", b"\0\1\1\1\2A", b"\0\0\0\0"
        return header + names + b"\0\1\1\1" + bytes([1 + len(top)]) + top + rest

    outlines = b"\0\3\1\1\2\3\4" + b"\x0e" * 3
    return whole(len(whole(0))) + charset + outlines


@pytest.mark.parametrize(
    "charset", [b"\0\0\x64\0\xc8", b"\1\0\x64\0\0\xc8\0", b"\2\0\x64\0\0\0\xc8\0\0"]
)
def test_a_font_keyed_by_character_says_which_it_has(charset: bytes) -> None:
    found = font_programs.glyphs(font_programs.opened(bare_cff(charset)), by_character=True)
    assert found is not None
    assert [code in found for code in (0, 100, 200, 1, 2)] == [True, True, True, False, False]
    by_glyph = font_programs.glyphs(font_programs.opened(bare_cff(charset)), by_character=False)
    assert by_glyph is not None
    assert [code in by_glyph for code in (2, 3)] == [True, False]


@pytest.mark.parametrize(
    "junk", [b"", b"\1", b"\1\0\4\1\xff\xff\x09", b"\0\1\0\0\xff\xff", b"OTTO"]
)
def test_a_program_that_is_none_says_so(junk: bytes) -> None:
    with pytest.raises(ProgramError):
        font_programs.opened(junk)


def test_a_simple_font_lacks_what_it_has_no_width_for() -> None:
    pdf = Pdf.new()
    descriptor = Dictionary(FontFile=pdf.make_indirect(Stream(pdf, b"%!PS")))
    font = FontCache().read(
        Dictionary(
            Subtype=Name.Type1,
            BaseFont=Name("/ABCDEF+Some"),
            FirstChar=65,
            Widths=Array([500, 600]),
            FontDescriptor=descriptor,
            Encoding=Dictionary(Differences=Array([66, Name("/.notdef")])),
        )
    )
    assert font is not None
    assert (font.name, font.embedded) == ("Some", True)
    assert [font.missing(code) for code in b"ABC"] == [False, True, True]
    assert [font.width(code) for code in b"ABC"] == [500, 600, 0]


def test_words_place_and_size_of_what_is_shown() -> None:
    (text,) = texts(good())
    assert text.font.text(text.codes) == WORDS
    assert text.size == 11
    assert text.box[0] == 20
    assert text.box[1:4:2] == pytest.approx((200, 207.7))
    assert 20 + 11 * len(WORDS) * 0.45 < text.box[2] < 20 + 11 * len(WORDS) * 0.65


def test_size_and_place_follow_all_matrices() -> None:
    content = b"q 2 0 0 2 10 10 cm BT /F1 5 Tf 0 3 -3 0 20 20 Tm <%s> Tj ET Q" % shown("a")
    text = texts(drawing(content))[1]
    assert text.size == pytest.approx(30)
    assert text.box[3] - text.box[1] > 0
    assert text.box[2] == pytest.approx(50)
    assert text.box[0] == pytest.approx(50 - 0.7 * 30)


def test_lines_follow_their_leading() -> None:
    content = b"BT /F1 5 Tf 7 TL 30 100 Td <%s> Tj T* <%s> Tj (%s) ' ET"
    content %= (shown("a"), shown("a"), bytes.fromhex(shown("a").decode()).replace(b"\\", b"\\\\"))
    assert [text.box[1] for text in texts(drawing(content))[1:]] == pytest.approx([100, 93, 86])
