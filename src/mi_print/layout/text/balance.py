"""Break titles so that their lines are even.

A title's second line should not be a single word.  The number of lines that
greedy breaking needs stays, and the measure is narrowed to the least that needs
no more: the lines come out balanced.  (WeasyPrint has no `text-wrap: balance`.)
A word is divided only where it is wider than a line.  A text of Chinese or Japanese that has
spaces is broken there alone, if that takes no more lines.
"""

import functools
from collections.abc import Callable, Sequence
from enum import Flag, auto
from itertools import accumulate

from mi_print.layout.text import word_breaks
from mi_print.layout.text.hyphenation import divisions, shown
from mi_print.layout.text.pango import Face, measure
from mi_print.layout.text.typography import bound

_AHEAD = 24
"""Pieces that are measured together, to see how many may have room on a line."""
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
    return _filled(pieces, width, functools.cache(lambda line: measured(shown(line))))


def _filled(pieces: Sequence[str], width: float, measured: Measure) -> list[str]:
    """Return the same; what is measured are the parts of a line as they stand in it."""
    lines: list[str] = []
    start = 0
    while start < len(pieces):
        end = start + _fitting(pieces[start:], width, measured)
        lines.append(shown("".join(pieces[start:end])))
        start = end
    return lines or [""]


def _fitting(pieces: Sequence[str], width: float, measured: Measure) -> int:
    """Return how many pieces have room on a line, one at the least.

    A line grows with each piece: so it is tried from the number that its letters suggest.
    """
    ahead = pieces[:_AHEAD]
    whole, count = "".join(ahead), len(ahead)
    wide = measured(whole)
    if wide > width:
        letters = len(whole) * width / wide if wide else 0.0
        count = max(1, sum(length <= letters for length in accumulate(map(len, ahead))))
        while count > 1 and measured("".join(pieces[:count])) > width:
            count -= 1
    while count < len(pieces) and measured("".join(pieces[: count + 1])) <= width:
        count += 1
    return count


def balanced(  # noqa: PLR0913 - a text, its place, and how it may be set there
    text: str,
    width: float,
    face: Face,
    lang: str = "en",
    division: Division = Division.HYPHENS | Division.LETTERS,
    *,
    most: int | None = None,
) -> list[str]:
    """Return the lines of a title within `width` points, as even as they can be.

    Args:
        text: the title.
        width: of a line.
        face: of the type.
        lang: the language of the text, by which its words are divided.
        division: where a word may be divided that is wider than a line.
        most: how many lines there is room for; more are not made even, which takes long.
    """

    @functools.cache
    def measured(line: str) -> float:
        return measure(shown(line), face, lang).width

    if measured(text) <= width:
        return [shown(text)]
    whole = word_breaks.parts(text)
    pieces = divided(whole, width, measured, lang, division)
    lines = _filled(pieces, width, measured)
    if len(lines) == 1 or (most is not None and len(lines) > most):
        return lines
    if len(words := word_breaks.words(text)) < len(whole):
        at_spaces = _filled(words, width, measured)
        if len(at_spaces) == len(lines) and max(map(measured, at_spaces)) <= width:
            pieces = words
    broken = _hyphens(lines) if len(pieces) > len(whole) else 0
    return _evened(pieces, lines, width, measured, broken)


def evened(pieces: Sequence[str], width: float, measured: Measure) -> list[str]:
    """Return as many lines as `greedy` fills, as even as they can be."""
    memory = functools.cache(lambda line: measured(shown(line)))
    return _evened(pieces, _filled(pieces, width, memory), width, memory)


def _evened(
    pieces: Sequence[str], lines: list[str], width: float, measured: Measure, broken: int = 0
) -> list[str]:
    """Return lines of the least width that needs no more of them, nor more hyphens than `broken`.

    With 0 hyphens are not counted.
    """
    low = max(map(measured, pieces), default=0.0)
    high = max(width, low)
    while high - low > _TIGHT:
        middle = (low + high) / 2
        tried = _filled(pieces, middle, measured)
        if len(tried) > len(lines) or (broken and _hyphens(tried) > broken):
            low = middle
        else:
            high = middle
    return _filled(pieces, high, measured)


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
        if not division or measured(shown(piece)) <= width:
            found.append(piece)
            continue
        ways = divisions(piece, lang if Division.HYPHENS in division else "")
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
