"""The slots of a record whose texts are set together: the texts of a stack, or a single one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mi_print.geometry import Area
from mi_print.layout.copyfit.fit import FittedText, fit
from mi_print.layout.copyfit.fit_box import NO_END, FitBox
from mi_print.layout.copyfit.stack import Stack, stacked
from mi_print.layout.copyfit.stack_text import StackText
from mi_print.layout.qr import module_side
from mi_print.layout.slots.slot import Slot, SlotKind
from mi_print.trade.qr_code import QUIET_ZONE


@dataclass(frozen=True, slots=True)
class SlotGroup:
    """Slots whose texts are set together, with their rooms; without a stack it is one slot.

    `codes` are those that its texts stay away from.
    """

    stack: Stack | None
    slots: tuple[tuple[Slot, FitBox], ...]
    codes: tuple[Slot, ...] = ()

    def fitted(self, record: Mapping[str, str], lang: str) -> Iterator[tuple[Slot, FittedText]]:
        """Yield a record's texts; a slot for which it has none takes no room.

        Args:
            record: texts by the slots' names.
            lang: the record's language; without one it is that of the master.
        """
        texts = [
            (slot, stack_text(slot, room, record[slot.name], slot.language(record, lang)))
            for slot, room in self.slots
            if record.get(slot.name)
        ]
        if any(slot.limit for slot, _ in texts):
            texts = _limited(texts)
        if self.stack is None:
            yield from ((slot, alone(slot, text)) for slot, text in texts)
        elif texts:
            clear = [
                _clear(code, record[code.name]) for code in self.codes if record.get(code.name)
            ]
            found = stacked([text for _, text in texts], self.stack, clear)
            yield from zip((slot for slot, _ in texts), found, strict=True)


def _limited(texts: Sequence[tuple[Slot, StackText]]) -> list[tuple[Slot, StackText]]:
    """Return texts with the numbers of those that limit them, where a record has these."""
    names = [slot.name for slot, _ in texts]
    return [
        (slot, replace(text, limit=names.index(slot.limit)) if slot.limit in names else text)
        for slot, text in texts
    ]


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


def room(slot: Slot) -> FitBox:
    """Return a slot as texts are fitted into it; on a baseline by its width alone."""
    free = slot.baseline is not None
    return FitBox(
        width=slot.box[2],
        height=NO_END if free else slot.box[3],
        face=slot.face,
        fit=slot.fit,
        align=slot.align,
        upright="top" if free else slot.upright,
        hang=slot.hang,
    )


def stack_text(slot: Slot, room: FitBox, text: str, lang: str) -> StackText:
    """Return a text where its slot wants it."""
    return StackText(
        text=slot.cased(text),
        lang=lang,
        room=room,
        corner=slot.box[:2],
        baseline=slot.box[1] + (slot.baseline or 0.0),
        by_last=slot.upright == "bottom",
        clear=slot.clear,
    )


def alone(slot: Slot, text: StackText) -> FittedText:
    """Return a text that is in no stack, on its slot's baseline or where CSS has it."""
    if slot.baseline is not None:
        return stacked([text], Stack("", slot.box))[0]
    return fit(text.text, text.lang, text.room)


def _clear(code: Slot, text: str) -> Area:
    """Return what a code keeps clear: itself, its quiet zone, and its `clear`."""
    x, y, width, height = code.box
    clear = (code.clear or 0.0) + QUIET_ZONE * module_side(text, width)
    return x - clear, y - clear, width + 2 * clear, height + 2 * clear
