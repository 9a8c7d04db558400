"""A text in its slot: the room that it has there, and what others in its line leave of it.

All places are in points from the slot's own top left corner, y down.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mi_print.geometry import Area
from mi_print.layout.slots.fit_clauses import Rag
from mi_print.layout.slots.slot import Slot
from mi_print.series.copyfit import fit
from mi_print.series.copyfit.fit import AtFloor, FittedLine, FittedText

_NO_END = 1e6  # points: a height that no text reaches
_AT = {"left": 0.0, "center": 0.5, "right": 1.0}
"""The share of the white that stands at a line's left."""


def room(slot: Slot) -> fit.FitBox:
    """Return a slot as texts are fitted into it; on a baseline by its width alone."""
    free = slot.baseline is not None
    return fit.FitBox(
        width=slot.box[2],
        height=_NO_END if free else slot.box[3],
        face=slot.face,
        smallest=slot.fit.smallest,
        lines=slot.fit.lines,
        least=slot.fit.least,
        align=slot.align,
        upright="top" if free else slot.upright,
        at_floor=AtFloor(slot.fit.floor),
        few=slot.fit.few,
        hang=slot.hang,
        fill=slot.fit.rag is Rag.FILL,
    )


@dataclass(frozen=True, slots=True)
class SlotText:
    """What stands in a slot, and the room that it has there.

    `left` is what something else takes of the slot at its left.
    """

    slot: Slot
    room: fit.FitBox
    said: str
    lang: str
    left: float = 0.0

    def fitted(self, largest: float) -> FittedText:
        """Return the text in no more than that size."""
        room = self.room if largest >= self.room.largest else replace(self.room, cap=largest)
        found = fit.fit(self.said, self.lang, room)
        if self.left:
            moved = (FittedLine(s.shaped, s.x + self.left, s.baseline) for s in found.lines)
            found = found._replace(lines=tuple(moved))
        return found

    def beside(self, kept: Area) -> "SlotText":
        """Return the text with the room on the wider side of a place that is kept clear."""
        x, near = self.slot.box[0], kept[0]
        start, end = x + self.left, x + self.left + self.room.width
        far = near + kept[2]
        if far <= start or near >= end or start >= end:
            return self
        if near - start >= end - far:
            end = near
        else:
            start = far
        return replace(self, room=replace(self.room, width=max(end - start, 0.0)), left=start - x)

    def as_needed(self) -> "SlotText":
        """Return the text with no more room than it takes, as large as it may be."""
        fitted = self.fitted(self.room.largest)
        width = min(fit.needed(fitted, self.room), self.room.width)
        side = fit.side(self.room, from_right=fitted.from_right)
        left = _AT[side] * (self.room.width - width)
        return replace(self, room=replace(self.room, width=width), left=self.left + left)

    @property
    def kept(self) -> Area:
        """What others in its line stay out of: its room, and what it keeps clear around it."""
        (x, y, _, height), clear = self.slot.box, self.slot.clear or 0.0
        return x + self.left - clear, y, self.room.width + 2 * clear, height

    @property
    def baseline(self) -> float:
        """Where the slot wants its baseline, on the page."""
        return self.slot.box[1] + (self.slot.baseline or 0.0)


def apart(texts: Sequence[SlotText]) -> Sequence[SlotText]:
    """Return the texts of a stack, those in a line with one that keeps clear in what it leaves.

    Who keeps clear has no more room than it takes.
    """
    if all(text.slot.clear is None for text in texts):
        return texts
    found = list(texts)
    for number, text in enumerate(texts):
        if text.slot.clear is None:
            continue
        first = found[number] = found[number].as_needed()
        found = [
            each.beside(first.kept)
            if each is not first and each.baseline == first.baseline
            else each
            for each in found
        ]
    return found
