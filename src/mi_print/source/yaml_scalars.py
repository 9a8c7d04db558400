"""The value of a bare YAML word, or a `Surprise`.

YAML 1.1 turns `NO` into false, `14:30` into 870, `010` into 8 and nothing into
null.  Here a bare word is text, a decimal number, `true`, `false` or a day
(which stays text for the model to read).  Whatever else YAML would make of it is
an error that says how to write what was meant.

Source: YAML 1.1, https://yaml.org/type/.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from mi_print.source.wording import shown

_TRUTH = {"true": True, "false": False}
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})", re.ASCII)
_DECIMAL = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,15}", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_TIME = re.compile(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?", re.ASCII)
_PADDED = re.compile(r"0[0-9_]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Surprise:
    """A word that YAML would read as something other than it looks like."""

    message: str
    hint: str


_READ: dict[str, Callable[[str], object]] = {
    "bool": lambda text: _TRUTH.get(text.lower()),
    "int": lambda text: int(text) if _INTEGER.fullmatch(text) else None,
    "float": lambda text: float(text) if _DECIMAL.fullmatch(text) else None,
    "timestamp": lambda text: text if _DAY.fullmatch(text) else None,
    "null": lambda _: None,
}
"""By YAML's type for it: how a word is read, or `None`."""

_SURPRISES = {
    "bool": ("true or false", 'write "{}" if it is text, true or false if it is not'),
    "int": ("a number", 'write "{}" if it is text, plain digits if it is a number'),
    "float": ("a number", 'write "{}" if it is text, plain digits if it is a number'),
    "timestamp": ("a moment of time", 'write "{}"'),
    "null": ("nothing at all", 'write "{}" if it is text, or take the key out'),
}
"""By YAML's type for it: what YAML takes a word for, and the cure."""


def meaning(text: str, kind: str) -> object:
    """Return the value of a bare word, or a `Surprise`.

    Args:
        text: the word as written, not empty.
        kind: the last part of the tag that YAML 1.1 gives it, such as `bool`.
    """
    if _TIME.fullmatch(text):
        message = "a time needs quotes: YAML takes a bare 14:30 for the number 870"
        return Surprise(message, f'write "{text:0>5}"')
    if _PADDED.fullmatch(text):
        number = shown(text.replace("_", "").lstrip("0") or "0")
        message = f"{shown(text)} begins with a zero: YAML takes a bare 010 for the number 8"
        return Surprise(
            message, f'write "{shown(text)}" if it is text, {shown(number)} if it is a number'
        )
    if kind not in _READ:
        return text
    value = _READ[kind](text)
    if value is not None:
        return value
    taken_for, cure = _SURPRISES[kind]
    return Surprise(f"YAML takes a bare {shown(text)} for {taken_for}", cure.format(shown(text)))
