"""A room's day as stretches of time, and heights for them: arithmetic, without a text.

A pause in which nothing is in the room is a stretch of its own; so is the end of the day, if
somebody says when that is.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from mi_print.event.model import Kind, Session, Talk

PAUSE = dt.timedelta(minutes=15)
"""What is shorter is no pause: people change rooms, or speakers."""

_OPEN = dt.timedelta(hours=1)
"""As how long the last session is shown if nobody says when it ends."""

_NEARLY = 1.08


@dataclass(frozen=True, slots=True)
class DoorHours:
    """A session or a pause until `ends`, or the end of the day, which takes no time."""

    starts: dt.datetime
    ends: dt.datetime
    session: Session | None = None

    @property
    def minutes(self) -> float:
        """How long it is."""
        return (self.ends - self.starts).total_seconds() / 60


def hours(sessions: Sequence[Session]) -> list[DoorHours]:
    """Return the stretches of some sessions that are in their order.

    A session lasts until the next one begins, or until a pause.
    """
    found: list[DoorHours] = []
    reached = sessions[0].starts
    for session, later in zip_longest(sessions, sessions[1:]):
        open_end = session.ends is None and session.starts >= reached
        reached = max(reached, session.starts, session.ends or session.starts)
        if later is None:
            ends = reached + _OPEN if open_end else reached
            found.append(DoorHours(session.starts, ends, session))
            found += [] if open_end else [DoorHours(reached, reached)]
        elif open_end or later.starts - reached < PAUSE:
            found.append(DoorHours(session.starts, later.starts, session))
        else:
            found.append(DoorHours(session.starts, max(session.starts, reached), session))
            found.append(DoorHours(reached, later.starts))
    return found


def filled(least: Sequence[float], minutes: Sequence[float], height: float) -> list[float]:
    """Return heights that fill a sheet, each at least so much; in proportion to times where more.

    Their sum is more than the height if that of the least is.
    """
    low = set[int]()
    while True:
        free = [at for at in range(len(least)) if at not in low and minutes[at]]
        rest = height - sum(least[at] for at in range(len(least)) if at not in free)
        each = rest / (sum(minutes[at] for at in free) or 1)
        short = {at for at in free if each * minutes[at] < least[at]}
        if not short:
            return [each * minutes[at] if at in free else least[at] for at in range(len(least))]
        low |= short


def with_talks(sessions: Sequence[Session]) -> list[Session]:
    """Return sessions, each followed by its talks as sessions, if all of these have their times."""
    found: list[Session] = []
    for session in sessions:
        if not session.talks or not all(talk.start for talk in session.talks):
            found.append(session)
            continue
        found.append(session.model_copy(update={"talks": ()}))
        found += [_of_talk(talk, session) for talk in session.talks]
    return found


def _of_talk(talk: Talk, session: Session) -> Session:
    start = talk.start or session.start
    day = session.moment(start).date()
    when = {"start": start, "end": None, "day": day, "within": session.id}
    what = {"kind": Kind.TALK, "title": talk.title or "", "speakers": talk.speakers, "talks": ()}
    return session.model_copy(update={**when, **what})


def in_proportion(heights: Sequence[float], minutes: Sequence[float]) -> bool:
    """Return whether heights are as times, near enough for the eye; what takes no time aside."""
    each = [high / long for high, long in zip(heights, minutes, strict=True) if long]
    return max(each, default=1) <= _NEARLY * min(each, default=1)


def divided(least: Sequence[float], height: float) -> list[range]:
    """Return rows in as few sheets as they need, which are filled as evenly as they can be."""
    fewest = len(_parts(least, height))
    low, high = sum(least) / fewest, height
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_parts(least, middle)) <= fewest else (middle, high)
    return _parts(least, high)


def _parts(least: Sequence[float], height: float) -> list[range]:
    begins = [0]
    free = height
    for at, high in enumerate(least):
        if high > free and at > begins[-1]:
            begins.append(at)
            free = height
        free -= high
    return [range(*pair) for pair in zip(begins, [*begins[1:], len(least)], strict=True)]
