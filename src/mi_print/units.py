"""Lengths: with a unit in data, in points (1/72 in) in code.

A length without a unit is refused, lest a bleed of 3 mm become 3 pt.
"""

import re

POINTS_PER_UNIT = {"pt": 1.0, "in": 72.0, "mm": 72 / 25.4, "cm": 720 / 25.4}
MAXIMUM = 14_400.0  # points: a PDF page's largest side without UserUnit (ISO 32000-1, annex C)

_ROUNDING = 1e-6  # thousandths of an inch
LENGTH = re.compile(r"\s*(-?[0-9]+(?:\.[0-9]+)?)\s*(pt|in|mm|cm)\s*", re.ASCII)
_EXAMPLE = 'write a number and a unit, as in "3 mm", "0.125 in" or "9 pt"'


def points(text: object) -> float:
    """Return the length in points.

    Raises:
        ValueError: `text` is not a number with one of the units pt, in, mm, cm,
            or it is longer than the largest PDF page.
    """
    found = LENGTH.fullmatch(text) if isinstance(text, str) else None
    if not found:
        raise ValueError(f"{text!r:.60} is not a length; {_EXAMPLE}")
    length = float(found[1]) * POINTS_PER_UNIT[found[2]]
    if abs(length) > MAXIMUM:
        raise ValueError(f"{text!r:.60} is longer than a PDF page can be ({MAXIMUM / 72:.0f} in)")
    return length


def in_words(length: float) -> str:
    """Return a length as a person writes it: in inches if that is short, else in millimetres."""
    inches = length / POINTS_PER_UNIT["in"]
    if abs(inches * 1000 - round(inches * 1000)) < _ROUNDING:
        return f"{inches:.3f}".rstrip("0").rstrip(".") + " in"
    return f"{length / POINTS_PER_UNIT['mm']:.2f}".rstrip("0").rstrip(".") + " mm"


POINTS_PER_METRE = 72 / 0.0254

DISTANCE = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?m", re.ASCII)
_FARTHEST = 100.0  # metres


def metres(text: object) -> float:
    """Return the distance in metres.

    Raises:
        ValueError: `text` is not a number with the unit m, or beyond what a sign is read from.
    """
    found = DISTANCE.fullmatch(text) if isinstance(text, str) else None
    if not found:
        raise ValueError(f'{text!r:.60} is not a distance; write a number of metres, as in "5 m"')
    distance = float(found[1])
    if not 0 < distance <= _FARTHEST:
        raise ValueError(f"{text!r:.60} is not between 0 and {_FARTHEST:g} m, where signs are read")
    return distance
