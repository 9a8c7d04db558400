"""The leading at which no letter touches one of the line below."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from mi_print.layout.text import word_breaks
from mi_print.layout.text.pango import Face, measure

_APART = 0.03
"""Em of white between letters of two lines that are over each other."""
_FULL_APART = 0.12
"""The same of Chinese and Japanese, which fill their height."""


def clear_of_each_other(lines: Sequence[str], face: Face, lang: str) -> Face:
    """Return the face with the leading at which no letter touches one of the line below."""
    ink = max((_meeting(*pair, face, lang) for pair in pairwise(lines)), default=0.0)
    full = any(map(word_breaks.is_unspaced, lines))
    wanted = ink + (_FULL_APART if full else _APART) * face.size
    return replace(face, leading=round(wanted, 2)) if wanted > face.leading else face


def _meeting(above: str, below: str, face: Face, lang: str) -> float:
    """Return how far ink of two lines reaches to each other where it is over each other.

    What rises of small letters is a stem, much narrower than they are, and is passed over.
    """
    near = _APART * face.size
    lowers = [ink for letter, ink in _letters(below, face, lang) if not letter.islower()]
    reaches = (
        upper.bottom + lower.top
        for _, upper in _letters(above, face, lang)
        for lower in lowers
        if upper.left - near < lower.right and lower.left - near < upper.right
    )
    return max(reaches, default=0.0)


class _LetterInk(NamedTuple):
    left: float
    right: float
    top: float
    bottom: float


def _letters(line: str, face: Face, lang: str) -> Iterator[tuple[str, _LetterInk]]:
    """Yield where the ink of each letter lies, from the left of the line's own ink."""
    start = measure(line, face, lang).ink_left
    for at, letter in enumerate(line, 1):
        if not letter.isspace():
            ink = measure(letter, face, lang)
            x = measure(line[:at], face, lang).width - ink.width - start
            yield (
                letter,
                _LetterInk(x + ink.ink_left, x + ink.ink_right, ink.ink_top, ink.ink_bottom),
            )
