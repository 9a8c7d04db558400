"""What is told of a series: of the few texts that somebody asks for, not of all.

A hundred thousand badges have half a million texts.  Nobody looks at most of
them again, so nothing is kept of those; the others are told once, by the
process that has just set them and knows everything about them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from mi_print.layout.slot import Slot
from mi_print.series.fit import Fitted

Worth = Callable[[Slot, Fitted], bool]
"""Whether a text that fits is worth telling of."""


class Told(NamedTuple):
    """How the text in a slot came out: `Fitted` says what each is.

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


@dataclass(frozen=True, slots=True)
class Asked:
    """Which texts are told of: what does not fit, and what is worth it."""

    worth: Worth

    def told(self, slot: Slot, fitted: Fitted) -> Told | None:
        """Return what is to be told of a text, if anything is."""
        if fitted.excess or fitted.missing or self.worth(slot, fitted):
            return told(slot, fitted)
        return None


def told(slot: Slot, fitted: Fitted) -> Told:
    """Return how a text came out."""
    return Told(
        slot=slot,
        text=fitted.text,
        size=fitted.size,
        excess=fitted.excess,
        missing=fitted.missing,
        at_floor=fitted.at_floor,
        broken=fitted.broken,
        others=others(slot, fitted),
    )


def others(slot: Slot, fitted: Fitted) -> tuple[str, ...]:
    """Return the names of the font files that a text takes besides those of its slot's family."""
    own = slot.face.family.replace(" ", "")
    return tuple(font for font in fitted.fonts if font.partition("-")[0] != own)


def everything(slot: Slot, fitted: Fitted) -> bool:  # noqa: ARG001 - a `Worth`
    """Return that every text is worth telling of."""
    return True
