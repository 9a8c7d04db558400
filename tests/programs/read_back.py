"""An event as it was loaded, written again as a program in the neutral form."""

from typing import Any, cast

from mi_print.event.model import Event, Paper, Person, Session, Talk

Item = dict[str, Any]


def program(event: Event) -> Item:
    """Return the program that an event is, with what it does not say left out."""
    workshop = event.workshop
    said = {
        "name": workshop.name,
        "host": workshop.host.name if workshop.host else None,
        "place": workshop.host.place if workshop.host else None,
        "timezone": workshop.timezone,
        "lang": workshop.lang,
        "venue": workshop.venue.name,
        "days": [day.isoformat() for day in workshop.days],
        "rooms": [room.name for room in workshop.venue.rooms],
        "contact": {"email": workshop.contact.email} if workshop.contact else None,
        "about": list(workshop.about),
        "roles": [role.label for role in workshop.roles.values()],
        "people": [_person(each, event) for each in workshop.people],
        "sponsors": [_fields(each, "name", "level", "logo") for each in workshop.sponsors],
        "sessions": [_session(each) for each in event.program.sessions],
        "papers": [_paper(each) for each in event.papers],
    }
    return cast("Item", _kept(said))


def _person(person: Person, event: Event) -> Item:
    labels = event.workshop.roles
    said = _fields(person, "id", "name", "given", "family", "affiliation", "position", "url", "bio")
    roles = [labels[role].label if role in labels else role for role in person.roles]
    return said | {"roles": roles}


def _session(session: Session) -> Item:
    said = _fields(session, "id", "track", "title", "subtitle", "lang", "within", "kind")
    return said | {
        "abstract": "\n\n".join(session.abstract),
        "day": str(session.day),
        "start": f"{session.start:%H:%M}",
        "end": f"{session.end:%H:%M}" if session.end else None,
        "room": session.room,
        "chair": session.chair.name if session.chair else None,
        "speakers": [each.person for each in session.speakers],
        "talks": [_talk(each) for each in session.talks],
    }


def _talk(talk: Talk) -> Item:
    return _fields(talk, "minutes", "paper") | {
        "title": talk.title,
        "start": f"{talk.start:%H:%M}" if talk.start else None,
        "speakers": [each.person for each in talk.speakers],
    }


def _paper(paper: Paper) -> Item:
    said = _fields(paper, "id", "title", "category", "type", "url")
    sessions = list(paper.boards) or paper.session
    board = next(iter(paper.boards.values())) if paper.boards else paper.board
    return said | {
        "authors": [
            _fields(each, "name", "given", "family", "affiliation") for each in paper.authors
        ],
        "abstract": "\n\n".join(paper.abstract),
        "session": sessions,
        "board": None if board is None else str(board),
        "topics": [paper.topic] if paper.topic else [],
        "awards": list(paper.awards),
    }


def _fields(part: object, *names: str) -> Item:
    return {name: getattr(part, name) for name in names}


def _kept(said: object) -> object:
    """Return what has a value, at every depth."""
    if isinstance(said, dict):
        kept = {key: _kept(value) for key, value in said.items()}
        return {key: value for key, value in kept.items() if value not in (None, "", [], {})}
    return [_kept(each) for each in said] if isinstance(said, list) else said
