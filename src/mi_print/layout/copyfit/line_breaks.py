"""Divide a text into lines: as even as they can be, or each as full as it goes.

Titles and names are even; a list of names is filled like a paragraph.  The
widths of all stretches are sums of the whole line's clusters, so that every way
of breaking can be tried without shaping anything again.
"""

import functools
from collections.abc import Callable, Sequence
from itertools import pairwise
from math import inf
from operator import attrgetter, itemgetter

from mi_print.layout.text.hyphenation import SOFT_HYPHEN, shown
from mi_print.layout.text.shaping.shape import ShapedLine

_FEW = 24
"""Parts of which every way to break is tried; of more those alone that are narrow enough."""
_NEAR = 1e-9


@functools.lru_cache(maxsize=64)
def text_parts(
    whole: ShapedLine, parts: tuple[str, ...], tracking: float, hyphen: float = 0.0
) -> "TextParts":
    """Return the parts of a text, those of late again: a text of a stack is fitted many times."""
    return TextParts(whole, parts, tracking, hyphen)


class TextParts:
    """The parts of a text between which it may break, and how wide each stretch of them is."""

    def __init__(
        self, whole: ShapedLine, parts: Sequence[str], tracking: float, hyphen: float = 0.0
    ) -> None:
        """Measure the parts; without soft hyphens they are together the text that was shaped.

        A part that ends with a soft hyphen gets a hyphen, so wide in em, at the end of a line.
        """
        self._parts = parts
        ends = [0]
        for part in parts:
            ends.append(ends[-1] + len(part.replace(SOFT_HYPHEN, "").encode()))
        advances = [0.0] * len(parts)
        bare = [0.0] * len(parts)
        place = at = 0
        for run in sorted(whole.runs, key=attrgetter("offset")):
            for cluster in run.read:
                while at >= ends[place + 1]:
                    place += 1
                at += len(cluster.text.encode())
                advances[place] += cluster.advance / run.upem + tracking
                bare[place] = bare[place] if cluster.text == " " else advances[place]
        self._sums = [0.0]
        for advance in advances:
            self._sums.append(self._sums[-1] + advance)
        for place, part in enumerate(parts):
            bare[place] += hyphen + tracking if part.endswith(SOFT_HYPHEN) else 0.0
        self._bare = bare
        self._even: dict[int, tuple[float, list[str]]] = {}

    def _width(self, start: int, end: int) -> float:
        """Return the width of some parts on one line, without the space at its end."""
        return self._sums[end - 1] - self._sums[start] + self._bare[end - 1]

    def _lines(self, ends: Sequence[int]) -> list[str]:
        lines = ("".join(self._parts[a:b]).strip(" ") for a, b in pairwise((0, *ends)))
        return [shown(line) if SOFT_HYPHEN in line else line for line in lines]

    def even(self, count: int) -> tuple[float, list[str]]:
        """Return the text in so many lines, the widest as narrow as can be, and its width in em.

        Of all such lines they are those that differ least.
        """
        if count not in self._even:
            width, ends = self._best(count, max)
            if count > 2:  # noqa: PLR2004 - the wider of two lines leaves nothing to choose
                _, ends = self._best(count, lambda line, rest: _squares(line, rest, width))
            self._even[count] = width, self._lines(ends)
        return self._even[count]

    def _best(
        self, count: int, joined: Callable[[float, float], float]
    ) -> tuple[float, tuple[int, ...]]:
        """Return what so many lines cost at the least, and after how many parts each ends.

        `joined` gives the cost of a line so wide and of those below it, from the width and theirs.
        """
        total = len(self._parts)
        least, most = self._ends(count)
        starts = range(max(count - 1, least[count - 1]), min(most[count - 1], total - 1) + 1)
        ways: dict[int, tuple[float, tuple[int, ...]]] = {
            start: (joined(self._width(start, total), 0.0), (total,)) for start in starts
        }
        for line in range(count - 1, 0, -1):
            last = min(most[line], total - count + line)
            starts = range(max(line - 1, least[line - 1]), min(most[line - 1], last - 1) + 1)
            ways = {
                start: min(
                    [
                        (joined(self._width(start, end), ways[end][0]), (end, *ways[end][1]))
                        for end in range(max(start + 1, least[line]), last + 1)
                    ],
                    key=itemgetter(0),
                )
                for start in starts
            }
        return ways[0]

    def _ends(self, count: int) -> tuple[list[int], list[int]]:
        """Return after how many parts 0, 1, 2 … lines of so many may end: at least, and at most.

        Where lines end elsewhere, one of them is wider than it must be.
        """
        total = len(self._parts)
        if total <= _FEW:
            return [0] * count + [total], [0] + [total] * count
        low, high = max(self._bare), self._sums[-1]
        while high - low > _NEAR * high:
            middle = (low + high) / 2
            if self._filled(count, middle)[-1] == total:
                high = middle
            else:
                low = middle
        return self._filled_upwards(count, high), self._filled(count, high)

    def _filled(self, count: int, width: float) -> list[int]:
        """Return after how many parts 0, 1, 2 … lines end, each as full as it goes."""
        ends = [0]
        for _ in range(count):
            start = end = ends[-1]
            while end < len(self._parts) and self._width(start, end + 1) <= width:
                end += 1
            ends.append(end)
        return ends

    def _filled_upwards(self, count: int, width: float) -> list[int]:
        """Return the same of so many lines that are filled from the last to the first."""
        starts = [len(self._parts)]
        for _ in range(count):
            end = start = starts[-1]
            while start and self._width(start - 1, end) <= width:
                start -= 1
            starts.append(start)
        return starts[::-1]

    def full(self, width: float, ranks: Sequence[int]) -> list[str]:
        """Return lines that take what there is room for, none wider than it must.

        Args:
            width: of a line, in em.
            ranks: how well a line may end after each part; of the best ones it ends
                after the last.
        """
        ends: list[int] = []
        start, end = 0, 1
        while end <= len(self._parts):
            if end - start > 1 and self._width(start, end) > width:
                start = max(range(start + 1, end), key=lambda at: (ranks[at - 1], at))
                ends.append(start)
            else:
                end += 1
        return self._lines([*ends, len(self._parts)])


def _squares(line: float, rest: float, most: float) -> float:
    return line * line + rest if line <= most else inf
