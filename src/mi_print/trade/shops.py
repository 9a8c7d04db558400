"""Shops: what one kind of print shop requires of a file.

Each is a row of a table.  The numbers are what the named shops ask for on their
pages for customers; the generic rows are what most of their kind take.
"""

import functools
import re
from enum import StrEnum
from pathlib import PurePosixPath, PureWindowsPath
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field, ValidationInfo, field_validator

from mi_print.source.lengths import Distance, Length
from mi_print.source.text_line import TextLine
from mi_print.trade import tables
from mi_print.trade.inks import Percent
from mi_print.trade.shop_wishes import Process, ShopWishes, WishedColour
from mi_print.trade.sizes import PaperFormat
from mi_print.units import in_words, points

MOST_BLEED = points("7 mm")
"""What every layout paints beyond the trim, and so the most that a shop can have."""

_NAME = re.compile(r"[A-Za-z0-9._-]+")


def _name(text: str) -> str:
    if not _NAME.fullmatch(text):
        raise ValueError(f'"{text}" is no name of a shop; use letters a to z, digits, - _ .')
    return text


def _inside(path: str) -> str:
    """Refuse a way out of the project, as every system writes one."""
    ways = (PurePosixPath(path), PureWindowsPath(path))
    if any(way.anchor or ".." in way.parts for way in ways):
        raise ValueError(
            f'"{path}" leads out of the project; put the profile into it, and write the way there'
        )
    return path


ShopName = Annotated[str, Field(max_length=80), AfterValidator(_name)]
ProfilePath = Annotated[str, Field(min_length=1, max_length=500), AfterValidator(_inside)]
Build = tuple[Percent, Percent, Percent, Percent]
"""Cyan, magenta, yellow and black in percent."""


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


class Colour(tables.TableRow):
    """The printing condition, and what ink the paper takes in it."""

    profile: ProfilePath
    """An ICC profile: the name of one that comes with mi-print, or a path in the project."""
    condition: TextLine
    """The condition's registered identifier, as in "FOGRA39"."""
    registry: TextLine = "http://www.color.org"
    """Where it is registered."""
    tac: Annotated[float, Field(gt=100, le=400)]
    """The most ink, in percent of all plates together."""
    rich_black: Build = Field(default=(60, 40, 40, 100), alias="rich-black")
    """The shop's own black for large areas."""
    spots: int = Field(default=0, ge=0, le=8)
    """How many spot inks it prints besides; theme colours that name one keep it."""

    @field_validator("rich_black")
    @classmethod
    def _dries(cls, build: Build, info: ValidationInfo) -> Build:
        most = info.data.get("tac")
        if most is not None and sum(build) > most:
            raise ValueError(
                f"a rich black of {sum(build):g} % is more ink than the tac of {most:g} %;"
                " write less cyan, magenta and yellow"
            )
        return build


class Shop(tables.TableRow):
    """One kind of print shop."""

    model_config = ConfigDict(populate_by_name=True)

    about: TextLine
    """What kind it is, in a few words, for `mi-print list shops`."""
    process: Process
    """How it prints."""
    colour: Colour | None = Field(default=None, validate_default=True)
    """The printing condition; an office printer has none, and files for it stay in sRGB."""
    bleed: Length = Field(ge=0)
    """How far the picture goes beyond the trim on every side, in points."""
    safe: Length = Field(ge=0)
    """How far text and codes stay inside the trim."""
    safe_bound: Length | None = Field(default=None, ge=0, alias="safe-bound")
    """The same at a bound edge, where the shop asks for more."""
    page_multiple: int = Field(default=1, ge=1, le=64, alias="page-multiple")
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
    marks: tuple[Mark, ...] = Field(default=(), max_length=len(Mark))
    """Marks outside the bleed; most shops add their own."""

    @property
    def wishes(self) -> ShopWishes:
        """What can be held against a file."""
        colour = self.colour
        return ShopWishes(
            self.process,
            WishedColour(colour.condition, colour.tac, colour.spots) if colour else None,
            self.bleed,
            self.safe,
            self.safe_bound,
            self.page_multiple,
            self.resolution,
            self.line_art,
            self.viewing_distance,
            self.smallest_text,
            self.thinnest_line,
        )

    @field_validator("colour")
    @classmethod
    def _colour_is_the_presses(cls, colour: Colour | None, info: ValidationInfo) -> Colour | None:
        process = info.data.get("process")
        if process is Process.OFFICE and colour is not None:
            raise ValueError(
                "an office printer has no printing condition, its files stay in sRGB;"
                " take colour out, or name another process"
            )
        if process not in {None, Process.OFFICE} and colour is None:
            raise ValueError(
                f'the process {process} needs the key "colour"; ask the shop for its ICC profile'
            )
        return colour

    @field_validator("bleed")
    @classmethod
    def _is_painted(cls, bleed: float) -> float:
        if bleed > MOST_BLEED:
            raise ValueError(
                f"layouts paint {in_words(MOST_BLEED)} of bleed, {in_words(bleed)} is more;"
                f" write {in_words(MOST_BLEED)} or less, and ask the shop whether that does"
            )
        return bleed

    @field_validator("safe_bound")
    @classmethod
    def _is_safer(cls, bound: float | None, info: ValidationInfo) -> float | None:
        safe = info.data.get("safe")
        if bound is not None and safe is not None and bound < safe:
            raise ValueError(
                f"{in_words(bound)} at the bound edge is less than the safe {in_words(safe)};"
                " write more, or take the key out"
            )
        return bound

    @field_validator("marks")
    @classmethod
    def _are_for_a_press(cls, marks: tuple[Mark, ...], info: ValidationInfo) -> tuple[Mark, ...]:
        if marks and info.data.get("process") is Process.OFFICE:
            raise ValueError("marks are for a press, not for an office printer; take them out")
        if len(set(marks)) < len(marks):
            raise ValueError("a mark stands here twice; name each once")
        return marks


class Shops(tables.TableRow):
    """`shops.yaml`, the one that comes with mi-print and a project's own."""

    shops: dict[ShopName, Shop] = Field(min_length=1, max_length=100)
    """Shops by name."""


_DEFAULTS: dict[PaperFormat, str] = {"a4": "generic-eu", "letter": "generic-us"}
"""The shop of each region of paper, where none is ordered from."""


def default_shop(wanted: PaperFormat | None) -> str:
    """Return the name of the shop where none is ordered from: that of a paper, or the first."""
    return _DEFAULTS[wanted] if wanted else next(iter(shops()))


@functools.cache
def shops() -> dict[str, Shop]:
    """Return all shops that come with mi-print by name, the default without a format first."""
    return tables.read("shops.yaml", Shops).shops
