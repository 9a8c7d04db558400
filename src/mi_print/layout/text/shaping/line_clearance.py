"""The leading at which no ink of a line touches that of the next, by the letters' outlines."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, product
from math import inf
from typing import NamedTuple

from mi_print.layout.text import word_breaks
from mi_print.layout.text.pango import Face, measure
from mi_print.layout.text.shaping.font_file import COLUMNS, GlyphInk, glyph_ink
from mi_print.layout.text.shaping.shape import shape
from mi_print.layout.text.typography import direction

_APART = 0.05
"""Em of white between ink of two lines that is over each other."""
_FULL_APART = 0.12
"""The same of whole lines where one is of Chinese or Japanese, which fill their height."""
_MEET = 0.04
"""Em by which the bounds of two glyphs of a block may meet, and of two blocks may not
(`layout/checks/overlap.py` lets them by a little more)."""


def clear_of_each_other(lines: Sequence[str], face: Face, lang: str) -> Face:
    """Return the face with the leading at which no ink of a block's line touches the next's.

    The ink of all lines begins on one edge: the left one; or perhaps the right one, if a line
    reads from there.
    """
    return _clear(face, [(line, face) for line in lines], lang, _MEET)


def clear_in(face: Face, lines: Sequence[tuple[str, Face]], lang: str) -> Face:
    """Return a face with the leading at which lines, each a block in its own face, are clear."""
    return _clear(face, lines, lang, 0.0)


def _clear(face: Face, lines: Sequence[tuple[str, Face]], lang: str, meet: float) -> Face:
    found = (_wanted(*pair, face, lang, meet) for pair in pairwise(lines))
    wanted = max(found, default=0.0)
    return replace(face, leading=round(wanted, 2)) if wanted > face.leading else face


def _wanted(
    upper: tuple[str, Face], lower: tuple[str, Face], least: Face, lang: str, meet: float
) -> float:
    """Return the leading at which the second of two lines is clear of the first, or less."""
    full = word_breaks.is_unspaced(upper[0]) or word_breaks.is_unspaced(lower[0])
    clear = (_FULL_APART if full else _APART) * least.size
    whole = measure(*upper, lang).ink_bottom + measure(*lower, lang).ink_top + clear
    if full or whole <= least.leading:
        return whole
    wanted = 0.0
    for above, below in _over_each_other(upper, lower, lang):
        bounds, across = above.bottom - below.top, above.across(below)
        if bounds + clear > least.leading and across > -2 * least.size / COLUMNS:
            wanted = max(wanted, above.reach(below) + clear)
            if across > meet * least.size:
                wanted = max(wanted, bounds - meet * least.size)
    return wanted


def _over_each_other(
    upper: tuple[str, Face], lower: tuple[str, Face], lang: str
) -> Iterator[tuple["_PlacedInk", "_PlacedInk"]]:
    """Yield each glyph of a line with each of the next, from every edge that both may have."""
    backward = "rtl" in {direction(upper[0]), direction(lower[0])}
    for from_right in (False, True) if backward else (False,):
        ours, theirs = (_glyphs(*each, lang, backward=from_right) for each in (upper, lower))
        yield from product(ours, theirs)


class _PlacedInk(NamedTuple):
    """A glyph's ink in points, from the lines' common edge and its own baseline, y down."""

    ink: GlyphInk
    x: float
    y: float
    em: float

    @property
    def left(self) -> float:
        return self.x + self.em * self.ink.left

    @property
    def right(self) -> float:
        return self.x + self.em * self.ink.right

    @property
    def top(self) -> float:
        return self.y - self.em * self.ink.top

    @property
    def bottom(self) -> float:
        return self.y - self.em * self.ink.bottom

    def across(self, other: "_PlacedInk") -> float:
        """Return how wide both are over each other; less than nothing if they are beside."""
        return min(self.right, other.right) - max(self.left, other.left)

    def reach(self, below: "_PlacedInk") -> float:
        """Return how far its ink reaches to that below it, in the same column or the next."""
        step = self.em / COLUMNS
        lowest: dict[int, float] = {}
        for column, (low, _) in self.ink.columns.items():
            at = round(self.x / step) + column
            for near in (at - 1, at, at + 1):
                lowest[near] = min(low, lowest.get(near, low))
        reaches = (
            self.y - self.em * lowest[at] - below.y + below.em * high
            for column, (_, high) in below.ink.columns.items()
            if (at := round((below.x + column * below.em / COLUMNS) / step)) in lowest
        )
        return max(reaches, default=-inf)


def _glyphs(line: str, face: Face, lang: str, *, backward: bool) -> Iterator[_PlacedInk]:
    """Yield the glyphs of a line that have ink."""
    shaped = shape(line, replace(face, size=1.0, leading=1.0), lang, from_right=backward)
    x = -(shaped.ink_right if backward else shaped.ink_left)
    for run in shaped.runs:
        for cluster in run.clusters:
            for glyph, across, up in cluster.glyphs:
                if ink := glyph_ink(run.font, glyph):
                    left = (x + across / run.upem) * face.size
                    yield _PlacedInk(ink, left, -up / run.upem * face.size, face.size)
            x += cluster.advance / run.upem + face.tracking
