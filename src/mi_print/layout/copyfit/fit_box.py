"""The place of a text, and how the text may be set in it."""

import math
from dataclasses import dataclass, replace
from enum import StrEnum

from mi_print.layout.text.pango import Face

NO_END = 1e6
"""Points: a height that no text reaches."""


class Floor(StrEnum):
    """What happens to a text that is too long in its smallest size."""

    BREAK = "break"
    """Its words are broken between letters; if that is not enough, it is refused."""
    HYPHENS = "hyphens"
    """Words wider than a line are divided by the rules of their language; else as `BREAK`."""
    REFUSE = "refuse"
    """It is a problem, and nothing is printed."""


class Rag(StrEnum):
    """How a text is divided into its lines."""

    EVEN = "even"
    """The widest line as narrow as can be: a name, a title."""
    FILL = "fill"
    """Each line as full as it goes, in the order of reading: a list of names."""


class Shrink(StrEnum):
    """Which texts of a stack get smaller when there is no more room: `data-shrink`."""

    FIRST = "first"
    """The first down to its smallest size, then the next."""
    TOGETHER = "together"
    """All by the same share, and the distances between them."""


@dataclass(frozen=True, slots=True)
class FitRange:
    """How a text may be set; sizes in points.

    Attributes:
        largest: the size where there is room.
        smallest: the floor: it is never set smaller.
        least: a size below which it would rather have one more line.
        few: the fewest lines, if there is where to break.
        lines: the most lines.
        floor: what happens to what is too long in the smallest size.
        rag: how the lines are divided.
    """

    largest: float
    smallest: float
    least: float = math.inf
    few: int = 1
    lines: int = 1
    floor: Floor = Floor.BREAK
    rag: Rag = Rag.EVEN


@dataclass(frozen=True, slots=True)
class FitBox:
    """A place for a text; lengths in points.

    Attributes:
        width: of the box.
        height: of the box.
        face: how the text is set in its largest size; leading is in proportion to the size.
        fit: how it may be set; its `largest` may be smaller than the face's size.
        align: "start", "end", "left", "right" or "center", as in CSS.
        upright: "top", "center" or "bottom": where the lines stand when there is room.
        hang: whether a line's ink, not its advance, stands on the edge.
        step: sizes other than the largest and the smallest are whole multiples of it.
    """

    width: float
    height: float
    face: Face
    fit: FitRange
    align: str = "start"
    upright: str = "top"
    hang: bool = False
    step: float = 0.5

    @property
    def ratio(self) -> float:
        """The leading, in em."""
        return self.face.leading / self.face.size

    def capped(self, largest: float) -> "FitBox":
        """Return the box for a text of that size at the most."""
        if largest >= self.fit.largest:
            return self
        return replace(self, fit=replace(self.fit, largest=largest))

    def side(self, *, from_right: bool) -> str:
        """Return where lines stand: "left", "right" or "center"."""
        if self.align in {"start", "end"}:
            return "right" if (self.align == "end") != from_right else "left"
        return self.align
