"""The booklet's contents: its chapters, and the topics of its poster sessions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from mi_print.event.model import Event, Kind, Role
from mi_print.event.views import PosterSession, remote_papers
from mi_print.layout import words
from mi_print.products.day import topic_anchor
from mi_print.products.index import entries


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry: its title, the id it leads to, a note; `topic` is None for a chapter.

    A `divided` chapter is followed by entries of its own, which say the pages.
    """

    title: str
    anchor: str
    note: str = ""
    topic: int | None = None
    divided: bool = False


def contents(event: Event, posters: Sequence[PosterSession]) -> list[Listed]:
    """Return the entries in the order of the booklet."""
    topics = (_topics(each, several=len(posters) > 1) for each in posters)
    return [*_before(event), *chain.from_iterable(topics), *_after(event)]


def _before(event: Event) -> Iterator[Listed]:
    sessions = event.program.sessions
    if event.workshop.welcome:
        yield Listed("Welcome", "welcome")
    if sessions:
        yield Listed("The day at a glance", "day")
        yield Listed("Sessions", "sessions")
    if any(each.kind is Kind.KEYNOTE for each in sessions):
        yield Listed("Keynotes", "keynotes")
    for session in sessions:
        if session.talks:
            yield Listed(session.title, f"lightning-{session.id}")


def _after(event: Event) -> Iterator[Listed]:
    if remote_papers(event):
        yield Listed("Remote papers", "remote")
    if event.having(Role.ORGANIZER):
        yield Listed("Organizers", "organizers")
    yield Listed("Room and venue", "venue")
    if event.workshop.sponsors:
        yield Listed("Sponsors", "sponsors")
    if entries(event):
        yield Listed("Index of people", "index")


def _topics(posters: PosterSession, *, several: bool) -> Iterator[Listed]:
    session = posters.session
    title = f"{session.title}, session {posters.number}" if several else session.title
    time = words.stretch(session.start, session.end)
    yield Listed(title, topic_anchor(posters, 0), time, divided=True)
    for at, block in enumerate(posters.blocks):
        boards = "–".join(map(str, sorted({block.first, block.last})))
        yield Listed(block.name, topic_anchor(posters, at), boards, block.topic)
