"""The day as the back of a badge tells it: when, and in as few words as possible what."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count

from mi_print.event.model import Event, Kind, Session
from mi_print.event.views import PosterSession, people, poster_sessions
from mi_print.layout.breaks import balanced
from mi_print.layout.compose import Desk
from mi_print.layout.pango import Face
from mi_print.products.day import QUIET

_FEW = 2  # so many names say more than a title, and still fit on a line
_TIGHTER = 0.5  # points by which rows come closer where the day is long
_LEADING = 1.1875


@dataclass(frozen=True, slots=True)
class Row:
    """A session's row, `height` points high."""

    time: dt.time
    lines: list[str]
    quiet: bool
    height: float


@dataclass(frozen=True, slots=True)
class Agenda:
    """Rows in columns `width` points wide; `pad` is the white above a row's text."""

    columns: list[list[Row]]
    width: float
    leading: float
    pad: float


@dataclass(frozen=True, slots=True)
class Day:
    """The sessions in the order of the day, ready to be set by a layout's numbers."""

    event: Event
    desk: Desk

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
            row: how high a row of one line is where there is room.
            time: how wide the times' column is.
            columns: one, or two.
            height: how high a column may be.
            last: how high the last one may be, if not as high.
        """
        grid = self.desk.grid
        width = (grid.measure - (columns - 1) * grid.gutter) / columns
        leading = _LEADING * size
        posters = {each.session.id: each for each in poster_sessions(self.event)}
        sessions = sorted(self.event.program.sessions, key=lambda each: (each.start, each.end))
        told = []
        for session in sessions:
            quiet = session.kind in QUIET
            face = self.desk.sized("badge-day" if quiet else "badge-day-strong", size)
            told.append((session, self._lines(session, posters, face, width - time), quiet))
        for pitch in count(row, -_TIGHTER):
            rows = [
                Row(session.start, lines, quiet, pitch + (len(lines) - 1) * leading)
                for session, lines, quiet in told
            ]
            ways = _divided(rows, columns)
            fitting = [
                w for w in ways if _high(w[0]) <= height and _high(w[-1]) <= (last or height)
            ]
            if fitting or pitch - _TIGHTER < leading:
                return Agenda((fitting or ways)[0], width, leading, (pitch - leading) / 2)
        raise AssertionError("a count does not end")

    def _lines(
        self, session: Session, posters: Mapping[str, PosterSession], face: Face, width: float
    ) -> list[str]:
        """Return what a session is called, in as many lines as it takes."""
        text = self._called(session, posters)
        return balanced(text, width, face, self.desk.lang)

    def _called(self, session: Session, posters: Mapping[str, PosterSession]) -> str:
        here = posters.get(session.posters or session.id)
        if here and len(posters) > 1:
            return f"{session.title} {here.number}"
        named = session.kind in {Kind.KEYNOTE, Kind.TALK} and 0 < len(session.speakers) <= _FEW
        who = people(self.event, session.speakers) if named else []
        title = " & ".join(person.name for person in who) or session.title
        return f"{title}, by video" if session.remote else title


def _divided(rows: list[Row], columns: int) -> list[list[list[Row]]]:
    """Return the ways to divide the rows, the evenest first and then with more in the first."""
    if columns == 1:
        return [[rows]]
    half = (len(rows) + 1) // 2
    return [[rows[:end], rows[end:]] for end in range(half, len(rows) + 1)]


def _high(rows: list[Row]) -> float:
    return sum(row.height for row in rows)
