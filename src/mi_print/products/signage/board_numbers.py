"""The numbers of all board cards in one size, which is that of the widest beside its arcs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil, floor

from mi_print.layout.grid import HALF_CAP
from mi_print.layout.template_api import svg_pictures
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.text.balance import Division, balanced
from mi_print.layout.text.pango import Face
from mi_print.products.signage.board_cards import Board

STEP = "board"
_ARC = (70.0, 36.0)  # points: radius and stroke of an arc where there are two
_IN_A_ROW = 3
"""Papers that stand side by side; more stand in two rows, and their arcs too."""
_LOWER, _OF_ROW, _BETWEEN = 0.6, 0.42, 12.0
"""Of the largest size, that above two rows; of its capitals, an arc there; points between arcs."""
_NEARLY = 0.98
"""Of the largest size: nobody sees that a number beside the others is so much smaller."""
_MORE = 0.5  # points above the least size, which is held to the distance
_MOST = 2  # lines; more would leave no room for the papers
_TIGHT = 0.33  # of the arcs beside a number of several lines


@dataclass(frozen=True, slots=True)
class NumberSetting:
    """How all numbers are set.

    Attributes:
        size: in points.
        lines: of the longest.
        arcs: how large the arcs beside it are, as a share of their size.
    """

    size: float
    lines: int = 1
    arcs: float = 1.0


def number_setting(boards: Sequence[Board], context: LayoutContext, least: float) -> NumberSetting:
    """Return how the numbers of cards are set: in one line, or in as many as the longest needs.

    Args:
        boards: the cards.
        context: measures.
        least: the height of capitals that can be read, in points.
    """
    face = context.face(STEP)
    smallest = least / (2 * HALF_CAP) + _MORE
    size = min((room / wide for room, wide in _needs(boards, context, smallest)), default=face.size)
    if size >= _NEARLY * face.size:
        return NumberSetting(face.size)
    if size >= smallest:
        return NumberSetting(floor(size))
    own = face.sized(smallest)
    width = context.grid.measure - _TIGHT * 2 * sum(_ARC)
    lines = max(len(_lines(str(board.number), own, width, context.lang)) for board in boards)
    return NumberSetting(smallest, min(lines, _MOST), _TIGHT)


def _needs(
    boards: Sequence[Board], context: LayoutContext, smallest: float
) -> Iterator[tuple[float, float]]:
    """Yield the room beside the arcs of each card, and how wide its number is in 1 pt."""
    size = context.face(STEP).size

    @cache
    def arc(topic: int, small: float) -> float:
        radius, stroke = (small * each for each in _ARC)
        return svg_pictures.arc(topic, radius=radius, stroke=stroke, colour="").width

    for board in boards:
        count = len(board.slots)
        topics = {slot.block.topic for slot in board.slots if slot.block}
        if count <= _IN_A_ROW:
            small = min(1.0, 2 / count)
            beside = max((arc(topic, small) for topic in topics), default=0.0)
        else:  # in two rows, above which the number is lower
            high = 2 * HALF_CAP * (_LOWER * size if count == _IN_A_ROW + 1 else smallest)
            beside = ceil(count / 2) * (_OF_ROW * high + _BETWEEN)
        ink = context.ink(str(board.number), STEP)
        wide = max(ink.width, ink.ink_right) - ink.ink_left
        yield context.grid.measure - beside, wide / size


def _lines(label: str, face: Face, width: float, lang: str) -> list[str]:
    return balanced(label, width, face, lang, Division.JOINTS | Division.LETTERS)
