"""Turn a line of text into glyphs, by the engine that the typesetter has.

A stamped name must be the picture that the typesetter would have made of it.
So Pango chooses fonts, directions and glyphs here with the same font map,
language and features as there; only the drawing is ours.  A line is shaped
once, large, and every other size is a proportion of it: no font is hinted.

`clusters.py` makes clusters of the glyphs.
"""

import functools
from collections.abc import Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from mi_print.layout.text.libraries import Handle, library
from mi_print.layout.text.pango import Face, libraries, new_context
from mi_print.layout.text.pango_abi import ffi
from mi_print.layout.text.shaping.clusters import EM, TRACE, Cluster, Glyphs, Letters, clusters
from mi_print.layout.text.shaping.font_file import FontFile

_END = 0x7FFFFFFF
"""Of a stretch of text that has an end: where it has none Pango doesn't look at tracking."""
_INK, _LOGICAL = ffi.new("PangoRectangle *"), ffi.new("PangoRectangle *")
"""The extents of a line, overwritten by the next."""
_CURSOR, _COUNT = 1 << 4, ffi.new("int *")
"""PangoLogAttr's bit for a cursor position, and where Pango writes the number of attributes."""
_ADVANCE = itemgetter(Cluster._fields.index("advance"))


class GlyphRun(NamedTuple):
    """Clusters of one font and one level of direction, from left to right.

    `offset` is where its text begins, in bytes of the line's UTF-8.  `marked`
    says that it ends, as it is read, in a mark of its own: there Pango adds half
    of the tracking, even at the end of a line.  `wide` says that the mark has a
    width, and so stands behind that half.
    """

    font: FontFile
    upem: int
    level: int
    clusters: tuple[Cluster, ...]
    offset: int
    marked: bool
    wide: bool

    @property
    def read(self) -> Sequence[Cluster]:
        """The clusters in the order of their text."""
        return self.clusters[::-1] if self.level % 2 else self.clusters


class ShapedLine(NamedTuple):
    """A line of text as glyphs, from left to right; lengths in em, tracking included.

    `ink_top` and `ink_bottom` are how far it reaches up and down from the
    baseline.  `missing` are the characters that no font has.
    """

    text: str
    runs: tuple[GlyphRun, ...]
    width: float
    ink_left: float
    ink_right: float
    ink_top: float
    ink_bottom: float
    missing: str


@functools.lru_cache(maxsize=4096)
def shape(text: str, face: Face, lang: str = "en", *, from_right: bool = False) -> ShapedLine:
    """Return `text` as glyphs on one line.

    Args:
        text: one line, in NFC.
        face: family, weight, tracking and figures; size and leading don't matter.
        lang: BCP 47; chooses Han forms.
        from_right: whether the line as a whole reads from the right.
    """
    pango, _, _ = libraries()
    layout = _layout(face.family, face.weight, bool(face.tracking), face.tabular, lang, from_right)
    data = text.encode()
    pango.pango_layout_set_text(layout, data, len(data))
    line = ffi.cast("PangoLayoutLine *", pango.pango_layout_get_line_readonly(layout, 0))
    ink, logical = _INK, _LOGICAL
    pango.pango_layout_line_get_extents(line, ink, logical)
    missing: list[str] = []
    runs = tuple(_runs(line, data, _cursors(layout, text), face.tracking, missing))
    width = spread = 0.0
    for run in runs:
        width += sum(map(_ADVANCE, run.clusters)) / run.upem
        spread += face.tracking * len(run.clusters)
    spread = max(spread - face.tracking, 0) if face.tracking > 0 else min(spread - face.tracking, 0)
    before, after, seen = _at_ends(runs, face.tracking / 2)
    width += before + spread + after
    return ShapedLine(
        text=text,
        runs=runs,
        width=width,
        ink_left=before + ink.x / EM,
        ink_right=(ink.x + ink.width - logical.width) / EM + width - after + seen,
        ink_top=-ink.y / EM,
        ink_bottom=(ink.y + ink.height) / EM,
        missing="".join(dict.fromkeys(missing)),
    )


def _at_ends(runs: Sequence[GlyphRun], half: float) -> tuple[float, float, float]:
    """Return the tracking before and after a line for its marks there, and what moves ink of it."""
    before = half if runs and runs[0].level % 2 and runs[0].marked else 0.0
    after = half if runs and not runs[-1].level % 2 and runs[-1].marked else 0.0
    return before, after, after if after and runs[-1].wide else 0.0


def _cursors(layout: Handle, text: str) -> list[bool]:
    """Return whether Pango lets a cursor stand before each character, and so tracks it there.

    The answer grows with Unicode: a conjunct is one letter to Pango 1.56, and two to 1.50.
    """
    if text.isascii():
        return [True] * len(text)
    found = libraries()[0].pango_layout_get_log_attrs_readonly(layout, _COUNT)
    return [bool(attributes & _CURSOR) for attributes in ffi.unpack(found, len(text))]


def _runs(
    line: Handle, data: bytes, cursors: Sequence[bool], tracking: float, missing: list[str]
) -> Iterator[GlyphRun]:
    node = line.runs
    while node:
        held = ffi.cast("PangoGlyphItem *", node.data)
        node = node.next
        item, string = held.item, held.glyphs
        count = string.num_glyphs
        if not count:
            continue
        letters = _letters(item.analysis.font)
        level, offset = item.analysis.level, item.offset
        first = len(data[:offset].decode())
        glyphs = Glyphs(
            ffi.unpack(ffi.cast("int *", string.glyphs), 5 * count),
            ffi.unpack(string.log_clusters, count),
            data[offset : offset + item.length],
            cursors[first : first + item.num_chars],
            level % 2,
        )
        found, marked, wide = clusters(glyphs, letters, tracking, missing)
        yield GlyphRun(letters.font, letters.upem, level, tuple(found), offset, marked, wide)


@functools.lru_cache(maxsize=256)
def _layout(  # noqa: PLR0913, PLR0917 - what tells one layout from another
    family: str,
    weight: int,
    spaced: bool,  # noqa: FBT001 - called in one place
    tabular: bool,  # noqa: FBT001 - the same
    lang: str,
    from_right: bool,  # noqa: FBT001 - the same
) -> Handle:
    """Return Pango's layout for lines of one kind, which takes one text after another."""
    pango, _, gobject = libraries()
    context = ffi.gc(new_context(), gobject.g_object_unref)
    pango.pango_context_set_base_dir(context, int(from_right))
    language = pango.pango_language_from_string(_pango_language(lang).encode())
    pango.pango_context_set_language(context, language)
    layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
    pango.pango_layout_set_auto_dir(layout, 0)
    pango.pango_layout_set_single_paragraph_mode(layout, 1)
    font = ffi.gc(pango.pango_font_description_new(), pango.pango_font_description_free)
    pango.pango_font_description_set_family(font, family.encode())
    pango.pango_font_description_set_weight(font, weight)
    pango.pango_font_description_set_absolute_size(font, EM)
    pango.pango_layout_set_font_description(layout, font)
    attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    if spaced:
        trace = pango.pango_attr_letter_spacing_new(TRACE)
        ffi.cast("PangoAttribute *", trace).end_index = _END
        pango.pango_attr_list_insert(attributes, trace)
    if tabular:
        figures = pango.pango_attr_font_features_new(b"tnum 1")
        pango.pango_attr_list_insert(attributes, figures)
    pango.pango_layout_set_attributes(layout, attributes)
    return layout


def _pango_language(lang: str) -> str:
    """Return the language for Pango, which drops Korean from Han characters."""
    return "zh-KR" if lang.lower().split("-")[0] == "ko" else lang


_FONTS: dict[int, Letters] = {}
"""By the address of Pango's font, which is held for ever, so that its address stays its own."""


def _letters(handle: Handle) -> Letters:
    address = int(ffi.cast("uintptr_t", handle))
    known = _FONTS.get(address)
    if known is None:
        libraries()[2].g_object_ref(handle)
        known = _FONTS[address] = Letters(_file(handle))
    return known


def _file(handle: Handle) -> FontFile:
    pattern = libraries()[1].pango_fc_font_get_pattern(handle)
    path, index = ffi.new("char **"), ffi.new("int *")
    library("fontconfig").FcPatternGetString(pattern, b"file", 0, path)
    library("fontconfig").FcPatternGetInteger(pattern, b"index", 0, index)
    return FontFile(Path(ffi.string(path[0]).decode()), index[0])
