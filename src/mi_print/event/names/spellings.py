"""Names that may be one person's in two spellings; only that they may is ever said.

Three things are compared: how a name sounds, its letters without the spaces and hyphens between
them, and its words without initials.  Besides, a long word may be another with one letter
mistyped: not its first, which nobody mistypes, and not at its end, where names of women and men
differ (Daniel and Daniela).
"""

import re
from collections.abc import Iterator

from mi_print.event.collation import letters
from mi_print.event.names.folding import folded

LONG_WORD = 6
"""Letters of a word that may be another, mistyped; shorter ones are often other people's."""

_SOUNDS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        ("([aou])e", r"\1"),  # Mueller
        ("ph", "f"),
        ("ch(?=[lr])|ck|c(?![ehiy])", "k"),
        ("x", "ks"),
        ("ie|y|j$", "i"),
        ("([aeiou])h(?![aeiou])", r"\1"),  # Sarah, John
        (r"(.)\1", r"\1"),
    )
)
_FEWEST = 4  # letters of a word that is taken by its sound; of Chinese ones most are shorter
_NO_LETTER = re.compile(r"[\W_]+")


def keys(name: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield what another spelling of a name has too, with the initials that may not contradict."""
    words = folded(name).split()
    initials = frozenset(word for word in words if len(word) == 1)
    yield f"sound {' '.join(sorted(map(_sound, words)))}", frozenset()
    yield f"letters {_NO_LETTER.sub('', letters(name))}", frozenset()
    if len(words) - len(initials) > 1:
        yield f"words {' '.join(word for word in words if len(word) > 1)}", initials


def may_agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether the initials of two names may be one person's: none contradicts."""
    return one <= other or other <= one


def mistyped(one: str, other: str) -> bool:
    """Tell whether two words differ by a letter inside, or by two that are swapped.

    The last two of Christian and Christina are no mistake.
    """
    if min(len(one), len(other)) < LONG_WORD or one[0] != other[0]:
        return False
    if one[-1] != other[-1]:
        swapped = one[:-2] == other[:-2] and one[-2:] == other[:-3:-1]
        return swapped and "a" not in {one[-1], other[-1]}
    while one and one[:1] == other[:1]:
        one, other = one[1:], other[1:]
    while one and one[-1:] == other[-1:]:
        one, other = one[:-1], other[:-1]
    return max(len(one), len(other)) <= 1 or (len(one) == 2 and one == other[::-1])  # noqa: PLR2004 - swapped


def _sound(word: str) -> str:
    if len(word) < _FEWEST:
        return word
    for pattern, instead in _SOUNDS:
        word = pattern.sub(instead, word)
    return word
