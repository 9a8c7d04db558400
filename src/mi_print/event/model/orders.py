"""`data/print.yaml`: what is ordered."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from mi_print.event.model.base import EventPart
from mi_print.event.model.roles import RoleName
from mi_print.event.string_types import Identifier, TextLine
from mi_print.event.time_types import Day
from mi_print.rule_catalog import rules
from mi_print.source.wording import nearest, shown


class Order(EventPart):
    """What is ordered of one product; what is left out is the layout's default."""

    layout: Identifier | None = None
    """The folder under `layouts/`."""
    size: Identifier | None = None
    """One of the layout's sizes."""
    shop: Identifier | None = None
    """The print shop's profile."""
    quantity: int | None = Field(default=None, ge=1, le=1_000_000)
    """How many copies."""


class ProgramOrder(Order):
    """What is ordered of the booklet."""

    group: Literal["category", "topic"] = "category"
    """Which key of the papers the lists of posters, board cards and range signs go by."""


class BadgeOrder(Order):
    """What is ordered of the badges; everybody in `data/attendees.csv` has one anyway."""

    roles: tuple[RoleName, ...] | None = Field(default=None, max_length=100)
    """Who of the program has a badge, even without standing in `data/attendees.csv`.

    Without it, everybody with a role but volunteers.
    """
    order: Literal["name", "family", "role", "file"] = "file"
    """What the badges are sorted by; `file` is the order of the data."""


class SignageOrder(EventPart):
    """What is ordered of the signage: for all of it, and for single kinds of sign."""

    shop: Identifier | None = None
    """The print shop's profile."""
    quantity: int | None = Field(default=None, ge=1, le=1_000_000)
    """How many copies of each sign."""
    kinds: dict[Identifier, Order] = Field(default_factory=dict, max_length=100)
    """What is ordered of a kind of sign alone, by its name; it goes before the rest."""


def _warns(rule: str) -> str:
    known = rules()
    if rule not in known:
        raise ValueError(
            f'no rule is called "{shown(rule)}"; {nearest(rule, _warnings())}'.rstrip("; ")
        )
    if "warning" not in known[rule].severity:
        raise ValueError(f'"{rule}" is an error, and only warnings are accepted; mend it')
    return rule


def _warnings() -> list[str]:
    return [name for name, text in rules().items() if "warning" in text.severity]


class Acceptance(EventPart):
    """A warning that is not to be said: somebody has looked at it, and it is as it should be."""

    rule: Annotated[str, Field(max_length=80), AfterValidator(_warns)]
    """The rule that the warning names; an error can't be accepted."""
    id: TextLine | None = None
    """What has the warning: the id of a person, session, paper or attendee, a colour's name."""
    reason: TextLine
    """Why it is right as it is, for whoever reads this next year."""


class PrintOrders(EventPart):
    """`data/print.yaml`: what is ordered of each product."""

    date: Day | None = None
    """The day that is written into print editions; else the workshop's."""
    cfp: Order = Order()
    """The flyer with the call for papers."""
    program: ProgramOrder = ProgramOrder()
    """The program booklet."""
    badges: BadgeOrder = BadgeOrder()
    """The name badges."""
    signage: SignageOrder = SignageOrder()
    """Board cards, signs and lists."""
    accept: tuple[Acceptance, ...] = Field(default=(), max_length=1000)
    """Warnings that are not to be said."""
