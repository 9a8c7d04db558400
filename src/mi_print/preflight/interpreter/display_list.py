"""What a page paints, as records that rules are applied to.

Boxes are in points of the page, y up, before any clip.
"""

from dataclasses import dataclass
from enum import StrEnum

from mi_print.geometry import Rectangle
from mi_print.preflight.colour.colour_spaces import ColourSpace, InkAmounts
from mi_print.preflight.fonts.font import Font


class PaintedThrough(StrEnum):
    """Through what something is painted."""

    PAGE = "page"
    CELL = "cell"
    """The cell of a pattern."""
    GLYPH = "glyph"
    """A letter of a font that is drawn (Type 3)."""
    MASK = "mask"
    """A soft mask: it lays down no ink itself."""


@dataclass(frozen=True, slots=True)
class Paint:
    """With what something is filled or stroked."""

    space: ColourSpace
    inks: InkAmounts | None
    overprint: bool
    mode: int
    """The overprint mode, OPM."""
    alpha: float

    @property
    def white(self) -> bool:
        """Whether it lays down nothing."""
        return self.inks is not None and self.inks.count == 0


@dataclass(frozen=True, slots=True)
class PaintedText:
    """One string shown."""

    box: Rectangle
    clip: Rectangle
    place: PaintedThrough
    font: Font
    codes: tuple[int, ...]
    size: float
    """In points on the page."""
    paints: tuple[Paint, ...]
    """Fill, stroke, both, or none if it is invisible."""


@dataclass(frozen=True, slots=True)
class PaintedShape:
    """One path, filled or stroked."""

    box: Rectangle
    clip: Rectangle
    place: PaintedThrough
    paint: Paint
    width: float | None
    """How thick a line it is; None for an area."""
    stroked: bool


@dataclass(frozen=True, slots=True)
class PaintedImage:
    """One image."""

    box: Rectangle
    clip: Rectangle
    place: PaintedThrough
    pixels: tuple[int, int]
    resolution: float
    """Pixels per inch along the coarser side."""
    bits: int
    space: ColourSpace | None
    """None for a stencil, which is painted in a colour."""
    paint: Paint | None
    """A stencil's colour."""


@dataclass(frozen=True, slots=True)
class PaintedShading:
    """A gradient, painted or filled with."""

    box: Rectangle
    clip: Rectangle
    place: PaintedThrough
    space: ColourSpace


@dataclass(frozen=True, slots=True)
class NotedUse:
    """Something that a rule forbids or counts, and that no ink stands for."""

    box: Rectangle
    what: str
    """A key of the rules' tables, such as "transfer function"."""
    said: str = ""


Painted = PaintedText | PaintedShape | PaintedImage | PaintedShading | NotedUse
