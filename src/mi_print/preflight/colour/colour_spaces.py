"""Colour spaces and the inks that a colour lays down.

The rules of a press speak of inks, a file of colour spaces that may stand on
each other (ISO 32000-1, 8.6): an index on a spot on a device space.  A space
is read once to a small tree; `families` says what it stands on, `inks` what a
colour in it prints.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pikepdf

from mi_print.preflight.pdf import limits
from mi_print.preflight.pdf.objects import (
    PdfValue,
    entries,
    entry,
    identity,
    items,
    key_of,
    name,
    number,
)
from mi_print.preflight.pdf.streams import contents

DEVICE = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}
SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
"""What inline images call them (table 93)."""
DEFAULTS = {"DefaultGray": "DeviceGray", "DefaultRGB": "DeviceRGB", "DefaultCMYK": "DeviceCMYK"}
CALIBRATED = {"CalGray": 1, "CalRGB": 3, "Lab": 3}
PROCESS = {"Cyan": 0, "Magenta": 1, "Yellow": 2, "Black": 3}
UNKNOWN = "unknown"

_MEMBERS = {"Pattern": 2, "Indexed": 4, "Separation": 4, "DeviceN": 4}

_PALETTE = 1 << 16  # bytes: 256 colours of 32 parts, and what may follow
_TRACE = 0.001
_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class InkAmounts:
    """What a colour lays down, each from 0 to 1."""

    process: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """Cyan, magenta, yellow, black."""
    spots: tuple[tuple[str, float], ...] = ()

    @property
    def total(self) -> float:
        """All inks together, 1 being one full ink."""
        return sum(self.process) + sum(tint for _name, tint in self.spots)

    @property
    def count(self) -> int:
        """How many inks there are."""
        tints = [*self.process, *(tint for _name, tint in self.spots)]
        return sum(tint > _TRACE for tint in tints)

    @property
    def only_black(self) -> bool:
        """Whether it is the full black ink and nothing else."""
        return self.count == 1 and self.process[3] > 1 - 0.005


@dataclass(frozen=True, slots=True)
class ColourSpace:
    """One colour space; `under` is an index's base or a spot's alternate."""

    family: str
    parts: int
    colorants: tuple[str, ...] = ()
    under: "ColourSpace | None" = None
    table: bytes = b""

    @property
    def families(self) -> tuple[str, ...]:
        """The families it stands on, its own first."""
        return (self.family, *(self.under.families if self.under else ()))

    @property
    def spots(self) -> tuple[str, ...]:
        """The spot inks it can print, those of its base too."""
        own = [c for c in self.colorants if c not in PROCESS and c not in ("All", "None")]
        return (*own, *(self.under.spots if self.under else ()))

    @property
    def ground(self) -> "ColourSpace":
        """What an index points into, else the space itself."""
        return self.under.ground if self.family == "Indexed" and self.under else self

    def beginning(self) -> tuple[float, ...]:
        """Return the colour that stands when the space is chosen (8.6.3)."""
        if self.family in ("Separation", "DeviceN"):
            return (1.0,) * self.parts
        if self.family == "DeviceCMYK":
            return (0.0, 0.0, 0.0, 1.0)
        return (0.0,) * self.parts

    def inks(self, colour: Sequence[float]) -> InkAmounts | None:
        """Return what `colour` lays down, None where only a profile could tell."""
        if len(colour) < self.parts or self.family == UNKNOWN:
            return None
        parts = [min(1.0, max(0.0, part)) for part in colour[: self.parts]]
        if self.colorants:
            return self._tints(parts)
        if self.under is not None:
            indexed = self.family == "Indexed"
            return self._looked_up(colour[0]) if indexed else self.under.inks(colour)
        return _direct(self.family, parts)

    def _tints(self, tints: Sequence[float]) -> InkAmounts:
        process, spots = [0.0] * 4, []
        for colorant, tint in zip(self.colorants, tints, strict=True):
            if colorant == "All":
                process = [tint] * 4
            elif colorant in PROCESS:
                process[PROCESS[colorant]] = tint
            elif colorant != "None":
                spots.append((colorant, tint))
        return InkAmounts((process[0], process[1], process[2], process[3]), tuple(spots))

    def _looked_up(self, index: float) -> InkAmounts | None:
        base = self.under or BROKEN
        first = int(min(255.0, max(0.0, index))) * base.parts
        entry_ = self.table[first : first + base.parts]
        return base.inks([part / 255 for part in entry_]) if len(entry_) == base.parts else None


def _direct(family: str, parts: list[float]) -> InkAmounts | None:
    """Return the inks of a space that stands on no other."""
    if len(parts) == DEVICE["DeviceCMYK"]:
        return InkAmounts((parts[0], parts[1], parts[2], parts[3]))
    if len(parts) == 1:
        return InkAmounts((0.0, 0.0, 0.0, 1 - parts[0]))
    white = bool(parts) and family != "Lab" and min(parts) == 1
    return InkAmounts() if white else None


def device(family: str) -> ColourSpace:
    """Return a device space."""
    return ColourSpace(family, DEVICE[family])


BROKEN = ColourSpace(UNKNOWN, 0)
GRAY, RGB, CMYK = (device(family) for family in DEVICE)
PATTERN = ColourSpace("Pattern", 0)

Defaults = Mapping[str, ColourSpace]
"""By device family, what stands for it on a page (8.6.5.6)."""


class ColourSpaceCache:
    """The colour spaces of one file, each indirect one read once."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: dict[tuple[int, int], ColourSpace] = {}
        self._defaults: dict[tuple[int, int], Defaults] = {}

    def defaults(self, resources: PdfValue) -> Defaults:
        """Return what these resources put in the place of device spaces."""
        known = identity(resources)
        if known is None or known not in self._defaults:
            found = self._defaults_in(resources)
            if known is None or len(self._defaults) >= _KEPT:
                return found
            self._defaults[known] = found
        return self._defaults[known]

    def _defaults_in(self, resources: PdfValue) -> Defaults:
        named = entry(resources, "/ColorSpace")
        pairs = ((key[1:], value) for key, value in entries(named) if key.startswith("/Default"))
        found = {
            DEFAULTS[key]: self.read(value, None, {}) for key, value in pairs if key in DEFAULTS
        }
        return {family: space for family, space in found.items() if space is not BROKEN}

    def read(
        self, value: PdfValue, resources: PdfValue, defaults: Defaults, depth: int = 0
    ) -> ColourSpace:
        """Return the space that `value` is or names; `BROKEN` if nobody could tell."""
        if depth > limits.DEPTH:
            return BROKEN
        if isinstance(value, pikepdf.Name):
            return self._named(key_of(value)[1:], resources, defaults, depth)
        known = None if defaults else identity(value)
        if known in self._known:
            return self._known[known]
        space = self._array(value, resources, defaults, depth)
        if known is not None:
            self._known[known] = space
        return space

    def _named(
        self, plain: str, resources: PdfValue, defaults: Defaults, depth: int
    ) -> ColourSpace:
        family = SHORT.get(plain, plain)
        if family in DEVICE:
            return defaults.get(family) or device(family)
        if family == "Pattern":
            return PATTERN
        found = entry(entry(resources, "/ColorSpace"), f"/{plain}")
        return BROKEN if found is None else self.read(found, resources, defaults, depth + 1)

    def _array(
        self, value: PdfValue, resources: PdfValue, defaults: Defaults, depth: int
    ) -> ColourSpace:
        if not isinstance(value, pikepdf.Array):
            return BROKEN
        parts = items(value)
        first = name(parts[0]) if parts else None
        family = SHORT.get(first or "", first or "")
        if len(parts) == 1 and (family in DEVICE or family == "Pattern"):
            return self._named(family, resources, defaults, depth)
        if family in CALIBRATED:
            return ColourSpace(family, CALIBRATED[family])
        if family == "ICCBased":
            count = number(entry(parts[1], "/N")) if len(parts) > 1 else None
            return ColourSpace(family, int(count)) if count in (1, 3, 4) else BROKEN
        if len(parts) < _MEMBERS.get(family, len(parts) + 1):
            return BROKEN
        below = parts[2] if family in ("Separation", "DeviceN") else parts[1]
        under = self.read(below, resources, defaults, depth + 1)
        return BROKEN if under is BROKEN else _standing(family, parts, under)


def _standing(family: str, parts: list[PdfValue], under: ColourSpace) -> ColourSpace:
    """Return a space that stands on another."""
    if family == "Pattern":
        return ColourSpace(family, under.parts, under=under)
    if family == "Indexed":
        last, table = number(parts[2]), _bytes(parts[3])
        if last is None or not 0 <= last < len(table) // max(1, under.parts):
            return BROKEN
        return ColourSpace(family, 1, under=under, table=table)
    named = tuple(name(part) or "" for part in items(parts[1]))
    return ColourSpace(family, len(named), named, under)


def _bytes(value: PdfValue) -> bytes:
    if isinstance(value, pikepdf.String | str):
        return bytes(pikepdf.String(value)) if isinstance(value, str) else bytes(value)
    return contents(value, _PALETTE) or b""


def used(space: ColourSpace) -> Iterator[str]:
    """Yield the families whose colours a press would have to make sense of."""
    yield from (family for family in space.families if family not in ("Pattern", "Indexed"))
