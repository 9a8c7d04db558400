"""Divide a text into lines that are as even as they can be.

A second line of one short word looks like an accident.  The widths of all
stretches are sums of what the whole line's clusters take, so that every way of
breaking can be tried without shaping anything again.
"""

from functools import cache
from itertools import pairwise

from mi_print.series.shape import Shaped


class EvenLines:
    """The parts of a text between which it may break, and how wide each stretch of them is."""

    def __init__(self, whole: Shaped, parts: list[str], tracking: float) -> None:
        """Measure the parts; together they are the text that was shaped."""
        self._parts = parts
        ends = [0]
        for part in parts:
            ends.append(ends[-1] + len(part.encode()))
        advances = [0.0] * len(parts)
        bare = [0.0] * len(parts)
        place = 0
        clusters = sorted(
            (cluster.start, cluster.advance / run.upem + tracking, cluster.text)
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

    def of(self, count: int) -> tuple[float, list[str]]:
        """Return the text in so many lines, the widest as narrow as can be, and its width in em."""
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

        width, ends = best(0, count)
        starts = (0, *ends)
        return width, ["".join(self._parts[a:b]).strip(" ") for a, b in pairwise(starts)]
