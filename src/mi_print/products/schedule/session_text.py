"""What a session is called: by who speaks or by its title, and what it adds to that."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mi_print.event.model import Event, Kind, Session
from mi_print.event.queries import (
    PosterSession,
    board_span,
    people,
    poster_sessions,
    print_locale,
)
from mi_print.language.print_locale import PrintLocale, capitalized
from mi_print.layout.text.typography import bound

QUIET = frozenset({Kind.SOCIAL, Kind.BREAK, Kind.REGISTRATION})
"""Sessions in which nobody speaks, set in regular weight."""


@dataclass(frozen=True, slots=True)
class SessionText:
    """A session in a row: who or what it is, what it adds, the id of where more stands.

    `where` is its room or place, if that is not the venue's room.
    """

    who: str
    what: str = ""
    anchor: str = ""
    where: str = ""


_MARKS = ("?", "!", ".", "…", "？", "！", "。")
"""What ends a title, after which there is no comma."""


def with_place(said: str, where: str, locale: PrintLocale) -> tuple[str, str]:
    """Return what is said of a session with where that is, and the latter as it stands there."""
    if where and said.endswith(_MARKS):
        return f"{said} ({where})", f"({where})"
    return locale.separated([said, where]) if where else said, where


def session_text(
    session: Session, event: Event, posters: Mapping[str, PosterSession]
) -> SessionText:
    """Return what a row says of a session; `posters` are the poster sessions by id."""
    room = event.workshop.venue.room or ""
    where = session.room or room
    text = _text(session, event, posters)
    return dataclasses.replace(text, where="" if where.casefold() == room.casefold() else where)


def _text(session: Session, event: Event, posters: Mapping[str, PosterSession]) -> SessionText:
    several = len(posters) > 1
    here = f"session-{session.id}"
    locale = print_locale(event)
    if session.id in posters:
        found = posters[session.id]
        boards = boards_in_words(found, locale, several=several)
        return SessionText(session.title, boards, topic_anchor(found, 0))
    if session.kind is Kind.SPOTLIGHTS and session.posters and session.posters in posters:
        number = locale.word("session", number=posters[session.posters].number) if several else ""
        return SessionText(session.title, number, here)
    if session.talks:
        return SessionText(session.title, _of_talks(session, locale), f"lightning-{session.id}")
    if session.speakers:
        names = locale.separated(person.name for person in people(event, session.speakers))
        keynote = session.kind is Kind.KEYNOTE
        return SessionText(names, session.title, f"keynote-{session.id}" if keynote else here)
    return SessionText(session.title)


def _of_talks(session: Session, locale: PrintLocale) -> str:
    """Return how many speak, at lightning talks or one in each talk; else how many talks."""
    speakers = {name for talk in session.talks for name in talk.speakers}
    told = not any(talk.paper and not talk.speakers for talk in session.talks)
    short = session.kind is Kind.LIGHTNING and bool(speakers) and told
    key = "speakers" if short or len(speakers) == len(session.talks) else "talks"
    count = len(speakers if key == "speakers" else session.talks)
    return locale.word(key, n=count, number=capitalized(locale.numeral(count)))


def boards_in_words(posters: PosterSession, locale: PrintLocale, *, several: bool) -> str:
    """Return "Boards 3–9", if there are any, and of which session, if there are several."""
    first, last = posters.boards
    if first is None:
        return locale.word("session", number=posters.number) if several else ""
    key = "board" if first == last else "boards"
    span = {key: board_span(first, last)}
    if several:
        return locale.word(f"session-{key}", number=posters.number, **span)
    return locale.word(key, **span)


def session_texts(event: Event) -> Callable[[Session], SessionText]:
    """Return what gives the text of each of the event's sessions."""
    posters = {each.session.id: each for each in poster_sessions(event)}
    return lambda session: session_text(session, event, posters)


def with_bound_names(text: SessionText, session: Session, event: Event) -> SessionText:
    """Return a text in which no line ends within a name, if speakers are who it is."""
    speakers = people(event, session.speakers)
    separated = print_locale(event).separated
    if not speakers or text.who != separated(person.name for person in speakers):
        return text
    return dataclasses.replace(text, who=separated(bound(person.name) for person in speakers))


def topic_anchor(posters: PosterSession, block: int) -> str:
    """Return the id of a topic's opener."""
    return f"topic-{posters.number}-{block}"
