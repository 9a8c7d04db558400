"""Set a text as large as its box allows: its size, its lines, and where they stand.

Names are one word or ten, in any script.  A line is shaped once; from its
clusters the width of every part is known, so that trying breaks costs nothing,
and only lines that are chosen are shaped again.

All places are in points from the box's top left corner, y down.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from mi_print.layout.copyfit import name_breaks
from mi_print.layout.copyfit.fit_box import FitBox, Floor, Rag
from mi_print.layout.copyfit.line_breaks import text_parts
from mi_print.layout.text import word_breaks
from mi_print.layout.text.hyphenation import SOFT_HYPHEN, divisions
from mi_print.layout.text.shaping.shape import ShapedLine, shape
from mi_print.layout.text.typography import direction

_GAIN = 1.2  # by how much larger a text must get for a break after a hyphen
_GAIN_BEHIND = 1.5  # and for one in a word that other words stand before in its line
_SURELY = 1.03  # by how much sums of clusters may miss a line that is shaped by itself
_ALONE = 0.3  # of the widest line: a last one of full lines that is shorter is a name alone
_NARROWER = (0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
"""Of the width, in which full lines are tried that end better."""
_TRIES = 3  # of lines that come out wider by themselves than their clusters' sum
_CAPITALS = 0.9  # em: at least what the first line takes down to its baseline, and the last below
_CLOSE = 0.04  # em: the least white between the ink of two lines
_OVER_ACCENT = 0.1  # em: and over marks on capitals: more than between them and their letters
_ASCENDERS = 0.8  # em: no letter of Latin without a mark is higher
_HANG = 0.05  # em: how far a letter's own overhang may reach beyond the box, as CSS sets it
ASCENT, DESCENT = 0.96875, 0.2412
"""Of Inter, in em, and so of every font here: they are aligned with it."""


class FittedLine(NamedTuple):
    """A line and its place: where its first letter's origin stands."""

    shaped: ShapedLine
    x: float
    baseline: float


class FittedText(NamedTuple):
    """A text as it is set in its box.

    Attributes:
        text: what was asked for.
        size: of the type.
        leading: from the baseline of one line to that of the next, at the least.
        tracking: in em.
        lines: from the top.
        from_right: whether it reads from the right.
        at_floor: whether it is in the smallest size.
        broken: whether a word had to be broken.
        excess: by how many points it reaches beyond its box; 0 if it fits.
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


def fit(text: str, lang: str, box: FitBox) -> FittedText:
    """Return `text` (one line, NFC, not empty) as large as the box allows.

    Soft hyphens of its own are where words may be divided, and are not set.
    """
    given, text = text, text.replace(SOFT_HYPHEN, "") or text
    from_right = direction(text) == "rtl"

    def shaper(line: str) -> ShapedLine:
        return shape(line, box.face, lang, from_right=from_right)

    whole = shaper(name_breaks.spaced(text) if box.fit.rag is Rag.FILL else text)
    block = _block([whole], box)
    broken = False
    if box.fit.lines > 1 and (block.size < box.fit.largest or box.fit.few > 1):
        block = (_full if box.fit.rag is Rag.FILL else _even)(text, block, box, shaper)
    if block.size < box.fit.smallest and box.fit.lines > 1 and box.fit.floor is Floor.HYPHENS:
        block = _hyphenated(given, lang, block, box, shaper)
    if block.size < box.fit.smallest and box.fit.lines > 1 and box.fit.floor is not Floor.REFUSE:
        other = _block([whole], box)
        if box.fit.rag is Rag.FILL:
            other = _full(text, other, box, shaper, letters=True)
        else:
            other = _larger(other, word_breaks.at_letters(text), box, shaper)
        if other.size > block.size:
            block, broken = other, True
    size = max(block.size, box.fit.smallest)
    beyond = size * block.width - box.width, size * block.heights[-1] - box.height
    return FittedText(
        text=given,
        size=size,
        leading=box.ratio * size,
        tracking=box.face.tracking,
        lines=_placed(block, size, box, from_right=from_right),
        from_right=from_right,
        at_floor=size <= box.fit.smallest < box.face.size,
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


def _block(lines: Sequence[ShapedLine], box: FitBox) -> _Block:
    """Return lines in the largest size in which they are inside the box."""
    width, heights = max(_room(line, box) for line in lines), _heights(lines, box)
    size = min(box.width / width if width else math.inf, box.height / heights[-1])
    if size >= box.fit.largest:
        return _Block(lines, width, heights, box.fit.largest)
    return _Block(lines, width, heights, math.floor(size / box.step + 1e-6) * box.step)


def _even(text: str, whole: _Block, box: FitBox, shaper: Shaper) -> _Block:
    """Return a text in even lines, broken after a hyphen where that helps much."""
    if box.fit.few == 1 and whole.size >= min(box.fit.least, box.fit.largest):
        return whole
    spaces = name_breaks.at_spaces(text)
    block = _larger(whole, spaces, box, shaper)
    if block.size < min(box.fit.least, box.fit.largest):
        joints = name_breaks.at_joints(text)
        if len(joints) > len(spaces):
            other = _larger(whole, joints, box, shaper)
            behind = any(name_breaks.divided_behind(line.text) for line in other.lines[:-1])
            gain = _GAIN_BEHIND if behind else _GAIN
            block = other if other.size >= gain * block.size else block
    if block.size < box.fit.smallest:
        other = _larger(whole, name_breaks.at_words(text), box, shaper)
        block = other if other.size > block.size else block
    return block


def _hyphenated(text: str, lang: str, block: _Block, box: FitBox, shaper: Shaper) -> _Block:
    """Return a text whose words are divided that are wider than a line in the smallest size."""
    words = name_breaks.at_spaces(text)
    most = box.width / box.fit.smallest
    bare = [word.replace(SOFT_HYPHEN, "") for word in words]
    wide = [shaper(word.strip(" ")).width > most for word in bare]
    ways = [divisions(word, lang) for word in words]
    hyphen = shaper("-").width
    for fineness in range(len(ways[0])):
        parts = [
            part
            for word, way, divided in zip(bare, ways, wide, strict=True)
            for part in (way[fineness] if divided else [word])
        ]
        found = _larger(_block([shaper("".join(bare))], box), parts, box, shaper, hyphen)
        if found.size >= box.fit.smallest:
            return found
    return block


def _full(
    text: str, whole: _Block, box: FitBox, shaper: Shaper, *, letters: bool = False
) -> _Block:
    """Return a text in full lines, as large as they are few enough."""
    pieces, ranks = zip(*name_breaks.at_ranks(text, letters=letters), strict=True)
    ways = text_parts(whole.lines[0], pieces, box.face.tracking)
    size = box.fit.largest
    most = min(box.fit.lines, len(ways.full(box.width / min(box.fit.least, size), ranks)))
    while True:
        wide = box.width / size
        for _ in range(_TRIES):
            lines = ways.full(wide, ranks)
            if len(lines) > most:
                break
            block = _block([shaper(line) for line in lines], box)
            if block.size >= size:
                names = name_breaks.at_spaces(text)
                full = partial(ways.full, ranks=ranks)
                return next(_longer_ended(block, wide, full, names, box, shaper), block)
            wide -= max(0.0, block.width - box.width / size)
        if size <= box.fit.smallest:
            return _block([shaper(line) for line in ways.even(min(most, len(pieces)))[1]], box)
        size = max(box.fit.smallest, math.ceil(size / box.step - 1 - 1e-6) * box.step)


def _longer_ended(  # noqa: PLR0913, PLR0917 - lines, and what others are made of
    block: _Block,
    wide: float,
    full: Callable[[float], list[str]],
    names: Sequence[str],
    box: FitBox,
    shaper: Shaper,
) -> Iterator[_Block]:
    """Yield blocks of as many lines that do not end with a name alone, if this one does.

    They are less wide, but no name is parted for that.
    """
    if len(block.lines) == 1 or block.lines[-1].width >= _ALONE * block.width:
        return
    widest = max(shaper(name_breaks.spaced(name).strip()).width for name in names)
    for width in (wide * part for part in _NARROWER if wide * part >= widest):
        lines = full(width)
        if len(lines) > len(block.lines):
            return
        other = _block([shaper(line) for line in lines], box)
        if other.size >= block.size and other.lines[-1].width >= _ALONE * block.width:
            yield other


def _larger(
    block: _Block, parts: list[str], box: FitBox, shaper: Shaper, hyphen: float = 0.0
) -> _Block:
    """Return the text in the lines that may be set largest; few lines before many.

    `block` is the text in one line, `hyphen` the width of one, in em.
    """
    if len(parts) == 1:
        return block
    ways = text_parts(block.lines[0], tuple(parts), box.face.tracking, hyphen)
    fewest = min(box.fit.few, len(parts))
    best = block
    for count in range(max(2, fewest), min(box.fit.lines, len(parts)) + 1):
        if count > fewest and best.size >= min(box.fit.least, box.fit.largest):
            break
        width, lines = ways.even(count)
        highest = box.height / (box.ratio * (count - 1) + _CAPITALS)
        if count > fewest and best.size >= _SURELY * min(box.width / (width or 1), highest):
            continue
        other = _block([shaper(line) for line in lines], box)
        best = other if count == fewest or other.size > best.size else best
    return best


def _room(line: ShapedLine, box: FitBox) -> float:
    """Return the width that a line wants, in em: its advances, or its ink where that is wider."""
    ink = line.ink_right - line.ink_left
    if box.hang:
        return max(line.width - line.ink_left, ink)
    return max(line.width, line.ink_right - max(line.ink_left, 0), ink)


def _heights(lines: Sequence[ShapedLine], box: FitBox) -> list[float]:
    """Return each line's baseline from the top of the first line, and the foot, in em.

    As CSS stacks them, unless ink would leave the box or touch.
    """
    ratio = box.ratio
    found = [max((ratio + ASCENT - DESCENT) / 2 if ratio > 0 else 0, lines[0].ink_top)]
    for upper, lower in pairwise(lines):
        white = _OVER_ACCENT if lower.ink_top > _ASCENDERS else _CLOSE
        found.append(found[-1] + max(ratio, upper.ink_bottom + white + lower.ink_top))
    return [*found, found[-1] + max(DESCENT, lines[-1].ink_bottom)]


def needed(fitted: FittedText, box: FitBox) -> float:
    """Return the least width of a box in which a text comes out so."""
    return fitted.size * max(_room(line.shaped, box) for line in fitted.lines)


def _placed(block: _Block, size: float, box: FitBox, *, from_right: bool) -> tuple[FittedLine, ...]:
    lines, heights = block.lines, [size * height for height in block.heights]
    if box.upright == "top":
        wished = 0.0
    else:
        wished = box.height - size * box.ratio * len(lines)
        wished /= 2 if box.upright == "center" else 1
    lowest = box.height - heights[-2] - size * lines[-1].ink_bottom
    drop = max(min(wished, lowest), size * lines[0].ink_top - heights[0])
    return tuple(
        FittedLine(line, _left(line, size, box, from_right=from_right), drop + baseline)
        for line, baseline in zip(lines, heights, strict=False)
    )


def _left(line: ShapedLine, size: float, box: FitBox, *, from_right: bool) -> float:
    """Return where a line begins: as CSS aligns it, and its ink not beyond the box."""
    rest = box.width - size * (line.width + box.face.tracking)
    at = box.side(from_right=from_right)
    if box.hang and at != "center":
        return -size * line.ink_left if at == "left" else box.width - size * line.ink_right
    x = 0.0 if at == "left" else rest / 2 if at == "center" else rest
    lowest = size * (-line.ink_left - _HANG)
    highest = box.width - size * (line.ink_right - _HANG)
    return max(min(x, highest), lowest)
