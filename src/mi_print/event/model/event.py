"""The event as a whole."""

from collections.abc import Mapping
from functools import cached_property

from pydantic import Field, ValidationInfo, field_validator

from mi_print.event.model.attendees import Attendee
from mi_print.event.model.base import EventPart
from mi_print.event.model.lookup import with_names
from mi_print.event.model.mention import Mention
from mi_print.event.model.orders import PrintOrders
from mi_print.event.model.papers import Paper
from mi_print.event.model.program import Program
from mi_print.event.model.signs import Signs
from mi_print.event.model.workshop import Person, Workshop
from mi_print.trade.shops import Shop, shops


class Event(EventPart):
    """Everything that `data/` says."""

    workshop: Workshop
    program: Program = Program()
    papers: tuple[Paper, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    signs: Signs = Signs()
    orders: PrintOrders = PrintOrders()
    shops: dict[str, Shop] = Field(default_factory=shops)
    """All that can be ordered from: those of the trade, then the project's own."""

    @field_validator("workshop")
    @classmethod
    def _with_names(cls, workshop: Workshop) -> Workshop:
        return with_names(workshop, _by_id(workshop))

    @field_validator("program")
    @classmethod
    def _with_speakers(cls, program: Program, info: ValidationInfo) -> Program:
        return with_names(program, _by_id(info.data.get("workshop")))

    @field_validator("papers")
    @classmethod
    def _with_authors(cls, papers: tuple[Paper, ...], info: ValidationInfo) -> tuple[Paper, ...]:
        people = _by_id(info.data.get("workshop"))
        return tuple(with_names(paper, people) for paper in papers)

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


_OF_SOMEBODY_ELSE = ("name", "affiliation", "given", "family", "lang")


def _by_id(workshop: Workshop | None) -> Mapping[str, Person]:
    return {person.id: person for person in workshop.people} if workshop else {}
