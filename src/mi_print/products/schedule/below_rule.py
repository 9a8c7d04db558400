"""How far below its rule a text begins, in scripts whose marks reach higher than capitals."""

from collections.abc import Sequence
from typing import NamedTuple

from mi_print.layout.grid import HALF_CAP
from mi_print.layout.template_api.context import LayoutContext

_CLEAR = 0.5  # points between a rule and the ink below it


class Lowered(NamedTuple):
    """By how many points a text is lowered, and whether it takes a line more for that."""

    points: float = 0.0
    lines: int = 0


def lowered(blocks: Sequence[tuple[Sequence[str], str]], context: LayoutContext) -> Lowered:
    """Return how texts beside each other are lowered that begin at one rule.

    Args:
        blocks: the lines of each, and the step of the type scale in which they are set.
        context: the measures.
    """
    down, deep = 0.0, 0.0
    for lines, step in blocks:
        if not lines or "".join((*lines[:1], *lines[-1:])).isascii():
            continue
        face = context.face(step)
        baseline = face.leading / 2 + HALF_CAP * face.size
        down = max(down, context.ink(lines[0], step).ink_top + _CLEAR - baseline)
        deep = max(deep, context.ink(lines[-1], step).ink_bottom - (face.leading - baseline))
    return Lowered(down, int(deep + down > 0)) if down > 0 else Lowered()
