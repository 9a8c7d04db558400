"""What the booklet says of each session: in detail, among keynotes, among lightning talks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from mi_print.event.chronology import by_day, in_time, of_several_days
from mi_print.event.model import Event, Kind, Paper, Person, Session, Talk
from mi_print.event.queries import (
    PosterSession,
    other_papers,
    people,
    poster_sessions,
    spotlights,
)
from mi_print.layout.text.typography import bound
from mi_print.products.booklet.contents import is_divided, is_told_of_keynotes
from mi_print.products.schedule.day_pages import main_room
from mi_print.products.schedule.session_text import QUIET, session_text, with_bound_names

Part = dict[str, object]


def session_parts(event: Event) -> dict[str, list[Part]]:
    """Return the variables `sessions`, `keynotes`, and `lightning`."""
    parts = _SessionParts(event)
    sessions = event.program.sessions
    return {
        "sessions": parts.sessions(),
        "keynotes": [parts.keynote(each) for each in sessions if each.kind is Kind.KEYNOTE],
        "lightning": [parts.talks(each) for each in sessions if each.talks],
    }


def said_of(persons: Iterable[Person]) -> list[str]:
    """Return names, with the affiliation behind the last of those who follow each other with it."""
    found = []
    for place, some in groupby(persons, lambda person: person.affiliation):
        names = [bound(person.name) for person in some]
        found += [*names[:-1], f"{names[-1]} ({place})" if place else names[-1]]
    return found


def beside_places(persons: Iterable[Person]) -> list[tuple[list[str], str]]:
    """Return names that follow each other with one affiliation, and that."""
    return [
        ([bound(person.name) for person in some], place or "")
        for place, some in groupby(persons, lambda person: person.affiliation)
    ]


@dataclass(frozen=True)
class _SessionParts:
    """What is asked of one event again and again."""

    event: Event

    @cached_property
    def posters(self) -> dict[str, PosterSession]:
        return {each.session.id: each for each in poster_sessions(self.event)}

    @cached_property
    def papers(self) -> Mapping[str, Paper]:
        return {paper.id: paper for paper in self.event.papers}

    @cached_property
    def listed(self) -> dict[str, Paper]:
        """The papers that stand in a list of their own, as they stand there first, by id."""
        found = {paper.id: paper for paper in other_papers(self.event)}
        found |= {paper.id: paper for paper in self.event.papers if paper.remote}
        for session in reversed(self.posters.values()):
            found |= {paper.id: paper for paper in session.papers}
        return found

    @cached_property
    def told(self) -> bool:
        """Whether keynotes have a chapter of their own."""
        return is_told_of_keynotes(self.event)

    @cached_property
    def rooms(self) -> set[str | None]:
        """Where the sessions are; of one that has speakers or papers it may not be known."""
        sessions = self.event.program.sessions
        own = self.event.workshop.venue.room
        return {each.room or own for each in sessions if each.room or each.kind not in QUIET}

    def where(self, session: Session) -> str:
        """Return where a session is, if not all are there."""
        elsewhere = len(self.rooms) > 1 or session.room != main_room(self.event)
        return session.room or "" if elsewhere else ""

    def abstract(self, part: Session | Talk) -> tuple[str, ...]:
        """Return an abstract, if it is printed: of a talk, that of its paper if it has none."""
        if not self.event.orders.program.abstracts:
            return ()
        own = tuple(part.abstract)
        if own or isinstance(part, Session) or not part.paper or part.paper in self.listed:
            return own
        return tuple(self.papers[part.paper].abstract) if part.paper in self.papers else ()

    def sessions(self) -> list[Part]:
        """Return each session, day by day; `day` of the first of one of several."""
        found = []
        several = of_several_days(self.event)
        for day, sessions in by_day(self.event.program.sessions).items():
            rooms = self.event.workshop.venue.room_names
            for at, session in enumerate(in_time(sessions, rooms) if len(rooms) > 1 else sessions):
                found.append(self.session(session) | {"day": day if at == 0 and several else None})
        return found

    def session(self, session: Session) -> Part:
        text = with_bound_names(
            session_text(session, self.event, self.posters), session, self.event
        )
        before = None
        if session.kind is Kind.SPOTLIGHTS:
            before = self.posters.get(session.posters or "")
        here = self.posters.get(session.id)
        boards = {paper.id: paper.board for paper in before.papers} if before else {}
        talks = [] if session.kind is Kind.LIGHTNING else self.talks(session)["talks"]
        return {
            "session": session,
            "quiet": session.kind in QUIET,
            "who": text.who,
            "voices": self.voices(session),
            "what": text.what,
            "where": self.where(session),
            "anchor": "" if text.anchor == f"session-{session.id}" else text.anchor,
            "spotlights": spotlights(before.papers, session.talks) if before else [],
            "boards": boards,
            "talks": talks,
            "abstract": () if session.kind is Kind.KEYNOTE else self.abstract(session),
            "blocks": here.groups if here and is_divided(here) else [],
            "number": here.number if here else None,
        }

    def voices(self, session: Session) -> list[tuple[list[str], str]]:
        """Return who gives a keynote, and from where, if no other chapter says that."""
        if self.told or session.kind is not Kind.KEYNOTE:
            return []
        return beside_places(people(self.event, session.speakers))

    def keynote(self, session: Session) -> Part:
        return {
            "session": session,
            "people": people(self.event, session.speakers),
            "where": self.where(session),
            "abstract": self.abstract(session),
        }

    def talks(self, session: Session) -> Part:
        return {
            "session": session,
            "talks": [self.talk(talk) for talk in session.talks],
            "where": self.where(session),
            "short": session.kind is Kind.LIGHTNING,
        }

    def beside(self, talk: Talk) -> list[str]:
        """Return the authors of a talk's paper who don't speak, if they stand in no list."""
        paper = self.papers.get(talk.paper or "")
        if not paper or not talk.speakers or paper.id in self.listed:
            return []
        spoken = {person.name for person in people(self.event, talk.speakers)}
        return [bound(str(each)) for each in paper.authors if each not in spoken]

    def talk(self, talk: Talk) -> Part:
        """Return a talk; who gives it are its speakers, or else the authors of its paper."""
        paper = self.papers.get(talk.paper or "")
        listed = self.listed.get(talk.paper or "")
        speakers = people(self.event, talk.speakers or (paper.authors if paper else ()))
        places = dict.fromkeys(person.affiliation for person in speakers if person.affiliation)
        return {
            "title": talk.title,
            "people": speakers,
            "affiliations": list(places),
            "said": [] if listed and not talk.speakers else said_of(speakers),
            "voices": [] if listed and not talk.speakers else beside_places(speakers),
            "talk": talk,
            "paper": paper,
            "listed": listed,
            "authors": paper.authors if paper and talk.speakers else (),
            "with": self.beside(talk),
            "abstract": self.abstract(talk),
        }
