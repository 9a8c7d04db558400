"""`data/print.yaml`: what is ordered."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field

from mi_print.event.model.base import EventPart
from mi_print.event.model.roles import RoleName
from mi_print.event.string_types import Identifier
from mi_print.event.time_types import Day
from mi_print.rule_catalog import rules
from mi_print.source.lengths import Length
from mi_print.source.text_line import TextLine
from mi_print.source.wording import nearest, shown
from mi_print.trade.sizes import PaperFormat, sheet_size

SheetScheme = Literal[
    "saddle", "perfect", "n-up", "cut-stack", "work-and-turn", "work-and-tumble", "fold-over"
]
"""How pages become sheets, by the names that `mi-print impose --scheme` takes."""
SheetFill = Literal["rows", "columns", "stack"]
"""Which way sheets are filled; `stack` is so that piles laid on each other are in order."""


SHEETS = ("stock", "start", "fill", "impose", "sheet", "caliper")
"""The keys of an order that say how its pages are put on sheets."""


def _sheet(text: str) -> str:
    sheet_size(text)
    return text


def _thick(caliper: float) -> float:
    if caliper <= 0:
        raise ValueError("a leaf is thicker than nothing; leave caliper out for no creep")
    return caliper


class Order(EventPart):
    """What is ordered of one product; what is left out is the layout's default."""

    layout: Identifier | None = None
    """The folder under `layouts/`."""
    size: Identifier | None = None
    """One of the layout's sizes."""
    shop: Identifier | None = None
    """The print shop's profile; without it, the one of the format."""
    quantity: int | None = Field(default=None, ge=1, le=1_000_000)
    """How many copies."""
    stock: Identifier | None = None
    """The sheet of cards that it is printed on, besides its pages; it chooses the size."""
    start: int | None = Field(default=None, ge=1, le=10_000)
    """The card of the stock's first sheet to begin with, if those before it are used up."""
    fill: SheetFill | None = None
    """Which way sheets are filled; without it, those of a stock as `stack`, others as `rows`."""
    impose: SheetScheme | None = None
    """How its pages are put on sheets, besides the pages."""
    sheet: Annotated[TextLine, AfterValidator(_sheet)] | None = None
    """The sheet, by the name of its size or as 320x450mm; without it, the smallest with room."""
    caliper: Annotated[Length, AfterValidator(_thick)] | None = None
    """The thickness of a leaf of a bound book, by which pages move toward its spine."""

    def with_sheets(self, own: "Order") -> Self:
        """Return a named order with what it leaves out of sheets as another has it.

        One of another layout or size, or with sheets of its own, has no others; none begins on
        a sheet that another has used up.
        """
        if {"layout", "size", "stock", "impose"} & self.model_fields_set:
            return self
        keys = {*SHEETS} - {"start"} - self.model_fields_set
        return self.model_copy(update={key: getattr(own, key) for key in keys})


class ProgramOrder(Order):
    """What is ordered of the booklet."""

    group: Literal["category", "topic"] = "category"
    """Which key of the papers the lists of posters, board cards and range signs go by."""
    abstracts: bool = False
    """Whether the abstracts of sessions, talks, and papers are printed."""
    sort: Literal["name", "family"] | None = None
    """What the index goes by; without it, `family` if of most people the family name is known."""


BadgeSort = Literal["name", "family", "role", "file"]
"""What badges are sorted by; `file` is the order of the data."""


class BadgeSelection(Order):
    """Who has a badge, in which order; everybody in `data/attendees.csv` has one anyway."""

    roles: tuple[RoleName, ...] | None = Field(default=None, max_length=100)
    """Who of the program has a badge, even without standing in `data/attendees.csv`.

    Without it, everybody with a role but volunteers.
    """
    where: dict[Identifier, TextLine] = Field(default={}, max_length=20)
    """Those badges alone that say all of this: a value for each field."""
    sort: BadgeSort | None = None
    """What the badges are sorted by; without it, `file`, the order of the data."""
    sides: Literal[1, 2] | None = None
    """1 for fronts alone, 2 for backs too; without it, as the layout has it in that size."""

    spares: int | None = Field(default=None, ge=0, le=1000)
    """How many blank badges there are of each role; without it, none."""
    dividers: bool | None = None
    """Whether a card stands before the badges of each letter, or role, by which they are sorted."""

    pick_up: bool | None = None
    """Whether there is a list of the badges, in their order, to tick off as they are picked up."""

    @property
    def conditions(self) -> tuple[str, ...]:
        """What `where` says, each as FIELD=VALUE."""
        return tuple(f"{field}={value}" for field, value in self.where.items())


class BadgeOrder(BadgeSelection):
    """What is ordered of the badges."""

    order: BadgeSort | None = Field(default=None, json_schema_extra={"deprecated": True})
    """The name of `sort` until now."""

    @property
    def sorting(self) -> BadgeSort:
        """What the badges are sorted by."""
        return self.sort or self.order or "file"


class SignageOrder(EventPart):
    """What is ordered of the signage: for all of it, and for single kinds of sign."""

    shop: Identifier | None = None
    """The print shop's profile; without it, the one of the format."""
    quantity: int | None = Field(default=None, ge=1, le=1_000_000)
    """How many copies of each sign."""
    kinds: dict[Identifier, Order] = Field(default_factory=dict, max_length=100)
    """What is ordered of a kind of sign alone, by its name; it goes before the rest."""


class NamedOrder(BadgeSelection):
    """Another order of a product, beside the product's own, with files of its own.

    Of signage `where` names the kind; the other products know no `where`.
    """

    product: Literal["cfp", "program", "badges", "signage"]
    """What is ordered."""


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
    format: PaperFormat | None = None
    """The paper that sizes and shops go by where none is ordered: a4 or letter."""
    cfp: Order = Order()
    """The flyer with the call for papers."""
    program: ProgramOrder = ProgramOrder()
    """The program booklet."""
    badges: BadgeOrder = BadgeOrder()
    """The name badges."""
    signage: SignageOrder = SignageOrder()
    """Board cards, signs and lists."""
    orders: dict[Identifier, NamedOrder] = Field(default={}, max_length=100)
    """More orders, by names that their files have too: `badges-crew.pdf`."""
    accept: tuple[Acceptance, ...] = Field(default=(), max_length=1000)
    """Warnings that are not to be said."""
