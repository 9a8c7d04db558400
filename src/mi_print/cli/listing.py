"""`mi-print list`: what there is to choose from."""

from collections.abc import Callable
from pathlib import Path

from mi_print.cli.report import table
from mi_print.errors import ExitCode
from mi_print.layout import shelf
from mi_print.layout.fonts import SCRIPTS
from mi_print.trade.shops import shops
from mi_print.trade.sizes import sizes
from mi_print.units import in_words


def _layouts(project: Path) -> int:
    found = [shelf.layout(name, project) for name in shelf.names(project)]
    table(
        (each.name, each.manifest.product, ", ".join(each.manifest.sizes), each.manifest.about)
        for each in found
    )
    return ExitCode.DONE


def _sizes(_: Path) -> int:
    table(
        (name, f"{in_words(size.width)} × {in_words(size.height)}", size.about)
        for name, size in sizes().items()
    )
    return ExitCode.DONE


def _shops(_: Path) -> int:
    table((name, f"{in_words(shop.bleed)} bleed", shop.about) for name, shop in shops().items())
    return ExitCode.DONE


def _fonts(_: Path) -> int:
    table(SCRIPTS.items())
    return ExitCode.DONE


LISTS: dict[str, Callable[[Path], int]] = {
    "layouts": _layouts,
    "sizes": _sizes,
    "shops": _shops,
    "fonts": _fonts,
}
"""By what is listed: prints the list for a project."""
