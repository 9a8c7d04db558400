"""`data/workshop.yaml`: what the workshop is, where, when, and who."""

import datetime as dt
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import Literal, Self

from pydantic import ConfigDict, Field, model_validator

from mi_print.event.model.base import EventPart
from mi_print.event.model.mention import PersonMention
from mi_print.event.model.pictures import PicturePath
from mi_print.event.model.roles import WORD, OwnRole, RoleIdentifier, RoleName, RoleTable
from mi_print.event.string_types import (
    Address,
    Email,
    Identifier,
    Language,
    NameLine,
    Paragraph,
    WordPhrase,
)
from mi_print.event.time_types import Day
from mi_print.language.print_locale import PrintLocale
from mi_print.source.text_line import TextLine
from mi_print.trade.inks import Ink, WrittenInk


class Person(EventPart):
    """Somebody of the program, written once and referred to by id."""

    id: Identifier
    """The short name by which sessions and the contact refer to this person."""
    name: NameLine
    """The whole name as it is printed."""
    given: NameLine | None = None
    """Given name, only where it is known: a name is never split by guesswork."""
    family: NameLine | None = None
    """Family name, only where it is known."""
    sort: NameLine | None = None
    """What the name is sorted by, if not by itself: "Sample, Bo van"."""
    pronunciation: TextLine | None = None
    """How the name is said, for whoever introduces the person."""
    affiliation: TextLine | None = None
    """University, company or group."""
    position: TextLine | None = None
    """What the person is there."""
    pronouns: TextLine | None = None
    """Printed as written."""
    roles: tuple[RoleName, ...] = Field(default=(), max_length=20)
    """What the person does at the workshop; `Workshop` has the ids."""
    bio: Paragraph | None = None
    """A few sentences about the person."""
    photo: PicturePath | None = None
    """The path of a photograph in `data/`: a JPEG, a PNG, or an SVG."""
    url: Address | None = None
    """The person's own web page."""
    lang: Language | None = None
    """The language of the name (BCP 47); it chooses the forms of Han characters."""
    same_as: Literal["none", "author"] | None = None
    """Of others with the same name: `none` of them is this person, or the `author` is."""


class Host(EventPart):
    """The conference that the workshop belongs to."""

    name: TextLine
    """Name and year."""
    place: TextLine | None = None
    """City and state or country."""
    url: Address | None = None
    """The conference's web page."""


class Room(EventPart):
    """One of the venue's rooms."""

    id: Identifier
    """The short name by which sessions refer to it."""
    name: TextLine
    """As it is printed."""
    level: TextLine | None = None
    """The floor that it is on, as it is printed."""
    capacity: int | None = Field(default=None, ge=1, le=1_000_000)
    """How many people it has room for."""


class Venue(EventPart):
    """Where it is."""

    name: TextLine
    """The building."""
    room: TextLine | None = None
    """The room of every session that names no other."""
    rooms: tuple[Room, ...] = Field(default=(), max_length=500)
    """The rooms, if sessions are in several."""
    address: TextLine | None = None
    """Street and city."""
    directions: tuple[Paragraph, ...] = Field(default=(), max_length=20)
    """How to get to the room, a paragraph each."""

    @property
    def room_names(self) -> tuple[str, ...]:
        """The names of its rooms in their order."""
        return tuple(room.name for room in self.rooms)


class Contact(EventPart):
    """Whom to write to."""

    person: PersonMention | None = None
    """Whose address it is: the id of one of the people, or a name and an affiliation."""
    email: Email
    """The address that is printed."""


class Track(EventPart):
    """A kind of submission and its page limit."""

    name: TextLine
    """What the call names it."""
    pages: int = Field(ge=1, le=1000)
    """Pages allowed, references not counted."""


class Deadline(EventPart):
    """A day, and the zone in which it ends: `AoE` or an IANA time zone."""

    date: Day
    """The last day, as 2025-08-22."""
    zone: TextLine
    """`AoE` (anywhere on Earth) or a zone such as `Europe/Paris`."""


class Call(EventPart):
    """The call for papers."""

    opens: Day | None = None
    """The first day of submission."""
    deadline: Deadline
    """The last day of submission."""
    notification: Day | None = None
    """The day on which authors hear."""
    submit: Address | None = None
    """Where papers are submitted; the flyer's QR code leads there."""
    tracks: tuple[Track, ...] = Field(min_length=1, max_length=50)
    """The kinds of submission."""
    camera_ready_extra_pages: int | None = Field(default=None, ge=1, le=100)
    """Pages more that an accepted paper may have."""
    notes: Paragraph | None = None
    """What authors should know besides."""


class Group(EventPart):
    """A committee, or those who are thanked."""

    heading: TextLine
    """What stands above the names."""
    people: tuple[PersonMention, ...] = Field(min_length=1, max_length=2000)
    """Who they are: ids of people, or a name and an affiliation."""


class Sponsor(EventPart):
    """Who paid."""

    name: TextLine
    """As the sponsor writes it."""
    level: TextLine | None = None
    """The level of sponsoring, as it is printed; with `sponsor_levels`, one of these."""
    url: Address | None = None
    """The sponsor's web page."""
    logo: PicturePath | None = None
    """The path of the sponsor's logo in `data/`: an SVG, a PNG, or a JPEG."""


class SponsorGroup(EventPart):
    """The sponsors of a level."""

    level: TextLine | None
    """The level as it is printed; of those without one, none."""
    sponsors: tuple[Sponsor, ...]
    """In the order of the data."""


class Theme(EventPart):
    """Colours that this workshop changes, by their names in the shared theme."""

    colours: dict[Identifier, WrittenInk] = Field(default={}, max_length=100)
    """For each name "#0B6E4F", or that and its build in ink; no two may look the same."""


class Workshop(EventPart):
    """`data/workshop.yaml`: what the workshop is, where, when, and who."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["date"]}, {"required": ["dates"]}]}
    )

    name: TextLine
    """The workshop's name, without the conference."""
    short: TextLine | None = None
    """The name in few letters."""
    host: Host | None = None
    """The conference that the workshop belongs to."""
    date: Day | None = None
    """The day of the workshop, as 2025-12-07, if it is one."""
    dates: tuple[Day, ...] = Field(default=(), max_length=100)
    """The days of the workshop in their order, if there are several."""
    tentative: bool = False
    """Whether the date may still change; the flyer says so."""
    timezone: TextLine | None = None
    """The time zone of all times, as in `America/Los_Angeles` (IANA)."""
    lang: Language = "en"
    """The language of the texts (BCP 47), and of the words, dates, and times that layouts say."""
    clock: Literal[12, 24] | None = None
    """Whether times are said in 12 or in 24 hours; if left out, as is usual in the language."""
    words: dict[TextLine, WordPhrase] = Field(default={}, max_length=500)
    """Words that layouts say otherwise, by their keys: a text, or one for each plural form."""
    venue: Venue
    """Where it is."""
    url: Address | None = None
    """The workshop's web page; the flyer and the booklet print it."""
    contact: Contact | None = None
    """Whom to write to."""
    about: tuple[Paragraph, ...] = Field(default=(), max_length=20)
    """What the workshop is about, a paragraph each, for those who don't know it yet."""
    welcome: tuple[Paragraph, ...] = Field(default=(), max_length=20)
    """The booklet's opening words, a paragraph each."""
    attendance: Paragraph | None = None
    """Who may come, and with which registration."""
    topics: tuple[TextLine, ...] = Field(default=(), max_length=200)
    """Subjects that papers are asked for."""
    call: Call | None = None
    """The call for papers."""
    roles: dict[RoleIdentifier, OwnRole] = Field(default={}, max_length=100)
    """Roles besides the known ones, and other words for these, foremost first."""
    people: tuple[Person, ...] = Field(default=(), max_length=2000)
    """Everybody of the program, in the order of printing."""
    groups: tuple[Group, ...] = Field(default=(), max_length=100)
    """Committees and thanks, in the order of printing."""
    sponsors: tuple[Sponsor, ...] = Field(default=(), max_length=500)
    """Who paid, in the order of printing."""
    sponsor_levels: tuple[TextLine, ...] = Field(default=(), max_length=20)
    """The levels of sponsors, the first to be printed first."""
    theme: Theme = Theme()
    """The workshop's own colours."""

    @model_validator(mode="after")
    def _know_the_roles(self) -> Self:
        """Put ids in place of the words for people's roles; unknown ones stay for the checks."""
        table = self.role_table
        people = (
            person.model_copy(update={"roles": tuple(table.find(each) or each for each in roles)})
            if (roles := person.roles)
            else person
            for person in self.people
        )
        self.__dict__["people"] = tuple(people)  # the model is frozen, and not given to anybody yet
        return self

    @cached_property
    def role_table(self) -> RoleTable:
        """All roles that there are."""
        return RoleTable(self.roles, PrintLocale(self.lang, self.clock, self.words))

    @property
    def sponsor_groups(self) -> tuple[SponsorGroup, ...]:
        """The sponsors level by level; in the order of the data where no levels are given."""
        rank = {level: number for number, level in enumerate(self.sponsor_levels)}
        found = sorted(self.sponsors, key=lambda each: rank.get(each.level or "", len(rank)))
        return tuple(
            SponsorGroup.model_construct(level=level, sponsors=tuple(some))
            for level, some in groupby(found, attrgetter("level"))
        )

    @property
    def inks(self) -> dict[str, Ink]:
        """The colours of its own: those of its theme, and those of its roles (`role-mentor`)."""
        roles = ((f"{WORD}{name}", role.colour) for name, role in self.roles.items())
        return self.theme.colours | {name: ink for name, ink in roles if isinstance(ink, Ink)}

    @cached_property
    def named_colours(self) -> dict[str, str]:
        """The roles (`role-mentor`) that have a colour of the theme, and its name."""
        roles = ((f"{WORD}{name}", role.colour) for name, role in self.roles.items())
        return {name: colour for name, colour in roles if isinstance(colour, str)}

    @property
    def days(self) -> tuple[dt.date, ...]:
        """The days in their order; none if neither `date` nor `dates` says any."""
        return self.dates or ((self.date,) if self.date else ())
