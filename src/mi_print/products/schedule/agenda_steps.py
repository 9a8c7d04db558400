"""What the agenda of a badge says of the days: everything, and step by step less.

A badge has little room. What gives way, in which order, is a row of `STEPS`; which of them
is taken depends on the size and the event, and is the same on every badge.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from mi_print.event.chronology import by_day, in_time
from mi_print.event.model import Event, Kind, Session
from mi_print.event.queries import PosterSession, people, poster_sessions, print_locale
from mi_print.language.print_locale import PrintLocale, capitalized
from mi_print.layout.text.typography import NO_BREAK_SPACE
from mi_print.products.schedule.session_text import QUIET

_FEW = 2  # so many names say more than a title, and still fit on a line
_PAUSE = dt.timedelta(minutes=30)
"""The longest between two talks that follow each other."""


@dataclass(frozen=True, slots=True)
class AgendaStep:
    """How much the agenda says.

    Attributes:
        breaks: whether it names them.
        rooms: whether it says where sessions are that are not in the venue's room.
        single: whether it names the talks that follow each other in a room, and what is within
            another session, one by one.
        parallel: the same of sessions that start together.
        sessions: whether it names any, or the days alone, with when they begin.
    """

    breaks: bool = True
    rooms: bool = True
    single: bool = True
    parallel: bool = True
    sessions: bool = True


STEPS = (
    AgendaStep(),
    AgendaStep(breaks=False),
    AgendaStep(breaks=False, rooms=False),
    AgendaStep(breaks=False, single=False),
    AgendaStep(breaks=False, single=False, rooms=False, parallel=False),
    AgendaStep(breaks=False, single=False, rooms=False, parallel=False, sessions=False),
)
"""From everything to the days alone."""


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """What a row says: when, and a session or several of them; `names` if that is people."""

    start: dt.time
    text: str
    quiet: bool
    names: bool = False


@dataclass(frozen=True, slots=True)
class AgendaProgram:
    """The sessions of an event as a badge calls them."""

    event: Event

    def days(self, step: AgendaStep) -> dict[dt.date, list[AgendaEntry]]:
        """Return what is said of each day that has sessions; nothing of what is left out."""
        posters = {each.session.id: each for each in poster_sessions(self.event)}
        called = partial(self._called, posters=posters, rooms=step.rooms)
        found: dict[dt.date, list[AgendaEntry]] = {}
        for date, sessions in by_day(in_time(self.event.program.sessions)).items():
            groups = [[each] for each in sessions] if step.single else list(_runs(sessions))
            if not step.breaks:
                groups = [each for each in groups if each[0].kind is not Kind.BREAK]
            together = [[each] for each in groups] if step.parallel else _started_together(groups)
            listed = together if step.sessions else []
            found[date] = [self._entry(at_once, called) for at_once in listed]
            ends = groups[-1][-1].end if groups and len(groups[-1]) > 1 else None
            if listed and ends:
                end = AgendaEntry(ends, print_locale(self.event).word("day-ends"), quiet=True)
                found[date].append(end)
        return found

    def begins(self, date: dt.date) -> dt.time:
        """Return when the first session of a day starts."""
        return in_time(each for each in self.event.program.sessions if each.day == date)[0].start

    def gave_way(self, step: AgendaStep) -> list[str]:
        """Return what the sessions have and a step leaves out, in words of a message."""
        sessions = self.event.program.sessions
        days = by_day(in_time(sessions)).values()
        runs = [list(_runs(day)) for day in days]
        inner = any(each.within for each in sessions)
        parallel = any(len(at) > 1 for groups in runs for at in _started_together(groups))
        there = {
            "breaks": not step.breaks and any(each.kind is Kind.BREAK for each in sessions),
            "rooms": not step.rooms and any(map(self._elsewhere, sessions)),
            "sessions within others": not step.single and inner,
            "talks one by one": not step.single and any(len(g) > 1 for day in runs for g in day),
            "parallel sessions one by one": not step.parallel and parallel,
        }
        return [what for what, is_left_out in there.items() if is_left_out]

    def _entry(self, at_once: Sequence[list[Session]], called: "_Called") -> AgendaEntry:
        """Return the row of groups that start together."""
        first = at_once[0][0]
        everybody = [session for group in at_once for session in group]
        quiet = all(session.kind in QUIET for session in everybody)
        locale = print_locale(self.event)
        if len(at_once) == 1:
            text = called(first) if len(everybody) == 1 else called(first, several=everybody)
        elif all(session.kind is Kind.TALK for session in everybody):
            text = _counted("talks", len(everybody), locale)
        else:
            text = _counted("parallel-sessions", len(at_once), locale)
        names = len(everybody) == 1 and not first.short and bool(self._speakers(first))
        return AgendaEntry(first.start, text, quiet, names)

    def _called(
        self,
        session: Session,
        posters: Mapping[str, PosterSession],
        several: Sequence[Session] = (),
        *,
        rooms: bool,
    ) -> str:
        """Return what a session is called, or several that follow it; and where, if asked for."""
        locale = print_locale(self.event)
        here = posters.get(session.posters or session.id)
        if several:
            title = self._common_track(several) or _counted("talks", len(several), locale)
        else:
            title = session.short or self._title(session)
            if here and len(posters) > 1 and self._is_said_twice(title):
                title = f"{title}{NO_BREAK_SPACE}{here.number}"
            elif session.remote:
                title = locale.word("title-by-video", title=title)
        where = session.room if rooms and self._elsewhere(session) else None
        return locale.separated([title, where]) if where else title

    def _common_track(self, several: Sequence[Session]) -> str | None:
        """Return the track of all of these, if the program has others."""
        tracks = {each.track for each in self.event.program.sessions}
        same = len({each.track for each in several}) == 1
        return several[0].track if same and len(tracks - {None}) > 1 else None

    def _is_said_twice(self, title: str) -> bool:
        sessions = self.event.program.sessions
        return sum((each.short or each.title) == title for each in sessions) > 1

    def _elsewhere(self, session: Session) -> bool:
        room = self.event.workshop.venue.room or ""
        return (session.room or room).casefold() != room.casefold()

    def _title(self, session: Session) -> str:
        who = self._speakers(session)
        if not who:
            return session.title
        first, *other = who
        two_names = partial(print_locale(self.event).word, "two-names")
        return two_names(first=first, second=other[0]) if other else first

    def _speakers(self, session: Session) -> list[str]:
        """Return the names by which a session is called, none if by its title."""
        named = session.kind in {Kind.KEYNOTE, Kind.TALK} and 0 < len(session.speakers) <= _FEW
        return [person.name for person in people(self.event, session.speakers)] if named else []


_Called = partial[str]


def _counted(key: str, number: int, locale: PrintLocale) -> str:
    return locale.word(key, n=number, number=capitalized(locale.numeral(number)))


def _runs(sessions: Sequence[Session]) -> Iterator[list[Session]]:
    """Yield the sessions of a day, without those within another; talks in a row are together.

    A session between them in their room, or one in no room, ends a row.
    """
    outer = {each.id for each in sessions}
    groups: list[list[Session]] = []
    open_rows: dict[str, list[Session]] = {}
    for session in sessions:
        if session.within in outer:
            continue
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


def _follow(first: Session, second: Session) -> bool:
    return first.ends is None or second.starts - first.ends <= _PAUSE


def _started_together(groups: Sequence[list[Session]]) -> list[list[list[Session]]]:
    return [list(found) for _, found in groupby(groups, key=lambda group: group[0].starts)]
