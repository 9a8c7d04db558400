"""The graphics state (ISO 32000-1, 8.4), as far as a rule asks for it."""

import copy
from dataclasses import dataclass, field

from mi_print.geometry import EVERYWHERE, IDENTITY, Matrix, Rectangle
from mi_print.preflight.colour.colour_spaces import GRAY, ColourSpace, InkAmounts
from mi_print.preflight.fonts.font import Font
from mi_print.preflight.interpreter.display_list import Paint
from mi_print.preflight.pdf.objects import PdfValue

_BLACK = InkAmounts((0.0, 0.0, 0.0, 1.0))


@dataclass(slots=True)
class CurrentColour:
    """A colour space and what the chosen colour in it lays down; a pattern if it is one."""

    space: ColourSpace = GRAY
    inks: InkAmounts | None = _BLACK
    pattern: PdfValue = None


@dataclass(slots=True)
class GraphicsState:
    """What `q` keeps and `Q` brings back."""

    ctm: Matrix = IDENTITY
    clip: Rectangle = EVERYWHERE
    fill: CurrentColour = field(default_factory=CurrentColour)
    stroke: CurrentColour = field(default_factory=CurrentColour)
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    fill_over: bool = False
    stroke_over: bool = False
    over_mode: int = 0
    line_width: float = 1.0
    font: Font | None = None
    size: float = 0.0
    letter_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    render: int = 0

    def kept(self) -> "GraphicsState":
        """Return a copy; its colours are replaced, never changed, so they are shared."""
        return copy.copy(self)

    def filling(self) -> Paint:
        """Return what an area is filled with now."""
        fill = self.fill
        return Paint(fill.space, fill.inks, self.fill_over, self.over_mode, self.fill_alpha)

    def strokes(self, paint: Paint) -> bool:
        """Return whether a line is drawn with this paint now, as nearly all in a row are."""
        ink = self.stroke
        return (
            ink.space is paint.space
            and ink.inks is paint.inks
            and self.stroke_over == paint.overprint
            and self.over_mode == paint.mode
            and self.stroke_alpha == paint.alpha
        )

    def stroking(self) -> Paint:
        """Return what a line is drawn with now."""
        ink = self.stroke
        return Paint(ink.space, ink.inks, self.stroke_over, self.over_mode, self.stroke_alpha)
