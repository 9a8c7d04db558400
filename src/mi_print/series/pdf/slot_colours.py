"""The colours of slots as operators: in the inks of a press, or in those of a screen.

Black ink alone overprints, as everywhere in a print edition; so a slot's
colour and its overprint are set together.
"""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Dictionary, Name

from mi_print.layout.slots.slot import Slot
from mi_print.press.profile import IccProfile
from mi_print.press.separate.colours import rgb
from mi_print.press.separate.content_stream import OVERPRINTS
from mi_print.press.separate.palette import PressColour, for_press
from mi_print.press.separate.spot_inks import separation, spot_name
from mi_print.trade.inks import Ink
from mi_print.trade.shops import Colour

if TYPE_CHECKING:
    from mi_print.press.separate.lcms import Lcms

SlotLook = tuple[str, float]
"""What a slot's operators depend on: its colour and its opacity."""


def look(slot: Slot) -> SlotLook:
    """Return what a slot's operators depend on."""
    return slot.colour, slot.alpha


@dataclass(frozen=True, slots=True)
class SlotColours:
    """Operators by slots' looks, and what they name: resources by kind and name."""

    operators: Mapping[SlotLook, bytes]
    resources: Mapping[str, Mapping[str, pikepdf.Object]] = field(default_factory=dict)


def on_press(
    slots: Sequence[Slot], inks: Mapping[str, Ink], colour: Colour, profile: IccProfile
) -> SlotColours:
    """Return slots' colours in the inks of a press."""

    @functools.cache
    def lcms() -> "Lcms":
        from mi_print.press.separate.lcms import Lcms  # noqa: PLC0415 - only odd colours need the engine

        return Lcms(profile.data, colour.tac)

    palette = for_press(inks, colour, lcms)
    operators: dict[SlotLook, bytes] = {}
    states: dict[str, pikepdf.Object] = {}
    spaces: dict[str, pikepdf.Object] = {}
    for slot in slots:
        paint = palette.of_rgb(rgb(slot.colour))
        solid = paint.key_only and slot.alpha >= 1
        name = OVERPRINTS[solid, False]
        states[name] = Dictionary(Type=Name.ExtGState, op=solid, OP=False, OPM=1)
        if paint.spot:
            spaces[spot_name(paint.spot)] = separation(paint)
        state, opacity = _opacity(slot)
        states |= opacity
        operators[look(slot)] = b"%b gs %b%b\n" % (name.encode(), state, _operators(paint))
    return SlotColours(operators, {"/ExtGState": states, "/ColorSpace": spaces})


def on_screen(slots: Sequence[Slot]) -> SlotColours:
    """Return slots' colours as the screen shows them."""
    operators: dict[SlotLook, bytes] = {}
    states: dict[str, pikepdf.Object] = {}
    for slot in slots:
        values = " ".join(f"{value / 255:.5g}" for value in rgb(slot.colour))
        state, opacity = _opacity(slot)
        states |= opacity
        operators[look(slot)] = b"%b%b\n" % (state, f"{values} rg".encode())
    return SlotColours(operators, {"/ExtGState": states})


def _opacity(slot: Slot) -> tuple[bytes, dict[str, pikepdf.Object]]:
    """Return the operators of a slot's opacity; a slot that is opaque needs none by itself."""
    thousandths = round(slot.alpha * 1000)
    name = f"/A{thousandths}"
    state = Dictionary(Type=Name.ExtGState, ca=slot.alpha, CA=slot.alpha)
    return f"{name} gs ".encode(), {name: state}


def _operators(paint: PressColour) -> bytes:
    if paint.spot:
        return f"{spot_name(paint.spot)} cs 1 scn".encode()
    return (" ".join(f"{ink:.5g}" for ink in paint.inks) + " k").encode()
