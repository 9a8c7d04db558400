"""What tests of separation share: the theme's inks, a shop, and small pages in RGB."""

from collections.abc import Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from mi_print.layout.package.theme import LayoutTheme
from mi_print.press.separate.separation import separate
from mi_print.resources import ASSETS, LAYOUTS
from mi_print.source.read_model import read_model
from mi_print.trade.inks import Ink
from mi_print.trade.shops import Colour, shops

INKS = read_model(LAYOUTS / "_shared" / "theme.yaml", LayoutTheme, LAYOUTS).colours
_US = shops()["generic-us"].colour
assert _US is not None
COLOUR: Colour = _US
PROFILE = (ASSETS / "icc" / COLOUR.profile).read_bytes()

SIGNAL = "0.862745 0.2 0.066667"
INK = "0.066667 0.066667 0.066667"


def page(content: str, **resources: object) -> Pdf:
    """Return a file of one page of 200 by 100 pt."""
    book = pikepdf.new()
    book.add_blank_page(page_size=(200, 100))
    made = book.pages[0].obj
    made.Contents = book.make_stream(content.encode())
    made.Resources = Dictionary({f"/{key}": value for key, value in resources.items()})
    return book


def separated(
    book: Pdf, inks: Mapping[str, Ink] = INKS, colour: Colour = COLOUR
) -> list[tuple[tuple[object, ...], str]]:
    """Separate a file of one page, and return its operators with plain operands."""
    separate(book, inks, colour, PROFILE, "page")
    return said(book.pages[0].obj.Contents)


def said(stream: pikepdf.Object) -> list[tuple[tuple[object, ...], str]]:
    return [
        (tuple(_plain(operand) for operand in instruction.operands), str(instruction.operator))
        for instruction in pikepdf.parse_content_stream(stream)
    ]


def _plain(operand: object) -> object:
    if isinstance(operand, (Name, pikepdf.String)):
        return str(operand)
    if isinstance(operand, (int, bool)):
        return operand
    return float(operand)  # type: ignore[arg-type]  # pikepdf hands numbers out as Decimal


def form(book: Pdf, content: str, **extra: object) -> pikepdf.Object:
    made = book.make_stream(content.encode())
    made.Type, made.Subtype = Name.XObject, Name.Form
    made.BBox = Array([0, 0, 200, 100])
    for key, value in extra.items():
        made[f"/{key}"] = value
    return made
