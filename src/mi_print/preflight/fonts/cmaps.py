"""Character maps: which bytes are one code, and what a code stands for.

Read by their few operators alone (ISO 32000-1, 9.7.5 and 9.10.3); what stands
round them is PostScript that nothing here needs.
"""

import re
import struct
from bisect import bisect_right
from dataclasses import dataclass, field

_SECTION = re.compile(
    rb"begin(codespacerange|cidchar|cidrange|bfchar|bfrange)\b(.{0,400000}?)end\1", re.DOTALL
)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])|(-?\d+)")
_LONGEST = 4
_PAIRS = [(2, 0, 0xFFFF)]

Hex = bytes | int | list[bytes]


@dataclass(slots=True)
class CharacterMap:
    """The code spaces, and runs of codes (first, last, what the first stands for)."""

    lengths: list[tuple[int, int, int]] = field(default_factory=list)
    """Code spaces: bytes a code has, lowest, highest."""
    runs: list[tuple[int, int, int | str]] = field(default_factory=list)
    """In order of the first code; a number for a glyph, a string for its text."""

    def split(self, shown: bytes) -> list[int]:
        """Return the codes of a shown string."""
        if self.lengths == _PAIRS and len(shown) % 2 == 0:
            return list(struct.unpack(f">{len(shown) // 2}H", shown))
        codes, at = [], 0
        while at < len(shown):
            length = self._length(shown[at : at + _LONGEST])
            codes.append(int.from_bytes(shown[at : at + length], "big"))
            at += length
        return codes

    def _length(self, ahead: bytes) -> int:
        for length, low, high in self.lengths:
            if len(ahead) >= length and low <= int.from_bytes(ahead[:length], "big") <= high:
                return length
        return self.lengths[0][0] if self.lengths else 2

    def of(self, code: int) -> int | str | None:
        """Return what a code stands for."""
        at = bisect_right(self.runs, code, key=lambda run: run[0]) - 1
        if at < 0 or code > self.runs[at][1]:
            return None
        first, _last, meant = self.runs[at]
        if isinstance(meant, int):
            return meant + code - first
        return meant[:-1] + chr(min(0x10FFFF, ord(meant[-1]) + code - first)) if meant else ""


def _tokens(body: bytes) -> list[Hex]:
    found: list[Hex] = []
    inner: list[bytes] | None = None
    for token in _TOKEN.finditer(body):
        if token[2]:
            inner = []
        elif token[3] and inner is not None:
            found.append(inner)
            inner = None
        elif token[4] is not None:
            found.append(int(token[4][:9]))
        elif token[1] is not None:
            digits = re.sub(rb"\s", b"", token[1])
            value = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
            (found if inner is None else inner).append(value)
    return found


def _text(value: bytes) -> str:
    return value.decode("utf-16-be", "replace")


def _code(value: Hex) -> int:
    return int.from_bytes(value[:_LONGEST], "big") if isinstance(value, bytes) else -1


def read(data: bytes) -> CharacterMap:
    """Return the character map that a stream spells out."""
    found = CharacterMap()
    for section in _SECTION.finditer(data):
        kind, tokens = section[1], _tokens(section[2])
        step = 2 if kind in (b"codespacerange", b"cidchar", b"bfchar") else 3
        for row in zip(*[iter(tokens)] * step, strict=False):
            first, last = _code(row[0]), _code(row[1]) if len(row) > 1 else -1
            meant = row[-1]
            if first < 0:
                continue
            if kind == b"codespacerange" and isinstance(row[0], bytes):
                found.lengths.append((min(len(row[0]), _LONGEST) or 1, first, last))
            elif kind in (b"cidchar", b"bfchar"):
                last = first
            if isinstance(meant, list):
                texts = [(first + n, first + n, _text(part)) for n, part in enumerate(meant)]
                found.runs.extend(texts)
            elif isinstance(meant, int):
                found.runs.append((first, last, meant))
            elif kind in (b"bfchar", b"bfrange"):
                found.runs.append((first, last, _text(meant)))
    found.lengths.sort()
    found.runs.sort(key=lambda run: run[0])
    return found


def two_bytes() -> CharacterMap:
    """Return the map in which two bytes are one code, and the code is the glyph's number."""
    return CharacterMap([(2, 0, 0xFFFF)], [(0, 0xFFFF, 0)])
