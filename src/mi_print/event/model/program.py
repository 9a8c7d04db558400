"""`data/program.yaml`: the day, session by session."""

from enum import StrEnum

from mi_print.event.model.base import EventPart
from mi_print.event.model.mention import PersonMention
from mi_print.event.string_types import Identifier, TextLine
from mi_print.event.time_types import Clock


class Kind(StrEnum):
    """What a session is."""

    SOCIAL = "social"
    BREAK = "break"
    OPENING = "opening"
    KEYNOTE = "keynote"
    TALK = "talk"
    PANEL = "panel"
    SPOTLIGHTS = "spotlights"
    POSTERS = "posters"
    LIGHTNING = "lightning"
    CLOSING = "closing"


class Talk(EventPart):
    """One of several talks in a session."""

    title: TextLine
    """As it is printed."""
    speakers: tuple[PersonMention, ...] = ()
    """Those who speak: ids of people, or a name and an affiliation."""


class Session(EventPart):
    """A stretch of the day, in one room."""

    id: Identifier
    """The short name by which papers and spotlights refer to this session."""
    start: Clock
    """When it begins, in quotes: "09:30"."""
    end: Clock
    """When it ends, in quotes: "10:00"."""
    kind: Kind
    """What it is."""
    title: TextLine
    """As it is printed."""
    speakers: tuple[PersonMention, ...] = ()
    """Those who speak: ids of people, or a name and an affiliation; of talks it stands there."""
    talks: tuple[Talk, ...] = ()
    """The talks in their order, if there are several."""
    posters: Identifier | None = None
    """Of a spotlights session: the poster session whose spotlights speak."""
    room: TextLine | None = None
    """Where it is, if not in the venue's room."""
    remote: bool = False
    """Whether whoever speaks is not in the room."""

    @property
    def minutes(self) -> int:
        """How long it takes."""
        start, end = (60 * time.hour + time.minute for time in (self.start, self.end))
        return end - start


class Program(EventPart):
    """`data/program.yaml`: the day."""

    sessions: tuple[Session, ...] = ()
    """The sessions, in the order of printing."""
