"""Faults on the press: what is done to the clean file, and which rule says so."""

from pikepdf import Array, Dictionary, Name

from tests.preflight.breaking import (
    OVER,
    SIZE,
    Fault,
    change_to,
    draw,
    icc,
    in_catalog,
    in_space,
    layers,
    lettering,
    on_page,
    spot,
    three_parts,
    with_image,
)

PRESS: dict[str, Fault] = {
    # GWG 2022
    "a larger unit": Fault("R0002", on_page(UserUnit=2)),
    "a larger unit for a sign": Fault("R0002", on_page(UserUnit=2), "warning", "large-format"),
    "a cropped page": Fault("R0003", on_page(CropBox=Array([9, 9, 209, 309]))),
    "a rotated page": Fault("R0004", on_page(Rotate=90), "warning"),
    "another trim": Fault(
        "R0004", on_page(TrimBox=Array([9, 9, 199, 309])), "warning", besides=SIZE
    ),
    "an empty page": Fault(
        "R0005",
        change_to(lambda pdf: pdf.pages[0].obj.__setitem__("/Contents", pdf.make_stream(b" "))),
        "warning",
    ),
    "white text that overprints": Fault("R0007", draw(OVER + b"0 0 0 0 k " + lettering(14))),
    "a white area that overprints": Fault(
        "R0008", draw(OVER + b"0 0 0 0 k 30 30 9 9 re f"), "warning"
    ),
    "black text that knocks out": Fault("R0009", draw(b"0 0 0 1 k " + lettering(11)), "warning"),
    "a black line that knocks out": Fault(
        "R0010", draw(b"0 0 0 1 K 1 w 30 60 m 90 60 l S"), "warning"
    ),
    "a black sliver that knocks out": Fault("R0010", draw(b"0 0 0 1 k 30 60 60 1 re f"), "warning"),
    "text in gray": Fault("R0011", draw(b"0 g " + lettering(11)), "warning"),
    "a line in gray": Fault("R0012", draw(b"0 G 1 w 30 60 m 90 60 l S"), "warning"),
    "black text on all inks": Fault("R0015", draw(b"0.7 0.7 0.7 1 k " + lettering(14)), "warning"),
    "small white text": Fault("R0016", draw(b"0 0 0 0 k " + lettering(7)), "warning"),
    "small white text on a digital press": Fault(
        "R0016", draw(b"0 0 0 0 k " + lettering(4.5)), "warning", "gelato"
    ),
    "small text of two inks": Fault("R0017", draw(b"0 1 1 0 k " + lettering(7)), "warning"),
    "a thin white line": Fault("R0018", draw(b"0 0 0 0 K 0.2 w 30 60 m 90 60 l S"), "warning"),
    "a thin line of two inks": Fault(
        "R0019", draw(b"0 1 1 0 K 1 w 0.2 0 0 0.2 0 0 cm 150 300 m 450 300 l S"), "warning"
    ),
    "a spot ink": Fault("R0020", in_space(lambda _pdf: spot(), b"/Cs cs 1 scn 30 30 9 9 re f")),
    "a spot ink on a digital press": Fault(
        "R0020", in_space(lambda _pdf: spot(), b"/Cs cs 1 scn 30 30 9 9 re f"), "warning", "gelato"
    ),
    "the registration colour": Fault(
        "R0024", in_space(lambda _pdf: spot("All"), b"/Cs cs 1 scn 30 30 9 9 re f"), "warning"
    ),
    "calibrated RGB": Fault(
        "R0027", in_space(lambda pdf: icc(pdf, 3), b"/Cs cs 1 0 0 sc 30 30 9 9 re f")
    ),
    "calibrated RGB on a digital press": Fault(
        "R0027",
        in_space(lambda pdf: icc(pdf, 3), b"/Cs cs 1 0 0 sc 30 30 9 9 re f"),
        shop="gelato",
    ),
    "a page that blends in gray": Fault(
        "R0030", on_page(Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray))
    ),
    "a coarse photograph": Fault("R0031", with_image(b"36 0 0 36 30 60", 60, 60)),
    "a photograph coarser one way": Fault("R0031", with_image(b"36 0 0 18 30 60", 60, 600)),
    "a poor photograph": Fault("R0031", with_image(b"36 0 0 36 30 60", 100, 100), "warning"),
    "a photograph below the shop's wish": Fault(
        "R0031", with_image(b"36 0 0 36 30 60", 140, 140), "warning"
    ),
    "a coarse photograph on a sign": Fault(
        "R0031", with_image(b"36 0 0 36 30 60", 59, 59), shop="large-format"
    ),
    "a coarse stencil": Fault(
        "R0032", with_image(b"36 0 0 36 30 60", 250, 250, ImageMask=True, BitsPerComponent=1)
    ),
    "line art below the shop's wish": Fault(
        "R0032", with_image(b"36 0 0 36 30 60", 390, 390, BitsPerComponent=1), "warning"
    ),
    "an intent in RGB": Fault("R0035", change_to(three_parts), besides=frozenset({"X-COL"})),
    "a layer that is off": Fault(
        "R0036",
        in_catalog("/OCProperties", lambda pdf: layers(pdf, OFF=None)),
        shop="large-format",
    ),
    # ours
    "text cut off by a clip": Fault(
        "MP-FIT",
        draw(b"q 30 90 20 40 re W n 0 1 0 0 k " + lettering(14, "interpretability") + b" Q"),
    ),
    "text that nobody sees": Fault(
        "MP-FIT", draw(b"q 30 10 20 20 re W n 0 1 0 0 k " + lettering(14) + b" Q"), "warning"
    ),
    "text across the trim": Fault(
        "MP-FIT", draw(b"0 1 0 0 k 1 0 0 1 160 0 cm " + lettering(14, "mechanistic"))
    ),
    "text that a maker of badges can't print": Fault(
        "MP-FIT", draw(b"0 1 0 0 k " + lettering(7)), shop="badge-maker"
    ),
    "a line that a maker of badges can't print": Fault(
        "MP-FIT",
        draw(b"0 1 0 0 K 0.4 w 30 60 m 90 60 l S"),
        severity="warning",
        shop="badge-maker",
    ),
    "a letter that the font lacks": Fault(
        "MP-GLYPH", draw(b"0 1 0 0 k BT /F1 14 Tf 30 100 Td <0000> Tj ET")
    ),
    "a letter beyond the font": Fault(
        "MP-GLYPH", draw(b"0 1 0 0 k BT /F1 14 Tf 30 100 Td <FFF0> Tj ET")
    ),
}
