"""Points, rectangles and matrices, as plain numbers."""

import math

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f: (x, y) comes to (ax + cy + e, bx + dy + f).  CSS; ISO 32000-1, 8.3.3."""
Rectangle = tuple[float, float, float, float]
"""Left, bottom, right and top with y up, as in page boxes; with y down left, top, right, bottom."""
Area = tuple[float, float, float, float]
"""Left, top, width and height, in points from the trim's top left corner, y down."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
FAR = 1e9
EVERYWHERE: Rectangle = (-FAR, -FAR, FAR, FAR)


def times(m: Matrix, n: Matrix) -> Matrix:
    """Return the matrix that applies `m` first, then `n`."""
    a, b, c, d, e, f = m
    p, q, r, s, t, u = n
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def inverse(m: Matrix) -> Matrix:
    """Return the matrix that undoes one; of one that makes everything flat, that of nothing."""
    a, b, c, d, e, f = m
    area = a * d - b * c
    if not area:
        return (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    p, q, r, s = d / area, -b / area, -c / area, a / area
    return p, q, r, s, -(e * p + f * r), -(e * q + f * s)


def at(x: float, y: float, m: Matrix) -> Point:
    """Return where a point goes."""
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def around(box: Rectangle, m: Matrix) -> Rectangle:
    """Return the upright rectangle round `box` after `m`."""
    left, bottom, right, top = box
    a, b, c, d, e, f = m
    if b == 0 and c == 0:
        x, y, u, v = a * left + e, d * bottom + f, a * right + e, d * top + f
        return min(x, u), min(y, v), max(x, u), max(y, v)
    xs = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
    ys = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
    return min(xs), min(ys), max(xs), max(ys)


def common(one: Rectangle, other: Rectangle) -> Rectangle:
    """Return what two rectangles share; it is `empty` where they share nothing."""
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )


def union(one: Rectangle, other: Rectangle) -> Rectangle:
    """Return the smallest rectangle that holds both."""
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def empty(box: Rectangle) -> bool:
    """Return whether a rectangle holds nothing; a line or a point is something."""
    return box[0] > box[2] or box[1] > box[3]


def inside(inner: Rectangle, outer: Rectangle, slack: float = 0.0) -> bool:
    """Return whether `inner` lies in `outer`, give or take `slack` points."""
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


def scales(m: Matrix) -> tuple[float, float]:
    """Return how much longer a unit across and a unit up become."""
    return math.hypot(m[0], m[1]), math.hypot(m[2], m[3])


def scale(m: Matrix) -> float:
    """Return how much longer a line becomes, as the root of how much larger an area does."""
    return math.sqrt(abs(m[0] * m[3] - m[1] * m[2]))
