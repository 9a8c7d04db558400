"""Puts the art of typeset pages between exact boxes, and drops what does not print.

The typesetter writes a media box with a negative origin and a bleed box of
10 pt at most, whatever the bleed.  Here each page's art becomes one form that
is painted where the sheet wants it; patterns are bound to their form, and so
move along.  The form's own box is the bleed: art beyond it is clipped away.
Boxes: ISO 32000-1, 14.11.2; form XObjects: 8.10; page groups: 11.6.6.
"""

from pikepdf import Array, Dictionary, Name, Page, Pdf, Stream

from mi_print.press.page_geometry import PageGeometry


def cut(book: Pdf, geometry: PageGeometry, *, inks: bool) -> None:
    """Give every page the sheet's boxes, and take everything off it that is no ink.

    Args:
        book: pages without tags, the trim's bottom left corner at 0, 0, with at
            least the sheet's bleed all around.
        geometry: where everything goes.
        inks: whether the pages are separated; transparency then blends in CMYK.
    """
    for key in set(book.Root.keys()) - {"/Type", "/Pages"}:
        del book.Root[key]
    for page in book.pages:
        _cut(book, page, geometry, inks=inks)


def box(corners: tuple[float, float, float, float]) -> Array:
    """Return a rectangle as PDF writes it, exact to a ten-thousandth of a point."""
    return Array([round(edge, 4) for edge in corners])


def _cut(book: Pdf, page: Page, geometry: PageGeometry, *, inks: bool) -> None:
    page.contents_coalesce()
    bleed, margin = geometry.bleed, round(geometry.margin, 4)
    form = Stream(book, page.obj.Contents.read_bytes())
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = box((-bleed, -bleed, geometry.width + bleed, geometry.height + bleed))
    form.Matrix = Array([1, 0, 0, 1, margin, margin])
    form.Resources = page.obj.Resources
    for key in set(page.obj.keys()) - {"/Type", "/Parent"}:
        del page.obj[key]
    page.obj.MediaBox = page.obj.CropBox = box(geometry.media)
    page.obj.BleedBox = box(geometry.bleed_box)
    page.obj.TrimBox = box(geometry.trim_box)
    if inks:
        page.obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK, I=True, K=False)
    page.obj.Resources = Dictionary(XObject=Dictionary(Art=book.make_indirect(form)))
    page.obj.Contents = Stream(book, b"/Art Do")
