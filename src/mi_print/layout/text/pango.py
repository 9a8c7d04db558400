"""Measure text with Pango, the typesetter's own engine.

A line that is balanced or placed by its first stem must be as wide here as on
the page, in every script.  So nothing is estimated: Pango itemizes, falls back
and shapes here just as it does inside WeasyPrint, without hinting or rounding.

The binding (`pango_abi`) holds what measuring needs, and what `layout/text/shaping/shape.py`
needs to get the glyphs.  https://docs.gtk.org/Pango/
"""

import functools
from dataclasses import dataclass, replace

from mi_print.layout.text.libraries import Handle, library
from mi_print.layout.text.pango_abi import ffi

_SCALE = 1024  # PANGO_SCALE
_CSS_PIXELS_PER_POINT = 96 / 72


@dataclass(frozen=True, slots=True)
class Face:
    """How a piece of text is set; lengths in points, `tracking` in em."""

    family: str
    size: float
    leading: float
    weight: int = 400
    tracking: float = 0.0
    tabular: bool = False

    def sized(self, size: float) -> "Face":
        """Return the face in another size, its leading in proportion."""
        return replace(self, size=size, leading=self.leading * (size / self.size))


@dataclass(frozen=True, slots=True)
class Extent:
    """A line's advance width, and where its ink lies, in points.

    `ink_top` and `ink_bottom` are how far it reaches up and down from the baseline.
    """

    width: float
    ink_left: float
    ink_right: float
    ink_top: float
    ink_bottom: float
    missing: int

    def scaled(self, factor: float) -> "Extent":
        """Return the extent of the same line in another size."""
        sides = (self.width, self.ink_left, self.ink_right, self.ink_top, self.ink_bottom)
        return Extent(*(side * factor for side in sides), self.missing)  # type: ignore[call-arg, arg-type]  # five sides


@functools.cache
def libraries() -> tuple[Handle, Handle, Handle]:
    """Return Pango, PangoFT2 and GObject.

    Raises:
        MissingError: one of them is not on this machine.
    """
    return library("pango"), library("pangoft2"), library("gobject")


@functools.cache
def _font_map() -> Handle:
    return libraries()[1].pango_ft2_font_map_new()


@functools.cache
def _context() -> Handle:
    return new_context()


def new_context() -> Handle:
    """Return a context of Pango's that rounds nothing; it stays for the whole run."""
    pango, *_ = libraries()
    context = pango.pango_font_map_create_context(_font_map())
    pango.pango_context_set_round_glyph_positions(context, 0)
    return context


@functools.lru_cache(maxsize=65_536)
def measure(text: str, face: Face, lang: str = "en") -> Extent:
    """Return the extent of `text` set on one line."""
    pango, _, gobject = libraries()
    context = _context()
    pango.pango_context_set_language(context, pango.pango_language_from_string(lang.encode()))
    layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
    data = text.encode()
    pango.pango_layout_set_single_paragraph_mode(layout, 1)
    pango.pango_layout_set_text(layout, data, len(data))
    font = ffi.gc(pango.pango_font_description_new(), pango.pango_font_description_free)
    pango.pango_font_description_set_family(font, face.family.encode())
    pango.pango_font_description_set_weight(font, face.weight)
    pixels = face.size * _CSS_PIXELS_PER_POINT
    pango.pango_font_description_set_absolute_size(font, pixels * _SCALE)
    pango.pango_layout_set_font_description(layout, font)
    attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    if face.tracking:
        spacing = pango.pango_attr_letter_spacing_new(round(face.tracking * pixels * _SCALE))
        ffi.cast("PangoAttribute *", spacing).end_index = len(data)  # else ligatures stay
        pango.pango_attr_list_insert(attributes, spacing)
    if face.tabular:
        features = pango.pango_attr_font_features_new(b"tnum 1")
        pango.pango_attr_list_insert(attributes, features)
    pango.pango_layout_set_attributes(layout, attributes)
    ink, logical = ffi.new("PangoRectangle *"), ffi.new("PangoRectangle *")
    line = pango.pango_layout_get_line_readonly(layout, 0)
    pango.pango_layout_line_get_extents(line, ink, logical)
    unit = _SCALE * _CSS_PIXELS_PER_POINT
    return Extent(
        width=logical.width / unit,
        ink_left=ink.x / unit,
        ink_right=(ink.x + ink.width) / unit,
        ink_top=-ink.y / unit,
        ink_bottom=(ink.y + ink.height) / unit,
        missing=pango.pango_layout_get_unknown_glyphs_count(layout),
    )
