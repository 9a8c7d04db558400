"""What of WeasyPrint is amended: faults that would print, and a door that it would open.

`typesetter` amends it for the whole process before it sets anything.  Its internal names may
change: hence the exact pin in pyproject.toml, and a test of each amendment.
"""

import logging
import re
from collections.abc import Iterator
from typing import Any

from mi_print.event.pictures.svg_size import check_size
from mi_print.layout.text.typography import direction
from mi_print.layout.typeset.dlopen import named_in_full
from mi_print.layout.typeset.quick_styles import amend_styles
from mi_print.processes.limits import part

with named_in_full():
    from weasyprint import images
    from weasyprint import pdf as writing
    from weasyprint.document import Page
    from weasyprint.formatting_structure.boxes import TextBox
    from weasyprint.layout import absolute, inline, preferred
    from weasyprint.layout import float as floating
    from weasyprint.pdf import anchors, pydyf
    from weasyprint.pdf.stream import Stream
    from weasyprint.text.ffi import FROM_UNITS, ffi, pango
    from weasyprint.text.line_break import strut


class _File(pydyf.PDF):  # type: ignore[misc]
    """Lists its pages once a page.

    pydyf lists them anew for each tag and link, and most of the time that a
    tagged book of 300 pages takes to write would go into that.
    """

    _listed: tuple[bytes, ...] = ()

    @property
    def page_references(self) -> tuple[bytes, ...]:
        if len(self._listed) != self.pages["Count"]:
            self._listed = super().page_references
        return self._listed


_PLACED = re.compile(r"(-?\d+\.\d+)<([0-9a-f]{4})>(-?\d+)?")
_MOVED = re.compile(r">(-?[\d.]+)<>(-?[\d.]+)(?=<|$)")
_UNIT = 1000 / 1024
"""WeasyPrint takes Pango's units, of which a pixel has 1024, for thousandths when it puts a
mark in its place: a mark that stands half an em away would be drawn an eightieth of an em off."""


def _show_text(stream: Stream, text: str) -> None:
    """Write a line with its marks in their places, and its kerning as single numbers.

    Where letters are tracked, WeasyPrint writes a number, an empty string and
    another number.  The sum is the same to every reader but pdfium, which draws
    the rest of such a line too far to the right.
    """
    text = _PLACED.sub(_placed, text)
    count = 1
    while count:
        text, count = _MOVED.subn(_summed, text)
    pydyf.Stream.show_text(stream, text.removeprefix("<>"))


def _placed(found: re.Match[str]) -> str:
    """Return a glyph with the way to its place, and back by as much less."""
    way = float(found[1])
    return f"{way * _UNIT:.3f}<{found[2]}>{int(found[3] or 0) + way * (1 - _UNIT):.3f}"


def _summed(pair: re.Match[str]) -> str:
    total = f"{float(pair[1]) + float(pair[2]):.3f}".rstrip("0").rstrip(".")
    return f">{total or 0}"


def _set_text_rise(stream: Stream, height: float) -> None:
    pydyf.Stream.set_text_rise(stream, height * _UNIT)


def _set_from_its_side(
    self: TextBox, element_tag: str | None, style: dict[str, str], element: object, text: str
) -> None:
    """Let a text that begins from right to left be set so, wherever it stands.

    WeasyPrint takes the direction of a text from CSS alone, and data has none.  The blocks
    around it keep theirs, and so their alignment.
    """
    if style["direction"] == "ltr" and direction(text) == "rtl":
        style = style.copy()
        style["direction"] = "rtl"
    _made(self, element_tag, style, element, text)


_made = TextBox.__init__


_split_text_box = inline.split_text_box
_ROUNDED = 1e-6  # pixels


def _split_on_the_grid(*given: Any, **named: Any) -> tuple[TextBox | None, int | None, bool]:  # noqa: ANN401 - WeasyPrint's
    """Give a line the height and the baseline of its own font, whatever fonts step in.

    WeasyPrint centres the fonts that it took in the line height, and a Thai or Arabic font has
    another share above its baseline than Inter: two such texts in one line, or one beside the
    line's strut, made it higher.  Where a layout opens its lines (`--lines: open`), a line is as
    much higher as the ink of such a font leaves it.
    """
    box, *rest = _split_text_box(*given, **named)
    if box is not None:
        height, baseline = strut(box.style)
        moved = baseline - box.baseline
        if abs(moved) > _ROUNDED:
            above, below = _beyond(box, height, baseline)
            box.margin_top += moved + above
            box.baseline = baseline + above
            box.margin_bottom = above + height + below - box.margin_top - box.height
    return box, *rest


def _beyond(box: TextBox, height: float, baseline: float) -> tuple[float, float]:
    """Return by how much the ink of an open line leaves its height, above and below."""
    if not any(token.value == _OPEN for token in box.style[_LINES] if token.type == "ident"):
        return 0.0, 0.0
    layout, ink = box.pango_layout, ffi.new("PangoRectangle *")
    layout.reactivate(box.style)
    pango.pango_layout_line_get_extents(layout.get_first_line()[0], ink, ffi.NULL)
    layout.deactivate()
    top, bottom = -ink.y * FROM_UNITS, (ink.y + ink.height) * FROM_UNITS
    return max(0.0, top - baseline), max(0.0, bottom - (height - baseline))


_LINES, _OPEN = "__lines", "open"
"""A custom property as WeasyPrint keeps it, and its value."""


def _shrink_to_fit(context: Any, box: Any, available: float) -> float:  # noqa: ANN401 - WeasyPrint's
    """Return the width of a box that is as wide as its content, at most as wide as there is room.

    WeasyPrint breaks each such text at all its words, or letters, for a width that matters only
    where the text is wider than the room.
    """
    widest: float = preferred.max_content_width(context, box, outer=False)
    if widest <= available:
        return widest
    narrowest: float = preferred.min_content_width(context, box, outer=False)
    return min(max(narrowest, available), widest)


_ATTACHED = "Nothing is attached to a PDF: take rel=attachment out"


def _attach_nothing(*_: object) -> None:
    """Stand where WeasyPrint would read a file and put it into the PDF."""
    logging.getLogger("weasyprint").log(logging.ERROR, _ATTACHED)


_add_links = anchors.add_links


def _add_described_links(links: tuple[Any, Any], *context: Any) -> None:  # noqa: ANN401 - WeasyPrint's
    """Describe the links of a tagged page in words: their titles, else what they say."""
    _add_links(links, *context)
    for _, target, _, box in links[0] if context[-1] is not None else ():
        if getattr(box, "link_annotation", None):
            said = box.element.get("title") or " ".join(_texts(box.element))
            box.link_annotation["Contents"] = pydyf.String(" ".join(said.split()) or target)


def _texts(element: Any) -> Iterator[str]:  # noqa: ANN401 - WeasyPrint's
    """Yield the texts in an element, those that stand for pictures too."""
    for each in element.iter():
        yield each.get("alt") or each.text or ""
        yield "" if each is element else each.tail or ""


_keep_picture = images.RasterImage.__init__


def _keep_whole_picture(self: images.RasterImage, picture: Any, *more: Any) -> None:  # noqa: ANN401 - WeasyPrint's
    """Decode a picture whole, or raise: WeasyPrint copies the bytes of many into a PDF."""
    picture.load()
    _keep_picture(self, picture, *more)


MOST_ELEMENTS = 200_000
"""Elements that an SVG of a layout may draw: 15 seconds of work."""
_keep_drawing = images.SVGImage.__init__


def _keep_small_drawing(self: images.SVGImage, tree: Any, *more: Any) -> None:  # noqa: ANN401 - WeasyPrint's
    """Count what an SVG draws as it is read: it unfolds only as its page is drawn."""
    check_size(tree, MOST_ELEMENTS)
    _keep_drawing(self, tree, *more)


_paint_page = Page.paint


def _paint(page: Page, stream: Stream, scale: float = 1) -> None:
    """Draw a page, as a part of the time for all: pictures are drawn only now."""
    with part():
        _paint_page(page, stream, scale)


def amend() -> None:
    """Put the amendments in the place of what they amend."""
    amend_styles()
    images.ImageFile.LOAD_TRUNCATED_IMAGES = False
    images.RasterImage.__init__ = _keep_whole_picture
    images.SVGImage.__init__ = _keep_small_drawing
    pydyf.PDF = _File
    Stream.show_text = _show_text
    Stream.set_text_rise = _set_text_rise
    TextBox.__init__ = _set_from_its_side
    inline.split_text_box = _split_on_the_grid
    for each in (absolute, floating, inline):
        each.shrink_to_fit = _shrink_to_fit
    Page.paint = _paint
    writing.write_pdf_attachment = anchors.write_pdf_attachment = _attach_nothing
    writing.add_links = anchors.add_links = _add_described_links
