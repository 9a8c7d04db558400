"""The inks of a project's colours, as the shops that are ordered from print them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mi_print.errors import InputError
from mi_print.event.load import load
from mi_print.layout.package import find
from mi_print.press import profile
from mi_print.press.colour_difference import colour_difference
from mi_print.press.separate.colours import rgb
from mi_print.press.separate.lcms import Lcms
from mi_print.press.separate.proposed_build import proposed_build
from mi_print.problem import errors_of
from mi_print.products.orders.product_jobs import ordered_shops
from mi_print.trade.shops import Build

_READ = {"workshop", "print", "shops"}
WRITTEN, SHARED, PROPOSED = "data/workshop.yaml", "the theme", "proposed"
"""Where a build is from."""


@dataclass(frozen=True, slots=True)
class ListedInk:
    """A colour in one printing condition.

    Attributes:
        name: as the theme calls it.
        srgb: what a screen shows.
        source: where the build is from.
        condition: the printing condition.
        build: cyan, magenta, yellow, and black in percent.
        difference: ΔE 2000 of the two.
    """

    name: str
    srgb: str
    source: str
    condition: str
    build: Build
    difference: float


def listed_inks(project: Path) -> Iterator[ListedInk]:
    """Yield each colour in each printing condition that is ordered; office printers have none.

    Raises:
        InputError: the data or the theme is wrong.
        MissingError: a profile is not there.
    """
    loaded = load(project).for_files(_READ)
    if loaded.event is None and (project / WRITTEN).exists():
        raise InputError(errors_of(loaded.problems))
    own = loaded.event.workshop.inks if loaded.event else {}
    colours = find.theme(project).recoloured(own).colours
    shops = ordered_shops(project, loaded)
    for colour in {shop.colour.profile: shop.colour for shop in shops if shop.colour}.values():
        lcms = Lcms(profile.load(colour, project).data, colour.tac)
        for name, ink in colours.items():
            build, source = ink.cmyk, WRITTEN if name in own else SHARED
            if build is None:
                build, source = proposed_build(lcms, rgb(ink.srgb)).build, PROPOSED
            cyan, magenta, yellow, black = (part / 100 for part in build)
            shown = lcms.inks_lab((cyan, magenta, yellow, black))
            difference = colour_difference(lcms.screen_lab(rgb(ink.srgb)), shown)
            yield ListedInk(name, ink.srgb, source, colour.condition, build, difference)
