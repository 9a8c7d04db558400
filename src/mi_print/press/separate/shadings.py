"""Gradients in ink: the functions of shadings, turned from the screen's colours.

A gradient's stops become what their colours are anywhere else, builds
included.  Between two stops a straight line in ink strays from the gradient
of the screen, so it is divided until nobody sees the difference.
Functions: ISO 32000-1, 7.10; shadings: 8.7.4.5.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from pikepdf import Array, Dictionary, Name, Object

from mi_print.press.separate.colours import Rgb
from mi_print.press.separate.palette import Palette

_UNSEEN = 0.016
"""How far an ink may stray, of 1: about a unit of ΔE at most."""
_FINEST = 7  # times that a piece may be halved
_OFFSET_ENDS = 1e-9  # a piece shorter than this is a hard edge

ColourValues: TypeAlias = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class GradientPiece:
    """A part of a gradient with no corner in it: its ends, and its colour at 0 to 1 between."""

    start: float
    end: float
    at: Callable[[float], ColourValues]


class UnknownFunctionError(ValueError):
    """A function of a type that the typesetter does not write."""


def in_inks(function: Object, domain: Sequence[float], palette: Palette) -> Dictionary:
    """Return a shading's function in the palette's inks.

    Args:
        function: of one input, with values in RGB.
        domain: the shading's.
        palette: what colours become.

    Raises:
        UnknownFunctionError: it is neither exponential nor stitched.
    """
    pieces = [piece for piece in _pieces(function, domain) if _is_seen(piece)]
    straight = [line for piece in pieces for line in _straightened(piece, palette)]
    lines = [_line(a, b) for _, _, a, b in straight]
    if len(lines) == 1:
        (start, end, _, _), whole = straight[0], lines[0]
        if (start, end) == (0, 1):
            return whole
    return Dictionary(
        FunctionType=3,
        Domain=Array([straight[0][0], straight[-1][1]]),
        Encode=Array([0, 1] * len(lines)),
        Bounds=Array([end for _, end, _, _ in straight[:-1]]),
        Functions=Array(lines),
    )


def _is_seen(piece: GradientPiece) -> bool:
    return piece.end - piece.start > _OFFSET_ENDS


def _pieces(function: Object, domain: Sequence[float]) -> Iterator[GradientPiece]:
    kind = int(function.FunctionType)
    low, high = float(domain[0]), float(domain[1])
    if kind == 2:  # noqa: PLR2004 - exponential interpolation
        yield GradientPiece(low, high, _exponential(function, low, high))
    elif kind == 3:  # noqa: PLR2004 - stitching
        bounds = [low, *(float(bound) for bound in function.Bounds), high]
        encode = [float(value) for value in function.Encode]
        for index, (start, end) in enumerate(pairwise(bounds)):
            inner = (encode[2 * index], encode[2 * index + 1])
            for piece in _pieces(function.Functions[index], inner):
                yield _mapped(piece, inner, (start, end))
    else:
        raise UnknownFunctionError(f"a gradient by a function of type {kind}")


def _exponential(function: Object, low: float, high: float) -> Callable[[float], ColourValues]:
    first = [float(value) for value in function.get(Name.C0, Array([0]))]
    last = [float(value) for value in function.get(Name.C1, Array([1]))]
    exponent = float(function.N)
    from_, to = (float(value) for value in function.Domain)

    def at(part: float) -> ColourValues:
        x = min(max(low + part * (high - low), from_), to)
        share = x**exponent
        return tuple(a + share * (b - a) for a, b in zip(first, last, strict=True))

    return at


def _mapped(
    piece: GradientPiece, inner: tuple[float, float], outer: tuple[float, float]
) -> GradientPiece:
    """Return a piece of an inner domain where it lies in the outer one."""
    span = inner[1] - inner[0]
    if span == 0:
        return GradientPiece(*outer, piece.at)
    ends = [outer[0] + (x - inner[0]) / span * (outer[1] - outer[0]) for x in _ends(piece)]
    if ends[0] > ends[1]:
        return GradientPiece(ends[1], ends[0], lambda part: piece.at(1 - part))
    return GradientPiece(ends[0], ends[1], piece.at)


def _ends(piece: GradientPiece) -> tuple[float, float]:
    return piece.start, piece.end


def _straightened(
    piece: GradientPiece, palette: Palette
) -> Iterator[tuple[float, float, ColourValues, ColourValues]]:
    """Yield straight lines in ink, each with its ends in the domain and its inks there.

    A theme colour's build is not what the profile makes of it, so between two
    stops the difference of each fades towards the other.
    """
    ends = as_rgb(piece.at(0)), as_rgb(piece.at(1))
    neutral = all(len(set(end)) == 1 for end in ends)
    own = [palette.of_rgb(end).inks for end in ends]
    offsets = [
        tuple(a - b for a, b in zip(inks, palette.within(end, neutral), strict=True))
        for inks, end in zip(own, ends, strict=True)
    ]

    def inks(part: float) -> ColourValues:
        found = palette.within(as_rgb(piece.at(part)), neutral)
        return tuple(
            min(max(ink + (1 - part) * a + part * b, 0), 1)
            for ink, a, b in zip(found, *offsets, strict=True)
        )

    length = piece.end - piece.start

    def divided(
        low: float, a: ColourValues, high: float, b: ColourValues, depth: int
    ) -> Iterator[tuple[float, float, ColourValues, ColourValues]]:
        strayed = max(
            abs(ink - (x + (y - x) * share))
            for share in (0.25, 0.5, 0.75)
            for ink, x, y in zip(inks(low + share * (high - low)), a, b, strict=True)
        )
        if strayed <= _UNSEEN or depth == _FINEST:
            yield piece.start + low * length, piece.start + high * length, a, b
            return
        middle = (low + high) / 2
        between = inks(middle)
        yield from divided(low, a, middle, between, depth + 1)
        yield from divided(middle, between, high, b, depth + 1)

    yield from divided(0, own[0], 1, own[1], 0)


def as_rgb(values: Sequence[float]) -> Rgb:
    """Return the eight-bit colour of three values from 0 to 1."""
    red, green, blue = (min(max(round(float(value) * 255), 0), 255) for value in values)
    return (red, green, blue)


def _line(first: ColourValues, last: ColourValues) -> Dictionary:
    return Dictionary(
        FunctionType=2,
        Domain=Array([0, 1]),
        C0=Array([round(value, 5) for value in first]),
        C1=Array([round(value, 5) for value in last]),
        N=1,
    )
