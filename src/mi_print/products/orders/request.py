"""What somebody asks for on the command line, besides what `print.yaml` orders.

This imports nothing heavy, so that `--help` can name the choices at once.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Literal

PRODUCTS = ("cfp", "program", "badges", "signage")
"""The products by name, in the order in which `all` makes them."""


class Edition(StrEnum):
    """What a product is made for: the press or the screen."""

    PRINT = "print"
    SCREEN = "screen"


class Purpose(StrEnum):
    """What a run is for."""

    MAKE = "make"
    """Files, put in place."""
    CHECK = "check"
    """The same problems: everything is made, judged, and thrown away."""
    LAY_OUT = "lay out"
    """What shows before any file is written, of all that is laid out in a few seconds."""


BadgeSort = Literal["name", "family", "role", "file"]
"""What badges are sorted by; `file` is the order of the data."""


@dataclass(frozen=True, slots=True)
class BadgeRequest:
    """Which badges are wanted; by default everybody's, as `print.yaml` orders them."""

    attendees: Path | None = None
    """A list in place of `data/attendees.csv`."""
    only: tuple[str, ...] = ()
    """Ids."""
    where: tuple[str, ...] = ()
    """Conditions, each FIELD=VALUE."""
    sort: BadgeSort | None = None
    spares: int | None = None
    """How many blank ones of each role; without it, as `print.yaml` orders them."""
    dividers: bool = False
    """Whether there are cards between letters, or roles, even if none are ordered."""
    pick_up: bool = False
    """Whether there is a pick-up list, even if none is ordered."""
    report: Path | None = None
    """Where the copyfit report goes, if one is wanted."""

    @property
    def selective(self) -> bool:
        """Whether only some of those are wanted who could have a badge."""
        return bool(self.only or self.where)

    @property
    def partial(self) -> bool:
        """Whether the file is not that of the whole event."""
        return self.selective or self.attendees is not None


@dataclass(frozen=True, slots=True)
class Request:
    """The editions wanted, and the folder that they go to.

    A size, a shop, or what is said of sheets goes before what is ordered.
    """

    out: Path
    editions: tuple[Edition, ...] = tuple(Edition)
    size: str | None = None
    shop: str | None = None
    kinds: tuple[str, ...] = ()
    """Of signage: the kinds of sign wanted; none named, all of them."""
    stock: str | None = None
    """The sheet of cards that pages are printed on, besides the pages."""
    start: int | None = None
    """The card of its first sheet to begin with."""
    fill: str | None = None
    """Which way its sheets are filled."""
    impose: str | None = None
    """The scheme by which pages are put on sheets, besides the pages."""
    printer: str | None = None
    """The printer that prints the sheets, as the user has measured it."""
    named: str | None = None
    """The name of an order in `print.yaml`; without one, the product's own."""
    badges: BadgeRequest = BadgeRequest()
    date: datetime | None = None
    """What print editions are dated, with its time zone; else what the data says."""
    force: bool = False
    """Whether a print edition with errors is put in place all the same."""
    keep_going: bool = False
    """Whether badges are made without those that can't be; signs always are."""
    purpose: Purpose = Purpose.MAKE
    every: bool = False
    """Whether it is for every product: one of which the data has nothing is passed over."""

    @property
    def written(self) -> tuple[Edition, ...]:
        """The editions whose bytes are wanted."""
        return () if self.purpose is Purpose.LAY_OUT else self.editions
