"""A path while it is built, reduced to what rules ask: how large, and whether it is a line."""

from mi_print.geometry import Matrix, Rectangle, scales

_SLENDER = 10
"""A filled rectangle this many times as long as thick is meant as a line."""
_CORNERS = 5


class PathOutline:
    """The points of a path in its own coordinates, and the rectangles in it."""

    __slots__ = ("rectangles", "strokes", "xs", "ys")

    def __init__(self) -> None:
        """Begin with no points."""
        self.xs: list[float] = []
        self.ys: list[float] = []
        self.rectangles: list[tuple[float, float]] = []
        self.strokes = 0  # segments drawn otherwise than as rectangles

    def add(self, operator: str, values: tuple[float, ...]) -> None:
        """Take one operator of path construction."""
        if operator == "re":
            x, y, width, height = values
            self.xs += (x, x + width)
            self.ys += (y, y + height)
            self.rectangles.append((abs(width), abs(height)))
            return
        self.xs += values[::2]
        self.ys += values[1::2]
        self.strokes += 1 if operator in "ml" else _CORNERS

    def box(self) -> Rectangle | None:
        """Return the rectangle round all points."""
        if not self.xs:
            return None
        return min(self.xs), min(self.ys), max(self.xs), max(self.ys)

    def thickness(self, m: Matrix) -> float | None:
        """Return how thick the thinnest line is that this path fills, None if it fills none."""
        sides = self.rectangles
        if self.strokes:
            left, bottom, right, top = self.box() or (0.0, 0.0, 0.0, 0.0)
            upright = len(set(self.xs)) <= 2 and len(set(self.ys)) <= 2  # noqa: PLR2004 - two edges
            if sides or self.strokes > _CORNERS or not upright:
                return None
            sides = [(right - left, top - bottom)]
        across, up = scales(m)
        measured = [sorted((width * across, height * up)) for width, height in sides]
        lines = [thin for thin, long in measured if long > _SLENDER * thin]
        return min(lines, default=None)
