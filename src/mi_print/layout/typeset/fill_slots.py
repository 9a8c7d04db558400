"""Slots filled in the document itself, to be typeset whole.

What is stamped must be the picture that the typesetter makes of the same text
in the same size, broken at the same places.  So a text that has been fitted can
be put into its element, where the CSS sets it like any other.
"""

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from mi_print.layout.text.typography import direction

Element: TypeAlias = Any
"""An element of the parsed document; the parser's own class."""


@dataclass(frozen=True, slots=True)
class FilledLine:
    """A line, and by how many points it is moved from where the CSS would have it."""

    text: str
    right: float = 0.0
    down: float = 0.0


@dataclass(frozen=True, slots=True)
class FilledText:
    """A text as it has been fitted; size and leading in points, tracking in em.

    Tracking is said because CSS hands a length down, which would not shrink
    with the type.  Without a language it has the one of the document around it.
    """

    lines: Sequence[FilledLine]
    size: float
    leading: float
    tracking: float = 0.0
    lang: str = ""


@dataclass(frozen=True, slots=True)
class FilledPicture:
    """A picture as SVG, as large as its slot: `svg_pictures.code`."""

    svg: str


Filling: TypeAlias = FilledText | FilledPicture | None
"""What stands in a slot; None if the record has nothing for it."""


def slot_elements(root: Element) -> tuple[Element, ...]:
    """Return the elements of a document that are slots, in their order."""
    return tuple(
        each for each in root.iter() if isinstance(each.tag, str) and "data-slot" in each.attrib
    )


def fill(elements: Sequence[Element], filled: Sequence[Filling]) -> None:
    """Put what is given into the slots of a document.

    Raises:
        ValueError: there are more or fewer slots.
    """
    for element, filling in zip(elements, filled, strict=True):
        if isinstance(filling, FilledPicture):
            element.append(ET.fromstring(filling.svg))  # noqa: S314 - our own SVG
        elif filling is not None:
            element.append(_block(filling))


def _block(text: FilledText) -> Element:
    """Return a text as a block that says nothing but its size, its direction and its breaks."""
    whole = " ".join(line.text for line in text.lines)
    style = (
        f"font-size:{text.size:.4f}pt;line-height:{text.leading:.4f}pt;"
        f"letter-spacing:{text.tracking:.6f}em;white-space:pre"
    )
    block = ET.Element("div", {"style": style, "dir": direction(whole)})
    if text.lang:
        block.set("lang", text.lang)
    for line in text.lines:
        place = f"position:relative;left:{line.right:.4f}pt;top:{line.down:.4f}pt"
        ET.SubElement(block, "div", {"style": place}).text = line.text
    return block
