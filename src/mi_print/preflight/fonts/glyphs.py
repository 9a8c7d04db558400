"""Outlines of TrueType programs: whether they can be drawn (ISO/IEC 14496-22, 5.3.3)."""

import struct
from collections.abc import Sequence
from itertools import pairwise

_X_SHORT, _Y_SHORT, _REPEAT, _X_SAME, _Y_SAME = 2, 4, 8, 16, 32
_SIZES = bytes(
    (1 if flag & _X_SHORT else 0 if flag & _X_SAME else 2)
    + (1 if flag & _Y_SHORT else 0 if flag & _Y_SAME else 2)
    for flag in range(256)
)
"""By flag, the bytes of a point's coordinates."""
_HEAD = 10
_EMPTY = 16
"""Bytes that a glyph without contours may have."""
_LOOSE = 4
"""How many times as many bytes as it takes a glyph may have."""
_WORDS, _SCALE, _MORE, _TWO_SCALES, _FOUR_SCALES = 1, 8, 32, 64, 128


def sound(glyph: bytes, count: int) -> bool:
    """Return whether a glyph can be drawn.

    Args:
        glyph: its data, nothing for a glyph without an outline.
        count: of the program's glyphs.
    """
    if not glyph:
        return True
    try:
        (contours,) = struct.unpack_from(">h", glyph)
        if contours < 0:
            return _composed(glyph, count)
        if not contours:
            return len(glyph) <= _EMPTY
        ends = struct.unpack_from(f">{contours}H", glyph, _HEAD)
        at = _HEAD + 2 * contours
        (instructions,) = struct.unpack_from(">H", glyph, at)
        return _drawn(glyph, at + 2 + instructions, ends)
    except (struct.error, IndexError):
        return False


def _drawn(glyph: bytes, at: int, ends: Sequence[int]) -> bool:
    if any(one > other for one, other in pairwise(ends)):
        return False
    left, size = ends[-1] + 1, 0
    while left > 0:
        flag = glyph[at]
        at += 1
        times = 1
        if flag & _REPEAT:
            times += glyph[at]
            at += 1
        left -= times
        size += times * _SIZES[flag]
    used = at + size
    return left == 0 and used <= len(glyph) <= _LOOSE * used + _EMPTY


def _composed(glyph: bytes, count: int) -> bool:
    """Return whether a glyph's parts are there, of which each is another glyph."""
    at = _HEAD
    while True:
        flags, part = struct.unpack_from(">HH", glyph, at)
        at += 8 if flags & _WORDS else 6
        at += (
            2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _FOUR_SCALES else 0
        )
        if part >= count or at > len(glyph):
            return False
        if not flags & _MORE:
            return True
