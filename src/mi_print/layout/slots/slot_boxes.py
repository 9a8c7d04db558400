"""Where the typesetter has put the slots: their boxes, and what moves or fades them."""

from collections.abc import Iterator
from dataclasses import dataclass

from mi_print.geometry import IDENTITY, Matrix, times
from mi_print.layout.typeset import boxes
from mi_print.layout.typeset.boxes import POINTS, Box
from mi_print.layout.typeset.typesetter import TypesetPages


@dataclass(frozen=True, slots=True)
class SlotBox:
    """A box and what is around it.

    Attributes:
        box: the typesetter's.
        page: its number, from 1.
        trim: the page's width and height, in points.
        matrix: the transforms down to the box, its own among them, in points.
        opacity: the product of those down to the box, its own among them.
        stack: the box of the stack that it stands in, or None.
    """

    box: Box
    page: int
    trim: tuple[float, float]
    matrix: Matrix
    opacity: float
    stack: Box


def slot_boxes(pages: TypesetPages) -> Iterator[SlotBox]:
    """Yield the box of each slot, page by page."""
    for number, page in enumerate(boxes.pages(pages), 1):
        trim = page.width * POINTS, page.height * POINTS
        yield from _inside(SlotBox(page, number, trim, IDENTITY, 1.0, None))


def _inside(around: SlotBox, parent: Box = None) -> Iterator[SlotBox]:
    """Yield every box of a slot in a box, itself among them."""
    box = boxes.unwrapped(around.box)
    own = boxes.matrix(box)
    matrix = times(own, around.matrix) if own else around.matrix
    opacity = around.opacity * float(box.style["opacity"])
    stack, element = around.stack, box.element
    whole = element is not None and element is not parent  # else a line of its own
    if whole and element.get("data-stack") and boxes.measured(box):
        stack = box
    place = SlotBox(box, around.page, around.trim, matrix, opacity, stack)
    if whole and element.get("data-slot") is not None:
        yield place
    for child in boxes.children(box):
        yield from _inside(
            SlotBox(child, around.page, around.trim, matrix, opacity, stack), element
        )
