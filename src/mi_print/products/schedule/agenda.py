"""The day for the back of a badge: times, and titles in as few words as possible."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate, count

from mi_print.event.chronology import in_time
from mi_print.event.model import Event, Kind, Session
from mi_print.event.queries import PosterSession, people, poster_sessions
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.text.balance import balanced
from mi_print.layout.text.pango import Face
from mi_print.products.schedule.timetable import QUIET

_FEW = 2  # so many names say more than a title, and still fit on a line
_TIGHTER = 0.5  # points by which rows come closer where the day is long
_LEADING = 1.1875
_GAP = 0.6  # em: between times and titles

CalledSession = tuple[Session, list[str], bool]
"""A session, what it is called, and whether nobody speaks."""


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A session's row, `top` points below its column's top."""

    time: dt.time
    lines: list[str]
    quiet: bool
    top: float


@dataclass(frozen=True, slots=True)
class Agenda:
    """Rows in columns `width` points wide, each line `pitch` points high, behind `time` points."""

    columns: list[list[AgendaRow]]
    width: float
    pitch: float
    time: float


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """The sessions in the order of the day; a layout asks for them in its measures."""

    event: Event
    context: LayoutContext

    def set(  # noqa: PLR0913 - a layout says them by name
        self,
        *,
        size: float,
        row: float,
        time: float,
        columns: int = 1,
        height: float,
        last: float | None = None,
    ) -> Agenda:
        """Return the day in columns.

        Args:
            size: of the type, in points.
            row: how high a line is where there is room.
            time: how wide the times' column is, if none of them needs more.
            columns: one, or two.
            height: how high a column may be.
            last: how high the last one may be, if not as high.
        """
        grid = self.context.grid
        width = (grid.measure - (columns - 1) * grid.gutter) / columns
        posters = {each.session.id: each for each in poster_sessions(self.event)}
        sessions = in_time(self.event.program.sessions)
        time = max([time, *(self._time_width(session, size) for session in sessions)])
        called = []
        for session in sessions:
            quiet = session.kind in QUIET
            face = self.context.sized("badge-day" if quiet else "badge-day-strong", size)
            called.append((session, self._lines(session, posters, face, width - time), quiet))
        ways = _divided(called, columns)
        for pitch in count(row, -_TIGHTER):
            room = [height] * (columns - 1) + [height if last is None else last]
            fitting = [
                way
                for way in ways
                if all(
                    pitch * _count(column) <= high for column, high in zip(way, room, strict=True)
                )
            ]
            if fitting or pitch - _TIGHTER < _LEADING * size:
                way = (fitting or ways)[0]
                return Agenda([_rows(column, pitch) for column in way], width, pitch, time)
        raise AssertionError("a count does not end")

    def _time_width(self, session: Session, size: float) -> float:
        """Return how wide the column of times is at the least, by a session's time."""
        time = self.context.locale.clock(session.start)
        return self.context.wide(time, "badge-day", size) + _GAP * size

    def _lines(
        self, session: Session, posters: Mapping[str, PosterSession], face: Face, width: float
    ) -> list[str]:
        """Return what a session is called, in as many lines as it takes."""
        text = self._called(session, posters)
        return balanced(text, width, face, self.context.lang)

    def _called(self, session: Session, posters: Mapping[str, PosterSession]) -> str:
        here = posters.get(session.posters or session.id)
        if here and len(posters) > 1:
            return f"{session.title} {here.number}"
        named = session.kind in {Kind.KEYNOTE, Kind.TALK} and 0 < len(session.speakers) <= _FEW
        who = people(self.event, session.speakers) if named else []
        locale, title = self.context.locale, session.title
        if who:
            first, *other = (person.name for person in who)
            title = locale.word("two-names", first=first, second=other[0]) if other else first
        return locale.word("title-by-video", title=title) if session.remote else title


def _divided(sessions: list[CalledSession], columns: int) -> list[list[list[CalledSession]]]:
    """Return the ways to divide the day, the evenest first and then with more in the first."""
    if columns == 1:
        return [[sessions]]
    half = (len(sessions) + 1) // 2
    return [[sessions[:end], sessions[end:]] for end in range(half, len(sessions) + 1)]


def _count(sessions: list[CalledSession]) -> int:
    return sum(len(lines) for _, lines, _ in sessions)


def _rows(sessions: list[CalledSession], pitch: float) -> list[AgendaRow]:
    tops = accumulate((pitch * len(lines) for _, lines, _ in sessions), initial=0.0)
    return [
        AgendaRow(session.start, lines, quiet, top)
        for (session, lines, quiet), top in zip(sessions, tops, strict=False)
    ]
