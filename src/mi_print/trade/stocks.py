"""Stocks: sheets of badges and cards as they are sold, already cut or perforated.

Each is a row of a table with its source.  What a sheet has no room for, and cards that
overlap, are errors of the row.
"""

import functools
from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator

from mi_print.source.text_line import TextLine
from mi_print.source.wording import nearest
from mi_print.trade import tables
from mi_print.trade.shops import ShopName
from mi_print.trade.sizes import sizes
from mi_print.units import Length, in_words

_SLACK = 0.01  # points, of lengths that are rounded


class CardSize(tables.TableRow):
    """A card's measures in points."""

    width: Length = Field(gt=0)
    height: Length = Field(gt=0)


class FirstCard(tables.TableRow):
    """Where the top left card begins, in points from the sheet's left and top edge."""

    left: Length = Field(ge=0)
    top: Length = Field(ge=0)


class Pitch(tables.TableRow):
    """From a card's edge to the same edge of the next, in points."""

    across: Length = Field(gt=0)
    down: Length = Field(gt=0)


class Stock(tables.TableRow):
    """One kind of sheet."""

    about: TextLine
    """What it is, in a few words, for `mi-print list stocks`."""
    source: TextLine
    """Where its measures are from."""
    sheet: str
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


class SameStock(tables.TableRow):
    """Another name of a stock."""

    same_as: Annotated[str, Field(alias="same-as")]


class Stocks(tables.TableRow):
    """`stocks.yaml`, the one that comes with mi-print and a project's own."""

    stocks: dict[ShopName, Stock | SameStock] = Field(min_length=1, max_length=100)
    """Stocks by name."""

    @model_validator(mode="after")
    def _named(self) -> Self:
        rows = {name for name, stock in self.stocks.items() if isinstance(stock, Stock)}
        for name, stock in self.stocks.items():
            if isinstance(stock, SameStock) and stock.same_as not in rows:
                message = f'"{name}" is the same as "{stock.same_as}", which is no stock here'
                raise ValueError(message)
        return self

    @property
    def by_name(self) -> dict[str, Stock]:
        """The stocks, other names among them."""
        found = {}
        for name, stock in self.stocks.items():
            row = self.stocks[stock.same_as] if isinstance(stock, SameStock) else stock
            if isinstance(row, Stock):
                found[name] = row
        return found


@functools.cache
def stocks() -> dict[str, Stock]:
    """Return all stocks that come with mi-print by name."""
    return tables.read("stocks.yaml", Stocks).by_name
