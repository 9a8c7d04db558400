"""`mi-print list`: what there is to choose from."""

from collections.abc import Callable, Mapping
from itertools import groupby
from pathlib import Path

from mi_print.cli.terminal import print_result, print_table
from mi_print.errors import ExitCode, InputError
from mi_print.event.data_file import shops_of, stocks_of
from mi_print.event.load import load
from mi_print.event.model.roles import WORD
from mi_print.language.print_locale import PrintLocale
from mi_print.language.word_tables import languages, table
from mi_print.layout.package import find
from mi_print.layout.package.find import Layout
from mi_print.layout.text.fonts import SCRIPTS
from mi_print.problem import Problem, errors_of
from mi_print.trade.shops import Shop
from mi_print.trade.sizes import sizes
from mi_print.units import in_words


def _layouts(project: Path) -> int:
    found, problems = _found(project)
    print_table(
        (each.name, each.manifest.product, ", ".join(each.manifest.sizes), each.manifest.about)
        for each in found
    )
    return _listed(problems)


def _found(project: Path) -> tuple[list[Layout], list[Problem]]:
    """Return the layouts, and what is wrong with others, which hide none of these."""
    layouts: list[Layout] = []
    problems: list[Problem] = []
    for name in find.names(project):
        try:
            layouts.append(find.layout(name, project))
        except InputError as reason:
            problems += reason.problems
    return layouts, problems


def _listed(problems: list[Problem]) -> int:
    """Return that all is listed.

    Raises:
        InputError: something could not be.
    """
    if problems:
        raise InputError(problems)
    return ExitCode.DONE


def _sizes(project: Path) -> int:
    made: dict[str, list[str]] = {name: [] for name in sizes()}
    found, problems = _found(project)
    for layout in found:
        for name in layout.manifest.sizes:
            made[name].append(layout.name)
    head = ("size", "measures", "layouts", "about")
    rows = (
        (
            *(name, f"{in_words(size.width)} × {in_words(size.height)}"),
            *(", ".join(made[name]) or "none", size.about),
        )
        for name, size in sizes().items()
    )
    print_table([head, *rows])
    return _listed(problems)


def _shops(project: Path) -> int:
    head = ("shop", "process", "bleed", "safe", "condition", "ink", "marks", "about")
    print_table([head, *(_shop(name, shop) for name, shop in shops_of(project).items())])
    return ExitCode.DONE


def _shop(name: str, shop: Shop) -> tuple[str, ...]:
    condition, ink = "sRGB", ""
    if shop.colour:
        condition, ink = shop.colour.condition, f"{shop.colour.tac:g} %"
    lengths = (in_words(length) if length else "none" for length in (shop.bleed, shop.safe))
    marks = ", ".join(shop.marks) or "none"
    return (name, shop.process, *lengths, condition, ink, marks, shop.about)


def _fonts(_: Path) -> int:
    print_table(SCRIPTS.items())
    return ExitCode.DONE


def _inks(project: Path) -> int:
    from mi_print.products.orders.listed_inks import PROPOSED, listed_inks  # noqa: PLC0415 - the colour engine

    found = list(listed_inks(project))
    if not found:
        print_result("no shop with inks is ordered: an office printer prints what a screen shows")
    head = ("ink", "srgb", "cyan", "magenta", "yellow", "black", "from", "ΔE", "in")
    rows = (
        (
            *(ink.name, ink.srgb, *(f"{part:g} %" for part in ink.build)),
            *(ink.source, f"{ink.difference:.1f}", ink.condition),
        )
        for ink in found
    )
    print_table([head, *rows] if found else [])
    proposed = (ink for ink in found if ink.source == PROPOSED)
    for (condition, of_role), inks in groupby(
        proposed, lambda ink: (ink.condition, ink.name.startswith(WORD))
    ):
        place = "in roles, beside their labels" if of_role else "in theme, under colours"
        print_result("")
        print_result(f"To write down what is proposed for {condition}, {place}:")
        for ink in inks:
            build = ", ".join(f"{part:g}" for part in ink.build)
            colour = f'{{srgb: "{ink.srgb}", cmyk: [{build}]}}'
            name = ink.name.removeprefix(WORD)
            print_result(
                f"    {name}: {{colour: {colour}}}" if of_role else f"    {name}: {colour}"
            )
    return ExitCode.DONE


def _languages(_: Path) -> int:
    rows = []
    for language in languages().values():
        found = table(language)
        by = f"reviewed by {', '.join(found.reviewed_by)}" if found.reviewed_by else "not reviewed"
        rows.append((language, found.name, by))
    print_table(rows)
    return ExitCode.DONE


def _words(project: Path) -> int:
    loaded = load(project).for_files({"workshop"})
    if loaded.event is None and (project / "data" / "workshop.yaml").exists():
        raise InputError(errors_of(loaded.problems))
    locale = PrintLocale()
    if loaded.event:
        workshop = loaded.event.workshop
        locale = PrintLocale(workshop.lang, own=workshop.words)
    print_table(
        (key, phrase if isinstance(phrase, str) else _forms(phrase))
        for key, phrase in locale.phrases.items()
    )
    return ExitCode.DONE


def _forms(phrase: Mapping[str, str]) -> str:
    return ", ".join(f'{form}: "{text}"' for form, text in phrase.items())


def _stocks(project: Path) -> int:
    head = ("stock", "sheet", "cards", "card", "about", "source")
    rows = (
        (
            *(name, stock.sheet, f"{stock.across} × {stock.down}"),
            f"{in_words(stock.card.width)} × {in_words(stock.card.height)}",
            *(stock.about, stock.source),
        )
        for name, stock in stocks_of(project).items()
    )
    print_table([head, *rows])
    return ExitCode.DONE


LISTS: dict[str, Callable[[Path], int]] = {
    "layouts": _layouts,
    "sizes": _sizes,
    "shops": _shops,
    "fonts": _fonts,
    "inks": _inks,
    "languages": _languages,
    "words": _words,
    "stocks": _stocks,
}
"""By what is listed: prints the list for a project."""
