"""Where in the walk a content stream stands."""

from dataclasses import dataclass

from mi_print.preflight.colours import Defaults
from mi_print.preflight.geometry import Matrix, Rectangle
from mi_print.preflight.objects import Value
from mi_print.preflight.painted import Place


@dataclass(frozen=True, slots=True)
class Frame:
    """One content stream in the walk."""

    resources: Value
    defaults: Defaults
    place: Place
    base: Matrix
    depth: int = 0
    box: Rectangle | None = None
    """Where on the page its things are, if not where they say: a pattern's cell."""
