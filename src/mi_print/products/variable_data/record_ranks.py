"""Ranks of records by the widths of their texts, for `widest_records`."""

import re
import unicodedata
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import accumulate, chain, zip_longest
from typing import TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

from mi_print.products.variable_data.record_texts import ADVANCES, RecordTexts, is_wide

_RANKS = 40  # of the widest by one measure
_CODES = 0x110000  # of Unicode
_HAN = "\u4e00"  # stands for all letters as wide as they are high: none is higher than another
_BEYOND = re.compile(r"[^\x00-\x7f]")

Different = TypeVar("Different", bound=Hashable)
_Widths: TypeAlias = npt.NDArray[np.float64]
_Numbers: TypeAlias = npt.NDArray[np.intp]


def highest(records: Sequence[RecordTexts], most: int) -> list[int]:
    """Return the numbers of so many records, in their order, whose texts are widest or tallest."""
    count = len(records)
    alike, said = [kind for kind, _ in records], [texts for _, texts in records]
    columns = ([texts[at] for texts in said] for at in range(len(said[0])))
    fields = [texts for texts in columns if any(texts)]
    place = _numbered(chain.from_iterable(fields))
    at = [np.fromiter(map(place.__getitem__, texts), np.intp, count) for texts in fields]
    known = [text or "" for text in place]
    whole, word = _measured(known)
    total = sum((whole[own] for own in at), np.zeros(count))
    measures = [total, *(each[own] for own in at for each in (whole, word, whole + word))]
    kinds = np.fromiter(map(_numbered(alike).__getitem__, alike), np.intp, count)
    filled = np.fromiter(map(bool, known), np.bool_, len(known))
    has = np.zeros(len(known), dtype=np.intp)
    for own in at:
        kinds = np.unique(2 * kinds + filled[own], return_inverse=True)[1]
        has[own] = np.arange(count)  # the last of several
    letters: dict[str, tuple[float, int]] = {}
    for number, text in enumerate(known):
        for letter in () if text.isascii() else _letters(text):
            here = float(whole[number]), int(has[number])
            letters[letter] = max(letters.get(letter, here), here)
    ranked = [each for numbers in _groups(kinds) for each in _ranked(numbers, measures)]
    ranked += [[number] for _, number in letters.values()]
    chosen: dict[int, None] = {}
    for number in chain.from_iterable(zip_longest(*ranked)):
        if number is not None:
            chosen[number] = None
        if len(chosen) == most:
            break
    return sorted(chosen)


def _numbered(values: Iterable[Different]) -> dict[Different, int]:
    """Return the number of each different value, in their order."""
    return {value: number for number, value in enumerate(dict.fromkeys(values))}


def _groups(kinds: _Numbers) -> list[_Numbers]:
    """Return the numbers of the records of each kind, the kinds in the order of their first."""
    found = np.argsort(kinds, kind="stable")
    groups = np.split(found, np.flatnonzero(np.diff(kinds[found])) + 1)
    return sorted(groups, key=lambda numbers: int(numbers[0]))


def _ranked(numbers: _Numbers, measures: Sequence[_Widths]) -> Iterator[list[int]]:
    """Yield the widest of some records by each measure, the widest first."""
    for at, widths in enumerate(measures):
        if at == 0 or widths[numbers[0]]:
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
        advances[code], spaces[code] = ADVANCES[chr(code)], chr(code).isspace()
    whole = np.add.reduceat(advances[codes], begins)
    advances[spaces] = 0.0
    parted = spaces[codes]
    parted[begins] = True
    words = np.flatnonzero(parted)
    parts = np.add.reduceat(advances[codes], words)
    return whole, np.maximum.reduceat(parts, np.searchsorted(words, begins))


def _letters(text: str) -> Iterable[str]:
    """Return the letters of a text that are not ASCII, each with its marks; the same ones once."""
    beyond = dict.fromkeys(_BEYOND.findall(text))
    if not any(map(unicodedata.combining, beyond)):  # as in nearly all
        return [_HAN if is_wide(character) else character for character in beyond]
    return _marked(text)


def _marked(text: str) -> Iterator[str]:
    letter = ""
    for character in text:
        if unicodedata.combining(character):
            letter += character
            continue
        if not letter.isascii():
            yield letter
        letter = _HAN if is_wide(character) else character
    if not letter.isascii():
        yield letter
