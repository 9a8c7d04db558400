"""The booklet's contents: its chapters, and the topics of its poster sessions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from mi_print.event.model import Event, Kind, Role
from mi_print.event.queries import PosterSession, board_span, other_papers, remote_papers
from mi_print.layout.template_api.format import stretch
from mi_print.products.booklet.index import entries
from mi_print.products.schedule.timetable import topic_anchor


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """An entry: its title, the id it leads to, a note; `topic` is None for a chapter.

    A `divided` chapter is followed by entries of its own, which say the pages.
    """

    title: str
    anchor: str
    note: str = ""
    topic: int | None = None
    divided: bool = False


def contents(event: Event, posters: Sequence[PosterSession]) -> list[ContentsEntry]:
    """Return the entries in the order of the booklet."""
    topics = (_topics(each, several=len(posters) > 1) for each in posters)
    return [*_before(event), *chain.from_iterable(topics), *_after(event)]


def _before(event: Event) -> Iterator[ContentsEntry]:
    sessions = event.program.sessions
    if event.workshop.welcome:
        yield ContentsEntry("Welcome", "welcome")
    if sessions:
        yield ContentsEntry("The day at a glance", "day")
        yield ContentsEntry("Sessions", "sessions")
    if any(each.kind is Kind.KEYNOTE for each in sessions):
        yield ContentsEntry("Keynotes", "keynotes")
    for session in sessions:
        if session.talks:
            yield ContentsEntry(session.title, f"lightning-{session.id}")


def _after(event: Event) -> Iterator[ContentsEntry]:
    if other_papers(event):
        yield ContentsEntry("Other papers", "other-papers")
    if remote_papers(event):
        yield ContentsEntry("Remote papers", "remote")
    if event.having(Role.ORGANIZER):
        yield ContentsEntry("Organizers", "organizers")
    yield ContentsEntry("Room and venue", "venue")
    if event.workshop.sponsors:
        yield ContentsEntry("Sponsors", "sponsors")
    if entries(event):
        yield ContentsEntry("Index of people", "index")


def _topics(posters: PosterSession, *, several: bool) -> Iterator[ContentsEntry]:
    session = posters.session
    title = f"{session.title}, session {posters.number}" if several else session.title
    time = stretch(session.start, session.end)
    yield ContentsEntry(title, topic_anchor(posters, 0), time, divided=True)
    for at, block in enumerate(posters.blocks):
        boards = board_span(block.first, block.last)
        yield ContentsEntry(block.name, topic_anchor(posters, at), boards, block.topic)
