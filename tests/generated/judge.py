"""Whether a finished file is right, judged by its bytes and the data alone."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain, pairwise
from pathlib import Path
from unicodedata import combining

import numpy as np

from tests.generated.finished_pages import Box, FinishedPage, Word, in_order, letters, opened
from tests.generated.judge_index import index_faults
from tests.generated.record import Printed, Record, Way

_OVER = 0.12
"""Em by which glyphs of two words must reach into each other, across and down, to be a fault: the
boxes of glyphs that don't touch can reach into each other a little, as those of j and T."""
_OVER_MARKED = 0.25
"""The same in a line of a script whose marks readers take for those of another letter."""
_NEXT = 2
"""Places between two words that follow each other: how near these stand is the font's."""
_OUTSIDE = 0.5  # points
_DPI = 72.0
"""Of the pictures on which every word must be seen."""
_SEEN = 24
"""Levels of grey between the darkest and the lightest dot of a word that is seen."""


def faults(path: Path, wanted: Printed) -> list[str]:
    """Return all that is wrong with a file, each in words."""
    with opened(path) as read:
        found = [*_missing(read, wanted), *index_faults(read, wanted.index, wanted.index_title)]
        texts = filter(None, _texts(wanted))
        turned = [
            _Turned(text)
            for text in dict.fromkeys(texts)
            if unicodedata.bidirectional(text[0]) in _RIGHT
        ]
        for number, page in enumerate(read, 1):
            found += [f"page {number}: {fault}" for fault in _from_the_left(page, turned)]
            on_page = chain(_outside(page), _collisions(page), _struck(page), _hidden(page))
            found += [f"page {number}: {fault}" for fault in on_page]
    return found


# What is missing


class _Passage:
    """The letters of some pages."""

    def __init__(self, read: Sequence[FinishedPage]) -> None:
        self._pages = read
        self.readings = ["".join(page.readings[reader] for page in read) for reader in (0, 1)]

    @cached_property
    def codes(self) -> set[str]:
        """What the codes say."""
        return set().union(*(page.codes() for page in self._pages))

    @cached_property
    def bands(self) -> set[str]:
        """The colours at the foot of all its pages; and none, which is always there."""
        return set.intersection(*({"", page.colour(*_BAND)} for page in self._pages))

    def missing(self, record: Record) -> list[str]:
        """Return the texts of a record that are not here."""
        alternatives = [text if isinstance(text, tuple) else (text,) for text in record.texts]
        lost = [each[0] for each in alternatives if not any(self._has(t, record) for t in each)]
        return lost + self._missing_items(record) + self._missing_ways(record)

    def _missing_ways(self, record: Record) -> list[str]:
        """Return what is not here of the way of which the most is."""
        lost = [self._missing_way(way, record) for way in record.ways]
        return min(lost, key=len, default=[])

    def _missing_way(self, way: Way, record: Record) -> list[str]:
        found = self.missing(replace(record, texts=way.texts, items=(), ways=()))
        return found or [f"code {code}" for code in way.codes if code not in self.codes]

    def _missing_items(self, record: Record) -> list[str]:
        """Return the items that are not here, unless it is said that there are so many more."""
        lost = [item for item in record.items if not all(self._has(text, record) for text in item)]
        if lost and record.more and self._has(record.more(len(lost)), record):
            return []
        return [" ".join(item) for item in lost]

    def repeated(self, record: Record) -> Iterator[str]:
        """Yield the texts of a record that stand here more often than they may."""
        for text in record.texts if record.most else ():
            wanted = letters(text[0] if isinstance(text, tuple) else text)
            if len(wanted) >= _ALONE and not _is_joined(wanted):
                times = min(reading.count(wanted) for reading in self.readings)
                if times > (record.most or 0):
                    yield f"{record.about}: {text!r} stands there {times} times"

    def _has(self, text: str, record: Record) -> bool:
        wanted = letters(text)
        if any(reading.count(wanted) >= record.times for reading in self.readings):
            return True
        if _is_joined(text):
            own = Counter(filter(_is_letter, wanted))
            return (own - self._letters).total() <= max(1, _UNREAD * own.total())
        if self._turned or len(wanted) > _LONG:
            words = re.findall(r"\w+", unicodedata.normalize("NFKC", text))
            return all(self._has_word(word) for word in words)
        return False

    def _has_word(self, word: str) -> bool:
        if in_order(word) in self._tokens or any(letters(word) in each for each in self.readings):
            return True
        if _UNSPACED.search(word):
            halves = ((word[:at], word[at:]) for at in range(1, len(word)))
            if any({in_order(a), in_order(b)} <= self._tokens for a, b in halves):
                return True
        # A word too long for a line stands in pieces.
        return len(word) > _LONG_WORD and Counter(letters(word)) <= self._letters

    @cached_property
    def _turned(self) -> bool:
        return any(map(_is_turned, self.readings))

    @cached_property
    def _tokens(self) -> set[str]:
        return set().union(*(page.tokens for page in self._pages))

    @cached_property
    def _letters(self) -> Counter[str]:
        return Counter(self.readings[0]) | Counter(self.readings[1])


_BAND = (1.0, 3.0)
"""A point in the band of every badge, from the lower left corner."""

_LONG = 60  # letters: a paragraph, which may go on overleaf


_LONG_WORD = 15
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Kana, Han, Hangul: between two of them a line, or a page, may end."""
_ALONE = 24  # letters of a text that is a part of no other by chance


def _is_letter(character: str) -> bool:
    return unicodedata.category(character) == "Lo"


def _is_turned(text: str) -> bool:
    """Return whether readers may give a text's words in another order than they are written in."""
    return any(unicodedata.bidirectional(c) in _RIGHT or _INDIC.match(c) for c in text)


def _is_joined(text: str) -> bool:
    """Return whether a text is of a script whose glyphs stand for several letters and marks."""
    return bool(_INDIC.search(text))


_INDIC = re.compile("[\u0900-\u097f\u0e00-\u0e7f]")
"""Devanagari and Thai. Of these a file says of each glyph the letters for which it stood first."""
_UNREAD = 0.2
"""The share of such a text's letters that a reader may take for others."""


def _missing(read: Sequence[FinishedPage], wanted: Printed) -> Iterator[str]:
    if not wanted.sides:
        yield from _missing_of_whole(read, wanted.records)
        return
    starts = [*range(0, len(read), wanted.sides)]
    if len(read) > len(wanted.records) and any(record.head for record in wanted.records):
        starts = _sheets(read, wanted.records)
    if len(read) < len(wanted.records) or len(starts) != len(wanted.records):
        yield f"{len(read)} pages for {len(wanted.records)} records"
    passages = [_Passage(read[at:to]) for at, to in pairwise([*starts, len(read)])]
    for number, record in enumerate(wanted.records):
        at, lost = _best(passages, record, number)
        about = f"page {wanted.sides * at + 1}, {record.about}"
        yield from (f"{about}: {text!r} is missing" for text in lost)
        if record.beside and not any(_in_line(page, *record.beside) for page in read):
            yield f"{about}: {record.beside[0]!r} does not stand beside {record.beside[1]!r}"
        if wanted.in_order and at != number and not lost:
            yield f"{about} is in another order"


def _sheets(read: Sequence[FinishedPage], records: Sequence[Record]) -> list[int]:
    """Return at which pages records begin that have several sheets, each with a head."""
    starts = [0]
    for at, page in enumerate(read[1:], 1):
        record, *others = records[len(starts) - 1 :][:2]
        goes_on, begins = (
            not _Passage([page]).missing(Record("", each.head))
            for each in (record, *others, record)[:2]
        )
        # A page may say what comes next: then the record goes on that is not whole yet.
        whole = not goes_on or not _Passage(read[starts[-1] : at]).missing(record)
        if others and begins and whole:
            starts.append(at)
        elif not goes_on:
            return []
    return starts


def _missing_of_whole(read: Sequence[FinishedPage], records: Sequence[Record]) -> Iterator[str]:
    whole = _Passage(read)
    pages = [_Passage([page]) for page in read]
    codes = whole.codes if any(record.codes for record in records) else set()
    for record in records:
        lost = whole.missing(record)
        if record.together and not lost and all(page.missing(record) for page in pages):
            yield f"{record.about}: {record.texts!r} do not stand on one page"
        yield from (f"{record.about}: {text!r} is missing" for text in lost)
        yield from (f"{record.about}: no code says {c}" for c in record.codes if c not in codes)
        yield from whole.repeated(record)
        if record.beside and not any(_in_line(page, *record.beside) for page in read):
            yield f"{record.about}: {record.beside[0]!r} does not stand beside {record.beside[1]!r}"


def _best(passages: Sequence[_Passage], record: Record, number: int) -> tuple[int, list[str]]:
    """Return which pages a record stands on, and what they don't have of it."""
    found: dict[int, list[str]] = {}
    for at in [*range(number, len(passages)), *range(min(number, len(passages)))]:
        found[at] = passages[at].missing(record)  # many records stand in the order of the data
        if not found[at]:
            found[at] = [f"code {c}" for c in record.codes if c not in passages[at].codes]
            found[at] += [f"band {record.band}"] if record.band not in passages[at].bands else []
        if not found[at]:
            return at, []
    return min(found.items(), key=lambda item: len(item[1]), default=(0, ["everything"]))


def _in_line(page: FinishedPage, first: str, second: str) -> bool:
    """Return whether one text stands before another, in one line or at its beginning."""
    label, head = letters(first), letters(second)[:_HEAD]
    if _is_turned(head) or any(map(combining, head)):
        return True  # in such a text readers have other letters first
    found = [(letters(word.text), word.box) for word in page.words]
    before = [box for text, box in found if text == label]
    after = [
        box for text, box in found if text and (text.startswith(head) or head.startswith(text))
    ]
    return any(a[2] < b[0] and _level(b, a) for a in before for b in after)


def _level(box: Box, other: Box) -> bool:
    """Return whether a word stands in the line of another."""
    return min(box[3], other[3]) - max(box[1], other[1]) > _LEVEL * (box[3] - box[1])


_HEAD = 4  # letters of a text by which its beginning is found
_LEVEL = 0.4  # of the height of a word, by which another in its line overlaps it


# What stands where it must not


_RIGHT = {"R", "AL"}
_KNOWN = 3
"""Letters of a word that no other word of a page has by chance."""


def _texts(wanted: Printed) -> Iterator[str]:
    for record in wanted.records:
        for text in record.texts:
            yield from text if isinstance(text, tuple) else (text,)


class _Turned:
    """A text that begins with a letter read from the right."""

    def __init__(self, text: str) -> None:
        self.text = text
        words = re.findall(r"\w+", text)
        self.first = in_order(words[0])
        self.words = {in_order(word) for word in words if len(word) >= _KNOWN}


def _from_the_left(page: FinishedPage, texts: Sequence[_Turned]) -> Iterator[str]:
    """Yield the texts that begin with a letter read from the right, and are set from the left."""
    places: dict[str, list[Box]] = {}
    for word in page.words if texts else ():
        places.setdefault(in_order(word.text), []).append(word.box)
    alone = {word: boxes[0] for word, boxes in places.items() if len(boxes) == 1}
    for text in texts:
        if text.first not in text.words or not (first := alone.get(text.first)):
            continue
        line = [box for word in text.words & alone.keys() if _level(first, box := alone[word])]
        if any(box[2] > first[2] + _OUTSIDE for box in line):
            yield f"{text.text!r} is set from the left"


def _outside(page: FinishedPage) -> Iterator[str]:
    for word in page.words:
        left, bottom, right, top = word.box
        out = max(-left, -bottom, right - page.width, top - page.height)
        if out > _OUTSIDE:
            yield f"{word.text!r} stands {out:.1f} pt outside the page"


def _collisions(page: FinishedPage) -> Iterator[str]:
    words = page.words
    if not words:
        return
    boxes = np.array([word.box for word in words])
    left, bottom, right, top = boxes.T
    for at, word in enumerate(words):
        over = (
            (left[at + 1 :] < right[at])
            & (right[at + 1 :] > left[at])
            & (bottom[at + 1 :] < top[at])
            & (top[at + 1 :] > bottom[at])
        )
        for other in np.flatnonzero(over):
            later = words[at + 1 + other]
            near = later.first - word.last <= _NEXT or combining(later.text[0])
            if not near and (depth := _depth(page, word, later)) > _over(word, later):
                yield f"{word.text!r} and {later.text!r} collide by {depth:.2f} em"


def _over(word: Word, other: Word) -> float:
    """Return how far two words may reach into each other, in em."""
    in_line = abs(word.box[1] - other.box[1]) < _OUTSIDE
    return _OVER_MARKED if in_line and _is_joined(word.text + other.text) else _OVER


def _depth(page: FinishedPage, word: Word, other: Word) -> float:
    """Return by how many em two glyphs of two words reach into each other at the most."""
    em = min(page.em(word), page.em(other))
    reach = [_reach(a, b) for a in page.glyphs(word) for b in page.glyphs(other)]
    return max(reach, default=0) / em if em else 0


def _reach(a: Box, b: Box) -> float:
    across = min(a[2], b[2]) - max(a[0], b[0])
    down = min(a[3], b[3]) - max(a[1], b[1])
    return min(across, down)


def _struck(page: FinishedPage) -> Iterator[str]:
    for word in page.words:
        left, bottom, right, top = word.box
        depth = _OVER * page.em(word)
        for rule in page.rules:
            over = rule[0] < right and rule[2] > left
            if over and bottom + depth < rule[3] and top - depth > rule[1]:
                yield f"a rule goes through {word.text!r}"


def _hidden(page: FinishedPage) -> Iterator[str]:
    picture = page.picture(_DPI)
    scale = picture.shape[0] / page.height
    for word in page.words:
        if len(word.text) == 1:  # a comma is too small for the picture
            continue
        left, bottom, right, top = (scale * edge for edge in word.box)
        high = slice(max(0, int(picture.shape[0] - top)), int(picture.shape[0] - bottom) + 1)
        part = picture[high, max(0, int(left)) : int(right) + 1]
        if part.size and int(part.max()) - int(part.min()) < _SEEN:
            yield f"{word.text!r} is not to be seen"
