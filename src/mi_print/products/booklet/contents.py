"""The booklet's contents: its chapters, and the topics of its poster sessions."""

import re
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
    people,
    print_locale,
    remote_papers,
)
from mi_print.language.print_locale import PrintLocale
from mi_print.products.booklet import index
from mi_print.products.booklet.people_lists import people_lists
from mi_print.products.schedule.session_text import topic_anchor
from mi_print.products.schedule.timetable import day_anchor
from mi_print.products.schedule.when import when

VENUE = "venue"
"""The anchor of the facts of the venue."""
FOUND_WITHOUT = 2
"""Chapters that are found without a list of them."""
_FEW = 40
"""Papers on boards from which on each topic has an opener."""
_FEW_OF_A_TOPIC = 4
"""And papers of a topic, on average."""


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


def contents(
    event: Event, posters: Sequence[PosterSession], *, venue_first: bool = False
) -> list[ContentsEntry]:
    """Return the entries in the order of the booklet; the venue may stand below the welcome."""
    locale = print_locale(event)
    topics = (_topics(each, event, locale) for each in posters)
    before, after = list(_before(event)), list(_after(event))
    if venue_first:
        before[1:1] = [each for each in after if each.anchor == VENUE]
        after = [each for each in after if each.anchor != VENUE]
    return [*before, *chain.from_iterable(topics), *after]


def is_compact(posters: Sequence[PosterSession]) -> bool:
    """Return whether papers on boards are so few, or so few a topic, that none has an opener."""
    listed = [group for each in posters for group in each.groups]
    count = sum(len(group.papers) for group in listed)
    return count < max(_FEW, _FEW_OF_A_TOPIC * len(listed))


def is_divided(posters: PosterSession) -> bool:
    """Return whether the papers of a poster session are in groups that have names."""
    return len(posters.groups) > 1 or not posters.groups[0].other


def chapter_title(posters: PosterSession, locale: PrintLocale) -> str:
    """Return what the lists of a poster session are called."""
    title = posters.session.title
    if not posters.several or str(posters.number) in re.findall(r"\d+", title):
        return title
    return locale.word("chapter-session", title=title, number=posters.number)


def other_title(event: Event) -> str:
    """Return what papers are called that are in no poster session: others, if some are in one."""
    others = len(other_papers(event)) < len(event.papers) - len(remote_papers(event))
    return print_locale(event).word("other-papers" if others else "papers")


def is_told_of_keynotes(event: Event) -> bool:
    """Return whether there is more to say of the keynotes than the list of sessions does."""
    abstracts = event.orders.program.abstracts
    keynotes = [each for each in event.program.sessions if each.kind is Kind.KEYNOTE]
    speakers = [person for each in keynotes for person in people(event, each.speakers)]
    about = any(person.bio or person.photo or person.position for person in speakers)
    return about or (abstracts and any(each.abstract for each in keynotes))


def about_venue(event: Event) -> bool:
    """Return whether there is more to say of the venue than the cover and the back do."""
    workshop, venue = event.workshop, event.workshop.venue
    more = (venue.address, venue.directions, venue.rooms[1:], workshop.host, workshop.attendance)
    levels = [room.level for room in venue.rooms]
    return any((*more, *levels, workshop.contact, workshop.sponsors))


def _before(event: Event) -> Iterator[ContentsEntry]:
    sessions, word = event.program.sessions, print_locale(event).word
    if event.workshop.welcome:
        yield ContentsEntry(word("welcome"), "welcome")
    if sessions:
        yield from _days(event)
        yield ContentsEntry(word("sessions"), "sessions")
    if is_told_of_keynotes(event):
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
    """Yield the sessions of lightning talks; of those with one title it is said when they are.

    Other talks stand among the sessions.
    """
    sessions = [
        session
        for session in event.program.sessions
        if session.talks and session.kind is Kind.LIGHTNING
    ]
    titles = Counter(session.title for session in sessions)
    time = when(event)
    for session in sessions:
        note = time(session) if titles[session.title] > 1 else ""
        yield ContentsEntry(session.title, f"lightning-{session.id}", note)


def _after(event: Event) -> Iterator[ContentsEntry]:
    word = print_locale(event).word
    if other_papers(event):
        yield ContentsEntry(other_title(event), "other-papers")
    if remote_papers(event):
        yield ContentsEntry(word("remote-papers"), "remote")
    if event.having(Role.ORGANIZER):
        yield ContentsEntry(word("organizers"), "organizers")
    elif lists := [each for each in people_lists(event) if not (each.role and about_venue(event))]:
        yield ContentsEntry(lists[0].heading, "organizers")
    if about_venue(event):
        yield ContentsEntry(word("room-and-venue"), VENUE)
    if event.workshop.sponsors:
        yield ContentsEntry(word("sponsors"), "sponsors")
    if index.is_shown(event):
        yield ContentsEntry(word("index-of-people"), "index")


def _topics(posters: PosterSession, event: Event, locale: PrintLocale) -> Iterator[ContentsEntry]:
    session = posters.session
    title = chapter_title(posters, locale)
    groups = posters.groups
    divided = is_divided(posters)
    yield ContentsEntry(title, topic_anchor(posters, 0), when(event)(session), divided=divided)
    for at, block in enumerate(groups if divided else ()):
        boards = board_span(block.first, block.last)
        yield ContentsEntry(block.name, topic_anchor(posters, at), boards, block.topic)
