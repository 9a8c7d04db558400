"""`data/workshop.yaml`: what the workshop is, where, when, and who."""

from enum import StrEnum

from pydantic import Field

from mi_print.event.clock import Day
from mi_print.event.model.part import Part
from mi_print.event.text import Address, Email, Identifier, Language, Line, Paragraph
from mi_print.trade.inks import Ink


class Role(StrEnum):
    """What somebody does at the workshop, foremost first."""

    KEYNOTE = "keynote"
    PANELIST = "panelist"
    ORGANIZER = "organizer"
    SPEAKER = "speaker"
    LIGHTNING = "lightning"
    VOLUNTEER = "volunteer"


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

    colours: dict[Identifier, Ink] = Field(default={})
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
    """The language of the texts (BCP 47); screen readers and Han characters need it."""
    venue: Venue
    """Where it is."""
    url: Address | None = None
    """The workshop's web page; the flyer and the booklet print it."""
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
