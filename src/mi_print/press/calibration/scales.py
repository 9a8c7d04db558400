"""Scales on which the offset of a back is read through the sheet, as numbers.

The front has numbered lines, the back lines alone, behind them.  Seen from the
front a back that is printed too far right stands too far left if the sheet was
turned left to right, and too far down if it was printed too far up and turned head
to foot: the numbers run the other way there, so that what is read is the offset as
the back itself has it, right and up.

On a ruler one line of the back stands at the offset.  On a fine scale the lines
of the back are nearer to each other than those of the front by a step, so that
the one that runs on into a line of the front counts the steps: a vernier.
Lengths are points from the sheet's bottom left corner, values are millimetres.
"""

from dataclasses import dataclass
from typing import NamedTuple

from mi_print.units import POINTS_PER_UNIT

MM = POINTS_PER_UNIT["mm"]
LEAST = 205 * MM
"""The shortest side of a sheet that has room for the scales."""

_RULER = 10  # lines of 1 mm to each side of its middle
_FINE = 20  # lines to each side
_PITCH = 4 * MM  # of the lines of the front
_STEP = 0.1 * MM


class NumberedLine(NamedTuple):
    """A line of the front: where it crosses its axis, and the offset that it stands for."""

    at: float
    value: float


@dataclass(frozen=True, slots=True)
class OffsetScale:
    """A scale along one axis, as it is seen from the front of a sheet without an offset.

    Attributes:
        beside: where the axis is: the y of a level one, the x of an upright one.
        front: the numbered lines.
        back: where the lines of the back cross the axis.
    """

    beside: float
    front: tuple[NumberedLine, ...]
    back: tuple[float, ...]


class OffsetScales(NamedTuple):
    """All scales of a sheet: the level ones are for the offset right, the upright ones for up."""

    level_ruler: OffsetScale
    upright_ruler: OffsetScale
    level_vernier: OffsetScale
    upright_vernier: OffsetScale


def offset_scales(
    sheet: tuple[float, float], *, over: bool, kept: tuple[float, float] = (0.0, 0.0)
) -> OffsetScales:
    """Return the scales of a sheet.

    Args:
        sheet: its width and height, each at least `LEAST`.
        over: whether it is turned about its upright axis, left to right.
        kept: the offset that is taken back on the sheet already, right and up in points; the
            scales begin from there, so that what is read is always the whole offset.
    """
    width, height = sheet
    stands = height >= width
    level, upright = ((-1, kept[0]), (1, kept[1])) if over else ((1, kept[0]), (-1, kept[1]))
    low = (106 if stands else 78) * MM
    return OffsetScales(
        _ruler(low, 64 * MM, *level),
        _ruler(102 * MM, low, *upright),
        _vernier((58 if stands else 42) * MM, width / 2, *level),
        _vernier(width - 27 * MM, 164 * MM if stands else height / 2, *upright),
    )


def behind(
    point: tuple[float, float],
    sheet: tuple[float, float],
    *,
    over: bool,
    kept: tuple[float, float] = (0.0, 0.0),
) -> tuple[float, float]:
    """Return where a point of the front is on the back, as that is printed."""
    x, y = point
    x, y = (sheet[0] - x, y) if over else (x, sheet[1] - y)
    return x - kept[0], y - kept[1]


def _ruler(beside: float, middle: float, way: int, offset: float) -> OffsetScale:
    counts = range(-_RULER, _RULER + 1)
    front = (NumberedLine(middle + n * MM, _value(offset, way * n * MM)) for n in counts)
    return OffsetScale(beside, tuple(front), (middle,))


def _vernier(beside: float, middle: float, way: int, offset: float) -> OffsetScale:
    counts = range(-_FINE, _FINE + 1)
    front = (NumberedLine(middle + n * _PITCH, _value(offset, way * n * _STEP)) for n in counts)
    return OffsetScale(beside, tuple(front), tuple(middle + n * (_PITCH - _STEP) for n in counts))


def _value(offset: float, more: float) -> float:
    return round((offset + more) / MM, 2) + 0.0
