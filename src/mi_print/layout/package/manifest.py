"""A layout's manifest, `layout.yaml`: what it is a layout of, and its sizes.

A layout is a folder: the manifest, Jinja2 templates, a stylesheet.  Whoever
restyles one, or adds another, touches nothing else.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from mi_print.event.string_types import Identifier
from mi_print.layout.grid import Grid
from mi_print.source.lengths import Distance, Length
from mi_print.source.text_line import TextLine
from mi_print.trade.shops import MOST_BLEED

BLEED = MOST_BLEED
"""Points of bleed that every layout paints; the shop's profile keeps what it wants."""


ROWS = "field-rows"
"""The value of a size that says how many rows the flyer's field has where there is room."""

LayoutNumber = Annotated[float, Field(ge=-100_000, le=100_000)]
LayoutValue = (
    Annotated[int, Field(ge=-100_000, le=100_000)]
    | LayoutNumber
    | Annotated[str, Field(max_length=500)]
)


class _ManifestPart(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Margins(_ManifestPart):
    """From the trim; `inner` is at the spine of a bound product."""

    inner: Length
    outer: Length
    top: Length
    foot: Length


class KeepOut(_ManifestPart):
    """A rectangle in which nothing may be read: a slot, a clip, a holder's frame."""

    about: TextLine
    """What is there, as a problem calls it: "lanyard slot"."""
    x: Length
    """From the trim's left edge."""
    y: Length
    """From the trim's top edge."""
    width: Length = Field(gt=0)
    height: Length = Field(gt=0)


class SizeSpec(_ManifestPart):
    """One size that the layout is made for; its trim is the trade's size of that name."""

    margins: Margins
    pages: int | None = Field(default=None, ge=1, le=10_000)
    """How many pages it must come out at in this size, in place of the layout's `pages`."""
    gutter: Length = Field(ge=0)
    base: Length = Field(ge=1)
    """The baseline grid's line height."""
    values: dict[Identifier, LayoutValue] = Field(default={}, max_length=500)
    """Numbers of the layout's own, which its templates see as `values`."""
    keep_outs: tuple[KeepOut, ...] = Field(default=(), max_length=100, alias="keep-outs")
    """Where nothing may be read, on every page."""
    corner_radius: Length = Field(default=0.0, ge=0, alias="corner-radius")
    """Of corners that are punched round after the cut."""

    def grid(self, width: float, height: float) -> Grid:
        """Return the grid on a trim of this size."""
        m = self.margins
        return Grid(width, height, m.inner, m.outer, m.top, m.foot, self.gutter, self.base)


def _field(name: str) -> str:
    if not name.removesuffix("?").removesuffix("#").isidentifier():
        raise ValueError(f"{name!r} is no field; write its name, as in role, or url? with a ?")
    return name


Varying = Annotated[str, AfterValidator(_field), Field(max_length=80, examples=["role", "url?"])]
"""A record's field; with `?`, only whether it has one."""


STEP = "step"
"""The field that counts, from 0, in which of its designs a record is set."""


class SeriesMode(_ManifestPart):
    """How many pages of one design are made: `series`."""

    mode: Literal["flow", "slots"] = "flow"
    """`flow` typesets each record whole; `slots` sets the design once, and stamps the records."""
    vary: tuple[Varying, ...] = Field(default=(), max_length=20)
    """Fields that the design differs by, for `mode: slots`: each combination has a master."""
    steps: int = Field(default=1, ge=1, le=9)
    """How many designs a record is tried in, for signs in `mode: slots`: the field `step`."""

    @property
    def stamped(self) -> bool:
        """Whether records are stamped into slots."""
        return self.mode == "slots"

    @model_validator(mode="after")
    def _only_masters_vary(self) -> "SeriesMode":
        if self.vary and not self.stamped:
            raise ValueError("a layout varies in mode: slots only; in flow it sees every field")
        if (self.steps > 1) != (STEP in self.vary):
            raise ValueError("a layout of several steps varies by step, and no other does")
        names = [each.removesuffix("?") for each in self.vary]
        if len(set(names)) != len(names):
            raise ValueError("a layout varies by a field once")
        return self


GivesWay = Literal[
    "about", "topics", "keynotes", "panelists", "organizers", "sponsors", "tracks", "notes"
]
"""A part of the flyer of which items may be left out."""


class Copyfit(_ManifestPart):
    """What a flyer gives up, in this order, that has more to say than it holds: `copyfit`."""

    least_rows: int = Field(ge=0, le=100, alias="least-rows")
    """How many rows of the panel's field stay; the others are given to the text."""
    least_text: Length = Field(ge=4, alias="least-text")
    """The size down to which the text then gets smaller."""
    gives_way: tuple[GivesWay, ...] = Field(min_length=1, max_length=8, alias="gives-way")
    """The parts of which items are then left out, the least important first."""
    largest_title: Length = Field(ge=4, le=1000, alias="largest-title")
    """The size up to which the title grows where there is little to say."""


class Manifest(_ManifestPart):
    """`layout.yaml`."""

    product: Literal["cfp", "program", "badges", "signage"]
    """The product that this is a layout of."""
    about: TextLine
    """What it is, in a few words, for `mi-print list layouts`."""
    kind: Identifier | None = None
    """Of signage: the kind of sign, after which its file is named."""
    reading_distance: Distance | None = Field(default=None, alias="reading-distance")
    """How far away what is marked `data-read="afar"` is to be read, in metres."""
    scanning_distance: Distance | None = Field(default=None, alias="scanning-distance")
    """How far away what is marked `data-read="scan"` is to be scanned, in metres."""
    parts: tuple[Identifier, ...] = Field(default=("page",), min_length=1, max_length=100)
    """Templates in the order of their pages: `page` is `page.html.j2`."""
    pages: int | None = Field(default=None, ge=1, le=10_000)
    """How many pages it must come out at; left out, as many as it takes."""
    bound: bool = False
    """Whether it is bound, and so filled up to the shop's page multiple."""
    series: SeriesMode = SeriesMode()
    """Of badges and signage: whether records are stamped into slots."""
    copyfit: Copyfit | None = None
    """Of the flyer: what gives way where the data is too much for the page."""
    sizes: dict[Identifier, SizeSpec] = Field(min_length=1, max_length=100)
    """The sizes it is made for, the default first."""

    @model_validator(mode="after")
    def _signs_have_a_kind(self) -> "Manifest":
        if (self.product == "signage") != (self.kind is not None):
            raise ValueError("a layout of signage names its kind, and no other does")
        return self

    @model_validator(mode="after")
    def _only_a_flyer_gives_way(self) -> "Manifest":
        if self.copyfit and self.product != "cfp":
            raise ValueError("only a layout of cfp has copyfit")
        if self.copyfit and not all(ROWS in spec.values for spec in self.sizes.values()):
            raise ValueError(f"with copyfit, each size says how many {ROWS} there are, in values")
        return self

    @model_validator(mode="after")
    def _only_a_series_is_stamped(self) -> "Manifest":
        if self.series.stamped and self.product not in {"badges", "signage"}:
            raise ValueError("only badges and signage are a series, and so have slots")
        if self.series.steps > 1 and self.product != "signage":
            raise ValueError("only signs are tried in several steps")
        if self.series.stamped and self.pages is None:
            raise ValueError("a layout in mode: slots says how many pages a record has: pages")
        if self.series.stamped and len(self.parts) > 1:
            raise ValueError("a layout in mode: slots is one template, and so has one of parts")
        return self
