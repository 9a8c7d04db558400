"""Compact font programs: which glyphs they hold, and how far each moves on.

The tables are those of Adobe TN 5176; a glyph's width stands in front of its
outline (Adobe TN 5177, 4.1), so an outline is run no further than to its first move.
"""

import math
import struct
from collections.abc import Container, Mapping
from functools import cached_property

from mi_print.preflight.fonts import charstrings
from mi_print.preflight.fonts.cff_index import CffIndex
from mi_print.preflight.fonts.charstrings import SharedOutlines
from mi_print.preflight.fonts.program_error import ProgramError, some

_CHARSTRINGS, _CHARSET, _ENCODING, _PRIVATE, _SUBRS = (17,), (15,), (16,), (18,), (19,)
_ROS, _FD_ARRAY, _FD_SELECT, _MATRIX = (12, 30), (12, 36), (12, 37), (12, 7)
_NAMES = range(5)
"""Operators of a font's version, notice, and names, each of which has a number."""
_DEFAULT_WIDTH, _NOMINAL_WIDTH = (20,), (21,)
_SMALLEST = 0.02
_STANDARD_STRINGS = 391
_NIBBLES = "0123456789.EE -"

CffDict = Mapping[tuple[int, ...], list[float]]

_NAMED = """
space exclam quotedbl numbersign dollar percent ampersand quoteright parenleft parenright asterisk
plus comma hyphen period slash zero one two three four five six seven eight nine colon semicolon
less equal greater question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft
backslash bracketright asciicircum underscore quoteleft a b c d e f g h i j k l m n o p q r s t u v
w x y z braceleft bar braceright asciitilde
"""
ASCII_NAMES: Mapping[int, str] = dict(enumerate(_NAMED.split(), 32))
"""The glyphs of ASCII in the standard encoding; they are strings 1 to 95 of every program too."""


class CffProgram:
    """One such program.

    Raises:
        ProgramError: it is none, or is cut short.
    """

    def __init__(self, data: bytes) -> None:
        """Read the tables that lead to the outlines."""
        if data[:1] != b"\1":
            raise ProgramError("it is no font")
        self._data = data
        try:
            tops = CffIndex(data, CffIndex(data, data[2]).end)
            self._strings = CffIndex(data, tops.end)
            self._global = CffIndex(data, self._strings.end)
            self._global.end  # noqa: B018 - raises where it is cut short
            self._top = operands(tops[0])
            named = all(self._top.get((name,), [0.0]) for name in _NAMES)
            self._outlines = CffIndex(data, int(self._top[_CHARSTRINGS][-1]))
            self._outlines.end  # noqa: B018 - as above
            self._outlines.check_order()
            whole = all(self._sound(glyph) for glyph in some(self.count))
        except ProgramError:
            raise
        except (struct.error, LookupError, ValueError, OverflowError):
            raise ProgramError("it can't be read") from None
        if not named:
            raise ProgramError("its table of contents is damaged")
        if not self.count:
            raise ProgramError("it has no glyphs")
        if not whole:
            raise ProgramError("some of its glyphs are damaged")
        if self._blanked():
            raise ProgramError("some of its glyphs, or of their names, are blanked out")

    def _sound(self, glyph: int) -> bool:
        outline = self._outlines[glyph]
        local = self._fonts[self._selected[glyph] if self.by_character else 0]
        return charstrings.sound(outline, local, self._global)

    def _blanked(self) -> bool:
        indexes = [self._outlines, self._global, self._strings]
        indexes += [font.routines for font in self._fonts if font.routines]
        return any(index.blanked() for index in indexes)

    @property
    def by_character(self) -> bool:
        """Whether glyphs are chosen by character (CID), not by name."""
        return _ROS in self._top

    @property
    def count(self) -> int:
        """How many glyphs there are."""
        return len(self._outlines)

    @cached_property
    def charset(self) -> list[int]:
        """By glyph, its character or the number of its name."""
        at = int(self._top.get(_CHARSET, [0])[-1])
        if at <= 2:  # noqa: PLR2004 - predefined ones; the first is that of the strings
            return list(range(self.count))
        form, at, found = self._data[at], at + 1, [0]
        if form == 0:
            return [0, *struct.unpack_from(f">{self.count - 1}H", self._data, at)]
        row = ">HB" if form == 1 else ">HH"
        while len(found) < self.count:
            first, left = struct.unpack_from(row, self._data, at)
            found.extend(range(first, first + left + 1))
            at += struct.calcsize(row)
        return found[: self.count]

    def holds(self) -> Container[int]:
        """Return the characters of a program that is asked by character, else the glyphs."""
        return set(self.charset) if self.by_character else range(self.count)

    @cached_property
    def glyph_of(self) -> Mapping[int, int]:
        """The glyph of each character."""
        return {character: glyph for glyph, character in enumerate(self.charset)}

    @cached_property
    def names(self) -> Mapping[str, int]:
        """The glyph of each name, as far as names are known."""
        found = {}
        for glyph, number in enumerate(self.charset):
            if number >= _STANDARD_STRINGS:
                found[self._strings[number - _STANDARD_STRINGS].decode("latin-1")] = glyph
            elif number + 31 in ASCII_NAMES:
                found[ASCII_NAMES[number + 31]] = glyph
        return found

    @cached_property
    def encoding(self) -> Mapping[int, int] | None:
        """The glyph of each code as the program has it; None where that is a predefined one."""
        at = int(self._top.get(_ENCODING, [0])[-1])
        if at <= 1:
            return None
        form, count = self._data[at] & 0x7F, self._data[at + 1]
        if form == 0:
            return {self._data[at + 2 + number]: number + 1 for number in range(count)}
        found, glyph = {}, 1
        for row in range(count):
            first, left = self._data[at + 2 + 2 * row], self._data[at + 3 + 2 * row]
            for code in range(first, first + left + 1):
                found[code] = glyph
                glyph += 1
        return found

    @cached_property
    def _fonts(self) -> list[SharedOutlines]:
        if not self.by_character or not self._top.get(_FD_ARRAY):
            return [self._local(self._top)]
        listed = CffIndex(self._data, int(self._top[_FD_ARRAY][-1]))
        return [self._local(operands(listed[number])) for number in range(len(listed))]

    def _scale(self, font: CffDict) -> float:
        """Return how many thousandths a unit is: one matrix, or the product of two."""
        held = [self._top] if font is self._top else [self._top, font]
        found = [one[_MATRIX][0] for one in held if one.get(_MATRIX)]
        scale = math.prod(found) * 1000 if found else 1.0
        return scale if _SMALLEST < scale < 1 / _SMALLEST else 1.0  # some say it twice

    def _local(self, font: CffDict) -> SharedOutlines:
        size, at = (int(value) for value in font.get(_PRIVATE, [0, 0])[-2:])
        held = operands(self._data[at : at + size])
        routines = CffIndex(self._data, at + int(held[_SUBRS][-1])) if held.get(_SUBRS) else None
        usual, nominal = ((held.get(key) or [0.0])[-1] for key in (_DEFAULT_WIDTH, _NOMINAL_WIDTH))
        return SharedOutlines(usual, nominal, routines, self._scale(font))

    @cached_property
    def _selected(self) -> bytes:
        """By glyph, which of the fonts it is of."""
        at = int(self._top.get(_FD_SELECT, [0])[-1])
        if not at:
            return bytes(self.count)
        if self._data[at] == 0:
            return self._data[at + 1 : at + 1 + self.count]
        (ranges,) = struct.unpack_from(">H", self._data, at + 1)
        found = bytearray()
        for row in range(ranges):
            first, font, after = struct.unpack_from(">HBH", self._data, at + 3 + 3 * row)
            found += bytes([font]) * max(0, min(after, self.count) - first)
        return bytes(found)

    def advance(self, glyph: int) -> float | None:
        """Return how far a glyph moves on in thousandths, None where that can't be told."""
        try:
            local = self._fonts[self._selected[glyph] if self.by_character else 0]
            found = charstrings.width(self._outlines[glyph], local, self._global)
        except (struct.error, LookupError, ValueError, OverflowError, ProgramError):
            return None
        return None if found is None else found * local.scale


def operands(data: bytes) -> CffDict:
    """Return the operands of a DICT by operator (TN 5176, 4)."""
    found: dict[tuple[int, ...], list[float]] = {}
    stack: list[float] = []
    at = 0
    while at < len(data):
        first = data[at]
        if first <= 21:  # noqa: PLR2004 - an operator; 12 announces a second byte
            key = (first, data[at + 1]) if first == 12 else (first,)  # noqa: PLR2004 - the escape
            at += len(key)
            found[key], stack = stack, []
        elif first == 29:  # noqa: PLR2004 - four bytes follow
            stack.append(struct.unpack_from(">l", data, at + 1)[0])
            at += 5
        elif first == 30:  # noqa: PLR2004 - a real number in nibbles, up to the nibble f
            digits = data[at + 1 :].hex().partition("f")[0]
            at += 2 + len(digits) // 2
            stack.append(_real(digits))
        else:
            value, at = charstrings.number(data, at)
            stack.append(value)
    return found


def _real(digits: str) -> float:
    said = "".join("E-" if each == "c" else _NIBBLES[int(each, 16)] for each in digits)
    try:
        return float(said.replace(" ", ""))
    except ValueError:  # as viewers take it
        return 0.0
