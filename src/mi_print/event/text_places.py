"""Where a text that is printed stands in the data.

A layout prints the data's texts broken into lines, joined, between words of its
own.  So a text is looked up by what it has in common with those of the data,
and where several have as much, by what is printed around it: of two papers by
one author the one whose title stands there too.
"""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any

from mi_print.collection import uncollected
from mi_print.event.located_texts import LocatedText
from mi_print.processes.packed import Packed

_LEAST = 3
"""Characters of a text by which it is known."""
_LONG = 12
"""Characters of a text that no layout says by chance."""
_NEAR = 400
"""Characters of what is printed around a text that still tell its record."""
_NEVER_PRINTED = frozenset(
    {
        "id",
        "kind",
        "lang",
        "layout",
        "logo",
        "photo",
        "colour",
        "size",
        "shop",
        "session",
        "posters",
        "within",
        "paper",
        "day",
        "date",
        "dates",
        "roles",
        "timezone",
        "zone",
        "arrow",
    }
)
"""Keys whose values say what something is, and are printed in other words."""


_TextColumns = tuple[tuple[Any, ...], ...]
"""The fields of texts, one field after the other: pickled in a fourth of the time."""


class TextPlaces:
    """The texts of the data, to find what is printed."""

    def __init__(self, texts: Iterable[LocatedText] = ()) -> None:
        """Take the texts; nothing is done with them until one is asked for."""
        self._all: tuple[LocatedText, ...] | None = tuple(texts)
        self._sent: tuple[Packed[_TextColumns], Packed[_TextColumns]] | None = None

    @property
    def all(self) -> tuple[LocatedText, ...]:
        """The texts, in the order of the data."""
        if self._all is None:
            self._all = _unpacked(self._sent[0]) if self._sent else ()
        return self._all

    @cached_property
    def beyond_ascii(self) -> tuple[LocatedText, ...]:
        """Those of them that have more than printable ASCII; the few if all are in a package."""
        if self._all is None and self._sent:
            return _unpacked(self._sent[1])
        return tuple(
            text for text in self.all if not (text.value.isascii() and text.value.isprintable())
        )

    def __getstate__(self) -> tuple[Packed[_TextColumns], Packed[_TextColumns]]:
        """Return the texts alone: what is made of them is made again where they are sent."""
        self._sent = self._sent or (_packed(self.all), _packed(self.beyond_ascii))
        return self._sent

    def __setstate__(self, sent: tuple[Packed[_TextColumns], Packed[_TextColumns]]) -> None:
        """Take the texts; they are unpacked when one is asked for."""
        self._all, self._sent = None, sent

    def find(self, text: str, around: Sequence[str] = ()) -> LocatedText | None:
        """Return the text of the data that a printed one is, or is a part of, or has in it.

        Args:
            text: as it is printed.
            around: it with ever more of what is printed around it, for texts that
                stand in several places, or are made from data and stand in none.
        """
        found = self._alike(_folded(text))
        near = [each for each in map(_folded, around) if len(each) <= _NEAR]
        for more in near if not found else ():
            if self._several(more):
                break
            found = self._alike(more)
            if found:
                break
        if len({_record(each) for each in found}) > 1:
            found = self._nearest(found, near)
        return found[0] if found else None

    def has(self, text: str) -> bool:
        """Return whether a printed text is, for the most part, one of the data."""
        whole = _folded(text)
        return any(
            2 * min(len(value), len(whole)) >= max(len(value), len(whole))
            or (len(value) >= _LONG and value in whole)
            for value, _ in self._sharing(whole)
            if _within(*sorted((value, whole), key=len))
        )

    @cached_property
    def _folded(self) -> list[tuple[str, LocatedText]]:
        """The texts that may be printed, as they are compared."""
        printed = (
            each
            for each in self.all
            if _key(each) not in _NEVER_PRINTED and not each.field.startswith("theme.")
        )
        pairs = ((_folded(each.value), each) for each in printed)
        return [(value, each) for value, each in pairs if len(value) >= _LEAST]

    @cached_property
    def _numbers(self) -> dict[str, list[int]]:
        """The numbers of the texts that say the same."""
        found: dict[str, list[int]] = {}
        for number, (value, _) in enumerate(self._folded):
            found.setdefault(value, []).append(number)
        return found

    @cached_property
    def _sizes(self) -> frozenset[int]:
        """How long texts are."""
        return frozenset(map(len, self._numbers))

    @cached_property
    def _joined(self) -> tuple[str, list[int]]:
        """All texts, a line each, and where each begins."""
        values = [value for value, _ in self._folded]
        return "\n".join(values), [0, *accumulate(len(value) + 1 for value in values)]

    def _sharing(self, text: str) -> list[tuple[str, LocatedText]]:
        """Return the texts that stand in one, or have it in them, in the order of the data.

        Each part of a short text is looked up, since there may be 200,000 texts.
        """
        sizes = [size for size in self._sizes if size <= len(text)]
        if sum(len(text) - size + 1 for size in sizes) >= len(self._folded):
            return [pair for pair in self._folded if pair[0] in text or text in pair[0]]
        parts = (text[at : at + size] for size in sizes for at in range(len(text) - size + 1))
        found = {number for part in parts for number in self._numbers.get(part, ())}
        joined, starts = self._joined
        at = joined.find(text)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            found.add(number)
            at = joined.find(text, starts[number + 1])
        return [self._folded[number] for number in sorted(found)]

    def _alike(self, text: str) -> list[LocatedText]:
        """Return those that have most in common with a text: a whole value, or all of the text."""
        if len(text) < _LEAST or not any(c.isalpha() for c in text):
            return []
        best = 0
        found: list[LocatedText] = []
        for value, each in self._sharing(text):
            short, long = (value, text) if len(value) <= len(text) else (text, value)
            if len(short) >= best and _within(short, long):
                if len(short) > best:
                    best, found = len(short), []
                found.append(each)
        return found

    def _several(self, text: str) -> bool:
        """Return whether a text has several items of one list in it, and so tells none."""
        items = {_record(each) for value, each in self._sharing(text) if _within(value, text)}
        lists = Counter((file, _INDEX.sub("", item)) for file, item in items)
        return any(count > 1 for count in lists.values())

    def _nearest(self, found: list[LocatedText], near: Sequence[str]) -> list[LocatedText]:
        """Return those of the record of which most is printed around."""
        records = {_record(each) for each in found}
        for text in near:
            hits = Counter(
                _record(each)
                for value, each in self._sharing(text)
                if _record(each) in records and _within(value, text)
            )
            most = hits.most_common(2)
            if most and (len(most) == 1 or most[0][1] > most[1][1]):
                return [each for each in found if _record(each) == most[0][0]]
        return found


def _packed(texts: Sequence[LocatedText]) -> Packed[_TextColumns]:
    return Packed(tuple(zip(*texts, strict=True)))


def _unpacked(sent: Packed[_TextColumns]) -> tuple[LocatedText, ...]:
    with uncollected():
        return tuple(map(LocatedText, *sent.value)) if sent.value else ()


def _folded(text: str) -> str:
    """Return a text as texts are compared: wherever its lines end, and its words are divided."""
    plain = unicodedata.normalize("NFC", text).replace("’", "'").casefold()
    seen = "".join(c for c in plain if unicodedata.category(c) != "Cf")
    return " ".join(_JOINT.sub(r"\1", _HYPHEN.sub("", seen)).split())


def _within(short: str, long: str) -> bool:
    """Return whether a text stands in another, as whole words."""
    at = long.find(short)
    if at < 0:
        return False
    before, after = long[:at][-1:], long[at + len(short) :][:1]
    return not (before.isalnum() and short[0].isalnum() and before.isascii()) and not (
        after.isalnum() and short[-1].isalnum() and after.isascii()
    )


def _key(text: LocatedText) -> str:
    return _INDEX.sub("", text.field).rpartition(".")[2]


def _record(text: LocatedText) -> tuple[str, str]:
    """Return the item of a list, or the part of a file, that a text is of."""
    item = _ITEM.match(text.field)
    return text.file, item[0] if item else text.field


_HYPHEN = re.compile(r"(?<=\w)[-‐‑]\s*(?=\w)")
_JOINT = re.compile(r"(?<=\w)([–/·・])\s+(?=\w)")
_INDEX = re.compile(r"\[\d+\]")
_ITEM = re.compile(r"[^\[]*\[\d+\](?:\.talks\[\d+\])?")
