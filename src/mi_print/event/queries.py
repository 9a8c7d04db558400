"""The event by topic, by board, by name: what follows from its data.

Topics are numbered by their order in the first poster session; layouts turn
the arc that marks a topic by that number.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from mi_print.event.model import Event, Kind, Paper, Person, Session, Talk
from mi_print.event.model.board import BoardLabel, board_order, side_by_side
from mi_print.event.model.roles import WORD
from mi_print.language.print_locale import PrintLocale

_LAST_SPOTLIGHT = 10_000


@dataclass(frozen=True, slots=True)
class TopicBlock:
    """The papers of one topic in one poster session, by board; those without one are last."""

    topic: int
    name: str
    papers: tuple[Paper, ...]

    @property
    def first(self) -> BoardLabel | None:
        """The lowest board; `None` if no paper has one."""
        return self.papers[0].board

    @property
    def last(self) -> BoardLabel | None:
        """The highest board; `None` if no paper has one."""
        return next((paper.board for paper in reversed(self.papers) if paper.board), None)


@dataclass(frozen=True, slots=True)
class PosterSession:
    """A poster session: its number in the day, its blocks, its spotlight session.

    Its papers are as they are shown there: `session` and `board` are of this session.
    `several` tells whether other poster sessions have papers too.
    """

    number: int
    session: Session
    blocks: tuple[TopicBlock, ...]
    spotlights: Session | None
    several: bool = False

    @property
    def papers(self) -> list[Paper]:
        """All its papers, block by block."""
        return [paper for block in self.blocks for paper in block.papers]

    @property
    def boards(self) -> tuple[BoardLabel | None, BoardLabel | None]:
        """The lowest and the highest board; `None` if no paper has one."""
        given = [board for block in self.blocks for board in (block.first, block.last) if board]
        if not given:
            return None, None
        return min(given, key=board_order), max(given, key=board_order)


def print_locale(event: Event) -> PrintLocale:
    """Return how the event's paper speaks."""
    workshop = event.workshop
    roles = {f"{WORD}{role}": label for role, label in workshop.role_table.labels.items()}
    return PrintLocale(workshop.lang, workshop.clock, {**workshop.words, **roles})


def board_span(first: BoardLabel | None, last: BoardLabel | None) -> str:
    """Return boards as they are printed: `7`, or `7–12`; nothing if there are none."""
    if first is None or last is None:
        return ""
    return str(first) if first == last else f"{first}–{last}"


def topics(event: Event) -> list[str]:
    """Return the papers' topics in the order in which boards first show them."""
    shown, topic_of = _shown(event), _topic_of(event)
    papers = (paper for papers in shown.values() for paper in papers)
    return list(dict.fromkeys(map(topic_of, papers)))


def poster_sessions(event: Event) -> list[PosterSession]:
    """Return the poster sessions that have papers, in the order of the day."""
    shown, topic_of = _shown(event), _topic_of(event)
    numbers = {topic: number for number, topic in enumerate(topics(event))}
    sessions = [each for each in event.program.sessions if each.kind is Kind.POSTERS]
    return [
        PosterSession(
            number,
            session,
            tuple(
                TopicBlock(numbers[name], name, tuple(papers))
                for name, papers in _blocks(shown[session.id], topic_of)
            ),
            _spotlights(event, session),
            several=len(shown) > 1,
        )
        for number, session in enumerate(sessions, 1)
        if session.id in shown
    ]


def _shown(event: Event) -> dict[str, list[Paper]]:
    """Return the papers by the poster sessions in which they are shown, by board."""
    posters = (each.id for each in event.program.sessions if each.kind is Kind.POSTERS)
    found: dict[str, list[Paper]] = {session: [] for session in posters}
    for paper in event.papers:
        for session in found.keys() & paper.placed.keys():
            found[session].append(paper.in_session(session))
    board_of, topic_of = attrgetter("board"), attrgetter(event.orders.program.group)
    return {
        session: side_by_side(papers, board_of, topic_of)
        for session, papers in found.items()
        if papers
    }


def _topic_of(event: Event) -> Callable[[Paper], str]:
    """Return what says the topic of a paper, by which the program is grouped."""
    group = attrgetter(event.orders.program.group)
    other = print_locale(event).word("other-papers")
    return lambda paper: group(paper) or other


def _blocks(
    papers: Iterable[Paper], topic_of: Callable[[Paper], str]
) -> list[tuple[str, list[Paper]]]:
    """Return the papers that hang side by side under one topic; who has no board joins the last."""
    found: list[tuple[str, list[Paper]]] = []
    last: dict[str, list[Paper]] = {}
    for paper in papers:
        name = topic_of(paper)
        beside = bool(found) and found[-1][0] == name
        if not (beside if paper.board else name in last):
            last[name] = []
            found.append((name, last[name]))
        last[name].append(paper)
    return found


def spotlights(papers: Iterable[Paper], talks: Iterable[Talk] = ()) -> list[Paper]:
    """Return the papers that are spotlights, in the order in which they speak.

    Those of which a talk is come first, as the talks do.
    """
    listed = {talk.paper: number for number, talk in enumerate(talks)}
    last = len(listed)
    chosen = [paper for paper in papers if paper.spotlight]
    chosen.sort(
        key=lambda each: (
            listed.get(each.id, last),
            each.spotlight_order or _LAST_SPOTLIGHT,
            board_order(each.board),
        )
    )
    return chosen


def remote_papers(event: Event) -> list[Paper]:
    """Return the papers that are presented remotely."""
    return [paper for paper in event.papers if paper.remote]


def people(event: Event, mentions: Sequence[str]) -> list[Person]:
    """Return who is named, in this order."""
    return [event.somebody(mention) for mention in mentions]


def other_papers(event: Event) -> list[Paper]:
    """Return the papers in the room that are in no poster session and that no talk is about."""
    shown = {paper.id for papers in _shown(event).values() for paper in papers}
    shown |= {talk.paper or "" for each in event.program.sessions for talk in each.talks}
    return [paper for paper in event.papers if not paper.remote and paper.id not in shown]


def _spotlights(event: Event, posters: Session) -> Session | None:
    sessions = event.program.sessions
    return next((each for each in sessions if each.posters == posters.id), None)
