"""Reads what stands on typeset pages, in one walk through the typesetter's boxes.

The typesetter lets text run out of its box, over other text and off the page,
and drops what has no room, all without a warning; by these values
`layout/checks/` finds it.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from mi_print.geometry import EVERYWHERE, Matrix, Rectangle, around, common, scale
from mi_print.layout.typeset import boxes
from mi_print.layout.typeset.boxes import POINTS, Box
from mi_print.layout.typeset.contents import (
    Column,
    Ground,
    PageContents,
    PaintedArea,
    SetPage,
    SetPicture,
    SetText,
)
from mi_print.layout.typeset.rules import THIN, rules
from mi_print.layout.typeset.surroundings import (
    BLOCK,
    LEVEL,
    TEXT,
    OpenFrame,
    Surroundings,
    in_points,
    padding,
)
from mi_print.layout.typeset.typesetter import TypesetPages

_FAINT = 0.05
"""An opacity at which nobody sees a text."""


def read_back(typeset: TypesetPages) -> PageContents:
    """Return what stands on typeset pages."""
    found = PageContents(typeset.roots)
    began: set[Any] = set()
    for number, page in enumerate(boxes.pages(typeset), 1):
        walk = _PageReader(number, page, found, began)
        walk.page()
        began |= walk.began
    return found


class _PageReader:
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
        self.found.pages.append(SetPage(width, height, area, boxes.page_colour(page)))
        for child in boxes.children(page):
            margin = isinstance(child, boxes.MarginBox)
            clips = child.is_for_root_element and page.style["overflow"] != "visible"
            visible = padding(page) if clips else EVERYWHERE
            own = (LEVEL, 0, self._next())
            given = Surroundings(visible=visible, context=own, real=own)
            self._box(child, replace(given, aside=margin, repeats=margin))

    def _next(self) -> int:
        self._count += 1
        return self._count

    def _box(self, box: Box, where: Surroundings) -> None:
        box = boxes.unwrapped(box)
        if isinstance(box, boxes.TextBox):
            self._text(box, where)
            return
        if isinstance(box, boxes.LineBox):
            place = in_points((0, box.position_y, 0, box.position_y + box.height))
            for around_it in where.frames:
                around_it.grow(place, where.matrix, across=False)
            inside = replace(where, line=self._next())
            for child in box.children:
                self._box(child, inside)
            return
        where = where.inside(box, self._next())
        self._paint(box, where)
        if isinstance(box, boxes.ReplacedBox):
            self._picture(box, where)
            return
        frame = self._frame(box, where)
        inside = replace(
            where,
            element=box.element,
            frames=(*where.frames, frame) if frame else where.frames,
            visible=where.shown(box),
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

    def _frame(self, box: Box, where: Surroundings) -> OpenFrame | None:
        element = box.element
        if element is None or element is where.element or not element.get("data-frame"):
            return None
        if isinstance(box, boxes.InlineBox) or box.element_tag != element.tag:
            return None
        return OpenFrame(box, where.matrix, len(self.found.texts))

    def _paint(self, box: Box, where: Surroundings) -> None:
        """Add the rules and the background of a box."""
        for place in rules(box):
            rule = self._painted(place, where)
            self.found.rules.append(rule)
            self.found.grounds.append(Ground(*rule, None))
        self._ground(box, where)
        if where.opacity < 1 or isinstance(box, boxes.InlineBox) or not boxes.opaque(box):
            return
        x, y, across, down = box.hit_area()
        area = self._painted((x, y, x + across, y + down), where)
        (self.found.rules if min(across, down) <= THIN else self.found.covers).append(area)

    def _ground(self, box: Box, where: Surroundings) -> None:
        """Add what a box paints under the texts in it, and those over it."""
        painted, colour = boxes.painted(box)
        if painted:
            x, y, across, down = box.hit_area()
            place = around(in_points((x, y, x + across, y + down)), where.matrix)
            layer = TEXT if isinstance(box, boxes.InlineBox) else BLOCK
            order = where.painted(layer, self._next())
            colour = colour if where.opacity >= 1 else None
            ground = Ground(self.number, common(place, where.visible), order, colour)
            self.found.grounds.append(ground)

    def _painted(self, pixels: Rectangle, where: Surroundings) -> PaintedArea:
        box = common(around(in_points(pixels), where.matrix), where.visible)
        return PaintedArea(self.number, box, where.painted(BLOCK, self._next()))

    def _picture(self, box: Box, where: Surroundings) -> None:
        x, y = box.content_box_x(), box.content_box_y()
        place = in_points((x, y, x + box.width, y + box.height))
        for frame in where.frames:
            frame.grow(place, where.matrix)
            frame.widths.append(place[2] - place[0])
        element, order = box.element, where.painted(TEXT, self._next())
        code = "" if element is None else element.get("data-code", "")
        picture = SetPicture(self.number, element, around(place, where.matrix), code, order)
        self.found.pictures.append(picture)
        self.found.grounds.append(Ground(self.number, picture.box, order, None))
        if not code and where.opacity >= 1 and box.style["visibility"] == "visible":
            self.found.covers.append(
                PaintedArea(self.number, common(picture.box, where.visible), order)
            )

    def _column(self, box: Box, where: Surroundings) -> None:
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
            if excess > 0 and any(text.text != text.text.strip() for text in texts):
                inks = [ink for text in texts if (ink := boxes.line_ink(text))]  # spaces may hang
                left = min((ink[0] / POINTS for ink in inks), default=start)
                right = max((ink[2] / POINTS for ink in inks), default=edge)
                excess = max(right - edge, start - left) * POINTS
            if excess > 0:
                place = (left, line.position_y, right, line.position_y + line.height)
                x, y, u, v = around(in_points(place), where.matrix)
                text = "".join(text.text for text in texts)
                bounds = (x, y, u - x, v - y)
                self.found.columns.append(Column(self.number, text, box.element, bounds, excess))

    def _text(self, box: Box, where: Surroundings) -> None:
        style, element = box.style, box.element
        x, y = box.position_x, box.position_y
        place = in_points((x, y, x + box.width, y + box.height))
        ink = boxes.line_ink(box) if box.text.strip() else None
        for frame in where.frames:
            frame.sizes.append(style["font_size"] * POINTS)
            frame.grow(place, where.matrix, down=False)
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
                order=where.painted(TEXT, self._next()),
                colour=boxes.colour_of(style["color"]),
                visible=where.visible,
                hidden=_hidden(box, where),
                over=where.over,
                aside=where.aside,
                repeats=where.repeats,
            )
        )


def _hidden(box: Box, where: Surroundings) -> str:
    """Return why nobody can see a text, or ""."""
    if box.style["visibility"] != "visible":
        return "hidden"
    if box.style["color"].alpha * where.opacity < _FAINT:
        return "transparent"
    if not scale(where.matrix) or box.style["font_size"] * scale(where.matrix) < 1:
        return "of no size"
    return ""


def _glyphs(box: Box, matrix: Matrix) -> list[Rectangle]:
    return [around(ink, matrix) for ink in boxes.glyph_inks(box)]


def _texts(line: Box) -> Iterator[Box]:
    return (box for box in boxes.descendants(line) if isinstance(box, boxes.TextBox))
