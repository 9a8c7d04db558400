"""Trim sizes: the measures of a product once it is cut."""

import functools
import re
from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from mi_print.source.lengths import Length
from mi_print.source.wording import nearest, shown
from mi_print.trade import tables
from mi_print.units import points

_SHEET = re.compile(r"([0-9.]+) ?[x×] ?([0-9.]+) ?(mm|cm|in|pt)", re.ASCII)

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


def sheet_size(text: str) -> tuple[float, float]:
    """Return the width and height of a sheet, in points, by a size's name or as 320x450mm.

    Raises:
        ValueError: it is neither.
    """
    if text in sizes():
        return sizes()[text].width, sizes()[text].height
    if found := _SHEET.fullmatch(text):
        width, height = (points(f"{found[at]} {found[3]}") for at in (1, 2))
        if width > 0 and height > 0:
            return width, height
    hint = nearest(text, sizes()) or "write a name of mi-print list sizes, or as 320x450mm"
    raise ValueError(f'there is no sheet "{shown(text)}"; {hint}')
