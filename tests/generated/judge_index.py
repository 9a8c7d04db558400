"""Whether the index leads to where everybody stands."""

import re
from collections.abc import Iterator, Sequence

from tests.generated.finished_pages import FinishedPage, letters
from tests.generated.record import Indexed

_REORDERED = re.compile("[\u0590-\u097f\u0e00-\u0e7f]")
"""Hebrew, Arabic, Devanagari, Thai: readers differ in the letters and their order."""

_LEAST = 8
"""Letters of a name that no other entry ends with by chance."""


def index_faults(
    read: Sequence[FinishedPage], wanted: Sequence[Indexed], title: str
) -> Iterator[str]:
    """Yield the entries with other boards than they should have, or that lead elsewhere.

    Of a name that readers have in pieces, or with other letters, nothing is said; `judge` sees
    whether it is there.
    """
    head = letters(title)
    pages = [page.readings for page in read]
    first = max((at for at, page in enumerate(pages) if head in page[0]), default=0)
    index = "".join(page[0] for page in pages[first:])
    for entry in wanted:
        yield from _faults(entry, index, pages, first)


def _faults(
    entry: Indexed, index: str, pages: Sequence[Sequence[str]], first: int
) -> Iterator[str]:
    name, boards = letters(entry.name), letters(", ".join(entry.boards))
    at = index.find(name)
    alone = len(name) >= _LEAST and index.count(name) == 1 and len(entry.boards) <= 1
    if not alone or _REORDERED.search(entry.name):
        return
    rest = index[at + len(name) :]
    if not rest.startswith(boards):
        if re.match(r"[\d/]", rest) or not entry.boards:
            yield f"index: {entry.name!r} has not the board {boards}, but {rest[:12]!r}"
        return
    numbers = re.match(r"\d+(,\d+)*", rest[len(boards) :])
    if not numbers:
        return
    found = _without_footer(numbers[0], range(first + 1, len(pages) + 1))
    leads = [int(each) for each in found.split(",")]
    if max(leads) > len(pages) and len(found) > _WIDTH:
        return  # of several lines, which readers have without a space
    for number in leads:
        if number > len(pages) or not any(name in reading for reading in pages[number - 1]):
            yield f"index: {entry.name!r} is not on page {number}"
    for text in entry.beside:
        stands = [at + 1 for at, page in enumerate(pages[:first]) if letters(text) in page[0]]
        if stands and len(leads) < _MANY and not set(stands) & set(leads):
            yield f"index: {entry.name!r} does not lead to {text!r}, on {stands}"


def _without_footer(numbers: str, index: range) -> str:
    """Return page numbers without that of the page, which readers have behind its last line."""
    *before, last = numbers.split(",")
    for number in map(str, index):
        if int(last) > index[-1] and last != number and last.endswith(number):
            return ",".join([*before, last.removesuffix(number)])
    return numbers


_WIDTH = 3
"""Digits of one page number at the most."""

_MANY = 3
"""Pages of an entry that stand on one line at the most, and one more."""
