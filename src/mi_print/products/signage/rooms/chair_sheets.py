"""What whoever chairs a session must know: who speaks, when, about what, how names are said."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mi_print.event.chronology import by_day, in_time
from mi_print.event.model import Event, Kind, Paper, Person, Session, Talk
from mi_print.event.queries import people, poster_sessions, spotlights
from mi_print.products.signage.rooms.doors import room_of


@dataclass(frozen=True, slots=True)
class ChairTalk:
    """A talk, or somebody who speaks in a session without talks.

    Attributes:
        start: when it begins, if it has a time of its own.
        minutes: how long it takes, if that is known.
        speakers: those who are introduced.
        authors: those who are only named, since nobody says which of them speak.
        title: the talk's, or none.
        lang: the language of the title, if not the event's.
    """

    start: dt.time | None
    minutes: int | None
    speakers: Sequence[Person]
    authors: Sequence[Person] = ()
    title: str = ""
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class ChairSheet:
    """A session in which somebody speaks: where, under whom, its talks, and what is there next."""

    session: Session
    room: str | None
    chair: Person | None
    talks: Sequence[ChairTalk]
    following: Session | None = None


def chair_sheets(event: Event) -> list[ChairSheet]:
    """Return the sheets of all days, session by session.

    One of which nobody knows who speaks has none: a sheet would say no more than the program.
    """
    return [sheet for sheet in _sheets(event) if sheet.talks]


def unsaid(event: Event) -> int:
    """Return how many sessions have a chair, but nobody who is known to speak."""
    return sum(not sheet.talks for sheet in _sheets(event))


def _sheets(event: Event) -> list[ChairSheet]:
    """Return a sheet for each session that somebody chairs or in which somebody speaks."""
    sessions = event.program.sessions
    by_id = {session.id: session for session in sessions}
    papers = {paper.id: paper for paper in event.papers}
    shown = {posters.session.id: posters.papers for posters in poster_sessions(event)}
    found = []
    for of_day in by_day(sessions).values():
        ordered = in_time(of_day, event.workshop.venue.room_names)
        rooms = [room_of(session, by_id, event) for session in ordered]
        for session, room in zip(ordered, rooms, strict=True):
            pitched = _pitched(session, shown)
            talks = [*_talks(session, event, papers), *_of_papers(pitched, event)]
            if talks or session.chair:
                chair = event.somebody(session.chair) if session.chair else None
                here = [each for each, own in zip(ordered, rooms, strict=True) if own == room]
                later = _following(session, here)
                found.append(ChairSheet(session, room, chair, talks, later))
    return found


def _following(session: Session, here: Sequence[Session]) -> Session | None:
    """Return the first of the sessions in a room that begins when one is over."""
    over = session.ends or session.starts
    later = (each for each in here if each.starts >= over and each.starts > session.starts)
    return next(later, None)


def _talks(session: Session, event: Event, papers: Mapping[str, Paper]) -> Iterator[ChairTalk]:
    """Yield who speaks before the talks of a session, and these."""
    for person in people(event, session.speakers):
        yield ChairTalk(None, None, [person])
    for talk in session.talks:
        paper = papers.get(talk.paper or "")
        yield ChairTalk(
            talk.start,
            talk.minutes,
            *_who(talk, paper, event),
            title=talk.title or "",
            lang=paper.lang if paper and talk.title == paper.title else None,
        )


def _pitched(session: Session, shown: Mapping[str, Sequence[Paper]]) -> list[Paper]:
    """Return the papers that speak in a session of spotlights, though no talk of it says so."""
    if session.kind is not Kind.SPOTLIGHTS:
        return []
    said = {talk.paper for talk in session.talks}
    listed = spotlights(shown.get(session.posters or "", ()), session.talks)
    return [paper for paper in listed if paper.id not in said]


def _of_papers(papers: Sequence[Paper], event: Event) -> Iterator[ChairTalk]:
    for paper in papers:
        authors = people(event, paper.authors)
        yield ChairTalk(None, None, [], authors, paper.title, paper.lang)


def _who(talk: Talk, paper: Paper | None, event: Event) -> tuple[list[Person], list[Person]]:
    """Return who is introduced, and who is only named."""
    if talk.speakers or paper is None:
        return people(event, talk.speakers), []
    return [], people(event, paper.authors)
