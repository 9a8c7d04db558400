"""Rooms: those that sessions name, and sessions that are in one at the same time."""

import datetime as dt
from collections.abc import Iterator, Sequence

from mi_print.event.model import Session
from mi_print.event.partial_event import PartialEvent
from mi_print.problem import Problem, error, warning
from mi_print.source.located_values import Location
from mi_print.source.wording import nearest

Held = tuple[Location, Session]
"""A session and where it stands."""


def room_of(session: Session, draft: PartialEvent) -> str | None:
    """Return the room that a session takes up, folded; `None` if it is elsewhere or not known.

    A session within another is in its room, unless it names its own.  Where nothing
    is known of rooms, all are in one without a name.
    """
    if session.place:
        return None
    if session.room:
        return session.room.casefold()
    outer = draft.sessions_by_id.get(session.within or "")
    if outer and (outer.room or outer.place):
        return None if outer.place else (outer.room or "").casefold()
    venue = draft.venue
    rooms = venue.rooms if venue else ()
    if len(rooms) > 1:
        return None
    return (rooms[0].id if rooms else (venue and venue.room) or "").casefold()


def unknown_rooms(draft: PartialEvent) -> Iterator[Problem]:
    """A session in a room that is none of the venue's."""
    rooms = [room.id for room in draft.venue.rooms] if draft.venue else []
    for location, session in draft.sessions.items():
        if rooms and session.room and session.room not in rooms:
            hint = nearest(session.room, rooms) or "add it to the rooms in data/workshop.yaml"
            yield error(
                "unknown-room",
                f'no room has the id "{session.room}"',
                f"{hint}{'' if hint.endswith('?') else ';'} "
                "if it is elsewhere, write place: in place of room:",
                **draft.at("program", *location, "room"),
            )


def room_and_place(draft: PartialEvent) -> Iterator[Problem]:
    """A session in a room and elsewhere, or a venue whose room is said in two ways."""
    for location, session in draft.sessions.items():
        if session.room and session.place:
            yield error(
                "two-places",
                "this session has a room, and a place that is none of the rooms",
                "take one of the two out",
                **draft.at("program", *location, "place"),
            )
    if draft.venue and draft.venue.room and draft.venue.rooms:
        yield error(
            "two-places",
            "the venue has both room and rooms, and one of them says where the sessions are",
            "take room out, and let rooms list every room",
            **draft.at("workshop", "venue", "room", key=True),
        )


def repeated_rooms(draft: PartialEvent) -> Iterator[Problem]:
    """Two rooms with one id, or with one name: nobody could tell which is meant."""
    first: dict[tuple[str, str], int] = {}
    for index, room in enumerate(draft.venue.rooms if draft.venue else ()):
        for key, value in (("id", room.id), ("name", room.name)):
            here = ("workshop", "venue", "rooms", index, key)
            before = first.setdefault((key, value.casefold()), index)
            if before != index:
                line = draft.line("workshop", "venue", "rooms", before, key)
                yield error(
                    "duplicate-id",
                    f'the {key} "{value}" is given to two rooms, first on line {line}',
                    f"give one of them another {key}",
                    **draft.at(*here),
                )


def overlaps(draft: PartialEvent) -> Iterator[Problem]:
    """Two sessions at once in one room, unless one is a part of the other."""
    rooms: dict[str, list[Held]] = {}
    for location, session in draft.dated_sessions.items():
        room = room_of(session, draft)
        if room is not None and (session.minutes is None or session.minutes > 0):
            rooms.setdefault(room, []).append((location, session))
    outer = {session.within for session in draft.sessions.values()}
    for room, held in rooms.items():
        held.sort(key=lambda each: (each[1].starts, each[1].id not in outer))
        for location, session, other in _clashes(held, outer):
            begins = f'"{session.id}" starts at {session.start:%H:%M}'
            until = f"until {other.end:%H:%M}"
            place = draft.at("program", *location, "start")
            if room:
                message = f'{begins}, while "{other.id}" has the room {until}'
                hint = "change a time, or give one of them another room"
                yield error("overlap", message, hint, **place)
            else:
                message = f'{begins}, and "{other.id}" goes on {until}'
                hint = "change a time, or say in which room each is"
                yield warning("overlap", message, hint, **place)


def _clashes(
    held: Sequence[Held], outer: set[str | None]
) -> Iterator[tuple[Location, Session, Session]]:
    """Yield each session that begins while another goes on, and which one ends last.

    Of those that have parts two are kept, since of one of them a session may be a part.
    """
    inner: list[Session] = []
    outers: list[Session] = []
    for location, session in held:
        going_on = [
            each
            for each in (*inner, *outers)
            if each.ends and each.ends > session.starts and each.id != session.within
        ]
        if going_on:
            yield location, session, max(going_on, key=_end)
        if session.ends and session.id in outer:
            outers = sorted([*outers, session], key=_end)[-2:]
        elif session.ends:
            inner = sorted([*inner, session], key=_end)[-1:]


def _end(session: Session) -> dt.datetime:
    return session.ends or session.starts
