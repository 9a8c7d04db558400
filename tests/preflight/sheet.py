"""Small pages drawn by hand, in ink."""

from collections.abc import Sequence
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from mi_print.layout.qr import modules
from mi_print.trade.shop_wishes import ShopWishes
from mi_print.trade.shops import shops

US: ShopWishes = shops()["generic-us"].wishes
BLEED = 9.0
WIDTH, HEIGHT = 216.0, 288.0


def book(
    *contents: str,
    size: tuple[float, float] = (WIDTH, HEIGHT),
    bleed: float = BLEED,
    spot: str | None = None,
    overprint: bool = False,
    **keys: object,
) -> bytes:
    """Return a PDF of a page for each content; (0, 0) is the trim's lower left corner.

    Args:
        contents: operators; the font /F is Helvetica, the colour space /S the spot.
        size: the trim's.
        bleed: around it.
        spot: the name of an ink.
        overprint: whether the graphics state /O overprints.
        keys: further keys of each page.
    """
    width, height = size
    with pikepdf.new() as pdf:
        for content in contents:
            page = pdf.add_blank_page(page_size=(width + 2 * bleed, height + 2 * bleed))
            page.obj.TrimBox = Array([bleed, bleed, bleed + width, bleed + height])
            page.obj.BleedBox = Array([0, 0, width + 2 * bleed, height + 2 * bleed])
            for key, value in keys.items():
                page.obj[f"/{key}"] = Array(value) if isinstance(value, list) else value
            page.obj.Contents = Stream(pdf, f"1 0 0 1 {bleed} {bleed} cm {content}".encode())
            page.obj.Resources = _resources(pdf, spot)
            if overprint:
                state = Dictionary(OP=True, op=True, OPM=1)
                page.obj.Resources.ExtGState = Dictionary(O=state)
        buffer = BytesIO()
        pdf.save(buffer, static_id=True)
        return buffer.getvalue()


def _resources(pdf: Pdf, spot: str | None) -> Dictionary:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    found = Dictionary(Font=Dictionary(F=pdf.make_indirect(font)))
    if spot:
        tint = Dictionary(
            FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=Array([0, 0.2, 0.9, 0]), N=1
        )
        space = Array([Name.Separation, Name(f"/{spot}"), Name.DeviceCMYK, tint])
        found.ColorSpace = Dictionary(S=space)
    return found


def text(words: str, x: float, y: float, size: float = 10, colour: str = "0 0 0 1 k") -> str:
    """Return operators that set a line of text."""
    return f"q {colour} BT /F {size} Tf {x} {y} Td ({words}) Tj ET Q"


def code(words: str, x: float, y: float, module: float = 2.0, torn: Sequence[int] = ()) -> str:
    """Return operators that draw a QR code with its lower left corner at x, y.

    Args:
        words: what it says.
        x: in points.
        y: in points.
        module: in points.
        torn: rows that are left white.
    """
    rows = modules(words)
    squares = [
        f"{x + module * column} {y + module * (len(rows) - 1 - row)} {module} {module} re"
        for row, line in enumerate(rows)
        for column, level in enumerate(line)
        if not level and row not in torn
    ]
    return f"0 0 0 1 k {' '.join(squares)} f"
