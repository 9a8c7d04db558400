"""Messages and hints for libyaml's syntax errors.

There is one for every error that a typing mistake can cause; others keep
libyaml's own message.
"""

import re

from mi_print.source.located_values import Position

_QUOTES = "put the text in quotes"
_LINE_UP = "begin the line in the column of its neighbours"

_NO_VALUE = "did not find expected node content"

_REASONS = {
    "mapping values are not allowed in this context": (
        "a colon that makes no sense here",
        'put text that has ": " in it in quotes; else see whether the lines are indented alike',
    ),
    "could not find expected ':'": (
        "this line has no colon",
        "write a key, a colon, a space and the value, or indent the line as part of the text above",
    ),
    "did not find expected key": (
        "this fits nothing above it",
        f"{_LINE_UP}; text with quotes inside needs quotes of the other kind around all of it",
    ),
    "did not find expected '-' indicator": ("this is no item of the list above it", _LINE_UP),
    "block sequence entries are not allowed in this context": (
        "a list can't begin here",
        'begin it on a line of its own, with "- "',
    ),
    "block mapping keys are not allowed in this context": ("a key can't stand here", _LINE_UP),
    "found character that cannot start any token": (
        "no text can begin with this character",
        _QUOTES,
    ),
    _NO_VALUE: (
        "a value is missing here",
        f"write it or take the comma out; {_QUOTES} if it is text",
    ),
    "did not find expected ',' or ']'": (
        "the bracket [ that opens here is not closed",
        "close it with ]",
    ),
    "did not find expected ',' or '}'": (
        "the brace { that opens here is not closed",
        "close it with }",
    ),
    "found unexpected end of stream": (
        "the quote that opens here is not closed",
        "close it; inside single quotes write an apostrophe twice",
    ),
    "found unexpected document indicator": (
        "the quote that opens here is not closed",
        "close it; inside single quotes write an apostrophe twice",
    ),
    "found unknown escape character": (
        "a backslash that means nothing",
        "write it twice, or use single quotes",
    ),
    "found invalid Unicode character escape code": (
        "there is no such character",
        "write the character itself",
    ),
    "did not find expected alphabetic or numeric character": (
        "text can't begin with * or &",
        _QUOTES,
    ),
    "did not find expected comment or line break": (
        "nothing may follow | or > on its line",
        "begin the text on the next line, indented",
    ),
    "did not find expected <document start>": (
        "this fits nothing above it",
        _LINE_UP,
    ),
}

_OPENED_BEFORE = {
    "could not find expected ':'",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
    "found unexpected end of stream",
    "found unexpected document indicator",
}
"""Reasons that libyaml notices at the end of something whose beginning is wrong."""

_END = ("the file ends inside a bracket or a brace", "close it with ] or }")
_TAB = ("a tab in the indentation", "indent with spaces")


_KEY_LENGTH = 1024
"""Characters that a key may have, its quotes too (YAML 1.2, 7.4.2)."""
_QUOTED = r""""(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+'"""
_BLOCK_KEY = re.compile(rf"^ *(?:- +)*(?P<key>{_QUOTED}|[^\s\"'](?:(?!:\s).)*+)$")
_FLOW_KEY = re.compile(rf"[{{\[,]\s*(?P<key>{_QUOTED}|[^\s\"'{{}}\[\],](?:(?!:\s)[^{{}}\[\],])*+)$")
_KEYS = {
    "could not find expected ':'": _BLOCK_KEY,
    "mapping values are not allowed in this context": _BLOCK_KEY,
    "did not find expected ',' or ']'": _FLOW_KEY,
    "did not find expected ',' or '}'": _FLOW_KEY,
}
"""What libyaml says at the colon behind a key that is too long, and what the key looks like."""


def syntax_fault(
    reason: str, place: Position, start: Position, text: str
) -> tuple[str, str, Position]:
    """Return message, hint and place for one of libyaml's errors.

    Args:
        reason: libyaml's.
        place: where it noticed.
        start: where what it was reading began.
        text: the whole file.
    """
    if _follows_tab(text, place):
        return *_TAB, place
    if reason in _KEYS and (key := _long_key(_line(text, place), place, _KEYS[reason])):
        message = f"this key is too long: YAML takes {_KEY_LENGTH:,} characters"
        return message, "write a short key; a long text belongs behind the colon", key
    if reason == _NO_VALUE and not text.splitlines()[place.line - 1 :]:
        return *_END, place
    message, hint = _REASONS.get(reason, (reason, "see the lines around it"))
    return message, hint, start if reason in _OPENED_BEFORE else place


def _long_key(line: str, colon: Position, pattern: re.Pattern[str]) -> Position | None:
    """Return where a key begins that ends before a colon, if it is longer than YAML takes."""
    at = colon.column - 1
    before = line[:at].rstrip()
    found = pattern.search(before)
    if line[at : at + 1] != ":" or found is None or len(found["key"]) <= _KEY_LENGTH:
        return None
    return Position(colon.line, found.start("key") + 1)


def _line(text: str, place: Position) -> str:
    lines = text.splitlines()
    return lines[place.line - 1] if place.line <= len(lines) else ""


def _follows_tab(text: str, place: Position) -> bool:
    line = _line(text, place)
    return "\t" in line[: len(line) - len(line.lstrip())]
