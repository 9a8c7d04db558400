"""Decoded streams, up to a size.

A few kilobytes may decode to gigabytes.  So the size is measured before the
stream is decoded: by inflating in pieces where Flate stands first, and by the
most that a filter can make of a byte for all others.
"""

import zlib
from collections.abc import Iterator

import pikepdf

from mi_print.preflight.pdf.limits import STREAM, LimitError
from mi_print.preflight.pdf.objects import PdfValue, entry, items, name

_PIECE = 1 << 16
_GROWTH = {
    "FlateDecode": 1040,
    "Fl": 1040,
    "LZWDecode": 3000,
    "LZW": 3000,
    "RunLengthDecode": 64,
    "RL": 64,
    "ASCII85Decode": 4,
    "A85": 4,
    "ASCIIHexDecode": 1,
    "AHx": 1,
}
"""The most bytes that each filter makes of one."""
_UNDONE = (pikepdf.PdfError, pikepdf.DependencyError)
_FEW = 1_024  # bytes: deflated, they make no more words than are allowed
_BETWEEN = (b" ", b"\n", b"\r", b"\t", b"\0", b"\f", b"/", b"[", b"]", b"<", b"(", b"%")
_FLAT = ((), ("FlateDecode",))


def filters(stream: PdfValue) -> tuple[str, ...]:
    """Return the names of a stream's filters, the first to be undone first."""
    return tuple(name(item) or "" for item in items(entry(stream, "/Filter")))


def _inflated(raw: bytes, most: int) -> int:
    try:
        return sum(map(len, pieces(raw, most)))
    except LimitError:
        return most + 1


def fits(stream: PdfValue, most: int) -> bool:
    """Return whether a stream decodes to at most so many bytes.

    Raises:
        pikepdf.PdfError: its bytes can't be had.
    """
    if not isinstance(stream, pikepdf.Stream):
        return False
    raw = stream.read_raw_bytes()
    named = filters(stream)
    first = named[0] in ("FlateDecode", "Fl") if named else False
    size = _inflated(raw, most) if first else len(raw)
    for later in named[1:] if first else named:
        size = _grown(size, later)
    return size <= most


def _grown(size: int, filter_: str) -> int:
    """Return the most bytes that a filter makes of so many."""
    most = size * _GROWTH.get(filter_, 1)
    # each code of LZW, of 9 bits or more, makes at most a byte more than the one before
    return min(most, size * (size + 1) // 2) if filter_.startswith("LZW") else most


def contents(stream: PdfValue, most: int) -> bytes | None:
    """Return the decoded bytes, None where none can be had.

    Raises:
        LimitError: there are more than `most`.
    """
    if not isinstance(stream, pikepdf.Stream):
        return None
    try:
        if fits(stream, most):
            return stream.read_bytes()
    except (*_UNDONE, RuntimeError, ValueError, TypeError, NotImplementedError):
        return None
    raise LimitError(f"a stream decodes to more than {most:,} bytes")


def unpacked(stream: PdfValue, most: int) -> bytes | None:
    """Return the same of a stream whose damage is told by what lies in it.

    The end of deflated data may be missing, or something stand after it.  None is
    returned where they can't be unpacked, without a warning of the reader.

    Raises:
        LimitError: there are more than `most`.
    """
    if not isinstance(stream, pikepdf.Stream) or filters(stream) != _FLAT[1]:
        return contents(stream, most)
    if "/DecodeParms" in stream:
        return contents(stream, most)
    try:
        data = b"".join(pieces(stream.read_raw_bytes(), most))
    except pikepdf.PdfError:
        return None
    return data or None


def pieces(raw: bytes, most: int) -> Iterator[bytes]:
    """Yield what can be inflated of deflated data; what is damaged ends there.

    Raises:
        LimitError: there are more than `most` bytes.
    """
    engine, size = zlib.decompressobj(), 0
    for at in range(0, len(raw), _PIECE):
        waiting = raw[at : at + _PIECE]
        while waiting and not engine.eof:
            try:
                piece = engine.decompress(waiting, _PIECE)
            except zlib.error:
                return
            size += len(piece)
            if size > most:
                raise LimitError(f"a stream decodes to more than {most:,} bytes")
            waiting = engine.unconsumed_tail
            yield piece


def words(stream: PdfValue) -> int:
    """Return how many words a stream may have at most, without making any of them.

    Raises:
        LimitError: it is too large.
    """
    if not isinstance(stream, pikepdf.Stream) or len(stream.read_raw_bytes()) < _FEW:
        return 0
    data = unpacked(stream, STREAM) or b""
    return sum(map(data.count, _BETWEEN))


def deflated(stream: PdfValue, most: int) -> bytes | None:
    """Return the bytes of a stream that is whole, and deflated or nothing; None of any other.

    Raises:
        pikepdf.PdfError: its bytes can't be had.
    """
    if not isinstance(stream, pikepdf.Stream) or "/DecodeParms" in stream or "/F" in stream:
        return None
    named = filters(stream)
    if named not in _FLAT:
        return None
    raw = stream.read_raw_bytes()
    if not named:
        return raw if len(raw) <= most else None
    engine = zlib.decompressobj()
    try:
        data = engine.decompress(raw, most)
    except zlib.error:
        return None
    return data if engine.eof and not engine.unused_data else None
