"""What is told of a series: of the few texts that somebody asks for, not of all.

A hundred thousand badges have half a million texts.  Nobody looks at most of
them again, so nothing is kept of those; the others are told once, by the
process that has just set them and knows everything about them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mi_print.layout.checks.keep_outs import KeepOuts
from mi_print.layout.grid import Rectangle
from mi_print.layout.slots.slot import Slot, SlotKind
from mi_print.series.copyfit.fit import FittedText

_OVER = 0.1  # em: more than any letter comes over the edge of its slot

Worth = Callable[[Slot, FittedText], bool]
"""Whether a text that fits is worth telling of."""


class KeepOutHit(NamedTuple):
    """Where a line came that must not: the rule, what is there, and the line's ink on the page."""

    rule: str
    about: str
    ink: Rectangle


class TextOutcome(NamedTuple):
    """How the text in a slot came out: `FittedText` says what each is.

    `others` are the fonts that it takes besides the slot's own.
    """

    slot: Slot
    text: str
    size: float
    excess: float
    missing: str
    at_floor: bool
    broken: bool
    others: tuple[str, ...]
    entered: tuple[KeepOutHit, ...] = ()


@dataclass(frozen=True, slots=True)
class OutcomeFilter:
    """Which texts are told of: what does not fit or stands where it must not, and what is worth it.

    Attributes:
        worth: says what is worth it.
        keep_outs: where no line may stand.
        watched: the names of the slots that reach there; no others are looked at.
    """

    worth: Worth
    keep_outs: KeepOuts
    watched: frozenset[str]

    @classmethod
    def of(cls, slots: Sequence[Slot], keep_outs: KeepOuts, worth: Worth) -> "OutcomeFilter":
        """Return what is asked of texts in these slots."""
        texts = [slot for slot in slots if slot.kind is SlotKind.TEXT]
        near = [slot.name for slot in texts if any(keep_outs.entered(_reach(slot)))]
        return cls(worth, keep_outs, frozenset(near))

    def outcome(self, slot: Slot, fitted: FittedText) -> TextOutcome | None:
        """Return what is to be told of a text, if anything is."""
        entered: tuple[KeepOutHit, ...] = ()
        if slot.name in self.watched:
            entered = tuple(self._entered(slot, fitted))
        if entered or fitted.excess or fitted.missing or self.worth(slot, fitted):
            return text_outcome(slot, fitted)._replace(entered=entered)
        return None

    def _entered(self, slot: Slot, fitted: FittedText) -> Iterator[KeepOutHit]:
        """Yield where the first line stands that must not, zone by zone."""
        found: dict[tuple[str, str], Rectangle] = {}
        for ink in inks(slot, fitted):
            for zone in self.keep_outs.entered(ink):
                found.setdefault(zone, ink)
        yield from (KeepOutHit(*zone, ink) for zone, ink in found.items())


def inks(slot: Slot, fitted: FittedText) -> Iterator[Rectangle]:
    """Yield the ink of each line, on the page."""
    left, top, _, _ = slot.box
    for line in fitted.lines:
        shaped, size = line.shaped, fitted.size
        box = (
            left + line.x + size * shaped.ink_left,
            top + line.baseline - size * shaped.ink_top,
            size * (shaped.ink_right - shaped.ink_left),
            size * (shaped.ink_top + shaped.ink_bottom),
        )
        yield slot.moved(box)


def _reach(slot: Slot) -> Rectangle:
    """Return where texts in a slot may come: in all its stack, and over its edges if none hangs."""
    left, _, width, _ = slot.box
    _, top, _, height = slot.stack.box if slot.stack else slot.box
    over = 0.0 if slot.hang and slot.align != "center" else _OVER * slot.fit.largest
    return slot.moved((left - over, top, width + 2 * over, height))


def text_outcome(slot: Slot, fitted: FittedText) -> TextOutcome:
    """Return how a text came out."""
    return TextOutcome(
        slot=slot,
        text=fitted.text,
        size=fitted.size,
        excess=fitted.excess,
        missing=fitted.missing,
        at_floor=fitted.at_floor,
        broken=fitted.broken,
        others=fallback_fonts(slot, fitted),
    )


def fallback_fonts(slot: Slot, fitted: FittedText) -> tuple[str, ...]:
    """Return the names of the font files that a text takes besides those of its slot's family."""
    own = slot.face.family.replace(" ", "")
    return tuple(font for font in fitted.fonts if font.partition("-")[0] != own)
