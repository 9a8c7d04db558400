"""Which glyphs an embedded font program holds, read from its tables alone.

TrueType and OpenType name their number of glyphs in `maxp`; a bare CFF has
one outline a glyph (Adobe TN 5176), and a CID-keyed one says in its `charset`
which characters they are.
"""

import struct
from collections.abc import Container

_MAXP = 6
_TOP_DICT_LIMIT = 4096
_CHARSTRINGS, _CHARSET, _ROS = (17,), (15,), (12, 30)


def glyphs(program: bytes, *, by_character: bool) -> Container[int] | None:
    """Return the numbers of the glyphs, None for a program that says nothing of them.

    Args:
        program: The decoded font file.
        by_character: Whether a CID-keyed CFF is asked by character (CID), not by glyph.
    """
    try:
        if program[:4] in (b"\0\1\0\0", b"true", b"OTTO"):
            return _of_tables(program, by_character=by_character)
        return _of_cff(program, by_character=by_character) if program[:1] == b"\1" else None
    except (struct.error, IndexError, ValueError):
        return None


def _of_tables(program: bytes, *, by_character: bool) -> Container[int] | None:
    (count,) = struct.unpack_from(">H", program, 4)
    for row in range(count):
        tag, _sum, offset, length = struct.unpack_from(">4sLLL", program, 12 + 16 * row)
        if tag == b"CFF " and by_character:
            return _of_cff(program[offset : offset + length], by_character=True)
        if tag == b"maxp" and not (by_character and program[:4] == b"OTTO"):
            return range(struct.unpack_from(">H", program, offset + 4)[0])
    return None


def _index(data: bytes, at: int) -> tuple[list[bytes], int, int]:
    """Return the first members of an INDEX, how many there are, and where it ends."""
    (count,) = struct.unpack_from(">H", data, at)
    if not count:
        return [], 0, at + 2
    size = data[at + 2]
    if not 1 <= size <= 4:  # noqa: PLR2004 - bytes of an offset
        raise ValueError
    base = at + 2 + (count + 1) * size
    few = min(count, 8)
    marks = [
        int.from_bytes(data[at + 3 + n * size : at + 3 + (n + 1) * size], "big")
        for n in [*range(few + 1), count]
    ]
    if marks[-1] + base > len(data):
        raise ValueError
    return (
        [data[base + marks[n] : base + marks[n + 1]] for n in range(few)],
        count,
        base + marks[-1],
    )


def _top(data: bytes) -> dict[tuple[int, ...], list[int]]:
    found: dict[tuple[int, ...], list[int]] = {}
    stack: list[int] = []
    at = 0
    while at < min(len(data), _TOP_DICT_LIMIT):
        first = data[at]
        at += 1
        if first <= 21:  # noqa: PLR2004 - an operator; 12 announces a second byte
            key = (first, data[at]) if first == 12 else (first,)  # noqa: PLR2004 - the escape
            at += len(key) - 1
            found[key], stack = stack, []
        elif first == 28:  # noqa: PLR2004 - two bytes follow
            stack.append(struct.unpack_from(">h", data, at)[0])
            at += 2
        elif first == 29:  # noqa: PLR2004 - four bytes follow
            stack.append(struct.unpack_from(">l", data, at)[0])
            at += 4
        elif first == 30:  # noqa: PLR2004 - a real number, up to the nibble f
            while data[at] & 0xF != 0xF and data[at] >> 4 != 0xF:  # noqa: PLR2004 - its end
                at += 1
            at += 1
            stack.append(0)
        elif first <= 246:  # noqa: PLR2004 - small numbers
            stack.append(first - 139)
        elif first <= 250:  # noqa: PLR2004 - positive, with a second byte
            stack.append((first - 247) * 256 + data[at] + 108)
            at += 1
        else:
            stack.append(-(first - 251) * 256 - data[at] - 108)
            at += 1
    return found


def _of_cff(data: bytes, *, by_character: bool) -> Container[int] | None:
    _names, _count, at = _index(data, data[2])
    tops, _count, _at = _index(data, at)
    top = _top(tops[0])
    _first, count, _end = _index(data, top[_CHARSTRINGS][-1])
    charset = top.get(_CHARSET, [0])[-1]
    if not by_character or _ROS not in top or charset <= 2:  # noqa: PLR2004 - predefined ones
        return range(count)
    return _charset(data, charset, count)


def _charset(data: bytes, at: int, count: int) -> Container[int]:
    form, at = data[at], at + 1
    if form == 0:
        return {0, *struct.unpack_from(f">{count - 1}H", data, at)}
    found = {0}
    row = ">HB" if form == 1 else ">HH"
    while len(found) < count:
        first, left = struct.unpack_from(row, data, at)
        found.update(range(first, first + left + 1))
        at += struct.calcsize(row)
    return found
