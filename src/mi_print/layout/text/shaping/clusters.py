"""Clusters: the letters of a line as a reader takes them.

A *cluster* is a letter with its marks, a conjunct, a ligature: the least that a
line can be broken into, and what is given back as text when somebody copies the
name.  Here they are made of the glyphs that Pango has found for a run: five
numbers each (glyph, width, x, y, flags), lengths in its own units.
"""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from mi_print.layout.text.shaping.font_file import FontFile, advances, units_per_em

EM = 128 * 1024
"""Pango's units in an em at the size of shaping; 1024 is PANGO_SCALE."""
TRACE = 2
"""Of tracking, in Pango's units: too little to be seen, but enough for Pango to choose
the glyphs of text that is set apart.  The tracking itself is a proportion of the size."""
_BEFORE_MARKS = "\u02ff\uffff"
"""Clusters whose text comes before this in order hold no marks."""
_AM = "\u0e33\u0eb3"
"""The vowels am of Thai and Lao: parts of the letter before, though they are no marks."""
_EMPTY = 0x0FFFFFFF  # PANGO_GLYPH_EMPTY
_UNKNOWN = 0x10000000  # PANGO_GLYPH_UNKNOWN_FLAG
_EXTENDING = frozenset("\u200c\u200d" + _AM)
"""Joiners, too, are no marks, and yet parts of the letter before."""


class Cluster(NamedTuple):
    """Letters that are drawn as one, in units of their font.

    `glyphs` are (glyph id, x, y) from the cluster's own origin, y up, from left
    to right; without any, nothing is drawn.
    """

    text: str
    glyphs: tuple[tuple[int, int, int], ...]
    advance: int


class Letters(dict[tuple[str, int, int], Cluster]):
    """A font's letters that are glyphs in their own places: by letter, glyph and width.

    Most clusters are among them, so each is made once.
    """

    def __init__(self, font: FontFile) -> None:
        """Begin without any; `upem` are the font's units in an em."""
        self.font = font
        self.upem = units_per_em(font)
        self._unit = self.upem / EM

    def __missing__(self, key: tuple[str, int, int]) -> Cluster:
        """Make a letter."""
        letter, glyph, width = key
        made = self[key] = Cluster(letter, ((glyph, 0, 0),), round(width * self._unit))
        return made


class Glyphs(NamedTuple):
    """A run's glyphs by Pango: five numbers each, where its cluster starts, the text in UTF-8.

    `cursors` has for each character whether a cursor can stand before it: what begins with
    one that has none is a part of the letter before, which tracking does not set apart.
    `backward` is 1 if it is read from the right, else 0.
    """

    numbers: list[int]
    starts: list[int]
    text: bytes
    cursors: Sequence[bool]
    backward: int


def clusters(
    glyphs: Glyphs, letters: Letters, tracking: float, missing: list[str]
) -> tuple[list[Cluster], bool, bool]:
    """Return a run's clusters, and whether it ends in a mark of its own, and in one with a width.

    Args:
        glyphs: of the run.
        letters: of its font.
        tracking: in em.
        missing: takes the characters that no font has.
    """
    plain = _single(glyphs, letters)
    found = plain or _by_starts(glyphs, letters.upem / EM, missing)
    marked, wide = _tail(found, glyphs)
    if (plain is None or not glyphs.text.isascii()) and (
        not all(glyphs.cursors)
        or any(
            not each.glyphs or (each.text > _BEFORE_MARKS and _extends(each.text[0]))
            for each in found
        )
    ):
        half = round(tracking / 2 * letters.upem)
        found = _joined(found, glyphs, advances(letters.font), half)
    return found, marked, wide


def _tail(found: Sequence[Cluster], run: Glyphs) -> tuple[bool, bool]:
    """Return whether a run ends in parts of the letter before, and whether one has a width."""
    place, marked, wide = len(run.cursors), False, False
    for cluster in found if run.backward else reversed(found):
        place -= len(cluster.text)
        if run.cursors[place]:
            break
        marked, wide = True, wide or bool(cluster.advance)
    return marked, wide


def _single(run: Glyphs, letters: Letters) -> list[Cluster] | None:
    """Return a run's clusters where each letter is a glyph in its own place, as most are."""
    numbers, starts, own, _, backward = run
    text = own.decode()
    glyphs, across, up = numbers[::5], numbers[2::5], numbers[3::5]
    if backward:
        text = text[::-1]
    if (
        len(text) != len(glyphs)
        or max(glyphs) >= _EMPTY
        or any(up)
        or max(across) >= TRACE
        or min(across) <= -TRACE
        or len(set(starts)) != len(starts)
    ):
        return None
    return list(map(letters.__getitem__, zip(text, glyphs, numbers[1::5], strict=True)))


def _by_starts(run: Glyphs, unit: float, missing: list[str]) -> list[Cluster]:
    """Return a run's clusters as Pango made them."""
    numbers, starts, own, _, backward = run
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
    clusters: list[Cluster], run: Glyphs, widths: Sequence[int], half: int
) -> list[Cluster]:
    """Join marks, and what has no ink, to the letter before them in reading.

    Half of the tracking stands between a letter and a part of it that has a width,
    and all of it before a part that a cursor can stand before: an am, to HarfBuzz before 12.
    """
    found: list[Cluster] = []
    backward, place = run.backward, 0
    for cluster in reversed(clusters) if backward else clusters:
        apart = run.cursors[place]
        place += len(cluster.text)
        if found and (
            not cluster.glyphs or not found[-1].glyphs or not apart or _extends(cluster.text[0])
        ):
            before = found.pop()
            left, right = (cluster, before) if backward else (before, cluster)
            am = 2 * half if apart and cluster.glyphs and before.glyphs else 0
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
