"""`data/program.yaml`: the days, session by session.

Times are written as they are on the clock of the place.  With its day a time is
a moment, a `datetime` without a zone (`Session.starts`, `Session.ends`), and by
moments sessions are sorted and compared.  An end before 06:00 that is not after
the start is on the next day.  A session without a day is on the only one of the
workshop: `Event` fills it in, and the names of rooms.
"""

import datetime as dt
from enum import StrEnum

from pydantic import Field

from mi_print.event.model.base import EventPart
from mi_print.event.model.mention import PersonMention
from mi_print.event.string_types import Address, Identifier, Language, Prose
from mi_print.event.time_types import Clock, Day
from mi_print.source.text_line import TextLine

NIGHT_ENDS = dt.time(6)
"""An end before this that is not after its start is on the next day."""


class Kind(StrEnum):
    """What a session is."""

    OPENING = "opening"
    CLOSING = "closing"
    KEYNOTE = "keynote"
    TALK = "talk"
    TALKS = "talks"
    LIGHTNING = "lightning"
    SPOTLIGHTS = "spotlights"
    POSTERS = "posters"
    PANEL = "panel"
    TUTORIAL = "tutorial"
    MEETING = "meeting"
    REGISTRATION = "registration"
    BREAK = "break"
    SOCIAL = "social"
    BLOCK = "block"
    SESSION = "session"


class Talk(EventPart):
    """One of several talks in a session."""

    title: TextLine | None = None
    """As it is printed; without it, the title of its paper."""
    start: Clock | None = None
    """When it begins, in quotes, if it has a time of its own."""
    minutes: int | None = Field(default=None, ge=1, le=1440)
    """How long it takes."""
    speakers: tuple[PersonMention, ...] = Field(default=(), max_length=100)
    """Those who speak: ids of people, or a name; without any, the authors of its paper."""
    paper: Identifier | None = None
    """The id of the paper that it is about."""
    abstract: Prose = ()
    """What it is about; an empty line begins a paragraph."""


class Session(EventPart):
    """A stretch of a day, in one room."""

    id: Identifier
    """The short name by which papers and other sessions refer to this one."""
    day: Day | None = None
    """The day on which it begins; needed if there are several."""
    start: Clock
    """When it begins, in quotes: "09:30"."""
    end: Clock | None = None
    """When it ends, in quotes: "10:00"; before "06:00" and not after the start, the next day."""
    kind: Kind
    """What it is."""
    title: TextLine
    """As it is printed."""
    short: TextLine | None = None
    """The title in few words, for badges."""
    subtitle: TextLine | None = None
    """What stands below the title."""
    track: TextLine | None = None
    """The track of the program that it belongs to."""
    speakers: tuple[PersonMention, ...] = Field(default=(), max_length=100)
    """Those who speak: ids of people, or a name and an affiliation; of talks it stands there."""
    chair: PersonMention | None = None
    """Who leads it: the id of one of the people, or a name and an affiliation."""
    talks: tuple[Talk, ...] = Field(default=(), max_length=200)
    """The talks in their order, if there are several."""
    posters: Identifier | None = None
    """Of a spotlights session: the poster session whose spotlights speak."""
    within: Identifier | None = None
    """The id of the session that this one is a part of."""
    room: TextLine | None = None
    """Where it is: the id of one of the venue's rooms; if none are listed, what is printed."""
    place: TextLine | None = None
    """Where it is, if in none of the venue's rooms."""
    remote: bool = False
    """Whether whoever speaks is not in the room."""
    lang: Language | None = None
    """The language in which it is held and its title written (BCP 47), if not the workshop's."""
    url: Address | None = None
    """Its web page."""
    abstract: Prose = ()
    """What it is about; an empty line begins a paragraph."""

    @property
    def starts(self) -> dt.datetime:
        """The moment at which it begins; on the first day of all if it has no day."""
        return dt.datetime.combine(self.day or dt.date.min, self.start)

    @property
    def ends(self) -> dt.datetime | None:
        """The moment at which it ends, if that is known."""
        if self.end is None:
            return None
        night = self.end < NIGHT_ENDS and self.end <= self.start
        return self._on(self.end, night=night)

    @property
    def minutes(self) -> int | None:
        """How long it takes, if its end is known."""
        return None if self.ends is None else int((self.ends - self.starts).total_seconds()) // 60

    def moment(self, time: dt.time) -> dt.datetime:
        """Return when a talk of this session begins: on its day, or in the night that follows."""
        return self._on(time, night=time < NIGHT_ENDS and time < self.start)

    def _on(self, time: dt.time, *, night: bool) -> dt.datetime:
        day = self.starts.date() + dt.timedelta(days=int(night))
        return dt.datetime.combine(day, time)


class Program(EventPart):
    """`data/program.yaml`: the days, session by session."""

    sessions: tuple[Session, ...] = Field(default=(), max_length=1000)
    """The sessions, in the order of printing."""
