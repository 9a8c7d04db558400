"""The event's shape: one immutable tree, checked field by field.

What these models can't see alone (references, overlaps, boards) is in
`checks`.  The same models write the JSON Schemas that editors use.
"""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from mi_print.event.clock import Clock, Day
from mi_print.event.text import Address, Email, Identifier, Language, Line, Paragraph
from mi_print.trade.inks import Ink

REMOTE = "remote"
"""What `session` says of a paper that is presented from afar."""


class Part(BaseModel):
    """A part of the event: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


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
    """The short name by which sessions and the contact refer to this person."""
    name: Line
    """The whole name as it is printed."""
    given: Line | None = None
    """Given name, only where it is known: a name is never split by guesswork."""
    family: Line | None = None
    """Family name, only where it is known."""
    affiliation: Line | None = None
    """University, company or group."""
    position: Line | None = None
    """What the person is there."""
    pronouns: Line | None = None
    """Printed as written."""
    roles: tuple[Role, ...] = Field(min_length=1)
    """What the person does at the workshop."""
    bio: Paragraph | None = None
    """A few sentences about the person."""
    url: Address | None = None
    """The person's own web page."""
    lang: Language | None = None
    """The language of the name (BCP 47); it chooses the forms of Han characters."""


class Host(Part):
    """The conference that the workshop belongs to."""

    name: Line
    """Name and year."""
    place: Line
    """City and state or country."""
    url: Address | None = None
    """The conference's web page."""


class Venue(Part):
    """Where it is."""

    name: Line
    """The building."""
    room: Line
    """The room of every session that names no other."""
    address: Line | None = None
    """Street and city."""
    directions: tuple[Paragraph, ...] = ()
    """How to get to the room, a paragraph each."""


class Contact(Part):
    """Whom to write to."""

    person: Identifier | None = None
    """The id of one of the people."""
    email: Email
    """The address that is printed."""


class Track(Part):
    """A kind of submission and its page limit."""

    name: Line
    """What the call names it."""
    pages: int = Field(ge=1, le=1000)
    """Pages allowed, references not counted."""


class Deadline(Part):
    """A day, and the zone in which it ends: `AoE` or an IANA time zone."""

    date: Day
    """The last day, as 2025-08-22."""
    zone: Line
    """`AoE` (anywhere on Earth) or a zone such as `Europe/Paris`."""


class Call(Part):
    """The call for papers."""

    opens: Day | None = None
    """The first day of submission."""
    deadline: Deadline
    """The last day of submission."""
    notification: Day | None = None
    """The day on which authors hear."""
    submit: Address
    """Where papers are submitted."""
    tracks: tuple[Track, ...] = Field(min_length=1)
    """The kinds of submission."""
    camera_ready_extra_pages: int | None = Field(default=None, ge=1, le=100)
    """Pages more that an accepted paper may have."""
    notes: Paragraph | None = None
    """What authors should know besides."""


class Sponsor(Part):
    """Who paid."""

    name: Line
    """As the sponsor writes it."""
    level: Line | None = None
    """The level of sponsoring, as it is printed."""
    url: Address | None = None
    """The sponsor's web page."""


class Theme(Part):
    """Colours that this workshop changes, by their names in the shared theme."""

    colours: dict[Identifier, Ink] = {}
    """For each name the colour on screen and its build in ink; no two may look the same."""


class Workshop(Part):
    """`data/workshop.yaml`: what the workshop is, where, when, and who."""

    name: Line
    """The workshop's name, without the conference."""
    host: Host
    """The conference that the workshop belongs to."""
    date: Day
    """The day of the workshop, as 2025-12-07."""
    tentative: bool = False
    """Whether the date may still change; the flyer says so."""
    timezone: Line
    """The time zone of all times, as in `America/Los_Angeles` (IANA)."""
    lang: Language = "en"
    """The language of the texts (BCP 47); hyphenation and screen readers need it."""
    venue: Venue
    """Where it is."""
    url: Address | None = None
    """The workshop's web page; the flyer and the booklet print it as a QR code."""
    contact: Contact
    """Whom to write to."""
    about: tuple[Paragraph, ...] = Field(min_length=1)
    """What the workshop is about, a paragraph each, for those who don't know it yet."""
    welcome: tuple[Paragraph, ...] = ()
    """The booklet's opening words, a paragraph each."""
    attendance: Paragraph | None = None
    """Who may come, and with which registration."""
    topics: tuple[Line, ...] = ()
    """Subjects that papers are asked for."""
    call: Call | None = None
    """The call for papers."""
    people: tuple[Person, ...] = ()
    """Everybody of the program, in the order of printing."""
    sponsors: tuple[Sponsor, ...] = ()
    """Who paid, in the order of printing."""
    theme: Theme = Theme()
    """The workshop's own colours."""


class Talk(Part):
    """One of several talks in a session."""

    title: Line
    """As it is printed."""
    speakers: tuple[Identifier, ...] = ()
    """The ids of those who speak."""


class Session(Part):
    """A stretch of the day, in one room."""

    id: Identifier
    """The short name by which papers and spotlights refer to this session."""
    start: Clock
    """When it begins, in quotes: "09:30"."""
    end: Clock
    """When it ends, in quotes: "10:00"."""
    kind: Kind
    """What it is."""
    title: Line
    """As it is printed."""
    speakers: tuple[Identifier, ...] = ()
    """The ids of those who speak; who gives one of the talks stands there."""
    talks: tuple[Talk, ...] = ()
    """The talks in their order, if there are several."""
    posters: Identifier | None = None
    """Of a spotlights session: the poster session whose spotlights speak."""
    room: Line | None = None
    """Where it is, if not in the venue's room."""
    remote: bool = False
    """Whether whoever speaks is not in the room."""

    @property
    def minutes(self) -> int:
        """How long it takes."""
        start, end = (60 * time.hour + time.minute for time in (self.start, self.end))
        return end - start


class Program(Part):
    """`data/program.yaml`: the day."""

    sessions: tuple[Session, ...] = ()
    """The sessions, in the order of printing."""


class Paper(Part):
    """A paper: on a board in a poster session, or presented remotely."""

    id: Identifier
    """A short name or number of the paper, in quotes if it is a number."""
    title: Line
    """As it is printed."""
    authors: tuple[Line, ...] = Field(min_length=1)
    """The authors' names in their order."""
    category: Line | None = None
    """The part of the list of papers that it stands in."""
    session: Identifier
    """The id of a posters session, or `remote`."""
    board: int | None = Field(default=None, ge=1, le=9999)
    """The number of its board, unless it is remote."""
    spotlight: bool = False
    """Whether it has a spotlight talk."""
    spotlight_order: int | None = Field(default=None, ge=1)
    """Its place among the spotlight talks of its session."""
    url: Address | None = None
    """Where it can be read."""
    lang: Language | None = None
    """The language of the title and the names (BCP 47), if not the workshop's."""

    @property
    def remote(self) -> bool:
        """Whether it has no place in the room."""
        return self.session == REMOTE


class Papers(Part):
    """`data/papers.yaml` (or the same columns in `data/papers.csv`): the accepted papers."""

    papers: tuple[Paper, ...] = ()
    """The papers, in the order of printing."""


class Order(Part):
    """What is ordered of one product; what is left out is the layout's default."""

    layout: Identifier | None = None
    """The folder under `layouts/`."""
    size: Identifier | None = None
    """One of the layout's sizes."""
    shop: Identifier | None = None
    """The print shop's profile."""
    quantity: int | None = Field(default=None, ge=1)
    """How many copies."""


class PrintOrders(Part):
    """`data/print.yaml`: what is ordered of each product."""

    cfp: Order = Order()
    """The flyer with the call for papers."""
    program: Order = Order()
    """The program booklet."""


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
