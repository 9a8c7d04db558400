"""The signs beside the doors: a room, and what happens there on a day."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from mi_print.event.chronology import by_day, in_time
from mi_print.event.model import Event, Session


@dataclass(frozen=True, slots=True)
class DoorSign:
    """A room, and what happens there on a day."""

    room: str
    sessions: list[Session]
    date: dt.date


def doors(event: Event) -> list[DoorSign]:
    """Return the rooms of each day, in the order of the data or else of the day.

    What is elsewhere has no door.  Of a venue without a room there is one, with its name.
    """
    sessions = event.program.sessions
    by_id = {session.id: session for session in sessions}
    order = {room.name: number for number, room in enumerate(event.workshop.venue.rooms)}
    found = []
    for date, of_day in by_day(sessions).items():
        rooms: dict[str, list[Session]] = {}
        for session in in_time(of_day):
            if room := _room(session, by_id, event):
                rooms.setdefault(room, []).append(session)
        ordered = sorted(rooms, key=lambda room: order.get(room, 0))
        found += [DoorSign(room, rooms[room], date) for room in ordered]
    return found


def _room(session: Session, by_id: Mapping[str, Session], event: Event) -> str | None:
    """Return the room of a session, or that of the one that it is within; `None` if elsewhere."""
    venue = event.workshop.venue
    outer = by_id.get(session.within or "")
    here = session if session.room or outer is None else outer
    if here.place:
        return None
    return here.room or venue.room or (None if venue.rooms else venue.name)
