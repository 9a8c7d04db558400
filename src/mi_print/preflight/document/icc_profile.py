"""ICC profiles as far as a printing condition asks: colours, tables, description (ICC.1, 7)."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_HEADER, _TAGS = 128, 132
_ROW = 12  # bytes of a tag's row: signature, offset, size
_MOST_TAGS = 200
_SPACES = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4}
_TABLES = (b"mft1", b"mft2", b"mAB ", b"mBA ")
_SHOWN = 400


@dataclass(frozen=True, slots=True)
class ProfileFacts:
    """What a profile says of itself, and what is wrong with it."""

    parts: int | None
    """How many parts its colours have; None where it is no profile."""
    said: str
    """Its description."""
    faults: tuple[str, ...]


def read(data: bytes) -> ProfileFacts:
    """Return what a profile of an output device says; each fault is the end of a sentence."""
    if len(data) < _HEADER or data[36:40] != b"acsp":
        return ProfileFacts(None, "", ("is no ICC profile",))
    parts = _SPACES.get(data[16:20])
    tags = _tags(data)
    return ProfileFacts(parts, _description(tags or {}), tuple(_faults(data, parts, tags)))


def _faults(data: bytes, parts: int | None, tags: dict[bytes, bytes] | None) -> Iterator[str]:
    if data[12:16] != b"prtr":
        yield "is not a printer's"
    if int.from_bytes(data[:4], "big") > len(data):
        yield "is cut short"
    elif tags is None:
        yield "has no table of contents that can be read"
    elif parts == 4 and not (_has_tables(tags, b"A2B") and _has_tables(tags, b"B2A")):  # noqa: PLR2004 - CMYK
        yield "has no tables of colours"


def _tags(data: bytes) -> dict[bytes, bytes] | None:
    if len(data) < _TAGS:
        return None
    (count,) = struct.unpack_from(">L", data, _HEADER)
    if count > _MOST_TAGS or _TAGS + _ROW * count > len(data):
        return None
    found = {}
    for row in range(count):
        tag, offset, size = struct.unpack_from(">4sLL", data, _TAGS + _ROW * row)
        if offset + size > len(data):
            return None
        found[tag] = data[offset : offset + size]
    return found


def _has_tables(tags: dict[bytes, bytes], way: bytes) -> bool:
    return any(tag[:3] == way and body[:4] in _TABLES for tag, body in tags.items())


def _description(tags: dict[bytes, bytes]) -> str:
    """Return the profile's description (`desc`): ASCII in version 2, UTF-16 in version 4."""
    body = tags.get(b"desc", b"")
    if body[:4] == b"mluc" and len(body) >= 28:  # noqa: PLR2004 - up to the first record's end
        size, offset = struct.unpack_from(">LL", body, 20)
        return body[offset : offset + min(size, _SHOWN)].decode("utf-16-be", "replace")
    (size,) = struct.unpack_from(">L", body, 8) if len(body) >= 12 else (0,)  # noqa: PLR2004
    return body[12 : 12 + min(size, _SHOWN)].rstrip(b"\0").decode("latin-1")
