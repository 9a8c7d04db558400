"""The theme: colours with their builds and the type scale, one for all layouts.

It stands in `layouts/_shared/theme.yaml`; a workshop's data may change its
colours.  Layouts see it as CSS custom properties (`var(--signal)`) and as one
class for each step of the type scale (`t-h1`), so that the numbers by which
Python measures a line are those by which it is set.
"""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field

from mi_print.event.string_types import Identifier
from mi_print.layout.text.pango import Face
from mi_print.source.lengths import Length
from mi_print.source.text_line import TextLine
from mi_print.trade.contrast import LEAST_LARGE, contrast
from mi_print.trade.inks import Ink, WrittenInk


class TypeStep(BaseModel):
    """One step of the type scale."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    size: Length = Field(gt=0)
    leading: Length = Field(gt=0)
    """Line height."""
    family: TextLine = "Inter"
    weight: int = Field(default=400, ge=100, le=900)
    tracking: float = Field(default=0, ge=-0.2, le=0.5)
    """Letter spacing in em."""
    tabular: bool = False
    """Whether all digits are of one width, for numbers that stand in a column."""

    @property
    def face(self) -> Face:
        """The step as Pango measures it."""
        return Face(self.family, self.size, self.leading, self.weight, self.tracking, self.tabular)


class LayoutTheme(BaseModel):
    """`layouts/_shared/theme.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    colours: dict[Identifier, WrittenInk] = Field(max_length=100)
    type: dict[Identifier, TypeStep] = Field(max_length=200)

    def recoloured(
        self, colours: Mapping[str, Ink], named: Mapping[str, str] | None = None
    ) -> "LayoutTheme":
        """Return the theme with a workshop's own colours in place of its own, and beside them.

        One without a build that looks like a colour of the theme is that colour.

        Args:
            colours: by name.
            named: more names, each with the name of a colour that there is.
        """
        alike = {ink.srgb: ink for name, ink in self.colours.items() if name not in colours}
        own = {name: ink if ink.cmyk else alike.get(ink.srgb, ink) for name, ink in colours.items()}
        found = {**self.colours, **own}
        found |= {name: found[of] for name, of in (named or {}).items() if of in found}
        return self.model_copy(update={"colours": found})

    def derived(self) -> dict[str, str]:
        """Return the names of colours that stand for another, which depends on Signal's.

        `on-signal` is what type and art on Signal are in: paper, or ink where paper can't be
        told from it.  `signal-text` is what type in Signal is in on paper: ink in that case.
        """
        if not {"signal", "paper", "ink"} <= self.colours.keys():
            return {}
        if self.contrast("paper", "signal") >= LEAST_LARGE:
            return {"on-signal": "paper", "signal-text": "signal"}
        return {"on-signal": "ink", "signal-text": "ink"}

    def contrast(self, one: str, other: str) -> float:
        """Return the contrast of two of its colours, from 1 to 21."""
        return contrast(self.colours[one].srgb, self.colours[other].srgb)

    def css(self) -> str:
        """Return the custom properties, the type classes, and that of type on Signal."""
        inks = "".join(f"--{name}:{ink.srgb};" for name, ink in self.colours.items())
        inks += "".join(f"--{name}:var(--{of});" for name, of in self.derived().items())
        steps = "".join(
            f".t-{name}{{font-family:'{s.family}';font-size:{s.size:g}pt;"
            f"line-height:{s.leading:g}pt;font-weight:{s.weight};letter-spacing:{s.tracking:g}em;"
            f"font-variant-numeric:{'tabular-nums' if s.tabular else 'normal'}}}"
            for name, s in self.type.items()
        )
        return f":root{{{inks}}}.on-signal{{color:var(--on-signal)}}{steps}"
