"""Forms that many pages draw: what each paints is found out once.

A master of a badge is drawn by thousands of pages under one graphics state,
and paints the same on each.  Two drawings are alike if the form, the resources
round it and every field of the state are equal; then the records of the first
stand for all (ISO 32000-1, 8.10).
"""

import dataclasses
from collections.abc import Hashable
from dataclasses import dataclass
from operator import attrgetter

import pikepdf

from mi_print.preflight.interpreter.display_list import Painted
from mi_print.preflight.interpreter.graphics_state import GraphicsState
from mi_print.preflight.interpreter.stream_context import StreamContext
from mi_print.preflight.pdf.objects import identity

_KEPT = 100_000  # records that are kept for the next page
_ENTRY = 20  # records that keeping a form counts for

_COLOURS = ("fill", "stroke")
_FIELDS = [each.name for each in dataclasses.fields(GraphicsState) if each.name not in _COLOURS]
_PARTS = [f"{colour}.{part}" for colour in _COLOURS for part in ("space", "inks")]
_STATE = attrgetter(*_FIELDS, *_PARTS)


@dataclass(frozen=True, slots=True, eq=False)
class FormContent:
    """What one form paints, all that it draws through in it.

    Attributes:
        painted: in the order in which they are painted.
        cost: what walking it counts for against the limits of a page.
        once: the cells and letters in it, which a page walks once.
        streams: what it draws through, and maybe more of the page where it was walked.
    """

    painted: tuple[Painted, ...]
    cost: int
    once: frozenset[object]
    streams: frozenset[tuple[int, int]]


def alike(form: pikepdf.Object, frame: StreamContext, state: GraphicsState) -> Hashable | None:
    """Return what is equal for drawings that paint the same, None if that can't be told.

    Nothing that draws in a pattern is compared.
    """
    known, resources = identity(form), identity(frame.resources)
    plain = state.fill.pattern is None and state.stroke.pattern is None
    if known is None or resources is None or frame.box or not plain:
        return None
    return known, resources, frame.place, frame.base, frame.depth, _STATE(state)


class FormCache:
    """The forms of one file, as far as there is room to keep what they paint."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: dict[Hashable, FormContent] = {}
        self._kept = 0
        self._met: set[int] = set()

    def again(self, key: Hashable) -> bool:
        """Return whether a drawing was met before, and so may be met once more.

        What is drawn once, as a page on a sheet, is not kept: then what many such pages draw
        is, though they draw it inside themselves.
        """
        found = hash(key)
        if found in self._met or len(self._met) >= _KEPT:
            return True
        self._met.add(found)
        return False

    def known(self, key: Hashable) -> FormContent | None:
        """Return what was kept."""
        return self._known.get(key)

    def keep(self, key: Hashable, block: FormContent) -> bool:
        """Keep a block, and return whether there was room."""
        self._kept += len(block.painted) + _ENTRY
        if self._kept > _KEPT:
            return False
        self._known[key] = block
        return True
