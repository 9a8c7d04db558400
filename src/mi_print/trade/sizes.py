"""Trim sizes: the measures of a product once it is cut."""

import functools

from pydantic import Field

from mi_print.trade import tables
from mi_print.units import Length


class Size(tables.TableRow):
    """One trim size."""

    width: Length = Field(gt=0)
    """Across, in points."""
    height: Length = Field(gt=0)
    """Down, in points."""
    about: str = Field(min_length=1)
    """What it is, in a few words, for `mi-print list sizes`."""


class _Sizes(tables.TableRow):
    sizes: dict[str, Size]


@functools.cache
def sizes() -> dict[str, Size]:
    """Return all trim sizes by name."""
    return tables.read("sizes.yaml", _Sizes).sizes
