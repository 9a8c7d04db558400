"""What the agenda of a badge says of the days, at each step: rows of times and texts."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from mi_print.event.chronology import by_day, in_time
from mi_print.event.model import Event, Kind, Session
from mi_print.event.queries import PosterSession, people, poster_sessions, print_locale
from mi_print.language.print_locale import PrintLocale, capitalized
from mi_print.layout.text.typography import NO_BREAK_SPACE
from mi_print.products.schedule.agenda_groups import (
    AgendaGroup,
    TalkRows,
    grouped,
    outer,
    runs,
    started_together,
)
from mi_print.products.schedule.agenda_steps import GIVING_WAY, STEPS, AgendaStep
from mi_print.products.schedule.session_text import QUIET

_FEW = 2  # so many names say more than a title, and still fit on a line
_SECOND_PART = re.compile(r":\s|：| [–—] | ?[(（]")
"""Where a title may end: at a colon, a spaced dash, or a parenthesis."""


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """What a row says: when, and a session or several of them; `names` if that is people.

    `one` is whether it says one session. `room` is the room of all that it says, if they have
    one in common; `where` names it, or them, if that is asked for and they are not in the venue's.
    """

    start: dt.time
    text: str
    quiet: bool
    names: bool = False
    room: str = ""
    where: str = ""
    one: bool = True


AgendaDays = Mapping[dt.date, Sequence[AgendaEntry]]
"""What is said of each day."""


@dataclass(frozen=True)
class AgendaProgram:
    """The sessions of an event as a badge calls them."""

    event: Event

    def days(self, step: AgendaStep, *, rooms: bool = False) -> dict[dt.date, list[AgendaEntry]]:
        """Return what is said of each day that has sessions; nothing of what is left out.

        With `rooms`, sessions that start together have an entry each, for columns of rooms.
        """
        key = step, rooms
        if key not in self._said:
            self._said[key] = dict(self._days(step, rooms=rooms))
        return self._said[key]

    def begins(self, date: dt.date) -> dt.time:
        """Return when the first session of a day starts."""
        return self._by_day[date][0].start

    def gave_way(self, step: AgendaStep) -> list[str]:
        """Return what the sessions have and a step leaves out, in words of a message."""
        sessions = self.event.program.sessions
        days = self._by_day.values()
        rows = [group for day in days for group in runs(outer(day))]
        parallel = any(
            len(at) > 1 for day in days for at in started_together(grouped(outer(day), step.talks))
        )
        counted = step.talks is TalkRows.COUNTED
        there = {
            **{
                what: kind in step.without and any(each.kind is kind for each in sessions)
                for kind, what in GIVING_WAY.items()
            },
            "rooms": not step.rooms and any(map(self._elsewhere, sessions)),
            "sessions within others": not step.inner
            and any(len(outer(day)) < len(day) for day in days),
            "titles to their end": not step.whole_titles
            and any(self._called(each, step) != self._called(each, STEPS[0]) for each in sessions),
            "times of all talks": step.talks in {TalkRows.HOUR, TalkRows.RUN}
            and any(len(g) > 1 for day in days for g in grouped(outer(day), step.talks)),
            "talks one by one": (counted or step.first) and any(len(group) > 1 for group in rows),
            "parallel sessions one by one": not step.parallel and not step.named and parallel,
        }
        return [what for what, is_left_out in there.items() if is_left_out]

    @cached_property
    def _said(self) -> dict[tuple[AgendaStep, bool], dict[dt.date, list[AgendaEntry]]]:
        return {}

    def _days(
        self, step: AgendaStep, *, rooms: bool
    ) -> Iterator[tuple[dt.date, list[AgendaEntry]]]:
        for date, sessions in self._by_day.items():
            listed = sessions if step.inner else outer(sessions)
            groups = [
                group for group in grouped(listed, step.talks) if group[0].kind not in step.without
            ]
            apart = step.parallel or rooms
            together = [[each] for each in groups] if apart else started_together(groups)
            found = [self._entry(each, step) for each in together] if step.sessions else []
            if found and (ends := _ends(groups, step)):
                found.append(AgendaEntry(ends, self._locale.word("day-ends"), quiet=True))
            yield date, found

    @cached_property
    def _by_day(self) -> dict[dt.date, list[Session]]:
        rooms = self.event.workshop.venue.room_names
        return by_day(in_time(self.event.program.sessions, rooms))

    @cached_property
    def _posters(self) -> Mapping[str, PosterSession]:
        return {each.session.id: each for each in poster_sessions(self.event)}

    @cached_property
    def _locale(self) -> PrintLocale:
        return print_locale(self.event)

    def _entry(self, at_once: Sequence[AgendaGroup], step: AgendaStep) -> AgendaEntry:
        """Return the row of groups that start together."""
        first = at_once[0][0]
        everybody = [session for group in at_once for session in group]
        quiet = all(session.kind in QUIET for session in everybody)
        rooms = dict.fromkeys(self._where(session) for session in everybody)
        elsewhere = [room for room in rooms if room] if step.rooms else []
        talks = all(session.kind is Kind.TALK for session in everybody)
        alike = len(at_once) > 1 and len({_first_part(_title(group[0])) for group in at_once}) == 1
        where = self._locale.separated(elsewhere)
        if len(everybody) == 1:
            text = self._called(first, step)
        elif talks and step.talks is TalkRows.COUNTED:
            text = self._counted_talks(everybody, step)
        elif len(at_once) == 1 or (step.named and not alike):
            text = self._named(at_once, step, rooms=bool(elsewhere) and len(rooms) > 1)
            where = where if len(elsewhere) == 1 == len(rooms) else ""
        else:
            text = self._counted_parallel(at_once, step)
        counted = step.talks is TalkRows.COUNTED and len(everybody) > 1
        names = not counted and all(
            not each.short and bool(self._speakers(each)) for each in everybody
        )
        room = first.room or "" if len({each.room for each in everybody}) == 1 else ""
        return AgendaEntry(first.start, text, quiet, names, room, where, one=len(everybody) == 1)

    def _named(self, at_once: Sequence[AgendaGroup], step: AgendaStep, *, rooms: bool) -> str:
        """Return what groups are called, one after the other, and where each is, if asked for."""
        found = []
        for group in at_once:
            counted = len(group) > 1 and step.talks is TalkRows.COUNTED
            calls = [self._counted_talks(group, step)] if counted else []
            calls = calls or [self._in_running_text(each, step) for each in group]
            if step.first and len(calls) > 1:
                calls = [self._first_of(calls)]
            where = self._where(group[0]) if rooms else ""
            found += [*calls[:-1], f"{calls[-1]} ({where})" if where else calls[-1]]
        return self._locale.separated(found)

    def _first_of(self, calls: Sequence[str]) -> str:
        """Return the first of several talks, and how many others there are."""
        number = len(calls) - 1
        more = self._locale.numeral(number)
        return self._locale.word("more-talks", n=number, title=calls[0], number=more)

    def _in_running_text(self, session: Session, step: AgendaStep) -> str:
        """Return what a session is called, a name in one piece."""
        called = self._called(session, step)
        for name in self._speakers(session):
            called = called.replace(name, name.replace(" ", NO_BREAK_SPACE))
        return called

    def _counted_talks(self, several: Sequence[Session], step: AgendaStep) -> str:
        """Return the track of talks, or how many there are, and when the last of them ends."""
        what = self._common_track(several) or self._counted("talks", len(several))
        return self._until(what, several, step)

    def _counted_parallel(self, at_once: Sequence[AgendaGroup], step: AgendaStep) -> str:
        """Return how many sessions are parallel, and what they are if their titles begin alike."""
        parts = {_first_part(_title(group[0])) for group in at_once}
        number = self._locale.numeral(len(at_once))
        number = number if len(parts) == 1 else capitalized(number)
        counted = self._locale.word("parallel-sessions", n=len(at_once), number=number)
        what = [*parts, counted] if len(parts) == 1 else [counted]
        return self._until(self._locale.separated(what), [group[-1] for group in at_once], step)

    def _until(self, what: str, several: Sequence[Session], step: AgendaStep) -> str:
        """Return a text and when the last of several sessions ends, if that is known."""
        ends = [each.ends for each in several if each.ends]
        if not (ends and step.ends):
            return what
        until = self._locale.word("until", time=self._locale.time(max(ends).time()))
        return self._locale.separated([what, until])

    def _counted(self, key: str, number: int) -> str:
        return self._locale.word(key, n=number, number=capitalized(self._locale.numeral(number)))

    def _called(self, session: Session, step: AgendaStep) -> str:
        """Return what a session is called."""
        here = self._posters.get(session.posters or session.id)
        title = session.short or self._title(session, step)
        if here and len(self._posters) > 1 and self._is_said_twice(title):
            return f"{title}{NO_BREAK_SPACE}{here.number}"
        return self._locale.word("title-by-video", title=title) if session.remote else title

    def _common_track(self, several: Sequence[Session]) -> str | None:
        """Return the track of all of these, if the program has others."""
        tracks = {each.track for each in self.event.program.sessions}
        same = len({each.track for each in several}) == 1
        return several[0].track if same and len(tracks - {None}) > 1 else None

    def _is_said_twice(self, title: str) -> bool:
        sessions = self.event.program.sessions
        return sum((each.short or each.title) == title for each in sessions) > 1

    def _elsewhere(self, session: Session) -> bool:
        return bool(self._where(session))

    def _where(self, session: Session) -> str:
        """Return where a session is, if not in the venue's room."""
        room = self.event.workshop.venue.room or ""
        where = session.room or room
        return "" if where.casefold() == room.casefold() else where

    def _title(self, session: Session, step: AgendaStep) -> str:
        who = self._speakers(session)
        if not who:
            return session.title if step.whole_titles else _first_part(session.title)
        first, *other = who
        if not other:
            return first
        return self._locale.word("two-names", first=first, second=other[0])

    def _speakers(self, session: Session) -> list[str]:
        """Return the names by which a session is called, none if by its title."""
        named = session.kind in {Kind.KEYNOTE, Kind.TALK} and 0 < len(session.speakers) <= _FEW
        return [person.name for person in people(self.event, session.speakers)] if named else []


def _title(session: Session) -> str:
    return session.short or session.title


def _first_part(title: str) -> str:
    parts = (title[: each.start()] for each in _SECOND_PART.finditer(title))
    return next((part for part in parts if any(map(str.isalnum, part))), title)


def _ends(groups: Sequence[AgendaGroup], step: AgendaStep) -> dt.time | None:
    """Return when a day ends whose last row names several talks."""
    named = step.talks is not TalkRows.COUNTED and groups and len(groups[-1]) > 1
    return groups[-1][-1].end if named else None
