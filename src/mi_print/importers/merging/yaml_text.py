"""Values as YAML text that YAML 1.1 and 1.2 read alike, whatever a text holds."""

import json
import re
from collections.abc import Iterator, Mapping

_PLAIN = re.compile(r"[^\W\d_](?:[\w .&/()+-]*[\w()])?", re.ASCII)
_TAKEN = frozenset(["true", "false", "yes", "no", "on", "off", "y", "n", "null"])
_BLOCK = re.compile(r"[^\s][^\t\r\x85\u2028\u2029]*[^\s]")
_BREAKS = {ord(each): f"\\u{ord(each):04x}" for each in "\x7f\x85\u2028\u2029\ufeff"}
_LONGEST = 90  # characters of a line
_DOUBLED = re.compile(r"\s{2}|[^\S ]")
"""Spaces that a folded text would lose, or that are others."""


def plain(text: str) -> bool:
    """Tell whether a text needs no quotes."""
    return _PLAIN.fullmatch(text) is not None and text.lower() not in _TAKEN


def quoted(text: str) -> str:
    """Return a text in double quotes, on one line."""
    return json.dumps(text, ensure_ascii=False).translate(_BREAKS)


def folded(text: str) -> list[str]:
    """Return the lines of a long text as a folded block; none if it can't be one, or is short."""
    plain_spaces = text[:1] != " " and text[-1:] != " " and not _DOUBLED.search(text)
    if len(text) <= _LONGEST or not text.isprintable() or not plain_spaces:
        return []
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + len(word) >= _LONGEST:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def item_text(record: Mapping[str, object], indent: str) -> str:
    """Return a mapping as an item of a list, with `- ` before its first key."""
    lines = [line for name, value in record.items() for line in _lines(name, value, "  ")]
    first, *more = lines or ["{}"]
    return "\n".join(
        [f"{indent}- {first}", *(f"{indent}  {each}" if each else "" for each in more)]
    )


def _lines(name: str, value: object, deeper: str) -> Iterator[str]:
    """Yield the lines of a key and its value."""
    key = name if plain(name) else quoted(name)
    inline = _inline(value)
    if isinstance(value, str) and "\n" in value and _as_block(value):
        yield f"{key}: |-"
        yield from (f"{deeper}{line}" if line else "" for line in value.split("\n"))
    elif isinstance(value, str) and (lines := folded(value)):
        yield f"{key}: >-"
        yield from (f"{deeper}{line}" for line in lines)
    elif len(inline) <= _LONGEST or not isinstance(value, list):
        yield f"{key}: {inline}"
    else:
        yield f"{key}:"
        yield from (f"{deeper}- {_inline(each)}" for each in value)


def _as_block(text: str) -> bool:
    lines = text.split("\n")
    sound = all(line.rstrip() == line and line.isprintable() for line in lines)
    return sound and _BLOCK.fullmatch(text) is not None


def _inline(value: object) -> str:
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name}: {_inline(each)}' for name, each in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    if isinstance(value, str):
        return value if plain(value) else quoted(value)
    return json.dumps(value)
