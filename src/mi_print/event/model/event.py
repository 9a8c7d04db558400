"""The event as a whole.

What one file leaves to another is filled in here: names of people who are named by
id, the first of several days as `Workshop.date`, a session's day, the name of its
room or place as `Session.room`, the title of a talk's paper.
"""

from collections.abc import Mapping
from functools import cached_property

from pydantic import Field, ValidationInfo, field_validator

from mi_print.event.model.attendees import Attendee
from mi_print.event.model.base import EventPart
from mi_print.event.model.lookup import with_authors, with_names
from mi_print.event.model.mention import Mention
from mi_print.event.model.orders import PrintOrders
from mi_print.event.model.papers import Paper
from mi_print.event.model.pictures import Picture
from mi_print.event.model.program import Program, Session
from mi_print.event.model.signs import Signs
from mi_print.event.model.workshop import Person, Workshop
from mi_print.trade.shops import Shop, shops
from mi_print.trade.stocks import Stock, stocks


class Event(EventPart):
    """Everything that `data/` says."""

    workshop: Workshop
    papers: tuple[Paper, ...] = ()
    program: Program = Program()
    attendees: tuple[Attendee, ...] = ()
    signs: Signs = Signs()
    orders: PrintOrders = PrintOrders()
    shops: dict[str, Shop] = Field(default_factory=shops)
    """All that can be ordered from: those of the trade, then the project's own."""
    stocks: dict[str, Stock] = Field(default_factory=stocks)
    """All that can be printed on: the same."""
    pictures: dict[str, Picture] = Field(default={})
    """Those that the data names, by their paths."""

    @field_validator("workshop")
    @classmethod
    def _with_names(cls, workshop: Workshop) -> Workshop:
        return with_names(workshop, _by_id(workshop))

    @field_validator("workshop")
    @classmethod
    def _first_day_and_only_room(cls, workshop: Workshop) -> Workshop:
        venue = workshop.venue
        if len(venue.rooms) == 1:
            venue = venue.model_copy(update={"room": venue.rooms[0].name})
        day = workshop.days[0] if workshop.days else None
        return workshop.model_copy(update={"date": day, "venue": venue})

    @field_validator("program")
    @classmethod
    def _placed(cls, program: Program, info: ValidationInfo) -> Program:
        workshop = info.data.get("workshop")
        if workshop is None:  # it has faults of its own
            return program
        titles = {paper.id: paper.title for paper in info.data.get("papers", ())}
        sessions = (_filled(session, workshop, titles) for session in program.sessions)
        return program.model_copy(update={"sessions": tuple(sessions)})

    @field_validator("program")
    @classmethod
    def _with_speakers(cls, program: Program, info: ValidationInfo) -> Program:
        return with_names(program, _by_id(info.data.get("workshop")))

    @field_validator("papers")
    @classmethod
    def _with_authors(cls, papers: tuple[Paper, ...], info: ValidationInfo) -> tuple[Paper, ...]:
        people = _by_id(info.data.get("workshop"))
        return with_authors(papers, people)

    @cached_property
    def _people(self) -> Mapping[str, Person]:
        return _by_id(self.workshop)

    def person(self, identifier: str) -> Person:
        """Return the person of this id; `load` has made sure there is one."""
        return self._people[identifier]

    def somebody(self, mention: str) -> Person:
        """Return who is named: one of the people, or somebody else, who has no id and no roles."""
        identifier = mention.person if isinstance(mention, Mention) else mention
        if identifier is not None:
            return self.person(identifier)
        about = {field: getattr(mention, field) for field in _OF_SOMEBODY_ELSE}
        return Person.model_construct(None, id="", roles=(), **about)

    def having(self, role: str) -> list[Person]:
        """Return the people with this role, in the order of the data."""
        return [person for person in self.workshop.people if role in person.roles]


_OF_SOMEBODY_ELSE = ("name", "affiliation", "given", "family", "sort", "lang")


def _by_id(workshop: Workshop | None) -> Mapping[str, Person]:
    return {person.id: person for person in workshop.people} if workshop else {}


def _filled(session: Session, workshop: Workshop, titles: Mapping[str, str]) -> Session:
    """Return a session with its day, what is printed of where it is, and titles of talks."""
    rooms = {room.id: room.name for room in workshop.venue.rooms}
    room = rooms.get(session.room or "", session.room)
    talks = (
        talk if talk.title else talk.model_copy(update={"title": titles.get(talk.paper or "")})
        for talk in session.talks
    )
    return session.model_copy(
        update={
            "day": session.day or workshop.date,
            "room": session.place or room,
            "talks": tuple(talks),
        }
    )
