"""What looks like a fault and is none: each rule stops where it should."""

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from mi_print.preflight.expected import Expected
from mi_print.trade.shops import shops
from tests.preflight.breaking import (
    Build,
    draw,
    icc,
    image,
    in_space,
    lettering,
    on_page,
    spot,
    tint,
    with_image,
)
from tests.preflight.examined import examined
from tests.preflight.good import resource, shown

OVER = b"/Over gs "


def default_rgb(pdf: Pdf) -> None:
    resource(pdf, "/ColorSpace", "/DefaultRGB", icc(pdf, 3))


def calibrated_image(pdf: Pdf) -> None:
    resource(pdf, "/XObject", "/I", image(pdf, 200, 200, ColorSpace=icc(pdf, 3)))


def process_colours(_pdf: Pdf) -> Array:
    function = Dictionary(FunctionType=4, Domain=[0, 1, 0, 1], Range=[0, 1] * 4)
    return Array([Name.DeviceN, Array([Name.Cyan, Name.Black]), Name.DeviceCMYK, function])


def black_by_name(_pdf: Pdf) -> Array:
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0, 0, 1], N=1)
    return Array([Name.Separation, Name.Black, Name.DeviceCMYK, function])


def cmyk_shading(pdf: Pdf) -> None:
    shade = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 9, 9], Function=tint(4)
    )
    resource(pdf, "/Shading", "/Sh", shade)


def table(pdf: Pdf) -> Array:
    held = pdf.make_indirect(Stream(pdf, bytes([0, 0, 0, 0, 255, 0, 0, 0])))
    return Array([Name.Indexed, Name.DeviceCMYK, 1, held])


ALLOWED: dict[str, tuple[str, Build]] = {
    "marks on all plates outside the bleed": (
        "generic-us",
        in_space(lambda _pdf: spot("All"), b"/Cs CS 1 SCN 0.2 w -9 -5 m -5 -5 l S"),
    ),
    "a calibrated photograph on a digital press": (
        "gelato",
        draw(b"q 36 0 0 36 30 60 cm /I Do Q", calibrated_image),
    ),
    "any calibrated colour on a sign": (
        "large-format",
        in_space(lambda pdf: icc(pdf, 3), b"/Cs cs 1 0 0 sc 30 30 9 9 re f"),
    ),
    "RGB that a default stands for, on a sign": (
        "large-format",
        draw(b"1 0 0 rg 30 30 9 9 re f", default_rgb),
    ),
    "the inks of the press by name": (
        "generic-us",
        in_space(process_colours, b"/Cs cs 1 0 scn 30 30 9 9 re f"),
    ),
    "an index into inks": ("generic-us", in_space(table, b"/Cs cs 1 sc 30 30 9 9 re f")),
    "a gradient of inks": ("generic-us", draw(b"q 30 30 9 9 re W n /Sh sh Q", cmyk_shading)),
    "a fine photograph": ("generic-us", with_image(b"36 0 0 36 30 60", 150, 150)),
    "a coarser photograph on a sign read from afar": (
        "large-format",
        with_image(b"36 0 0 36 30 60", 76, 76),
    ),
    "a swatch of a few pixels": ("generic-us", with_image(b"99 0 0 99 30 60", 16, 16)),
    "a fine stencil": (
        "generic-us",
        with_image(b"36 0 0 36 30 60", 400, 400, ImageMask=True, BitsPerComponent=1),
    ),
    "a group that blends in inks": (
        "generic-us",
        on_page(Group=Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)),
    ),
    "a printer's mark as an annotation": (
        "generic-us",
        on_page(Annots=Array([Dictionary(Subtype=Name.PrinterMark, Rect=[0, 0, 9, 9])])),
    ),
    "a note outside the bleed": (
        "generic-us",
        on_page(Annots=Array([Dictionary(Subtype=Name.Text, Rect=[-50, -50, -20, -20])])),
    ),
    "white text in a good size": ("generic-us", draw(b"0 0 0 0 k " + lettering(8))),
    "black in a spot's clothes that overprints": (
        "generic-us",
        in_space(black_by_name, OVER + b"/Cs cs 1 scn " + lettering(7)),
    ),
    "a slug outside the bleed": (
        "generic-us",
        draw(OVER + b"0 0 0 1 k BT /F1 6 Tf 1 0 0 1 20 -8 Tm <%s> Tj ET" % shown("slug")),
    ),
    "invisible small text": ("badge-maker", draw(b"BT 3 Tr ET " + lettering(5))),
    "strange operators where they are announced": ("generic-us", draw(b"BX 1 2 strange EX")),
    "a square is no line": ("generic-us", draw(b"0 0 0 1 k 30 60 1 1 re f")),
    "a clip that lets all text through": (
        "generic-us",
        draw(b"q 20 90 150 40 re W n 0 1 0 0 k " + lettering(14) + b" Q"),
    ),
    "a space that a clip cuts off": (
        "generic-us",
        draw(b"q 20 90 52 40 re W n 0 1 0 0 k " + lettering(14, "small ") + b" Q"),
    ),
}


@pytest.mark.parametrize("what", ALLOWED)
def test_what_a_rule_allows_passes_in_silence(what: str) -> None:
    shop, build = ALLOWED[what]
    assert examined(build(), shops()[shop], Expected(), "sheet.pdf") == []


def test_a_shop_prints_the_spots_that_it_says() -> None:
    shop = shops()["generic-us"]
    assert shop.colour is not None
    with_one = shop.model_copy(update={"colour": shop.colour.model_copy(update={"spots": 1})})
    data = in_space(lambda _pdf: spot(), b"/Cs cs 1 scn 30 30 9 9 re f")()
    assert examined(data, with_one, Expected(), "sheet.pdf") == []
