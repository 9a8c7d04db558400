"""Stocks: sheets of badges and cards as they are sold, already cut or perforated.

Each is a row of a table with its source.  What a sheet has no room for, and cards that
overlap, are errors of the row.
"""

import functools
from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator

from mi_print.source.lengths import Length
from mi_print.source.text_line import TextLine
from mi_print.source.wording import nearest
from mi_print.trade import tables
from mi_print.trade.shops import ShopName
from mi_print.trade.sizes import Size, sizes
from mi_print.units import in_words

SAME = 0.5
"""Points between a card and pages that are as large."""

_SLACK = 0.01  # points, of lengths that are rounded


class CardSize(tables.TableRow):
    """A card's measures in points."""

    width: Length = Field(gt=0)
    """Across."""
    height: Length = Field(gt=0)
    """Down."""


class FirstCard(tables.TableRow):
    """Where the top left card begins, in points from the sheet's left and top edge."""

    left: Length = Field(ge=0)
    """From the sheet's left edge."""
    top: Length = Field(ge=0)
    """From its top edge."""


class Pitch(tables.TableRow):
    """From a card's edge to the same edge of the next, in points."""

    across: Length = Field(gt=0)
    """To the next in the row."""
    down: Length = Field(gt=0)
    """To the next in the column."""


class Stock(tables.TableRow):
    """One kind of sheet."""

    about: TextLine
    """What it is, in a few words, for `mi-print list stocks`."""
    also: Annotated[tuple[ShopName, ...], Field(max_length=20)] = ()
    """Other names of the same sheet."""
    source: TextLine
    """Where its measures are from."""
    sheet: Annotated[str, Field(max_length=80)]
    """The name of the sheet's size."""
    card: CardSize
    """The card."""
    across: Annotated[int, Field(ge=1, le=100)]
    """Cards in a row."""
    down: Annotated[int, Field(ge=1, le=100)]
    """Cards in a column."""
    first: FirstCard
    """Where the cards begin."""
    pitch: Pitch
    """How far they are from each other."""

    def holds(self, size: Size) -> bool:
        """Return whether a size is as large as a card."""
        card = (self.card.width, self.card.height)
        both = zip(card, (size.width, size.height), strict=True)
        return all(abs(one - other) <= SAME for one, other in both)

    @field_validator("sheet")
    @classmethod
    def _known(cls, sheet: str) -> str:
        if sheet not in sizes():
            raise ValueError(f'there is no size "{sheet}"; {nearest(sheet, sizes())}')
        return sheet

    @model_validator(mode="after")
    def _fits(self) -> Self:
        size = sizes()[self.sheet]
        for what, first, pitch, count, card, room in (
            (
                "across",
                self.first.left,
                self.pitch.across,
                self.across,
                self.card.width,
                size.width,
            ),
            ("down", self.first.top, self.pitch.down, self.down, self.card.height, size.height),
        ):
            if count > 1 and pitch < card - _SLACK:
                raise ValueError(
                    f"cards {what} overlap: they are {in_words(card)} and begin every"
                    f" {in_words(pitch)}; write a larger pitch"
                )
            if (end := first + (count - 1) * pitch + card) > room + _SLACK:
                raise ValueError(
                    f"cards {what} end at {in_words(end)}, and the sheet at {in_words(room)};"
                    " write fewer, or let them begin earlier"
                )
        return self


class Stocks(tables.TableRow):
    """`stocks.yaml`, the one that comes with mi-print and a project's own."""

    stocks: dict[ShopName, Stock] = Field(min_length=1, max_length=100)
    """Stocks by name."""

    @property
    def by_name(self) -> dict[str, Stock]:
        """The stocks, their other names among them."""
        return {each: stock for name, stock in self.stocks.items() for each in (name, *stock.also)}


@functools.cache
def stocks() -> dict[str, Stock]:
    """Return all stocks that come with mi-print by name."""
    return tables.read("stocks.yaml", Stocks).by_name
