"""Theme colours: their sRGB values and their ink builds.

Layouts name a colour (`var(--signal)`); WeasyPrint sees its sRGB value, and
separation later finds the CMYK build by that value.  So two colours of one
theme may not share an sRGB value.  A colour without a build gets one from the
shop's profile (`press/separate/proposed_build`).
"""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    model_validator,
)

_HEX = re.compile(r"#[0-9A-F]{6}")


def _srgb(text: str) -> str:
    value = text.upper()
    if not _HEX.fullmatch(value):
        raise ValueError(f'{text!r} is not a colour; write it as six hexadecimal digits, "#DC3311"')
    return value


Srgb = Annotated[str, Field(max_length=20), AfterValidator(_srgb)]
_SPOT = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 +./-]*[A-Za-z0-9])?")
_NO_SPOTS = frozenset({"all", "none", "cyan", "magenta", "yellow", "black"})
"""What a separation may not be called: the plates that are there anyway (ISO 32000-1, 8.6.6.4)."""


def _spot(text: str) -> str:
    if not _SPOT.fullmatch(text):
        raise ValueError(f'"{text}" is no name of an ink; write it as in "PANTONE 485 C"')
    if text.casefold() in _NO_SPOTS:
        raise ValueError(f'"{text}" is no spot ink; take the key out, the build says as much')
    return text


Spot = Annotated[str, Field(max_length=60), AfterValidator(_spot)]
Percent = Annotated[float, Field(ge=0, le=100)]


class Ink(BaseModel):
    """One theme colour: its sRGB value, and its CMYK build in percent if somebody wrote one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    srgb: Srgb
    """What the screen shows, in quotes: "#DC3311"."""
    cmyk: tuple[Percent, Percent, Percent, Percent] | None = None
    """Cyan, magenta, yellow and black in percent; left out, as the shop's profile proposes."""
    spot: Spot | None = None
    """The spot ink's name, as in "PANTONE 485 C", where the shop prints one; else the build."""

    @model_validator(mode="after")
    def _spot_has_a_build(self) -> "Ink":
        if self.spot is not None and self.cmyk is None:
            raise ValueError(
                f"the spot ink {self.spot} has no build; write cmyk, by which the ink is proofed"
            )
        return self

    @property
    def coverage(self) -> float:
        """Total area coverage (TAC) in percent; a build that is yet to be proposed has none."""
        return sum(self.cmyk or ())


def _in_full(written: object) -> object:
    if isinstance(written, str):
        return {"srgb": written}
    if isinstance(written, dict) and isinstance(written.get("cmyk"), list):
        # What a validator hands on is Python's, of which a strict model takes no list for a tuple.
        return written | {"cmyk": tuple(written["cmyk"])}
    if not isinstance(written, dict | Ink):
        hint = 'write it in quotes, as "#0B6E4F"'
        raise ValueError(f"this is not a colour; {hint}")  # noqa: TRY004 - as pydantic wants it
    return written


WrittenInk = Annotated[Ink, BeforeValidator(_in_full, json_schema_input_type=Srgb | Ink)]
"""A theme colour as data may write it: whole, or its sRGB value alone."""


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


def torn_spots(inks: Mapping[str, Ink]) -> list[tuple[str, str]]:
    """Return the pairs of names (first, later) of one spot ink with two builds.

    A plate has one alternate; a program that proofs it could take either.
    """
    first: dict[str, str] = {}
    pairs = []
    for name, ink in inks.items():
        if ink.spot is not None:
            known = first.setdefault(ink.spot, name)
            if inks[known].cmyk != ink.cmyk:
                pairs.append((known, name))
    return pairs


def printed_spots(inks: Mapping[str, Ink], most: int) -> tuple[str, ...]:
    """Return the spot inks that go onto plates of their own, in the theme's order.

    Args:
        inks: the theme's, by name.
        most: how many the shop prints (`Colour.spots`).  Are there more, then none
            is kept and all print as their builds: which of them matter most, the
            theme does not say.
    """
    names = tuple(dict.fromkeys(ink.spot for ink in inks.values() if ink.spot is not None))
    return names if len(names) <= most else ()
