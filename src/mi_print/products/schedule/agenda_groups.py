"""Sessions of a day that the agenda of a badge may say in one row."""

import datetime as dt
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import groupby

from mi_print.event.model import Kind, Session

_PAUSE = dt.timedelta(minutes=30)
"""The longest between two talks that follow each other."""
_HOUR = dt.timedelta(hours=1)


class TalkRows(Enum):
    """What of talks that follow each other in a room is said in one row."""

    EACH = "each talk has its own"
    HOUR = "those that begin within an hour, by name"
    RUN = "all, by name"
    COUNTED = "all, how many there are and until when"


AgendaGroup = list[Session]


def grouped(sessions: Sequence[Session], rows: TalkRows) -> list[AgendaGroup]:
    """Return the sessions of a day, talks that have a row in common together."""
    if rows is TalkRows.EACH:
        return [[each] for each in sessions]
    groups = list(runs(sessions))
    if rows is TalkRows.HOUR:
        groups = [hour for group in groups for hour in _hours(group)]
        groups.sort(key=lambda group: group[0].starts)
    return groups


def runs(sessions: Sequence[Session]) -> Iterator[AgendaGroup]:
    """Yield the sessions of a day; talks in a row are together.

    A session between them in their room, or one in no room, ends a row.
    """
    groups: list[AgendaGroup] = []
    open_rows: dict[str, AgendaGroup] = {}
    for session in sessions:
        room = session.room or ""
        row = open_rows.get(room)
        if session.kind is Kind.TALK and row and _follow(row[-1], session):
            row.append(session)
            continue
        groups.append([session])
        if not room:
            open_rows.clear()
        open_rows.pop(room, None)
        if session.kind is Kind.TALK:
            open_rows[room] = groups[-1]
    yield from groups


def outer(sessions: Sequence[Session]) -> list[Session]:
    """Return the sessions of a day that are not within another one of them."""
    ids = {each.id for each in sessions}
    return [each for each in sessions if each.within not in ids]


def started_together(groups: Sequence[AgendaGroup]) -> list[list[AgendaGroup]]:
    """Return the groups, those that start together in one list."""
    return [list(found) for _, found in groupby(groups, key=lambda group: group[0].starts)]


def _hours(group: AgendaGroup) -> Iterator[AgendaGroup]:
    found = [group[0]]
    for session in group[1:]:
        if session.starts - found[0].starts >= _HOUR:
            yield found
            found = []
        found.append(session)
    yield found


def _follow(first: Session, second: Session) -> bool:
    return first.ends is None or second.starts - first.ends <= _PAUSE
