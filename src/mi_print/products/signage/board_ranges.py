"""What stands at the ends of rows of poster boards: which ones these are.

A sign is for the boards of a topic.  Where most papers hang apart from others of their topic, a
sign for each few would lead nobody anywhere; then there is one for each row of boards, in all
sessions of which that is so.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import ceil

from mi_print.event.model.board import BoardLabel, board_order
from mi_print.event.queries import PosterSession, TopicBlock, board_span

_SHORT = 4
"""Papers of a topic that are too few side by side for a sign, if others hang elsewhere."""

_ROW = 12
"""Boards of a row at the most: who stands at its end sees about as many."""

_AISLE = 10
"""From one number to the next: where more are left out, another row begins."""

_PARTS = re.compile(r"(.*?)([0-9]+)(.*)", re.DOTALL | re.ASCII)


@dataclass(frozen=True, slots=True)
class BoardRange:
    """The boards of a topic in a poster session, or a row of them, whose `block` has no name.

    `sessions` are those for which the sign is: of a topic the one of `posters`.  `boards` are
    the lowest and the highest as they are printed; of a single one, one.
    """

    posters: PosterSession
    block: TopicBlock
    sessions: tuple[PosterSession, ...]
    boards: tuple[str, ...]

    @property
    def span(self) -> str:
        """The boards in one text."""
        return board_span(self.boards[0], self.boards[-1])


def ranges(sessions: Sequence[PosterSession]) -> list[BoardRange]:
    """Return the topics' blocks of boards, session by session, and then the rows of the rest."""
    apart = tuple(posters for posters in sessions if _apart(posters))
    of_topics = [
        BoardRange(posters, block, (posters,), _ends(block))
        for posters in sessions
        for block in posters.blocks
        if posters not in apart and block.first is not None
    ]
    return [*of_topics, *(_of_row(row, apart) for row in _rows(apart))]


def _apart(posters: PosterSession) -> bool:
    """Return whether most papers hang with fewer than four of their topic, the rest elsewhere."""
    runs = Counter(block.topic for block in posters.blocks)
    alone = [
        paper
        for block in posters.blocks
        if runs[block.topic] > 1 and len(block.papers) < _SHORT
        for paper in block.papers
    ]
    return 2 * len(alone) > len(posters.papers)


def _ends(block: TopicBlock) -> tuple[str, ...]:
    return tuple(dict.fromkeys((str(block.first), str(block.last))))


def _of_row(row: Sequence[BoardLabel], sessions: tuple[PosterSession, ...]) -> BoardRange:
    """Return the sign of a row; halves of boards, as in 12a and 12b, are boards by their number."""
    here = tuple(posters for posters in sessions if any(p.board in row for p in posters.papers))
    papers = [paper for posters in here for paper in posters.papers if paper.board in row]
    papers.sort(key=lambda paper: board_order(paper.board))
    block = TopicBlock(0, "", tuple(papers))
    halves = all(_place(label)[2] for label in row)
    named = ["".join(map(str, _place(label)[:2])) if halves else str(label) for label in row]
    return BoardRange(here[0], block, here, tuple(dict.fromkeys((named[0], named[-1]))))


def _rows(sessions: Sequence[PosterSession]) -> list[list[BoardLabel]]:
    """Return the labels of boards row by row, none of which parts the halves of a board."""
    used = {paper.board for posters in sessions for paper in posters.papers if paper.board}
    labels = sorted(used, key=board_order)
    boards = [list(group) for _, group in groupby(labels, key=lambda label: _place(label)[:2])]
    aisles: list[list[list[BoardLabel]]] = []
    for board in boards:
        if not aisles or _far(aisles[-1][-1][0], board[0]):
            aisles.append([])
        aisles[-1].append(board)
    return [
        [label for board in aisle[start:stop] for label in board]
        for aisle in aisles
        for start, stop in pairwise(_even(len(aisle)))
    ]


def _even(count: int) -> list[int]:
    """Return where rows begin and end that are as even as they can be."""
    rows = ceil(count / _ROW)
    return [count * row // rows for row in range(rows + 1)]


def _far(before: BoardLabel, here: BoardLabel) -> bool:
    (letters, number, _), (others, other, _) = _place(before), _place(here)
    return letters != others or other - number > _AISLE


def _place(label: BoardLabel) -> tuple[str, int, str]:
    """Return what stands before a label's number, the number, and what stands behind it."""
    found = _PARTS.fullmatch(str(label))
    if found is None:
        return str(label), 0, ""
    letters, number, rest = found.groups()
    return letters, int(number), rest
