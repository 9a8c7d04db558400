"""Ways to break one thing in the clean file."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from tests.preflight.good import Change, changed, drawing, resource, shown

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


def change_to(change: Change, **how: object) -> Build:
    return lambda: changed(change, **how)


def draw(content: bytes, resources: Change | None = None) -> Build:
    return lambda: drawing(content, resources)


def on_page(**entries: object) -> Build:
    def change(pdf: Pdf) -> None:
        for key, value in entries.items():
            pdf.pages[0].obj[f"/{key}"] = value

    return change_to(change)


def in_catalog(key: str, value: Callable[[Pdf], object]) -> Build:
    return change_to(lambda pdf: pdf.Root.__setitem__(key, value(pdf)))


def with_state(**entries: object) -> Build:
    state = Dictionary({f"/{key}": value for key, value in entries.items()})
    return draw(b"/S gs", lambda pdf: resource(pdf, "/ExtGState", "/S", state))


def in_xmp(old: bytes, new: bytes) -> Build:
    def change(pdf: Pdf) -> None:
        data = pdf.Root.Metadata.read_bytes()
        assert old in data
        pdf.Root.Metadata.write(data.replace(old, new))

    return change_to(change)


def in_intent(change: Callable[[pikepdf.Object], object]) -> Build:
    return change_to(lambda pdf: change(pdf.Root.OutputIntents[0]))


def in_profile(old: slice, new: bytes) -> Build:
    def change(intent: pikepdf.Object) -> None:
        data = bytearray(intent.DestOutputProfile.read_bytes())
        data[old] = new
        intent.DestOutputProfile.write(bytes(data))

    return in_intent(change)


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


def with_image(placed: bytes, width: int, height: int, **entries: object) -> Build:
    def put(pdf: Pdf) -> None:
        resource(pdf, "/XObject", "/I", image(pdf, width, height, **entries))

    return draw(b"q %s cm /I Do Q" % placed, put)


def form(pdf: Pdf, content: bytes, **entries: object) -> pikepdf.Object:
    """Return a form."""
    stream = Stream(pdf, content)
    stream.Type, stream.Subtype, stream.BBox = Name.XObject, Name.Form, Array([0, 0, 999, 999])
    for key, value in entries.items():
        stream[f"/{key}"] = value
    return pdf.make_indirect(stream)


def with_form(content: bytes, **entries: object) -> Build:
    return draw(
        b"/Fm Do", lambda pdf: resource(pdf, "/XObject", "/Fm", form(pdf, content, **entries))
    )


def in_space(space: Callable[[Pdf], object], content: bytes) -> Build:
    return draw(content, lambda pdf: resource(pdf, "/ColorSpace", "/Cs", space(pdf)))


def tint(outputs: int = 4) -> Dictionary:
    return Dictionary(FunctionType=2, Domain=[0, 1], C0=[0] * outputs, C1=[1] * outputs, N=1)


def spot(name: str = "Gold", alternate: Name = Name.DeviceCMYK) -> Array:
    outputs = 4 if alternate == Name.DeviceCMYK else 3
    return Array([Name.Separation, Name(f"/{name}"), alternate, tint(outputs)])


def icc(pdf: Pdf, parts: int) -> Array:
    profile = Stream(pdf, b"")
    profile.N = parts
    return Array([Name.ICCBased, pdf.make_indirect(profile)])


def cell(pdf: Pdf) -> None:
    cell = Stream(pdf, b"1 0 0 rg 0 0 3 3 re f")
    cell.PatternType, cell.PaintType, cell.TilingType = 1, 1, 1
    cell.BBox, cell.XStep, cell.YStep = Array([0, 0, 5, 5]), 5, 5
    cell.Resources = Dictionary()
    resource(pdf, "/Pattern", "/P", pdf.make_indirect(cell))


def drawn_font(pdf: Pdf) -> None:
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


def soft_mask(pdf: Pdf) -> None:
    group = form(
        pdf,
        b"1 0 0 rg 0 0 99 99 re f",
        Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray),
    )
    mask = Dictionary(S=Name.Luminosity, G=group)
    resource(pdf, "/ExtGState", "/S", Dictionary(SMask=mask))


def shading(pdf: Pdf) -> None:
    shade = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 9, 9], Function=tint(3)
    )
    resource(pdf, "/Shading", "/Sh", shade)


def wrong_shading(pdf: Pdf) -> None:
    shade = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 9, 9], Function=tint(3)
    )
    resource(pdf, "/Shading", "/Sh", shade)


def bare_font(pdf: Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    resource(pdf, "/Font", "/H", font)


def annotation(**entries: object) -> Build:
    held = {f"/{key}": value for key, value in entries.items()}
    one = Dictionary({"/Type": Name.Annot, "/Subtype": Name.Link} | held)
    return on_page(Annots=Array([one]))


def layers(pdf: Pdf, **usual: pikepdf.Object | None) -> Dictionary:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Layer")))
    held = {f"/{key}": Array([layer]) if value is None else value for key, value in usual.items()}
    return Dictionary(OCGs=Array([layer]), D=Dictionary(held))


def lzw(pdf: Pdf) -> None:
    pdf.Root.Strange = pdf.make_indirect(Stream(pdf, b"\x80\x0b", Filter=Name.LZWDecode))


def lettering(size: float, text: str = "small") -> bytes:
    return b"BT /F1 %g Tf 30 100 Td <%s> Tj ET" % (size, shown(text))


def as_x1a(change: Change | None = None, version: str = "1.4") -> Build:
    def whole(pdf: Pdf) -> None:
        del pdf.Root.Metadata
        pdf.trailer.Info["/GTS_PDFXVersion"] = String("PDF/X-1:2001")
        pdf.trailer.Info["/GTS_PDFXConformance"] = String("PDF/X-1a:2003")
        if change is not None:
            change(pdf)

    return change_to(whole, force_version=version)


def x1a() -> bytes:
    """Return the clean file as PDF/X-1a."""
    return as_x1a()()


def drawn(content: bytes, *put: Change) -> Change:
    def change(pdf: Pdf) -> None:
        for one in put:
            one(pdf)
        page = pdf.pages[0].obj
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + content)

    return change


def three_parts(pdf: Pdf) -> None:
    data = bytearray(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes())
    data[16:20] = b"RGB "
    profile = Stream(pdf, bytes(data))
    profile.N = 3
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_indirect(profile)


COLOURS = frozenset({"R0027"})
SIZE = frozenset({"MP-SIZE"})
OVER = b"/Over gs "
