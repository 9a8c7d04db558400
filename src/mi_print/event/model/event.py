"""The event as a whole."""

from pydantic import Field

from mi_print.event.model.attendees import Attendee
from mi_print.event.model.base import EventPart
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

    def person(self, identifier: str) -> Person:
        """Return the person of this id; `load` has made sure there is one."""
        return next(person for person in self.workshop.people if person.id == identifier)

    def having(self, role: str) -> list[Person]:
        """Return the people with this role, in the order of the data."""
        return [person for person in self.workshop.people if role in person.roles]
