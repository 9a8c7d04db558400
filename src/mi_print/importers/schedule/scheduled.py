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


class ScheduledTalk(NamedTuple):
    """One talk of a session: the id of its paper, and when it is, if that is said."""

    paper: str
    starts: dt.datetime | None = None
    minutes: int | None = None


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
        chair: the name of whoever leads it.
        within: the id of the session that it is a part of.
        talks: those in it, of papers.
        papers: the ids of those that are shown in it.
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
    chair: str = ""
    within: str = ""
    talks: tuple[ScheduledTalk, ...] = ()
    papers: tuple[str, ...] = ()


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
