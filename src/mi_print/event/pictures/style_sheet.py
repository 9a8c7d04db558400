"""Style sheets of SVG: their rules, and to which elements those may apply."""

import math
import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
_NAME = re.compile(r"[.#]?[-\w]+|\*")
_COMPOUND = re.compile(r"((?:[.#]?[-\w]+|\*)+)(?::[-\w]+(?:\([^()'\"]*\))?|\[[^]'\"]*\])*")
_LAST = re.compile(r"[^\s>+~]+\Z")
_COMBINED = re.compile(r" ?([>+~]) ?")
_MOST_COMBINED = 30
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE)
_LAST_CHARACTER = 0x10FFFF


def sheets(root: ET.Element) -> Iterator[str]:
    """Yield the style sheets of a picture."""
    for element in root.iter(f"{SVG}style"):
        yield plain(element.text or "")


def plain(text: str) -> str:
    """Return CSS without its comments, and with what is escaped as it is meant."""
    first, *others = text.split("/*")
    kept = first + "".join(each.partition("*/")[2] for each in others)
    return _ESCAPE.sub(_meant, kept) if "\\" in kept else kept


def _meant(escape: re.Match[str]) -> str:
    code = int(escape[1], 16) if escape[1] else 0
    return chr(min(code, _LAST_CHARACTER)) if code else escape[2] or ""


def rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield each selector with its declarations; of rules within rules the inner ones.

    Declarations whose rule can't be told, as a brace stands in a value, are taken for ones of
    every element.
    """
    for piece in sheet.split("}"):
        before, brace, body = piece.rpartition("{")
        selectors = before.rpartition("{")[2] if brace else ""
        for selector in selectors.split(",") if brace else ():
            yield selector.strip(), body
        for unclear in (selectors, "" if brace else piece):
            if ";" in unclear:
                yield "*", unclear


def names(element: ET.Element) -> Iterator[str]:
    """Yield what plain selectors call an element: `*`, `path`, `.st0`, `#logo`."""
    yield "*"
    yield element.tag.removeprefix(SVG)
    yield from (f".{name}" for name in element.get("class", "").split())
    if "id" in element.attrib:
        yield f"#{element.attrib['id']}"


def by_name(found: Iterable[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    """Return rules by each name of the elements that they are for, and `*`.

    A selector that names none may be for every element; rules such as `@font-face` are for none.
    """
    named: dict[str, list[tuple[str, str]]] = {}
    for selector, body in found:
        if selector.startswith("@"):
            continue
        last = _LAST.search(selector[-200:])
        compound = _COMPOUND.fullmatch(last[0]) if last else None
        for name in _NAME.findall(compound[1]) if compound else ("*",):
            named.setdefault(name, []).append((selector, body))
    return named


def tries(selector: str, depth: int, siblings: int) -> int:
    """Return how often a selector may be tried on an element, at most.

    Args:
        selector: the selector.
        depth: how many elements an element is in.
        siblings: how many it is beside.
    """
    combined = _COMBINED.sub(r"\1", " ".join(selector.split()))
    above, beside = (min(combined.count(each), _MOST_COMBINED) for each in " ~")
    return math.prod([depth] * above) * math.prod([siblings] * beside)
