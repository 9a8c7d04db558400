"""Whether what a colour is on the screen and its build are the same colour in a shop's print."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from mi_print.event.load import Loaded
from mi_print.layout.checks.theme_colours import colour_place
from mi_print.press import profile
from mi_print.problem import Problem, warning
from mi_print.trade.inks import Ink
from mi_print.trade.shops import Colour, Shop

MOST = 15
"""ΔE 2000, above which two colours are called different."""


def check_builds(project: Path, loaded: Loaded, shops: Iterable[Shop]) -> Iterator[Problem]:
    """Yield a warning for each of the workshop's colours whose build is another colour.

    Args:
        project: its folder.
        loaded: the data.
        shops: those that print what is ordered; each profile is asked once.

    Raises:
        MissingError: a profile is not there.
        InputError: it is no profile of a press.
    """
    own = loaded.event.workshop.theme.colours if loaded.event else {}
    printed = {shop.colour.profile: shop.colour for shop in shops if shop.colour}
    for colour in printed.values() if own else ():
        for name, (message, hint) in _different(own, colour, project):
            yield warning("build", message, hint, **colour_place(project, loaded, name))


def _different(
    inks: dict[str, Ink], colour: Colour, project: Path
) -> Iterator[tuple[str, tuple[str, str]]]:
    from mi_print.press.colour_difference import colour_difference  # noqa: PLC0415 - few need it
    from mi_print.press.separate.lcms import Lcms  # noqa: PLC0415 - the same

    lcms = Lcms(profile.load(colour, project).data, colour.tac)
    for name, ink in inks.items():
        red, green, blue = (int(ink.srgb[at : at + 2], 16) for at in (1, 3, 5))
        cyan, magenta, yellow, black = (part / 100 for part in ink.cmyk)
        wanted, build = lcms.screen_lab((red, green, blue)), (cyan, magenta, yellow, black)
        found = colour_difference(wanted, lcms.inks_lab(build))
        if found > MOST:
            near = lcms.rgb((red, green, blue))
            shown = "#" + "".join(f"{part:02X}" for part in lcms.shown(build))
            hint = f'write srgb: "{shown}", which the build looks like'
            if colour_difference(wanted, lcms.inks_lab(near)) <= MOST:
                listed = ", ".join(f"{100 * part:.0f}" for part in near)
                hint = f"write cmyk: [{listed}], which looks like the srgb; or {hint}"
            message = f"{name} is {ink.srgb} on the screen and another colour in {colour.condition}"
            yield name, (f"{message} (ΔE {found:.0f})", hint)
