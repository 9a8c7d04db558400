"""The curve detector: a thick arc, drawn by arithmetic at three scales.

A curve detector is a neuron that fires for one curvature at one orientation.
*One* is a giant arc, *Ten* the family (one arc every 36°), *Many* a halftone
whose dots are detectors, their orientation and weight following a hidden
curve.  Here are only numbers: strokes in points, y down; `svg` draws them.

Angles are degrees, 0 with the apex up, clockwise.  Caps are butt.  Arcs are
written as cubics of at most 45°, because the typesetter turns an SVG arc of up
to 180° into a single cubic, which is visibly off.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import atan2, ceil, cos, degrees, exp, hypot, radians, sin, tan

from mi_print.geometry import Point, Rectangle

SWEEP = 120.0
"""Degrees that a detector's arc covers."""

CENTROID = sin(radians(60)) / radians(60)
"""Distance of a 120° arc's centroid from its centre, in radii."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """An arc of circle (`centre`, `radius`) round `angle`, `width` thick."""

    centre: Point
    radius: float
    angle: float
    width: float
    sweep: float = SWEEP


@dataclass(frozen=True, slots=True)
class Circle:
    """A hidden curve that detectors respond to."""

    centre: Point
    radius: float


def direction(angle: float) -> Point:
    """Return the unit vector of an angle."""
    return sin(radians(angle)), -cos(radians(angle))


def detector(place: Point, pitch: float, angle: float, width: float) -> Stroke:
    """Return the arc of a cell: its centroid sits on `place`."""
    x, y = direction(angle)
    radius = pitch / 2
    shift = CENTROID * radius
    return Stroke((place[0] - shift * x, place[1] - shift * y), radius, angle, width)


def glyph(size: float, angle: float) -> Stroke:
    """Return the small mark of one topic in a square of `size`."""
    return detector((size / 2, size / 2), 0.88 * size, angle, 0.22 * size)


def ten(pitch: float, lit: int | None) -> list[tuple[Stroke, bool]]:
    """Return the ten arcs side by side, each with whether it is lit."""
    resting, bright = max(0.4, 0.035 * pitch), 0.24 * pitch
    arcs = []
    for n in range(10):
        place = ((n + 0.5) * pitch, pitch / 2)
        width = bright if n == lit else resting
        arcs.append((detector(place, 0.88 * pitch, 36 * n, width), n == lit))
    return arcs


@dataclass(frozen=True, slots=True)
class Lattice:
    """Where the cells of a field lie: `origin` is cell (0, 0)'s top left corner.

    `columns` and `rows` are half-open ranges of cell indices and may be
    negative, which is how a field runs into the bleed.
    """

    origin: Point
    pitch: float
    columns: tuple[int, int]
    rows: tuple[int, int]

    def places(self) -> Iterable[tuple[int, int, Point]]:
        """Yield (i, j, centre) of every cell, row by row."""
        x, y = self.origin
        for j in range(*self.rows):
            for i in range(*self.columns):
                yield i, j, (x + (i + 0.5) * self.pitch, y + (j + 0.5) * self.pitch)


def many(
    lattice: Lattice, circles: Iterable[Circle], hairline: float = 0.45, sigma: float = 2.5
) -> list[Stroke]:
    """Return a field's arcs: bold along the circles, resting hairlines elsewhere.

    The response is rounded up to twelfths, so that a field is at most thirteen
    paths whatever its size.
    """
    curves = list(circles)
    strokes = []
    for i, j, place in lattice.places():
        response, curve = max(
            ((_response(place, c, sigma * lattice.pitch), c) for c in curves), key=lambda p: p[0]
        )
        if response > 0.06:  # noqa: PLR2004 - below, a detector rests: the recipe's threshold
            x, y = place[0] - curve.centre[0], place[1] - curve.centre[1]
            weight = ceil(12 * response) / 12
            width = lattice.pitch * (0.02 + 0.33 * weight)
            strokes.append(detector(place, lattice.pitch, degrees(atan2(x, -y)), width))
        else:
            strokes.append(detector(place, lattice.pitch, 36 * ((i + 3 * j) % 10), hairline))
    return strokes


def _response(place: Point, curve: Circle, spread: float) -> float:
    away = hypot(place[0] - curve.centre[0], place[1] - curve.centre[1]) - curve.radius
    return exp(-((away / spread) ** 2))


def bounds(stroke: Stroke) -> Rectangle:
    """Return where the arc's ink begins and ends: left, top, right, bottom."""
    first, last = stroke.angle - stroke.sweep / 2, stroke.angle + stroke.sweep / 2
    turns = (turn for turn in range(-360, 721, 90) if first <= turn <= last)
    edges = stroke.radius - stroke.width / 2, stroke.radius + stroke.width / 2
    points = [(r * x, r * y) for x, y in map(direction, (first, last, *turns)) for r in edges]
    (x, y), across, down = stroke.centre, *zip(*points, strict=True)
    return x + min(across), y + min(down), x + max(across), y + max(down)


def standing(width: float, top: float, angle: float, radius: float, weight: float) -> Stroke:
    """Return the arc of a topic's opener: its highest point at `top`, cropped by the trim.

    The arc turns with its topic, so its centre moves: below the foot for arcs
    that open downward, into the page for those that open upward.  It leaves
    the page on the side to which it bows.
    """
    arc = Stroke((0, 0), radius, angle, weight)
    left, highest, right, _ = bounds(arc)
    beyond = (radius + weight / 2) / 5
    x = width + beyond - right if bows_right(arc) else -beyond - left
    return dataclasses.replace(arc, centre=(x, top - highest))


def bows_right(arc: Stroke) -> bool:
    """Return whether an arc's apex is on the right, or it has none on a side."""
    return arc.angle % 360 <= 180  # noqa: PLR2004 - half a turn


def path(stroke: Stroke) -> str:
    """Return the arc's middle as SVG path data: a move and cubics of at most 45°."""
    start, curves = _curves(stroke.centre, stroke.radius, stroke.angle, stroke.sweep)
    return f"M{start}{curves}" + ("Z" if stroke.sweep >= _FULL else "")


def outline(stroke: Stroke) -> str:
    """Return the arc's edge as SVG path data: filled, its ends are straight in every viewer."""
    half = stroke.width / 2
    outer, out = _curves(stroke.centre, stroke.radius + half, stroke.angle, stroke.sweep)
    inner, back = _curves(stroke.centre, stroke.radius - half, stroke.angle, -stroke.sweep)
    joint = "ZM" if stroke.sweep >= _FULL else "L"
    return f"M{outer}{out}{joint}{inner}{back}Z"


_FULL = 360.0
_THICK = 20.0  # points


def _curves(centre: Point, radius: float, middle: float, sweep: float) -> tuple[str, str]:
    """Return where an arc begins and its cubics; a sweep below 0 runs counterclockwise."""
    pieces = ceil(abs(sweep) / 45)
    step = sweep / pieces
    handle = 4 / 3 * tan(radians(step) / 4) * radius
    cx, cy = centre
    angle = middle - sweep / 2
    x, y = direction(angle)
    start = f"{cx + radius * x:.3f} {cy + radius * y:.3f}"
    data = []
    for _ in range(pieces):
        a = (cx + radius * x - handle * y, cy + radius * y + handle * x)
        angle += step
        x, y = direction(angle)
        end = (cx + radius * x, cy + radius * y)
        b = (end[0] + handle * y, end[1] - handle * x)
        data.append("C" + " ".join(f"{n:.3f}" for n in (*a, *b, *end)))
    return start, "".join(data)


def svg(width: float, height: float, inked: Iterable[tuple[Stroke, str]]) -> str:
    """Return an SVG of `width` × `height` points.

    Thin arcs are strokes, in one path a colour and width.  Thick ones are filled outlines:
    pdfium divides a stroked cubic into too few pieces, and a giant arc comes out with flats.
    """
    thick: dict[str, list[str]] = defaultdict(list)
    thin: dict[tuple[str, float], list[str]] = defaultdict(list)
    for stroke, colour in inked:
        if stroke.width >= _THICK:
            thick[colour].append(outline(stroke))
        else:
            thin[colour, round(stroke.width, 4)].append(path(stroke))
    paths = [f'<path d="{"".join(data)}" fill="{colour}"/>' for colour, data in thick.items()]
    paths += [
        f'<path d="{"".join(data)}" stroke="{colour}" stroke-width="{weight:g}"/>'
        for (colour, weight), data in thin.items()
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}pt" height="{height:g}pt"'
        f' viewBox="0 0 {width:g} {height:g}" fill="none">{"".join(paths)}</svg>'
    )
