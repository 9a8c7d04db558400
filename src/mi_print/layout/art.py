"""Pictures that templates ask for: the motif and QR codes, as SVG.

Decoration is given as a CSS image, which the typesetter draws as vectors and
leaves out of the tag tree; what means something (a spotlight's mark, a code)
is an inline SVG with a title, which becomes its alternative text.
Lengths are points within the picture's own box.
"""

import dataclasses
from base64 import b64encode
from collections.abc import Sequence

from markupsafe import Markup, escape

from mi_print.layout import motif, qr

Span = tuple[int, int]


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
    origin: motif.Point,
    pitch: float,
    columns: Span,
    rows: Span,
    circles: Sequence[tuple[float, float, float]],
    colour: str,
    hairline: float = 0.45,
    sigma: float = 2.5,
) -> Markup:
    """Return a field of detectors; `circles` are (x, y, radius)."""
    lattice = motif.Lattice(origin, pitch, columns, rows)
    curves = [motif.Circle((x, y), radius) for x, y, radius in circles]
    strokes = motif.many(lattice, curves, hairline, sigma)
    return css_image(motif.svg(width, height, ((stroke, colour) for stroke in strokes)))


def one(  # noqa: PLR0913 - the recipe has this many numbers
    width: float,
    height: float,
    *,
    centre: motif.Point,
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
    arc = motif.standing(trim, top, 36 * topic, radius, stroke)
    moved = dataclasses.replace(arc, centre=(arc.centre[0] + shift, arc.centre[1]))
    return css_image(motif.svg(width, height, [(moved, colour)]))


def ten(pitch: float, lit: int | None, *, colour: str, resting: str) -> Markup:
    """Return the family of ten, 10 · pitch wide, with topic `lit` (0-based) in colour."""
    arcs = [(arc, colour if bright else resting) for arc, bright in motif.ten(pitch, lit)]
    return css_image(motif.svg(10 * pitch, pitch, arcs))


def glyph(size: float, topic: int, *, colour: str, title: str = "") -> Markup:
    """Return a topic's small mark: a CSS image, or an inline picture if it has a title."""
    svg = motif.svg(size, size, [(motif.glyph(size, 36 * topic), colour)])
    return titled(svg, title) if title else css_image(svg)


def code(address: str, size: float, *, colour: str, title: str) -> Markup:
    """Return a QR code `size` points wide without its quiet zone, which the layout keeps."""
    rows = qr.modules(address)
    count = len(rows)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size:g}pt" height="{size:g}pt"'
        f' viewBox="0 0 {count} {count}"><path fill="{colour}" d="{qr.path(rows)}"/></svg>'
    )
    return titled(svg, title)


def code_quiet(address: str, size: float) -> float:
    """Return how many points must stay white on each side of that code."""
    return qr.QUIET_ZONE * size / len(qr.modules(address))


def ruled(width: float, height: float, *, pitch: float, colour: str, weight: float) -> Markup:
    """Return hairlines to write on, the first one `pitch` below the top."""
    rows = int(height / pitch + 1e-3)
    lines = "".join(f"M0 {pitch * row:g}H{width:g}" for row in range(1, rows + 1))
    return css_image(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}pt" height="{height + 1:g}pt"'
        f' viewBox="0 0 {width:g} {height + 1:g}" fill="none">'
        f'<path d="{lines}" stroke="{colour}" stroke-width="{weight:g}"/></svg>'
    )
