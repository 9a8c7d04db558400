"""How far below its rule a text begins, in scripts whose marks reach higher than capitals."""

from collections.abc import Sequence
from typing import NamedTuple

from mi_print.layout.grid import HALF_CAP
from mi_print.layout.template_api.context import LayoutContext

_CLEAR = 0.5  # points between a rule and the ink below it
_RAISED = 0.35  # points by which the layout sets texts higher than the middle of their lines
_ABOVE = 0.55  # points that a row is lower than its lines, for its rules, and a hair more


class Lowered(NamedTuple):
    """By how many points a text is lowered, and whether it takes a line more for that."""

    points: float = 0.0
    lines: int = 0


Stacked = Sequence[tuple[Sequence[str], str]]
"""Texts below each other: the lines of each, and the step of the type scale in which they are."""


def lowered(stacks: Sequence[Stacked], context: LayoutContext) -> Lowered:
    """Return how texts are lowered that begin at one rule, and end above another.

    Args:
        stacks: what stands beside each other.
        context: the measures.
    """
    filled = [[block for block in stack if block[0]] for stack in stacks]
    filled = [stack for stack in filled if stack]
    if all(stack[0][0][0].isascii() and stack[-1][0][-1].isascii() for stack in filled):
        return Lowered()
    heights = [
        sum(len(lines) * context.face(step).leading for lines, step in stack) for stack in filled
    ]
    down, deep = 0.0, -max(heights)
    for stack, height in zip(filled, heights, strict=True):
        down = max(down, _above(*stack[0], context))
        deep = max(deep, height - max(heights) + _below(*stack[-1], context))
    return Lowered(down, int(deep + down > 0))


def _above(lines: Sequence[str], step: str, context: LayoutContext) -> float:
    """Return by how many points a text must be lowered to stand clear of a rule above it."""
    if lines[0].isascii():
        return 0.0
    return context.ink(lines[0], step).ink_top + _CLEAR - _baseline(step, context)


def _below(lines: Sequence[str], step: str, context: LayoutContext) -> float:
    """Return by how many points the last line reaches below its line box; less than 0 above."""
    if lines[-1].isascii():
        return -context.face(step).leading
    room = context.face(step).leading - _baseline(step, context)
    return context.ink(lines[-1], step).ink_bottom + _ABOVE - room


def _baseline(step: str, context: LayoutContext) -> float:
    face = context.face(step)
    return face.leading / 2 + HALF_CAP * face.size - _RAISED
