"""A layout's manifest, `layout.yaml`: what it is a layout of, and its sizes.

A layout is a folder: the manifest, Jinja2 templates, a stylesheet.  Whoever
restyles one, or adds another, touches nothing else.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from mi_print.event.text import Identifier, Line
from mi_print.layout.grid import Grid
from mi_print.units import Length

BLEED = 7 * 72 / 25.4
"""Points of bleed that every layout paints; the shop's profile keeps what it wants."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Margins(_Part):
    """From the trim; `inner` is at the spine of a bound product."""

    inner: Length
    outer: Length
    top: Length
    foot: Length


class SizeSpec(_Part):
    """One size that the layout is made for; its trim is the trade's size of that name."""

    margins: Margins
    gutter: Length
    base: Length
    """The baseline grid's line height."""
    values: dict[Identifier, float | int | str] = {}
    """Numbers of the layout's own, which its templates see as `values`."""

    def grid(self, width: float, height: float) -> Grid:
        """Return the grid on a trim of this size."""
        m = self.margins
        return Grid(width, height, m.inner, m.outer, m.top, m.foot, self.gutter, self.base)


class Manifest(_Part):
    """`layout.yaml`."""

    product: Literal["cfp", "program", "badges", "signage"]
    """The product that this is a layout of."""
    about: Line
    """What it is, in a few words, for `mi-print list layouts`."""
    parts: tuple[Identifier, ...] = Field(default=("page",), min_length=1)
    """Templates in the order of their pages: `page` is `page.html.j2`."""
    pages: int | None = Field(default=None, ge=1)
    """How many pages it must come out at; left out, as many as it takes."""
    bound: bool = False
    """Whether it is bound, and so filled up to the shop's page multiple."""
    sizes: dict[Identifier, SizeSpec] = Field(min_length=1)
    """The sizes it is made for, the default first."""
