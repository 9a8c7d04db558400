"""A text of a stack: where it wants to stand, and what others in its line leave of its room.

All places are in points on the page, from the trim's top left corner, y down.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mi_print.geometry import Point
from mi_print.layout.copyfit import fit
from mi_print.layout.copyfit.fit import FittedLine, FittedText
from mi_print.layout.copyfit.fit_box import FitBox

_LEFT_OF = {"left": 0.0, "center": 0.5, "right": 1.0}
"""The share of the white that stands at a line's left."""


@dataclass(frozen=True, slots=True)
class StackText:
    """A text, its room, and where it wants to stand.

    Attributes:
        text: one line, NFC, not empty.
        lang: of the text.
        room: the box that it is fitted into.
        corner: the top left one of the box that fitted lines are placed from.
        baseline: of its first line, or its last.
        by_last: whether that is its last one's.
        clear: how far others in its line stay away from it; None if they don't.
        left: what something else takes of the box at its left.
        limit: the number of the text of its stack that it is never larger than, if there is one.
    """

    text: str
    lang: str
    room: FitBox
    corner: Point
    baseline: float
    by_last: bool = False
    clear: float | None = None
    left: float = 0.0
    limit: int | None = None

    def fitted(self, largest: float) -> FittedText:
        """Return the text in no more than that size."""
        found = fit.fit(self.text, self.lang, self.room.capped(largest))
        if self.left:
            moved = (FittedLine(s.shaped, s.x + self.left, s.baseline) for s in found.lines)
            found = found._replace(lines=tuple(moved))
        return found

    def beside(self, near: float, far: float) -> "StackText":
        """Return the text with the room on the wider side of what is kept clear."""
        start = self.corner[0] + self.left
        end = start + self.room.width
        if far <= start or near >= end or start >= end:
            return self
        if near - start >= end - far:
            end = near
        else:
            start = far
        room = replace(self.room, width=max(end - start, 0.0))
        return replace(self, room=room, left=start - self.corner[0])

    def as_needed(self) -> "StackText":
        """Return the text with no more room than it takes, as large as it may be."""
        fitted = self.fitted(self.room.fit.largest)
        width = min(fit.needed(fitted, self.room), self.room.width)
        side = self.room.side(from_right=fitted.from_right)
        left = _LEFT_OF[side] * (self.room.width - width)
        return replace(self, room=replace(self.room, width=width), left=self.left + left)


def apart(texts: Sequence[StackText]) -> Sequence[StackText]:
    """Return the texts of a stack, those in a line with one that keeps clear in what it leaves.

    A text that keeps clear has no more room than it takes.
    """
    found = list(texts)
    for number, text in enumerate(texts):
        if text.clear is None:
            continue
        first = found[number] = found[number].as_needed()
        near = first.corner[0] + first.left - text.clear
        far = near + (first.room.width + 2 * text.clear)
        found = [
            each.beside(near, far)
            if each is not first and each.baseline == first.baseline
            else each
            for each in found
        ]
    return found
