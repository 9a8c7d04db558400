"""A schedule as all its formats say it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mi_print.problem import Problem


class ScheduledPerson(NamedTuple):
    """Somebody who speaks: the name, and what is said of them."""

    name: str
    bio: str = ""


@dataclass(frozen=True, slots=True)
class ScheduledSession:
    """One entry.

    Attributes:
        id: that of the source.
        title: as it is written there.
        starts: on the clock of the place.
        minutes: how long it takes; `None` if that is not said.
        room: its name.
        kind: the word of the source for what it is.
        people: those who speak.
        subtitle, track, lang, abstract, url: as there; nothing if they are not.
    """

    id: str
    title: str
    starts: dt.datetime
    minutes: int | None = None
    room: str = ""
    kind: str = ""
    people: tuple[ScheduledPerson, ...] = ()
    subtitle: str = ""
    track: str = ""
    lang: str = ""
    abstract: str = ""
    url: str = ""


class Schedule(NamedTuple):
    """What a file says.

    Attributes:
        title: the name of the event.
        zone: its time zone; nothing if it is not known, or contradicts the times.
        sessions: in the order of the file.
        problems: what is wrong with it.
    """

    title: str
    zone: str
    sessions: Sequence[ScheduledSession]
    problems: Sequence[Problem]
