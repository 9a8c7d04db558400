"""What a shop wants of a finished file, as plain values.

Preflight knows no more of a shop.  Its processes are many and short, and would
take as long to load the model of a shop's row as to read a page.
"""

from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class WishedColour:
    """Of `trade.shops.Colour` what can be held against a file."""

    condition: str
    tac: float
    spots: int


@dataclass(frozen=True, slots=True)
class ShopWishes:
    """Of `trade.shops.Shop` what can be held against a file; its fields, as they are there."""

    process: Process
    colour: WishedColour | None
    bleed: float
    safe: float
    safe_bound: float | None
    page_multiple: int
    resolution: int
    line_art: int
    viewing_distance: float
    smallest_text: float
    thinnest_line: float
