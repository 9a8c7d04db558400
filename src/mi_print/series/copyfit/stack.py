"""Set the texts of a stack: each as large as it goes, and none touching another.

Slots of a stack (`layout/slots/slot.py`) share their room.  Where each stands is said
by baselines; a tall script or a second line moves what is below it down, then
everything up, and when there is no more room texts get smaller: the first one
first, as `layout/copyfit/lettering.py` does on a page that is typeset whole, or all of
them by the same share.  A text that reaches beside a code is as narrow as what
is left there, and so is one in the line of a text that keeps clear.

All places are in points from each slot's own top left corner, y down.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mi_print.geometry import Area
from mi_print.layout.slots.slot import Shrink, Slot, SlotKind, Stack
from mi_print.series.copyfit import fit
from mi_print.series.copyfit.fit import FittedLine, FittedText
from mi_print.series.copyfit.slot_text import SlotText, apart, room
from mi_print.series.pdf.qr_operators import QUIET, modules

_GAP = 0.3  # em of the smaller text: the least white between the ink of two
_STEP = 1.0  # points by which a text gets smaller by itself
_SHARE = 0.03  # of its largest size, by which it gets smaller together with others


@dataclass(frozen=True, slots=True)
class SlotGroup:
    """Slots whose texts are set together, with their rooms; without a stack it is one slot.

    `codes` are those that its texts stay away from.
    """

    stack: Stack | None
    slots: tuple[tuple[Slot, fit.FitBox], ...]
    codes: tuple[Slot, ...] = ()

    def fitted(self, said: Mapping[str, str], lang: str) -> Iterator[tuple[Slot, FittedText]]:
        """Yield a record's texts; a slot for which it has none takes no room.

        Args:
            said: by the slots' names.
            lang: the record's language; without one it is that of the master.
        """
        texts = [
            SlotText(slot, room, slot.said(said[slot.name]), slot.language(said, lang))
            for slot, room in self.slots
            if said.get(slot.name)
        ]
        if self.stack is None:
            yield from ((text.slot, alone(text)) for text in texts)
        elif texts:
            kept = [_kept(code, said[code.name]) for code in self.codes if said.get(code.name)]
            found = stacked(texts, self.stack, kept)
            yield from ((text.slot, each) for text, each in zip(texts, found, strict=True))


def groups(slots: Sequence[Slot]) -> list[SlotGroup]:
    """Return the slots of texts, those of a stack together, in the order of the first of each."""
    found: dict[object, list[Slot]] = {}
    codes: dict[object, list[Slot]] = {}
    for number, slot in enumerate(slots):
        key = (slot.page, slot.stack) if slot.stack else number
        if slot.kind is SlotKind.TEXT:
            found.setdefault(key, []).append(slot)
        elif slot.clear is not None:
            codes.setdefault(key, []).append(slot)
    return [
        SlotGroup(some[0].stack, tuple((s, room(s)) for s in some), tuple(codes.get(key, ())))
        for key, some in found.items()
    ]


class _Standing(NamedTuple):
    """Texts in some sizes: how they came out, and where they stand.

    Their baselines are still to be shifted; with that they are too high by `excess`.
    """

    fitted: Sequence[FittedText]
    baselines: list[list[float]]
    shift: float
    excess: float


def stacked(texts: Sequence[SlotText], stack: Stack, kept: Sequence[Area] = ()) -> list[FittedText]:
    """Return the texts of one record in a stack, in their order.

    What does not fit in its smallest size has the `excess` by which it is too high.

    Args:
        texts: at least one.
        stack: where they stand.
        kept: what is kept clear of them.
    """
    texts = apart(texts)
    caps = [text.room.largest for text in texts]
    fitted = [text.fitted(cap) for text, cap in zip(texts, caps, strict=True)]
    while True:
        found = _standing(texts, caps, fitted, stack)
        if kept:
            found = _beside(texts, caps, found, stack, kept)
        smaller = _SMALLER[stack.shrink](texts, caps, found)
        if smaller is None:
            break
        fitted = [
            each if cap == before else text.fitted(cap)
            for text, each, cap, before in zip(texts, fitted, smaller, caps, strict=True)
        ]
        caps = smaller
    return [
        _placed(text, each, [baseline + found.shift for baseline in at], found.excess)
        for text, each, at in zip(texts, found.fitted, found.baselines, strict=True)
    ]


def alone(text: SlotText) -> FittedText:
    """Return a text that is in no stack, on its slot's baseline or where CSS has it."""
    slot = text.slot
    if slot.baseline is not None:
        return stacked([text], Stack("", slot.box))[0]
    return fit.fit(text.said, text.lang, text.room)


def _first(
    texts: Sequence[SlotText], caps: Sequence[float], found: _Standing
) -> list[float] | None:
    """Return sizes of which the first that can be is smaller; None if all is well, or none can."""
    if found.excess <= 0:
        return None
    for number, (text, each) in enumerate(zip(texts, found.fitted, strict=True)):
        if each.size - _STEP >= text.room.smallest:
            return [*caps[:number], each.size - _STEP, *caps[number + 1 :]]
    return None


def _together(
    texts: Sequence[SlotText], caps: Sequence[float], found: _Standing
) -> list[float] | None:
    """Return smaller sizes of all, unless each has its own and there is room."""
    pairs = list(zip(texts, caps, strict=True))
    if found.excess <= 0 and all(
        each.size >= cap for each, cap in zip(found.fitted, caps, strict=True)
    ):
        return None
    smaller = [
        max(text.room.smallest, round(cap - _SHARE * text.room.largest, 3)) for text, cap in pairs
    ]
    return None if smaller == caps else smaller


_SMALLER: Mapping[
    Shrink, Callable[[Sequence[SlotText], Sequence[float], _Standing], list[float] | None]
] = {Shrink.FIRST: _first, Shrink.TOGETHER: _together}
"""What is tried when texts of these sizes came out so; None if they stay."""


def _standing(
    texts: Sequence[SlotText], caps: Sequence[float], fitted: Sequence[FittedText], stack: Stack
) -> _Standing:
    """Return where texts stand within their stack, moved up as far as there is room."""
    _, head, _, height = stack.box
    share = caps[0] / texts[0].room.largest if stack.shrink is Shrink.TOGETHER else 1.0
    places = _baselines(texts, fitted, share)
    top = min(at[0] - _up(each) for at, each in zip(places, fitted, strict=True))
    foot = max(at[-1] + _down(each) for at, each in zip(places, fitted, strict=True))
    shift = max(min(0.0, head + height - foot), head - top)
    return _Standing(fitted, places, shift, round(foot + shift - head - height, 6))


def _beside(
    texts: Sequence[SlotText],
    caps: Sequence[float],
    found: _Standing,
    stack: Stack,
    kept: Sequence[Area],
) -> _Standing:
    """Return the same with each text that reaches beside a code in the room that is left there."""
    narrow = list(texts)

    def reaching() -> Iterator[tuple[int, SlotText]]:
        for number, text in enumerate(narrow):
            for place in kept:
                beside = text.beside(place)
                if beside is not text and _reaches(found, number, place):
                    yield number, beside

    while first := next(reaching(), None):
        number, narrow[number] = first
        fitted = list(found.fitted)
        fitted[number] = narrow[number].fitted(caps[number])
        found = _standing(texts, caps, fitted, stack)
    return found


def _reaches(found: _Standing, number: int, kept: Area) -> bool:
    """Return whether a text's ink is between the head and the foot of what is kept clear."""
    top, foot = kept[1] - found.shift, kept[1] + kept[3] - found.shift
    text, at = found.fitted[number], found.baselines[number]
    return at[-1] + _ink_down(text) > top and at[0] - _up(text) < foot


def _kept(code: Slot, said: str) -> Area:
    """Return what a code keeps clear: itself, its quiet zone, and as much as its layout says."""
    x, y, width, height = code.box
    clear = (code.clear or 0.0) + QUIET / len(modules(said)) * width
    return x - clear, y - clear, width + 2 * clear, height + 2 * clear


def _baselines(
    texts: Sequence[SlotText], fitted: Sequence[FittedText], share: float
) -> list[list[float]]:
    """Return each line's baseline on the page: as wished, unless ink would touch.

    Wished is that share of the template's distances; the first stays where it is, so
    that stacks beside each other begin on one line.
    """
    found: list[list[float]] = []
    above = -1
    for number, (text, each) in enumerate(zip(texts, fitted, strict=True)):
        lines = [line.baseline - each.lines[0].baseline for line in each.lines]
        if above < 0:
            first = text.baseline
            first -= lines[-1] if text.slot.upright == "bottom" else 0.0
        elif text.baseline == texts[number - 1].baseline:
            first = found[-1][0]
        else:
            upper = fitted[above]
            white = _GAP * min(upper.size, each.size)
            wished = share * (text.baseline - texts[above].baseline)
            first = found[above][-1] + max(wished, _ink_down(upper) + white + _up(each))
        if above < 0 or text.baseline != texts[above].baseline:
            above = number
        found.append([first + line for line in lines])
    return found


def _up(text: FittedText) -> float:
    return text.size * text.lines[0].shaped.ink_top


def _ink_down(text: FittedText) -> float:
    return text.size * text.lines[-1].shaped.ink_bottom


def _down(text: FittedText) -> float:
    """Return how far below its last baseline a text reaches: its ink, or half its leading."""
    return max(_ink_down(text), (0.5 - (fit.ASCENT - fit.DESCENT) / 2) * text.size)


def _placed(
    text: SlotText, each: FittedText, baselines: Sequence[float], excess: float
) -> FittedText:
    top = text.slot.box[1]
    lines = tuple(
        FittedLine(line.shaped, line.x, baseline - top)
        for line, baseline in zip(each.lines, baselines, strict=True)
    )
    return each._replace(lines=lines, excess=max(each.excess, round(excess, 3)))
