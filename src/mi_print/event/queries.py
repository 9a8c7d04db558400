"""The event by topic, by board, by name: what follows from its data.

Topics are numbered by their order in the first poster session; layouts turn
the arc that marks a topic by that number.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from itertools import chain
from operator import attrgetter
from typing import TypeVar

from mi_print.event.model import Event, Kind, Paper, Person, Session, Talk
from mi_print.event.model.board import BoardLabel, board_order, side_by_side
from mi_print.event.model.roles import WORD
from mi_print.language.print_locale import PrintLocale

Answer = TypeVar("Answer")

_LAST_SPOTLIGHT = 10_000
_BLOCK = 4
"""Papers of a block that is a part of a list by itself, though its topic has others."""


@dataclass(frozen=True, slots=True)
class TopicBlock:
    """Papers of one topic that stand together, by board; those without one are last.

    They are side by side in one poster session; in a list they may be all of a topic that is
    scattered, which then has several `spans` of boards. `other` are those without a topic.
    """

    topic: int
    name: str
    papers: tuple[Paper, ...]
    other: bool = False
    spans: tuple[str, ...] = ()

    @property
    def first(self) -> BoardLabel | None:
        """The lowest board; `None` if no paper has one, or if they are scattered."""
        return None if self.scattered else self.papers[0].board

    @property
    def last(self) -> BoardLabel | None:
        """The highest board; `None` if no paper has one, or if they are scattered."""
        if self.scattered:
            return None
        return next((paper.board for paper in reversed(self.papers) if paper.board), None)

    @property
    def scattered(self) -> bool:
        """Whether papers of other topics hang between them."""
        return len(self.spans) > 1

    @property
    def boards(self) -> str:
        """The boards as they are printed: `7–12`, or `3, 7–12` of those that are scattered."""
        return ", ".join(self.spans) or board_span(self.first, self.last)


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
    def groups(self) -> list[TopicBlock]:
        """Its papers as a list shows them: block by block, or a scattered topic as one."""
        own: dict[int, list[TopicBlock]] = {}
        for block in self.blocks:
            own.setdefault(block.topic, []).append(block)
        found: list[TopicBlock] = []
        for block in self.blocks:
            parts = own[block.topic]
            if len(parts) == 1 or min(len(each.papers) for each in parts) >= _BLOCK:
                found.append(block)
            elif block is parts[0]:
                found.append(_as_one(parts))
        return found

    @property
    def negative(self) -> bool:
        """Whether it is shown in negative, so that two sessions after each other differ."""
        return self.several and self.number % 2 == 0

    @property
    def boards(self) -> tuple[BoardLabel | None, BoardLabel | None]:
        """The lowest and the highest board; `None` if no paper has one."""
        given = [board for block in self.blocks for board in (block.first, block.last) if board]
        if not given:
            return None, None
        return min(given, key=board_order), max(given, key=board_order)


def _kept(answer: Callable[[Event], Answer]) -> Callable[[Event], Answer]:
    """Return a function that keeps its last answer: a run asks the same of one event many times."""
    last: list[tuple[Event, Answer]] = []

    @wraps(answer)
    def kept(event: Event) -> Answer:
        if not last or last[0][0] is not event:
            last[:] = [(event, answer(event))]
        return last[0][1]

    return kept


@_kept
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
    """Return the papers' topics in the order in which boards first show them, then the others."""
    return _topics(event, _shown(event))


def _topics(event: Event, shown: Mapping[str, Sequence[Paper]]) -> list[str]:
    papers = chain(chain.from_iterable(shown.values()), event.papers)
    return list(dict.fromkeys(map(_topic_of(event), papers)))


@_kept
def poster_sessions(event: Event) -> list[PosterSession]:
    """Return the poster sessions that have papers, in the order of the day."""
    shown, topic_of = _shown(event), _topic_of(event)
    numbers = {topic: number for number, topic in enumerate(_topics(event, shown))}
    sessions = [each for each in event.program.sessions if each.kind is Kind.POSTERS]
    group = _group_of(event)
    return [
        PosterSession(
            number,
            session,
            tuple(
                TopicBlock(numbers[name], name, tuple(papers), not group(papers[0]))
                for name, papers in _blocks(shown[session.id], topic_of)
            ),
            _spotlights(event, session),
            several=len(shown) > 1,
        )
        for number, session in enumerate(sessions, 1)
        if session.id in shown
    ]


@_kept
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


def grouped(papers: Iterable[Paper], event: Event) -> list[TopicBlock]:
    """Return papers that are on no boards by their topics, in the order of these."""
    topic_of, group = _topic_of(event), _group_of(event)
    listed = list(papers)
    numbers = {topic: number for number, topic in enumerate(topics(event))} if listed else {}
    found: dict[str, list[Paper]] = {}
    for paper in sorted(listed, key=lambda each: numbers[topic_of(each)]):
        found.setdefault(topic_of(paper), []).append(paper)
    return [
        TopicBlock(numbers[name], name, tuple(own), not group(own[0]))
        for name, own in found.items()
    ]


def _as_one(blocks: Sequence[TopicBlock]) -> TopicBlock:
    """Return blocks of one topic as one, by board; those without one are last."""
    papers = [paper for block in blocks for paper in block.papers]
    papers.sort(key=lambda paper: paper.board is None)
    return replace(
        blocks[0], papers=tuple(papers), spans=tuple(filter(None, (b.boards for b in blocks)))
    )


def _group_of(event: Event) -> Callable[[Paper], str | None]:
    """Return what says by what the program groups a paper, if the data do."""
    return attrgetter(event.orders.program.group)


def _topic_of(event: Event) -> Callable[[Paper], str]:
    """Return what says the topic of a paper; without one, that of the others."""
    group = _group_of(event)
    word = "other-papers" if any(map(group, event.papers)) else "papers"
    other = print_locale(event).word(word)
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


@_kept
def other_papers(event: Event) -> list[Paper]:
    """Return the papers in the room that are in no poster session and that no talk is about."""
    shown = {paper.id for papers in _shown(event).values() for paper in papers}
    shown |= {talk.paper or "" for each in event.program.sessions for talk in each.talks}
    return [paper for paper in event.papers if not paper.remote and paper.id not in shown]


def _spotlights(event: Event, posters: Session) -> Session | None:
    sessions = event.program.sessions
    return next((each for each in sessions if each.posters == posters.id), None)


def entries(event: Event) -> int:
    """Return how many things of the data a document may be about; attendees have their own."""
    workshop, signs = event.workshop, event.signs
    sessions = event.program.sessions
    return sum(
        map(
            len,
            (
                event.papers,
                sessions,
                *(session.talks for session in sessions),
                workshop.people,
                workshop.sponsors,
                signs.directions,
                signs.notices,
            ),
        )
    )
