"""Where nothing may stand that is read: what is punched, what a frame covers, what is cut.

A name under a holder's frame can't be read.  What decides is the
ink, not the box that was kept for it: a slot may be as large as there is room,
so long as no record's text comes where it must not.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import hypot
from typing import NamedTuple

from mi_print.geometry import Area
from mi_print.layout.grid import Grid
from mi_print.layout.package.manifest import SizeSpec

KEEP_OUT, SAFE = "keep-out", "MP-SAFE"
"""The rules that zones hold to; preflight has the second one too."""
COLLISION = "collision"
"""The rule that text keeps off text, rules, and codes."""
_TOUCH = 0.05
"""Points by which ink may meet: less than anybody sees, more than rounding leaves."""

_SLACK = 0.3  # points: a letter's curve goes a little beyond its line; preflight grants as much
_FAR = 1e4  # points: beyond every page


class KeepOutZone(NamedTuple):
    """A rectangle to stay out of: what is there, and which rule says so."""

    about: str
    box: Area
    rule: str = KEEP_OUT


@dataclass(frozen=True, slots=True)
class KeepOuts:
    """The zones of a page, and its corners.

    Attributes:
        zones: what to stay out of.
        trim: the page's width and height, in points.
        radius: of its corners, if they are punched round, else 0.
    """

    zones: tuple[KeepOutZone, ...]
    trim: tuple[float, float]
    radius: float

    @classmethod
    def of(cls, spec: SizeSpec, trim: Grid) -> "KeepOuts":
        """Return those of a size of a layout."""
        zones = [KeepOutZone(k.about, (k.x, k.y, k.width, k.height)) for k in spec.keep_outs]
        return cls(tuple(zones), (trim.width, trim.height), spec.corner_radius)

    def with_margin(self, safe: float) -> "KeepOuts":
        """Return them with a shop's safe margin, in points: all that is nearer to the cut."""
        width, height = self.trim
        near, across, down = safe - _SLACK, width - safe + _SLACK, height - safe + _SLACK
        sides = (
            (-_FAR, -_FAR, _FAR + near, 2 * _FAR),
            (-_FAR, -_FAR, 2 * _FAR, _FAR + near),
            (across, -_FAR, _FAR, 2 * _FAR),
            (-_FAR, down, 2 * _FAR, _FAR),
        )
        margin = tuple(KeepOutZone("safe margin", side, SAFE) for side in sides)
        return replace(self, zones=(*self.zones, *margin))

    def entered(self, box: Area) -> Iterator[tuple[str, str]]:
        """Yield the rule and what is there for each zone that a rectangle enters."""
        for zone in self.zones:
            if _meet(box, zone.box):
                yield zone.rule, zone.about
        if self._in_corner(box):
            yield KEEP_OUT, "round corner"

    def _in_corner(self, box: Area) -> bool:
        """Return whether a rectangle reaches beyond one of the round corners."""
        x, y, width, height = box
        (right, foot), radius = self.trim, self.radius
        across = max(radius - x, x + width - (right - radius))
        down = max(radius - y, y + height - (foot - radius))
        return across > 0 and down > 0 and hypot(across, down) > radius


def _meet(one: Area, other: Area) -> bool:
    """Return whether two rectangles have an area in common; edges may touch."""
    (x, y, width, height), (left, top, across, down) = one, other
    return x < left + across and left < x + width and y < top + down and top < y + height


def deeper(one: Area, other: Area, by: float = _TOUCH) -> bool:
    """Return whether two rectangles meet by more than that, both across and down."""
    (x, y, width, height), (left, top, across, down) = one, other
    return (
        min(x + width, left + across) - max(x, left) > by
        and min(y + height, top + down) - max(y, top) > by
    )
