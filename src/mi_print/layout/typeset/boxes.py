"""The typesetter's boxes: where everything was set, in its own pixels.

Page boxes and the classes of boxes are WeasyPrint's own and may change with it:
hence the exact pin in pyproject.toml, and the tests that fail loudly.  Whoever
reads typeset pages starts here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

from mi_print.geometry import Area, Matrix, Rectangle
from mi_print.layout.typeset.contents import ScreenColour
from mi_print.layout.typeset.dlopen import named_in_full
from mi_print.layout.typeset.typesetter import TypesetPages

with named_in_full():
    from weasyprint.formatting_structure.boxes import (
        AtomicInlineLevelBox,
        BlockBox,
        BlockContainerBox,
        BlockLevelBox,
        InlineBox,
        LineBox,
        MarginBox,
        ReplacedBox,
        TableBox,
        TableCellBox,
        TableRowBox,
        TableRowGroupBox,
        TextBox,
    )
    from weasyprint.images import Gradient
    from weasyprint.layout.absolute import AbsolutePlaceholder
    from weasyprint.text.ffi import ffi, pango

__all__ = [
    "AtomicInlineLevelBox",
    "BlockBox",
    "BlockContainerBox",
    "BlockLevelBox",
    "InlineBox",
    "LineBox",
    "MarginBox",
    "ReplacedBox",
    "TableBox",
    "TableCellBox",
    "TableRowBox",
    "TableRowGroupBox",
    "TextBox",
]

Box: TypeAlias = Any
"""A box of WeasyPrint's, which has no types."""

StyleColour: TypeAlias = Any
"""A colour of a style, of tinycss2, which has no types."""

POINTS = 0.75
"""In a CSS pixel."""

_UNITS = 1024
"""Pango's, in a CSS pixel."""
_PAPER: ScreenColour = (1.0, 1.0, 1.0)


def pages(typeset: TypesetPages) -> list[Box]:
    """Return the box of each page."""
    return [page._page_box for page in typeset.document.pages]  # noqa: SLF001 - see above


def descendants(box: Box) -> Iterator[Box]:
    """Yield a box and all boxes in it, those placed absolutely too."""
    box = unwrapped(box)
    yield box
    for child in children(box):
        yield from descendants(child)


def unwrapped(box: Box) -> Box:
    """Return the box itself, where a placeholder stands for one that is placed absolutely."""
    return box._box if isinstance(box, AbsolutePlaceholder) else box  # noqa: SLF001 - see above


def children(box: Box) -> tuple[Box, ...]:
    """Return the boxes right in a box, placeholders among them."""
    return tuple(getattr(box, "children", ()))


def content_box(box: Box) -> Area:
    """Return where a box's content may stand: within its padding."""
    x, y = box.content_box_x(), box.content_box_y()
    return rectangle(x, y, x + box.width, y + box.height)


def rectangle(left: float, top: float, right: float, bottom: float) -> Area:
    """Return pixels as a rectangle in points."""
    return left * POINTS, top * POINTS, (right - left) * POINTS, (bottom - top) * POINTS


def matrix(box: Box) -> Matrix | None:
    """Return a box's own transform, in points, or None if it has none."""
    own = box.transformation_matrix
    if not own:
        return None
    a, b, c, d, e, f = own.values
    return (a, b, c, d, e * POINTS, f * POINTS)


def opaque(box: Box) -> bool:
    """Return whether a box's background hides what is under it: a colour, or a gradient of some."""
    background = getattr(box, "background", None)
    if background is None:
        return False
    return bool(background.color.alpha >= 1) or any(
        isinstance(layer.image, Gradient)
        and layer.repeat == ("repeat", "repeat")
        and all(colour.alpha >= 1 for colour in layer.image.colors)
        for layer in background.layers
    )


def painted(box: Box) -> tuple[bool, ScreenColour | None]:
    """Return whether a box paints a background, and its colour if it is a single, opaque one."""
    background = getattr(box, "background", None)
    columns = getattr(box, "column_groups", ())
    if any(each.background for group in columns for each in (group, *group.children)):
        return True, None
    if background is None:
        return False, None
    mixed = bool(background.style["box_shadow"]) or any(layer.image for layer in background.layers)
    whole = not mixed and background.color.alpha >= 1
    return bool(mixed or background.color.alpha), colour_of(background.color) if whole else None


def page_colour(page: Box) -> ScreenColour | None:
    """Return the colour of a page before anything stands on it: white, if nothing is said."""
    found: ScreenColour | None = _PAPER
    for background in (page.background, page.canvas_background):
        if background is None:
            continue
        if any(layer.image for layer in background.layers) or 0 < background.color.alpha < 1:
            found = None
        elif background.color.alpha:
            found = colour_of(background.color)
    return found


def colour_of(colour: StyleColour) -> ScreenColour | None:
    """Return a colour of CSS in sRGB, or None if it is in inks."""
    try:
        return tuple(colour.to("srgb").coordinates)
    except NotImplementedError:
        return None


def measured(box: Box) -> bool:
    """Return whether the typesetter has given a box its size."""
    return isinstance(box.width, int | float) and isinstance(box.height, int | float)


def line_ink(text: Box) -> Rectangle | None:
    """Return the bounds of the ink of a text box, in points, y down; None if it has none."""
    with _shaped(text) as line:
        pango.pango_layout_line_get_extents(line, _INK, ffi.NULL)
    return _ink(text, 0, 0)


def glyph_inks(text: Box) -> list[Rectangle]:
    """Return the bounds of the ink of each glyph of a text box, as `line_ink` does."""
    found = []
    with _shaped(text) as line:
        run, across = line.runs, 0
        while run != ffi.NULL:
            item = run.data
            for glyph in item.glyphs.glyphs[0 : item.glyphs.num_glyphs]:
                place = glyph.geometry
                if glyph.glyph != pango.PANGO_GLYPH_EMPTY:
                    font = item.item.analysis.font
                    pango.pango_font_get_glyph_extents(font, glyph.glyph, _INK, ffi.NULL)
                    found.append(_ink(text, across + place.x_offset, place.y_offset))
                across += place.width
            run = run.next
    return [ink for ink in found if ink]


_INK = ffi.new("PangoRectangle *")


def _ink(text: Box, across: float, down: float) -> Rectangle | None:
    """Return what was measured last, moved by so many units from the text's origin."""
    if not (_INK.width and _INK.height):
        return None
    x, y = text.position_x * _UNITS + across, (text.position_y + text.baseline) * _UNITS + down
    unit = POINTS / _UNITS
    left, top = (x + _INK.x) * unit, (y + _INK.y) * unit
    return left, top, left + _INK.width * unit, top + _INK.height * unit


@contextmanager
def _shaped(text: Box) -> Iterator[Any]:
    """Give the line of a text box, shaped as it is drawn."""
    layout = text.pango_layout
    layout.reactivate(text.style)
    try:
        pango.pango_layout_set_single_paragraph_mode(layout.layout, True)  # noqa: FBT003 - as C has it
        yield layout.get_first_line()[0]
    finally:
        layout.deactivate()
