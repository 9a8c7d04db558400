"""Which characters the bundled fonts can draw, asked before anything is set.

A character without a glyph prints as a box, which is found when the badges
are cut.  So every text of the event is checked against the fonts' own
character maps.  There is no emoji font: colour glyphs can't be separated for
the press, and an emoji gets a problem that names it.

This is the only module that imports fontTools.  Reading 54 fonts takes about
a second, so their union is kept as ranges in the cache, under a name that
changes with the fonts.
"""

import bisect
import functools
import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from mi_print.cache import cache, cache_folder, cached, keep_newest
from mi_print.event.located_texts import LocatedText
from mi_print.problem import Problem, error
from mi_print.resources import FONTS

_IGNORABLE = (
    *(0xAD, 0x34F, 0x61C, 0x3164, 0xFEFF, 0xFFA0),
    *range(0x115F, 0x1161),
    *range(0x17B4, 0x17B6),
    *range(0x180B, 0x1810),
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *range(0xFE00, 0xFE10),
    *range(0xE0100, 0xE01F0),
)
"""Joiners, selectors and the like (Unicode's Default_Ignorable_Code_Point): no ink."""

_MOST = 4  # states of the fonts whose coverage is kept

_FREE = frozenset(map(chr, _IGNORABLE))


def uncovered(text: str) -> list[str]:
    """Return the characters of `text` that no bundled font has, each once, in order."""
    return [
        character
        for character in dict.fromkeys(text)
        if character not in _FREE and not _covered(ord(character))
    ]


def no_ink(character: str) -> bool:
    """Return whether a character is drawn as nothing by every font."""
    return character in _FREE


def check_coverage(texts: Iterable[LocatedText]) -> list[Problem]:
    """Return an error for each character of each text that can't be drawn."""
    return [_problem(text, character) for text in texts for character in uncovered(text.value)]


def missing_glyph(text: LocatedText, character: str) -> str:
    """Return the message that no font has a character of a text."""
    name = unicodedata.name(character, "a character without a name")
    code = f"U+{ord(character):04X}"
    return f"{text.field}: {character!r} ({code} {name}) is in none of the fonts"


def _problem(text: LocatedText, character: str) -> Problem:
    return error(
        "glyph",
        missing_glyph(text, character),
        "write it another way; mi-print list fonts shows the scripts that there are",
        **text.place,
    )


@functools.cache
def _covered(code: int) -> bool:
    # Bounds are start, end, start, end …: inside a range an odd number lies at or before.
    return bisect.bisect_right(_bounds(), code) % 2 == 1


@functools.cache
def _bounds() -> list[int]:
    """Return where coverage starts and ends, in turn, ascending."""
    fonts = sorted(FONTS.glob("*/*.ttf"))
    state = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in fonts]
    key = hashlib.sha256(repr(state).encode()).hexdigest()[:12]
    kept = cache_folder() / f"coverage-{key}"
    if (found := cached(kept)) is not None:
        return list(json.loads(found))
    bounds = list(_runs(_characters(fonts)))
    cache(kept, json.dumps(bounds).encode())
    keep_newest(kept.parent, "coverage-*", _MOST)
    return bounds


def _characters(fonts: Iterable[Path]) -> set[int]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - 50 ms that a warm run saves

    found: set[int] = set()
    for path in fonts:
        with TTFont(path, lazy=True) as font:
            found.update(font.getBestCmap())
    return found


def _runs(codes: set[int]) -> Iterator[int]:
    """Yield first and last-plus-one of each run of consecutive codes."""
    ordered = sorted(codes)
    if not ordered:
        return
    yield ordered[0]
    for code, following in pairwise(ordered):
        if following != code + 1:
            yield from (code + 1, following)
    yield ordered[-1] + 1
