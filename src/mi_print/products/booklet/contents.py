"""The booklet's contents: its chapters, and the topics of its poster sessions."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from mi_print.event.chronology import by_day, of_several_days
from mi_print.event.model import Event, Kind, Role
from mi_print.event.queries import (
    PosterSession,
    board_span,
    other_papers,
    print_locale,
    remote_papers,
)
from mi_print.language.print_locale import PrintLocale
from mi_print.products.booklet import index
from mi_print.products.schedule.session_text import topic_anchor
from mi_print.products.schedule.timetable import day_anchor
from mi_print.products.schedule.when import when


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
    locale, several = print_locale(event), len(posters) > 1
    topics = (_topics(each, event, locale, several=several) for each in posters)
    return [*_before(event), *chain.from_iterable(topics), *_after(event)]


def about_venue(event: Event) -> bool:
    """Return whether there is more to say of the venue than the cover and the back do."""
    workshop, venue = event.workshop, event.workshop.venue
    more = (venue.address, venue.directions, venue.rooms[1:], workshop.host, workshop.attendance)
    return any((*more, workshop.contact, workshop.sponsors))


def _before(event: Event) -> Iterator[ContentsEntry]:
    sessions, word = event.program.sessions, print_locale(event).word
    if event.workshop.welcome:
        yield ContentsEntry(word("welcome"), "welcome")
    if sessions:
        yield from _days(event)
        yield ContentsEntry(word("sessions"), "sessions")
    if any(each.kind is Kind.KEYNOTE for each in sessions):
        yield ContentsEntry(word("keynotes"), "keynotes")
    yield from _talks(event)


def _days(event: Event) -> Iterator[ContentsEntry]:
    locale = print_locale(event)
    days = by_day(event.program.sessions)
    several = of_several_days(event)
    for day in days:
        title = locale.weekday_month(day) if several else locale.word("day-at-a-glance")
        yield ContentsEntry(title, day_anchor(day, days))


def _talks(event: Event) -> Iterator[ContentsEntry]:
    """Yield the sessions of several talks; of those with one title it is said when they are."""
    sessions = [session for session in event.program.sessions if session.talks]
    titles = Counter(session.title for session in sessions)
    time = when(event)
    for session in sessions:
        note = time(session) if titles[session.title] > 1 else ""
        yield ContentsEntry(session.title, f"lightning-{session.id}", note)


def _after(event: Event) -> Iterator[ContentsEntry]:
    word = print_locale(event).word
    if other_papers(event):
        yield ContentsEntry(word("other-papers"), "other-papers")
    if remote_papers(event):
        yield ContentsEntry(word("remote-papers"), "remote")
    if event.having(Role.ORGANIZER):
        yield ContentsEntry(word("organizers"), "organizers")
    elif event.workshop.groups:
        yield ContentsEntry(event.workshop.groups[0].heading, "organizers")
    if about_venue(event):
        yield ContentsEntry(word("room-and-venue"), "venue")
    if event.workshop.sponsors:
        yield ContentsEntry(word("sponsors"), "sponsors")
    if index.is_shown(event):
        yield ContentsEntry(word("index-of-people"), "index")


def _topics(
    posters: PosterSession, event: Event, locale: PrintLocale, *, several: bool
) -> Iterator[ContentsEntry]:
    session = posters.session
    title = session.title
    if several:
        title = locale.word("chapter-session", title=title, number=posters.number)
    yield ContentsEntry(title, topic_anchor(posters, 0), when(event)(session), divided=True)
    for at, block in enumerate(posters.blocks):
        boards = board_span(block.first, block.last)
        yield ContentsEntry(block.name, topic_anchor(posters, at), boards, block.topic)
