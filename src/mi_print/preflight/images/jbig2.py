"""The size of a JBIG2 image, from the segments of its stream (ISO/IEC 14492, 7.2)."""

import struct

_PAGE, _END_OF_PAGE, _END_OF_FILE = 48, 49, 51  # kinds of segments
_UNKNOWN = 0xFFFFFFFF
_LONG = 7  # a count of referred segments that does not fit is said in four bytes
_LEAST = 11  # bytes of a segment's header


def size(data: bytes) -> tuple[int, int | None] | None:
    """Return width and height, None for a height that the data leave open.

    Returns:
        None if the data are no JBIG2, or are cut off in a segment.

    Raises:
        struct.error: they end in a segment's header.
    """
    found = None
    at = 0
    while at + _LEAST <= len(data):
        kind, begin, length = _segment(data, at)
        if kind in (_END_OF_PAGE, _END_OF_FILE):
            break
        if kind == _PAGE:
            width, height = struct.unpack_from(">2L", data, begin)
            found = width, None if height == _UNKNOWN else height
        if length == _UNKNOWN:  # only a decoder finds its end
            break
        at = begin + length
        if at > len(data):
            return None
    return found


def _segment(data: bytes, at: int) -> tuple[int, int, int]:
    """Return the kind of the segment at this byte, where its data begin, and their length."""
    number, flags, referred = struct.unpack_from(">LBB", data, at)
    at += 5
    count = referred >> 5
    if count == _LONG:
        count = struct.unpack_from(">L", data, at)[0] & 0x1FFFFFFF
        at += 4 + (count + 8) // 8
    else:
        at += 1
    at += count * (1 if number <= 0x100 else 2 if number <= 0x10000 else 4)  # noqa: PLR2004 - as many bytes as numbers up to its own need
    at += 4 if flags & 0x40 else 1
    (length,) = struct.unpack_from(">L", data, at)
    return flags & 0x3F, at + 4, length
