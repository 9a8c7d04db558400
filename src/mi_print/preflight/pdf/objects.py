"""PDF objects as plain values, whatever a file has put in their place.

Every reader here returns None for a value of the wrong type: a rule then says
that something is missing, and none raises.
"""

import math
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import cast

import pikepdf

from mi_print.geometry import FAR, Matrix, Rectangle
from mi_print.preflight.pdf.limits import KIN, LimitError

_NUMERIC = (int, float, Decimal)
_ESCAPED = re.compile("[\udc80-\udcff]")

PdfValue = object
"""What pikepdf hands out: an Object, or a Python number, string or bool."""


def number(value: PdfValue) -> float | None:
    """Return a finite number of a size that a page can have."""
    if type(value) not in _NUMERIC:
        return None
    try:
        found = float(value)  # type: ignore[arg-type]
    except OverflowError:
        return None
    return found if math.isfinite(found) and abs(found) <= FAR else None


def numbers(value: PdfValue, count: int | None = None) -> tuple[float, ...] | None:
    """Return an array of numbers, of so many if `count` is given."""
    if not isinstance(value, pikepdf.Array) or len(value) > KIN:
        return None
    found = tuple(number(item) for item in value)
    if None in found or (count is not None and len(found) != count):
        return None
    return found  # type: ignore[return-value]


def rectangle(value: PdfValue) -> Rectangle | None:
    """Return a rectangle with its corners in order."""
    found = numbers(value, 4)
    if found is None:
        return None
    x, y, u, v = found
    return min(x, u), min(y, v), max(x, u), max(y, v)


def matrix(value: PdfValue) -> Matrix | None:
    """Return a matrix of six numbers."""
    return numbers(value, 6)  # type: ignore[return-value]


def dictionary(value: PdfValue) -> pikepdf.Object | None:
    """Return a dictionary, or a stream for its dictionary."""
    return value if isinstance(value, pikepdf.Dictionary | pikepdf.Stream) else None


def entry(value: PdfValue, key: str) -> PdfValue:
    """Return what a dictionary holds under `key`, None where there is no such thing."""
    found = dictionary(value)
    if found is None:
        return None
    return found.get(key if key.isascii() else as_name(key))


def entries(value: PdfValue) -> Iterator[tuple[str, PdfValue]]:
    """Yield the members of a dictionary.

    Raises:
        LimitError: there are too many.
    """
    found = dictionary(value)
    if found is not None:
        _few(found)
        for key in sorted(found.keys()):
            yield shown_name(key), entry(found, key)


def items(value: PdfValue) -> list[PdfValue]:
    """Return the members of an array; of anything else, the thing alone.

    Raises:
        LimitError: there are too many.
    """
    if isinstance(value, pikepdf.Array):
        _few(value)
        return [value[index] for index in range(len(value))]
    return [] if value is None else [value]


def _few(value: pikepdf.Object) -> None:
    if len(value) > KIN:
        raise LimitError(f"an array or a dictionary has more than {KIN:,} members")


def key_of(value: pikepdf.Name) -> str:
    """Return a name with its slash; bytes that are not UTF-8 as Python escapes them.

    Names are bytes, and mostly UTF-8, but need not be (ISO 32000-1, 7.3.5).
    """
    return bytes(value).decode("utf-8", "surrogateescape")


def as_name(key: str) -> pikepdf.Name:
    """Return the name that `key_of` returns `key` for."""
    spelt = b"".join(b"#%02x" % byte for byte in key[1:].encode("utf-8", "surrogateescape"))
    return cast("pikepdf.Name", pikepdf.Object.parse(b"/" + spelt))


def shown_name(key: str) -> str:
    """Return a key as one can print it: bytes that are not UTF-8 are taken for Latin 1."""
    return _ESCAPED.sub(lambda found: chr(ord(found[0]) - 0xDC00), key)


def name(value: PdfValue) -> str | None:
    """Return a name without its slash, as one can print it."""
    return shown_name(key_of(value))[1:] if isinstance(value, pikepdf.Name) else None


def text(value: PdfValue) -> str | None:
    """Return a text string."""
    return str(value) if isinstance(value, str | pikepdf.String) else None


def identity(value: PdfValue) -> tuple[int, int] | None:
    """Return the number of an indirect object, by which it can be known again."""
    found = value.objgen if isinstance(value, pikepdf.Object) else (0, 0)
    return found if found[0] else None
