"""What each colour of the typeset pages becomes on the press.

The typesetter writes colours with six decimals, so a theme colour is found by
its rounded sRGB value, exactly.  It becomes its own build, or its spot ink
where the shop prints one.  Every other colour goes through the profile.

Inside a luminosity mask nothing prints: there, colours are how much shows
through, and they become grays (ISO 32000-1, 11.5.3).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mi_print.press.separate.colours import Cmyk, Rgb, rgb
from mi_print.trade.inks import Ink, printed_spots
from mi_print.trade.shops import Colour

if TYPE_CHECKING:
    from mi_print.press.separate.lcms import Lcms

BLACK: Cmyk = (0, 0, 0, 1)
_WHITE: Rgb = (255, 255, 255)
_SHADOW: Rgb = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class PressColour:
    """A colour as a press file says it.

    `inks` are of DeviceCMYK, or a single one of DeviceGray.  A `spot` is laid
    down in full, and `inks` is its build.  `plain_black` is a black that is
    nobody's colour, so that a large area of it may be richer.
    """

    inks: tuple[float, ...]
    spot: str | None = None
    plain_black: bool = False

    @property
    def key_only(self) -> bool:
        """Whether this is full black ink and nothing else: it may overprint."""
        return self.inks == BLACK and self.spot is None


@dataclass(frozen=True, slots=True)
class Palette:
    """How colours are turned in one kind of content.

    `space` is what transparency groups and pictures are in.  `within` gives the
    inks inside a gradient, where theme colours are passed through and nothing
    may jump: whether the gradient is of neutral colours alone decides how.
    `rich` is the paint of large black areas, where there are any.
    """

    space: str
    of_rgb: Callable[[Rgb], PressColour]
    within: Callable[[Rgb, bool], tuple[float, ...]]
    of_lab: Callable[[float, float, float], PressColour]
    of_profile: Callable[[bytes, Rgb], PressColour]
    rich: PressColour | None

    @property
    def prints(self) -> bool:
        """Whether what is painted is ink, not a mask."""
        return self.rich is not None


def for_press(inks: Mapping[str, Ink], colour: Colour, lcms: "Callable[[], Lcms]") -> Palette:
    """Return the palette of what prints.

    Args:
        inks: the theme's colours by name.
        colour: the shop's printing condition.
        lcms: gives the conversion into it; asked only for what has no build of its own.
    """
    spots = printed_spots(inks, colour.spots)

    def build(ink: Ink) -> Cmyk:
        if ink.cmyk is not None:
            return _build(ink.cmyk)
        from mi_print.press.separate.proposed_build import proposed_build  # noqa: PLC0415 - rare

        return _build(proposed_build(lcms(), rgb(ink.srgb)).build)

    theme = {
        rgb(ink.srgb): PressColour(build(ink), ink.spot if ink.spot in spots else None)
        for ink in inks.values()
    }
    theme.setdefault(_WHITE, PressColour((0, 0, 0, 0)))

    def of_rgb(value: Rgb) -> PressColour:
        return theme.get(value) or PressColour(lcms().rgb(value), plain_black=value == _SHADOW)

    return Palette(
        "/DeviceCMYK",
        of_rgb,
        lambda value, neutral: lcms().rgb(value) if neutral else lcms().chromatic(value),
        lambda *lab: PressColour(lcms().lab(*lab)),
        lambda profile, value: PressColour(lcms().through(profile, value)),
        PressColour(_build(colour.rich_black)),
    )


def for_mask() -> Palette:
    """Return the palette of luminosity masks: a colour's luminance (ISO 32000-1, 11.3.5.3)."""

    def of_rgb(value: Rgb) -> PressColour:
        red, green, blue = value
        return PressColour(((0.3 * red + 0.59 * green + 0.11 * blue) / 255,))

    return Palette(
        "/DeviceGray",
        of_rgb,
        lambda value, _neutral: of_rgb(value).inks,
        lambda lightness, _a, _b: PressColour((lightness / 100,)),
        lambda _profile, value: of_rgb(value),
        None,
    )


def _build(percent: tuple[float, float, float, float]) -> Cmyk:
    cyan, magenta, yellow, black = (round(each / 100, 6) for each in percent)
    return (cyan, magenta, yellow, black)
