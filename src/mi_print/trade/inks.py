"""Theme colours: what the screen shows, and what the press lays down.

Layouts name a colour (`var(--signal)`); WeasyPrint sees its sRGB value, and
separation later finds the CMYK build by that value.  So two colours of one
theme may not share an sRGB value: the press could not tell them apart.
"""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

_HEX = re.compile(r"#[0-9A-F]{6}")


def _srgb(text: str) -> str:
    value = text.upper()
    if not _HEX.fullmatch(value):
        raise ValueError(f'{text!r} is not a colour; write it as six hexadecimal digits, "#DC3311"')
    return value


Srgb = Annotated[str, AfterValidator(_srgb)]
Percent = Annotated[float, Field(ge=0, le=100)]


class Ink(BaseModel):
    """One theme colour: its sRGB value and its CMYK build in percent."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    srgb: Srgb
    """What the screen shows, in quotes: "#DC3311"."""
    cmyk: tuple[Percent, Percent, Percent, Percent]
    """What the press lays down: cyan, magenta, yellow and black in percent."""

    @property
    def coverage(self) -> float:
        """Total area coverage (TAC) in percent."""
        return sum(self.cmyk)


def shared_values(inks: dict[str, Ink]) -> list[tuple[str, str]]:
    """Return the pairs of names (first, later) whose sRGB values are one."""
    first: dict[str, str] = {}
    pairs = []
    for name, ink in inks.items():
        if ink.srgb in first:
            pairs.append((first[ink.srgb], name))
        else:
            first[ink.srgb] = name
    return pairs
