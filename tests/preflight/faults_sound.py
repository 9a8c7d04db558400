"""What stands in a file, but is not sound: fonts, widths, and image data."""

import functools
import struct
import zlib
from collections.abc import Callable
from io import BytesIO

import pikepdf
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.ttLib.tables.DefaultTable import DefaultTable
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image

from mi_print.resources import BUNDLED
from tests.preflight.breaking import OVER, Build, Fault, change_to, draw, form, in_space
from tests.preflight.good import resource

INTER = BUNDLED / "assets/fonts/inter/Inter-Regular.ttf"
SET = OVER + b"0 0 0 1 k BT /New 20 Tf 30 100 Td (abc) Tj ET"


LONG_NAME = "a_letter_with_a_long_name"


@functools.cache
def letters_only() -> bytes:
    """Return Inter with the letters a, b and c."""
    with TTFont(INTER) as font:
        options = Options()
        options.layout_features = []
        picker = Subsetter(options)
        picker.populate(text="abc")
        picker.subset(font)
        out = BytesIO()
        font.save(out)
    return out.getvalue()


@functools.cache
def advances() -> dict[str, float]:
    """Return how wide a, b and c are, in thousandths."""
    with TTFont(BytesIO(letters_only())) as font:
        names, em = font.getBestCmap(), font["head"].unitsPerEm
        return {letter: font["hmtx"][names[ord(letter)]][0] * 1000 / em for letter in "abc"}


@functools.cache
def outlines(*more: str) -> bytes:
    """Return a bare CFF program of the letters a, b and c, each 600 wide, and of more."""
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "a", "b", "c", *more])
    drawn = {}
    for name in builder.font.getGlyphOrder():
        pen = T2CharStringPen(600, None)
        pen.moveTo((50, 0))
        pen.lineTo((550, 0))
        pen.lineTo((300, 700))
        pen.closePath()
        drawn[name] = pen.getCharString()
    builder.setupCFF("Sample", {}, drawn, {})
    builder.setupHorizontalMetrics(dict.fromkeys(drawn, (600, 0)))
    return bytes(builder.font["CFF "].compile(builder.font))


def _encrypted(data: bytes, key: int) -> bytes:
    """Return four bytes and these, encrypted as a Type 1 program is (T1 format, 7.1)."""
    found = bytearray()
    for byte in bytes(4) + data:
        found.append(byte ^ (key >> 8))
        key = ((found[-1] + key) * 52845 + 22719) & 0xFFFF
    return bytes(found)


@functools.cache
def type1() -> bytes:
    """Return a Type 1 program of the letters a, b and c, each 600 wide."""
    drawn = bytes([139, 248, 236, 13, 239, 239, 21, 239, 6, 239, 7, 9, 14])
    outline = _encrypted(drawn, 4330)
    rows = b"".join(b"/%c %d RD %s ND\n" % (letter, len(outline), outline) for letter in b"abc")
    secret = b"dup /Private 9 dict dup begin\n/CharStrings 3 dict dup begin\n" + rows
    secret += b"end\nend\nmark currentfile closefile\n"
    plain = b"%!PS-AdobeFont-1.0: Sample\n/FontMatrix [0.001 0 0 0.001 0 0] def\n"
    return plain + b"currentfile eexec\n" + _encrypted(secret, 55665)


def spoiled(data: bytes, fill: bytes) -> bytes:
    """Return data whose middle third is filled with something, or away if that is nothing."""
    first, last = len(data) // 3, 2 * len(data) // 3
    return data[:first] + (fill * len(data))[: last - first] + data[last:]


def blank(data: bytes, fill: bytes = b"\0") -> bytes:
    """Return a small CFF program whose last outlines are others."""
    return data[:-45] + (fill * 40)[:40] + data[-5:]


def simple_font(
    key: str,
    program: bytes,
    widths: list[float],
    kind: Name = Name.TrueType,
    **entries: object,
) -> Callable[[Pdf], None]:
    """Put a simple font /New among the first page's resources, with the letters a, b and c.

    `entries` are those of the font program's stream.
    """

    def put(pdf: Pdf) -> None:
        stream = Stream(pdf, program)
        for name, value in entries.items():
            stream[f"/{name}"] = value
        descriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Sample"), Flags=32,
            FontBBox=[-500, -300, 1500, 1100], ItalicAngle=0, Ascent=969, Descent=-241,
            CapHeight=727, StemV=80,
        )  # fmt: skip
        descriptor[f"/{key}"] = pdf.make_indirect(stream)
        font = Dictionary(
            Type=Name.Font, Subtype=kind, BaseFont=Name("/ABCDEF+Sample"), FirstChar=97,
            LastChar=99, Widths=Array(widths), Encoding=Name.WinAnsiEncoding,
            FontDescriptor=pdf.make_indirect(descriptor),
        )  # fmt: skip
        resource(pdf, "/Font", "/New", pdf.make_indirect(font))

    return put


def truetype(program: bytes, **change: float) -> Build:
    """Return the clean file with a line in a simple TrueType font, some widths changed."""
    return draw(SET, simple_font("FontFile2", program, list((advances() | change).values())))


def bare_type1(program: bytes) -> Build:
    return draw(SET, simple_font("FontFile", program, [600] * 3, Name.Type1))


def bare_cff(program: bytes, *widths: float) -> Build:
    kind = {"kind": Name.Type1, "Subtype": Name.Type1C}
    return draw(SET, simple_font("FontFile3", program, list(widths or [600] * 3), **kind))


def composite(program: bytes, *, widths: object, usual: int = 1000) -> Build:
    """Return the clean file with a line in a composite font of CFF outlines."""

    def put(pdf: Pdf) -> None:
        stream = Stream(pdf, program)
        stream.Subtype = Name.CIDFontType0C
        descriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Sample"), Flags=4,
            FontBBox=[0, 0, 600, 700], ItalicAngle=0, Ascent=700, Descent=0, CapHeight=700,
            StemV=80, FontFile3=pdf.make_indirect(stream),
        )  # fmt: skip
        below = Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType0, BaseFont=Name("/ABCDEF+Sample"), DW=usual,
            CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
            FontDescriptor=pdf.make_indirect(descriptor),
        )  # fmt: skip
        if widths is not None:
            below.W = widths
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/ABCDEF+Sample"),
            Encoding=Name("/Identity-H"), DescendantFonts=[pdf.make_indirect(below)],
        )  # fmt: skip
        resource(pdf, "/Font", "/New", pdf.make_indirect(font))

    return draw(OVER + b"0 0 0 1 k BT /New 20 Tf 30 100 Td <000100020003> Tj ET", put)


def of_first_font(change: Callable[[pikepdf.Object], None]) -> Build:
    """Return the clean file after a change to its composite TrueType font."""
    return change_to(lambda pdf: change(pdf.pages[0].obj.Resources.Font.F1.DescendantFonts[0]))


def program(data: Callable[[bytes], bytes]) -> Build:
    def change(font: pikepdf.Object) -> None:
        held = font.FontDescriptor.FontFile2
        held.write(data(held.read_bytes()))

    return of_first_font(change)


def raw_program(data: bytes) -> Build:
    """Return the clean file with a font program whose compressed data are others."""
    return of_first_font(
        lambda font: font.FontDescriptor.FontFile2.write(data, filter=Name.FlateDecode)
    )


def first_width(width: float) -> Build:
    return of_first_font(lambda font: font.W.__setitem__(1, Array([width])))


def without_tables(*tags: bytes) -> Callable[[bytes], bytes]:
    """Return what renames tables in a font's directory."""

    def change(data: bytes) -> bytes:
        count = struct.unpack(">H", data[4:6])[0]
        head = bytearray(data[: 12 + 16 * count])
        for start in range(12, len(head), 16):
            if bytes(head[start : start + 4]) in tags:
                head[start : start + 4] = b"zzzz"
        return bytes(head) + data[len(head) :]

    return change


def zeroed(tag: bytes) -> bytes:
    """Return a font of the letters a, b and c, one of whose tables is zeros."""
    data = letters_only()
    row = data.index(tag)
    offset, length = struct.unpack(">LL", data[row + 8 : row + 16])
    return data[:offset] + bytes(length) + data[offset + length :]


def blotted(data: bytes, at: int, fill: bytes = b"\0") -> bytes:
    """Return data of which a few bytes are others."""
    return data[:at] + fill * 16 + data[at + 16 :]


def in_an_outline() -> int:
    """Return where in the letters a, b and c points of an outline stand."""
    data = letters_only()
    row = data.index(b"glyf")
    return int(struct.unpack(">L", data[row + 8 : row + 12])[0]) + 88


def of_idle_instructions() -> bytes:
    """Return the letters a, b and c with a program of instructions that are zeros."""
    with TTFont(BytesIO(letters_only())) as font:
        font["fpgm"] = DefaultTable("fpgm")
        font["fpgm"].data = bytes(40)
        out = BytesIO()
        font.save(out)
    return out.getvalue()


@functools.cache
def of_a_mac() -> bytes:
    """Return the letters a, b and c with a character map of Mac OS alone, as Quartz writes it."""
    with TTFont(BytesIO(letters_only())) as font:
        map_ = CmapSubtable.newSubtable(0)
        map_.platformID, map_.platEncID, map_.language = 1, 0, 0
        map_.cmap = dict(font.getBestCmap())
        font["cmap"].tables = [map_]
        out = BytesIO()
        font.save(out)
    return out.getvalue()


def picture(data: bytes, **entries: object) -> Build:
    """Return the clean file with an image of 40 × 40 pixels and these data."""
    usual = {"Width": 40, "Height": 40, "BitsPerComponent": 8, "ColorSpace": Name.DeviceGray}

    def put(pdf: Pdf) -> None:
        filters = entries.get("Filter")
        stream = Stream(pdf, b"")
        stream.write(data, filter=filters, decode_parms=entries.get("DecodeParms"))  # type: ignore[arg-type]
        stream.Type, stream.Subtype = Name.XObject, Name.Image
        for key, value in (usual | entries).items():
            if key not in {"Filter", "DecodeParms"} and value is not None:
                stream[f"/{key}"] = value
        resource(pdf, "/XObject", "/I", pdf.make_indirect(stream))

    return draw(b"q 2 0 0 2 30 60 cm /I Do Q", put)


one_bit = functools.partial(picture, BitsPerComponent=1)


@functools.cache
def faxed(compression: str = "group4") -> bytes:
    """Return 40 × 40 pixels of lines as a fax, as TIFF holds it in one strip."""
    out = BytesIO()
    picture = Image.linear_gradient("L").resize((40, 40)).rotate(30).convert("1")
    picture.save(out, "TIFF", compression=compression)
    with Image.open(out) as image:
        (at,), (size,) = image.tag_v2[273], image.tag_v2[279]  # type: ignore[attr-defined]
    return out.getvalue()[at : at + size]


def fax(data: bytes, kind: int = -1, rows: int = 40) -> Build:
    parameters = Dictionary(K=kind, Columns=40, Rows=rows)
    return one_bit(data, Height=rows, Filter=Name.CCITTFaxDecode, DecodeParms=parameters)


def segments(width: int, height: int) -> bytes:
    """Return a JBIG2 stream: a page of this size, a region of no sound codes, and the end."""
    parts = (48, struct.pack(">4LBH", width, height, 0, 0, 0, 0)), (38, bytes(30)), (49, b"")
    return b"".join(
        struct.pack(">L3BL", number, kind, 0, 1, len(data)) + data
        for number, (kind, data) in enumerate(parts)
    )


def masked(data: bytes) -> Build:
    """Return the clean file with a sound image and a soft mask of 40 × 40 pixels and these data."""

    def put(pdf: Pdf) -> None:
        mask = Stream(pdf, data, Type=Name.XObject, Subtype=Name.Image, Width=40, Height=40)
        mask.BitsPerComponent, mask.ColorSpace = 8, Name.DeviceGray
        stream = Stream(pdf, bytes(1600), Type=Name.XObject, Subtype=Name.Image)
        stream.Width, stream.Height, stream.BitsPerComponent = 40, 40, 8
        stream.ColorSpace, stream.SMask = Name.DeviceGray, pdf.make_indirect(mask)
        resource(pdf, "/XObject", "/I", pdf.make_indirect(stream))

    return draw(b"q 2 0 0 2 30 60 cm /I Do Q", put)


@functools.cache
def encoded(mode: str, kind: str = "JPEG", size: int = 40) -> bytes:
    out = BytesIO()
    Image.linear_gradient("L").resize((size, size)).convert(mode).save(out, kind)
    return out.getvalue()


def table(data: bytes, last: int) -> Build:
    """Return the clean file with an area in a palette of CMYK colours."""
    return in_space(
        lambda _pdf: Array([Name.Indexed, Name.DeviceCMYK, last, pikepdf.String(data)]),
        b"/Cs cs 0 sc 30 30 9 9 re f",
    )


def pale_form(pdf: Pdf) -> None:
    inline = b"q 2 0 0 2 30 60 cm BI /W 40 /H 40 /BPC 8 /CS /G ID \x00\x01\x02 EI Q"
    resource(pdf, "/XObject", "/Fm", form(pdf, inline))


BOX = outlines()[(_at := outlines().index(b"\5\xb1\x0f")) - 6 : _at + 1]
"""The first entry of its table of contents."""
FIRST_PLACES = outlines()[(_at := outlines().index(b"\0\4\1\1")) : _at + 8]
"""Of the index of its four outlines: how many, the bytes of a place, and five places."""
FLATE, DCT = Name.FlateDecode, Name.DCTDecode

FONTS: dict[str, Fault] = {
    "a font program of no bytes": Fault("X-FONT", program(lambda _data: b"")),
    "a font program cut in half": Fault("X-FONT", program(lambda data: data[: len(data) // 2])),
    "a font program of zeros in its middle": Fault(
        "X-FONT", program(lambda data: spoiled(data, b"\0"))
    ),
    "a font program of ones in its middle": Fault(
        "X-FONT", program(lambda data: spoiled(data, b"\xff"))
    ),
    "a font program of words in its middle": Fault(
        "X-FONT", program(lambda data: spoiled(data, b"Some words. "))
    ),
    "a font program without its middle": Fault("X-FONT", program(lambda data: spoiled(data, b""))),
    "a CFF program of zeros in its outlines": Fault("X-FONT", bare_cff(blank(outlines()))),
    "a CFF program of words in its outlines": Fault(
        "X-FONT", composite(blank(outlines(), b"Some words. "), widths=None, usual=600)
    ),
    "a Type 1 program of zeros in its middle": Fault("X-FONT", bare_type1(spoiled(type1(), b"\0"))),
    "a Type 1 program without its middle": Fault("X-FONT", bare_type1(spoiled(type1(), b""))),
    "a Type 1 program cut in half": Fault("X-FONT", bare_type1(type1()[: len(type1()) // 2])),
    "a font program that is none": Fault(
        "X-FONT", program(lambda _data: b"This is no font. " * 99)
    ),
    "a font program that can't be unpacked": Fault("X-FONT", raw_program(b"no zlib data at all")),
    "a font program without outlines": Fault("X-FONT", program(without_tables(b"glyf", b"loca"))),
    "a font program without metrics": Fault("X-FONT", program(without_tables(b"hmtx"))),
    "a font program that is a dictionary": Fault(
        "X-FONT",
        of_first_font(lambda font: font.FontDescriptor.__setitem__("/FontFile2", Dictionary())),
    ),
    "a simple font whose table of widths is zeros": Fault("X-FONT", truetype(zeroed(b"hmtx"))),
    "a simple font of a Mac of other widths": Fault("X-FONT", truetype(of_a_mac(), b=100.0)),
    "a simple font whose instructions are zeros": Fault("X-FONT", truetype(of_idle_instructions())),
    "a simple font with a few zeros in an outline": Fault(
        "X-FONT", truetype(blotted(letters_only(), in_an_outline()))
    ),
    "a simple font with a few ones in an outline": Fault(
        "X-FONT", truetype(blotted(letters_only(), in_an_outline(), b"\xff"))
    ),
    "a CFF program with zeros in its names": Fault(
        "X-FONT", bare_cff(outlines(LONG_NAME).replace(LONG_NAME.encode(), bytes(len(LONG_NAME))))
    ),
    "a Type 1 program with zeros in its head": Fault("X-FONT", bare_type1(blotted(type1(), 30))),
    "a CFF program whose table of contents begins with zeros": Fault(
        "X-FONT", bare_cff(outlines().replace(BOX, bytes(len(BOX))))
    ),
    "a CFF program whose outlines have no places": Fault(
        "X-FONT", bare_cff(outlines().replace(FIRST_PLACES, FIRST_PLACES[:3] + bytes(5)))
    ),
    "a simple font cut off in its directory": Fault("X-FONT", truetype(letters_only()[:40])),
    "a simple font whose last table is short": Fault("X-FONT", truetype(letters_only()[:-900])),
    "a CFF program of no bytes": Fault("X-FONT", bare_cff(b"")),
    "a CFF program cut in half": Fault("X-FONT", bare_cff(outlines()[: len(outlines()) // 2])),
    "a CFF program that is none": Fault("X-FONT", bare_cff(b"\x01\x00\x04\x02" + b"abc" * 50)),
    "a Type 1 program that is none": Fault(
        "X-FONT",
        draw(SET, simple_font("FontFile", b"%!nothing follows", [600] * 3, Name.Type1)),
    ),
    "an OpenType program that is none": Fault(
        "X-FONT",
        draw(
            SET,
            simple_font("FontFile3", b"OTTO\x00", [600] * 3, Name.Type1, Subtype=Name.OpenType),
        ),
    ),
    "a width in W that is not the program's": Fault("X-FONT", first_width(20)),
    "only a default width": Fault(
        "X-FONT",
        of_first_font(lambda font: font.__delitem__("/W")),
        besides=frozenset({"MP-FIT"}),
    ),
    "a width of a simple font that is not the program's": Fault(
        "X-FONT", truetype(letters_only(), b=100.0)
    ),
    "widths of a CFF font that are not the program's": Fault(
        "X-FONT", bare_cff(outlines(), 600, 300, 600)
    ),
    "widths of a composite CFF font that are not the program's": Fault(
        "X-FONT", composite(outlines(), widths=Array([1, Array([600, 600, 900])]))
    ),
    "a default width that is not the program's": Fault(
        "X-FONT", composite(outlines(), widths=None, usual=250)
    ),
}

IMAGES: dict[str, Fault] = {
    "an image that can't be unpacked": Fault("X-READ", picture(b"no zlib data", Filter=FLATE)),
    "an image cut in the middle of its data": Fault(
        "X-READ", picture(zlib.compress(bytes(range(160)) * 10)[:60], Filter=FLATE)
    ),
    "an image of too few bytes": Fault("X-READ", picture(bytes(1599))),
    "an image of too few bytes, packed": Fault(
        "X-READ", picture(zlib.compress(bytes(800)), Filter=FLATE)
    ),
    "an image of too few colours": Fault(
        "X-READ", picture(bytes(4800), ColorSpace=Name.DeviceCMYK)
    ),
    "an image in hexadecimal that is short": Fault(
        "X-READ", picture(b"00" * 1000 + b">", Filter=Name.ASCIIHexDecode)
    ),
    "an image of run lengths that is short": Fault(
        "X-READ", picture(b"\x81\x00" * 9 + b"\x80", Filter=Name.RunLengthDecode)
    ),
    "a JPEG that is none": Fault("X-READ", picture(b"GIF89a" * 99, Filter=DCT)),
    "a JPEG cut off": Fault("X-READ", picture(encoded("L")[:200], Filter=DCT)),
    "a JPEG of no bytes": Fault("X-READ", picture(b"", Filter=DCT)),
    "a JPEG of three components labelled CMYK": Fault(
        "X-READ", picture(encoded("RGB"), Filter=DCT, ColorSpace=Name.DeviceCMYK)
    ),
    "a JPEG of four components labelled gray": Fault(
        "X-READ", picture(encoded("CMYK"), Filter=DCT)
    ),
    "a JPEG of gray labelled CMYK": Fault(
        "X-READ", picture(encoded("L"), Filter=DCT, ColorSpace=Name.DeviceCMYK)
    ),
    "a JPEG of another size": Fault("X-READ", picture(encoded("L", size=20), Filter=DCT)),
    "a JPEG 2000 image that is none": Fault(
        "X-READ", picture(b"\x00\x00\x00\x0cjP  " + bytes(60), Filter=Name.JPXDecode)
    ),
    "a JPEG 2000 image of gray labelled CMYK": Fault(
        "X-READ",
        picture(encoded("L", "JPEG2000"), Filter=Name.JPXDecode, ColorSpace=Name.DeviceCMYK),
    ),
    "a JPEG 2000 image cut off": Fault(
        "X-READ", picture(encoded("L", "JPEG2000")[:60], Filter=Name.JPXDecode)
    ),
    "a fax of too few bytes": Fault(
        "X-READ", one_bit(b"\xde\xad", Filter=Name.CCITTFaxDecode, DecodeParms=Dictionary(K=-1))
    ),
    "a long fax of no codes": Fault("X-READ", fax(bytes(range(1, 256)) * 99)),
    "a fax that becomes noise": Fault("X-READ", fax(faxed()[:30] + b"\xa5\x5a\x01" * 999)),
    "a fax of zeros in its middle": Fault("X-READ", fax(spoiled(faxed(), b"\0"))),
    "a fax of too few rows": Fault("X-READ", fax(faxed(), rows=41)),
    "a fax in rows of their own that becomes noise": Fault(
        "X-READ", fax(faxed("group3")[:60] + b"\xa5\x5a\x01" * 999, kind=0)
    ),
    "a JBIG2 image that is none": Fault(
        "X-READ", one_bit(b"\xde\xad\xbe\xef" * 9, Filter=Name.JBIG2Decode)
    ),
    "a JBIG2 image cut off": Fault(
        "X-READ", one_bit(segments(40, 40)[:-15], Filter=Name.JBIG2Decode)
    ),
    "a JBIG2 image of another size": Fault(
        "X-READ", one_bit(segments(40, 30), Filter=Name.JBIG2Decode)
    ),
    "a soft mask of too few bytes": Fault("X-READ", masked(bytes(200))),
    "an inline image of too few bytes": Fault(
        "X-READ", draw(b"q 2 0 0 2 30 60 cm BI /W 40 /H 40 /BPC 8 /CS /G ID abc EI Q")
    ),
    "an inline image of too few bytes in a form": Fault("X-READ", draw(b"/Fm Do", pale_form)),
    "a palette of too few colours": Fault("X-READ", table(bytes(20), 255)),
    "a palette of one colour less than it says": Fault("X-READ", table(bytes(12), 3)),
    "a palette of no colours": Fault("X-READ", table(b"", 0)),
}

SOUND = FONTS | IMAGES
"""Each is an error of the rule that says that what is there is sound."""

CLEAN: dict[str, Build] = {
    "a simple TrueType font": truetype(letters_only()),
    "a simple TrueType font of a Mac": truetype(of_a_mac()),
    "a simple CFF font": bare_cff(outlines()),
    "a composite CFF font": composite(outlines(), widths=Array([1, Array([600, 600, 600])])),
    "a default width that is the program's": composite(outlines(), widths=None, usual=600),
    "widths rounded to a whole number": truetype(
        letters_only(), **{letter: float(round(width)) for letter, width in advances().items()}
    ),
    "an image": picture(bytes(1600)),
    "an image with a byte more": picture(bytes(1601)),
    "a packed image": picture(zlib.compress(bytes(1600)), Filter=FLATE),
    "a JPEG in gray": picture(encoded("L"), Filter=DCT),
    "a JPEG in inks": picture(encoded("CMYK"), Filter=DCT, ColorSpace=Name.DeviceCMYK),
    "a JPEG 2000 image in gray": picture(encoded("L", "JPEG2000"), Filter=Name.JPXDecode),
    "a fax": fax(faxed()),
    "a fax in rows of their own": fax(faxed("group3"), kind=0),
    "a Type 1 font": bare_type1(type1()),
    "a soft mask": masked(bytes(1600)),
    "a whole palette": table(bytes(16), 3),
}
"""Each is sound: nothing may be said of it."""
