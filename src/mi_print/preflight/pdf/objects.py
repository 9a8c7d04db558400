"""PDF objects as plain values, whatever a file has put in their place.

Every reader here returns None for a value of the wrong type: a rule then says
that something is missing, and none raises.
"""

import math
from collections.abc import Iterator
from decimal import Decimal

import pikepdf

from mi_print.geometry import FAR, Matrix, Rectangle
from mi_print.preflight.pdf.limits import KIN

_NUMERIC = (int, float, Decimal)

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
    return None if found is None else found.get(key)


def entries(value: PdfValue) -> Iterator[tuple[str, PdfValue]]:
    """Yield the members of a dictionary, up to a limit."""
    found = dictionary(value)
    if found is not None:
        for key in sorted(found.keys())[:KIN]:
            yield key, found.get(key)


def items(value: PdfValue) -> list[PdfValue]:
    """Return the members of an array, up to a limit; of anything else, the thing alone."""
    if isinstance(value, pikepdf.Array):
        return [value[index] for index in range(min(len(value), KIN))]
    return [] if value is None else [value]


def name(value: PdfValue) -> str | None:
    """Return a name without its slash."""
    return str(value)[1:] if isinstance(value, pikepdf.Name) else None


def text(value: PdfValue) -> str | None:
    """Return a text string."""
    return str(value) if isinstance(value, str | pikepdf.String) else None


def identity(value: PdfValue) -> tuple[int, int] | None:
    """Return the number of an indirect object, by which it can be known again."""
    found = value.objgen if isinstance(value, pikepdf.Object) else (0, 0)
    return found if found[0] else None
