"""What a sign says, field by field, for layouts of signage with slots.

A slot holds a field and decides nothing.  What comes several times on a card
(papers, lines, sessions) is numbered: `title_1`, `title_2`.  Numbers that no
card reaches are there and empty, so that a layout with room for two papers
also serves a workshop with one.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from mi_print.event.model import Direction, Event, Notice, Session
from mi_print.event.queries import PosterSession, board_span, poster_sessions
from mi_print.layout.template_api.qr import joining
from mi_print.layout.text.typography import NO_BREAK_SPACE, stretch, typographic
from mi_print.products.signage import board_cards, reserved_seats
from mi_print.products.signage.sign_context import DoorSign, cards

Fields = dict[str, object]

_NUMBERS = 9
"""As many of everything numbered every record has, and more if a card needs them."""


def sign_records(kind: str, event: Event) -> list[Mapping[str, object]]:
    """Return the records of a kind, one for each card, all with the same fields.

    A field of which a card has nothing is empty.  docs/signage.md names the
    fields; a kind that is not known has no records.
    """
    known = kind in RECORDS
    found = [_flat(RECORDS[kind](card, event)) for card in cards(kind, event)] if known else []
    names = dict.fromkeys(name for record in found for name in record)
    return [{name: record.get(name, "") for name in names} for record in found]


def said(record: Mapping[str, object]) -> dict[str, str]:
    """Return what there is to stamp of a record."""
    return {name: str(value) for name, value in record.items() if value not in {"", None}}


def _flat(record: Fields) -> Fields:
    """Return a record with its texts as they are printed, and what comes several times numbered."""
    found: Fields = {}
    for name, value in record.items():
        values = {name: value}
        if isinstance(value, list):
            count = max(len(value), _NUMBERS)
            rest = [""] * (count - len(value))
            values = {f"{name}_{number}": each for number, each in enumerate([*value, *rest], 1)}
        for numbered, each in values.items():
            text = "" if each is None else each
            as_it_is = name in _AS_IT_IS or not isinstance(text, str)
            found[numbered] = text if as_it_is else typographic(str(text))
    return found


_AS_IT_IS = frozenset({"id", "url", "code", "network", "password", "lang", "arrow"})


def _board(board: board_cards.Board, _: Event) -> Fields:
    papers = [slot.paper for slot in board.slots]
    return {
        "number": str(board.number),
        "session": [_session(slot.posters, several=len(papers) > 1) for slot in board.slots],
        "time": [_time(slot.posters.session) for slot in board.slots],
        "topic": [slot.block.name if slot.block else "" for slot in board.slots],
        "arc": [slot.block.topic if slot.block else "" for slot in board.slots],
        "title": [paper.title if paper else "" for paper in papers],
        "authors": [_names(paper.authors) if paper else "" for paper in papers],
        "url": [paper.url if paper else "" for paper in papers],
        "lang": [paper.lang if paper else "" for paper in papers],
    }


def _names(names: Sequence[str]) -> str:
    """Return names of which a line takes whole ones only."""
    return ", ".join(name.replace(" ", NO_BREAK_SPACE) for name in names)


def _range(sign: board_cards.BoardRange, event: Event) -> Fields:
    return {
        "boards": board_span(sign.block.first, sign.block.last),
        "topic": sign.block.name,
        "arc": sign.block.topic,
        "session": _session(sign.posters, several=_several(event)),
        "time": _time(sign.posters.session),
    }


def _list(posters: PosterSession, event: Event) -> Fields:
    return {
        "boards": board_span(*posters.boards),
        "session": _session(posters, several=_several(event)),
        "time": _time(posters.session),
    }


def _door(door: DoorSign, _: Event) -> Fields:
    return {"room": door.room, **_sessions(door.sessions)}


def _seat(seat: reserved_seats.ReservedSeat, _: Event) -> Fields:
    person = seat.person
    about = {"name": person.name, "affiliation": person.affiliation, "lang": person.lang}
    return {**about, "role": seat.role, **_sessions(seat.sessions)}


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
        "code": joining(wifi.network, wifi.password) if wifi else notice.url,
    }


def _several(event: Event) -> bool:
    return len(poster_sessions(event)) > 1


def _session(posters: PosterSession, *, several: bool) -> str:
    """Return what a poster session is called on a card: by its number, if there are several."""
    return f"Session {posters.number}" if several else posters.session.title


def _sessions(sessions: Sequence[Session]) -> Fields:
    return {"session": [each.title for each in sessions], "time": [*map(_time, sessions)]}


def _time(session: Session) -> str:
    return stretch(session.start, session.end)


RECORDS: Mapping[str, Callable[[Any, Event], Fields]] = {
    "board-cards": _board,
    "range-signs": _range,
    "poster-lists": _list,
    "door-sign": _door,
    "reserved-seats": _seat,
    "direction-signs": _direction,
    "time-cards": lambda minutes, _: {"minutes": str(minutes or "")},
    "notices": _notice,
}
"""By kind of sign: what one of its cards says."""
