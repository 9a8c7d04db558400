"""Whether what a colour is on the screen and its build are the same colour in a shop's print.

A colour without a build gets the one that the shop's profile proposes.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

from mi_print.errors import MiPrintError
from mi_print.event.load import Loaded
from mi_print.event.model.roles import WORD
from mi_print.layout.checks.theme_colours import colour_place
from mi_print.layout.package import find
from mi_print.press import profile
from mi_print.press.separate.colours import rgb
from mi_print.problem import Problem, warning
from mi_print.trade.inks import Ink
from mi_print.trade.shops import Colour, Shop

MOST = 15
"""ΔE 2000, above which two colours are called different."""

ALIKE = 10
"""ΔE 2000, below which two badges are not told apart by their colours."""

_ROLES = ("signal", "oxblood", "ink-solid", "petrol", "ochre", "stone")
"""Colours in which the bundled badges show known roles; own roles have colours of their own."""


def check_builds(project: Path, loaded: Loaded, shops: Iterable[Shop]) -> Iterator[Problem]:
    """Yield a warning for each of the workshop's colours that prints as another colour.

    Args:
        project: its folder.
        loaded: the data.
        shops: those that print what is ordered; each profile is asked once.

    Raises:
        MissingError: a profile is not there.
        InputError: it is no profile of a press.
    """
    own = loaded.event.workshop.inks if loaded.event else {}
    printed = {shop.colour.profile: shop.colour for shop in shops if shop.colour}
    for number, colour in enumerate(printed.values() if own else ()):
        found = list(_different(own, colour, project))
        found += [] if number else _alike(own, colour, project)
        for name, (rule, message, hint) in found:
            yield warning(rule, message, hint, **colour_place(project, loaded, name))


def _different(
    inks: dict[str, Ink], colour: Colour, project: Path
) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Yield the name of each colour that prints as another, with rule, message, and hint."""
    from mi_print.press.colour_difference import colour_difference  # noqa: PLC0415 - few need it
    from mi_print.press.separate.lcms import Lcms  # noqa: PLC0415 - the same
    from mi_print.press.separate.proposed_build import proposed_build  # noqa: PLC0415 - the same

    lcms = Lcms(profile.load(colour, project).data, colour.tac)
    for name, ink in inks.items():
        proposed = proposed_build(lcms, rgb(ink.srgb))
        cyan, magenta, yellow, black = (part / 100 for part in ink.cmyk or proposed.build)
        build = (cyan, magenta, yellow, black)
        shown = "#" + "".join(f"{part:02X}" for part in lcms.shown(build))
        if ink.cmyk is None and not proposed.reached:
            message = f"{name} is {ink.srgb} on the screen, which no inks reach in"
            message += f" {colour.condition} (ΔE {proposed.difference:.0f})"
            yield name, ("gamut", message, f'write "{shown}", which it prints')
        found = colour_difference(lcms.screen_lab(rgb(ink.srgb)), lcms.inks_lab(build))
        if ink.cmyk and found > MOST:
            hint = f'write srgb: "{shown}", which the build looks like'
            if proposed.difference <= MOST:
                listed = ", ".join(f"{part:g}" for part in proposed.build)
                hint = f"write cmyk: [{listed}], which looks like the srgb; or {hint}"
            message = f"{name} is {ink.srgb} on the screen and another colour in {colour.condition}"
            yield name, ("build", f"{message} (ΔE {found:.0f})", hint)


def _alike(
    own: dict[str, Ink], colour: Colour, project: Path
) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Yield the name of each colour of a role that looks like that of another one."""
    from mi_print.press.colour_difference import colour_difference  # noqa: PLC0415 - few need it
    from mi_print.press.separate.lcms import Lcms  # noqa: PLC0415 - the same

    try:
        colours = find.theme(project).recoloured(own).colours
    except MiPrintError:
        return  # said by `check_colours`
    lcms = Lcms(profile.load(colour, project).data, colour.tac)
    shown = {
        name: rgb(ink.srgb)
        for name, ink in colours.items()
        if name in _ROLES or name.startswith(WORD)
    }
    for first, second in combinations(shown, 2):
        if shown[first] == shown[second] or not {first, second} & set(own):
            continue  # one colour for both is meant
        found = colour_difference(lcms.screen_lab(shown[first]), lcms.screen_lab(shown[second]))
        if found < ALIKE:
            message = f"{first} and {second} look alike (ΔE {found:.0f}), and badges show roles in"
            hint = "take another colour, or accept it: the role is on the badge as a word too"
            named = first if first in own else second
            yield named, ("role-colours", f"{message} both", hint)
