"""Break titles so that their lines are even.

A title's second line should not be a single word.  The number of lines that
greedy breaking needs stays, and the measure is narrowed to the least that needs
no more: the lines come out balanced.  (WeasyPrint has no `text-wrap: balance`.)
A word is divided only where it is wider than a line.
"""

import functools
from collections.abc import Callable, Sequence
from enum import Flag, auto

from mi_print.layout.text import word_breaks
from mi_print.layout.text.hyphenation import divisions, shown
from mi_print.layout.text.pango import Face, measure
from mi_print.layout.text.typography import bound

_TIGHT = 0.05  # points: how finely the measure is narrowed
_BREAK = "\u200b"  # zero-width space: a line may end here

Measure = Callable[[str], float]


class Division(Flag):
    """Where a line may end, besides between words: only in a word that is wider than a line."""

    WORDS = 0
    """Nowhere else."""
    JOINTS = auto()
    """At the no-break spaces, hyphens, and slashes that a word has."""
    HYPHENS = auto()
    """There, and between its syllables with a hyphen more; not in a name."""
    LETTERS = auto()
    """Between letters, where nothing else divides it."""


def greedy(pieces: Sequence[str], width: float, measured: Measure) -> list[str]:
    """Fill lines one after the other; a piece wider than `width` has its own line.

    A space at the end of a piece is left out at the end of a line, and a soft hyphen there is a
    hyphen.
    """
    lines: list[str] = []
    line = ""
    for piece in pieces:
        longer = line + piece
        if line and measured(shown(longer)) > width:
            lines.append(shown(line))
            line = piece
        else:
            line = longer
    return [*lines, shown(line)]


def balanced(
    text: str,
    width: float,
    face: Face,
    lang: str = "en",
    division: Division = Division.HYPHENS | Division.LETTERS,
) -> list[str]:
    """Return the lines of a title within `width` points, as even as they can be.

    Args:
        text: the title.
        width: of a line.
        face: of the type.
        lang: the language of the text, by which its words are divided.
        division: where a word may be divided that is wider than a line.
    """

    @functools.cache
    def measured(line: str) -> float:
        return measure(line, face, lang).width

    if measured(shown(text)) <= width:
        return [shown(text)]
    whole = word_breaks.parts(text)
    pieces = divided(whole, width, measured, lang, division)
    lines = greedy(pieces, width, measured)
    if len(lines) == 1:
        return lines
    broken = _hyphens(lines) if len(pieces) > len(whole) else 0
    low = max(measured(shown(piece)) for piece in pieces)
    high = max(width, low)
    while high - low > _TIGHT:
        middle = (low + high) / 2
        tried = greedy(pieces, middle, measured)
        if len(tried) > len(lines) or (broken and _hyphens(tried) > broken):
            low = middle
        else:
            high = middle
    return greedy(pieces, high, measured)


def divided(
    pieces: Sequence[str],
    width: float,
    measured: Measure,
    lang: str,
    division: Division = Division.HYPHENS,
) -> list[str]:
    """Return pieces of which none is wider than a line, as far as its words can be divided.

    A word stays whole where it fits, and is divided no finer than it must be.
    """
    found: list[str] = []
    for piece in pieces:
        ways = [[piece]]
        if division and measured(shown(piece)) > width:
            ways += divisions(piece, lang if Division.HYPHENS in division else "")
            ways += [word_breaks.at_letters(piece)] if Division.LETTERS in division else []
        fits = (way for way in ways if all(measured(shown(part)) <= width for part in way))
        found += next(fits, ways[-1])
    return found


def held(name: str, width: float, face: Face, lang: str = "en") -> str:
    """Return a name of a running text, and what follows it, as lines of `width` points hold it.

    It stays on one line where that is wide enough; else it may break at its spaces and hyphens,
    and a part of it that is wider than a line between letters, never before a comma.
    """
    if measure(name, face, lang).width <= width:
        return bound(name)
    division = Division.JOINTS | Division.LETTERS
    words = (balanced(word, width, face, lang, division) for word in name.split(" "))
    return " ".join(_BREAK.join(lines) for lines in words)


def _hyphens(lines: Sequence[str]) -> int:
    return sum(line.endswith("-") for line in lines)
