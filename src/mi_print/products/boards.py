"""What stands on the poster boards and at the ends of their rows: cards and ranges."""

from collections.abc import Sequence
from dataclasses import dataclass

from mi_print.event.model import Paper
from mi_print.event.views import Block, PosterSession
from mi_print.layout.compose import Desk
from mi_print.products.entry import SCALES, Entry, entry, scaled


@dataclass(frozen=True, slots=True)
class Slot:
    """A board in one poster session: its paper with its topic, or none."""

    posters: PosterSession
    block: Block | None
    paper: Paper | None


@dataclass(frozen=True, slots=True)
class Board:
    """A board: its number, and who hangs there in each poster session."""

    number: int
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """The boards of one topic in one poster session."""

    posters: PosterSession
    block: Block


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paper stands on a card, in points.

    Attributes:
        beside: how wide lines may be beside the code.
        width: how wide they may be below it.
        clear: how far down the code reaches.
        height: how much room there is.
    """

    beside: float
    width: float
    clear: float
    height: float


def boards(sessions: Sequence[PosterSession]) -> list[Board]:
    """Return every board that any session uses, by number."""
    numbers = sorted({paper.board or 0 for posters in sessions for paper in posters.papers})
    by_board = [_by_board(posters) for posters in sessions]
    return [
        Board(
            number,
            tuple(
                found.get(number, Slot(posters, None, None))
                for posters, found in zip(sessions, by_board, strict=True)
            ),
        )
        for number in numbers
    ]


def ranges(sessions: Sequence[PosterSession]) -> list[Range]:
    """Return the topics' blocks of boards, session by session."""
    return [Range(posters, block) for posters in sessions for block in posters.blocks]


def card_entry(paper: Paper, desk: Desk, place: Place) -> Entry:
    """Return a paper's title and authors as large as they go on a card."""
    for scale in SCALES:
        faces = scaled(desk.face("card-title"), scale), scaled(desk.face("card-authors"), scale)
        widths = place.beside, place.beside
        found = entry(paper, desk, faces, widths)
        if len(found.title.lines) * faces[0].leading >= place.clear:
            widths = place.beside, place.width
            found = entry(paper, desk, faces, widths)
        if found.height <= place.height and found.within(widths, desk.lang):
            break
    return found


def _by_board(posters: PosterSession) -> dict[int, Slot]:
    return {
        paper.board or 0: Slot(posters, block, paper)
        for block in posters.blocks
        for paper in block.papers
    }
