"""TrueType and OpenType programs: whether they are whole, and how far their glyphs move on.

Tables: ISO/IEC 14496-22; which a PDF needs: ISO 32000-1, 9.9.
"""

import struct
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from mi_print.preflight.fonts import glyphs
from mi_print.preflight.fonts.cff import CffProgram
from mi_print.preflight.fonts.program_error import ProgramError, blanked, some

SIGNATURES = (b"\0\1\0\0", b"true", b"OTTO")
_OUTLINED = (b"glyf", b"loca", b"head", b"hhea", b"hmtx", b"maxp")
_INSTRUCTIONS = (b"fpgm", b"prep")
_READ = (*_OUTLINED, *_INSTRUCTIONS, b"CFF ", b"cmap")
_SHORT, _LONG = 2, 4
_NOTHING = bytes(24)
"""Instructions that do nothing; sound programs have no more than 8 bytes of them in a row."""
_LITTLE = 64  # bytes of outlines that a program without any may have
_SYMBOLS = 0xF000
_MOST_CODES = 70_000


class SfntProgram:
    """One such program.

    Raises:
        ProgramError: it is damaged.
    """

    def __init__(self, data: bytes) -> None:
        """Read the directory, and see that the tables are there, and hold what can be drawn."""
        self._data = data
        try:
            self._tables = self._directory()
            self.compact = CffProgram(self._table(b"CFF ")) if b"CFF " in self._tables else None
            if self.compact is None:
                self._check_outlines()
        except (struct.error, IndexError):
            raise ProgramError("it is cut short") from None

    def _directory(self) -> dict[bytes, tuple[int, int]]:
        (count,) = struct.unpack_from(">H", self._data, 4)
        found = {}
        for row in range(count):
            tag, _sum, offset, length = struct.unpack_from(">4sLLL", self._data, 12 + 16 * row)
            if tag in _READ:
                if offset + length > len(self._data):
                    raise ProgramError("it is cut short")
                found[tag] = offset, length
        return found

    def _table(self, tag: bytes) -> bytes:
        offset, length = self._tables[tag]
        return self._data[offset : offset + length]

    def _check_outlines(self) -> None:
        missing = [tag.decode() for tag in _OUTLINED if tag not in self._tables]
        if missing:
            raise ProgramError(f"it lacks the tables {', '.join(missing)}")
        if any(_NOTHING in self._table(tag) for tag in _INSTRUCTIONS if tag in self._tables):
            raise ProgramError("its instructions are damaged")
        size = _SHORT if self._halved else _LONG
        marks = self._table(b"loca")
        if len(marks) < size * (self.count + 1):
            raise ProgramError("its glyphs are not all there")
        kind = "H" if self._halved else "L"
        self._check_glyphs(struct.unpack_from(f">{self.count + 1}{kind}", marks))
        if len(self._table(b"hmtx")) < 4 * self._metrics:
            raise ProgramError("its widths are not all there")
        if self.count > 1 and not any(self._table(b"hmtx")):
            raise ProgramError("its widths are all 0")
        if not self._em or not self._metrics or not self.count:
            raise ProgramError("its tables say that it has no glyphs, or none of a size")

    def _check_glyphs(self, marks: Sequence[int]) -> None:
        """See that the marks are in order, and that glyphs can be drawn."""
        data, unit = self._table(b"glyf"), 2 if self._halved else 1
        if marks[-1] * unit > len(data):
            raise ProgramError("its glyphs are not all there")
        if any(one > other for one, other in pairwise(marks)) or (
            len(data) > _LITTLE and not marks[-1]
        ):
            raise ProgramError("its glyphs are not in order")
        drawn = [glyph for glyph in range(self.count) if marks[glyph] < marks[glyph + 1]]
        for number in some(len(drawn)):
            first, end = marks[drawn[number]] * unit, marks[drawn[number] + 1] * unit
            if not glyphs.sound(data[first:end], self.count):
                raise ProgramError("some of its glyphs are damaged")
        if blanked(data) and any(
            blanked(data[marks[glyph] * unit : marks[glyph + 1] * unit]) for glyph in drawn
        ):
            raise ProgramError("some of its glyphs are blanked out")

    @cached_property
    def _halved(self) -> bool:
        """Whether the marks of glyphs count pairs of bytes."""
        return not struct.unpack_from(">h", self._table(b"head"), 50)[0]

    @cached_property
    def count(self) -> int:
        """How many glyphs there are."""
        if b"maxp" not in self._tables and self.compact is not None:
            return self.compact.count
        return int(struct.unpack_from(">H", self._table(b"maxp"), 4)[0])

    @cached_property
    def _metrics(self) -> int:
        return int(struct.unpack_from(">H", self._table(b"hhea"), 34)[0])

    @cached_property
    def _em(self) -> int:
        return int(struct.unpack_from(">H", self._table(b"head"), 18)[0])

    def advance(self, glyph: int) -> float | None:
        """Return how far a glyph moves on in thousandths, None where that can't be told."""
        if not {b"hmtx", b"hhea", b"head"} <= self._tables.keys():
            return None if self.compact is None else self.compact.advance(glyph)
        if not (0 <= glyph < self.count and self._metrics and self._em):
            return None
        at = 4 * min(glyph, self._metrics - 1)
        return float(struct.unpack_from(">H", self._table(b"hmtx"), at)[0]) * 1000 / self._em

    @cached_property
    def _maps(self) -> dict[tuple[int, int], Mapping[int, int]]:
        """The character maps by platform and encoding."""
        if b"cmap" not in self._tables:
            return {}
        data, found = self._table(b"cmap"), {}
        (count,) = struct.unpack_from(">H", data, 2)
        for row in range(min(count, 64)):
            platform, encoding, at = struct.unpack_from(">HHL", data, 4 + 8 * row)
            found[platform, encoding] = _character_map(data, at)
        return found

    def glyph(self, code: int, character: int | None) -> int | None:
        """Return the glyph of a simple font's code (ISO 32000-1, 9.6.6.4).

        Args:
            code: as it is shown.
            character: what the font's encoding makes of it; None of a symbolic font.
        """
        try:
            unicode, symbols, mac = (self._maps.get(key) for key in ((3, 1), (3, 0), (1, 0)))
        except (struct.error, IndexError):
            return None
        if character is not None:
            if unicode:
                return unicode.get(character)
            (known,) = chr(character).encode("mac_roman", "ignore") or (None,)
            return mac.get(known) if mac and known is not None else None
        if symbols:
            high = next(iter(symbols)) & 0xFF00 if symbols else _SYMBOLS
            return symbols.get(high + code, symbols.get(code))
        return mac.get(code) if mac else None


def _character_map(data: bytes, at: int) -> Mapping[int, int]:
    (form,) = struct.unpack_from(">H", data, at)
    if form == 0:
        return dict(enumerate(data[at + 6 : at + 262]))
    if form == 6:  # noqa: PLR2004 - a run of codes
        first, count = struct.unpack_from(">HH", data, at + 6)
        glyphs = struct.unpack_from(f">{count}H", data, at + 10)
        return dict(zip(range(first, first + count), glyphs, strict=True))
    return _segments(data, at) if form == 4 else {}  # noqa: PLR2004 - segments


def _segments(data: bytes, at: int) -> Mapping[int, int]:
    twice = struct.unpack_from(">H", data, at + 6)[0]
    count = twice // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", data, at + start)
        for start in (14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice)
    )
    found: dict[int, int] = {}
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if len(found) > _MOST_CODES or end < start:
            break
        for code in range(start, end + 1):
            glyph = code
            if offsets[number]:
                place = at + 16 + 3 * twice + 2 * number + offsets[number] + 2 * (code - start)
                if place + 2 > len(data):
                    break
                (glyph,) = struct.unpack_from(">H", data, place)
            if glyph or not offsets[number]:
                found[code] = (glyph + deltas[number]) & 0xFFFF
    return found
