"""Trim sizes: the measures of a product once it is cut."""

import functools
from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from mi_print.trade import tables
from mi_print.units import Length

PaperFormat = Literal["a4", "letter"]
"""The two families of paper: ISO's, and North America's."""


class Size(tables.TableRow):
    """One trim size."""

    width: Length = Field(gt=0)
    """Across, in points."""
    height: Length = Field(gt=0)
    """Down, in points."""
    format: PaperFormat | None = None
    """The family that it belongs to."""
    about: str = Field(min_length=1)
    """What it is, in a few words, for `mi-print list sizes`."""


class _Sizes(tables.TableRow):
    sizes: dict[str, Size]


@functools.cache
def sizes() -> dict[str, Size]:
    """Return all trim sizes by name."""
    return tables.read("sizes.yaml", _Sizes).sizes


def default_size(there: Iterable[str], wanted: PaperFormat | None) -> str:
    """Return the first of some sizes that belongs to a family, or else the first of all."""
    names = list(there)
    return next((name for name in names if wanted and sizes()[name].format == wanted), names[0])
