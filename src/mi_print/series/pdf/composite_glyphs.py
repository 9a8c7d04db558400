"""Add composed glyphs to a TrueType font: several of its glyphs, moved, as one.

A cluster of several glyphs, a Devanagari conjunct or a Thai vowel with its
tone, is drawn by one code that stands for all its letters.  TrueType has the
means: a composite glyph names others and where they stand, so nothing is drawn
twice and nothing is traced.  What comes out is the bare font that a PDF wants:
outlines and metrics, no names, no character map.

https://learn.microsoft.com/typography/opentype/spec/glyf
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from mi_print.layout.text.shaping.font_file import Tables

_HINTS = ("cvt ", "fpgm", "prep")
_WORDS_OF_XY = 0x0001 | 0x0002  # ARG_1_AND_2_ARE_WORDS, ARGS_ARE_XY_VALUES
_MORE = 0x0020  # MORE_COMPONENTS
_MAGIC = 0xB1B0AFBA  # of which a font's checksum is taken

Bytes: TypeAlias = bytes | bytearray

Component = tuple[int, int, int]
"""A glyph, and where its origin stands in the composition: glyph id, x, y."""


@dataclass(frozen=True, slots=True)
class Composition:
    """A new glyph: its pieces, and its advance width, in the font's units."""

    pieces: tuple[Component, ...]
    advance: int


def with_compositions(tables: Tables, compositions: Sequence[Composition]) -> bytes:
    """Return a TrueType file of the font's glyphs and, after them, the compositions.

    Args:
        tables: of a font of TrueType outlines.
        compositions: their glyph ids follow the font's own, in this order.
    """
    head, hhea, maxp = (bytearray(tables[tag]) for tag in ("head", "hhea", "maxp"))
    count = _u16(maxp, 4)
    glyphs = _glyphs(tables["glyf"], tables["loca"], count, long=bool(_u16(head, 50)))
    metrics = _metrics(tables["hmtx"], count, _u16(hhea, 34))
    composed = [_composed(one, glyphs) for one in compositions]
    metrics += [
        (one.advance, _i16(data, 2) if data else 0)
        for one, data in zip(compositions, composed, strict=True)
    ]
    glyphs += composed
    offsets = [0]
    for data in glyphs:
        offsets.append(offsets[-1] + len(data))
    struct.pack_into(">h", head, 50, 1)
    struct.pack_into(">H", hhea, 34, len(glyphs))
    struct.pack_into(">H", maxp, 4, len(glyphs))
    if compositions:
        _widen(maxp, max(len(one.pieces) for one in compositions))
    made = {
        "glyf": b"".join(glyphs),
        "head": bytes(head),
        "hhea": bytes(hhea),
        "hmtx": b"".join(struct.pack(">Hh", *pair) for pair in metrics),
        "loca": struct.pack(f">{len(offsets)}I", *offsets),
        "maxp": bytes(maxp),
        **{tag: tables[tag] for tag in _HINTS if tag in tables},
    }
    return _file(made)


def _u16(data: Bytes, offset: int) -> int:
    return int.from_bytes(data[offset : offset + 2], "big")


def _i16(data: Bytes, offset: int) -> int:
    return int.from_bytes(data[offset : offset + 2], "big", signed=True)


def _glyphs(glyf: bytes, loca: bytes, count: int, *, long: bool) -> list[bytes]:
    if long:
        offsets = list(struct.unpack(f">{count + 1}I", loca[: 4 * count + 4]))
    else:
        offsets = [2 * half for half in struct.unpack(f">{count + 1}H", loca[: 2 * count + 2])]
    found = [glyf[a:b] for a, b in pairwise(offsets)]
    return [data + bytes(-len(data) % 4) for data in found]


def _metrics(hmtx: bytes, count: int, full: int) -> list[tuple[int, int]]:
    """Return each glyph's advance and left side bearing; the last advance repeats."""
    pairs = list(struct.iter_unpack(">Hh", hmtx[: 4 * full]))
    rest = struct.unpack(f">{count - full}h", hmtx[4 * full : 4 * full + 2 * (count - full)])
    return [*pairs, *((pairs[-1][0], bearing) for bearing in rest)]


def _composed(composition: Composition, glyphs: Sequence[bytes]) -> bytes:
    """Return the description of a composite glyph; pieces without an outline are left out."""
    pieces = [piece for piece in composition.pieces if glyphs[piece[0]]]
    if not pieces:
        return b""
    bounds = [
        (
            _i16(glyphs[g], 2) + x,
            _i16(glyphs[g], 4) + y,
            _i16(glyphs[g], 6) + x,
            _i16(glyphs[g], 8) + y,
        )
        for g, x, y in pieces
    ]
    left, bottom, right, top = zip(*bounds, strict=True)
    data = struct.pack(">5h", -1, min(left), min(bottom), max(right), max(top))
    for number, piece in enumerate(pieces, 1):
        more = _MORE if number < len(pieces) else 0
        data += struct.pack(">HHhh", _WORDS_OF_XY | more, *piece)
    return data + bytes(-len(data) % 4)


def _widen(maxp: bytearray, pieces: int) -> None:
    """Raise the limits that a font states of its composite glyphs."""
    points, contours = max(_u16(maxp, 6), _u16(maxp, 10)), max(_u16(maxp, 8), _u16(maxp, 12))
    struct.pack_into(">HH", maxp, 10, min(pieces * points, 0xFFFF), min(pieces * contours, 0xFFFF))
    struct.pack_into(">HH", maxp, 28, max(_u16(maxp, 28), pieces), _u16(maxp, 30) + 1)


def _file(tables: dict[str, bytes]) -> bytes:
    """Return a font file; `head` gets the checksum of the whole.

    https://learn.microsoft.com/typography/opentype/spec/otff
    """
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    directory = struct.pack(
        ">IHHHH", 0x00010000, count, 16 * power, power.bit_length() - 1, 16 * (count - power)
    )
    place = 12 + 16 * count
    body = bytearray()
    adjustment = 0
    for tag, data in sorted(tables.items()):
        if tag == "head":
            adjustment = place + len(body) + 8
            data = data[:8] + bytes(4) + data[12:]  # noqa: PLW2901 - taken without its own checksum
        directory += struct.pack(
            ">4sIII", tag.encode(), _checksum(data), place + len(body), len(data)
        )
        body += data + bytes(-len(data) % 4)
    whole = bytearray(directory + body)
    struct.pack_into(">I", whole, adjustment, (_MAGIC - _checksum(whole)) & 0xFFFFFFFF)
    return bytes(whole)


def _checksum(data: Bytes) -> int:
    padded = bytes(data) + bytes(-len(data) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}I", padded))
    return total & 0xFFFFFFFF
