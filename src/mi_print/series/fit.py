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
from functools import cache
from itertools import pairwise

from mi_print.layout.pango import Face
from mi_print.layout.words import direction
from mi_print.series import name_breaks
from mi_print.series.shape import Shaped, shape

_STEP = 0.5  # points
_GAIN = 1.2  # by how much larger a text must get for a break after a hyphen
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
class Slot:
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


@dataclass(frozen=True, slots=True)
class FittedLine:
    """A line and its place: where its first letter's origin stands."""

    shaped: Shaped
    x: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Fitted:
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


Shaper = Callable[[str], Shaped]


def fit(text: str, lang: str, slot: Slot) -> Fitted:
    """Return `text` (one line, NFC, not empty) as large as the slot allows."""
    from_right = direction(text) == "rtl"

    def shaper(line: str) -> Shaped:
        return shape(line, slot.face, lang, from_right=from_right)

    whole = shaper(text)
    lines = [whole]
    size = _size(lines, slot)
    broken = False
    if size < slot.face.size and slot.lines > 1:
        lines, size = _broken(whole, name_breaks.at_spaces(text), slot, shaper)
        if size < min(slot.least, slot.face.size):
            other, larger = _broken(whole, name_breaks.at_joints(text), slot, shaper)
            if larger >= _GAIN * size:
                lines, size = other, larger
    if size < slot.smallest and slot.lines > 1 and slot.at_floor is AtFloor.BREAK:
        other, larger = _broken(whole, name_breaks.at_letters(text), slot, shaper)
        if larger > size:
            lines, size, broken = other, larger, True
    size = max(size, slot.smallest)
    return Fitted(
        text=text,
        size=size,
        leading=_ratio(slot) * size,
        tracking=slot.face.tracking,
        lines=_placed(lines, size, slot, from_right=from_right),
        from_right=from_right,
        at_floor=size <= slot.smallest < slot.face.size,
        broken=broken,
        excess=_excess(lines, size, slot),
        missing="".join(dict.fromkeys(whole.missing)),
    )


def _broken(
    whole: Shaped, parts: list[str], slot: Slot, shaper: Shaper
) -> tuple[list[Shaped], float]:
    """Return the lines that may be set largest, and their size; few lines before many."""
    best: tuple[list[Shaped], float] = ([whole], _size([whole], slot))
    widths = _Widths(whole, parts)
    for count in range(2, min(slot.lines, len(parts)) + 1):
        if best[1] >= min(slot.least, slot.face.size):
            break
        lines = [shaper(line) for line in widths.even(count)]
        size = _size(lines, slot)
        if size > best[1]:
            best = lines, size
    return best


class _Widths:
    """How wide any stretch of a text is, from its clusters' advances."""

    def __init__(self, whole: Shaped, parts: list[str]) -> None:
        self._parts = parts
        ends = [0]
        for part in parts:
            ends.append(ends[-1] + len(part.encode()))
        advances = [0.0] * len(parts)
        bare = [0.0] * len(parts)
        place = 0
        clusters = sorted(
            (cluster.start, cluster.advance / run.upem, cluster.text)
            for run in whole.runs
            for cluster in run.clusters
        )
        for start, advance, text in clusters:
            while start >= ends[place + 1]:
                place += 1
            advances[place] += advance
            bare[place] = bare[place] if text == " " else advances[place]
        self._sums = [0.0]
        for advance in advances:
            self._sums.append(self._sums[-1] + advance)
        self._bare = bare

    def _width(self, start: int, end: int) -> float:
        """Return the width of some parts on one line, without the space at its end."""
        return self._sums[end - 1] - self._sums[start] + self._bare[end - 1]

    def even(self, count: int) -> list[str]:
        """Return the text in so many lines, the widest as narrow as can be."""
        total = len(self._parts)

        @cache
        def best(start: int, left: int) -> tuple[float, tuple[int, ...]]:
            if left == 1:
                return self._width(start, total), (total,)
            ways = []
            for end in range(start + 1, total - left + 2):
                rest, ends = best(end, left - 1)
                ways.append((max(self._width(start, end), rest), (end, *ends)))
            return min(ways, key=lambda way: way[0])

        ends = best(0, count)[1]
        return [
            "".join(self._parts[a:b]).strip(" ") for a, b in zip((0, *ends), ends, strict=False)
        ]


def _size(lines: Sequence[Shaped], slot: Slot) -> float:
    """Return the largest size in which lines are inside the slot, in steps."""
    widest = max(map(_room, lines))
    size = min(slot.width / widest if widest else math.inf, slot.height / _heights(lines, slot)[-1])
    if size >= slot.face.size:
        return slot.face.size
    return math.floor(size / _STEP + 1e-6) * _STEP


def _room(line: Shaped) -> float:
    """Return the width that a line wants, in em: its advances, or its ink where that is wider."""
    return max(line.width, line.ink_right - max(line.ink_left, 0), line.ink_right - line.ink_left)


def _heights(lines: Sequence[Shaped], slot: Slot) -> list[float]:
    """Return each line's baseline from the top of the first line, and the foot, in em.

    As CSS stacks them, unless ink would leave the slot or touch.
    """
    ratio = _ratio(slot)
    found = [max((ratio + ASCENT - DESCENT) / 2 if ratio > 0 else 0, lines[0].ink_top)]
    for upper, lower in pairwise(lines):
        found.append(found[-1] + max(ratio, upper.ink_bottom + _CLOSE + lower.ink_top))
    return [*found, found[-1] + max(DESCENT, lines[-1].ink_bottom)]


def _ratio(slot: Slot) -> float:
    return slot.face.leading / slot.face.size


def _placed(
    lines: Sequence[Shaped], size: float, slot: Slot, *, from_right: bool
) -> tuple[FittedLine, ...]:
    heights = [size * height for height in _heights(lines, slot)]
    boxes = size * _ratio(slot) * len(lines)
    top = {"top": 0.0, "center": (slot.height - boxes) / 2, "bottom": slot.height - boxes}
    lowest = slot.height - heights[-2] - size * lines[-1].ink_bottom
    drop = max(min(top[slot.upright], lowest), size * lines[0].ink_top - heights[0])
    return tuple(
        FittedLine(line, _left(line, size, slot, from_right=from_right), drop + baseline)
        for line, baseline in zip(lines, heights, strict=False)
    )


def _left(line: Shaped, size: float, slot: Slot, *, from_right: bool) -> float:
    """Return where a line begins: as CSS aligns it, and its ink not beyond the slot."""
    rest = slot.width - size * (line.width + slot.face.tracking)
    side = slot.align
    if side in {"start", "end"}:
        side = "right" if (side == "end") != from_right else "left"
    x = {"left": 0.0, "center": rest / 2, "right": rest}[side]
    lowest = size * (-line.ink_left - _HANG)
    highest = slot.width - size * (line.ink_right - _HANG)
    return max(min(x, highest), lowest)


def _excess(lines: Sequence[Shaped], size: float, slot: Slot) -> float:
    """Return by how much lines are too wide or too high for the slot, in points."""
    beyond = (
        size * max(map(_room, lines)) - slot.width,
        size * _heights(lines, slot)[-1] - slot.height,
    )
    return max(0.0, *(round(each, 3) for each in beyond))
