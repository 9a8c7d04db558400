"""Where the leaves of a folded sheet stand on it before it is folded.

A sheet is a grid of leaves.  It is folded in half until one leaf is on top of
the others: the lower half behind the upper, the left half behind the right,
and last of all the left behind the right, so that the spine is on the left.
For books that are bound on the right all of it is mirrored.
"""

import functools
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class FoldedLeaf:
    """One leaf of a folded sheet.

    Attributes:
        row: on the flat sheet, seen from its front, from the top.
        column: the same from the left.
        behind: whether its verso is on the sheet's front.
        turned: whether its head is down on the flat sheet.
    """

    row: int
    column: int
    behind: bool = False
    turned: bool = False


FoldedPacket = tuple[FoldedLeaf, ...]
"""Leaves on each other, from the top."""


def foldable(rows: int, columns: int) -> bool:
    """Return whether a grid folds to a single leaf with a spine: halves of halves, two across."""
    return columns >= 2 and all(side & (side - 1) == 0 for side in (rows, columns))  # noqa: PLR2004 - halves


@functools.cache
def folded(rows: int, columns: int, *, right_bound: bool = False) -> FoldedPacket:
    """Return the leaves of a folded sheet from the first to the last of its packet.

    Args:
        rows: of leaves on the flat sheet, a power of two.
        columns: the same across, two or more.
        right_bound: whether the spine is on the right.
    """
    stacks: list[list[FoldedPacket]] = [
        [(FoldedLeaf(row, column),) for column in range(columns)] for row in range(rows)
    ]
    while len(stacks) > 1:
        half = len(stacks) // 2
        stacks = [
            [upper + _behind(lower, turned=True) for upper, lower in zip(top, bottom, strict=True)]
            for top, bottom in zip(stacks[:half], reversed(stacks[half:]), strict=True)
        ]
    (line,) = stacks
    while len(line) > 1:
        half = len(line) // 2
        line = [
            right + _behind(left, turned=False)
            for right, left in zip(line[half:], reversed(line[:half]), strict=True)
        ]
    (packet,) = line
    if right_bound:
        return tuple(replace(leaf, column=columns - 1 - leaf.column) for leaf in packet)
    return packet


def _behind(packet: FoldedPacket, *, turned: bool) -> FoldedPacket:
    """Return a packet after its fold: the other side up, and head down over a level fold."""
    return tuple(
        replace(leaf, behind=not leaf.behind, turned=leaf.turned != turned)
        for leaf in reversed(packet)
    )
