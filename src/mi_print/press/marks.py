"""Draws what stands outside the bleed: crop marks, targets, bars, and the slug line.

One file of marks is drawn for a whole product: a page with what all pages
share, and one with each page's own slug line.  They become forms, and are
painted after the art.

Crop marks and the slug line are in black alone: one plate tells the knife where
to go, and a hairline on four plates prints as four.  Targets are on every plate,
for that is what they are for: where the shop prints spot inks, in the colorant
`All`; where it does not, in the four process inks, since some shops' checks
object to `All` (GWG 2022, R0024).  A shop without a printing condition gets
everything in gray, and no bars: there are no inks to measure.
Registration colour: ISO 32000-1, 8.6.6.4.
"""

import unicodedata
from collections.abc import Sequence
from io import BytesIO

from pikepdf import Dictionary, Name, Object, Page, Pdf, Stream
from reportlab.lib.colors import CMYKColor, CMYKColorSep, Color
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from mi_print.press import mark_positions as places
from mi_print.press.page_geometry import PageGeometry
from mi_print.press.separate.spot_inks import Spots
from mi_print.resources import FONTS
from mi_print.trade.shops import Mark, Shop

Slug = tuple[tuple[str, str], ...]
"""Four lines, each a text that may be cut to its room and one that may not."""

_FONT = "Inter"
_FILE = FONTS / "inter" / "Inter-Regular.ttf"
_CUT = "…"


def draw_marks(
    book: Pdf, geometry: PageGeometry, shop: Shop, slugs: Sequence[Slug], spots: Spots
) -> None:
    """Put the shop's marks on every page.

    Args:
        book: pages cut to the sheet.
        geometry: their boxes.
        shop: says which marks, at least one, and in which inks.
        slugs: each page's slug line.
        spots: the spot inks of all pages.
    """
    with Pdf.open(BytesIO(_drawn(geometry, shop, slugs, spots))) as drawn:
        _drop_unused_font(drawn)
        shared, *own = (_form(book, page) for page in drawn.pages)
    for number, page in enumerate(book.pages):
        forms = {"/Marks": shared}
        if own:
            forms["/Slug"] = own[number]
        page.obj.Resources.XObject.update(forms)
        painted = "".join(f"\n{name} Do" for name in forms)
        page.obj.Contents = Stream(book, page.obj.Contents.read_bytes() + painted.encode())


def _drawn(geometry: PageGeometry, shop: Shop, slugs: Sequence[Slug], spots: Spots) -> bytes:
    buffer = BytesIO()
    _, _, width, height = geometry.media
    _font()
    canvas = Canvas(buffer, (width, height), invariant=1, pageCompression=0)
    canvas._preamble = ""  # noqa: SLF001 - it would select Helvetica, which nothing embeds
    black, registration = _blacks(shop)
    canvas.setLineWidth(places.HAIRLINE)
    if Mark.BARS in shop.marks and shop.colour:
        _bars(canvas, geometry, spots)
    if Mark.CROP in shop.marks:
        canvas.saveState()
        _overprint(canvas, shop)
        canvas.setStrokeColor(black)
        for line in places.crops(geometry):
            canvas.line(*line)
        canvas.restoreState()
    if Mark.REGISTRATION in shop.marks:
        _targets(canvas, geometry, registration)
    canvas.showPage()
    for slug in slugs if Mark.SLUG in shop.marks else ():
        _overprint(canvas, shop)
        _slug(canvas, geometry, slug, black)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _blacks(shop: Shop) -> tuple[Color, Color]:
    """Return the colours of marks on one plate, and of marks on all plates."""
    if shop.colour is None:
        return Color(0, 0, 0), Color(0, 0, 0)
    if shop.colour.spots:
        return CMYKColor(0, 0, 0, 1), CMYKColorSep(1, 1, 1, 1, spotName="All")
    return CMYKColor(0, 0, 0, 1), CMYKColor(1, 1, 1, 1)


def _overprint(canvas: Canvas, shop: Shop) -> None:
    """Let black alone print over what lies below, as checks want of thin black."""
    if shop.colour:
        canvas.setFillOverprint(True)
        canvas.setStrokeOverprint(True)
        canvas.setOverprintMask(1)


def _bars(canvas: Canvas, geometry: PageGeometry, spots: Spots) -> None:
    for patch in places.patches(geometry, list(spots)):
        canvas.setFillColor(_ink(patch, spots))
        canvas.rect(patch.x, patch.y, patch.side, patch.side, stroke=0, fill=1)


def _ink(patch: places.ColourPatch, spots: Spots) -> CMYKColor:
    if patch.spot is None:
        return CMYKColor(*(percent / 100 for percent in patch.build))
    name, tint = patch.spot
    return CMYKColorSep(*spots[name], spotName=name, density=tint / 100)


def _targets(canvas: Canvas, geometry: PageGeometry, colour: Color) -> None:
    arm, ring, disc = places.TARGET
    paper = _paper(colour)
    for x, y in places.targets(geometry):
        canvas.setStrokeColor(colour)
        canvas.setFillColor(colour)
        canvas.line(x - arm, y, x + arm, y)
        canvas.line(x, y - arm, x, y + arm)
        canvas.circle(x, y, ring, stroke=1, fill=0)
        canvas.circle(x, y, disc, stroke=0, fill=1)
        canvas.setStrokeColor(paper)
        canvas.line(x - disc, y, x + disc, y)
        canvas.line(x, y - disc, x, y + disc)


def _paper(colour: Color) -> Color:
    """Return no ink at all, in the colour space of `colour`."""
    if isinstance(colour, CMYKColorSep):
        return colour.clone(density=0)
    return CMYKColor(0, 0, 0, 0) if isinstance(colour, CMYKColor) else Color(1, 1, 1)


def _slug(canvas: Canvas, geometry: PageGeometry, slug: Slug, colour: Color) -> None:
    canvas.setFont(_FONT, places.TYPE)
    canvas.setFillColor(colour)
    for (text, fixed), place in zip(slug, places.slug_lines(geometry), strict=True):
        line = _fitted(text, fixed, place.width)
        draw = canvas.drawRightString if place.flush_right else canvas.drawString
        draw(place.x, place.y, line)


def _fitted(text: str, fixed: str, room: float) -> str:
    """Return both, the text cut in its middle so that the line has room.

    What tells files apart stands at the end of a title and of a file's name.
    """
    line, kept = text + fixed, len(text)
    while kept and _width(line) > room:
        kept -= 1
        head, tail = text[: kept - kept // 2].rstrip(), text[len(text) - kept // 2 :].lstrip()
        line = head + _CUT + tail + fixed
    return line


def _width(line: str) -> float:
    width: float = pdfmetrics.stringWidth(line, _FONT, places.TYPE)
    return width


def drawable(text: str) -> str:
    """Return the text as the slug line can show it, or nothing.

    The line is set in Inter, which has Latin, Greek and Cyrillic.  A text with
    any other character is left out whole rather than shown with gaps; the
    file's name, the page, the date and the hash are always there to go by.
    """
    whole = " ".join(unicodedata.normalize("NFC", text).split())
    glyphs = _font().face.charToGlyph
    return whole if all(ord(character) in glyphs for character in whole) else ""


def _font() -> TTFont:
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(_FONT, str(_FILE)))
    return pdfmetrics.getFont(_FONT)


def _drop_unused_font(drawn: Pdf) -> None:
    """Take Helvetica out, which ReportLab declares whether it is used or not."""
    for page in drawn.pages:
        fonts = page.obj.Resources.get(Name.Font, Dictionary())
        unused = [name for name, font in fonts.items() if Name.FontDescriptor not in font]
        for name in unused:
            del fonts[name]


def _form(book: Pdf, page: Page) -> Object:
    return book.copy_foreign(page.as_form_xobject())
