"""Whether two affiliations are of one place.

They are if the words of one are among those of the other ("MIT" and "MIT, Cambridge"), or
if it says the first letters of the other ("MIT" and "Massachusetts Institute of Technology").
"""

import functools
import re

from mi_print.event.collation import letters

_WORDS = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    [
        "a",
        "ag",
        "and",
        "at",
        "co",
        "corp",
        "d",
        "da",
        "das",
        "de",
        "del",
        "della",
        "der",
        "des",
        "di",
        "die",
        "do",
        "dos",
        "du",
        "e",
        "et",
        "for",
        "für",
        "gmbh",
        "het",
        "in",
        "inc",
        "l",
        "la",
        "le",
        "les",
        "llc",
        "ltd",
        "of",
        "och",
        "og",
        "plc",
        "s",
        "the",
        "u",
        "und",
        "van",
        "von",
        "y",
        "zu",
    ]
)


def differ(one: str | None, other: str | None) -> bool:
    """Tell whether both are given and are of two places."""
    if not one or not other or one == other:
        return False
    first, second = _words(one), _words(other)
    return not (_within(first, second) or _within(second, first))


@functools.lru_cache(maxsize=32_768)
def _words(affiliation: str) -> tuple[str, ...]:
    words = _WORDS.findall(letters(affiliation))
    return tuple(word for word in words if word not in _SMALL) or tuple(words)


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether the words of `short`, one of them perhaps as first letters, are in `long`."""
    more = [word for word in short if word not in long]
    if len(more) != 1 or len(more[0]) == 1:
        return not more
    return "".join(word[0] for word in long).startswith(more[0])
