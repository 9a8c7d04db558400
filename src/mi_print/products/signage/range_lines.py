"""The boards of range signs as lines of one size, which is that of the longest of all signs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from math import floor

from mi_print.layout.grid import HALF_CAP
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.text.balance import Division, balanced
from mi_print.layout.text.pango import Face, measure
from mi_print.layout.text.shaping.line_clearance import clear_of_each_other
from mi_print.products.signage.board_ranges import BoardRange

STEP = "boards"
DASH = "–"
_DASH = 0.112
"""Em by which a dash is set wider than it is measured."""
_BESIDE = 16.0  # points that stay white at the right
_DIVIDED = 165.0  # points: the largest size of two lines
_LEADING = 0.88
_MOST = 5
"""Lines of a sign; more would leave no room for the rest."""


@dataclass(frozen=True, slots=True)
class RangeLines:
    """A sign's boards in lines, in the face and with the leading of all signs."""

    lines: Sequence[str]
    face: Face
    leading: float

    @property
    def height(self) -> float:
        """From the capitals of the first line to the baseline of the last."""
        return 2 * HALF_CAP * self.face.size + (len(self.lines) - 1) * self.leading


@dataclass(frozen=True, slots=True)
class RangeSeries:
    """Sets the boards of range signs.

    A range has one line; if one of the series would be too small for its distance so, all have a
    line for each end; if that is too little, what both ends begin with is said once, and labels
    are divided.

    Attributes:
        signs: returns all of the series; few layouts ask.
        context: the measures of the layout.
        least: the height of capitals that can be read, in points.
    """

    signs: Callable[[], Sequence[BoardRange]]
    context: LayoutContext
    least: float
    _set: dict[tuple[str, ...], RangeLines] = field(default_factory=dict)

    def lines(self, sign: BoardRange) -> RangeLines:
        """Return a sign's lines; what is too long for a sign is a misfit."""
        if not self._set:
            self._set.update(self._series())
        found = self._set[sign.boards]
        if len(found.lines) > _MOST:
            size, count = found.face.size, len(found.lines)
            message = f"takes {count} lines of {size:.0f} pt, the smallest type that can be read"
            self.context.misfits[sign.boards[0]] = message
        return found

    def _series(self) -> dict[tuple[str, ...], RangeLines]:
        ranges = list(dict.fromkeys(sign.boards for sign in self.signs()))
        for divide, largest in ((_in_one, self._face.size), (_by_ends, _DIVIDED)):
            parts = {ends: divide(ends) for ends in ranges}
            size = min([largest, *(self._size(line) for lines in parts.values() for line in lines)])
            if 2 * HALF_CAP * size >= self.least:
                return self._in(parts, size)
        size = self.least / (2 * HALF_CAP)
        return self._in({ends: self._broken(ends, size) for ends in ranges}, size)

    @property
    def _face(self) -> Face:
        return self.context.face(STEP)

    def _in(
        self, parts: dict[tuple[str, ...], list[str]], size: float
    ) -> dict[tuple[str, ...], RangeLines]:
        face = self.context.sized(STEP, size)
        close = replace(face, leading=round(_LEADING * size, 3))
        lang = self.context.lang
        leading = max(clear_of_each_other(lines, close, lang).leading for lines in parts.values())
        return {ends: RangeLines(lines, face, leading) for ends, lines in parts.items()}

    def _size(self, line: str) -> float:
        """Return the size in which a line is as wide as its room, in halves of a point."""
        face = self._face
        wide = measure(line, face, self.context.lang).width / face.size + _DASH * line.count(DASH)
        return floor(2 * self._width / wide) / 2

    @property
    def _width(self) -> float:
        return self.context.grid.measure - _BESIDE

    def _broken(self, ends: tuple[str, ...], size: float) -> list[str]:
        """Return a range with its labels divided, and what all of them begin with said once."""
        alike = takewhile(lambda pair: pair[0] == pair[-1], zip(*ends, strict=False))
        shared = "".join(pair[0] for pair in alike).rstrip("0123456789")
        rest = [end[len(shared) :] for end in ends]
        face = self.context.sized(STEP, size)
        division = Division.HYPHENS | Division.LETTERS
        pieces = [shared.strip(), DASH.join(rest)] if all(rest) and shared else _by_ends(ends)
        if measure(DASH.join(ends), face, self.context.lang).width <= self._width:
            pieces = [DASH.join(ends)]
        return [
            line
            for piece in pieces
            for line in balanced(piece, self._width, face, self.context.lang, division)
        ]


def _in_one(ends: tuple[str, ...]) -> list[str]:
    return [DASH.join(ends)]


def _by_ends(ends: tuple[str, ...]) -> list[str]:
    return [f"{end}{DASH}" for end in ends[:-1]] + [ends[-1]]
