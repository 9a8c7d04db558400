"""One fault a row: what is done to the clean file, and the one rule that must say so."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from tests.preflight.good import Change, changed, drawing, good, resource, shown

Build = Callable[[], bytes]


@dataclass(frozen=True)
class Fault:
    """What is wrong, and how it is told."""

    rule: str
    build: Build
    severity: str = "error"
    shop: str = "generic-us"
    besides: frozenset[str] = field(default_factory=frozenset)
    """Rules that rightly speak of it too."""


def _change(change: Change, **how: object) -> Build:
    return lambda: changed(change, **how)


def _draw(content: bytes, resources: Change | None = None) -> Build:
    return lambda: drawing(content, resources)


def _page(**entries: object) -> Build:
    def change(pdf: Pdf) -> None:
        for key, value in entries.items():
            pdf.pages[0].obj[f"/{key}"] = value

    return _change(change)


def _root(key: str, value: Callable[[Pdf], object]) -> Build:
    return _change(lambda pdf: pdf.Root.__setitem__(key, value(pdf)))


def _state(**entries: object) -> Build:
    state = Dictionary({f"/{key}": value for key, value in entries.items()})
    return _draw(b"/S gs", lambda pdf: resource(pdf, "/ExtGState", "/S", state))


def _xmp(old: bytes, new: bytes) -> Build:
    def change(pdf: Pdf) -> None:
        data = pdf.Root.Metadata.read_bytes()
        assert old in data
        pdf.Root.Metadata.write(data.replace(old, new))

    return _change(change)


def _intent(change: Callable[[pikepdf.Object], object]) -> Build:
    return _change(lambda pdf: change(pdf.Root.OutputIntents[0]))


def _profile(old: slice, new: bytes) -> Build:
    def change(intent: pikepdf.Object) -> None:
        data = bytearray(intent.DestOutputProfile.read_bytes())
        data[old] = new
        intent.DestOutputProfile.write(bytes(data))

    return _intent(change)


def image(pdf: Pdf, width: int, height: int, **entries: object) -> pikepdf.Object:
    """Return an image of so many pixels, gray unless said otherwise."""
    held = {"Width": width, "Height": height, "BitsPerComponent": 8} | entries
    if "ImageMask" not in held:
        held.setdefault("ColorSpace", Name.DeviceGray)
    stream = Stream(pdf, bytes(width * height * 4))
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    for key, value in held.items():
        stream[f"/{key}"] = value
    return pdf.make_indirect(stream)


def _image(placed: bytes, width: int, height: int, **entries: object) -> Build:
    def put(pdf: Pdf) -> None:
        resource(pdf, "/XObject", "/I", image(pdf, width, height, **entries))

    return _draw(b"q %s cm /I Do Q" % placed, put)


def form(pdf: Pdf, content: bytes, **entries: object) -> pikepdf.Object:
    """Return a form."""
    stream = Stream(pdf, content)
    stream.Type, stream.Subtype, stream.BBox = Name.XObject, Name.Form, Array([0, 0, 999, 999])
    for key, value in entries.items():
        stream[f"/{key}"] = value
    return pdf.make_indirect(stream)


def _form(content: bytes, **entries: object) -> Build:
    return _draw(
        b"/Fm Do", lambda pdf: resource(pdf, "/XObject", "/Fm", form(pdf, content, **entries))
    )


def _space(space: Callable[[Pdf], object], content: bytes) -> Build:
    return _draw(content, lambda pdf: resource(pdf, "/ColorSpace", "/Cs", space(pdf)))


def _tint(outputs: int = 4) -> Dictionary:
    return Dictionary(FunctionType=2, Domain=[0, 1], C0=[0] * outputs, C1=[1] * outputs, N=1)


def _spot(name: str = "Gold", alternate: Name = Name.DeviceCMYK) -> Array:
    outputs = 4 if alternate == Name.DeviceCMYK else 3
    return Array([Name.Separation, Name(f"/{name}"), alternate, _tint(outputs)])


def _icc(pdf: Pdf, parts: int) -> Array:
    profile = Stream(pdf, b"")
    profile.N = parts
    return Array([Name.ICCBased, pdf.make_indirect(profile)])


def _cell(pdf: Pdf) -> None:
    cell = Stream(pdf, b"1 0 0 rg 0 0 3 3 re f")
    cell.PatternType, cell.PaintType, cell.TilingType = 1, 1, 1
    cell.BBox, cell.XStep, cell.YStep = Array([0, 0, 5, 5]), 5, 5
    cell.Resources = Dictionary()
    resource(pdf, "/Pattern", "/P", pdf.make_indirect(cell))


def _drawn_font(pdf: Pdf) -> None:
    letter = pdf.make_indirect(Stream(pdf, b"1000 0 d0 1 0 0 rg 0 0 500 500 re f"))
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        FontBBox=[0, 0, 1000, 1000],
        CharProcs=Dictionary(a=letter),
        Encoding=Dictionary(Differences=[97, Name("/a")]),
        FirstChar=97,
        LastChar=97,
        Widths=[1000],
    )
    resource(pdf, "/Font", "/T3", font)


def _soft_mask(pdf: Pdf) -> None:
    group = form(
        pdf,
        b"1 0 0 rg 0 0 99 99 re f",
        Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray),
    )
    mask = Dictionary(S=Name.Luminosity, G=group)
    resource(pdf, "/ExtGState", "/S", Dictionary(SMask=mask))


def _shading(pdf: Pdf) -> None:
    shade = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 9, 9], Function=_tint(3)
    )
    resource(pdf, "/Shading", "/Sh", shade)


def _wrong_shading(pdf: Pdf) -> None:
    shade = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 9, 9], Function=_tint(3)
    )
    resource(pdf, "/Shading", "/Sh", shade)


def _bare_font(pdf: Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    resource(pdf, "/Font", "/H", font)


def _annotation(**entries: object) -> Build:
    held = {f"/{key}": value for key, value in entries.items()}
    one = Dictionary({"/Type": Name.Annot, "/Subtype": Name.Link} | held)
    return _page(Annots=Array([one]))


def _layers(pdf: Pdf, **usual: pikepdf.Object | None) -> Dictionary:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Layer")))
    held = {f"/{key}": Array([layer]) if value is None else value for key, value in usual.items()}
    return Dictionary(OCGs=Array([layer]), D=Dictionary(held))


def _lzw(pdf: Pdf) -> None:
    pdf.Root.Strange = pdf.make_indirect(Stream(pdf, b"\x80\x0b", Filter=Name.LZWDecode))


def _text(size: float, text: str = "small") -> bytes:
    return b"BT /F1 %g Tf 30 100 Td <%s> Tj ET" % (size, shown(text))


def _x1a(change: Change | None = None, version: str = "1.4") -> Build:
    def whole(pdf: Pdf) -> None:
        del pdf.Root.Metadata
        pdf.trailer.Info["/GTS_PDFXVersion"] = String("PDF/X-1:2001")
        pdf.trailer.Info["/GTS_PDFXConformance"] = String("PDF/X-1a:2003")
        if change is not None:
            change(pdf)

    return _change(whole, force_version=version)


def x1a() -> bytes:
    """Return the clean file as PDF/X-1a."""
    return _x1a()()


def _drawn(content: bytes, *put: Change) -> Change:
    def change(pdf: Pdf) -> None:
        for one in put:
            one(pdf)
        page = pdf.pages[0].obj
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + content)

    return change


def _three_parts(pdf: Pdf) -> None:
    data = bytearray(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes())
    data[16:20] = b"RGB "
    profile = Stream(pdf, bytes(data))
    profile.N = 3
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_indirect(profile)


_COLOURS = frozenset({"R0027"})
_SIZE = frozenset({"MP-SIZE"})
_OVER = b"/Over gs "

FAULTS: dict[str, Fault] = {
    # what a reader meets first
    "an operator that is none": Fault("X-READ", _draw(b"1 2 nonsense")),
    "operands of the wrong type": Fault("X-READ", _draw(b"(a) 2 m")),
    "a state that is never brought back": Fault("X-READ", _draw(b"q")),
    "a state that was never saved": Fault("X-READ", _draw(b"Q")),
    "a font that is not there": Fault("X-READ", _draw(b"BT /No 9 Tf ET")),
    "a form that is not there": Fault("X-READ", _draw(b"/No Do")),
    "a string without an end": Fault("X-READ", _draw(b"(abc")),
    "a gradient with functions of another space": Fault("X-READ", _draw(b"/Sh sh", _wrong_shading)),
    "an image without a size": Fault("X-READ", _image(b"9 0 0 9 9 9", 4, 4, Width=String("a"))),
    # PDF/X-4
    "no metadata": Fault("X-ID", _change(lambda pdf: pdf.Root.__delitem__("/Metadata"))),
    "another version": Fault("X-ID", _xmp(b">PDF/X-4<", b">PDF/X-3<")),
    "metadata with entities": Fault("X-ID", _xmp(b"<x:xmpmeta", b"<!DOCTYPE a><x:xmpmeta")),
    "no title": Fault("X-META", _xmp(b"A clean file", b"")),
    "another title in Info": Fault("X-META", _xmp(b"A clean file", b"Another")),
    "another date in Info": Fault("X-META", _xmp(b"CreateDate>2025", b"CreateDate>2024")),
    "no version of the document": Fault("X-META", _xmp(b"VersionID", b"VersionNo")),
    "trapping unknown": Fault(
        "X-TRAP", _change(lambda pdf: pdf.trailer.Info.__setitem__("/Trapped", Name.Unknown))
    ),
    "trapping not in the XMP": Fault("X-TRAP", _xmp(b'pdf:Trapped="False"', b"")),
    "no ID": Fault("X-TID", lambda: good().replace(b"/ID [", b"/Id [")),
    "no intent": Fault("X-OI", _change(lambda pdf: pdf.Root.__delitem__("/OutputIntents"))),
    "two intents": Fault(
        "X-OI", _change(lambda pdf: pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0]))
    ),
    "an intent without a condition": Fault(
        "X-OI", _intent(lambda intent: intent.__delitem__("/OutputConditionIdentifier"))
    ),
    "an intent without a profile": Fault(
        "X-OI", _intent(lambda intent: intent.__delitem__("/DestOutputProfile"))
    ),
    "a profile of a screen": Fault("X-OI", _profile(slice(12, 16), b"mntr")),
    "a profile that is none": Fault("X-OI", _profile(slice(36, 40), b"abcd")),
    "a profile with another N": Fault(
        "X-OI", _intent(lambda intent: intent.DestOutputProfile.__setitem__("/N", 3))
    ),
    "another condition than the shop's": Fault("X-OI", good, "warning", "generic-eu"),
    "no trim": Fault(
        "X-BOX",
        _change(lambda pdf: pdf.pages[0].obj.__delitem__("/TrimBox")),
        besides=_SIZE | {"R0004"},
    ),
    "trim and art": Fault("X-BOX", _page(ArtBox=Array([20, 20, 40, 40]))),
    "trim beyond bleed": Fault("X-BOX", _page(BleedBox=Array([10, 9, 209, 309]))),
    "bleed beyond media": Fault("X-BOX", _page(BleedBox=Array([-1, 0, 218, 318]))),
    "a font that is not embedded": Fault(
        "X-FONT", _draw(_OVER + b"0 0 0 1 k BT /H 20 Tf 30 100 Td (a) Tj ET", _bare_font)
    ),
    "an area in RGB": Fault("X-COL", _draw(b"1 0 0 rg 30 30 9 9 re f"), besides=_COLOURS),
    "a line in RGB": Fault("X-COL", _draw(b"1 0 0 RG 30 30 m 60 60 l S"), besides=_COLOURS),
    "an image in RGB": Fault(
        "X-COL", _image(b"2 0 0 2 30 30", 40, 40, ColorSpace=Name.DeviceRGB), besides=_COLOURS
    ),
    "an index into RGB": Fault(
        "X-COL",
        _space(
            lambda _pdf: Array([Name.Indexed, Name.DeviceRGB, 0, String(b"abc")]),
            b"/Cs cs 0 sc 30 30 9 9 re f",
        ),
        besides=_COLOURS,
    ),
    "a spot that stands on RGB": Fault(
        "X-COL",
        _space(lambda _pdf: _spot(alternate=Name.DeviceRGB), b"/Cs cs 1 scn 30 30 9 9 re f"),
        besides=_COLOURS | {"R0020"},
    ),
    "RGB in a form": Fault("X-COL", _form(b"1 0 0 rg 30 30 9 9 re f"), besides=_COLOURS),
    "RGB in a pattern": Fault(
        "X-COL", _draw(b"/Pattern cs /P scn 30 30 9 9 re f", _cell), besides=_COLOURS
    ),
    "RGB in a drawn letter": Fault(
        "X-COL", _draw(_OVER + b"0 0 0 1 k BT /T3 20 Tf 30 100 Td (a) Tj ET", _drawn_font)
    ),
    "RGB in a soft mask": Fault("X-COL", _draw(b"q /S gs Q", _soft_mask)),
    "a gradient in RGB": Fault("X-COL", _draw(b"/Sh sh", _shading), besides=_COLOURS),
    "RGB in an inline image": Fault(
        "X-COL",
        _draw(b"q 9 0 0 9 30 30 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q"),
        besides=_COLOURS,
    ),
    "RGB in the look of an annotation": Fault(
        "X-COL",
        _change(
            lambda pdf: pdf.pages[0].obj.__setitem__(
                "/Annots",
                Array(
                    [
                        Dictionary(
                            Type=Name.Annot,
                            Subtype=Name.Stamp,
                            Rect=[30, 30, 60, 60],
                            AP=Dictionary(N=form(pdf, b"1 0 0 rg 0 0 999 999 re f")),
                        )
                    ]
                ),
            )
        ),
        besides=_COLOURS | {"X-ANNOT"},
    ),
    "a form that blends in RGB": Fault(
        "X-COL", _form(b"", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))
    ),
    "a group without a space": Fault("X-TRANS", _page(Group=Dictionary(S=Name.Transparency))),
    "a transfer function": Fault("X-GS", _state(TR=Name.Identity)),
    "a second transfer function": Fault("X-GS", _state(TR2=Name.Identity)),
    "a halftone phase": Fault("X-GS", _state(HTP=Array([0, 0]))),
    "a strange halftone": Fault("X-GS", _state(HT=Dictionary(HalftoneType=6))),
    "a link on the page": Fault("X-ANNOT", _annotation(Rect=Array([20, 20, 60, 40]))),
    "a link that acts": Fault(
        "X-ACT", _annotation(Rect=Array([-60, -60, -20, -20]), A=Dictionary(S=Name.URI))
    ),
    "an action on opening": Fault(
        "X-ACT", _root("/OpenAction", lambda _pdf: Dictionary(S=Name.JavaScript, JS=String("1")))
    ),
    "JavaScript": Fault(
        "X-ACT", _root("/Names", lambda _pdf: Dictionary(JavaScript=Dictionary(Names=Array([]))))
    ),
    "XFA": Fault(
        "X-ACT", _root("/AcroForm", lambda _pdf: Dictionary(XFA=Array([]), Fields=Array([])))
    ),
    "encryption": Fault(
        "X-ENC",
        _change(lambda _pdf: None, encryption=pikepdf.Encryption(owner="owner"), static_id=False),
    ),
    "LZW": Fault(
        "X-FILT",
        _change(_lzw, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False),
    ),
    "PostScript": Fault(
        "X-EXT",
        _draw(
            b"/Ps Do",
            lambda pdf: resource(
                pdf,
                "/XObject",
                "/Ps",
                pdf.make_indirect(Stream(pdf, b"showpage", Type=Name.XObject, Subtype=Name.PS)),
            ),
        ),
    ),
    "a page of another file": Fault("X-EXT", _form(b"", Ref=Dictionary(F=String("a.pdf"), Page=0))),
    "OPI": Fault("X-EXT", _form(b"", OPI=Dictionary())),
    "data in another file": Fault(
        "X-EXT",
        _root("/Strange", lambda pdf: pdf.make_indirect(Stream(pdf, b"", F=String("other.bin")))),
    ),
    "layers that switch themselves": Fault(
        "X-OC", _root("/OCProperties", lambda pdf: _layers(pdf, AS=Array([Dictionary()])))
    ),
    # PDF/X-1a
    "X-1a by half": Fault(
        "X1A-ID", _x1a(lambda pdf: pdf.trailer.Info.__delitem__("/GTS_PDFXConformance"))
    ),
    "X-1a in a later PDF": Fault("X1A-VER", _x1a(version="1.6")),
    "X-1a with Lab": Fault(
        "X1A-COL",
        _x1a(
            _drawn(
                b"/Cs cs 30 0 0 sc 30 30 9 9 re f",
                lambda pdf: resource(
                    pdf,
                    "/ColorSpace",
                    "/Cs",
                    Array([Name.Lab, Dictionary(WhitePoint=[0.96, 1, 0.82])]),
                ),
            )
        ),
        besides=_COLOURS,
    ),
    "X-1a with opacity": Fault(
        "X1A-TRANS",
        _x1a(_drawn(b"/S gs", lambda pdf: resource(pdf, "/ExtGState", "/S", Dictionary(ca=0.5)))),
    ),
    "X-1a with JPEG 2000": Fault(
        "X1A-FILT",
        _x1a(
            lambda pdf: pdf.Root.__setitem__(
                "/Strange", pdf.make_indirect(Stream(pdf, b"", Filter=Name.JPXDecode))
            )
        ),
    ),
    "X-1a with layers": Fault(
        "X1A-OC", _x1a(lambda pdf: pdf.Root.__setitem__("/OCProperties", _layers(pdf)))
    ),
    # GWG 2022
    "a larger unit": Fault("R0002", _page(UserUnit=2)),
    "a larger unit for a sign": Fault("R0002", _page(UserUnit=2), "warning", "large-format"),
    "a cropped page": Fault("R0003", _page(CropBox=Array([9, 9, 209, 309]))),
    "a rotated page": Fault("R0004", _page(Rotate=90), "warning"),
    "another trim": Fault(
        "R0004", _page(TrimBox=Array([9, 9, 199, 309])), "warning", besides=_SIZE
    ),
    "an empty page": Fault(
        "R0005",
        _change(lambda pdf: pdf.pages[0].obj.__setitem__("/Contents", pdf.make_stream(b" "))),
        "warning",
    ),
    "white text that overprints": Fault("R0007", _draw(_OVER + b"0 0 0 0 k " + _text(14))),
    "a white area that overprints": Fault(
        "R0008", _draw(_OVER + b"0 0 0 0 k 30 30 9 9 re f"), "warning"
    ),
    "black text that knocks out": Fault("R0009", _draw(b"0 0 0 1 k " + _text(11)), "warning"),
    "a black line that knocks out": Fault(
        "R0010", _draw(b"0 0 0 1 K 1 w 30 60 m 90 60 l S"), "warning"
    ),
    "a black sliver that knocks out": Fault(
        "R0010", _draw(b"0 0 0 1 k 30 60 60 1 re f"), "warning"
    ),
    "text in gray": Fault("R0011", _draw(b"0 g " + _text(11)), "warning"),
    "a line in gray": Fault("R0012", _draw(b"0 G 1 w 30 60 m 90 60 l S"), "warning"),
    "black text on all inks": Fault("R0015", _draw(b"0.7 0.7 0.7 1 k " + _text(14)), "warning"),
    "small white text": Fault("R0016", _draw(b"0 0 0 0 k " + _text(7)), "warning"),
    "small white text on a digital press": Fault(
        "R0016", _draw(b"0 0 0 0 k " + _text(4.5)), "warning", "gelato"
    ),
    "small text of two inks": Fault("R0017", _draw(b"0 1 1 0 k " + _text(7)), "warning"),
    "a thin white line": Fault("R0018", _draw(b"0 0 0 0 K 0.2 w 30 60 m 90 60 l S"), "warning"),
    "a thin line of two inks": Fault(
        "R0019", _draw(b"0 1 1 0 K 1 w 0.2 0 0 0.2 0 0 cm 150 300 m 450 300 l S"), "warning"
    ),
    "a spot ink": Fault("R0020", _space(lambda _pdf: _spot(), b"/Cs cs 1 scn 30 30 9 9 re f")),
    "a spot ink on a digital press": Fault(
        "R0020", _space(lambda _pdf: _spot(), b"/Cs cs 1 scn 30 30 9 9 re f"), "warning", "gelato"
    ),
    "the registration colour": Fault(
        "R0024", _space(lambda _pdf: _spot("All"), b"/Cs cs 1 scn 30 30 9 9 re f"), "warning"
    ),
    "calibrated RGB": Fault(
        "R0027", _space(lambda pdf: _icc(pdf, 3), b"/Cs cs 1 0 0 sc 30 30 9 9 re f")
    ),
    "calibrated RGB on a digital press": Fault(
        "R0027",
        _space(lambda pdf: _icc(pdf, 3), b"/Cs cs 1 0 0 sc 30 30 9 9 re f"),
        shop="gelato",
    ),
    "a page that blends in gray": Fault(
        "R0030", _page(Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray))
    ),
    "a coarse photograph": Fault("R0031", _image(b"36 0 0 36 30 60", 60, 60)),
    "a photograph coarser one way": Fault("R0031", _image(b"36 0 0 18 30 60", 60, 600)),
    "a poor photograph": Fault("R0031", _image(b"36 0 0 36 30 60", 100, 100), "warning"),
    "a photograph below the shop's wish": Fault(
        "R0031", _image(b"36 0 0 36 30 60", 140, 140), "warning"
    ),
    "a coarse photograph on a sign": Fault(
        "R0031", _image(b"36 0 0 36 30 60", 59, 59), shop="large-format"
    ),
    "a coarse stencil": Fault(
        "R0032", _image(b"36 0 0 36 30 60", 250, 250, ImageMask=True, BitsPerComponent=1)
    ),
    "line art below the shop's wish": Fault(
        "R0032", _image(b"36 0 0 36 30 60", 390, 390, BitsPerComponent=1), "warning"
    ),
    "an intent in RGB": Fault("R0035", _change(_three_parts), besides=frozenset({"X-COL"})),
    "a layer that is off": Fault(
        "R0036",
        _root("/OCProperties", lambda pdf: _layers(pdf, OFF=None)),
        shop="large-format",
    ),
    # ours
    "text cut off by a clip": Fault(
        "MP-FIT", _draw(b"q 30 90 20 40 re W n 0 1 0 0 k " + _text(14, "interpretability") + b" Q")
    ),
    "text that nobody sees": Fault(
        "MP-FIT", _draw(b"q 30 10 20 20 re W n 0 1 0 0 k " + _text(14) + b" Q"), "warning"
    ),
    "text across the trim": Fault(
        "MP-FIT", _draw(b"0 1 0 0 k 1 0 0 1 160 0 cm " + _text(14, "mechanistic"))
    ),
    "text that a maker of badges can't print": Fault(
        "MP-FIT", _draw(b"0 1 0 0 k " + _text(7)), shop="badge-maker"
    ),
    "a line that a maker of badges can't print": Fault(
        "MP-FIT", _draw(b"0 1 0 0 K 0.4 w 30 60 m 90 60 l S"), shop="badge-maker"
    ),
    "a letter that the font lacks": Fault(
        "MP-GLYPH", _draw(b"0 1 0 0 k BT /F1 14 Tf 30 100 Td <0000> Tj ET")
    ),
    "a letter beyond the font": Fault(
        "MP-GLYPH", _draw(b"0 1 0 0 k BT /F1 14 Tf 30 100 Td <FFF0> Tj ET")
    ),
}
