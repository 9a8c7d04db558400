"""What a file says that its spot inks look like, wherever it names them (ISO 32000-1, 8.6.6.4)."""

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from mi_print.preflight.colour.functions import Values, full_tint
from mi_print.preflight.pdf.objects import PdfValue, entry, items, name, number

_NONE = ("All", "None")


@dataclass(frozen=True, slots=True)
class SpotBuild:
    """One colorant as one colour space has it; in a DeviceN space it has no build of its own."""

    colorant: str
    alternate: str | None = None
    tint: Values | None = None
    """A full tint in the alternate; None where that can't be told."""


def of_space(space: pikepdf.Object) -> Iterator[SpotBuild]:
    """Yield the colorants of an array that is a Separation or DeviceN space."""
    parts = items(space) if 4 <= len(space) <= 5 else []  # noqa: PLR2004 - with attributes, or without
    family = name(parts[0]) if parts else None
    if family == "Separation":
        colorant = name(parts[1])
        if colorant and colorant not in _NONE:
            tint = full_tint(parts[3])
            rounded = tint and tuple(round(value, 2) for value in tint)
            yield SpotBuild(colorant, _family(parts[2]), rounded)
    elif family == "DeviceN":
        for part in items(parts[1]):
            colorant = name(part)
            if colorant and colorant not in _NONE:
                yield SpotBuild(colorant)


def _family(alternate: PdfValue) -> str:
    """Return which colours an alternate has; calibrated ones by their number alone."""
    parts = items(alternate)
    family = (name(parts[0]) if parts else None) or "a strange space"
    if family == "ICCBased" and len(parts) > 1:
        count = number(entry(parts[1], "/N"))
        return {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}.get(int(count or 0), family)
    return family
