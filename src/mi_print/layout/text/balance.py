"""Break titles so that their lines are even.

A title's second line should not be a single word.  The number of lines that
greedy breaking needs stays, and the measure is narrowed to the least that needs
no more: the lines come out balanced.  (WeasyPrint has no `text-wrap: balance`.)
"""

from collections.abc import Callable, Sequence

from mi_print.layout.text import word_breaks
from mi_print.layout.text.pango import Face, measure

_TIGHT = 0.05  # points: how finely the measure is narrowed


def greedy(pieces: Sequence[str], width: float, measured: Callable[[str], float]) -> list[str]:
    """Fill lines one after the other; a piece wider than `width` has its own line.

    A space at the end of a piece is left out at the end of a line.
    """
    lines: list[str] = []
    line = ""
    for piece in pieces:
        longer = line + piece
        if line and measured(longer.rstrip(" ")) > width:
            lines.append(line.rstrip(" "))
            line = piece
        else:
            line = longer
    return [*lines, line.rstrip(" ")]


def balanced(text: str, width: float, face: Face, lang: str = "en") -> list[str]:
    """Return the lines of a title within `width` points, as even as they can be."""
    pieces = word_breaks.parts(text)

    def measured(line: str) -> float:
        return measure(line, face, lang).width

    lines = greedy(pieces, width, measured)
    if len(lines) == 1:
        return lines
    low = max(measured(piece.rstrip(" ")) for piece in pieces)
    high = max(width, low)
    while high - low > _TIGHT:
        middle = (low + high) / 2
        if len(greedy(pieces, middle, measured)) > len(lines):
            low = middle
        else:
            high = middle
    return greedy(pieces, high, measured)
