"""The days for the back of a badge: times, and titles in as few words as possible."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import accumulate, count

from mi_print.event.chronology import by_day, in_time, of_several_days
from mi_print.event.model import Event, Kind, Session
from mi_print.event.queries import PosterSession, people, poster_sessions
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.text.balance import balanced
from mi_print.problem import Problem, warning
from mi_print.products.schedule.session_text import QUIET

_FEW = 2  # so many names say more than a title, and still fit on a line
_TIGHTER = 0.5  # points by which rows come closer where the day is long
_LEADING = 1.1875
_GAP = 0.6  # em: between times and titles


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A row, `top` points below its column's top; a day's heading has no time."""

    time: dt.time | None
    lines: list[str]
    quiet: bool
    top: float = 0.0


@dataclass(frozen=True, slots=True)
class Agenda:
    """Rows in columns `width` points wide, each line `pitch` points high, behind `time` points."""

    columns: list[list[AgendaRow]]
    width: float
    pitch: float
    time: float


@dataclass(frozen=True, slots=True)
class AgendaDetail:
    """How much the agenda says: of sessions their rooms, those within others, or any at all.

    `left_out` is the rule by which it is said what has no room, and what that is.
    """

    rooms: bool = True
    inner: bool = True
    sessions: bool = True
    left_out: tuple[str, str] | None = None


_ALL = AgendaDetail()
_BY_DETAIL = (
    _ALL,
    AgendaDetail(rooms=False, left_out=("other-room", "to say where sessions are")),
)
_SEVERAL_DAYS = (
    AgendaDetail(rooms=False, inner=False, left_out=("agenda", "for sessions within others")),
    AgendaDetail(sessions=False, left_out=("agenda", "for sessions: it names the days")),
)
"""What else the agenda of several days may say: one that is short is of more use than none."""

_HINT = "order a larger size; if it is right as it is, accept it in data/print.yaml"


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """The sessions in the order of the days; a layout asks for them in its measures.

    Attributes:
        event: whose sessions they are.
        context: the measures.
        notes: takes a warning where not everything has room.
    """

    event: Event
    context: LayoutContext
    notes: list[Problem] = field(default_factory=list)

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
        """Return the days in columns, with as much of them as has room.

        Of one day all sessions are there in any case, and stand out of their frame if they must.

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
        starts = [session.start for session in self.event.program.sessions]
        time = max([time, *(self._time_width(start, size) for start in starts)])
        room = [height] * (columns - 1) + [height if last is None else last]
        details = _BY_DETAIL + (_SEVERAL_DAYS if of_several_days(self.event) else ())
        tried: list[list[AgendaRow]] = []
        for detail in details:
            rows = self._rows(detail, size, width - time)
            if rows in tried:
                continue
            tried.append(rows)
            for pitch in _pitches(row, size):
                for way in _divided(rows, columns):
                    if _fits(way, room, pitch):
                        self._note(detail)
                        return Agenda(
                            [_placed(column, pitch) for column in way], width, pitch, time
                        )
        pitch = list(_pitches(row, size))[-1]
        way = _divided(tried[0], columns)[0]
        return Agenda([_placed(column, pitch) for column in way], width, pitch, time)

    def _time_width(self, start: dt.time, size: float) -> float:
        """Return how wide the column of times is at the least, by one of them."""
        return self.context.wide(self.context.locale.clock(start), "badge-day", size) + _GAP * size

    def _note(self, detail: AgendaDetail) -> None:
        if detail.left_out:
            rule, what = detail.left_out
            message = f"the agenda on the badge's back has no room {what}"
            found = warning(rule, message, _HINT, file="data/program.yaml")
            if found not in self.notes:
                self.notes.append(found)

    def _rows(self, detail: AgendaDetail, size: float, width: float) -> list[AgendaRow]:
        """Return the rows of all days, not yet placed; several days are headed by their dates."""
        rows: list[AgendaRow] = []
        posters = {each.session.id: each for each in poster_sessions(self.event)}
        for date, sessions in by_day(in_time(self.event.program.sessions)).items():
            if of_several_days(self.event):
                heading = self.context.locale.weekday_month(date)
                begins = None if detail.sessions else sessions[0].start
                lines = self._lines(heading, "badge-day-strong", size, width)
                rows.append(AgendaRow(begins, lines, quiet=False))
            for session in sessions if detail.sessions else ():
                if detail.inner or not session.within:
                    quiet = session.kind in QUIET
                    step = "badge-day" if quiet else "badge-day-strong"
                    text = self._called(session, posters, rooms=detail.rooms)
                    lines = self._lines(text, step, size, width)
                    rows.append(AgendaRow(session.start, lines, quiet))
        return rows

    def _lines(self, text: str, step: str, size: float, width: float) -> list[str]:
        return balanced(text, width, self.context.sized(step, size), self.context.lang)

    def _called(
        self, session: Session, posters: Mapping[str, PosterSession], *, rooms: bool
    ) -> str:
        """Return what a session is called, and where it is, if that is asked for."""
        venue, locale = self.event.workshop.venue, self.context.locale
        room = session.room or venue.room or ""
        elsewhere = rooms and room.casefold() != (venue.room or "").casefold()
        here = posters.get(session.posters or session.id)
        numbered = here is not None and len(posters) > 1
        title = session.short or self._title(session)
        if here and numbered:
            title = f"{title} {here.number}"
        elif session.remote:
            title = locale.word("title-by-video", title=title)
        return locale.separated([title, room]) if elsewhere else title

    def _title(self, session: Session) -> str:
        named = session.kind in {Kind.KEYNOTE, Kind.TALK} and 0 < len(session.speakers) <= _FEW
        who = people(self.event, session.speakers) if named else []
        if not who:
            return session.title
        first, *other = (person.name for person in who)
        two_names = partial(self.context.locale.word, "two-names")
        return two_names(first=first, second=other[0]) if other else first


def _pitches(row: float, size: float) -> Iterator[float]:
    """Yield how high a line may be, from where there is room to the tightest."""
    for pitch in count(row, -_TIGHTER):
        yield pitch
        if pitch - _TIGHTER < _LEADING * size:
            return


def _divided(rows: list[AgendaRow], columns: int) -> list[list[list[AgendaRow]]]:
    """Return the ways to divide the rows, the evenest first and then with more in the first."""
    if columns == 1:
        return [[rows]]
    half = (len(rows) + 1) // 2
    return [[rows[:end], rows[end:]] for end in range(half, len(rows) + 1)]


def _fits(columns: list[list[AgendaRow]], room: list[float], pitch: float) -> bool:
    high = (pitch * sum(len(row.lines) for row in column) for column in columns)
    return all(each <= most for each, most in zip(high, room, strict=True))


def _placed(rows: list[AgendaRow], pitch: float) -> list[AgendaRow]:
    tops = accumulate((pitch * len(row.lines) for row in rows), initial=0.0)
    return [replace(row, top=top) for row, top in zip(rows, tops, strict=False)]
