"""Whether fax data are codes for so many rows (ITU-T T.4 and T.6; ISO 32000-1, 7.4.6).

The codes are followed without drawing the rows; of long data, as far as a limit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_MOST_CODES = 100_000
_PASS, _HORIZONTAL, _EXTENSION = 100, 101, 102
_MODES = {
    "1": 0, "011": 1, "000011": 2, "0000011": 3, "010": -1, "000010": -2, "0000010": -3,
    "0001": _PASS, "001": _HORIZONTAL, "0000001": _EXTENSION,
}  # fmt: skip
_WHITE = """
00110101 000111 0111 1000 1011 1100 1110 1111 10011 10100 00111 01000 001000 000011 110100 110101
101010 101011 0100111 0001100 0001000 0010111 0000011 0000100 0101000 0101011 0010011 0100100
0011000 00000010 00000011 00011010 00011011 00010010 00010011 00010100 00010101 00010110 00010111
00101000 00101001 00101010 00101011 00101100 00101101 00000100 00000101 00001010 00001011 01010010
01010011 01010100 01010101 00100100 00100101 01011000 01011001 01011010 01011011 01001010 01001011
00110010 00110011 00110100
11011 10010 010111 0110111 00110110 00110111 01100100 01100101 01101000 01100111 011001100
011001101 011010010 011010011 011010100 011010101 011010110 011010111 011011000 011011001 011011010
011011011 010011000 010011001 010011010 011000 010011011
"""
_BLACK = """
0000110111 010 11 10 011 0011 0010 00011 000101 000100 0000100 0000101 0000111 00000100 00000111
000011000 0000010111 0000011000 0000001000 00001100111 00001101000 00001101100 00000110111
00000101000 00000010111 00000011000 000011001010 000011001011 000011001100 000011001101
000001101000 000001101001 000001101010 000001101011 000011010010 000011010011 000011010100
000011010101 000011010110 000011010111 000001101100 000001101101 000011011010 000011011011
000001010100 000001010101 000001010110 000001010111 000001100100 000001100101 000001010010
000001010011 000000100100 000000110111 000000111000 000000100111 000000101000 000001011000
000001011001 000000101011 000000101100 000001011010 000001100110 000001100111
0000001111 000011001000 000011001001 000001011011 000000110011 000000110100 000000110101
0000001101100 0000001101101 0000001001010 0000001001011 0000001001100 0000001001101 0000001110010
0000001110011 0000001110100 0000001110101 0000001110110 0000001110111 0000001010010 0000001010011
0000001010100 0000001010101 0000001011010 0000001011011 0000001100100 0000001100101
"""
_LONG = """
00000001000 00000001100 00000001101 000000010010 000000010011 000000010100 000000010101
000000010110 000000010111 000000011100 000000011101 000000011110 000000011111
"""
_LENGTHS = [*range(64), *range(64, 1729, 64)]
_LAST = 64
"""A run ends with a code of less."""
_END = 11
"""Zeros that begin the code of the end of a row, of which several end the data."""
_WIDE = 13


def _table(codes: Mapping[str, int]) -> Sequence[tuple[int, int] | None]:
    """Return meaning and bits by the next 13 bits, None where they are no code."""
    found: list[tuple[int, int] | None] = [None] * (1 << _WIDE)
    for code, meaning in codes.items():
        first = int(code, 2) << (_WIDE - len(code))
        for bits in range(first, first + (1 << (_WIDE - len(code)))):
            found[bits] = meaning, len(code)
    return found


def _runs(codes: str) -> Mapping[str, int]:
    more = zip(_LONG.split(), range(1792, 2561, 64), strict=True)
    return dict(zip(codes.split(), _LENGTHS, strict=True)) | dict(more)


_BY_MODE = _table(_MODES)
_BY_COLOUR = _table(_runs(_WHITE)), _table(_runs(_BLACK))


class _StrangeError(Exception):
    """The next bits are no code, or lead out of the row."""


class _EndError(Exception):
    """The data end, or say that they do."""


class _ExtendedError(Exception):
    """What follows is not coded (T.6, 2.2.5), which hardly any reader knows."""


@dataclass(frozen=True, slots=True)
class FaxForm:
    """How rows are encoded: `K` of the filter, how wide, and whether each begins with a byte."""

    kind: float
    columns: int
    aligned: bool


def fault(data: bytes, form: FaxForm, rows: int) -> str | None:
    """Return what is wrong with data of so many rows as the end of a sentence, None if nothing."""
    reader = _FaxBits(data)
    above: list[int] = []
    for row in range(rows):
        try:
            above = _row(reader, form, above)
        except _EndError:
            return f"has {row:,} rows of {rows:,}"
        except _StrangeError:
            return f"has no codes of a fax in row {row + 1:,} of {rows:,}"
        except _ExtendedError:
            return None
        if reader.codes > _MOST_CODES:
            return None
    return None


class _FaxBits:
    """Bits, and how many codes have been read."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.at = 0
        self.codes = 0

    def peek(self, count: int) -> int:
        """Return the next bits; after the end there are zeros."""
        first, bit = divmod(self.at, 8)
        word = int.from_bytes(self._data[first : first + 3].ljust(3, b"\0"), "big")
        return word >> (24 - bit - count) & ((1 << count) - 1)

    def ended(self) -> bool:
        return self.at >= 8 * len(self._data)

    def take(self, table: Sequence[tuple[int, int] | None]) -> int:
        """Return what the next code means."""
        found = table[self.peek(_WIDE)]
        if found is None:
            raise _StrangeError if self.peek(_END) else _EndError
        self.at += found[1]
        self.codes += 1
        if self.at > 8 * len(self._data):
            raise _EndError
        return found[0]

    def run(self, colour: int) -> int:
        """Return the length of a run in a colour: white is 0, black 1."""
        length = 0
        while True:
            part = self.take(_BY_COLOUR[colour])
            length += part
            if part < _LAST:
                return length

    def marks(self) -> int:
        """Pass over codes of the end of a row, and return how many there were."""
        count = 0
        while not self.peek(_END) and not self.ended():
            while not self.peek(1) and not self.ended():
                self.at += 1
            self.at += 1
            count += 1
        return count


def _row(reader: _FaxBits, form: FaxForm, above: list[int]) -> list[int]:
    """Return where a row changes its colour, by the row above."""
    if form.aligned:
        reader.at = -(-reader.at // 8) * 8
    if form.kind >= 0 and (reader.marks() > 1 or reader.ended()):
        raise _EndError
    if form.kind > 0:
        one_row = reader.peek(1)
        reader.at += 1
        if not one_row:
            return _by_row_above(reader, form.columns, above)
    elif form.kind < 0:
        return _by_row_above(reader, form.columns, above)
    return _by_runs(reader, form.columns)


def _by_runs(reader: _FaxBits, columns: int) -> list[int]:
    found: list[int] = []
    at = 0
    while at < columns:
        at += reader.run(len(found) % 2)
        found.append(at)
    if at > columns:
        raise _StrangeError
    return found


def _by_row_above(reader: _FaxBits, columns: int, above: list[int]) -> list[int]:
    """Follow codes of two rows (T.4, 4.2.1.3): `at` is a0, `above[near]` b1 of the standard."""
    above = [*above, columns, columns, columns, columns]
    last = len(above) - 2
    found: list[int] = []
    at, near = -1, 0
    while at < columns:
        mode = reader.take(_BY_MODE)
        while near < last - 1 and above[near] <= at:
            near += 2
        if mode == _EXTENSION:
            raise _ExtendedError
        if mode == _PASS:
            at = above[near + 1]
        elif mode == _HORIZONTAL:
            first = max(at, 0) + reader.run(len(found) % 2)
            at = first + reader.run((len(found) + 1) % 2)
            found += [first, at]
        else:
            if above[near] + mode < max(at, 0):
                raise _StrangeError
            at = above[near] + mode
            found.append(at)
            near = near - 1 if near else 1
    if at > columns:
        raise _StrangeError
    return found
