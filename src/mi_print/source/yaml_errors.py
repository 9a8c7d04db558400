"""Messages and hints for libyaml's syntax errors.

There is one for every error that a typing mistake can cause; others keep
libyaml's own message.
"""

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
    if reason == _NO_VALUE and not text.splitlines()[place.line - 1 :]:
        return *_END, place
    message, hint = _REASONS.get(reason, (reason, "see the lines around it"))
    return message, hint, start if reason in _OPENED_BEFORE else place


def _follows_tab(text: str, place: Position) -> bool:
    lines = text.splitlines()
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    return "\t" in line[: len(line) - len(line.lstrip())]
