"""Style sheets of SVG: their rules, and to which elements those may apply."""

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
_NAME = re.compile(r"[.#]?[-\w]+|\*")
_LAST = re.compile(r"[^\s>+~]+\Z")


def sheets(root: ET.Element) -> Iterator[str]:
    """Yield the style sheets of a picture."""
    for element in root.iter(f"{SVG}style"):
        yield element.text or ""


def rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield each selector with its declarations; of rules within rules the inner ones."""
    for piece in sheet.split("}"):
        before, brace, body = piece.rpartition("{")
        for selector in before.rpartition("{")[2].split(",") if brace else ():
            yield selector.strip(), body


def names(element: ET.Element) -> Iterator[str]:
    """Yield what plain selectors call an element: `path`, `.st0`, `#logo`."""
    yield element.tag.removeprefix(SVG)
    yield from (f".{name}" for name in element.get("class", "").split())
    if "id" in element.attrib:
        yield f"#{element.attrib['id']}"


def by_name(found: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the declarations of rules by each name of the elements that they are for, and `*`."""
    named: dict[str, list[str]] = {}
    for selector, body in found:
        last = _LAST.search(selector[-200:])
        for name in _NAME.findall(last[0]) if last else ():
            named.setdefault(name, []).append(body)
    return named
