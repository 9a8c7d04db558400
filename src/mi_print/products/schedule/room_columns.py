"""Which sessions of a day stand in the columns of rooms, and which across several.

A session is in the column of its room.  Across all columns stands what is for everybody: a
break, an opening, a keynote beside which nothing happens.  A heading has no time of its own
on the page: of a session that has parts, and of one that goes on beside others in no room.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from mi_print.event.chronology import in_time
from mi_print.event.model import Kind, Session

_FOR_EVERYBODY = frozenset(
    {
        *(Kind.OPENING, Kind.CLOSING, Kind.KEYNOTE, Kind.PANEL),
        *(Kind.REGISTRATION, Kind.BREAK, Kind.SOCIAL),
    }
)

_SHARE = 1 / 3
"""Of the sessions in rooms that go on beside another, from which on a day has columns."""

_OPEN = dt.timedelta(hours=1)
"""How long what has no end takes, if nothing follows it in its room."""


@dataclass(frozen=True, slots=True)
class RoomSpan:
    """A session from one moment to another in the columns from `first` to `last`.

    `has_parts` tells whether others are within it.
    """

    session: Session
    starts: dt.datetime
    ends: dt.datetime
    first: int
    last: int
    has_parts: bool = False

    @property
    def heading(self) -> bool:
        """Whether it has no time of its own on the page."""
        return self.ends == self.starts

    def beside(self, other: "RoomSpan") -> bool:
        """Return whether the two have a column in common."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class RoomDay:
    """A day's rooms that have columns, and its sessions in them in the order of time."""

    rooms: list[str]
    spans: list[RoomSpan]

    def of(self, rooms: Sequence[str]) -> "RoomDay":
        """Return the day in some neighbouring rooms alone, and what is across them."""
        low = self.rooms.index(rooms[0])
        high = low + len(rooms) - 1
        spans = [
            replace(span, first=max(span.first, low) - low, last=min(span.last, high) - low)
            for span in self.spans
            if span.first <= high and low <= span.last
        ]
        return RoomDay(list(rooms), spans)


def room_day(sessions: Iterable[Session], rooms: Sequence[str], room: str) -> RoomDay | None:
    """Return a day in columns, or nothing if few go on in two rooms at one time.

    Nothing too, if a heading would have to stand where every column has a session that goes on.

    Args:
        sessions: those of one day.
        rooms: the names of the venue's rooms in their order.
        room: that of sessions that name none.
    """
    ordered = in_time(sessions, rooms)
    where = _where(ordered, room)
    whole = {each.within for each in ordered if each.within}
    ends = _ends(ordered, where)
    timed = [each for each in ordered if each.id not in whole]

    others = {each.id: _beside(each, timed, ends) for each in timed}
    meanwhile = {each.id for each in timed if not where[each.id] and _spans_one(each, others, ends)}
    others = {
        name: [each for each in beside if each.id not in meanwhile]
        for name, beside in others.items()
    }
    often = Counter(where[each.id] for each in timed)

    def has_column(session: Session) -> bool:
        here = where[session.id]
        if not here or (session.place and here not in rooms and often[here] == 1):
            return False
        return bool(others[session.id]) or session.kind not in _FOR_EVERYBODY

    inside = [each for each in timed if has_column(each)]
    beside_another = [
        one
        for one in inside
        if any(where[one.id] != where[each.id] for each in others[one.id] if has_column(each))
    ]
    if not beside_another or len(beside_another) < _SHARE * len(inside):
        return None
    used = dict.fromkeys(where[each.id] for each in inside)
    columns = [name for name in rooms if name in used]
    columns += [name for name in used if name not in columns]
    last = len(columns) - 1
    spans = []
    for session in ordered:
        here = where[session.id]
        end = ends[session.id]
        column = columns.index(here) if session in inside else None
        if session.id in whole or (column is None and others[session.id]):
            end = session.starts
            own = session.room if session.id in whole else None
            column = columns.index(own) if own in columns else None
        low, high = (0, last) if column is None else (column, column)
        parts = session.id in whole
        spans.append(RoomSpan(session, session.starts, end, low, high, has_parts=parts))
    apart = _apart(spans)
    return RoomDay(columns, apart) if apart else None


def _beside(
    session: Session, timed: Sequence[Session], ends: Mapping[str, dt.datetime]
) -> list[Session]:
    return [
        each
        for each in timed
        if each is not session and each.starts < ends[session.id] and session.starts < ends[each.id]
    ]


def _spans_one(
    session: Session, others: Mapping[str, Sequence[Session]], ends: Mapping[str, dt.datetime]
) -> bool:
    """Return whether another session begins and ends while one goes on."""
    return any(
        session.starts <= each.starts and ends[each.id] <= ends[session.id]
        for each in others[session.id]
    )


def _where(sessions: Sequence[Session], room: str) -> dict[str, str]:
    """Return the room of each session: its own, or that of the session that it is within."""
    own = {each.id: each.room or "" for each in sessions}
    return {each.id: own[each.id] or own.get(each.within or "", "") or room for each in sessions}


def _ends(sessions: Sequence[Session], where: dict[str, str]) -> dict[str, dt.datetime]:
    """Return when each session ends; what has no end, when the next in its room begins."""
    found = {}
    for each in sessions:
        later = [
            other.starts
            for other in sessions
            if other.starts > each.starts and where[other.id] in {where[each.id], ""}
        ]
        found[each.id] = each.ends or min(later, default=each.starts + _OPEN)
    return found


def _apart(spans: Sequence[RoomSpan]) -> list[RoomSpan]:
    """Return spans of which no two are in a column at one time; none if that can't be.

    What begins in a room before something else has ended there cuts that short.  A heading
    stands beside what goes on in some columns: in the most side by side that are free.
    """
    found: list[RoomSpan] = []
    for span in spans:
        if not span.heading:
            found = [
                replace(other, ends=span.starts)
                if other.beside(span) and other.starts <= span.starts < other.ends
                else other
                for other in found
            ]
        found.append(span)
    placed = []
    for span in found:
        free = [list(range(span.first, span.last + 1))]
        if span.heading:
            running = [each for each in found if each.starts < span.starts < each.ends]
            free = _free(span, running)
        if not (most := max(free, key=len)):
            return []
        placed.append(replace(span, first=most[0], last=most[-1]))
    return placed


def _free(span: RoomSpan, running: Sequence[RoomSpan]) -> list[list[int]]:
    """Return the columns of a heading in which nothing goes on, side by side."""
    free: list[list[int]] = [[]]
    for column in range(span.first, span.last + 1):
        if any(each.first <= column <= each.last for each in running):
            free.append([])
        else:
            free[-1].append(column)
    return free
