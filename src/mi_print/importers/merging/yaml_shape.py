"""Whether a file has lists and mappings where records are merged into it."""

from collections.abc import Iterator, Sequence
from typing import Any

from mi_print.problem import Problem, error
from mi_print.source.located_values import Source

_HINT = "mi-print explain data shows how it is written; or take this out"
_KeyPath = tuple[str | int, ...]


def unlike(source: Source, path: Sequence[str], names: Sequence[str]) -> Iterator[Problem]:
    """Yield an error for what stands where a list or a mapping must.

    Args:
        source: the file.
        path: the keys that lead to the list; none for the file's own fields.
        names: the fields, with points between the steps.
    """
    ways: list[_KeyPath] = [tuple(path)] if path else [tuple(name.split(".")) for name in names]
    wanted: dict[_KeyPath, type] = {way[:steps]: dict for way in ways for steps in range(len(way))}
    if path:
        items = _at(source, ways[0])
        wanted[ways[0]] = list
        count = len(items) if isinstance(items, list) else 0
        wanted |= {(*path, number): dict for number in range(count)}
    for way, kind in wanted.items():
        there = _at(source, way)
        if there is not None and not isinstance(there, kind):
            place = source.values.get(way)
            line, column = (place.line, place.column) if place else (1, 1)
            message = f"{'a list' if kind is list else 'keys with values'} should stand here"
            yield error("value", message, _HINT, file=source.file, line=line, column=column)


def _at(source: Source, way: _KeyPath) -> Any:  # noqa: ANN401 - whatever the file says
    """Return what stands at the end of a way; nothing if that leads nowhere."""
    found: Any = source.value
    for step in way:
        if isinstance(step, int):
            found = found[step] if isinstance(found, list) else None
        else:
            found = found.get(step) if isinstance(found, dict) else None
    return found
