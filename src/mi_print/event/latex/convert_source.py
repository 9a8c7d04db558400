"""Which texts of a file are read as LaTeX: titles with formulas, names without."""

from mi_print.event.latex.unicode_text import plain
from mi_print.source.located_values import Source

FILES = frozenset({"workshop", "program", "papers", "authors"})
"""The files that have titles and names of the program."""

TITLES = frozenset({"title", "subtitle", "short", "abstract", "category", "topic"})
NAMES = frozenset({"name", "given", "family", "sort", "affiliation"})
NAMING = frozenset({"people", "authors", "speakers", "chair"})
"""Keys under which somebody is named."""


def convert(source: Source) -> None:
    """Put what LaTeX says in the place of it; places and all other texts stay."""
    source.value = _converted(source.value, "", named=False)


def _converted(value: object, key: str, *, named: bool) -> object:
    """Return a value with what LaTeX says.

    Args:
        value: of the file.
        key: the last of those that lead to it.
        named: whether somebody is named under any of them.
    """
    if isinstance(value, dict):
        return {
            inner_key: _converted(inner, inner_key, named=named or inner_key in NAMING)
            for inner_key, inner in value.items()
        }
    if isinstance(value, list):
        return [_converted(inner, key, named=named) for inner in value]
    if not isinstance(value, str):
        return value
    if key in TITLES:
        return plain(value)
    name = key == "authors" or (named and key in NAMES)
    return plain(value, formulas=False) if name else value
