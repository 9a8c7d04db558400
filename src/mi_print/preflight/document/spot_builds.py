"""What a file says that its spot inks look like, wherever it names them (ISO 32000-1, 8.6.6.4)."""

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from mi_print.preflight.colour.functions import Values, tint
from mi_print.preflight.pdf.objects import PdfValue, entry, items, name, number

PALER = (0.25, 0.5, 0.75)
"""Shares of a full tint at which builds are compared."""
_NONE = ("All", "None")


@dataclass(frozen=True, slots=True)
class SpotBuild:
    """One colorant as one colour space has it; in a DeviceN space it has no build of its own."""

    colorant: str
    alternate: str | None = None
    tint: Values | None = None
    """A full tint in the alternate; None where that can't be told."""
    paler: tuple[Values | None, ...] = ()
    """The same of the tints in `PALER`."""


def of_space(space: pikepdf.Object) -> Iterator[SpotBuild]:
    """Yield the colorants of an array that is a Separation or DeviceN space."""
    parts = items(space) if 4 <= len(space) <= 5 else []  # noqa: PLR2004 - with attributes, or without
    family = name(parts[0]) if parts else None
    if family == "Separation":
        colorant = name(parts[1])
        if colorant and colorant not in _NONE:
            full, *paler = (_rounded(tint(parts[3], share)) for share in (1.0, *PALER))
            yield SpotBuild(colorant, _family(parts[2]), full, tuple(paler))
    elif family == "DeviceN":
        for part in items(parts[1]):
            colorant = name(part)
            if colorant and colorant not in _NONE:
                yield SpotBuild(colorant)


def _rounded(values: Values | None) -> Values | None:
    return values and tuple(round(value, 2) for value in values)


def _family(alternate: PdfValue) -> str:
    """Return which colours an alternate has; calibrated ones by their number alone."""
    parts = items(alternate)
    family = (name(parts[0]) if parts else None) or "a strange space"
    if family == "ICCBased" and len(parts) > 1:
        count = number(entry(parts[1], "/N"))
        return {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}.get(int(count or 0), family)
    return family
