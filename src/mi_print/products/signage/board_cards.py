"""What stands on the poster boards: their cards.

A card has the papers of all poster sessions on its board.  Where several papers share a
board in one session, the board has a card for each session instead.  more than six papers are
divided among several cards.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from mi_print.event.model import Paper
from mi_print.event.model.board import board_order
from mi_print.event.queries import PosterSession, TopicBlock

_MOST = 6
"""Papers of a card, which are read at arm's length."""


@dataclass(frozen=True, slots=True)
class BoardPaper:
    """A board in one poster session: its paper with its topic, or none."""

    posters: PosterSession
    block: TopicBlock | None
    paper: Paper | None


@dataclass(frozen=True, slots=True)
class Board:
    """A board's card: its label, and its paper in each session, or papers of one session."""

    number: int | str
    slots: tuple[BoardPaper, ...]


def boards(sessions: Sequence[PosterSession]) -> list[Board]:
    """Return the cards of every board that any session uses, in the order of the boards."""
    by_board = [_by_board(posters) for posters in sessions]
    labels = {label for found in by_board for label in found}
    return [
        Board(label, slots)
        for label in sorted(labels, key=board_order)
        for slots in _cards(
            [
                found.get(label, [BoardPaper(posters, None, None)])
                for posters, found in zip(sessions, by_board, strict=True)
            ]
        )
    ]


def _cards(by_session: Sequence[list[BoardPaper]]) -> list[tuple[BoardPaper, ...]]:
    """Return what stands on each card of a board, given its papers in each session."""
    if all(len(slots) == 1 for slots in by_session):
        return _divided([slot for (slot,) in by_session])
    return [card for slots in by_session if slots[0].paper for card in _divided(slots)]


def _divided(slots: Sequence[BoardPaper]) -> list[tuple[BoardPaper, ...]]:
    """Return as few cards as may be, as even as may be, without those of which all is free."""
    size = ceil(len(slots) / ceil(len(slots) / _MOST))
    cards = (tuple(slots[at : at + size]) for at in range(0, len(slots), size))
    return [card for card in cards if any(slot.paper for slot in card)]


def _by_board(posters: PosterSession) -> dict[int | str, list[BoardPaper]]:
    found: dict[int | str, list[BoardPaper]] = {}
    for block in posters.blocks:
        for paper in block.papers:
            if paper.board is not None:
                found.setdefault(paper.board, []).append(BoardPaper(posters, block, paper))
    return found
