"""Labels of poster boards, and their order.

A label is digits (`12`) or text (`126a`, `A7`).  Plain digits are a number, however
they are written, so that `12` and `"12"` are one board.
"""

import re
from collections.abc import Callable, Iterable
from functools import partial
from itertools import groupby, pairwise
from typing import Annotated, TypeVar

from pydantic import Field, PlainValidator, TypeAdapter

from mi_print.source.text_line import TextLine
from mi_print.source.validation_messages import shown_kind

Item = TypeVar("Item")

BOARD_LENGTH = 20
"""Characters that a label may have."""

_NUMBERS = range(1, 10_000)
_PLAIN = re.compile(r"0|[1-9][0-9]*", re.ASCII)
_DIGITS = re.compile(r"([0-9]+)", re.ASCII)

BoardOrder = tuple[tuple[int, int, str], ...]
"""What boards are sorted by."""


def board_order(board: int | str | None) -> BoardOrder:
    """Return what boards are sorted by: 2, 10, 10a, 11, A2, A10; papers without one come last."""
    if board is None:
        return _LAST
    if isinstance(board, int):
        return ((0, board, ""),)
    pieces = _DIGITS.split(board.casefold())
    found = [
        (0, int(piece), "") if at % 2 else (1, 0, piece) for at, piece in enumerate(pieces) if piece
    ]
    return (*found, (-1, 0, board))  # of those that differ in zeros or case alone


def side_by_side(
    items: Iterable[Item],
    board_of: Callable[[Item], int | str | None],
    topic_of: Callable[[Item], str | None],
) -> list[Item]:
    """Return items by their boards; of those that share one, each beside others of its topic."""
    by_board = sorted(items, key=lambda item: board_order(board_of(item)))
    boards = [list(group) for _, group in groupby(by_board, key=board_of)]
    found: list[Item] = []
    for here, behind in pairwise([*boards, []]):
        before = topic_of(found[-1]) if found else None
        after = set(map(topic_of, behind))
        if board_of(here[0]) is not None:
            here.sort(key=partial(_beside, topic_of=topic_of, before=before, after=after))
        found += here
    return found


def _beside(
    item: Item, topic_of: Callable[[Item], str | None], before: str | None, after: set[str | None]
) -> tuple[bool, bool]:
    return topic_of(item) != before, topic_of(item) in after


_LAST: BoardOrder = ((2, 0, ""),)
_LABEL: TypeAdapter[str] = TypeAdapter(Annotated[TextLine, Field(max_length=BOARD_LENGTH)])


def _label(value: object) -> int | str:
    if isinstance(value, str):
        text = _LABEL.validate_python(value)
        if not _PLAIN.fullmatch(text):
            return text
        value = int(text)
    if isinstance(value, float):
        message = f"{value} is a number with a point, which YAML may have shortened"
        raise ValueError(f"{message}; put the label in quotes, as it is on the board")  # noqa: TRY004
    if isinstance(value, bool) or not isinstance(value, int):
        what = shown_kind(value)
        raise ValueError(f"{what} stands where a board should; {_WRITE}")  # noqa: TRY004
    if value not in _NUMBERS:
        least, most = _NUMBERS.start, _NUMBERS.stop - 1
        cure = f"small; write {least} or more" if value < least else f"large; write {most} or less"
        raise ValueError(f"{value} is too {cure}")
    return value


_WRITE = 'write digits, or a label in quotes: 12, "12a", "A7"'

BoardLabel = Annotated[
    int | str,
    PlainValidator(
        _label,
        json_schema_input_type=Annotated[int, Field(ge=_NUMBERS.start, le=_NUMBERS.stop - 1)]
        | Annotated[str, Field(min_length=1, max_length=BOARD_LENGTH)],
    ),
]
"""What stands on a board: a number, or a text that is none."""
