"""Whether the workshop's colours go into the theme that its layouts share.

Loading knows the data alone, and so can't tell a colour that no layout has
from one that every layout uses.
"""

from pathlib import Path

from mi_print.errors import MiPrintError
from mi_print.event.load import Loaded
from mi_print.layout import shelf
from mi_print.problem import Problem, error, shown_path
from mi_print.source.wording import nearest
from mi_print.trade.inks import shared_values

_CHANGE = "change one of them a little: the press finds the ink by the colour"


def check_colours(project: Path, loaded: Loaded) -> list[Problem]:
    """Return an error for each colour that the theme lacks, or can't tell from another."""
    if loaded.event is None:
        return []
    own = loaded.event.workshop.theme.colours
    try:
        theme = shelf.theme(project)
    except MiPrintError as reason:
        return reason.problems
    problems = [
        error("colour", f'no colour is called "{name}"', nearest(name, theme.colours), **place)
        for name in own
        if name not in theme.colours and (place := _place(loaded, name))
    ]
    known = {name: ink for name, ink in own.items() if name in theme.colours}
    for first, later in shared_values(theme.recoloured(known).colours):
        message = f"{first} and {later} are the same colour on screen, but inks of their own"
        named = next((name for name in (later, first) if name in known), None)
        place = _place(loaded, named) if named else _theme_place(project)
        problems.append(error("same-colour", message, _CHANGE, **place))
    return problems


def _place(loaded: Loaded, name: str) -> dict[str, object]:
    field = f"theme.colours.{name}.srgb"
    text = next(text for text in loaded.texts if text.field == field)
    return {"file": text.file, "line": text.line, "column": text.column}


def _theme_place(project: Path) -> dict[str, object]:
    return {"file": shown_path(shelf.shared(project) / "theme.yaml", project)}
