"""A page's grid: twelve columns and a baseline, as numbers.

Everything is in points from the trim's top left corner, y down.  Columns and
lines count from 1.  `outer` and `inner` change sides from page to page in a
bound product; x positions here are those of a right-hand (recto) page, where
the inner margin is on the left.
"""

from dataclasses import dataclass

from mi_print.layout.text.pango import Face, measure

COLUMNS = 12

HALF_CAP = 0.3638
"""Half of Inter's cap height in em (1490/2048/2): capitals are centred in their line."""

_POINTED = "TVWY"
_OVERHANG = 0.012  # em


@dataclass(frozen=True, slots=True)
class Grid:
    """Trim size, margins, gutter and base line of one size of a layout."""

    width: float
    height: float
    inner: float
    outer: float
    top: float
    foot: float
    gutter: float
    base: float

    @property
    def measure(self) -> float:
        """Width between the margins."""
        return self.width - self.inner - self.outer

    @property
    def column(self) -> float:
        """Width of one column."""
        return (self.measure - (COLUMNS - 1) * self.gutter) / COLUMNS

    @property
    def lines(self) -> int:
        """How many base lines the type area holds."""
        return int((self.height - self.top - self.foot) / self.base + 1e-3)

    def x(self, column: int, *, verso: bool = False) -> float:
        """Left edge of a column."""
        start = self.outer if verso else self.inner
        return start + (column - 1) * (self.column + self.gutter)

    def span(self, columns: int) -> float:
        """Width of so many columns and the gutters between them."""
        return columns * self.column + (columns - 1) * self.gutter

    def y(self, line: int) -> float:
        """Top edge of a line."""
        return self.top + (line - 1) * self.base


def cap_top(y: float, face: Face) -> float:
    """Return the top of a line box whose capitals reach up to `y`."""
    return y - (face.leading / 2 - HALF_CAP * face.size)


def baseline_top(y: float, face: Face) -> float:
    """Return the top of a line box whose baseline is `y`."""
    return y - (face.leading / 2 + HALF_CAP * face.size)


def stem_left(x: float, text: str, face: Face) -> float:
    """Return the left of a box whose first letter's stem stands on `x`."""
    return x - hang(text, face)


def hang(text: str, face: Face) -> float:
    """Return how far left of its edge a line begins, so that its first letter looks aligned.

    That is the white before its ink, and a little more of letters that are narrow at the foot.
    """
    first = text[:1]
    beyond = _OVERHANG * face.size if first and first in _POINTED else 0.0
    return measure(first, face).ink_left + beyond
