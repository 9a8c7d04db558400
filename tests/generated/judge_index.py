"""Whether the index has everybody, and leads to where they stand."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tests.generated.finished_pages import UNREAD, FinishedPage, Word, in_order, letters
from tests.generated.record import Indexed

_TURNED = re.compile("[\u0590-\u08ff]")
"""Hebrew and Arabic: readers differ in the order of letters and words."""
_JOINED = re.compile("[\u0900-\u097f\u0e00-\u0e7f]")
"""Devanagari and Thai: readers differ in the letters themselves."""


def index_faults(
    read: Sequence[FinishedPage], wanted: Sequence[Indexed], title: str
) -> Iterator[str]:
    """Yield the entries that are not there, have other boards, or lead elsewhere.

    An entry is read by where its words and numbers stand, whatever order readers have them in.
    """
    head = letters(title)
    first = max((at for at, page in enumerate(read) if head in page.readings[0]), default=0)
    found = [each for page in read[first:] for each in _placed(page)] if wanted else []
    named: dict[str, list[_Placed]] = defaultdict(list)
    for each in found:
        named[each.key].append(each)
    joined = [each for each in found if _JOINED.search(each.name)]
    for entry in wanted:
        places = _like(entry.name, joined) if _JOINED.search(entry.name) else []
        places = places or named[in_order(entry.name)]
        if not places:
            yield f"index: {entry.name!r} is not there"
        else:
            yield from min((list(_faults(entry, each, read, first)) for each in places), key=len)


def _faults(
    entry: Indexed, placed: "_Placed", read: Sequence[FinishedPage], first: int
) -> Iterator[str]:
    wanted = letters("".join(entry.boards))
    boards, pages = placed.numbers
    if boards.replace(",", "") != wanted.replace(",", ""):
        yield f"index: {entry.name!r} has not the board {wanted}, but {boards!r}"
        return
    for number in pages:
        known = number > len(read) or not _JOINED.search(entry.name)
        if known and (number > len(read) or not _has(read[number - 1], entry.name)):
            yield f"index: {entry.name!r} is not on page {number}"
    for text in entry.beside:
        if _JOINED.search(text):
            continue  # on some pages readers have other letters of it than on others
        stands = [at for at, page in enumerate(read[:first], 1) if _has(page, text)]
        if stands and not set(stands) & set(pages):
            yield f"index: {entry.name!r} does not lead to {text!r}, on {stands}"


def _has(page: FinishedPage, text: str) -> bool:
    if any(letters(text) in reading for reading in page.readings):
        return True
    words = re.findall(r"\w+", text) if _TURNED.search(text) else []
    return bool(words) and all(in_order(word) in page.tokens for word in words)


# Where entries stand


@dataclass(frozen=True)
class _Row:
    """Words of one line of a column: a name, and the numbers right of it; either may be empty."""

    baseline: float
    name: Sequence[Word]
    numbers: Sequence[Word]


@dataclass(frozen=True)
class _Placed:
    """What may be an entry: a name on one line or on several, and the numbers in them and below."""

    name: str
    rows: Sequence[_Row]

    @cached_property
    def key(self) -> str:
        """Its letters in order of the alphabet."""
        return in_order(self.name)

    @cached_property
    def counted(self) -> Counter[str]:
        """How often it has each letter and mark."""
        return Counter(self.name)

    @property
    def numbers(self) -> tuple[str, list[int]]:
        """Its boards, and its pages: what ends at the right edge."""
        right = max(row.numbers[-1].box[2] for row in self.rows if row.numbers)
        boards, pages = "", list[int]()
        for group in (group for row in self.rows for group in _groups(row.numbers)):
            if abs(group[-1].box[2] - right) < _EDGE:
                pages += map(int, re.findall(r"\d+", _text(group)))
            else:
                boards += _text(group)
        return boards, pages


def _like(name: str, placed: Sequence[_Placed]) -> list[_Placed]:
    """Return what has all letters of a name but a few, and no others; of these the most alike."""
    own = Counter(letters(name))
    most = max(1, _OTHER * sum(map(str.isalpha, own.elements())))
    least, found = own.total(), list[_Placed]()
    for each in placed:
        lost = (own - each.counted).total() - each.counted[UNREAD]
        other = each.counted - own
        unlike = max(lost, other.total())
        if unlike <= least and max(lost, sum(map(str.isalpha, other.elements()))) <= most:
            found = [*(found if unlike == least else ()), each]
            least = unlike
    return found


def _placed(page: FinishedPage) -> Iterator[_Placed]:
    """Yield all that may be an entry: of names below each other also those together."""
    for rows in _columns(page):
        for at in range(len(rows)):
            name = ""
            for to, row in enumerate(rows[at : at + _LINES], at + 1):
                if not row.name:
                    break
                name += _text(row.name)
                below = next((n for n in range(to, len(rows)) if rows[n].name), len(rows))
                lines = _together(rows[at:below])
                if any(line.numbers for line in lines):
                    yield _Placed(name, lines)


def _together(rows: Sequence[_Row]) -> Sequence[_Row]:
    """Return the rows from the first to the last before a gap."""
    gaps = (at for at, (a, b) in enumerate(pairwise(rows), 1) if a.baseline - b.baseline > _LEADING)
    return rows[: next(gaps, len(rows))]


def _columns(page: FinishedPage) -> Iterator[list[_Row]]:
    """Yield the rows of each column from its top."""
    lines: list[list[Word]] = []
    for word in sorted(page.words, key=page.baseline, reverse=True):
        if not lines or page.baseline(lines[-1][0]) - page.baseline(word) > _LINE:
            lines.append([])
        lines[-1].append(word)
    edges = _edges(page, lines[:-1])  # the last is the foot of the page
    for left, right in pairwise([*edges, page.width]):
        rows = []
        for line in lines:
            words = [word for word in line if left <= word.box[0] < right]
            words.sort(key=lambda word: word.box[0])
            first = next((n for n, word in enumerate(words) if _is_number(word)), len(words))
            while 0 < first < len(words) and words[first].box[0] - words[first - 1].box[2] < _GAP:
                first -= 1  # a label is in pieces where readers see it among letters from the right
            if words:
                rows.append(_Row(page.baseline(words[-1]), words[:first], words[first:]))
        yield rows


def _edges(page: FinishedPage, lines: Sequence[list[Word]]) -> list[float]:
    """Return where the columns of a page begin."""
    named = [word for word in page.words if not _is_number(word)]
    heads = [word for word in named if _HEAD[0] < page.em(word) < _HEAD[1]]
    heads += sorted(named, key=lambda word: word.box[0])[:1]
    for line in lines:
        in_line = sorted(line, key=lambda word: word.box[0])
        # A name behind numbers begins in the next column.
        heads += [b for a, b in pairwise(in_line) if _is_number(a) and not _is_number(b)]
    edges: list[float] = []
    for left in sorted(word.box[0] - _LINE for word in heads):
        if not edges or left - edges[-1] > _COLUMN:
            edges.append(left)
    return edges


def _is_number(word: Word) -> bool:
    return bool(re.search(r"\d", word.text))


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


def _text(words: Sequence[Word]) -> str:
    return letters("".join(word.text for word in words))


_LINE = 4.0  # points by which words that stand beside or below each other may differ
_GAP = 3.0  # points: less than between a name and its numbers
_EDGE = 1.5  # points by which page numbers may end in other places, by the ink of figures
_OTHER = 0.2
"""The share of a joined name's letters that a reader may take for others; one at least."""
_HEAD = 11.0, 20.0
"""Points of type: more and less than the letters have that stand at the left of each column."""
_COLUMN = 120.0  # points from the left edge of a column to that of the next at least
_LEADING = 15.0  # points from a line to the next at the most
_LINES = 6  # of a name at the most
