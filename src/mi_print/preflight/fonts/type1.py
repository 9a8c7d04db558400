"""Type 1 programs: whether they are whole, and how far their glyphs move on.

Adobe Type 1 Font Format 1.1: 2.4 (the parts), 6.4 (hsbw), 7 (encryption).
"""

import re
import struct
from collections.abc import Mapping
from functools import cached_property

from mi_print.preflight.fonts.program_error import ProgramError, blanked

_FILE_KEY, _GLYPH_KEY = 55665, 4330
_GLYPH = re.compile(rb"/([^\s/{}\[\]()<>]+)\s+(\d{1,5})\s+(?:RD|-\||\S{1,20}) ")
_CODE = re.compile(rb"dup\s+(\d{1,3})\s*/(\S+)\s+put")
_MATRIX = re.compile(rb"/FontMatrix\s*\[\s*([-+.\deE]+)")
_SKIPPED = re.compile(rb"/lenIV\s+(\d)")
_BETWEEN = 400  # bytes before the first glyph, between two, and after the last
_ENOUGH = 64  # bytes of a glyph, in which its width stands
_HEX = re.compile(rb"[0-9A-Fa-f\s]{8}")


class Type1Program:
    """One such program.

    Raises:
        ProgramError: it is none, or is damaged.
    """

    def __init__(self, data: bytes) -> None:
        """Find the encrypted part and its glyphs."""
        plain, found, secret = _without_blocks(data).partition(b"eexec")
        if not plain.startswith(b"%!") or not found:
            raise ProgramError("it is no font")
        self._plain = plain
        secret = secret.lstrip(b" \t\r\n")
        if _HEX.match(secret):
            digits = re.sub(rb"[^0-9A-Fa-f]", b"", secret)
            secret = bytes.fromhex(digits[: len(digits) // 2 * 2].decode())
        self._private = _decrypted(secret, _FILE_KEY, 4)
        if b"/CharStrings" not in self._private:
            raise ProgramError("it has no glyphs")
        if blanked(data.rstrip(b"\0")):
            raise ProgramError("a part of it is blanked out")
        self._check_glyphs()

    def _check_glyphs(self) -> None:
        """See that glyph follows upon glyph, and the end of their list upon the last."""
        at = self._private.index(b"/CharStrings")
        while match := _GLYPH.search(self._private, at, at + _BETWEEN):
            at = match.end() + int(match[2])
        if b"end" not in self._private[at : at + _BETWEEN]:
            raise ProgramError("its glyphs are not all there")

    @cached_property
    def _glyphs(self) -> Mapping[bytes, bytes]:
        start = self._private.index(b"/CharStrings")
        found: dict[bytes, bytes] = {}
        at = start
        while match := _GLYPH.search(self._private, at):
            end = match.end() + int(match[2])
            found.setdefault(match[1], self._private[match.end() : end])
            at = max(end, match.end())
        return found

    @cached_property
    def encoding(self) -> Mapping[int, str] | None:
        """The glyph names of codes; None where they are those of the standard encoding."""
        found = {int(code): glyph.decode("latin-1") for code, glyph in _CODE.findall(self._plain)}
        return found or None

    @cached_property
    def _scale(self) -> float:
        found = _MATRIX.search(self._plain)
        return float(found[1]) * 1000 if found else 1.0

    def advance(self, glyph: str) -> float | None:
        """Return how far a glyph moves on in thousandths, None where that can't be told."""
        outline = self._glyphs.get(glyph.encode("latin-1", "replace"))
        if outline is None:
            return None
        skipped = _SKIPPED.search(self._private)
        width = _width(_decrypted(outline[:_ENOUGH], _GLYPH_KEY, int(skipped[1]) if skipped else 4))
        return None if width is None else width * self._scale


def _width(outline: bytes) -> float | None:
    stack: list[float] = []
    at = 0
    try:
        while True:
            first, at = outline[at], at + 1
            if first >= 32:  # noqa: PLR2004 - numbers
                value, at = _number(outline, at - 1)
                stack.append(value)
            elif first == 13:  # noqa: PLR2004 - hsbw
                return stack[1]
            elif first == 12 and outline[at] == 7:  # noqa: PLR2004 - sbw
                return stack[2]
            elif first == 12 and outline[at] == 12:  # noqa: PLR2004 - div
                by, at = stack.pop(), at + 1
                stack.append(stack.pop() / by)
            else:
                return None
    except (IndexError, struct.error, ZeroDivisionError):
        return None


def _number(data: bytes, at: int) -> tuple[float, int]:
    first = data[at]
    if first <= 246:  # noqa: PLR2004 - small
        return first - 139, at + 1
    if first <= 250:  # noqa: PLR2004 - positive, with a second byte
        return (first - 247) * 256 + data[at + 1] + 108, at + 2
    if first <= 254:  # noqa: PLR2004 - negative
        return -(first - 251) * 256 - data[at + 1] - 108, at + 2
    return struct.unpack_from(">l", data, at + 1)[0], at + 5


def _decrypted(data: bytes, key: int, skipped: int) -> bytes:
    found = bytearray(len(data))
    for at, byte in enumerate(data):
        found[at] = byte ^ (key >> 8)
        key = ((byte + key) * 52845 + 22719) & 0xFFFF
    return bytes(found[skipped:])


def _without_blocks(data: bytes) -> bytes:
    """Return a program without the headers of its blocks, which some files keep (PFB)."""
    parts = []
    while data[:1] == b"\x80" and data[1:2] in (b"\1", b"\2") and len(data) > 6:  # noqa: PLR2004 - a header
        (size,) = struct.unpack_from("<L", data, 2)
        parts.append(data[6 : 6 + size])
        data = data[6 + size :]
    return b"".join(parts) if parts else data
