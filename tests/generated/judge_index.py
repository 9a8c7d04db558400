"""Whether the index leads to where everybody stands."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tests.generated.finished_pages import FinishedPage, Word, in_order, letters
from tests.generated.record import Indexed

_TURNED = re.compile("[\u0590-\u08ff]")
"""Hebrew and Arabic: readers differ in the order of letters and words."""
_JOINED = re.compile("[\u0900-\u097f\u0e00-\u0e7f]")
"""Devanagari and Thai: readers differ in the letters themselves."""

_LEAST = 8
"""Letters of a name that no other entry ends with by chance."""


def index_faults(
    read: Sequence[FinishedPage], wanted: Sequence[Indexed], title: str
) -> Iterator[str]:
    """Yield the entries with other boards than they should have, or that lead elsewhere.

    Of a name that readers have in pieces nothing is said; `judge` sees whether it is there.
    """
    head = letters(title)
    first = max((at for at, page in enumerate(read) if head in page.readings[0]), default=0)
    index = "".join(page.readings[0] for page in read[first:])
    rows: list[_Row] = []
    for entry in wanted:
        if len(entry.boards) > 1 or _TURNED.search(entry.name) or _JOINED.search(entry.name):
            rows = rows or [row for at, page in enumerate(read[first:]) for row in _rows(page, at)]
            yield from _faults_by_place(entry, rows, read, first)
        else:
            yield from _faults(entry, index, read, first)


def _faults(entry: Indexed, index: str, read: Sequence[FinishedPage], first: int) -> Iterator[str]:
    name, boards = letters(entry.name), letters(", ".join(entry.boards))
    at = index.find(name)
    if len(name) < _LEAST or index.count(name) != 1:
        return
    rest = index[at + len(name) :]
    if not rest.startswith(boards):
        if re.match(r"[\d/]", rest) or not entry.boards:
            yield f"index: {entry.name!r} has not the board {boards}, but {rest[:12]!r}"
        return
    numbers = re.match(r"\d+(,\d+)*", rest[len(boards) :])
    if not numbers:
        return
    found = _without_footer(numbers[0], range(first + 1, len(read) + 1))
    leads = [int(each) for each in found.split(",")]
    behind = rest[len(boards) + len(numbers[0]) :]
    reordered = _TURNED.match(behind) or _JOINED.match(behind)
    if max(leads) > len(read) and (len(found) > _WIDTH or reordered):
        return  # of several lines, or with the next entry's: readers have these without a space
    yield from _elsewhere(entry, leads, read, first)


def _elsewhere(
    entry: Indexed, leads: Sequence[int], read: Sequence[FinishedPage], first: int
) -> Iterator[str]:
    for number in leads:
        known = number > len(read) or not _JOINED.search(entry.name)
        if known and (number > len(read) or not _has(read[number - 1], entry.name)):
            yield f"index: {entry.name!r} is not on page {number}"
    for text in entry.beside:
        if _JOINED.search(text):
            continue  # on some pages readers have other letters of it than on others
        stands = [at for at, page in enumerate(read[:first], 1) if _has(page, text)]
        if stands and len(leads) < _MANY and not set(stands) & set(leads):
            yield f"index: {entry.name!r} does not lead to {text!r}, on {stands}"


def _has(page: FinishedPage, text: str) -> bool:
    if any(letters(text) in reading for reading in page.readings):
        return True
    words = re.findall(r"\w+", text) if _TURNED.search(text) else []
    return bool(words) and all(in_order(word) in page.tokens for word in words)


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


# By where the words stand


@dataclass(frozen=True)
class _Row:
    """Words of one line of a column: a name, and the numbers right of it; either may be empty."""

    page: int
    column: float
    name: Sequence[Word]
    numbers: Sequence[Word]

    @property
    def middle(self) -> float:
        """How high it stands."""
        return _middle([*self.name, *self.numbers][-1])


def _rows(page: FinishedPage, number: int) -> Iterator[_Row]:
    """Yield the rows of a page from its top, all those of one line from the left."""
    lines: list[list[Word]] = []
    for word in sorted(page.words, key=_middle, reverse=True):
        line = max(lines[-2:], key=lambda line: _overlap(line[0], word), default=[])
        if not line or _overlap(line[0], word) < _LEVEL:
            lines.append(line := [])
        line.append(word)
    columns: list[float] = []
    named = [word for word in page.words if not _is_number(word)]
    heads = [word for word in named if _HEAD[0] < page.em(word) < _HEAD[1]]
    heads += sorted(named, key=lambda word: word.box[0])[:1]
    for line in lines[:-1]:  # the last is the foot of the page
        line.sort(key=lambda word: word.box[0])
        # A name behind numbers begins in the next column.
        heads += [b for a, b in pairwise(line) if _is_number(a) and not _is_number(b)]
    for left in sorted(word.box[0] - _LINE for word in heads):
        if not columns or left - columns[-1] > _COLUMN:
            columns.append(left)
    for line in lines:
        for at, to in pairwise([*columns, page.width]):
            words = sorted((w for w in line if at <= w.box[0] < to), key=lambda word: word.box[0])
            first = next((n for n, word in enumerate(words) if _is_number(word)), len(words))
            if words:
                yield _Row(number, at, words[:first], words[first:])


def _is_number(word: Word) -> bool:
    return bool(re.search(r"\d", word.text))


def _overlap(one: Word, other: Word) -> float:
    """Return the share of the lower of two words that is level with the other."""
    both = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    return both / min(one.box[3] - one.box[1], other.box[3] - other.box[1])


def _faults_by_place(
    entry: Indexed, rows: Sequence[_Row], read: Sequence[FinishedPage], first: int
) -> Iterator[str]:
    unlike = {at: _unlike(entry.name, row) for at, row in enumerate(rows) if row.numbers}
    least = min(unlike.values(), default=1.0)
    named = [rows[at] for at, share in unlike.items() if share == least <= _UNREAD]
    if len(named) != 1:
        return
    (row,) = named
    right, boards, pages = row.numbers[-1].box[2], "", list[str]()
    for line in [row, *_continued(row, rows)]:
        for group in _groups(line.numbers):
            if abs(group[-1].box[2] - right) < _EDGE:
                pages += re.findall(r"\d+", _text(group))
            else:
                boards += _text(group)
    wanted = letters("".join(entry.boards))
    if boards.replace(",", "") != wanted.replace(",", ""):
        yield f"index: {entry.name!r} has not the board {wanted}, but {boards!r}"
        return
    yield from _elsewhere(entry, list(map(int, pages)), read, first)


def _unlike(name: str, row: _Row) -> float:
    """Return 0 if a row has a whole name; of a joined script, the share of other letters."""
    if not _JOINED.search(name):
        return float(not row.name or in_order(_text(row.name)) != in_order(name))
    own, other = (Counter(filter(_JOINED.match, text)) for text in (name, _text(row.name)))
    return max((own - other).total(), (other - own).total()) / own.total()


def _continued(row: _Row, rows: Sequence[_Row]) -> Iterator[_Row]:
    """Yield the lines below a row that have numbers alone."""
    above = row.middle
    for below in rows[rows.index(row) + 1 :]:
        if (below.page, below.column) != (row.page, row.column):
            continue
        if below.name or not 0 < above - below.middle < _LEADING:
            return
        above = below.middle
        yield below


def _groups(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the numbers of a line that stand together: boards, pages."""
    group: list[Word] = []
    for word in words:
        if group and not group[-1].text.endswith(","):
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _middle(word: Word) -> float:
    return (word.box[1] + word.box[3]) / 2


def _text(words: Sequence[Word]) -> str:
    return letters("".join(word.text for word in words))


_LINE = 4.0  # points by which words that stand below each other may differ
_EDGE = 1.5  # points by which page numbers may end in other places, by the ink of figures
_UNREAD = 0.2
"""The share of a joined name's letters that a reader may take for others."""
_LEVEL = 0.5  # of the lower of two words of a line: how much of it is beside the other
_HEAD = 11.0, 20.0
"""Points of type: more and less than the letters have that stand at the left of each column."""
_COLUMN = 120.0  # points from the left edge of a column to that of the next at least
_LEADING = 15.0  # points from a line to the next at the most
