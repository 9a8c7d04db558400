"""Printers, as far as sheets need to know them: how far their backs are off, what they can't reach.

They belong to whoever prints, not to an event, so they are kept in the user's configuration.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from mi_print.source.lengths import Length
from mi_print.trade import tables
from mi_print.trade.shops import ShopName
from mi_print.units import in_words, points

MOST = points("25 mm")
"""The largest offset, and the widest edge that is left blank; more is a misreading."""

FlipName = Literal["long-edge", "short-edge"]


class BackOffset(tables.TableRow):
    """How far the back is off its front, as it was measured on a sheet that was turned one way."""

    flip: FlipName
    """Over which edge it was turned."""
    right: Length = Field(ge=-MOST, le=MOST)
    """By how much the back, as it is read, is too far right, in points; less than 0 left."""
    up: Length = Field(ge=-MOST, le=MOST)
    """By how much it is too far up; less than 0 down."""

    def turned(self, flip: str) -> tuple[float, float]:
        """Return the offset right and up for a sheet that is turned over an edge.

        A printer misses the same way on the paper; turned over the other edge the page lies on
        that the other way up.
        """
        way = 1 if flip == self.flip else -1
        return way * self.right, way * self.up


class Printer(tables.TableRow):
    """What is kept of a printer; at least one thing."""

    portrait: BackOffset | None = None
    """The offset on sheets that stand upright."""
    landscape: BackOffset | None = None
    """The offset on sheets that lie: how they are turned for the paper is the printer's own."""
    unprintable: Annotated[Length, Field(ge=0, le=MOST)] | None = None
    """What it leaves blank along each edge, in points."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("nothing is said of it; write portrait, landscape, or unprintable")
        return self

    def offset(self, sheet: tuple[float, float]) -> BackOffset | None:
        """Return the offset on a sheet of a width and height, if it was measured."""
        return self.landscape if sheet[0] > sheet[1] else self.portrait


class Printers(tables.TableRow):
    """`printers.yaml` of the user's configuration."""

    printers: dict[ShopName, Printer] = Field(max_length=100)
    """Printers by name."""


def written(printers: dict[str, Printer]) -> str:
    """Return the file that has these printers, in millimetres to four places."""
    lines = ["# Written by mi-print calibrate; mi-print explain sheets says what it means.", ""]
    lines += ["printers:" if printers else "printers: {}"]
    for name, printer in printers.items():
        lines.append(f'  "{name}":')
        for way in ("portrait", "landscape"):
            if kept := getattr(printer, way):
                right, up = _millimetres(kept.right), _millimetres(kept.up)
                lines.append(f"    {way}: {{flip: {kept.flip}, right: {right}, up: {up}}}")
        if printer.unprintable is not None:
            lines.append(f"    unprintable: {_millimetres(printer.unprintable)}")
    return "\n".join(lines) + "\n"


def in_signs(kept: BackOffset) -> str:
    """Return an offset as a person writes it."""
    parts = (
        f"{in_words(abs(length))} {ways[length < 0]}"
        for length, ways in ((kept.right, ("right", "left")), (kept.up, ("up", "down")))
    )
    return ", ".join(parts)


def _millimetres(length: float) -> str:
    text = f"{length / points('1 mm'):.4f}".rstrip("0").rstrip(".")
    return f"{'0' if text == '-0' else text} mm"
