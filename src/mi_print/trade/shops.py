"""Shops: what one kind of print shop wants of a file.

A shop's wishes differ in numbers, not in kind, so each is a row of a table.
The numbers are what the named shops ask for on their pages for customers; the
generic rows are what most of their kind take.
"""

import functools
from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field

from mi_print.trade import tables
from mi_print.trade.inks import Percent
from mi_print.units import Distance, Length

Build = tuple[Percent, Percent, Percent, Percent]
"""Cyan, magenta, yellow and black in percent."""


class Process(StrEnum):
    """How a shop prints; it decides which rules a file is held against."""

    SHEETFED = "sheetfed"
    """Offset on sheets (GWG 2022, SheetfedOffset CMYK)."""
    DIGITAL = "digital"
    """A digital press (GWG 2022, DigitalPrint)."""
    LARGE_FORMAT = "large-format"
    """Signs and posters, read from afar (GWG 2022, LargeFormatPrint)."""
    OFFICE = "office"
    """The printer down the hall: sRGB, and no rules of the press."""


class Mark(StrEnum):
    """What may be printed outside the bleed."""

    CROP = "crop"
    """Where to cut."""
    REGISTRATION = "registration"
    """Targets on all plates."""
    BARS = "bars"
    """Patches of the inks."""
    SLUG = "slug"
    """A line that says which job, product, page, date, data and profile this is."""


class Colour(tables.Row):
    """The printing condition, and what ink the paper takes in it."""

    profile: str = Field(min_length=1)
    """An ICC profile: the name of one that comes with mi-print, or a path in the project."""
    condition: str = Field(min_length=1)
    """The condition's registered identifier, as in "FOGRA39"."""
    registry: str = "http://www.color.org"
    """Where it is registered."""
    tac: Annotated[float, Field(gt=100, le=400)]
    """The most ink, in percent of all plates together."""
    rich_black: Build = Field(default=(60, 40, 40, 100), alias="rich-black")
    """The shop's own black for large areas."""
    spots: int = Field(default=0, ge=0, le=8)
    """How many spot inks it prints besides; theme colours that name one keep it."""


class Shop(tables.Row):
    """One kind of print shop."""

    model_config = ConfigDict(populate_by_name=True)

    about: str = Field(min_length=1)
    """What kind it is, in a few words, for `mi-print list shops`."""
    process: Process
    """How it prints."""
    colour: Colour | None = None
    """The printing condition; left out, and a file stays in sRGB as it is."""
    bleed: Length = Field(ge=0)
    """How far the picture goes beyond the trim on every side, in points."""
    safe: Length = Field(ge=0)
    """How far text and codes stay inside the trim."""
    safe_bound: Length | None = Field(default=None, ge=0, alias="safe-bound")
    """The same at a bound edge, where the shop asks for more."""
    page_multiple: int = Field(default=1, ge=1, alias="page-multiple")
    """Of which number the pages of a bound product are a multiple."""
    resolution: int = Field(default=300, ge=50, le=2400)
    """Pixels per inch that it asks of photographs."""
    line_art: int = Field(default=800, ge=100, le=4800, alias="line-art")
    """Pixels per inch that it asks of pictures of one bit."""
    viewing_distance: Distance = Field(default=1.0, alias="viewing-distance")
    """In metres; large format is allowed a coarser picture the farther away it is read."""
    smallest_text: Length = Field(default=0.0, ge=0, alias="smallest-text")
    """The smallest text it prints."""
    thinnest_line: Length = Field(default=0.0, ge=0, alias="thinnest-line")
    """The thinnest line it prints."""
    marks: tuple[Mark, ...] = ()
    """Marks outside the bleed; most shops add their own."""


class Shops(tables.Row):
    """`shops.yaml`, the one that comes with mi-print and a project's own."""

    shops: dict[str, Shop] = Field(min_length=1)
    """Shops by name."""


@functools.cache
def shops() -> dict[str, Shop]:
    """Return all shops that come with mi-print by name, the default first."""
    return tables.read("shops.yaml", Shops).shops
