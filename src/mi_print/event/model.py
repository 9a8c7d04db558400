"""The event's shape: one immutable tree, checked field by field.

What these models can't see alone (references, overlaps, boards) is in
`checks`.  The same models write the JSON Schemas that editors use.
"""

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from mi_print.event.text import Address, Identifier, Line, Paragraph
from mi_print.trade.inks import Ink

REMOTE = "remote"
"""What `session` says of a paper that is presented from afar."""


class Part(BaseModel):
    """A part of the event: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Role(StrEnum):
    """What somebody does at the workshop, foremost first."""

    KEYNOTE = "keynote"
    PANELIST = "panelist"
    ORGANIZER = "organizer"
    SPEAKER = "speaker"
    LIGHTNING = "lightning"
    VOLUNTEER = "volunteer"


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


class Person(Part):
    """Somebody of the program, written once and referred to by id."""

    id: Identifier
    name: Line
    given: Line | None = None
    family: Line | None = None
    affiliation: Line | None = None
    position: Line | None = None
    pronouns: Line | None = None
    roles: tuple[Role, ...] = Field(min_length=1)
    bio: Paragraph | None = None
    url: Address | None = None
    lang: Line | None = None


class Host(Part):
    """The conference that the workshop belongs to."""

    name: Line
    place: Line
    url: Address | None = None


class Venue(Part):
    """Where it is."""

    name: Line
    room: Line
    address: Line | None = None
    directions: tuple[Paragraph, ...] = ()


class Contact(Part):
    """Whom to write to."""

    person: Identifier | None = None
    email: Annotated[Line, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]


class Track(Part):
    """A kind of submission and its page limit."""

    name: Line
    pages: int = Field(ge=1, le=1000)


class Deadline(Part):
    """A day, and the zone in which it ends: `AoE` or an IANA time zone."""

    date: dt.date
    zone: Line


class Call(Part):
    """The call for papers."""

    opens: dt.date | None = None
    deadline: Deadline
    notification: dt.date | None = None
    submit: Address
    tracks: tuple[Track, ...] = Field(min_length=1)
    camera_ready_extra_pages: int | None = Field(default=None, ge=1, le=100)
    notes: Paragraph | None = None


class Sponsor(Part):
    """Who paid."""

    name: Line
    level: Line | None = None
    url: Address | None = None


class Theme(Part):
    """Colours that this workshop changes, by their names in the shared theme."""

    colours: dict[Identifier, Ink] = {}


class Workshop(Part):
    """`data/workshop.yaml`."""

    name: Line
    host: Host
    date: dt.date
    tentative: bool = False
    timezone: Line
    lang: Annotated[Line, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] = "en"
    venue: Venue
    url: Address | None = None
    contact: Contact
    about: tuple[Paragraph, ...] = Field(min_length=1)
    welcome: tuple[Paragraph, ...] = ()
    attendance: Paragraph | None = None
    topics: tuple[Line, ...] = ()
    call: Call | None = None
    people: tuple[Person, ...] = ()
    sponsors: tuple[Sponsor, ...] = ()
    theme: Theme = Theme()


class Talk(Part):
    """One of several talks in a session."""

    title: Line
    speakers: tuple[Identifier, ...] = ()


class Session(Part):
    """A stretch of the day.  Its room is the venue's unless it names one.

    `posters` names, for a spotlight session, the poster session whose
    spotlights speak.
    """

    id: Identifier
    start: dt.time
    end: dt.time
    kind: Kind
    title: Line
    speakers: tuple[Identifier, ...] = ()
    talks: tuple[Talk, ...] = ()
    posters: Identifier | None = None
    room: Line | None = None
    remote: bool = False

    @property
    def minutes(self) -> int:
        """How long it takes."""
        start, end = (60 * time.hour + time.minute for time in (self.start, self.end))
        return end - start


class Program(Part):
    """`data/program.yaml`."""

    sessions: tuple[Session, ...] = ()


class Paper(Part):
    """A paper: on a board in a poster session, or presented remotely."""

    id: Identifier
    title: Line
    authors: tuple[Line, ...] = Field(min_length=1)
    category: Line | None = None
    session: Identifier | Literal["remote"]
    board: int | None = Field(default=None, ge=1, le=9999)
    spotlight: bool = False
    spotlight_order: int | None = Field(default=None, ge=1)
    url: Address | None = None
    lang: Line | None = None

    @property
    def remote(self) -> bool:
        """Whether it has no place in the room."""
        return self.session == REMOTE


class Papers(Part):
    """`data/papers.yaml` (or the same columns in `data/papers.csv`)."""

    papers: tuple[Paper, ...] = ()


class Order(Part):
    """What is ordered of one product; what is left out is the layout's default."""

    layout: Identifier | None = None
    size: Identifier | None = None
    shop: Identifier | None = None
    quantity: int | None = Field(default=None, ge=1)


class PrintOrders(Part):
    """`data/print.yaml`: the orders by product."""

    cfp: Order = Order()
    program: Order = Order()


class Event(Part):
    """Everything that `data/` says."""

    workshop: Workshop
    program: Program = Program()
    papers: tuple[Paper, ...] = ()
    orders: PrintOrders = PrintOrders()

    def person(self, identifier: str) -> Person:
        """Return the person of this id; `load` has made sure there is one."""
        return next(person for person in self.workshop.people if person.id == identifier)

    def having(self, role: Role) -> list[Person]:
        """Return the people with this role, in the order of the data."""
        return [person for person in self.workshop.people if role in person.roles]
