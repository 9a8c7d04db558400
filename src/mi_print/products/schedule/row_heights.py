"""How high the rows of a day are: height is time, and a text of several lines has air below it."""

from collections.abc import Iterator, Sequence
from itertools import product

MINUTES_A_LINE = (15, 20, 30, 60)
"""What a base line may be: the least with which a day fits its place."""

MINUTES_OF_SHORT_DAYS = (5, 10, *MINUTES_A_LINE)
"""The same where a short day may fill its page."""

_AIRS = ((1.0, 0.5), (0.25,))
"""Base lines that stay free below a text of several lines which takes all of its height."""

_SEVERAL = 2
"""Lines of a text that needs air below it; one alone stands in the middle of its row."""

EXACT = 15
"""Minutes of a base line, the usual, with which a row as high as its time stays so, without air."""


def scales(minutes: Sequence[int], *, spare: bool = True) -> Iterator[tuple[int, float]]:
    """Yield what a base line may be, each with the air below texts, the best first."""
    for airs in (*(_AIRS if spare else ()), (0.0,)):
        yield from product(minutes, airs)


def row_end(time: float, text: float, lines: float, air: float, *, exact: bool = False) -> float:
    """Return where a row ends, in base lines: with its time, or below its text if that is lower.

    Args:
        time: where its time ends.
        text: where its text ends.
        lines: of the text; one alone stands in the middle of its row and needs no air.
        air: what stays free below the text at the least.
        exact: whether a row that is as high as its time stays so.
    """
    if lines >= _SEVERAL and not (exact and time >= text):
        return max(time, text + air)
    return max(time, text)
