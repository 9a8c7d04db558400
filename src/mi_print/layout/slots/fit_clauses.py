"""`data-fit`: how large a slot's text may be, and on how many lines.

    data-fit="72pt..16pt; least 32pt; lines 2..4; rag even; floor refuse"

How far a text may shrink is no property of CSS, and so it has an attribute.
docs/layouts.md explains each clause.
"""

import re
from dataclasses import replace
from typing import Any

from mi_print.layout.copyfit.fit_box import FitRange, Floor, Rag
from mi_print.units import points

MOST_LINES = 60
"""A name of more lines is a mistake in the layout, and would take long to break."""

_NUMBER = re.compile("[1-9][0-9]?", re.ASCII)


def read_fit(text: str, size: float) -> FitRange:
    """Return a `data-fit` as a range.

    Args:
        text: the attribute; without sizes the text never shrinks.
        size: the size that the CSS gives, in points.

    Raises:
        ValueError: it is none.
    """
    found = FitRange(size, size)
    seen: set[str] = set()
    for clause in filter(None, (part.strip() for part in text.split(";"))):
        word, _, value = clause.partition(" ")
        if clause[0].isdigit():
            word, value = "sizes", clause
        if word in seen:
            raise ValueError(f"“{clause}” comes second: one such clause is enough")
        seen.add(word)
        found = replace(found, **_clause(word, value.strip(), clause))
    if not found.smallest <= found.largest:
        raise ValueError("sizes go from the largest to the smallest, as in 72pt..16pt")
    if not 0 < found.smallest <= min(found.least, found.largest):
        raise ValueError("“least” is not below the smallest size")
    if found.few > found.lines:
        raise ValueError("lines go from the fewest to the most, as in 2..4")
    if found.rag is Rag.FILL and found.few > 1:
        raise ValueError("lines that are filled are as few as can be: say only the most")
    return found


def _clause(word: str, value: str, clause: str) -> dict[str, Any]:
    if word == "sizes":
        largest, _, smallest = value.partition("..")
        return {"largest": points(largest), "smallest": points(smallest or largest)}
    if word == "least":
        return {"least": points(value)}
    if word == "lines":
        few, dots, most = value.partition("..")
        return {"few": _count(few) if dots else 1, "lines": _count(most if dots else few)}
    if word in _WORDS:
        known = _WORDS[word]
        if value not in set(known):
            *others, last = known
            raise ValueError(f"“{clause}”: the {word} is {', '.join(others)} or {last}")
        return {word: known(value)}
    raise ValueError(f"“{clause}” is none of: sizes as in 72pt..16pt, least, lines, floor, rag")


_WORDS: dict[str, type[Floor | Rag]] = {"floor": Floor, "rag": Rag}


def _count(text: str) -> int:
    if not _NUMBER.fullmatch(text.strip()) or int(text) > MOST_LINES:
        raise ValueError(f"“{text}” is no number of lines from 1 to {MOST_LINES}")
    return int(text)
