"""Pictures that templates ask for: the motif and QR codes, as SVG.

Decoration is given as a CSS image, which the typesetter draws as vectors and
leaves out of the tag tree; what means something (a spotlight's mark, a code)
is an inline SVG with a title, which becomes its alternative text.
Lengths are points within the picture's own box.
"""

import dataclasses
from base64 import b64encode
from collections.abc import Sequence
from math import cos, pi, sin, sqrt

from markupsafe import Markup, escape

from mi_print.geometry import Point
from mi_print.layout import qr
from mi_print.layout.template_api import marks, motif
from mi_print.trade.qr_code import QUIET_ZONE

Span = tuple[int, int]
Pair = tuple[str, str]


@dataclasses.dataclass(frozen=True, slots=True)
class SvgPicture:
    """A CSS image and the size of its box."""

    image: Markup
    width: float
    height: float


def css_image(svg: str) -> Markup:
    """Return an SVG as a CSS image."""
    return Markup(f"url(data:image/svg+xml;base64,{b64encode(svg.encode()).decode()})")  # noqa: S704 - base64


def titled(svg: str, title: str) -> Markup:
    """Return an SVG for HTML with its alternative text."""
    return Markup(svg.replace(">", f"><title>{escape(title)}</title>", 1))  # noqa: S704 - our own SVG


def many(  # noqa: PLR0913 - the recipe has this many numbers
    width: float,
    height: float,
    *,
    origin: Point,
    pitch: float,
    columns: Span,
    rows: Span,
    circles: Sequence[tuple[float, float, float]],
    colour: str,
    resting: str | None = None,
    hairline: float = 0.45,
    sigma: float = 2.5,
) -> Markup:
    """Return a field of detectors; `circles` are (x, y, radius), `resting` colours hairlines."""
    lattice = motif.Lattice(origin, pitch, columns, rows)
    curves = [motif.Circle((x, y), radius) for x, y, radius in circles]
    strokes = motif.many(lattice, curves, hairline, sigma)
    inked = ((s, resting if resting and s.width == hairline else colour) for s in strokes)
    return css_image(motif.svg(width, height, inked))


def one(  # noqa: PLR0913 - the recipe has this many numbers
    width: float,
    height: float,
    *,
    centre: Point,
    radius: float,
    stroke: float,
    angle: float,
    colour: str,
    sweep: float = motif.SWEEP,
) -> Markup:
    """Return a giant arc."""
    arc = motif.Stroke(centre, radius, angle, stroke, sweep)
    return css_image(motif.svg(width, height, [(arc, colour)]))


def opener(  # noqa: PLR0913 - the recipe has this many numbers
    width: float,
    height: float,
    *,
    trim: float,
    top: float,
    topic: int,
    radius: float,
    stroke: float,
    colour: str,
    shift: float = 0,
) -> Markup:
    """Return a topic's giant arc on a page `trim` wide, `shift` points from the box's left."""
    strokes = (
        dataclasses.replace(each, centre=(each.centre[0] + shift, each.centre[1]))
        for each in marks.opener(trim, top, topic, radius, stroke)
    )
    return css_image(motif.svg(width, height, ((each, colour) for each in strokes)))


def arc(topic: int, *, radius: float, stroke: float, colour: str) -> SvgPicture:
    """Return a topic's arc in a box that it fills."""
    strokes, width, height = marks.boxed(topic, radius, stroke)
    image = css_image(motif.svg(width, height, ((each, colour) for each in strokes)))
    return SvgPicture(image, width, height)


def ring(  # noqa: PLR0913 - what a ring is drawn by
    share: float,
    *,
    radius: float,
    stroke: float,
    hairline: float,
    colours: Pair,
    opening: float = 0,
) -> SvgPicture:
    """Return a ring of which a share, from the top clockwise, is thick and in the first colour.

    It is open by so many degrees at the top; a full one is no zero then.
    """
    side = 2 * radius + stroke
    centre = (side / 2, side / 2)
    around = 360 - opening
    middle = (opening + around * share) / 2
    whole = motif.path(motif.Stroke(centre, radius, 180 if opening else 0, hairline, around))
    part = motif.outline(motif.Stroke(centre, radius, middle, stroke, around * share))
    svg = _svg(
        side,
        side,
        f'<path d="{whole}" stroke="{colours[1]}" stroke-width="{hairline:g}"/>'
        f'<path d="{part}" fill="{colours[0]}"/>',
    )
    return SvgPicture(css_image(svg), side, side)


def arrow(turn: int, *, length: float, stroke: float, colour: str) -> SvgPicture:
    """Return an arrow that points up, turned by so many eighths clockwise, in a box that it fills.

    The shaft is `length` long to where the head's two strokes meet; their
    mitred tip is beyond it.
    """
    half, arm, tip = stroke / 2, length / 2 * sin(pi / 4), stroke / 2 * sqrt(2)
    butt = half * sin(pi / 4)
    corners = [(half, length), (arm + butt, arm - butt), (arm - butt, arm + butt), (0, -tip)]
    ends = [(0, length), (0, 0), (-arm, arm), (0, 0), (arm, arm)]
    reach = [_turned(p, turn) for x, y in corners for p in ((x, y), (-x, y))]
    left, top = min(x for x, _ in reach), min(y for _, y in reach)
    width, height = max(x for x, _ in reach) - left, max(y for _, y in reach) - top
    tail, point, wing, _, other = ((x - left, y - top) for x, y in (_turned(p, turn) for p in ends))
    lines = (tail, point), (wing, point, other)
    data = "".join("M" + "L".join(f"{x:.3f} {y:.3f}" for x, y in line) for line in lines)
    path = f'<path d="{data}" stroke="{colour}" stroke-width="{stroke:g}"/>'
    return SvgPicture(css_image(_svg(width, height, path)), width, height)


def _svg(width: float, height: float, paths: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}pt" height="{height:g}pt"'
        f' viewBox="0 0 {width:g} {height:g}" fill="none">{paths}</svg>'
    )


def _turned(point: Point, eighths: int) -> Point:
    x, y = point
    across, down = cos(eighths * pi / 4), sin(eighths * pi / 4)
    return x * across - y * down, x * down + y * across


def ten(pitch: float, lit: int | None, *, colour: str, resting: str) -> Markup:
    """Return the family of ten, 10 · pitch wide, with topic `lit` (0-based) in colour."""
    arcs = [(arc, colour if bright else resting) for arc, bright in marks.ten(pitch, lit)]
    return css_image(motif.svg(10 * pitch, pitch, arcs))


def glyph(size: float, topic: int, *, colour: str, title: str = "") -> Markup:
    """Return a topic's small mark: a CSS image, or an inline picture if it has a title."""
    svg = motif.svg(size, size, ((stroke, colour) for stroke in marks.glyph(size, topic)))
    return titled(svg, title) if title else css_image(svg)


def code(address: str, size: float, *, colour: str, title: str) -> Markup:
    """Return a QR code `size` points wide without its quiet zone, which the layout keeps.

    Its text is in `data-code` too, for checks of the typeset pages.
    """
    rows = qr.modules(address)
    count = len(rows)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size:g}pt" height="{size:g}pt"'
        f' viewBox="0 0 {count} {count}" data-code="{escape(address)}">'
        f'<path fill="{colour}" d="{qr.svg_path(rows)}"/></svg>'
    )
    return titled(svg, title)


def code_quiet(address: str, size: float) -> float:
    """Return how many points must stay white on each side of that code; 0 if there can be none."""
    return QUIET_ZONE * qr.module_side(address, size)


def ruled(width: float, height: float, *, pitch: float, colour: str, weight: float) -> Markup:
    """Return hairlines to write on, the first one `pitch` below the top."""
    rows = int(height / pitch + 1e-3)
    lines = "".join(f"M0 {pitch * row:g}H{width:g}" for row in range(1, rows + 1))
    return css_image(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}pt" height="{height + 1:g}pt"'
        f' viewBox="0 0 {width:g} {height + 1:g}" fill="none">'
        f'<path d="{lines}" stroke="{colour}" stroke-width="{weight:g}"/></svg>'
    )


def rules(width: float, tops: Sequence[float], *, colour: str, weight: float) -> Markup:
    """Return hairlines at these heights; the picture goes a weight beyond the last."""
    height = max(tops, default=0) + 2 * weight
    lines = "".join(f"M0 {top + weight / 2:g}H{width:g}" for top in tops)
    return css_image(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}pt" height="{height:g}pt"'
        f' viewBox="0 0 {width:g} {height:g}" fill="none">'
        f'<path d="{lines}" stroke="{colour}" stroke-width="{weight:g}"/></svg>'
    )
