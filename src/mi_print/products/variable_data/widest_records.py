"""Which of very many records a check fits: those with the widest and the tallest texts.

Whether a record fits depends on how wide each of its texts is, whole and word by word, on how
high its letters reach, and on which others stand beside it.  So of records with the same
fields those with the widest texts are chosen, field by field and all fields together, and for
each letter beyond ASCII the widest text that has it.  A record that is not chosen has no wider
text, and no other letter, than some that are.  Widths are sums of the advances of letters.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence, Sized
from dataclasses import replace
from functools import cache
from itertools import accumulate, chain, zip_longest
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from mi_print.layout.text.pango import Face
from mi_print.layout.text.shaping.shape import shape
from mi_print.products.variable_data.stamp_series import StampedSeries

EXACT = 5_000
"""Up to so many records all are fitted."""
MOST = 1_000
"""Of more than that, so many."""
_RANKS = 40  # of the widest by one measure
_FACE = Face("Inter", 1, 1)
_CODES = 0x110000  # of Unicode
_HAN = "\u4e00"  # stands for all letters as wide as they are high: none is higher than another

RecordTexts = tuple[Hashable, Sequence[str]]
"""What a record is like (its role, its language), and its texts, field by field."""


_Widths: TypeAlias = npt.NDArray[np.float64]
_Numbers: TypeAlias = npt.NDArray[np.intp]


def widest(
    records: Iterable[RecordTexts], count: int, *, exact: int = EXACT, most: int = MOST
) -> Sequence[int]:
    """Return the numbers, in their order, of the records to fit; of a few all.

    Args:
        records: all of them, each with a text for the same fields or an empty one.
        count: how many there are.
        exact: up to how many are a few.
        most: how many are fitted of more than that.
    """
    if count <= exact:
        return range(count)
    alike, said = zip(*records, strict=True)
    fields = list(zip(*said, strict=True))
    known = list(dict.fromkeys(chain.from_iterable(fields)))
    place = {text: at for at, text in enumerate(known)}
    whole, word = _measured(known)
    at = [np.fromiter(map(place.__getitem__, texts), np.intp, count) for texts in fields]
    total = sum((whole[own] for own in at), np.zeros(count))
    measures = [total, *(each[own] for own in at for each in (whole, word, whole + word))]
    kinds: dict[Hashable, list[int]] = defaultdict(list)
    filled = zip(*(map(bool, texts) for texts in fields), strict=True)
    for number, kind in enumerate(zip(alike, filled, strict=True)):
        kinds[kind].append(number)
    has = {text: number for texts in fields for number, text in enumerate(texts)}
    letters: dict[str, tuple[float, int]] = {}
    for text in known:
        for letter in () if text.isascii() else _letters(text):
            here = whole[place[text]], has[text]
            letters[letter] = max(letters.get(letter, here), here)
    ranked = [each for numbers in kinds.values() for each in _ranked(numbers, measures)]
    ranked += [[number] for _, number in letters.values()]
    chosen: dict[int, None] = {}
    for number in chain.from_iterable(zip_longest(*ranked)):
        if number is not None:
            chosen[number] = None
        if len(chosen) == most:
            break
    return sorted(chosen)


def spread(series: StampedSeries, chosen: Sequence[int], count: int) -> StampedSeries:
    """Return a series of chosen records, not written, as one of all, so that numbers are theirs."""
    texts = dict(zip(chosen, series.texts, strict=True))
    return replace(
        series,
        texts=tuple(texts.get(number, ()) for number in range(count)),
    )


def share_left(chosen: Sized, count: int, what: str) -> tuple[str, ...]:
    """Return what a check says that it left out, if anything."""
    return (f"{count - len(chosen)} of {count} {what}",) if len(chosen) < count else ()


def _ranked(alike: Sequence[int], measures: Sequence[_Widths]) -> Iterator[list[int]]:
    """Yield the widest of some records by each measure, the widest first."""
    numbers = np.array(alike)
    for at, widths in enumerate(measures):
        if at == 0 or widths[alike[0]]:
            found: list[int] = numbers[_largest(widths[numbers])].tolist()
            yield found


def _largest(widths: _Widths) -> _Numbers:
    """Return where the greatest widths are, the greatest first, of equal ones the first."""
    some = np.arange(len(widths))
    if len(widths) > _RANKS:
        some = np.flatnonzero(widths >= np.partition(widths, -_RANKS)[-_RANKS])
    return some[np.argsort(-widths[some], kind="stable")[:_RANKS]]


def _measured(texts: Sequence[str]) -> tuple[_Widths, _Widths]:
    """Return how wide each text is, in em, and how wide its widest word."""
    begins = np.fromiter(accumulate(map(len, texts), lambda at, n: at + n + 1, initial=0), np.intp)
    begins = begins[:-1]  # each ends with a letter that has no width
    codes = np.frombuffer("".join(f"{text}\0" for text in texts).encode("utf-32-le"), np.uint32)
    advances, spaces = np.zeros(_CODES), np.zeros(_CODES, dtype=np.bool_)
    occurs = np.zeros(_CODES, dtype=np.bool_)
    occurs[codes] = True
    for code in np.flatnonzero(occurs[1:]) + 1:
        advances[code], spaces[code] = _advance(chr(code)), chr(code).isspace()
    whole = np.add.reduceat(advances[codes], begins)
    advances[spaces] = 0.0
    words = np.union1d(begins, np.flatnonzero(spaces[codes]))
    parts = np.add.reduceat(advances[codes], words)
    return whole, np.maximum.reduceat(parts, np.searchsorted(words, begins))


def text_width(text: str) -> float:
    """Return how wide a text is, in em."""
    return sum(map(_advance, text))


@cache
def _advance(letter: str) -> float:
    """Return how wide a letter by itself is, in em."""
    return 1.0 if _wide(letter) else shape(letter, _FACE).width


def _wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in {"W", "F"}


def _letters(text: str) -> Iterator[str]:
    """Yield the letters of a text that are not ASCII, each with its marks."""
    letter = ""
    for character in text:
        if unicodedata.combining(character):
            letter += character
            continue
        if not letter.isascii():
            yield letter
        letter = _HAN if _wide(character) else character
    if not letter.isascii():
        yield letter
