"""Where in the walk a content stream stands."""

from dataclasses import dataclass

from mi_print.geometry import Matrix, Rectangle
from mi_print.preflight.colour.colour_spaces import Defaults
from mi_print.preflight.interpreter.display_list import PaintedThrough
from mi_print.preflight.pdf.objects import PdfValue


@dataclass(frozen=True, slots=True)
class StreamContext:
    """One content stream in the walk."""

    resources: PdfValue
    defaults: Defaults
    place: PaintedThrough
    base: Matrix
    depth: int = 0
    box: Rectangle | None = None
    """Where on the page all of it counts as painted: of a pattern's cell, what it fills."""
