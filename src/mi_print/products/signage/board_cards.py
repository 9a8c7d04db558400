"""What stands on the poster boards and at the ends of their rows: cards and ranges."""

from collections.abc import Sequence
from dataclasses import dataclass

from mi_print.event.model import Paper
from mi_print.event.queries import PosterSession, TopicBlock


@dataclass(frozen=True, slots=True)
class BoardPaper:
    """A board in one poster session: its paper with its topic, or none."""

    posters: PosterSession
    block: TopicBlock | None
    paper: Paper | None


@dataclass(frozen=True, slots=True)
class Board:
    """A board: its number, and its paper in each poster session."""

    number: int
    slots: tuple[BoardPaper, ...]


@dataclass(frozen=True, slots=True)
class BoardRange:
    """The boards of one topic in one poster session."""

    posters: PosterSession
    block: TopicBlock


def boards(sessions: Sequence[PosterSession]) -> list[Board]:
    """Return every board that any session uses, by number."""
    numbers = sorted({paper.board or 0 for posters in sessions for paper in posters.papers})
    by_board = [_by_board(posters) for posters in sessions]
    return [
        Board(
            number,
            tuple(
                found.get(number, BoardPaper(posters, None, None))
                for posters, found in zip(sessions, by_board, strict=True)
            ),
        )
        for number in numbers
    ]


def ranges(sessions: Sequence[PosterSession]) -> list[BoardRange]:
    """Return the topics' blocks of boards, session by session."""
    return [BoardRange(posters, block) for posters in sessions for block in posters.blocks]


def _by_board(posters: PosterSession) -> dict[int, BoardPaper]:
    return {
        paper.board or 0: BoardPaper(posters, block, paper)
        for block in posters.blocks
        for paper in block.papers
    }
