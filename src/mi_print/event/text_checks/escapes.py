"""Characters that a program wrote for a web page or as a string of code."""

import html
import re
from html.entities import html5

from mi_print.event.text_checks.note import TextNote, meant, quoted

_ENTITY = re.compile(r"&(?:#(?:[0-9]{1,7}|[xX][0-9A-Fa-f]{1,6})|[A-Za-z][A-Za-z0-9]{1,30});")
_TIMES = 3  # as often as a text may have been escaped

PATH = re.compile(r"(?:\b[A-Za-z]:|(?<!\S)\\(?=\\\S)|\b[A-Z][A-Z0-9]+(?!\\[A-Za-z]+\{))\\\S*")
"""A path or an account of Windows: its backslashes are meant."""

_ESCAPE = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|[nrt](?![a-z])|[\"'/])")
_ACCENT = re.compile(
    r"(?:(?<=\{)\\['\"]|\\['\"](?=\{)|(?<=[A-Za-z]{2})(?<![Qq]u)\\'(?=[aeiouyAEIOUY])"
    r"|(?<=[A-Za-z])\\\"(?=[aeiouyAEIOUY]))"
)
_MEANS = {"n": " ", "r": " ", "t": " "}


def entities(text: str) -> TextNote | None:
    """HTML: `&amp;`, `&#039;`."""
    found = text
    for _ in range(_TIMES):
        found, before = _ENTITY.sub(_entity, found), found
        if found == before:
            break
    if found == text:
        return None
    return meant("entity", f"{quoted(text)} has HTML in it, which prints as it stands", found)


def backslashes(text: str) -> TextNote | None:
    r"""JSON and code: `\u00e9`, `\n`, `\"`."""
    if "\\" not in text or PATH.search(text):
        return None
    found = unescaped(text)
    if found == text:
        return None
    message = f"{quoted(text)} has a backslash of a program in it, which prints as it stands"
    return meant("escape", message, " ".join(found.split()))


def unescaped(text: str) -> str:
    """Return a text with what its escapes mean; accents of LaTeX are none."""
    accents = {found.start() for found in _ACCENT.finditer(text)}
    found = _ESCAPE.sub(
        lambda each: each[0] if each.start() in accents else _unescaped(each[0]), text
    )
    # Characters above U+FFFF come as two halves.
    return found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _entity(found: re.Match[str]) -> str:
    name = found[0][1:]
    return html.unescape(found[0]) if name[0] == "#" or name in html5 else found[0]


def _unescaped(escape: str) -> str:
    kind, code = escape[1], escape[2:]
    return chr(min(int(code, 16), 0x10FFFF)) if code else _MEANS.get(kind, kind)
