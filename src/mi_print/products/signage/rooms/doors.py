"""The signs beside the doors: a room, and what happens there on a day."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mi_print.event.chronology import by_day, in_time
from mi_print.event.model import Event, Kind, Session


@dataclass(frozen=True, slots=True)
class DoorSign:
    """A room, and what happens there on a day."""

    room: str
    sessions: list[Session]
    date: dt.date


def doors(event: Event) -> list[DoorSign]:
    """Return the rooms of each day in the order of the data, then other places as the day goes.

    Of a venue without rooms its only one is the first; without that there is one with its name.
    A break that is nowhere is everybody's: it stands on the door of each room where nothing else
    is then.
    """
    sessions = event.program.sessions
    by_id = {session.id: session for session in sessions}
    venue = event.workshop.venue
    listed = [*venue.room_names] or [venue.room or venue.name]
    order = {name.casefold(): number for number, name in enumerate(listed)}
    found = []
    for date, of_day in by_day(sessions).items():
        rooms: dict[str, list[Session]] = {}
        names: dict[str, str] = {}
        everybody: list[Session] = []
        for session in in_time(of_day, venue.room_names):
            if room := room_of(session, by_id, event):
                names.setdefault(room.casefold(), room)
                rooms.setdefault(room.casefold(), []).append(session)
            elif session.kind is Kind.BREAK and session.within is None:
                everybody.append(session)
        for room in sorted(rooms, key=lambda room: order.get(room, len(order))):
            here = rooms[room]
            shared = [each for each in everybody if _between(each, here)]
            shown = in_time([*here, *shared], venue.room_names)
            found.append(DoorSign(names[room], shown, date))
    return found


def room_of(session: Session, by_id: Mapping[str, Session], event: Event) -> str | None:
    """Return where a session is, or the one that it is within; `None` if nobody says."""
    venue = event.workshop.venue
    outer = by_id.get(session.within or "")
    here = session if session.room or outer is None else outer
    return here.room or venue.room or (None if venue.rooms else venue.name)


def _between(pause: Session, sessions: Sequence[Session]) -> bool:
    """Return whether a break is after the first of some sessions, before the last, and in none."""
    first, last = sessions[0].starts, sessions[-1].starts
    return first < pause.starts < last and not any(_running(sessions, pause))


def _running(sessions: Iterable[Session], pause: Session) -> Iterable[bool]:
    ends = pause.ends or pause.starts
    for each in sessions:
        yield each.starts < ends and pause.starts < (each.ends or each.starts)
