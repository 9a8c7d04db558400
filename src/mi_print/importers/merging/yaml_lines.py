"""Two texts of one YAML file: what has not changed stays as it stands in the older.

A text is cut at the keys at its top, and lists there at their items.  The lines behind each
part that are empty or a comment stay too.
"""

import re
from collections.abc import Mapping, Sequence

from mi_print.source.located_values import Location, Position, Source

_ASIDE = re.compile(r"\s*(?:#.*)?")
_NAMES = ("id", "name", "heading")
"""Fields of an item of which the first that it has says which one it is."""


def spliced(old: str, before: Source, new: str, after: Source) -> str:
    """Return the newer text, with the lines of the older where both say the same."""
    old_lines, new_lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
    there, here = _keys(before), _keys(after)
    if not there or not here:
        return new
    ours, theirs = _cut(old_lines, list(there.values())), _cut(new_lines, list(here.values()))
    by_key = dict(zip(there, ours, strict=True))
    pieces = old_lines[: next(iter(there.values()))]
    for key, part in zip(here, theirs, strict=True):
        if key not in by_key:
            pieces += part
            continue
        body, asides = _apart(by_key[key])
        if _value(before, key) != _value(after, key):
            starts = _starts(before, key, old_lines), _starts(after, key, new_lines)
            body = (
                _items(
                    (before, by_key[key], starts[0], there[key]),
                    (after, part, starts[1], here[key]),
                    key,
                )
                if all(starts)
                else _apart(part)[0]
            )
        pieces += [*body, *asides]
    return "".join(each if each.endswith("\n") else f"{each}\n" for each in pieces)


_Listed = tuple[Source, list[str], list[int], int]
"""A source, the lines of a key, where in the file its items begin, and where it does."""


def _items(old: _Listed, new: _Listed, key: str) -> list[str]:
    """Return the lines of a list, those of an item that is the same as they stand."""
    before, lines, starts, first = old
    ours = _cut(lines, [start - first for start in starts])
    by_name = {_name(item): at for at, item in enumerate(_list(before, key))}
    after, lines, starts, first = new
    found = lines[: starts[0] - first]
    cut = _cut(lines, [start - first for start in starts])
    last = len(ours) - 1
    for item, part in zip(_list(after, key), cut, strict=True):
        at = by_name.get(_name(item))
        if at is None:
            found += _apart(part)[0]
            continue
        body, asides = _apart(ours[at])
        same = _list(before, key)[at] == item
        found += [*(body if same else _apart(part)[0]), *(asides if at != last else ())]
    return found


def _keys(source: Source) -> dict[str, int]:
    """Return where the keys at the top begin, from 0, in their order."""
    places = {str(way[0]): at.line - 1 for way, at in source.keys.items() if len(way) == 1}
    apart = len(set(places.values())) == len(places)
    return dict(sorted(places.items(), key=lambda each: each[1])) if apart else {}


def _starts(source: Source, key: str, lines: Sequence[str]) -> list[int]:
    """Return where the items of a list begin; nothing if they have no lines of their own."""
    values: Mapping[Location, Position] = source.values
    found = [values[key, at].line - 1 for at in range(len(_list(source, key)))]
    own = all(lines[at].lstrip(" ").startswith("- ") for at in found)
    return found if own and len(set(found)) == len(found) else []


def _cut(lines: list[str], starts: Sequence[int]) -> list[list[str]]:
    ends = [*starts[1:], len(lines)]
    return [lines[start:end] for start, end in zip(starts, ends, strict=True)]


def _apart(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return lines, and those at their end that are empty or comments."""
    end = len(lines)
    while end > 1 and _ASIDE.fullmatch(lines[end - 1].rstrip("\r\n")):
        end -= 1
    return lines[:end], lines[end:]


def _value(source: Source, key: str) -> object:
    return source.value.get(key) if isinstance(source.value, dict) else None


def _list(source: Source, key: str) -> list[object]:
    found = _value(source, key)
    return found if isinstance(found, list) else []


def _name(item: object) -> str:
    if not isinstance(item, dict):
        return repr(item)
    return repr(next(((name, item[name]) for name in _NAMES if name in item), item))
