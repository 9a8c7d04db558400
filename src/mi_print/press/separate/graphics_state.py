"""The graphics state while a content stream is read: what a paint operator needs to know.

Only as much of the graphics state is followed as separation decides by:
colours, opacity, overprint, and how large a path is on the page.
ISO 32000-1, 8.4.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import hypot

from mi_print.geometry import EVERYWHERE, Matrix, Rectangle, around, common, times
from mi_print.press.separate.palette import PressColour


def concatenated(inner: Sequence[float], outer: Matrix) -> Matrix:
    """Return the matrix that applies `inner`, then `outer` (8.3.4)."""
    a, b, c, d, e, f = (float(value) for value in inner)
    return times((a, b, c, d, e, f), outer)


@dataclass(slots=True)
class SeparationState:
    """What `q` saves and `Q` brings back.

    `overprint` is what the file says at this place of fills and of strokes;
    `None` where a form was entered and nobody knows.  `clip` is in the user
    space of the page, as left, bottom, right, top.
    """

    matrix: Matrix
    fill: PressColour | None = None
    stroke: PressColour | None = None
    fill_space: str = "/DeviceGray"
    stroke_space: str = "/DeviceGray"
    fill_opaque: bool = True
    stroke_opaque: bool = True
    masked: bool = False
    rendering: int = 0
    overprint: tuple[bool, bool] | None = (False, False)
    clip: Rectangle = EVERYWHERE

    def copy(self) -> "SeparationState":
        """Return what `q` puts on the stack."""
        return replace(self)

    @property
    def fill_overprints(self) -> bool:
        """Whether what is filled now is full black ink alone, and opaque."""
        return _overprints(self.fill, self.fill_opaque and not self.masked)

    @property
    def stroke_overprints(self) -> bool:
        """The same of what is stroked."""
        return _overprints(self.stroke, self.stroke_opaque and not self.masked)


def _overprints(paint: PressColour | None, opaque: bool) -> bool:  # noqa: FBT001 - of the state
    return paint is not None and opaque and paint.key_only


class PathBounds:
    """The path that is being drawn: the boxes of its parts."""

    def __init__(self) -> None:
        """Start with nothing drawn."""
        self._parts: list[Rectangle] = []

    def move(self, points: Sequence[float]) -> None:
        """Begin a part at a point."""
        x, y = points
        self._parts.append((x, y, x, y))

    def line(self, points: Sequence[float]) -> None:
        """Go on to the last of some points, by way of the others."""
        if not self._parts:
            return
        left, bottom, right, top = self._parts[-1]
        xs, ys = points[::2], points[1::2]
        self._parts[-1] = (
            min(left, *xs),
            min(bottom, *ys),
            max(right, *xs),
            max(top, *ys),
        )

    def rectangle(self, numbers: Sequence[float]) -> None:
        """Add a rectangle, of a corner, a width and a height."""
        x, y, width, height = numbers
        self._parts.append(
            (min(x, x + width), min(y, y + height), max(x, x + width), max(y, y + height))
        )

    def box(self, matrix: Matrix) -> Rectangle:
        """Return the box of all parts on the page."""
        if not self._parts:
            return (0, 0, 0, 0)
        lefts, bottoms, rights, tops = zip(*self._parts, strict=True)
        return around((min(lefts), min(bottoms), max(rights), max(tops)), matrix)

    def breadth(self, state: SeparationState) -> float:
        """Return how broad its broadest part is on the page where the clip lets it be seen."""
        if len(self._parts) == 1:
            return _narrow(around(self._parts[0], state.matrix), state.clip)
        a, b, c, d, _, _ = state.matrix
        across, down = hypot(a, b), hypot(c, d)
        broadest = max(
            (min((x2 - x1) * across, (y2 - y1) * down) for x1, y1, x2, y2 in self._parts),
            default=0.0,
        )
        return min(broadest, _narrow(self.box(state.matrix), state.clip))

    def clear(self) -> None:
        """Forget the path, as every paint operator does."""
        self._parts.clear()


def _narrow(box: Rectangle, clip: Rectangle) -> float:
    left, bottom, right, top = common(box, clip)
    return max(min(right - left, top - bottom), 0)
