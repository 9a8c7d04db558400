"""Set the texts of a stack: each as large as it goes, and none touching another.

Slots of a stack (`layout/slot.py`) share their room.  Where each stands is said
by baselines; a tall script or a second line moves what is below it down, then
everything up, and when there is no more room the first text gets smaller.  It
is what `layout/lettering.py` does on a page that is typeset whole.

All places are in points from each slot's own top left corner, y down.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mi_print.layout.slot import Slot, Stack
from mi_print.series import fit
from mi_print.series.fit import Fitted, FittedLine

_GAP = 0.2  # em of the smaller text: the least white between the ink of two
_STEP = 1.0  # points by which a text gets smaller
_NO_END = 1e6  # points: a height that no text reaches


@dataclass(frozen=True, slots=True)
class Text:
    """What stands in a slot of a stack, and how it is fitted there by its width alone."""

    slot: Slot
    room: fit.Slot
    said: str
    lang: str

    def fitted(self, largest: float) -> Fitted:
        """Return the text in no more than that size."""
        face = self.room.face
        leading = face.leading * largest / face.size
        smaller = replace(face, size=largest, leading=leading)
        return fit.fit(self.said, self.lang, replace(self.room, face=smaller, height=_NO_END))

    @property
    def baseline(self) -> float:
        """Where the slot wants its baseline, on the page."""
        return self.slot.box[1] + (self.slot.baseline or 0.0)


def stacked(texts: Sequence[Text], stack: Stack) -> list[Fitted]:
    """Return the texts of one record in a stack, in their order.

    What does not fit in its smallest size has the `excess` by which it is too high.
    """
    fitted = [text.fitted(text.room.face.size) for text in texts]
    _, head, _, height = stack.box
    while True:
        places = _baselines(texts, fitted)
        top = min(at[0] - _up(each) for at, each in zip(places, fitted, strict=True))
        foot = max(at[-1] + _down(each) for at, each in zip(places, fitted, strict=True))
        shift = max(min(0.0, head + height - foot), head - top)
        excess = foot + shift - head - height
        number = _to_shrink(texts, fitted) if excess > 0 else None
        if number is None:
            break
        fitted[number] = texts[number].fitted(fitted[number].size - _STEP)
    return [
        _placed(text, each, [baseline + shift for baseline in at], excess)
        for text, each, at in zip(texts, fitted, places, strict=True)
    ]


def alone(text: Text) -> Fitted:
    """Return a text that is in no stack, on its slot's baseline or where CSS has it."""
    slot = text.slot
    if slot.baseline is not None:
        return stacked([text], Stack("", slot.box))[0]
    found = fit.fit(text.said, text.lang, text.room)
    lines = (
        FittedLine(line.shaped, _hung(slot, found, line), line.baseline) for line in found.lines
    )
    return replace(found, lines=tuple(lines)) if slot.hang else found


def _to_shrink(texts: Sequence[Text], fitted: Sequence[Fitted]) -> int | None:
    """Return the number of the first text that may be smaller."""
    for number, (text, each) in enumerate(zip(texts, fitted, strict=True)):
        if each.size - _STEP >= text.room.smallest:
            return number
    return None


def _baselines(texts: Sequence[Text], fitted: Sequence[Fitted]) -> list[list[float]]:
    """Return each line's baseline on the page: as wished, unless ink would touch."""
    found: list[list[float]] = []
    above = -1
    for number, (text, each) in enumerate(zip(texts, fitted, strict=True)):
        lines = [line.baseline - each.lines[0].baseline for line in each.lines]
        if above < 0:
            first = text.baseline - (lines[-1] if text.slot.upright == "bottom" else 0.0)
        elif text.baseline == texts[number - 1].baseline:
            first = found[-1][0]
        else:
            upper = fitted[above]
            white = _GAP * min(upper.size, each.size)
            wished = text.baseline - texts[above].baseline
            first = found[above][-1] + max(wished, _ink_down(upper) + white + _up(each))
        if above < 0 or text.baseline != texts[above].baseline:
            above = number
        found.append([first + line for line in lines])
    return found


def _up(text: Fitted) -> float:
    return text.size * text.lines[0].shaped.ink_top


def _ink_down(text: Fitted) -> float:
    return text.size * text.lines[-1].shaped.ink_bottom


def _down(text: Fitted) -> float:
    """Return how far below its last baseline a text reaches: its ink, or half its leading."""
    return max(_ink_down(text), (0.5 - (fit.ASCENT - fit.DESCENT) / 2) * text.size)


def _placed(text: Text, each: Fitted, baselines: Sequence[float], excess: float) -> Fitted:
    top = text.slot.box[1]
    lines = tuple(
        FittedLine(line.shaped, _hung(text.slot, each, line), baseline - top)
        for line, baseline in zip(each.lines, baselines, strict=True)
    )
    beyond = max(each.excess, round(excess, 3)) if excess > 0 else each.excess
    return replace(each, lines=lines, excess=beyond)


def _hung(slot: Slot, each: Fitted, line: FittedLine) -> float:
    """Return where a line begins: its ink on the edge, if its slot says so."""
    if not slot.hang or slot.align == "center":
        return line.x
    side = slot.align
    if side in {"start", "end"}:
        side = "right" if (side == "end") != each.from_right else "left"
    if side == "left":
        return -each.size * line.shaped.ink_left
    return slot.box[2] - each.size * line.shaped.ink_right
