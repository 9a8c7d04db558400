"""The program: times, parts of sessions, and talks and people that lack each other."""

import datetime as dt
from collections.abc import Iterator
from itertools import chain, combinations
from typing import NamedTuple

from mi_print.event.checks.program_checks.rooms import room_of
from mi_print.event.model import Kind, Mention, Role, Session
from mi_print.event.partial_event import PartialEvent
from mi_print.problem import Problem, error, warning
from mi_print.source.located_values import Location
from mi_print.source.wording import nearest

_ON_STAGE = (Role.KEYNOTE, Role.PANELIST, Role.SPEAKER, Role.LIGHTNING)
_BY_SOMEBODY = (Kind.KEYNOTE, Kind.TALK)


def ends_before_start(draft: PartialEvent) -> Iterator[Problem]:
    """A session that takes no time."""
    for location, session in draft.sessions.items():
        if session.end and session.minutes is not None and session.minutes <= 0:
            yield error(
                "ends-early",
                f"this ends at {session.end:%H:%M} and starts at {session.start:%H:%M}",
                "put the end after the start, on the same day",
                **draft.at("program", *location, "end"),
            )


def out_of_order(draft: PartialEvent) -> Iterator[Problem]:
    """A session above one that starts earlier: lists print them as they stand.

    Where there are several rooms, each may have its sessions together.
    """
    several = draft.venue is not None and len(draft.venue.rooms) > 1
    last: dict[str | None, Session] = {}
    for location, session in draft.dated_sessions.items():
        room = session.room if several else None
        above, last[room] = last.get(room), session
        if above and session.starts < above.starts:
            days = session.day != above.day
            yield warning(
                "session-order",
                f'"{session.id}" starts {_moment(session.starts, days=days)} and stands below '
                f'"{above.id}", which starts {_moment(above.starts, days=days)}',
                "put the sessions in the order of their time",
                **draft.at("program", *location, "start"),
            )


def _moment(moment: dt.datetime, *, days: bool) -> str:
    return f"on {moment:%Y-%m-%d at %H:%M}" if days else f"at {moment:%H:%M}"


def within_others(draft: PartialEvent) -> Iterator[Problem]:
    """A session that is to be a part of another, and is not inside it."""
    known = draft.sessions_by_id
    for location, session in draft.sessions.items():
        if session.within is None:
            continue
        place = draft.at("program", *location, "within")
        outer = known.get(session.within)
        if outer is None:
            if draft.session_ids is not None and session.within not in draft.session_ids:
                hint = nearest(session.within, known) or "add it, or take the key out"
                message = f'no session has the id "{session.within}"'
                yield error("unknown-session", message, hint, **place)
        elif outer.within is not None or outer is session:
            message = f'"{outer.id}" is itself within "{outer.within}"'
            yield error("within", message, "name the outermost session", **place)
        elif session.day and outer.day and session.day != outer.day:
            message = f'"{outer.id}" is on {outer.day}, and this is on {session.day}'
            yield error("within", message, "correct a day, or take the key out", **place)
        elif not _inside(session.starts, session.ends, outer):
            message = f'this is {_time(session)}, and "{outer.id}" is {_time(outer)}'
            yield error("within", message, "correct a time, or take the key out", **place)


def talks_outside(draft: PartialEvent) -> Iterator[Problem]:
    """A talk that begins before its session or ends after it."""
    for location, session in draft.sessions.items():
        for index, talk in enumerate(session.talks):
            if talk.start is None:
                continue
            starts = session.moment(talk.start)
            ends = starts + dt.timedelta(minutes=talk.minutes) if talk.minutes else None
            if not _inside(starts, ends, session):
                takes = f" and takes {talk.minutes} minutes" if talk.minutes else ""
                yield error(
                    "talk-time",
                    f"this talk starts at {talk.start:%H:%M}{takes}, and its session is "
                    f"{_time(session)}",
                    "correct a time",
                    **draft.at("program", *location, "talks", index, "start"),
                )


def _inside(starts: dt.datetime, ends: dt.datetime | None, session: Session) -> bool:
    late = session.ends and (starts >= session.ends or (ends and ends > session.ends))
    return starts >= session.starts and not late


def _time(session: Session) -> str:
    start = f"{session.start:%H:%M}"
    return f"from {start} to {session.end:%H:%M}" if session.end else f"from {start} on"


def in_two_places(draft: PartialEvent) -> Iterator[Problem]:
    """Somebody who speaks in two sessions at once, or leads one of them."""
    spoken: dict[tuple[str | None, Mention], list[_Speaking]] = {}
    for location, session in draft.dated_sessions.items():
        for speaker, starts, ends in dict.fromkeys(_speaking(session)):
            found = _Speaking(location, session, starts, ends, room_of(session, draft))
            spoken.setdefault((speaker.person, speaker), []).append(found)
    for (_, speaker), held in spoken.items():
        held.sort(key=lambda each: each.starts)
        said: set[tuple[str, str]] = set()
        for first, later in combinations(held, 2):
            pair = first.session.id, later.session.id
            if pair in said or not first.while_(later):
                continue
            said.add(pair)
            line = draft.line("program", *first.location)
            where = ", in another room" if None not in {first.room, later.room} else ""
            yield warning(
                "speaker-twice",
                f'{speaker} is needed in "{pair[1]}" from {later.starts:%H:%M}, and until '
                f'{first.ends or first.starts:%H:%M} in "{pair[0]}" of line {line}{where}',
                "change a time, a speaker, or who leads",
                **draft.at("program", *later.location) | {"record": speaker},
            )


class _Speaking(NamedTuple):
    location: Location
    session: Session
    starts: dt.datetime
    ends: dt.datetime | None
    room: str | None

    def while_(self, later: "_Speaking") -> bool:
        """Tell whether one who speaks here can't be there: elsewhere, and at the same time."""
        one, other = self.session, later.session
        apart = self.room is None or self.room != later.room
        kin = other.id in {one.id, one.within} or other.within == one.id
        return apart and not kin and self.ends is not None and later.starts < self.ends


def _speaking(session: Session) -> Iterator[tuple[Mention, dt.datetime, dt.datetime | None]]:
    """Yield who speaks or leads, from when, and until when; of a talk with a time, in that."""
    for speaker in (*session.speakers, *([session.chair] if session.chair else [])):
        yield speaker, session.starts, session.ends
    for talk in session.talks:
        starts, ends = session.starts, session.ends
        if talk.start:
            starts = session.moment(talk.start)
            ends = starts + dt.timedelta(minutes=talk.minutes) if talk.minutes else ends
        for speaker in talk.speakers:
            yield speaker, starts, ends


def talks_without_title(draft: PartialEvent) -> Iterator[Problem]:
    """A talk that is called nothing."""
    for location, session in draft.sessions.items():
        for index, talk in enumerate(session.talks):
            if not (talk.title or talk.paper):
                yield error(
                    "missing-key",
                    '"title" is missing',
                    "write it here, or name the paper whose title the talk has",
                    **draft.at("program", *location, "talks", index),
                )


def talks_without_speaker(draft: PartialEvent) -> Iterator[Problem]:
    """A title that nobody speaks to."""
    for location, session in draft.sessions.items():
        silent = [
            (*location, "talks", index)
            for index, talk in enumerate(session.talks)
            if not (talk.speakers or talk.paper)
        ]
        if session.kind in _BY_SOMEBODY and not (session.speakers or session.talks):
            silent.append(location)
        for here in silent:
            yield warning(
                "no-speaker",
                "this talk has no speaker",
                "add speakers, a list of ids of people",
                **draft.at("program", *here),
            )


def people_on_no_session(draft: PartialEvent) -> Iterator[Problem]:
    """Somebody who is to speak, and for whom the program has no time."""
    if not draft.sessions:  # the program is yet to be written
        return
    speakers = chain.from_iterable(_speakers(each) for each in draft.sessions.values())
    placed = {speaker.person for speaker in speakers}
    for location, person in draft.people.items():
        role = next((role for role in person.roles if role in _ON_STAGE), None)
        if role and person.id not in placed:
            yield warning(
                "unscheduled",
                f"{person.name} has the role {role} and speaks in no session",
                "add the id to the speakers of a session in data/program.yaml",
                **draft.at("workshop", *location),
            )


def _speakers(session: Session) -> Iterator[Mention]:
    yield from session.speakers
    for talk in session.talks:
        yield from talk.speakers
