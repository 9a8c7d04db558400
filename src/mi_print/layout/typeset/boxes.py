"""The typesetter's boxes: where everything was set, in its own pixels.

Page boxes and the classes of boxes are WeasyPrint's own and may change with it:
hence the exact pin in pyproject.toml, and the tests that fail loudly.  Whoever
reads typeset pages starts here.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias

from mi_print.geometry import Area
from mi_print.layout.typeset.dlopen import named_in_full
from mi_print.layout.typeset.typesetter import TypesetPages

with named_in_full():
    from weasyprint.formatting_structure.boxes import (
        BlockBox,
        BlockContainerBox,
        LineBox,
        ReplacedBox,
        TextBox,
    )
    from weasyprint.layout.absolute import AbsolutePlaceholder

__all__ = ["BlockBox", "BlockContainerBox", "LineBox", "ReplacedBox", "TextBox"]

Box: TypeAlias = Any
"""A box of WeasyPrint's, which has no types."""

POINTS = 0.75
"""In a CSS pixel."""


def pages(typeset: TypesetPages) -> list[Box]:
    """Return the box of each page."""
    return [page._page_box for page in typeset.document.pages]  # noqa: SLF001 - see above


def descendants(box: Box) -> Iterator[Box]:
    """Yield a box and all boxes in it, those placed absolutely too."""
    box = unwrapped(box)
    yield box
    for child in children(box):
        yield from descendants(child)


def unwrapped(box: Box) -> Box:
    """Return the box itself, where a placeholder stands for one that is placed absolutely."""
    return box._box if isinstance(box, AbsolutePlaceholder) else box  # noqa: SLF001 - see above


def children(box: Box) -> tuple[Box, ...]:
    """Return the boxes right in a box, placeholders among them."""
    return tuple(getattr(box, "children", ()))


def content_box(box: Box) -> Area:
    """Return where a box's content may stand: within its padding."""
    x, y = box.content_box_x(), box.content_box_y()
    return rectangle(x, y, x + box.width, y + box.height)


def rectangle(left: float, top: float, right: float, bottom: float) -> Area:
    """Return pixels as a rectangle in points."""
    return left * POINTS, top * POINTS, (right - left) * POINTS, (bottom - top) * POINTS
