"""Set a text as large as its slot lets it, and say where each line stands.

Names are one word or ten, in any script.  A line is shaped once; from its
clusters the width of every part is known, so that trying breaks costs nothing,
and only lines that are chosen are shaped again.  Sizes are in half points.

All places are in points from the slot's top left corner, y down.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from mi_print.layout.text.pango import Face
from mi_print.layout.text.typography import direction
from mi_print.series.copyfit import name_breaks
from mi_print.series.copyfit.line_breaks import TextParts
from mi_print.series.shaping.shape import ShapedLine, shape

_STEP = 0.5  # points
_GAIN = 1.2  # by how much larger a text must get for a break after a hyphen
_SURELY = 1.03  # by how much sums of clusters may miss a line that is shaped by itself
_TRIES = 3  # of lines that come out wider by themselves than their clusters' sum
_CAPITALS = 0.9  # em: at least what the first line takes down to its baseline, and the last below
_CLOSE = 0.04  # em: the least white between the ink of two lines
_HANG = 0.05  # em: how far a letter's own overhang may reach beyond the slot, as CSS sets it
ASCENT, DESCENT = 0.96875, 0.2412
"""Of Inter, in em, and so of every font here: they are aligned with it."""


class AtFloor(StrEnum):
    """What happens to a text that is too long in its smallest size."""

    BREAK = "break"
    """Words are broken between letters; if that is not enough, it is refused."""
    REFUSE = "refuse"
    """It is left too long, which is a problem."""


@dataclass(frozen=True, slots=True)
class FitBox:
    """A place for a text, and how the text may be set in it; lengths in points.

    Attributes:
        width: of the box.
        height: of the box.
        face: with the largest size, and the leading of that size.
        smallest: the floor: a size below which it is never set.
        lines: the most lines.
        least: a size below which it would rather have one more line.
        align: "start", "end", "left", "right" or "center", as in CSS.
        upright: "top", "center" or "bottom": where the lines stand when there is room.
        at_floor: what happens to what is still too long.
        few: the fewest lines, if there is where to break.
        hang: whether a line's ink, not its advance, stands on the edge.
        cap: a size above which it is not set, though its face be larger.
        fill: whether each line is as full as it goes, rather than all even.
    """

    width: float
    height: float
    face: Face
    smallest: float
    lines: int = 1
    least: float = math.inf
    align: str = "start"
    upright: str = "top"
    at_floor: AtFloor = AtFloor.BREAK
    few: int = 1
    hang: bool = False
    cap: float = math.inf
    fill: bool = False

    @property
    def largest(self) -> float:
        """The largest size."""
        return min(self.face.size, self.cap)


class FittedLine(NamedTuple):
    """A line and its place: where its first letter's origin stands."""

    shaped: ShapedLine
    x: float
    baseline: float


class FittedText(NamedTuple):
    """A text as it is set in its slot.

    Attributes:
        text: what was asked for.
        size: of the type.
        leading: from the baseline of one line to that of the next, at the least.
        tracking: in em.
        lines: from the top.
        from_right: whether it reads from the right.
        at_floor: whether it is in the smallest size.
        broken: whether a word had to be broken.
        excess: by how many points it reaches beyond its slot; 0 if it fits.
        missing: characters that no font has.
    """

    text: str
    size: float
    leading: float
    tracking: float
    lines: tuple[FittedLine, ...]
    from_right: bool
    at_floor: bool
    broken: bool
    excess: float
    missing: str

    @property
    def fonts(self) -> tuple[str, ...]:
        """The names of the font files that it takes, for the fit report."""
        runs = (run for line in self.lines for run in line.shaped.runs)
        return tuple(dict.fromkeys(run.font.path.stem for run in runs))


Shaper = Callable[[str], ShapedLine]


def fit(text: str, lang: str, slot: FitBox) -> FittedText:
    """Return `text` (one line, NFC, not empty) as large as the slot allows."""
    from_right = direction(text) == "rtl"

    def shaper(line: str) -> ShapedLine:
        return shape(line, slot.face, lang, from_right=from_right)

    whole = shaper(name_breaks.spaced(text) if slot.fill else text)
    block = _block([whole], slot)
    broken = False
    if slot.lines > 1 and (block.size < slot.largest or slot.few > 1):
        block = (_full if slot.fill else _even)(text, block, slot, shaper)
    if block.size < slot.smallest and slot.lines > 1 and slot.at_floor is AtFloor.BREAK:
        other = _block([whole], slot)
        if slot.fill:
            other = _full(text, other, slot, shaper, letters=True)
        else:
            other = _larger(other, name_breaks.at_letters(text), slot, shaper)
        if other.size > block.size:
            block, broken = other, True
    size = max(block.size, slot.smallest)
    beyond = size * block.width - slot.width, size * block.heights[-1] - slot.height
    return FittedText(
        text=text,
        size=size,
        leading=_ratio(slot) * size,
        tracking=slot.face.tracking,
        lines=_placed(block, size, slot, from_right=from_right),
        from_right=from_right,
        at_floor=size <= slot.smallest < slot.face.size,
        broken=broken,
        excess=max(0.0, round(max(beyond), 3)),
        missing=whole.missing,
    )


class _Block(NamedTuple):
    """Lines over each other, in em: how wide, each baseline and the foot, and their size."""

    lines: Sequence[ShapedLine]
    width: float
    heights: Sequence[float]
    size: float


def _block(lines: Sequence[ShapedLine], slot: FitBox) -> _Block:
    """Return lines in the largest size in which they are inside the slot."""
    width, heights = max(_room(line, slot) for line in lines), _heights(lines, slot)
    size = min(slot.width / width if width else math.inf, slot.height / heights[-1])
    if size >= slot.largest:
        return _Block(lines, width, heights, slot.largest)
    return _Block(lines, width, heights, math.floor(size / _STEP + 1e-6) * _STEP)


def _even(text: str, whole: _Block, slot: FitBox, shaper: Shaper) -> _Block:
    """Return a text in even lines, broken after a hyphen where that helps much."""
    spaces = name_breaks.at_spaces(text)
    block = _larger(whole, spaces, slot, shaper)
    if block.size < min(slot.least, slot.largest):
        joints = name_breaks.at_joints(text)
        if len(joints) > len(spaces):
            other = _larger(whole, joints, slot, shaper)
            block = other if other.size >= _GAIN * block.size else block
    return block


def _full(
    text: str, whole: _Block, slot: FitBox, shaper: Shaper, *, letters: bool = False
) -> _Block:
    """Return a text in full lines, as large as they are few enough."""
    pieces, ranks = zip(*name_breaks.at_ranks(text, letters=letters), strict=True)
    ways = TextParts(whole.lines[0], pieces, slot.face.tracking)
    most = min(slot.lines, len(ways.full(slot.width / min(slot.least, slot.largest), ranks)))
    size = slot.largest
    while True:
        wide = slot.width / size
        for _ in range(_TRIES):
            lines = ways.full(wide, ranks)
            if len(lines) > most:
                break
            block = _block([shaper(line) for line in lines], slot)
            if block.size >= size:
                return block
            wide -= max(0.0, block.width - slot.width / size)
        if size <= slot.smallest:
            return _block([shaper(line) for line in ways.even(min(most, len(pieces)))[1]], slot)
        size = max(slot.smallest, math.ceil(size / _STEP - 1 - 1e-6) * _STEP)


def _larger(block: _Block, parts: list[str], slot: FitBox, shaper: Shaper) -> _Block:
    """Return the text in the lines that may be set largest; few lines before many.

    `block` is the text in one line.
    """
    if len(parts) == 1:
        return block
    ways = TextParts(block.lines[0], parts, slot.face.tracking)
    fewest = min(slot.few, len(parts))
    best = block
    for count in range(max(2, fewest), min(slot.lines, len(parts)) + 1):
        if count > fewest and best.size >= min(slot.least, slot.largest):
            break
        width, lines = ways.even(count)
        highest = slot.height / (_ratio(slot) * (count - 1) + _CAPITALS)
        if count > fewest and best.size >= _SURELY * min(slot.width / (width or 1), highest):
            continue
        other = _block([shaper(line) for line in lines], slot)
        best = other if count == fewest or other.size > best.size else best
    return best


def _room(line: ShapedLine, slot: FitBox) -> float:
    """Return the width that a line wants, in em: its advances, or its ink where that is wider."""
    ink = line.ink_right - line.ink_left
    if slot.hang:
        return max(line.width - line.ink_left, ink)
    return max(line.width, line.ink_right - max(line.ink_left, 0), ink)


def _heights(lines: Sequence[ShapedLine], slot: FitBox) -> list[float]:
    """Return each line's baseline from the top of the first line, and the foot, in em.

    As CSS stacks them, unless ink would leave the slot or touch.
    """
    ratio = _ratio(slot)
    found = [max((ratio + ASCENT - DESCENT) / 2 if ratio > 0 else 0, lines[0].ink_top)]
    for upper, lower in pairwise(lines):
        found.append(found[-1] + max(ratio, upper.ink_bottom + _CLOSE + lower.ink_top))
    return [*found, found[-1] + max(DESCENT, lines[-1].ink_bottom)]


def needed(fitted: FittedText, slot: FitBox) -> float:
    """Return the least width of a slot in which a text comes out so."""
    return fitted.size * max(_room(line.shaped, slot) for line in fitted.lines)


def side(slot: FitBox, *, from_right: bool) -> str:
    """Return where lines stand in a slot: "left", "right" or "center"."""
    if slot.align in {"start", "end"}:
        return "right" if (slot.align == "end") != from_right else "left"
    return slot.align


def _ratio(slot: FitBox) -> float:
    return slot.face.leading / slot.face.size


def _placed(
    block: _Block, size: float, slot: FitBox, *, from_right: bool
) -> tuple[FittedLine, ...]:
    lines, heights = block.lines, [size * height for height in block.heights]
    if slot.upright == "top":
        wished = 0.0
    else:
        wished = slot.height - size * _ratio(slot) * len(lines)
        wished /= 2 if slot.upright == "center" else 1
    lowest = slot.height - heights[-2] - size * lines[-1].ink_bottom
    drop = max(min(wished, lowest), size * lines[0].ink_top - heights[0])
    return tuple(
        FittedLine(line, _left(line, size, slot, from_right=from_right), drop + baseline)
        for line, baseline in zip(lines, heights, strict=False)
    )


def _left(line: ShapedLine, size: float, slot: FitBox, *, from_right: bool) -> float:
    """Return where a line begins: as CSS aligns it, and its ink not beyond the slot."""
    rest = slot.width - size * (line.width + slot.face.tracking)
    at = side(slot, from_right=from_right)
    if slot.hang and at != "center":
        return -size * line.ink_left if at == "left" else slot.width - size * line.ink_right
    x = 0.0 if at == "left" else rest / 2 if at == "center" else rest
    lowest = size * (-line.ink_left - _HANG)
    highest = slot.width - size * (line.ink_right - _HANG)
    return max(min(x, highest), lowest)
