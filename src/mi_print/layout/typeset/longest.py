"""Which of many like documents are worth laying out: those with the longest texts.

What one template makes differs in its texts alone.  Where the longest text of each
element fits, a shorter one does, as far as letters tell.
"""

import re
from collections.abc import Callable, Iterable, Sequence

Texts = Sequence[tuple[str, str]]
"""The texts of a document, each after the name of its element or its field."""

_ALIKE = 1.1  # times as long as a text that fits: what is no longer than that fits too, mostly
_TEXT = re.compile(r"<(/?[a-z0-9]+)([^<>]*)>([^<>]*)")
_CLASS = re.compile(r'class="([^"]*)"')
_STYLE = "style"

_Lengths = dict[str, tuple[int, int]]
"""By element: the letters of its longest text, and of the longest word in one."""


def lay_out_longest(
    documents: Sequence[Texts], lay_out: Callable[[int], bool], most: int
) -> list[int]:
    """Lay out documents until no other has a longer text; return the numbers of the others.

    Args:
        documents: what one template makes of several things, or what it makes them of; one
            without a text is nothing.
        lay_out: lays out the document of a number and returns whether all of it fits.
        most: letters; what is more than that, together with what has been laid out, is not.
    """
    known: _Lengths = {}
    left: list[int] = []
    spent = 0
    sizes = [letters(each) for each in documents]
    for number in sorted(range(len(documents)), key=lambda number: -sizes[number]):
        if not documents[number]:
            continue
        own = _lengths(documents[number])
        if spent + sizes[number] > most or (known and not _longer(own, known)):
            left.append(number)
            continue
        spent += sizes[number]
        if lay_out(number):
            known = {key: _larger(own.get(key), known.get(key)) for key in (own | known)}
    return sorted(left)


def texts_of(html: str) -> Texts:
    """Return the texts of an HTML document, named by tag and class; styles are none."""
    return [
        (f"{tag} {named[1]}" if (named := _CLASS.search(attributes)) else tag, text.strip())
        for tag, attributes, text in _TEXT.findall(html)
        if tag != _STYLE and text.strip()
    ]


def letters(texts: Texts) -> int:
    """Return how many letters there are in all."""
    return sum(len(text) for _, text in texts)


def _lengths(texts: Iterable[tuple[str, str]]) -> _Lengths:
    found: _Lengths = {}
    for name, text in texts:
        here = len(text), max(map(len, text.split()), default=0)
        found[name] = _larger(here, found.get(name))
    return found


def _larger(one: tuple[int, int] | None, other: tuple[int, int] | None) -> tuple[int, int]:
    (a, b), (c, d) = one or (0, 0), other or (0, 0)
    return max(a, c), max(b, d)


def _longer(own: _Lengths, known: _Lengths) -> bool:
    """Return whether a document has a longer text than all that came out right."""
    return any(
        length > _ALIKE * right
        for name, here in own.items()
        for length, right in zip(here, known.get(name, (0, 0)), strict=True)
    )
