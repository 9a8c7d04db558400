"""Which texts of a file are read as LaTeX: titles with formulas, names without."""

from mi_print.event.latex.unicode_text import plain
from mi_print.source.located_values import Location, Source

FILES = frozenset({"workshop", "program", "papers", "authors"})
"""The files that have titles and names of the program."""

TITLES = frozenset({"title", "subtitle", "short", "abstract", "category", "topic"})
NAMES = frozenset({"name", "given", "family", "sort", "affiliation"})
NAMING = frozenset({"people", "authors", "speakers", "chair"})
"""Keys under which somebody is named."""


def convert(source: Source) -> None:
    """Put what LaTeX says in the place of it; places and all other texts stay."""
    source.value = _converted(source.value, ())


def _converted(value: object, location: Location) -> object:
    if isinstance(value, dict):
        return {key: _converted(inner, (*location, key)) for key, inner in value.items()}
    if isinstance(value, list):
        return [_converted(inner, (*location, at)) for at, inner in enumerate(value)]
    if not isinstance(value, str):
        return value
    keys = [step for step in location if isinstance(step, str)]
    last = keys[-1] if keys else ""
    if last in TITLES:
        return plain(value)
    named = last == "authors" or (last in NAMES and not NAMING.isdisjoint(keys))
    return plain(value, formulas=False) if named else value
