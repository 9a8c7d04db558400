"""The mark of each topic: an arc for each of ten, and these again in a ring for each ten more.

Topics count from 0.  From 40 on the marks come again.
"""

from dataclasses import replace
from math import radians, sin

from mi_print.geometry import Point
from mi_print.layout.template_api import motif
from mi_print.layout.template_api.motif import Stroke

_TURN = 36.0
_FIRST, _NEXT = 1.6, 0.5
"""Radii of the first ring, and from each ring to the next, in radii of the arc."""
_MOST = 3  # rings
_STANDING = 0.75
"""Of the outer radius of a giant arc: that of its outermost ring."""
_HAIRLINE = 0.06
"""Of the arc's stroke: how thick a ring is, between these two, in points."""
_THINNEST, _THICKEST = 0.4, 1.5


def angle(topic: int) -> float:
    """Return the angle of a topic's arc."""
    return _TURN * (topic % 10)


def rings(topic: int) -> int:
    """Return how many rings are around a topic's arc."""
    return topic // 10 % (_MOST + 1)


def mark(arc: Stroke, topic: int, reach: float) -> list[Stroke]:
    """Return an arc with its topic's rings around its centroid.

    An arc with rings is smaller: they go `reach` points from its centroid.
    """
    count = rings(topic)
    if not count:
        return [arc]
    place = centroid(arc)
    outermost = _FIRST + (count - 1) * _NEXT
    for thickness in (_THICKEST, None):  # twice, because the hairline depends on the size
        half = (thickness or _hairline(arc)) / 2
        arc = _scaled(arc, place, (reach - half) / outermost / arc.radius)
    weight = _hairline(arc)
    radii = (arc.radius * (_FIRST + number * _NEXT) for number in range(count))
    return [arc, *(Stroke(place, radius, 0, weight, 360) for radius in radii)]


def glyph(size: float, topic: int) -> list[Stroke]:
    """Return a topic's small mark in a square of `size`."""
    return mark(motif.glyph(size, angle(topic)), topic, size / 2)


def ten(pitch: float, lit: int | None) -> list[tuple[Stroke, bool]]:
    """Return the ten arcs side by side, that of a topic lit, with its rings."""
    arcs = motif.ten(pitch, None if lit is None else lit % 10)
    return [
        (stroke, bright)
        for arc, bright in arcs
        for stroke in (mark(arc, lit or 0, pitch / 2) if bright else [arc])
    ]


def boxed(topic: int, radius: float, weight: float) -> tuple[list[Stroke], float, float]:
    """Return a topic's mark in a box that it fills, and the box's width and height.

    One with rings is as large as an arc without any is at its widest.
    """
    arc = Stroke((0, 0), radius, angle(topic), weight)
    if rings(topic):
        reach = (radius + weight / 2) * sin(radians(motif.SWEEP / 2))
        x, y = centroid(arc)
        moved = replace(arc, centre=(reach - x, reach - y))
        return mark(moved, topic, reach), 2 * reach, 2 * reach
    left, top, right, bottom = motif.bounds(arc)
    return [replace(arc, centre=(-left, -top))], right - left, bottom - top


def opener(width: float, top: float, topic: int, radius: float, weight: float) -> list[Stroke]:
    """Return a topic's giant mark on a page so wide: its highest point at `top`, cropped.

    The rings of a further ten leave the page on the side to which the arc bows.
    """
    arc = motif.standing(width, top, angle(topic), radius, weight)
    if not rings(topic):
        return [arc]
    outer = radius + weight / 2
    reach = _STANDING * outer
    x = width + outer / 5 - reach if motif.bows_right(arc) else reach - outer / 5
    place = x, top + reach
    return mark(_scaled(arc, place, 1), topic, reach)


def centroid(arc: Stroke) -> Point:
    """Return where the middle of an arc of 120° lies."""
    x, y = motif.direction(arc.angle)
    shift = motif.CENTROID * arc.radius
    return arc.centre[0] + shift * x, arc.centre[1] + shift * y


def _hairline(arc: Stroke) -> float:
    return min(max(_HAIRLINE * arc.width, _THINNEST), _THICKEST)


def _scaled(arc: Stroke, place: Point, factor: float) -> Stroke:
    """Return an arc in another size round the same centroid."""
    x, y = motif.direction(arc.angle)
    radius = factor * arc.radius
    shift = motif.CENTROID * radius
    centre = place[0] - shift * x, place[1] - shift * y
    return replace(arc, centre=centre, radius=radius, width=factor * arc.width)
