"""Shops: what one kind of print shop wants of a file."""

import functools

from pydantic import Field

from mi_print.trade import tables
from mi_print.units import Length


class Shop(tables.Row):
    """One kind of print shop."""

    about: str = Field(min_length=1)
    """What kind it is, in a few words, for `mi-print list shops`."""
    bleed: Length = Field(ge=0)
    """How far the picture goes beyond the trim on every side, in points."""
    page_multiple: int = Field(ge=1)
    """Of which number the pages of a bound product are a multiple."""


class _Shops(tables.Row):
    shops: dict[str, Shop] = Field(min_length=1)


@functools.cache
def shops() -> dict[str, Shop]:
    """Return all shops by name, the default first."""
    return tables.read("shops.yaml", _Shops).shops
