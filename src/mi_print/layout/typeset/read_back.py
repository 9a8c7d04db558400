"""Reads what stands on typeset pages, in one walk through the typesetter's boxes.

The typesetter lets text run out of its box, over other text and off the page,
and drops what has no room, all without a warning; by these values
`layout/checks/` finds it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from mi_print.geometry import EVERYWHERE, IDENTITY, Matrix, Rectangle, around, common, scale, times
from mi_print.geometry import union as joined
from mi_print.layout.typeset import boxes
from mi_print.layout.typeset.boxes import POINTS, Box
from mi_print.layout.typeset.contents import (
    Column,
    Frame,
    PageContents,
    Painted,
    PaintOrder,
    SetPage,
    SetPicture,
    SetText,
)
from mi_print.layout.typeset.rules import THIN, rules
from mi_print.layout.typeset.typesetter import TypesetPages

_FAINT = 0.05
"""An opacity at which nobody sees a text."""

_BELOW, _BLOCK, _FLOAT, _TEXT, _LEVEL, _ABOVE = range(1, 7)
"""What is painted in this order in a stacking context, after its background (CSS 2.2, E.2)."""


def read_back(typeset: TypesetPages) -> PageContents:
    """Return what stands on typeset pages."""
    found = PageContents(typeset.roots)
    began: set[Any] = set()
    for number, page in enumerate(boxes.pages(typeset), 1):
        walk = _PageWalk(number, page, found, began)
        walk.page()
        began |= walk.began
    return found


@dataclass(frozen=True, slots=True)
class _Around:
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
    """

    matrix: Matrix = IDENTITY
    opacity: float = 1.0
    visible: Rectangle = EVERYWHERE
    context: PaintOrder = ()
    real: PaintOrder = ()
    element: Any = None
    block: int = 0
    line: int = 0
    frames: tuple["_OpenFrame", ...] = ()
    over: bool = False
    aside: bool = False
    repeats: bool = False


class _OpenFrame:
    """A frame while what is in it is read; lengths in points."""

    def __init__(self, box: Box, matrix: Matrix, first: int) -> None:
        self.box, self.matrix, self.first = box, matrix, first
        x, y = box.content_box_x() * POINTS, box.content_box_y() * POINTS
        self.bounds: Rectangle = (x, y, x, y)
        self.ink: Rectangle | None = None
        self.sizes: list[float] = []
        self.widths: list[float] = []

    def own(self, place: Rectangle, matrix: Matrix) -> Rectangle:
        """Return a place of another space in the frame's."""
        if matrix is self.matrix:
            return place
        return around(place, times(matrix, inverse(self.matrix)))

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
            ink=self.ink,
            texts=(self.first, last),
            largest=max(self.sizes, default=0.0),
        )


class _PageWalk:
    """The walk through one page."""

    def __init__(self, number: int, page: Box, found: PageContents, began: set[Any]) -> None:
        self.number, self.box, self.found, self.before = number, page, found, began
        self.began: set[Any] = set()
        self._count = 0

    def page(self) -> None:
        """Add all that stands on the page to what was found."""
        page = self.box
        width, height = page.margin_width() * POINTS, page.margin_height() * POINTS
        left, top, across, down = boxes.content_box(page)
        area = left, top, left + across, top + down
        self.found.pages.append(SetPage(width, height, area))
        for child in boxes.children(page):
            margin = isinstance(child, boxes.MarginBox)
            clips = child.is_for_root_element and page.style["overflow"] != "visible"
            visible = _padding(page) if clips else EVERYWHERE
            self._box(child, _Around(visible=visible, aside=margin, repeats=margin))

    def _next(self) -> int:
        self._count += 1
        return self._count

    def _box(self, box: Box, where: _Around) -> None:
        box = boxes.unwrapped(box)
        if isinstance(box, boxes.TextBox):
            self._text(box, where)
            return
        if isinstance(box, boxes.LineBox):
            y, start = box.position_y, box.position_x
            place = _points((start, y, start, y + box.height))
            for frame in where.frames:
                _, top, _, bottom = frame.own(place, where.matrix)
                grown = frame.bounds
                frame.bounds = grown[0], min(top, grown[1]), grown[2], max(bottom, grown[3])
            inside = replace(where, line=self._next())
            for child in box.children:
                self._box(child, inside)
            return
        where = self._inside(box, where)
        self._paint(box, where)
        if isinstance(box, boxes.ReplacedBox):
            self._picture(box, where)
            return
        frame = self._frame(box, where)
        inside = replace(
            where,
            element=box.element,
            frames=(*where.frames, frame) if frame else where.frames,
            visible=self._visible(box, where),
        )
        if isinstance(box, boxes.BlockContainerBox):
            inside = replace(inside, block=self._next())
            self._column(box, where)
        for child in boxes.children(box):
            self._box(child, inside)
        if frame:
            name = box.element.get("data-frame")
            continued = box.element in self.before
            self.began.add(box.element)
            last = len(self.found.texts)
            self.found.frames.append(frame.closed(name, self.number, last, continued=continued))

    def _inside(self, box: Box, where: _Around) -> _Around:
        """Return what holds in a box, by its style."""
        style, changes = box.style, {}
        own = boxes.matrix(box)
        if own:
            changes["matrix"] = times(own, where.matrix)
        if style["opacity"] < 1:
            changes["opacity"] = where.opacity * style["opacity"]
        position, z = style["position"], style["z_index"]
        number = 0 if z == "auto" else z
        placed = position != "static"
        if (
            (placed and z != "auto")
            or style["opacity"] < 1
            or style["transform"]
            or style["overflow"] != "visible"
        ):
            layer = _LEVEL if number == 0 else _ABOVE if number > 0 else _BELOW
            changes["context"] = (*where.real, layer, number, self._next())
            changes["real"] = changes["context"]
        elif placed:
            changes["context"] = (*where.real, _LEVEL, 0, self._next())
        elif box.is_floated():
            changes["context"] = (*where.context, _FLOAT, 0, self._next())
        elif isinstance(box, boxes.AtomicInlineLevelBox):
            changes["context"] = (*where.context, _TEXT, 0, self._next())
        if position == "fixed" or getattr(box, "is_header", False) or getattr(box, "is_footer", False):
            changes["repeats"] = True
        if position == "fixed":
            changes["aside"] = True
        if box.element is not None and box.element.get("data-over") is not None:
            changes["over"] = True
        return replace(where, **changes) if changes else where

    def _visible(self, box: Box, where: _Around) -> Rectangle:
        if box.style["overflow"] == "visible" or not boxes.measured(box):
            return where.visible
        return common(where.visible, around(_padding(box), where.matrix))

    def _frame(self, box: Box, where: _Around) -> _OpenFrame | None:
        element = box.element
        if element is None or element is where.element or not element.get("data-frame"):
            return None
        if isinstance(box, boxes.InlineBox) or box.element_tag != element.tag:
            return None
        return _OpenFrame(box, where.matrix, len(self.found.texts))

    def _paint(self, box: Box, where: _Around) -> None:
        """Add the rules and the opaque background of a box."""
        background = getattr(box, "background", None)
        inline = isinstance(box, boxes.InlineBox)
        for place in rules(box):
            self.found.rules.append(self._painted(place, where, _BLOCK))
        if background is None or background.color.alpha * where.opacity < 1 or inline:
            return
        x, y, across, down = box.hit_area()
        place = self._painted((x, y, x + across, y + down), where, _BLOCK)
        if min(across, down) <= THIN:
            self.found.rules.append(place)
        else:
            self.found.covers.append(place)

    def _painted(self, pixels: Rectangle, where: _Around, layer: int) -> Painted:
        box = common(around(_points(pixels), where.matrix), where.visible)
        return Painted(self.number, box, (*where.context, layer, 0, self._next()))

    def _picture(self, box: Box, where: _Around) -> None:
        x, y = box.content_box_x(), box.content_box_y()
        place = _points((x, y, x + box.width, y + box.height))
        self._grow(place, where)
        for frame in where.frames:
            frame.widths.append(place[2] - place[0])
        code = box.element.get("data-code") or "" if box.element is not None else ""
        order = (*where.context, _TEXT, 0, self._next())
        page_place = around(place, where.matrix)
        self.found.pictures.append(SetPicture(self.number, box.element, page_place, code, order))

    def _column(self, box: Box, where: _Around) -> None:
        """Add a block of lines with those that are wider than it is."""
        start = box.content_box_x()
        edge = start + box.width
        for line in box.children:
            if not isinstance(line, boxes.LineBox):
                return
            texts = list(_texts(line))
            left = min((text.position_x for text in texts), default=start)
            right = max((text.position_x + text.width for text in texts), default=edge)
            excess = max(right - edge, start - left) * POINTS
            if excess > 0:
                place = (left, line.position_y, right, line.position_y + line.height)
                x, y, u, v = around(_points(place), where.matrix)
                text = "".join(text.text for text in texts)
                bounds = (x, y, u - x, v - y)
                self.found.columns.append(Column(self.number, text, box.element, bounds, excess))

    def _text(self, box: Box, where: _Around) -> None:
        style, element = box.style, box.element
        x, y = box.position_x, box.position_y
        place = _points((x, y, x + box.width, y + box.height))
        ink = boxes.line_ink(box) if box.text.strip() else None
        for frame in where.frames:
            frame.sizes.append(style["font_size"] * POINTS)
            left, _, right, _ = frame.own(place, where.matrix)
            grown = frame.bounds
            frame.bounds = min(left, grown[0]), grown[1], max(right, grown[2]), grown[3]
            if ink:
                there = frame.own(ink, where.matrix)
                frame.ink = joined(frame.ink, there) if frame.ink else there
        tag = box.element_tag
        self.found.texts.append(
            SetText(
                text=box.text,
                page=self.number,
                element=element,
                own=element is not None and tag in {element.tag, f"{element.tag}::first-letter"},
                cased=style["text_transform"] != "none",
                hyphen=style["hyphenate_character"],
                size=style["font_size"] * POINTS * scale(where.matrix),
                bounds=around(place, where.matrix),
                ink=around(ink, where.matrix) if ink else None,
                glyphs=partial(_glyphs, box, where.matrix),
                block=where.block,
                line=where.line,
                order=(*where.context, _TEXT, 0, self._next()),
                visible=where.visible,
                hidden=_hidden(box, where),
                over=where.over,
                aside=where.aside,
                repeats=where.repeats,
            )
        )

    def _grow(self, place: Rectangle, where: _Around) -> None:
        for frame in where.frames:
            frame.bounds = joined(frame.bounds, frame.own(place, where.matrix))


def inverse(m: Matrix) -> Matrix:
    """Return the matrix that undoes one; of one that makes everything flat, that of nothing."""
    a, b, c, d, e, f = m
    area = a * d - b * c
    if not area:
        return (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    p, q, r, s = d / area, -b / area, -c / area, a / area
    return p, q, r, s, -(e * p + f * r), -(e * q + f * s)


def _hidden(box: Box, where: _Around) -> str:
    """Return why nobody can see a text, or ""."""
    if box.style["visibility"] != "visible":
        return "visibility: hidden"
    if box.style["color"].alpha * where.opacity < _FAINT:
        return "transparent"
    if not scale(where.matrix) or box.style["font_size"] * scale(where.matrix) < 1:
        return "of no size"
    return ""


def _glyphs(box: Box, matrix: Matrix) -> list[Rectangle]:
    return [around(ink, matrix) for ink in boxes.glyph_inks(box)]


def _texts(line: Box) -> Iterator[Box]:
    return (box for box in boxes.descendants(line) if isinstance(box, boxes.TextBox))


def _padding(box: Box) -> Rectangle:
    x, y = box.padding_box_x(), box.padding_box_y()
    return _points((x, y, x + box.padding_width(), y + box.padding_height()))


def _points(pixels: Rectangle) -> Rectangle:
    left, top, right, bottom = pixels
    return left * POINTS, top * POINTS, right * POINTS, bottom * POINTS
