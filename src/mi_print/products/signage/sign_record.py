"""The kinds of sign: what a card of each is made for, and what it says, field by field.

A layout gets its kind's cards, one for each page; a layout with slots gets
their fields as records.  What comes several times on a card (papers, lines,
sessions) is numbered: `title_1`, `title_2`.  Every record has the same
numbers, empty where a card has fewer, so that a layout with room for two
papers also serves a workshop with one.
"""

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mi_print.event.model import Direction, Event, Notice, Paper, Session
from mi_print.event.queries import PosterSession, board_span, poster_sessions, print_locale
from mi_print.layout.text.typography import NO_BREAK_SPACE, typographic
from mi_print.products.schedule.when import when
from mi_print.products.signage import board_cards, board_ranges, direction_names, reserved_seats
from mi_print.products.signage.poster_entry import paper_notes
from mi_print.products.signage.rooms import chair_sheets, doors
from mi_print.trade.qr_code import wifi_text

Fields = dict[str, object]


_NUMBERS = 9
"""As many of everything numbered every record has, and more if a card needs them."""

_MOST_NAMES = 100
"""Authors of a paper that a card names."""
_FEW_NAMES = 10
"""The same where there is hardly room."""


def cards(kind: str, event: Event) -> Sequence[object]:
    """Return a card for each page of a kind, none if the data has nothing for it.

    A kind that is not known here has one page without a card.
    """
    return SIGN_KINDS[kind].cards(event) if kind in SIGN_KINDS else [None]


def sign_records(kind: str, event: Event) -> list[Mapping[str, object]]:
    """Return the records of a kind, one for each card, all with the same fields.

    A field of which a card has nothing is empty.  docs/signage.md names the
    fields; a kind that is not known has no records.
    """
    sign = SIGN_KINDS.get(kind)
    found = [_flat(sign.record(card, event)) for card in sign.cards(event)] if sign else []
    names = dict.fromkeys(name for record in found for name in record)
    return [{name: record.get(name, "") for name in names} for record in found]


def _flat(record: Fields) -> Fields:
    """Return a record with its texts as they are printed, and its lists as numbered fields."""
    found: Fields = {}
    for name, value in record.items():
        values = value if isinstance(value, list) else [value]
        verbatim = name in _VERBATIM
        said = [
            ("" if text is None else text)
            if verbatim or not isinstance(text, str)
            else typographic(text)
            for text in values
        ]
        if isinstance(value, list):
            said += [""] * (_NUMBERS - len(said))
            found |= zip(_numbered(name, len(said)), said, strict=True)
        else:
            found[name] = said[0]
    return found


@functools.cache
def _numbered(name: str, count: int) -> tuple[str, ...]:
    return tuple(f"{name}_{number}" for number in range(1, count + 1))


_VERBATIM = frozenset({"id", "url", "code", "network", "password", "lang", "arrow"})


def _board(board: board_cards.Board, event: Event) -> Fields:
    papers = [slot.paper for slot in board.slots]
    return {
        "number": str(board.number),
        "session": [_session(slot.posters, event) for slot in board.slots],
        "time": [_time(slot.posters.session, event) for slot in board.slots],
        "topic": [slot.block.name if slot.block else "" for slot in board.slots],
        "arc": [slot.block.topic if slot.block else "" for slot in board.slots],
        "title": [paper.title if paper else "" for paper in papers],
        "authors": [_names(paper.authors, event) if paper else "" for paper in papers],
        "few_authors": [
            _names(paper.authors, event, _FEW_NAMES) if paper else "" for paper in papers
        ],
        "notes": [_notes(paper, event) if paper else "" for paper in papers],
        "url": [paper.url if paper else "" for paper in papers],
        "lang": [paper.lang if paper else "" for paper in papers],
    }


def _notes(paper: Paper, event: Event) -> str:
    """Return what is special about a paper."""
    locale = print_locale(event)
    spotlight = [locale.word("spotlight-talk")] if paper.spotlight else []
    return locale.separated([*spotlight, *paper_notes(paper)])


def _names(names: Sequence[str], event: Event, most: int = _MOST_NAMES) -> str:
    """Return names of which a line takes whole ones only; of very many, how many there are more."""
    locale, shown = print_locale(event), list(names)
    if len(names) > most + 1:
        rest = len(names) - most
        shown[most:] = [locale.word("more-authors", n=rest)]
    return locale.separated(name.replace(" ", NO_BREAK_SPACE) for name in shown)


def _range(sign: board_ranges.BoardRange, event: Event) -> Fields:
    together = print_locale(event).separated
    return {
        "boards": sign.span,
        "topic": sign.block.name,
        "arc": sign.block.topic,
        "session": together(_session(posters, event) for posters in sign.sessions),
        "time": together(_time(posters.session, event) for posters in sign.sessions),
    }


def _list(posters: PosterSession, event: Event) -> Fields:
    return {
        "boards": board_span(*posters.boards),
        "session": _session(posters, event),
        "time": _time(posters.session, event),
    }


def _door(door: doors.DoorSign, event: Event) -> Fields:
    time = print_locale(event).stretch
    return {
        "room": door.room,
        "date": print_locale(event).weekday_full(door.date),
        "session": [session.title for session in door.sessions],
        "time": [time(session.start, session.end) for session in door.sessions],
    }


def _chair(sheet: chair_sheets.ChairSheet, event: Event) -> Fields:
    locale = print_locale(event)
    talks = sheet.talks
    speakers = ([*talk.speakers, *talk.authors] for talk in talks)
    return {
        "session": sheet.session.title,
        "time": _time(sheet.session, event),
        "room": sheet.room,
        "chair": sheet.chair.name if sheet.chair else "",
        "pronunciation": sheet.chair.pronunciation if sheet.chair else "",
        "next": sheet.following.title if sheet.following else "",
        "next_time": locale.time(sheet.following.start) if sheet.following else "",
        "start": [locale.time(talk.start) if talk.start else "" for talk in talks],
        "minutes": [str(talk.minutes or "") for talk in talks],
        "speakers": [locale.separated(person.name for person in each) for each in speakers],
        "talk": [talk.title for talk in talks],
    }


def _unsaid(event: Event) -> str:
    count = chair_sheets.unsaid(event)
    sessions = "a session" if count == 1 else f"{count} sessions"
    return f"no chair's sheet for {sessions} of which the chair alone is known" if count else ""


def _seat(seat: reserved_seats.ReservedSeat, event: Event) -> Fields:
    person = seat.person
    about = {"name": person.name, "affiliation": person.affiliation, "lang": person.lang}
    return {**about, "role": seat.role, **_sessions(seat.sessions, event)}


def _direction(sign: Direction, event: Event) -> Fields:
    text = sign.text or event.workshop.name
    return {"id": sign.id, "text": text, "to": list(sign.to), "arrow": sign.arrow}


def _notice(notice: Notice, _: Event) -> Fields:
    wifi = notice.wifi
    return {
        "id": notice.id,
        "title": notice.title,
        "line": list(notice.lines),
        "network": wifi.network if wifi else "",
        "password": wifi.password if wifi else "",
        "url": notice.url,
        "code": wifi_text(wifi.network, wifi.password) if wifi else notice.url,
    }


def _session(posters: PosterSession, event: Event) -> str:
    """Return what a poster session is called on a card: by its number, if there are several."""
    word = print_locale(event).word
    return word("session", number=posters.number) if posters.several else posters.session.title


def _sessions(sessions: Sequence[Session], event: Event) -> Fields:
    times = [_time(session, event) for session in sessions]
    return {"session": [session.title for session in sessions], "time": times}


def _time(session: Session, event: Event) -> str:
    return when(event)(session)


@dataclass(frozen=True, slots=True)
class SignKind:
    """A kind of sign that mi-print knows.

    Attributes:
        cards: the event's, one for each page; none if the data has nothing for this kind.
        record: the fields of a card, for layouts with slots.
        whole: a numbered field all of which a layout with slots for it must show.
        less: what has no card though the data names it, in a line; nothing if all have.
    """

    cards: Callable[[Event], Sequence[Any]]
    record: Callable[[Any, Event], Fields]
    whole: str = ""
    less: Callable[[Event], str] = lambda _: ""


SIGN_KINDS: Mapping[str, SignKind] = {
    "board-cards": SignKind(
        lambda event: board_cards.boards(poster_sessions(event)), _board, whole="title"
    ),
    "range-signs": SignKind(lambda event: board_ranges.ranges(poster_sessions(event)), _range),
    "poster-lists": SignKind(poster_sessions, _list),
    "door-sign": SignKind(doors.doors, _door),
    "chair-sheets": SignKind(chair_sheets.chair_sheets, _chair, less=_unsaid),
    "reserved-seats": SignKind(
        lambda event: reserved_seats.seats(event) if event.signs.reserved else [], _seat
    ),
    "direction-signs": SignKind(direction_names.directions, _direction),
    "time-cards": SignKind(
        lambda event: [*event.signs.times, 0], lambda minutes, _: {"minutes": str(minutes or "")}
    ),
    "notices": SignKind(lambda event: event.signs.notices, _notice),
}
"""By name.  Of any other kind a project may have layouts, which set what they like of the event."""
