"""Set the texts of a stack: each as large as it goes, and none touching another.

Slots of a stack (`layout/slot.py`) share their room.  Where each stands is said
by baselines; a tall script or a second line moves what is below it down, then
everything up, and when there is no more room the first text gets smaller.  It
is what `layout/lettering.py` does on a page that is typeset whole.

All places are in points from each slot's own top left corner, y down.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mi_print.layout.slot import Kind, Slot, Stack
from mi_print.series import fit
from mi_print.series.fit import AtFloor, Fitted, FittedLine

_GAP = 0.2  # em of the smaller text: the least white between the ink of two
_STEP = 1.0  # points by which a text gets smaller
_NO_END = 1e6  # points: a height that no text reaches


def room(slot: Slot) -> fit.Slot:
    """Return a slot as texts are fitted into it; on a baseline by its width alone."""
    free = slot.baseline is not None
    return fit.Slot(
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
    )


@dataclass(frozen=True, slots=True)
class Group:
    """Slots whose texts are set together, with their rooms; without a stack it is one slot."""

    stack: Stack | None
    slots: tuple[tuple[Slot, fit.Slot], ...]

    def fitted(self, said: Mapping[str, str], lang: str) -> Iterator[tuple[Slot, Fitted]]:
        """Yield a record's texts; a slot for which it has none takes no room.

        Args:
            said: by the slots' names.
            lang: the record's language; without one it is that of the master.
        """
        texts = [
            Text(slot, room, slot.said(said[slot.name]), lang or slot.lang)
            for slot, room in self.slots
            if said.get(slot.name)
        ]
        if self.stack is None:
            yield from ((text.slot, alone(text)) for text in texts)
        elif texts:
            found = stacked(texts, self.stack)
            yield from ((text.slot, each) for text, each in zip(texts, found, strict=True))


def groups(slots: Sequence[Slot]) -> list[Group]:
    """Return the slots of texts, those of a stack together, in the order of the first of each."""
    found: dict[object, list[Slot]] = {}
    for number, slot in enumerate(slots):
        if slot.kind is Kind.TEXT:
            key = (slot.page, slot.stack) if slot.stack else number
            found.setdefault(key, []).append(slot)
    return [Group(some[0].stack, tuple((s, room(s)) for s in some)) for some in found.values()]


@dataclass(frozen=True, slots=True)
class Text:
    """What stands in a slot, and the room that it has there."""

    slot: Slot
    room: fit.Slot
    said: str
    lang: str

    def fitted(self, largest: float) -> Fitted:
        """Return the text in no more than that size."""
        room = self.room if largest >= self.room.largest else replace(self.room, cap=largest)
        return fit.fit(self.said, self.lang, room)

    @property
    def baseline(self) -> float:
        """Where the slot wants its baseline, on the page."""
        return self.slot.box[1] + (self.slot.baseline or 0.0)


def stacked(texts: Sequence[Text], stack: Stack) -> list[Fitted]:
    """Return the texts of one record in a stack, in their order.

    What does not fit in its smallest size has the `excess` by which it is too high.
    """
    fitted = [text.fitted(text.room.largest) for text in texts]
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
    return fit.fit(text.said, text.lang, text.room)


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
        FittedLine(line.shaped, line.x, baseline - top)
        for line, baseline in zip(each.lines, baselines, strict=True)
    )
    return replace(each, lines=lines, excess=max(each.excess, round(excess, 3)))
