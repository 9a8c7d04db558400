"""Turn a line of text into glyphs, by the engine that the typesetter has.

A stamped name must be the picture that the typesetter would have made of it.
So Pango chooses fonts, directions and glyphs here with the same font map,
language and features as there; only the drawing is ours.  A line is shaped
once, large, and every other size is a proportion of it: no font is hinted.

What a reader takes for one letter is a *cluster*: a letter with its marks, a
conjunct, a ligature.  It is the least that a line can be broken into, and what
is given back as text when somebody copies the name.
"""

import functools
import unicodedata
from collections.abc import Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from mi_print.layout.pango import Face, Handle, fontconfig, libraries, new_context
from mi_print.layout.pango_abi import ffi
from mi_print.series.font_file import FontFile, advances, units_per_em

_SCALE = 1024  # PANGO_SCALE
_EM = 128 * _SCALE  # Pango's units in an em at the size of shaping
_EMPTY = 0x0FFFFFFF  # PANGO_GLYPH_EMPTY
_UNKNOWN = 0x10000000  # PANGO_GLYPH_UNKNOWN_FLAG
_TRACE = 2
"""Of tracking, in Pango's units: too little to be seen, but enough for Pango to choose
the glyphs of text that is set apart.  The tracking itself is a proportion of the size."""
_END = 0x7FFFFFFF
"""Of a stretch of text that has an end: where it has none Pango doesn't look at tracking."""
_BEFORE_MARKS = "\u02ff\uffff"
_AM = "\u0e33\u0eb3"
"""The vowels am of Thai and Lao: parts of the letter before, but tracked as letters."""
_EXTENDING = frozenset("\u200c\u200d" + _AM)
"""Joiners, too, are no marks, and yet parts of the letter before."""


_INK, _LOGICAL = ffi.new("PangoRectangle *"), ffi.new("PangoRectangle *")
"""What Pango says of a line, until the next."""


class Cluster(NamedTuple):
    """Letters that are drawn as one, in units of their font.

    `glyphs` are (glyph id, x, y) from the cluster's own origin, y up, from left
    to right; without any, nothing is drawn.
    """

    text: str
    glyphs: tuple[tuple[int, int, int], ...]
    advance: int


_ADVANCE = itemgetter(Cluster._fields.index("advance"))


class Run(NamedTuple):
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


class Shaped(NamedTuple):
    """A line of text as glyphs, from left to right; lengths in em, tracking included.

    `ink_top` and `ink_bottom` are how far it reaches up and down from the
    baseline.  `missing` are the characters that no font has.
    """

    text: str
    runs: tuple[Run, ...]
    width: float
    ink_left: float
    ink_right: float
    ink_top: float
    ink_bottom: float
    missing: str


@functools.lru_cache(maxsize=4096)
def shape(text: str, face: Face, lang: str = "en", *, from_right: bool = False) -> Shaped:
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
    runs = tuple(_runs(line, data, face.tracking, missing))
    width = spread = 0.0
    for run in runs:
        width += sum(map(_ADVANCE, run.clusters)) / run.upem
        spread += face.tracking * len(run.clusters)
    spread = max(spread - face.tracking, 0) if face.tracking > 0 else min(spread - face.tracking, 0)
    before, after, seen = _at_ends(runs, face.tracking / 2)
    width += before + spread + after
    return Shaped(
        text=text,
        runs=runs,
        width=width,
        ink_left=before + ink.x / _EM,
        ink_right=(ink.x + ink.width - logical.width) / _EM + width - after + seen,
        ink_top=-ink.y / _EM,
        ink_bottom=(ink.y + ink.height) / _EM,
        missing="".join(dict.fromkeys(missing)),
    )


def _at_ends(runs: Sequence[Run], half: float) -> tuple[float, float, float]:
    """Return the tracking before and after a line for its marks there, and what moves ink of it."""
    before = half if runs and runs[0].level % 2 and runs[0].marked else 0.0
    after = half if runs and not runs[-1].level % 2 and runs[-1].marked else 0.0
    return before, after, after if after and runs[-1].wide else 0.0


def _runs(line: Handle, data: bytes, tracking: float, missing: list[str]) -> Iterator[Run]:
    node = line.runs
    while node:
        held = ffi.cast("PangoGlyphItem *", node.data)
        node = node.next
        item, string = held.item, held.glyphs
        count = string.num_glyphs
        if not count:
            continue
        font, upem, letters = _font(item.analysis.font)
        level, offset = item.analysis.level, item.offset
        own = data[offset : offset + item.length]
        numbers = ffi.unpack(ffi.cast("int *", string.glyphs), 5 * count)
        starts = ffi.unpack(string.log_clusters, count)
        single = _single(numbers, starts, own, letters, level % 2)
        found = single or _clusters(numbers, starts, own, upem / _EM, level % 2, missing)
        end = found[0 if level % 2 else -1]
        marked = _extends(end.text[0]) and end.text[0] not in _AM
        strange = single is None or not own.isascii()
        if strange and any(
            not c.glyphs or (c.text > _BEFORE_MARKS and _extends(c.text[0])) for c in found
        ):
            found = _joined(found, level % 2, advances(font), round(tracking / 2 * upem))
        yield Run(font, upem, level, tuple(found), offset, marked, bool(end.advance))


class _Letters(dict[tuple[str, int, int], Cluster]):
    """A font's letters that are glyphs in their own places: by letter, glyph and width.

    Most clusters are among them, so each is made once.
    """

    def __init__(self, upem: int) -> None:
        self._unit = upem / _EM

    def __missing__(self, key: tuple[str, int, int]) -> Cluster:
        letter, glyph, width = key
        made = self[key] = Cluster(letter, ((glyph, 0, 0),), round(width * self._unit))
        return made


def _single(
    numbers: list[int], starts: list[int], own: bytes, letters: _Letters, backward: int
) -> list[Cluster] | None:
    """Return a run's clusters where each letter is a glyph in its own place, as most are."""
    text = own.decode()
    glyphs, across, up = numbers[::5], numbers[2::5], numbers[3::5]
    if backward:
        text = text[::-1]
    if (
        len(text) != len(glyphs)
        or max(glyphs) >= _EMPTY
        or any(up)
        or max(across) >= _TRACE
        or min(across) <= -_TRACE
        or len(set(starts)) != len(starts)
    ):
        return None
    return list(map(letters.__getitem__, zip(text, glyphs, numbers[1::5], strict=True)))


def _clusters(  # noqa: PLR0913, PLR0917 - one run's arrays
    numbers: list[int],
    starts: list[int],
    own: bytes,
    unit: float,
    backward: int,
    missing: list[str],
) -> list[Cluster]:
    """Return a run's clusters as Pango made them."""
    found: list[Cluster] = []
    count, first = len(starts), 0
    end = len(own)
    while first < count:
        start = starts[first]
        last = first + 1
        while last < count and starts[last] == start:
            last += 1
        if not backward:
            end = starts[last] if last < count else len(own)
        text = own[start:end].decode()
        if backward:
            end = start
        glyphs, pen = [], 0
        for place in range(5 * first, 5 * last, 5):
            glyph, width, x, y = numbers[place : place + 4]
            if glyph & _UNKNOWN and glyph != _EMPTY:
                missing.append(chr(glyph & ~_UNKNOWN))
            elif glyph != _EMPTY:
                glyphs.append((glyph, round((pen + x) * unit), round(-y * unit)))
            pen += width
        found.append(Cluster(text, tuple(glyphs), round(pen * unit)))
        first = last
    return found


def _extends(character: str) -> bool:
    """Return whether a character belongs to the letter before it."""
    return unicodedata.category(character)[0] == "M" or character in _EXTENDING


def _joined(
    clusters: list[Cluster], backward: int, widths: Sequence[int], half: int
) -> list[Cluster]:
    """Join marks, and what has no ink, to the letter before them in reading.

    Half of the tracking stands between a letter and a mark that has a width,
    and all of it between a letter and its vowel am.
    """
    found: list[Cluster] = []
    for cluster in reversed(clusters) if backward else clusters:
        if found and (not cluster.glyphs or not found[-1].glyphs or _extends(cluster.text[0])):
            before = found.pop()
            left, right = (cluster, before) if backward else (before, cluster)
            am = 2 * half if cluster.text[0] in _AM else 0
            between = 0 if backward else am or half
            moved = [(glyph, x + left.advance + between, y) for glyph, x, y in right.glyphs]
            if moved and not widths[moved[0][0]]:
                glyph, x, y = moved[0]
                moved[0] = glyph, x - between, y
            found.append(
                Cluster(
                    before.text + cluster.text,
                    (*left.glyphs, *moved),
                    left.advance + right.advance + am,
                )
            )
        else:
            found.append(cluster)
    return found[::-1] if backward else found


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
    language = pango.pango_language_from_string(_believed(lang).encode())
    pango.pango_context_set_language(context, language)
    layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
    pango.pango_layout_set_auto_dir(layout, 0)
    pango.pango_layout_set_single_paragraph_mode(layout, 1)
    font = ffi.gc(pango.pango_font_description_new(), pango.pango_font_description_free)
    pango.pango_font_description_set_family(font, family.encode())
    pango.pango_font_description_set_weight(font, weight)
    pango.pango_font_description_set_absolute_size(font, _EM)
    pango.pango_layout_set_font_description(layout, font)
    attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    if spaced:
        trace = pango.pango_attr_letter_spacing_new(_TRACE)
        ffi.cast("PangoAttribute *", trace).end_index = _END
        pango.pango_attr_list_insert(attributes, trace)
    if tabular:
        figures = pango.pango_attr_font_features_new(b"tnum 1")
        pango.pango_attr_list_insert(attributes, figures)
    pango.pango_layout_set_attributes(layout, attributes)
    return layout


def _believed(lang: str) -> str:
    """Return the language that Pango is told: of Korean it believes no Han character."""
    return "zh-KR" if lang.lower().split("-")[0] == "ko" else lang


_FONTS: dict[int, tuple[FontFile, int, _Letters]] = {}
"""Pango's fonts by their address.  Each is held for ever, so that its address stays its own."""


def _font(handle: Handle) -> tuple[FontFile, int, _Letters]:
    address = int(ffi.cast("uintptr_t", handle))
    known = _FONTS.get(address)
    if known is None:
        libraries()[2].g_object_ref(handle)
        known = _FONTS[address] = _described(handle)
    return known


def _described(handle: Handle) -> tuple[FontFile, int, _Letters]:
    """Return a font's file, how many units it has in an em, and its letters."""
    pattern = libraries()[1].pango_fc_font_get_pattern(handle)
    path, index = ffi.new("char **"), ffi.new("int *")
    fontconfig().FcPatternGetString(pattern, b"file", 0, path)
    fontconfig().FcPatternGetInteger(pattern, b"index", 0, index)
    file = FontFile(Path(ffi.string(path[0]).decode()), index[0])
    return file, units_per_em(file), _Letters(units_per_em(file))
