"""Whether the workshop's colours go into the theme that its layouts share.

Loading knows the data alone, and so can't tell a colour that no layout has
from one that every layout uses.
"""

from collections.abc import Iterator
from pathlib import Path

from mi_print.errors import MiPrintError
from mi_print.event.load import Loaded
from mi_print.event.model.roles import WORD
from mi_print.layout.package import find
from mi_print.problem import Place, Problem, error, shown_path
from mi_print.source.wording import nearest
from mi_print.trade.inks import Ink, shared_values, torn_spots
from mi_print.trade.shops import Shop

_LESS = "take ink out of its build: less cyan, magenta and yellow, more black"
_ONE_BUILD = "give both the build by which the ink is proofed, or name another ink"
_CHANGE = "change one of them a little: the press finds the ink by the colour"


def check_colours(project: Path, loaded: Loaded) -> list[Problem]:
    """Return an error for each colour that the theme lacks, or can't tell from another."""
    if loaded.event is None:
        return []
    workshop = loaded.event.workshop
    own, themed = workshop.inks, workshop.theme.colours
    try:
        theme = find.theme(project)
    except MiPrintError as reason:
        return reason.problems
    problems = [
        error("colour", f'no colour is called "{name}"', nearest(name, theme.colours), **place)
        for name, place in _named(loaded)
        if name not in theme.colours
    ]
    known = {name: ink for name, ink in own.items() if name in theme.colours or name not in themed}
    inks = theme.recoloured(known).colours
    same = "the same colour on screen, but inks of their own"
    pairs = [
        *(("same-colour", pair, same, _CHANGE) for pair in shared_values(inks)),
        *(
            ("spot", pair, f"both {inks[pair[1]].spot}, in different builds", _ONE_BUILD)
            for pair in torn_spots(inks)
        ),
    ]
    for rule, (first, later), alike, hint in pairs:
        if inks[first] == inks[later]:
            continue  # one ink
        named = next((name for name in (later, first) if name in known), None)
        place = _place(loaded, named) if named else _theme_place(project)
        problems.append(error(rule, f"{first} and {later} are {alike}", hint, **place))
    return problems


def check_ink_limit(project: Path, loaded: Loaded, name: str, shop: Shop) -> list[Problem]:
    """Return an error for each colour whose build is more ink than the shop's paper takes.

    Args:
        project: its folder.
        loaded: the data, whose colours go before those of the shared theme.
        name: what the shop is called.
        shop: the shop; an office printer has no limit of ours.
    """
    if loaded.event is None or shop.colour is None:
        return []
    own, most = loaded.event.workshop.inks, shop.colour.tac
    inks: dict[str, Ink] = find.theme(project).recoloured(own).colours
    problems = []
    for colour, ink in inks.items():
        if ink.coverage > most:
            message = f"{colour} is {ink.coverage:g} % of ink; {name} takes {most:g} %"
            place = colour_place(project, loaded, colour)
            problems.append(error("ink-limit", message, _LESS, **place))
    return problems


def colour_place(project: Path, loaded: Loaded, name: str) -> Place:
    """Return the place fields of a problem with a colour: in the data, or in the theme's file."""
    own = loaded.event.workshop.inks if loaded.event else {}
    return _place(loaded, name) if name in own else _theme_place(project) | {"record": name}


def _named(loaded: Loaded) -> Iterator[tuple[str, Place]]:
    """Yield the names of colours that the data gives, with their places."""
    if loaded.event is None:
        return
    for name in loaded.event.workshop.theme.colours:
        yield name, _place(loaded, name)
    for role, name in loaded.event.workshop.named_colours.items():
        yield name, _place(loaded, role) | {"record": name}


def _place(loaded: Loaded, name: str) -> Place:
    way = f"theme.colours.{name}"
    if name.startswith(WORD) and loaded.event and name not in loaded.event.workshop.theme.colours:
        way = f"roles.{name.removeprefix(WORD)}.colour"
    fields = {way, f"{way}.srgb"}
    text = next(text for text in loaded.texts if text.field in fields)
    return text.place | {"record": name}


def _theme_place(project: Path) -> Place:
    return {"file": shown_path(find.shared(project) / "theme.yaml", project)}
