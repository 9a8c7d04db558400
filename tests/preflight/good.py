"""A clean PDF/X-4 file by hand, so that a test can break one thing in it.

It is not made by mi-print's own writer: preflight must accept a sound file of
any producer.  Two pages of 200 × 300 pt with 9 pt of bleed, everything in
CMYK, small black text that overprints, one font embedded.
"""

import functools
from collections.abc import Callable
from io import BytesIO

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from mi_print.resources import BUNDLED

Change = Callable[[Pdf], object]

WIDTH, HEIGHT, BLEED = 200.0, 300.0, 9.0
TRIM = [BLEED, BLEED, BLEED + WIDTH, BLEED + HEIGHT]
MEDIA = [0, 0, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED]
WORDS = "Mechanistic Interpretability"

_FONT = BUNDLED / "assets/fonts/inter/Inter-Regular.ttf"
_PROFILE = BUNDLED / "assets/icc/CGATS-TR006-coated.icc"
_XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Trapped="False">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A clean file</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2025-12-07T09:00:00+01:00</xmp:CreateDate>
<xmp:ModifyDate>2025-12-07T09:00:00+01:00</xmp:ModifyDate>
<xmp:MetadataDate>2025-12-07T09:00:00+01:00</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:1b4e28ba-2fa1-11d2-883f-0016d3cca427</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

CONTENT = b"""q 0.1 0.2 0.3 0 k 0 0 218 40 re f Q
q /Over gs 0 0 0 1 k BT /F1 11 Tf 20 200 Td <%s> Tj ET Q
q /Over gs 0 0 0 1 K 1 w 20 150 m 180 150 l S Q
"""


@functools.cache
def _letters() -> dict[str, tuple[int, float]]:
    """Return the glyph and width of the letters that are used, and of a few more."""
    with TTFont(_FONT) as font:
        names, widths, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        return {
            letter: (font.getGlyphID(names[ord(letter)]), widths[names[ord(letter)]][0] * 1000 / em)
            for letter in sorted({*WORDS, *"abcdefghijklmnopqrstuvwxyz0123456789 "})
        }


def shown(text: str) -> bytes:
    """Return the codes of `text` in the good file's font, in hexadecimal."""
    return b"".join(b"%04X" % _letters()[letter][0] for letter in text)


def _font(pdf: Pdf) -> pikepdf.Object:
    letters = _letters()
    rows = "\n".join(f"<{glyph:04X}> <{ord(c):04X}>" for c, (glyph, _width) in letters.items())
    spelt = "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    spelt += f"{len(letters)} beginbfchar\n{rows}\nendbfchar"
    program = Stream(pdf, _FONT.read_bytes())
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name("/ABCDEF+Inter"),
        Flags=4,
        FontBBox=[-500, -300, 1500, 1100],
        ItalicAngle=0,
        Ascent=969,
        Descent=-241,
        CapHeight=727,
        StemV=80,
        FontFile2=pdf.make_indirect(program),
    )
    below = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name("/ABCDEF+Inter"),
        CIDSystemInfo=Dictionary(
            Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
        ),
        CIDToGIDMap=Name.Identity,
        FontDescriptor=pdf.make_indirect(descriptor),
        W=Array([x for glyph, width in letters.values() for x in (glyph, Array([width]))]),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name("/ABCDEF+Inter"),
            Encoding=Name("/Identity-H"),
            DescendantFonts=[pdf.make_indirect(below)],
            ToUnicode=pdf.make_indirect(Stream(pdf, spelt.encode())),
        )
    )


@functools.cache
def good() -> bytes:
    """Return the clean file."""
    pdf = pikepdf.new()
    font = _font(pdf)
    over = Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1)
    for _number in range(2):
        page = pdf.add_blank_page(page_size=(MEDIA[2], MEDIA[3]))
        page.obj.TrimBox, page.obj.BleedBox = Array(TRIM), Array(MEDIA)
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font), ExtGState=Dictionary(Over=over))
        page.obj.Contents = pdf.make_stream(CONTENT % shown(WORDS))
    profile = Stream(pdf, _PROFILE.read_bytes())
    profile.N = 4
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFX,
                RegistryName=String("http://www.color.org"),
                OutputConditionIdentifier=String("CGATS TR 006"),
                DestOutputProfile=pdf.make_indirect(profile),
            )
        ]
    )
    metadata = Stream(pdf, _XMP.encode())
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = pdf.make_indirect(metadata)
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String("A clean file"),
            CreationDate=String("D:20251207090000+01'00'"),
            ModDate=String("D:20251207080000Z"),
            Trapped=Name("/False"),
        )
    )
    return saved(pdf)


def saved(pdf: Pdf, **how: object) -> bytes:
    """Return a file's bytes."""
    out = BytesIO()
    settings: dict[str, object] = {
        "static_id": True,
        "fix_metadata_version": False,
        "object_stream_mode": pikepdf.ObjectStreamMode.disable,
    }
    pdf.save(out, **(settings | how))  # type: ignore[arg-type]
    return out.getvalue()


def changed(change: Change, **how: object) -> bytes:
    """Return the clean file after one change."""
    with pikepdf.open(BytesIO(good())) as pdf:
        change(pdf)
        return saved(pdf, **how)


def drawing(content: bytes, resources: Change | None = None) -> bytes:
    """Return the clean file with more drawn on its first page, over what is there.

    `resources` may put into the page's resources what the drawing names.
    """

    def change(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n" + content)
        if resources is not None:
            resources(pdf)

    return changed(change)


def resource(pdf: Pdf, kind: str, key: str, value: object) -> None:
    """Put something among the first page's resources."""
    held = pdf.pages[0].obj.Resources
    if kind not in held:
        held[kind] = Dictionary()
    held[kind][key] = value
