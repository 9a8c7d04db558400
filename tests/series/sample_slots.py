"""A slot as layouts mostly have it, for tests to change what they are about."""

import dataclasses

from mi_print.geometry import IDENTITY
from mi_print.layout.copyfit.fit_box import FitRange
from mi_print.layout.slots.slot import Slot, SlotKind
from mi_print.layout.text.pango import Face

_PLAIN = Slot(
    name="name",
    page=1,
    kind=SlotKind.TEXT,
    box=(0, 0, 100, 40),
    matrix=IDENTITY,
    face=Face("Inter", 20, 24),
    fit=FitRange(20, 10),
    align="start",
    upright="top",
    baseline=None,
    hang=False,
    stack=None,
    colour="#111111",
    alpha=1,
    case="none",
    wished=0,
    read="",
    lang="en",
    line=None,
)


def text_slot(**given: object) -> Slot:
    """Return a slot of a text of 20 pt in Inter, on one line of 100 pt, but for what is given."""
    return dataclasses.replace(_PLAIN, **given)  # type: ignore[arg-type]
