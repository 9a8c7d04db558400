"""The event by topic, by board, by name: what follows from its data.

Topics are numbered by their order in the first poster session; layouts turn
the arc that marks a topic by that number.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from mi_print.event.model import Event, Kind, Paper, Person, Session
from mi_print.language.print_locale import PrintLocale


@dataclass(frozen=True, slots=True)
class TopicBlock:
    """The papers of one topic in one poster session, by board."""

    topic: int
    name: str
    papers: tuple[Paper, ...]

    @property
    def first(self) -> int:
        """The lowest board."""
        return min(paper.board or 0 for paper in self.papers)

    @property
    def last(self) -> int:
        """The highest board."""
        return max(paper.board or 0 for paper in self.papers)


@dataclass(frozen=True, slots=True)
class PosterSession:
    """A poster session: its number in the day, its blocks, its spotlight session."""

    number: int
    session: Session
    blocks: tuple[TopicBlock, ...]
    spotlights: Session | None

    @property
    def papers(self) -> list[Paper]:
        """All its papers, by board."""
        return [paper for block in self.blocks for paper in block.papers]

    @property
    def boards(self) -> tuple[int, int]:
        """The lowest and the highest board."""
        return self.blocks[0].first, max(block.last for block in self.blocks)


def print_locale(event: Event) -> PrintLocale:
    """Return how the event's paper speaks."""
    workshop = event.workshop
    return PrintLocale(workshop.lang, workshop.clock, workshop.words)


def board_span(first: int, last: int) -> str:
    """Return boards as they are printed: `7`, or `7–12`."""
    return str(first) if first == last else f"{first}–{last}"


def topics(event: Event) -> list[str]:
    """Return the papers' topics in the order in which boards first show them."""
    order = [session.id for session in event.program.sessions]
    placed = [paper for paper in event.papers if not paper.remote]
    placed.sort(key=lambda paper: (order.index(paper.session), paper.board or 0))
    other = print_locale(event).word("other-papers")
    return list(dict.fromkeys(paper.category or other for paper in placed))


def poster_sessions(event: Event) -> list[PosterSession]:
    """Return the poster sessions that have papers, in the order of the day."""
    numbers = {topic: number for number, topic in enumerate(topics(event))}
    sessions = [each for each in event.program.sessions if each.kind is Kind.POSTERS]
    found = []
    other = print_locale(event).word("other-papers")
    for number, session in enumerate(sessions, 1):
        papers = [paper for paper in event.papers if paper.session == session.id]
        papers.sort(key=lambda paper: paper.board or 0)
        blocks = tuple(
            TopicBlock(numbers[name], name, tuple(group))
            for name, group in groupby(papers, key=lambda paper: paper.category or other)
        )
        if blocks:
            found.append(PosterSession(number, session, blocks, _spotlights(event, session)))
    return found


def spotlights(papers: Iterable[Paper]) -> list[Paper]:
    """Return the papers that are spotlights, in the order in which they speak."""
    chosen = [paper for paper in papers if paper.spotlight]
    return sorted(chosen, key=lambda paper: (paper.spotlight_order or 10_000, paper.board or 0))


def remote_papers(event: Event) -> list[Paper]:
    """Return the papers that are presented remotely."""
    return [paper for paper in event.papers if paper.remote]


def people(event: Event, mentions: Sequence[str]) -> list[Person]:
    """Return who is named, in this order."""
    return [event.somebody(mention) for mention in mentions]


def _spotlights(event: Event, posters: Session) -> Session | None:
    sessions = event.program.sessions
    return next((each for each in sessions if each.posters == posters.id), None)
