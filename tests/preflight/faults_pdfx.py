"""Faults against PDF and PDF/X: what is done to the clean file, and which rule says so."""

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from tests.preflight.breaking import (
    COLOURS,
    OVER,
    SIZE,
    Fault,
    annotation,
    as_x1a,
    bare_font,
    cell,
    change_to,
    draw,
    drawn,
    drawn_font,
    form,
    in_catalog,
    in_intent,
    in_profile,
    in_space,
    in_xmp,
    layers,
    lzw,
    on_page,
    shading,
    soft_mask,
    spot,
    with_form,
    with_image,
    with_state,
    wrong_shading,
)
from tests.preflight.good import good, resource

PDFX: dict[str, Fault] = {
    # what a reader meets first
    "an operator that is none": Fault("X-READ", draw(b"1 2 nonsense")),
    "operands of the wrong type": Fault("X-READ", draw(b"(a) 2 m")),
    "a state that is never brought back": Fault("X-READ", draw(b"q")),
    "a state that was never saved": Fault("X-READ", draw(b"Q")),
    "a font that is not there": Fault("X-READ", draw(b"BT /No 9 Tf ET")),
    "a form that is not there": Fault("X-READ", draw(b"/No Do")),
    "a string without an end": Fault("X-READ", draw(b"(abc")),
    "a gradient with functions of another space": Fault("X-READ", draw(b"/Sh sh", wrong_shading)),
    "an image without a size": Fault("X-READ", with_image(b"9 0 0 9 9 9", 4, 4, Width=String("a"))),
    # PDF/X-4
    "no metadata": Fault("X-ID", change_to(lambda pdf: pdf.Root.__delitem__("/Metadata"))),
    "another version": Fault("X-ID", in_xmp(b">PDF/X-4<", b">PDF/X-3<")),
    "metadata with entities": Fault("X-ID", in_xmp(b"<x:xmpmeta", b"<!DOCTYPE a><x:xmpmeta")),
    "no title": Fault("X-META", in_xmp(b"A clean file", b"")),
    "another title in Info": Fault("X-META", in_xmp(b"A clean file", b"Another")),
    "another date in Info": Fault("X-META", in_xmp(b"CreateDate>2025", b"CreateDate>2024")),
    "no version of the document": Fault("X-META", in_xmp(b"VersionID", b"VersionNo")),
    "trapping unknown": Fault(
        "X-TRAP", change_to(lambda pdf: pdf.trailer.Info.__setitem__("/Trapped", Name.Unknown))
    ),
    "trapping not in the XMP": Fault("X-TRAP", in_xmp(b'pdf:Trapped="False"', b"")),
    "no ID": Fault("X-TID", lambda: good().replace(b"/ID [", b"/Id [")),
    "no intent": Fault("X-OI", change_to(lambda pdf: pdf.Root.__delitem__("/OutputIntents"))),
    "two intents": Fault(
        "X-OI", change_to(lambda pdf: pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0]))
    ),
    "an intent without a condition": Fault(
        "X-OI", in_intent(lambda intent: intent.__delitem__("/OutputConditionIdentifier"))
    ),
    "an intent without a profile": Fault(
        "X-OI", in_intent(lambda intent: intent.__delitem__("/DestOutputProfile"))
    ),
    "a profile of a screen": Fault("X-OI", in_profile(slice(12, 16), b"mntr")),
    "a profile that is none": Fault("X-OI", in_profile(slice(36, 40), b"abcd")),
    "a profile with another N": Fault(
        "X-OI", in_intent(lambda intent: intent.DestOutputProfile.__setitem__("/N", 3))
    ),
    "another condition than the shop's": Fault("X-OI", good, "warning", "generic-eu"),
    "no trim": Fault(
        "X-BOX",
        change_to(lambda pdf: pdf.pages[0].obj.__delitem__("/TrimBox")),
        besides=SIZE | {"R0004"},
    ),
    "trim and art": Fault("X-BOX", on_page(ArtBox=Array([20, 20, 40, 40]))),
    "trim beyond bleed": Fault("X-BOX", on_page(BleedBox=Array([10, 9, 209, 309]))),
    "bleed beyond media": Fault("X-BOX", on_page(BleedBox=Array([-1, 0, 218, 318]))),
    "a font that is not embedded": Fault(
        "X-FONT", draw(OVER + b"0 0 0 1 k BT /H 20 Tf 30 100 Td (a) Tj ET", bare_font)
    ),
    "an area in RGB": Fault("X-COL", draw(b"1 0 0 rg 30 30 9 9 re f"), besides=COLOURS),
    "a line in RGB": Fault("X-COL", draw(b"1 0 0 RG 30 30 m 60 60 l S"), besides=COLOURS),
    "an image in RGB": Fault(
        "X-COL", with_image(b"2 0 0 2 30 30", 40, 40, ColorSpace=Name.DeviceRGB), besides=COLOURS
    ),
    "an index into RGB": Fault(
        "X-COL",
        in_space(
            lambda _pdf: Array([Name.Indexed, Name.DeviceRGB, 0, String(b"abc")]),
            b"/Cs cs 0 sc 30 30 9 9 re f",
        ),
        besides=COLOURS,
    ),
    "a spot that stands on RGB": Fault(
        "X-COL",
        in_space(lambda _pdf: spot(alternate=Name.DeviceRGB), b"/Cs cs 1 scn 30 30 9 9 re f"),
        besides=COLOURS | {"R0020"},
    ),
    "RGB in a form": Fault("X-COL", with_form(b"1 0 0 rg 30 30 9 9 re f"), besides=COLOURS),
    "RGB in a pattern": Fault(
        "X-COL", draw(b"/Pattern cs /P scn 30 30 9 9 re f", cell), besides=COLOURS
    ),
    "RGB in a drawn letter": Fault(
        "X-COL", draw(OVER + b"0 0 0 1 k BT /T3 20 Tf 30 100 Td (a) Tj ET", drawn_font)
    ),
    "RGB in a soft mask": Fault("X-COL", draw(b"q /S gs Q", soft_mask)),
    "a gradient in RGB": Fault("X-COL", draw(b"/Sh sh", shading), besides=COLOURS),
    "RGB in an inline image": Fault(
        "X-COL",
        draw(b"q 9 0 0 9 30 30 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q"),
        besides=COLOURS,
    ),
    "RGB in the look of an annotation": Fault(
        "X-COL",
        change_to(
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
        besides=COLOURS | {"X-ANNOT"},
    ),
    "a form that blends in RGB": Fault(
        "X-COL", with_form(b"", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))
    ),
    "a group without a space": Fault("X-TRANS", on_page(Group=Dictionary(S=Name.Transparency))),
    "a transfer function": Fault("X-GS", with_state(TR=Name.Identity)),
    "a second transfer function": Fault("X-GS", with_state(TR2=Name.Identity)),
    "a halftone phase": Fault("X-GS", with_state(HTP=Array([0, 0]))),
    "a strange halftone": Fault("X-GS", with_state(HT=Dictionary(HalftoneType=6))),
    "a link on the page": Fault("X-ANNOT", annotation(Rect=Array([20, 20, 60, 40]))),
    "a link that acts": Fault(
        "X-ACT", annotation(Rect=Array([-60, -60, -20, -20]), A=Dictionary(S=Name.URI))
    ),
    "an action on opening": Fault(
        "X-ACT",
        in_catalog("/OpenAction", lambda _pdf: Dictionary(S=Name.JavaScript, JS=String("1"))),
    ),
    "JavaScript": Fault(
        "X-ACT",
        in_catalog("/Names", lambda _pdf: Dictionary(JavaScript=Dictionary(Names=Array([])))),
    ),
    "XFA": Fault(
        "X-ACT", in_catalog("/AcroForm", lambda _pdf: Dictionary(XFA=Array([]), Fields=Array([])))
    ),
    "encryption": Fault(
        "X-ENC",
        change_to(lambda _pdf: None, encryption=pikepdf.Encryption(owner="owner"), static_id=False),
    ),
    "LZW": Fault(
        "X-FILT",
        change_to(lzw, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False),
    ),
    "PostScript": Fault(
        "X-EXT",
        draw(
            b"/Ps Do",
            lambda pdf: resource(
                pdf,
                "/XObject",
                "/Ps",
                pdf.make_indirect(Stream(pdf, b"showpage", Type=Name.XObject, Subtype=Name.PS)),
            ),
        ),
    ),
    "a page of another file": Fault(
        "X-EXT", with_form(b"", Ref=Dictionary(F=String("a.pdf"), Page=0))
    ),
    "OPI": Fault("X-EXT", with_form(b"", OPI=Dictionary())),
    "data in another file": Fault(
        "X-EXT",
        in_catalog(
            "/Strange", lambda pdf: pdf.make_indirect(Stream(pdf, b"", F=String("other.bin")))
        ),
    ),
    "layers that switch themselves": Fault(
        "X-OC", in_catalog("/OCProperties", lambda pdf: layers(pdf, AS=Array([Dictionary()])))
    ),
    # PDF/X-1a
    "X-1a by half": Fault(
        "X1A-ID", as_x1a(lambda pdf: pdf.trailer.Info.__delitem__("/GTS_PDFXConformance"))
    ),
    "X-1a in a later PDF": Fault("X1A-VER", as_x1a(version="1.6")),
    "X-1a with Lab": Fault(
        "X1A-COL",
        as_x1a(
            drawn(
                b"/Cs cs 30 0 0 sc 30 30 9 9 re f",
                lambda pdf: resource(
                    pdf,
                    "/ColorSpace",
                    "/Cs",
                    Array([Name.Lab, Dictionary(WhitePoint=[0.96, 1, 0.82])]),
                ),
            )
        ),
        besides=COLOURS,
    ),
    "X-1a with opacity": Fault(
        "X1A-TRANS",
        as_x1a(drawn(b"/S gs", lambda pdf: resource(pdf, "/ExtGState", "/S", Dictionary(ca=0.5)))),
    ),
    "X-1a with JPEG 2000": Fault(
        "X1A-FILT",
        as_x1a(
            lambda pdf: pdf.Root.__setitem__(
                "/Strange", pdf.make_indirect(Stream(pdf, b"", Filter=Name.JPXDecode))
            )
        ),
    ),
    "X-1a with layers": Fault(
        "X1A-OC", as_x1a(lambda pdf: pdf.Root.__setitem__("/OCProperties", layers(pdf)))
    ),
}
