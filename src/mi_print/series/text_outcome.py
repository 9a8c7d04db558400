"""How texts of a series came out: those that don't fit, enter a keep-out, or are worth a remark.

A hundred thousand badges have half a million texts, so no outcome of the others
is kept.  The process that sets a text makes its outcome.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mi_print.geometry import Area
from mi_print.layout.checks.keep_outs import COLLISION, KeepOuts, deeper
from mi_print.layout.copyfit.fit import FittedText
from mi_print.layout.slots.slot import Slot, SlotKind

Worth = Callable[[Slot, FittedText], bool]
"""Whether the outcome of a text that fits is kept."""


class KeepOutHit(NamedTuple):
    """Where a line came that must not: the rule, what is there, and the line's ink on the page."""

    rule: str
    about: str
    ink: Area


class TextOutcome(NamedTuple):
    """How the text in a slot came out; the attributes are those of `FittedText`.

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
    """Which outcomes are kept: of texts that don't fit, enter a keep-out, or are worth it.

    Attributes:
        worth: whether a text is worth it, though it fits.
        keep_outs: where no line may stand.
        watched: the names of the slots that reach there; no others are measured.
    """

    worth: Worth
    keep_outs: KeepOuts
    watched: frozenset[str]

    @classmethod
    def of(cls, slots: Sequence[Slot], keep_outs: KeepOuts, worth: Worth) -> "OutcomeFilter":
        """Return the filter for texts in these slots."""
        texts = [slot for slot in slots if slot.kind is SlotKind.TEXT]
        near = [slot.name for slot in texts if slot.taken or any(keep_outs.entered(slot.reach))]
        return cls(worth, keep_outs, frozenset(near))

    def outcome(self, slot: Slot, fitted: FittedText) -> TextOutcome | None:
        """Return the outcome of a text, if it is kept."""
        entered: tuple[KeepOutHit, ...] = ()
        if slot.name in self.watched:
            entered = tuple(self._entered(slot, fitted))
        if entered or fitted.excess or fitted.missing or self.worth(slot, fitted):
            return text_outcome(slot, fitted)._replace(entered=entered)
        return None

    def _entered(self, slot: Slot, fitted: FittedText) -> Iterator[KeepOutHit]:
        """Yield where the first line stands that must not, zone by zone."""
        found: dict[tuple[str, str], Area] = {}
        for ink in inks(slot, fitted):
            for zone in self.keep_outs.entered(ink):
                found.setdefault(zone, ink)
        yield from (KeepOutHit(*zone, ink) for zone, ink in found.items())
        yield from collisions(inks(slot, fitted), slot.taken)


def inks(slot: Slot, fitted: FittedText) -> Iterator[Area]:
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


def collisions(lines: Iterable[Area], places: Sequence[tuple[str, Area]]) -> list[KeepOutHit]:
    """Return the first line that is printed over each of these: what is there, and its place."""
    found: dict[str, Area] = {}
    for ink in lines:
        for what, box in places:
            if deeper(ink, box):
                found.setdefault(what, ink)
    return [KeepOutHit(COLLISION, what, ink) for what, ink in found.items()]


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
