"""Sessions in the order of time, and day by day."""

import datetime as dt
from collections.abc import Iterable, Sequence

from mi_print.event.model import Event, Session


def in_time(sessions: Iterable[Session], rooms: Sequence[str]) -> list[Session]:
    """Return sessions by their start; of those that start together what is within one follows it.

    Where nothing is within another, they stand in the order of their rooms, and of one room
    what ends earlier comes first.

    Args:
        sessions: in the order of the data.
        rooms: the names of the venue's rooms.  A session that names none is taken to be in the
            first, and other places follow.
    """
    listed = list(sessions)
    numbers = {room: number for number, room in enumerate(rooms)}
    own = {
        each.id: (
            each.starts,
            numbers.get(each.room, len(numbers)) if each.room else 0,
            each.ends or each.starts,
            place,
        )
        for place, each in enumerate(listed)
    }

    def key(session: Session) -> tuple[object, ...]:
        inner = session.within in own
        group = own[session.within if inner and session.within else session.id]
        return session.starts, group, inner, own[session.id]

    return sorted(listed, key=key)


def by_day(sessions: Iterable[Session]) -> dict[dt.date, list[Session]]:
    """Return the sessions of each day that has any, days in their order, sessions in theirs."""
    found: dict[dt.date, list[Session]] = {}
    for session in sessions:
        found.setdefault(session.starts.date(), []).append(session)
    return dict(sorted(found.items()))


def of_several_days(event: Event) -> bool:
    """Return whether a time needs its day to be understood."""
    return len(event.workshop.days) > 1
