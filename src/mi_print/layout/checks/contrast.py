"""Whether text in the theme's colours can be read on the others."""

from collections.abc import Iterator
from pathlib import Path

from mi_print.errors import MiPrintError
from mi_print.event.load import Loaded
from mi_print.layout.checks.theme_colours import colour_place
from mi_print.layout.package import find
from mi_print.problem import Problem, warning
from mi_print.trade.contrast import LEAST, LEAST_LARGE, channels, contrast, luminance

_GROUNDS = ("signal", "oxblood", "ink-solid", "petrol", "ochre", "stone", "ink")
PAIRS = (*((ground, "paper") for ground in _GROUNDS), ("ink", "mist"))
"""Colours that the bundled layouts set as text and ground, the one on the other."""

_STEPS = 100


def check_contrast(project: Path, loaded: Loaded) -> Iterator[Problem]:
    """Yield a warning for each pair of the theme's colours that can't be read on each other."""
    if loaded.event is None:
        return
    own = loaded.event.workshop.inks
    try:
        theme = find.theme(project).recoloured(own)
    except MiPrintError:
        return  # said by `check_colours`
    colours = theme.colours
    for first, second in PAIRS:
        if first not in colours or second not in colours:
            continue
        one, other = colours[first].srgb, colours[second].srgb
        found = contrast(one, other)
        if found < LEAST:
            named = second if second in own and first not in own else first
            changed, kept = (one, other) if named == first else (other, one)
            told = f"below {LEAST:g}:1 it is hard to read"
            if first == "signal" and theme.derived().get("on-signal") == "ink":
                told = f"below {LEAST_LARGE:g}:1 the bundled layouts set it in ink"
            yield warning(
                "contrast",
                f"text in {first} ({one}) on {second} ({other}), or the other way round, has a "
                f"contrast of {found:.1f}:1; {told}",
                _remedy(named, changed, kept),
                **colour_place(project, loaded, named),
            )


def _remedy(name: str, colour: str, against: str) -> str:
    """Return a hint: the same colour, darker or lighter, that can be read."""
    end = 0 if luminance(against) > luminance("#777777") else 255
    parts = channels(colour)
    for step in range(1, _STEPS + 1):
        mixed = [round(each + (end - each) * step / _STEPS) for each in parts]
        found = "#" + "".join(f"{each:02X}" for each in mixed)
        if contrast(found, against) >= LEAST:
            return f"take a {'lighter' if end else 'darker'} {name}, such as {found}"
    return f"take another {name}"
