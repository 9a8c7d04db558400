"""Messages and hints for values that do not fit the model.

There is one for every type of pydantic's errors that data can cause; others keep
pydantic's own message.
"""

import re
from collections.abc import Mapping

from pydantic_core import ErrorDetails

from mi_print.source.wording import nearest, shown

_WANTED = {
    "string_type": ("text", "write one text, in quotes where it is a number or true or false"),
    "int_type": ("a whole number", "write digits, without quotes"),
    "float_type": ("a number", "write digits, without quotes"),
    "bool_type": ("true or false", "write true or false, without quotes"),
    "date_type": ("a day", "write it as 2025-12-07"),
    "time_type": ("a time of day", 'write it as "09:30"'),
    "tuple_type": ("a list", 'begin each item with "- " on a line of its own'),
    "model_type": ("a mapping", "write its keys, each with a colon and a value"),
    "dict_type": ("a mapping", "write its keys, each with a colon and a value"),
}
"""The kind of value that is wanted, and how to write one."""

_FAULTS = {
    "greater_than": ("{input} is too small", "write more than {gt:g}"),
    "greater_than_equal": ("{input} is too small", "write {ge:g} or more"),
    "less_than_equal": ("{input} is too large", "write {le:g} or less"),
    "string_too_short": ("this is empty", "write it or take the key out"),
    "string_too_long": ("this has {length} characters", "shorten it to {max_length}"),
    "too_short": ("this list is too short", "write {min_length} or more"),
    "too_long": ("this list has {actual_length} values", "write {max_length}"),
    "int_parsing": ('"{input}" is not a whole number', "write digits"),
    "bool_parsing": ('"{input}" is neither true nor false', "write true or false"),
    "date_parsing": ('"{input}" is not a day', "write it as 2025-12-07"),
    "date_from_datetime_parsing": ('"{input}" is not a day', "write it as 2025-12-07"),
    "time_parsing": ('"{input}" is not a time of day', 'write it as "09:30"'),
}
"""Message and hint, filled with the fault's context and the value."""


def sentence(fault: ErrorDetails) -> tuple[str, str]:
    """Return message and hint for one fault that pydantic found."""
    kind, context = fault["type"], fault.get("ctx", {})
    if kind == "value_error":  # our own types say "what is wrong; what to do"
        message, _, hint = str(context["error"]).partition("; ")
        return message, hint
    if kind in {"enum", "literal_error"}:
        words = re.findall(r"'([^']*)'", str(context["expected"]))
        if not words:
            return f"{shown(fault['input'])} is none of the values for this", (
                f"write {context['expected']}, without quotes"
            )
        return f"{_quoted(fault['input'])} is none of the words for this", nearest(
            str(fault["input"]), words
        )
    if kind in _WANTED:
        wanted, hint = _WANTED[kind]
        return f"{shown_kind(fault['input'])} stands where {wanted} should", hint
    if kind in _FAULTS:
        return _filled(_FAULTS[kind], fault["input"], context)
    return fault["msg"], ""


def _filled(
    texts: tuple[str, str], value: object, context: Mapping[str, object]
) -> tuple[str, str]:
    length = len(value) if isinstance(value, str) else 0
    message, hint = (text.format(input=shown(value), length=length, **context) for text in texts)
    return message, hint


def _quoted(value: object) -> str:
    return f'"{shown(value)}"' if isinstance(value, str) else shown_kind(value)


def shown_kind(value: object) -> str:
    """Return what kind of value of a file this is, as messages call it."""
    if isinstance(value, bool):
        return "true or false"
    kinds = ((int | float, "a number"), (str, "text"), (list, "a list"), (dict, "a mapping"))
    return next((name for kind, name in kinds if isinstance(value, kind)), "nothing")
