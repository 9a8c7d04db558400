"""What holds of a box by all that is around it: transforms, opacity, clips, paint order."""

from dataclasses import dataclass, replace
from typing import Any

from mi_print.geometry import (
    EVERYWHERE,
    IDENTITY,
    Matrix,
    Rectangle,
    around,
    common,
    inverse,
    scale,
    times,
    union,
)
from mi_print.layout.typeset import boxes
from mi_print.layout.typeset.boxes import POINTS, Box
from mi_print.layout.typeset.contents import Frame, PaintOrder

_BELOW, BLOCK, _FLOAT, TEXT, LEVEL, _ABOVE = range(1, 7)
"""What is painted in this order in a stacking context, after its background (CSS 2.2, E.2)."""


class OpenFrame:
    """A frame while what is in it is read; lengths in points."""

    def __init__(self, box: Box, matrix: Matrix, first: int) -> None:
        """Begin with a box, the matrix of its space, and the number of the first text in it."""
        self.box, self.matrix, self.first = box, matrix, first
        x, y = box.content_box_x() * POINTS, box.content_box_y() * POINTS
        self.bounds: Rectangle = (x, y, x, y)
        self.sizes: list[float] = []
        self.widths: list[float] = []

    def grow(
        self, place: Rectangle, matrix: Matrix, *, across: bool = True, down: bool = True
    ) -> None:
        """Take in a place of another space, as far as it goes across, down, or both."""
        if matrix is not self.matrix:
            place = around(place, times(matrix, inverse(self.matrix)))
        left, top, right, bottom = self.bounds
        u, v, x, y = union(self.bounds, place)
        self.bounds = (
            u if across else left,
            v if down else top,
            x if across else right,
            y if down else bottom,
        )

    def closed(self, name: str, page: int, last: int, *, continued: bool) -> Frame:
        """Return the frame with what was read."""
        element = self.box.element
        given = element.get("data-wished", "")
        left, top, right, bottom = self.bounds
        larger = scale(self.matrix)
        return Frame(
            name=name,
            page=page,
            box=boxes.content_box(self.box),
            content=(left, top, right - left, bottom - top),
            read=element.get("data-read", ""),
            smallest=min(self.sizes, default=0.0) * larger,
            narrowest=min(self.widths, default=0.0) * larger,
            wished=float(given) if given.replace(".", "", 1).isdecimal() else 0.0,
            continued=continued,
            matrix=self.matrix,
            padding=around(padding(self.box), self.matrix),
            texts=(self.first, last),
        )


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What holds of all that is in a box.

    Attributes:
        matrix: from its space to the page, in points.
        opacity: the product of those around it.
        visible: what its ancestors don't cut off.
        context: the stacking context in which it is painted.
        real: the nearest one that has contexts in it.
        element: of the box around it.
        block: the number of the block of lines.
        line: the number of the line.
        frames: those that it stands in.
        over: whether it may lie over text.
        aside: whether it is in no flow of pages.
        repeats: whether it may stand on several pages.
    """

    matrix: Matrix = IDENTITY
    opacity: float = 1.0
    visible: Rectangle = EVERYWHERE
    context: PaintOrder = ()
    real: PaintOrder = ()
    element: Any = None
    block: int = 0
    line: int = 0
    frames: tuple[OpenFrame, ...] = ()
    over: bool = False
    aside: bool = False
    repeats: bool = False

    def inside(self, box: Box, number: int) -> "Surroundings":
        """Return what holds in a box, by its style; `number` counts the boxes as they come."""
        style, element = box.style, box.element
        own, opacity, fixed = boxes.matrix(box), style["opacity"], style["position"] == "fixed"
        context, real = self._contexts(box, number)
        repeats = fixed or getattr(box, "is_header", False) or getattr(box, "is_footer", False)
        over = element is not None and element.get("data-over") is not None
        if not (own or opacity < 1 or repeats or over or context != self.context):
            return self
        return replace(
            self,
            matrix=times(own, self.matrix) if own else self.matrix,
            opacity=self.opacity * min(opacity, 1),
            context=context,
            real=real,
            over=self.over or over,
            aside=self.aside or fixed,
            repeats=self.repeats or repeats,
        )

    def _contexts(self, box: Box, number: int) -> tuple[PaintOrder, PaintOrder]:
        """Return the stacking context in which a box is painted, and that of contexts in it."""
        style = box.style
        placed, z = style["position"] != "static", style["z_index"]
        level = 0 if z == "auto" else z
        if (
            (placed and z != "auto")
            or style["opacity"] < 1
            or style["transform"]
            or style["overflow"] != "visible"
        ):
            layer = LEVEL if level == 0 else _ABOVE if level > 0 else _BELOW
            context = (*self.real, layer, level, number)
            return context, context
        if placed:
            return (*self.real, LEVEL, 0, number), self.real
        if box.is_floated():
            return (*self.context, _FLOAT, 0, number), self.real
        if isinstance(box, boxes.AtomicInlineLevelBox):
            return (*self.context, TEXT, 0, number), self.real
        return self.context, self.real

    def painted(self, layer: int, number: int) -> PaintOrder:
        """Return when something of a box in this place is painted."""
        return (*self.context, layer, 0, number)

    def shown(self, box: Box) -> Rectangle:
        """Return what of a box's content its style and its ancestors don't cut off."""
        visible, style = self.visible, box.style
        if style["overflow"] != "visible" and boxes.measured(box):
            visible = common(visible, around(padding(box), self.matrix))
        if style["clip"] and box.is_absolutely_positioned():
            left, up, across, down = box.hit_area()
            edges = zip(style["clip"], (0, across, down, 0), strict=True)
            top, right, bottom, start = (own if own != "auto" else edge for own, edge in edges)
            clip = in_points((left + start, up + top, left + right, up + bottom))
            visible = common(visible, around(clip, self.matrix))
        return visible


def padding(box: Box) -> Rectangle:
    """Return the padding box of a box, in points of its own space."""
    x, y = box.padding_box_x(), box.padding_box_y()
    return in_points((x, y, x + box.padding_width(), y + box.padding_height()))


def in_points(pixels: Rectangle) -> Rectangle:
    """Return a rectangle of pixels in points."""
    left, top, right, bottom = pixels
    return left * POINTS, top * POINTS, right * POINTS, bottom * POINTS
