"""Words of what is said: quoted values, counted things, and the known word most like another."""

import difflib
import re
from collections.abc import Iterable

_MANY = 12


def shown(value: object, most: int = 60) -> str:
    """Return a value as a message quotes it, cut after so many characters."""
    text = str(value)
    return text if len(text) <= most else f"{text[:most]}…"


def counted(count: int, word: str) -> str:
    """Return a number of things in words: `1 page`, `2 pages`."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """Return a hint: the known word most like this one, or else all, if they are few.

    Args:
        word: what was written.
        known: what may be written.
        likeness: how alike two words must be, from 0 to 1.
    """
    if meant := alike(word, known := sorted(known, key=str.casefold), likeness):
        return f'did you mean "{meant}"?'
    return f"known here: {', '.join(known)}" if 0 < len(known) <= _MANY else ""


def alike(word: str, known: Iterable[str], likeness: float) -> str | None:
    """Return the known word of the same parts in any order, or most like this one, if any is."""
    words = {each.casefold(): each for each in known}
    parts = _parts(word.casefold())
    for folded, meant in words.items() if parts[1:] else ():
        if _parts(folded) == parts:
            return meant
    found = difflib.get_close_matches(shown(word).casefold(), words, n=1, cutoff=likeness)
    return words[found[0]] if found else None


def _parts(word: str) -> list[str]:
    return sorted(filter(None, re.split(r"[-_. ]", word)))
