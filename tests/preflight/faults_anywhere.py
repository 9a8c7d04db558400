"""What is forbidden wherever it stands, and what a file may not say of itself in two ways."""

from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from tests.preflight.breaking import (
    Build,
    Fault,
    annotation,
    change_to,
    draw,
    drawn_font,
    form,
    in_catalog,
    in_intent,
    in_xmp,
    on_page,
    spot,
    tint,
)
from tests.preflight.good import Change, changed, resource

OUTSIDE = Array([-60, -60, -20, -20])
SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
SPOT = frozenset({"R0020"})


def at_root(made: Callable[[Pdf], pikepdf.Object]) -> Build:
    """Return the clean file with something that no page uses."""
    return in_catalog("/Strange", lambda pdf: pdf.make_indirect(made(pdf)))


def state_in_form(**entries: object) -> Build:
    def put(pdf: Pdf) -> None:
        state = Dictionary({f"/{key}": value for key, value in entries.items()})
        one = form(pdf, b"0 0 1 0 k", Resources=Dictionary(ExtGState=Dictionary(S=state)))
        resource(pdf, "/XObject", "/Fm", one)

    return draw(b"/Fm Do", put)


def state_in_pattern(**entries: object) -> Build:
    """Return the clean file with a shading pattern that brings a graphics state."""

    def put(pdf: Pdf) -> None:
        shade = Dictionary(
            ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 9, 9], Function=tint()
        )
        state = Dictionary({f"/{key}": value for key, value in entries.items()})
        pattern = Dictionary(PatternType=2, Shading=shade, ExtGState=state)
        resource(pdf, "/Pattern", "/P", pdf.make_indirect(pattern))

    return draw(b"/Pattern cs /P scn 30 30 9 9 re f", put)


def unused_state(**entries: object) -> Build:
    state = {f"/{key}": value for key, value in entries.items()}

    def put(pdf: Pdf) -> None:
        resource(pdf, "/ExtGState", "/Never", Dictionary(state))

    return change_to(put)


def loose(**entries: object) -> Build:
    """Return the clean file with an object that nothing but a key of the catalog leads to."""
    return at_root(lambda _pdf: Dictionary({f"/{key}": value for key, value in entries.items()}))


def postscript(pdf: Pdf) -> Stream:
    return Stream(pdf, b"showpage", Type=Name.XObject, Subtype=Name.PS)


def in_letter(content: bytes) -> Build:
    """Return the clean file with these operators in the letter of a Type 3 font."""

    def put(pdf: Pdf) -> None:
        drawn_font(pdf)
        font = pdf.pages[0].obj.Resources.Font.T3
        font.CharProcs.a.write(b"1000 0 0 0 1000 1000 d1 " + content)

    return draw(b"/Over gs 0 0 0 1 k BT /T3 20 Tf 30 100 Td (a) Tj ET", put)


INLINE = b"q 2 0 0 2 30 60 cm BI /W 2 /H 2 /BPC 8 /CS /G /F %s ID %s EI Q"
LZW_DATA = b"\x80\x00\x01\x00\x80\x80"


def inline(filters: bytes) -> Build:
    return draw(INLINE % (filters, LZW_DATA))


def inline_in_form(pdf: Pdf) -> None:
    resource(pdf, "/XObject", "/Fm", form(pdf, INLINE % (b"/LZW", LZW_DATA)))


def kept(change: Change) -> Build:
    """Return the clean file after a change, its streams left as they are."""
    return change_to(
        change, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False
    )


def filtered_elsewhere(*, listed: bool) -> Build:
    """Return the clean file with a stream whose filter is named in another object."""

    def put(pdf: Pdf) -> None:
        named = pdf.make_indirect(Name.LZWDecode)
        found = Array([named]) if listed else named
        pdf.Root.Strange = pdf.make_indirect(Stream(pdf, LZW_DATA, Filter=found))

    return kept(put)


def filtered(name: Name) -> Build:
    def put(pdf: Pdf) -> None:
        pdf.Root.Strange = pdf.make_indirect(Stream(pdf, LZW_DATA, Filter=name))

    return kept(put)


def curve_in_lzw(pdf: Pdf) -> None:
    """Give the first page a spot ink whose tint curve is packed in LZW, in codes of 9 bits."""
    codes = (256, *b"{dup 0 exch 0 exch 0}", 257)
    bits = "".join(f"{code:09b}" for code in codes) + "0" * 9
    data = bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits) - 8, 8))
    curve = Stream(
        pdf, data, Filter=Name.LZWDecode, FunctionType=4, Domain=[0, 1], Range=[0, 1] * 4
    )
    space = Array([Name.Separation, Name.Gold, Name.DeviceCMYK, pdf.make_indirect(curve)])
    resource(pdf, "/ColorSpace", "/Curve", space)


EXTERNAL: dict[str, Fault] = {
    "PostScript that no page paints": Fault("X-EXT", at_root(postscript)),
    "PostScript among the resources of a form": Fault(
        "X-EXT",
        draw(
            b"/Fm Do",
            lambda pdf: resource(
                pdf,
                "/XObject",
                "/Fm",
                form(
                    pdf,
                    b"",
                    Resources=Dictionary(
                        XObject=Dictionary(Ps=pdf.make_indirect(postscript(pdf)))
                    ),
                ),
            ),
        ),
    ),
    "a form that is PostScript by a second subtype in another object": Fault(
        "X-EXT",
        at_root(lambda pdf: form(pdf, b"", Subtype2=pdf.make_indirect(Name.PS))),
    ),
    "a form that is PostScript by its second subtype": Fault(
        "X-EXT", at_root(lambda pdf: form(pdf, b"", Subtype2=Name.PS))
    ),
    "PostScript inside of a form": Fault(
        "X-EXT",
        at_root(lambda pdf: form(pdf, b"", PS=pdf.make_indirect(Stream(pdf, b"showpage")))),
    ),
    "OPI in an image that no page paints": Fault(
        "X-EXT",
        at_root(
            lambda pdf: Stream(
                pdf, b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1,
                BitsPerComponent=8, ColorSpace=Name.DeviceGray, OPI=Dictionary(),
            )
        ),
    ),
    "OPI 2.0 in a form that no page paints": Fault(
        "X-EXT",
        at_root(
            lambda pdf: form(
                pdf, b"", OPI=Dictionary({"/2.0": Dictionary(Type=Name.OPI, Version=2.0)})
            )
        ),
    ),
    "a page of another file in the look of an annotation": Fault(
        "X-EXT",
        at_root(
            lambda pdf: Dictionary(
                N=form(pdf, b"", Ref=Dictionary(F=String("other.pdf"), Page=0))
            )
        ),
    ),
    "a page of another file in a form that no page paints": Fault(
        "X-EXT", at_root(lambda pdf: form(pdf, b"", Ref=Dictionary(F=String("b.pdf"), Page=1)))
    ),
}  # fmt: skip

STATES: dict[str, Fault] = {
    "a transfer function that no page uses": Fault("X-GS", unused_state(TR=Name.Identity)),
    "a transfer function in a form": Fault("X-GS", state_in_form(TR=tint(1))),
    "a transfer function in a pattern": Fault("X-GS", state_in_pattern(TR=tint(1))),
    "a transfer function in a loose state": Fault(
        "X-GS", loose(Type=Name.ExtGState, TR2=tint(1))
    ),
    "a halftone phase that no page uses": Fault("X-GS", unused_state(HTP=Array([1, 1]))),
    "a halftone phase in a form": Fault("X-GS", state_in_form(HTP=Array([0, 0]))),
    "a halftone phase in a pattern": Fault("X-GS", state_in_pattern(HTP=Array([0, 0]))),
    "a halftone of type 10 that no page uses": Fault(
        "X-GS", unused_state(HT=Dictionary(HalftoneType=10))
    ),
    "a halftone of type 16 in a form": Fault(
        "X-GS", state_in_form(HT=Dictionary(HalftoneType=16))
    ),
    "a strange halftone among those of a halftone of type 5": Fault(
        "X-GS",
        unused_state(
            HT=Dictionary(
                HalftoneType=5,
                Default=Dictionary(
                    HalftoneType=1, Frequency=60, Angle=45, SpotFunction=Name.Round
                ),
                Cyan=Dictionary(HalftoneType=6),
            )
        ),
    ),
    "a halftone with a name of its own": Fault(
        "X-GS",
        unused_state(
            HT=Dictionary(
                HalftoneType=1, Frequency=60, Angle=45, SpotFunction=Name.Round,
                HalftoneName=String("fine"),
            )
        ),
    ),
    "a halftone with a transfer function": Fault(
        "X-GS",
        unused_state(
            HT=Dictionary(
                HalftoneType=1, Frequency=60, Angle=45, SpotFunction=Name.Round,
                TransferFunction=tint(1),
            )
        ),
    ),
}  # fmt: skip

FILTERS: dict[str, Fault] = {
    "LZW in an inline image": Fault("X-FILT", inline(b"/LZW")),
    "LZW in an inline image, in full": Fault("X-FILT", inline(b"/LZWDecode")),
    "LZW before another filter in an inline image": Fault(
        "X-FILT", inline(b"[/LZW /AHx]"), besides=frozenset({"X-READ"})
    ),
    "LZW in an inline image of a form": Fault("X-FILT", draw(b"/Fm Do", inline_in_form)),
    "LZW in an inline image of a letter": Fault(
        "X-FILT", in_letter(b"600 0 0 600 0 0 cm BI /W 8 /H 2 /IM true /F /LZW ID "
                            + LZW_DATA + b" EI")
    ),
    "LZW in the tint curve of a spot ink": Fault("X-FILT", kept(curve_in_lzw), besides=SPOT),
    "LZW in a stream that nobody reads": Fault("X-FILT", filtered(Name.LZWDecode)),
    "LZW that another object names": Fault("X-FILT", filtered_elsewhere(listed=False)),
    "LZW that another object names in a list": Fault("X-FILT", filtered_elsewhere(listed=True)),
}  # fmt: skip

ACTIONS: dict[str, Fault] = {
    "JavaScript behind another action": Fault(
        "X-ACT",
        in_catalog(
            "/OpenAction",
            lambda pdf: Dictionary(
                S=Name.GoTo, D=Array([pdf.pages[0].obj, Name.Fit]), Next=SCRIPT
            ),
        ),
    ),
    "JavaScript at the end of a row of actions": Fault(
        "X-ACT",
        loose(S=Name.GoTo, D=String("one"), Next=Array([Dictionary(S=Name.Named), SCRIPT])),
    ),
    "JavaScript behind a bookmark": Fault(
        "X-ACT",
        in_catalog(
            "/Outlines",
            lambda pdf: pdf.make_indirect(
                Dictionary(
                    Type=Name.Outlines,
                    Count=1,
                    First=pdf.make_indirect(
                        Dictionary(Title=String("One"), A=Dictionary(S=Name.GoTo, Next=SCRIPT))
                    ),
                )
            ),
        ),
    ),
    "what happens when a page opens": Fault("X-ACT", on_page(AA=Dictionary(O=SCRIPT))),
    "what happens when the file is printed": Fault(
        "X-ACT", in_catalog("/AA", lambda _pdf: Dictionary(WP=SCRIPT))
    ),
    "what happens when an annotation is met": Fault(
        "X-ACT", annotation(Rect=OUTSIDE, AA=Dictionary(E=SCRIPT))
    ),
    "what a link once did": Fault(
        "X-ACT", annotation(Rect=OUTSIDE, PA=Dictionary(S=Name.URI, URI=String("a:b")))
    ),
    "what happens in a field of a form": Fault(
        "X-ACT", loose(FT=Name.Tx, T=String("name"), AA=Dictionary(K=SCRIPT))
    ),
    "JavaScript that nothing starts": Fault("X-ACT", loose(S=Name.JavaScript, JS=String("1"))),
    "JavaScript among names, one level down": Fault(
        "X-ACT",
        in_catalog(
            "/Names",
            lambda pdf: Dictionary(
                JavaScript=pdf.make_indirect(
                    Dictionary(Kids=Array([pdf.make_indirect(
                        Dictionary(Limits=Array([String("a"), String("a")]),
                                   Names=Array([String("a"), SCRIPT]))
                    )]))
                )
            ),
        ),
    ),
}  # fmt: skip


def header_only(intent: pikepdf.Object) -> None:
    intent.DestOutputProfile.write(intent.DestOutputProfile.read_bytes()[:128])


def cut_profile(intent: pikepdf.Object) -> None:
    data = intent.DestOutputProfile.read_bytes()
    intent.DestOutputProfile.write(data[: len(data) // 3])


def no_tags(intent: pikepdf.Object) -> None:
    data = bytearray(intent.DestOutputProfile.read_bytes()[:132])
    data[0:4], data[128:132] = (132).to_bytes(4, "big"), bytes(4)
    intent.DestOutputProfile.write(bytes(data))


def no_tables(intent: pikepdf.Object) -> None:
    data = intent.DestOutputProfile.read_bytes()
    for tag in (b"A2B", b"B2A"):
        for number in (b"0", b"1", b"2"):
            data = data.replace(tag + number, b"zzz" + number, 1)
    intent.DestOutputProfile.write(data)


def junk_behind_header(intent: pikepdf.Object) -> None:
    data = intent.DestOutputProfile.read_bytes()
    intent.DestOutputProfile.write(data[:128] + b"\xff" * (len(data) - 128))


def with_identifier(name: str) -> Build:
    return in_intent(lambda intent: intent.__setitem__("/OutputConditionIdentifier", String(name)))


PROFILES: dict[str, Fault] = {
    "a profile elsewhere beside a profile": Fault(
        "X-OI",
        in_intent(
            lambda intent: intent.__setitem__(
                "/DestOutputProfileRef", Dictionary(ProfileName=String("CGATS"))
            )
        ),
    ),
    "a profile elsewhere with addresses beside a profile": Fault(
        "X-OI",
        in_intent(
            lambda intent: intent.__setitem__(
                "/DestOutputProfileRef",
                Dictionary(ICCVersion=String("4200"), URLs=Array([Dictionary(FS=Name.URL)])),
            )
        ),
    ),
    "a profile elsewhere that is a name": Fault(
        "X-OI",
        in_intent(lambda intent: intent.__setitem__("/DestOutputProfileRef", Name.Other)),
    ),
    "the name of another characterization": Fault("X-OI", with_identifier("FOGRA39")),
    "the name of a later characterization": Fault("X-OI", with_identifier("CGATS TR 001")),
    "the name of a newspaper's characterization": Fault("X-OI", with_identifier("IFRA26")),
    "a profile that is only a header": Fault("X-OI", in_intent(header_only)),
    "a profile cut off": Fault("X-OI", in_intent(cut_profile)),
    "a profile without tags": Fault("X-OI", in_intent(no_tags)),
    "a profile without tables of colours": Fault("X-OI", in_intent(no_tables)),
    "a profile with a header and nothing sound": Fault("X-OI", in_intent(junk_behind_header)),
}


def in_info(**entries: object) -> Change:
    def change(pdf: Pdf) -> None:
        for key, value in entries.items():
            pdf.trailer.Info[f"/{key}"] = value

    return change


END = b"</rdf:Description></rdf:RDF>"


def both(xmp: bytes, **info: object) -> Build:
    """Return the clean file with more in Info, and more in its XMP."""

    def change(pdf: Pdf) -> None:
        in_info(**info)(pdf)
        data = pdf.Root.Metadata.read_bytes()
        pdf.Root.Metadata.write(data.replace(END, xmp + END))

    return change_to(change)


AUTHOR = b"<dc:creator><rdf:Seq><rdf:li>Ada Sample</rdf:li></rdf:Seq></dc:creator>"
TWO_AUTHORS = AUTHOR.replace(b"</rdf:Seq>", b"<rdf:li>Bo Sample</rdf:li></rdf:Seq>")
SUBJECT = b"<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>A file</rdf:li></rdf:Alt></dc:description>"  # noqa: E501
SECOND = b"<rdf:Description rdf:about='' xmlns:pdfxid='http://www.npes.org/pdfx/ns/id/'>%s</rdf:Description>"
VERSION = b"<pdfxid:GTS_PDFXVersion>%s</pdfxid:GTS_PDFXVersion>"

STATEMENTS: dict[str, Fault] = {
    "an author in Info alone": Fault("X-META", both(b"", Author=String("Ada Sample"))),
    "keywords in Info alone": Fault("X-META", both(b"", Keywords=String("one, two"))),
    "a subject in Info alone": Fault("X-META", both(b"", Subject=String("A file"))),
    "a program in Info alone": Fault("X-META", both(b"", Creator=String("A program"))),
    "another author in Info": Fault("X-META", both(AUTHOR, Author=String("Cy Sample"))),
    "the second of two authors in Info": Fault(
        "X-META", both(TWO_AUTHORS, Author=String("Bo Sample"))
    ),
    "authors in another order in Info": Fault(
        "X-META", both(TWO_AUTHORS, Author=String("Bo Sample; Ada Sample"))
    ),
    "other keywords in Info": Fault(
        "X-META", both(b"<pdf:Keywords>one, two</pdf:Keywords>", Keywords=String("one, three"))
    ),
    "fewer keywords in Info": Fault(
        "X-META", both(b"<pdf:Keywords>one, two</pdf:Keywords>", Keywords=String("one"))
    ),
    "no keywords in the XMP": Fault(
        "X-META", both(b"<pdf:Keywords></pdf:Keywords>", Keywords=String("one"))
    ),
    "another subject in Info": Fault("X-META", both(SUBJECT, Subject=String("Another"))),
    "another program in Info": Fault(
        "X-META",
        both(b"<xmp:CreatorTool>One 1.0</xmp:CreatorTool>", Creator=String("Two 2.0")),
    ),
    "another producer in Info": Fault(
        "X-META", both(b"<pdf:Producer>One</pdf:Producer>", Producer=String("Two"))
    ),
    "another date of change in Info": Fault(
        "X-META", in_xmp(b"ModifyDate>2025-12-07", b"ModifyDate>2025-12-08")
    ),
    "another hour in Info": Fault(
        "X-META", change_to(in_info(CreationDate=String("D:20251207100000+01'00'")))
    ),
    "a date in Info that is none": Fault(
        "X-META", change_to(in_info(ModDate=String("yesterday")))
    ),
    "trapping as a text": Fault("X-TRAP", change_to(in_info(Trapped=String("False")))),
    "trapping as a truth value": Fault("X-TRAP", change_to(in_info(Trapped=False))),
    "trapping as a number": Fault("X-TRAP", change_to(in_info(Trapped=0))),
    "another trapping in the XMP": Fault(
        "X-TRAP", in_xmp(b'pdf:Trapped="False"', b'pdf:Trapped="True"')
    ),
    "trapping in the XMP that is no truth value": Fault(
        "X-TRAP", in_xmp(b'pdf:Trapped="False"', b'pdf:Trapped="no"')
    ),
    "an identification twice": Fault(
        "X-ID", in_xmp(b"</rdf:RDF>", SECOND % (VERSION % b"PDF/X-4") + b"</rdf:RDF>")
    ),
    "two identifications that differ": Fault(
        "X-ID", in_xmp(b"</rdf:RDF>", SECOND % (VERSION % b"PDF/X-3:2003") + b"</rdf:RDF>")
    ),
    "an identification as element and as attribute": Fault(
        "X-ID",
        in_xmp(b'rdf:about=""', b'rdf:about="" pdfxid:GTS_PDFXVersion="PDF/X-4"'),
    ),
    "another version in Info": Fault(
        "X-ID", change_to(in_info(GTS_PDFXVersion=String("PDF/X-3:2003")))
    ),
    "a version in Info that is a name": Fault(
        "X-ID", change_to(in_info(GTS_PDFXVersion=Name("/PDF/X-4p")))
    ),
    "half an X-1a in Info": Fault(
        "X-ID", change_to(in_info(GTS_PDFXConformance=String("PDF/X-1a:2003")))
    ),
}  # fmt: skip


def spots(*spaces: tuple[str, object, object]) -> Build:
    """Return the clean file with areas in these spots: each a name, an alternate, a function."""

    def put(pdf: Pdf) -> None:
        for number, (name, alternate, function) in enumerate(spaces):
            made = function(pdf) if callable(function) else function
            space = Array([Name.Separation, Name(f"/{name}"), alternate, made])
            resource(pdf, "/ColorSpace", f"/S{number}", space)

    drawn = b" ".join(
        b"/S%d cs 1 scn %d 30 9 9 re f" % (number, 30 + 20 * number)
        for number in range(len(spaces))
    )
    return draw(drawn, put)


def full(*inks: float) -> Dictionary:
    return Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=list(inks), N=1)


def curved(power: float, **entries: object) -> Dictionary:
    """Return GOLD by another curve."""
    function = full(0, 0.2, 0.9, 0)
    function.N = power
    for key, value in entries.items():
        function[f"/{key}"] = value
    return function


def sampled(*shares: float) -> Callable[[Pdf], Stream]:
    """Return what makes GOLD by samples, each a share of its full tint."""
    inks = (0, 0.2, 0.9, 0)
    data = bytes(round(255 * share * ink) for share in shares for ink in inks)

    def function(pdf: Pdf) -> Stream:
        return Stream(
            pdf, data, FunctionType=0, Domain=[0, 1], Range=[0, 1] * 4, BitsPerSample=8,
            Size=[len(shares)],
        )  # fmt: skip

    return function


def stitched(*pieces: Dictionary) -> Dictionary:
    """Return functions one after the other, each over its part of the tints."""
    count = len(pieces)
    bounds = [piece / count for piece in range(1, count)]
    return Dictionary(
        FunctionType=3, Domain=[0, 1], Functions=Array(pieces), Bounds=bounds,
        Encode=[end for piece in range(count) for end in (piece / count, (piece + 1) / count)],
    )  # fmt: skip


def of_several(*names: str, attributes: Dictionary | None = None) -> Build:
    """Return the clean file with an area in a DeviceN space of these colorants, and one in Gold."""

    def put(pdf: Pdf) -> None:
        calculator = Stream(pdf, b"{" + b"pop " * len(names) + b"0 0 0 0}")
        calculator.FunctionType = 4
        calculator.Domain, calculator.Range = Array([0, 1] * len(names)), Array([0, 1] * 4)
        space = Array(
            [Name.DeviceN, Array([Name(f"/{name}") for name in names]), Name.DeviceCMYK,
             pdf.make_indirect(calculator)]
        )  # fmt: skip
        if attributes is not None:
            space.append(attributes)
        resource(pdf, "/ColorSpace", "/N", space)
        resource(pdf, "/ColorSpace", "/Cs", spot("Gold"))

    ones = b"1 " * len(names)
    return draw(b"/N cs %sscn 30 30 9 9 re f /Cs cs 1 scn 60 30 9 9 re f" % ones, put)


CMYK = Name.DeviceCMYK
GOLD, OCHRE = full(0, 0.2, 0.9, 0), full(0, 0.4, 1, 0.1)

SPOTS: dict[str, Fault] = {
    "one spot with two builds": Fault(
        "MP-SPOT", spots(("Gold", CMYK, GOLD), ("Gold", CMYK, OCHRE)), besides=SPOT
    ),
    "one spot with two alternates": Fault(
        "MP-SPOT", spots(("Gold", CMYK, GOLD), ("Gold", Name.DeviceGray, tint(1))), besides=SPOT
    ),
    "one spot with two builds, one of them in a DeviceN space": Fault(
        "MP-SPOT",
        of_several(
            "Black",
            "Gold",
            attributes=Dictionary(
                Colorants=Dictionary(Gold=Array([Name.Separation, Name.Gold, CMYK, OCHRE]))
            ),
        ),
        besides=SPOT,
    ),
    "two spots that differ in case alone": Fault(
        "MP-SPOT", spots(("Gold", CMYK, GOLD), ("GOLD", CMYK, GOLD)), besides=SPOT
    ),
    "two spots that differ in a space alone": Fault(
        "MP-SPOT", spots(("PANTONE 871 C", CMYK, GOLD), ("PANTONE 871C", CMYK, GOLD)), besides=SPOT
    ),
    "two spots that differ in case, one of them in a DeviceN space": Fault(
        "MP-SPOT", of_several("Black", "gold"), besides=SPOT
    ),
    "a spot named like a process ink in small letters": Fault(
        "MP-SPOT", spots(("cyan", CMYK, full(1, 0, 0, 0))), besides=SPOT
    ),
    "a spot named like a process ink in capitals": Fault(
        "MP-SPOT", spots(("BLACK", CMYK, full(0, 0, 0, 1))), besides=SPOT
    ),
    "a spot named like a process ink with a word more": Fault(
        "MP-SPOT", spots(("Process Magenta", CMYK, full(0, 1, 0, 0))), besides=SPOT
    ),
    "a spot named by the letter of a process ink": Fault(
        "MP-SPOT", spots(("K", CMYK, full(0, 0, 0, 1))), besides=SPOT
    ),
    "a spot named by a small letter and its amount": Fault(
        "MP-SPOT", spots(("c 100%", CMYK, full(1, 0, 0, 0))), besides=SPOT
    ),
    "a spot named like a process ink in another language": Fault(
        "MP-SPOT", spots(("Żółty", CMYK, full(0, 0, 1, 0))), besides=SPOT
    ),
    "a spot named like a process ink in another script": Fault(
        "MP-SPOT", spots(("ブラック", CMYK, full(0, 0, 0, 1))), besides=SPOT
    ),
    "one spot with two curves to one full tint": Fault(
        "MP-SPOT", spots(("Gold", CMYK, GOLD), ("Gold", CMYK, curved(2.2))), besides=SPOT
    ),
    "one spot with a curve in samples": Fault(
        "MP-SPOT",
        spots(("Gold", CMYK, GOLD), ("Gold", CMYK, sampled(0, 0.1, 0.12, 1))),
        besides=SPOT,
    ),
    "one spot with a curve in pieces": Fault(
        "MP-SPOT",
        spots(("Gold", CMYK, GOLD), ("Gold", CMYK, stitched(curved(0.4), GOLD))),
        besides=SPOT,
    ),
    "one spot with another tint of no ink": Fault(
        "MP-SPOT",
        spots(("Gold", CMYK, GOLD), ("Gold", CMYK, curved(1, C0=[0, 0, 0.5, 0]))),
        besides=SPOT,
    ),
    "a process ink that stands for another": Fault(
        "MP-SPOT", spots(("Yellow", CMYK, full(1, 0, 0, 0)))
    ),
}

ANYWHERE = EXTERNAL | STATES | FILTERS | ACTIONS | PROFILES | STATEMENTS | SPOTS


def _soft_mask_with_a_transfer(pdf: Pdf) -> None:
    group = form(
        pdf, b"0.5 g 0 0 99 99 re f", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    )
    mask = Dictionary(S=Name.Luminosity, G=group, TR=tint(1))
    resource(pdf, "/ExtGState", "/S", Dictionary(SMask=mask))


def _same_spot_twice(pdf: Pdf) -> None:
    for key in ("/A", "/B"):
        resource(pdf, "/ColorSpace", key, pdf.make_indirect(spot("Gold")))


CLEAN: dict[str, Build] = {
    "one author in both": both(AUTHOR, Author=String("Ada Sample")),
    "two authors in both": both(TWO_AUTHORS, Author=String("Ada Sample; Bo Sample")),
    "the first of two authors in Info": both(TWO_AUTHORS, Author=String("Ada Sample")),
    "two authors with a comma": both(TWO_AUTHORS, Author=String("Ada Sample, Bo Sample")),
    "keywords in both": both(b"<pdf:Keywords>one</pdf:Keywords>", Keywords=String("one")),
    "keywords in the XMP alone": both(b"<pdf:Keywords>one</pdf:Keywords>"),
    "an empty author in Info": both(b"", Author=String("")),
    "the version in Info too": lambda: changed(in_info(GTS_PDFXVersion=String("PDF/X-4"))),
    "the default transfer function": unused_state(TR2=Name.Default),
    "a halftone of type 1": unused_state(
        HT=Dictionary(HalftoneType=1, Frequency=60, Angle=45, SpotFunction=Name.Round)
    ),
    "a soft mask with a transfer function": draw(b"q /S gs Q", _soft_mask_with_a_transfer),
    "a spot in two places": draw(b"", _same_spot_twice),
    "the registered name with other blanks": with_identifier("CGATS TR006"),
}
"""None of them is a fault."""
