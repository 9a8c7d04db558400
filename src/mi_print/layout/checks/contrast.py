"""Whether text in the theme's colours can be read: their contrast, as WCAG 2.2 has it.

Contrast is (L1 + 0.05) / (L2 + 0.05) of the relative luminances; 4.5 is the least for
text (WCAG 2.2, success criterion 1.4.3).
"""

from collections.abc import Iterator
from pathlib import Path

from mi_print.errors import MiPrintError
from mi_print.event.load import Loaded
from mi_print.layout.checks.theme_colours import colour_place
from mi_print.layout.package import find
from mi_print.problem import Problem, warning

LEAST = 4.5

_GROUNDS = ("signal", "oxblood", "ink-solid", "petrol", "ochre", "stone", "ink")
PAIRS = (*((ground, "paper") for ground in _GROUNDS), ("ink", "mist"))
"""Colours that the bundled layouts set as text and ground, the one on the other."""

_STEPS = 100


def check_contrast(project: Path, loaded: Loaded) -> Iterator[Problem]:
    """Yield a warning for each pair of the theme's colours that can't be read on each other."""
    if loaded.event is None:
        return
    own = loaded.event.workshop.theme.colours
    try:
        colours = find.theme(project).recoloured(own).colours
    except MiPrintError:
        return  # said by `check_colours`
    for first, second in PAIRS:
        if first not in colours or second not in colours:
            continue
        one, other = colours[first].srgb, colours[second].srgb
        found = contrast(one, other)
        if found < LEAST:
            named = second if second in own and first not in own else first
            changed, kept = (one, other) if named == first else (other, one)
            yield warning(
                "contrast",
                f"text in {first} ({one}) on {second} ({other}), or the other way round, has a "
                f"contrast of {found:.1f}:1; below {LEAST:g}:1 it is hard to read",
                _remedy(named, changed, kept),
                **colour_place(project, loaded, named),
            )


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (`#RRGGBB`), from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _remedy(name: str, colour: str, against: str) -> str:
    """Return a hint: the same colour, darker or lighter, that can be read."""
    end = 0 if _luminance(against) > _luminance("#777777") else 255
    channels = _channels(colour)
    for step in range(1, _STEPS + 1):
        mixed = [round(each + (end - each) * step / _STEPS) for each in channels]
        found = "#" + "".join(f"{each:02X}" for each in mixed)
        if contrast(found, against) >= LEAST:
            return f"take a {'lighter' if end else 'darker'} {name}, such as {found}"
    return f"take another {name}"


def _luminance(colour: str) -> float:
    parts = (each / 255 for each in _channels(colour))
    dark = 0.04045
    linear = (part / 12.92 if part <= dark else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(map(float.__mul__, (0.2126, 0.7152, 0.0722), linear))


def _channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
