"""How much an SVG draws, counted without drawing it.

What is used again counts again, at each place: `use`, markers, patterns, gradients, masks,
clips.  An element hands its properties down, also to what it uses (SVG 2, 6.3), so that what
they refer to may be drawn for each element below it; that some of these say otherwise is not
looked at.  Each element is counted once, so that the count itself takes no longer than reading.
"""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from mi_print.event.pictures.style_sheet import SVG, by_name, names, plain, rules, sheets, tries

_PATH, _TEXT, _VERTEX = 60, 4, 4
"""Letters of a path or another value, and of a text, that take as long as an element; and of a
path, to a vertex."""
_PROPERTIES = 200
"""Properties that take as long as an element, for each element that they are handed down to."""
_SOUGHT = 200
"""Elements among which to look for one takes as long as to draw one."""
_MATCHES = 100
"""How often rules of style sheets may be tried on elements, for each that may be drawn."""
_DEEPEST = 50
_NESTED = "is nested too deeply, or draws itself"
_OWN = frozenset({"href", "transform", "clip-path", "filter", "mask", "opacity"})
"""What an element does not hand down."""
_POINTS = frozenset({"d", "points"})
_NAMES = frozenset({"id", "class"})
_PAINTLESS = frozenset(f"{SVG}{name}" for name in ("linearGradient", "radialGradient", "stop"))
_BOXED = frozenset(f"{SVG}{name}" for name in ("svg", "symbol"))
_LETTERS = {
    **{f"{SVG}{name}": _TEXT for name in ("text", "tspan", "textPath", "a")},
    f"{SVG}style": _PATH,
}
_HREF = re.compile(r"(?:^|\})href$")
_URL = re.compile(r"url\(\s*['\"]?\s*([^)'\"]*)", re.IGNORECASE)


class DrawsTooMuchError(Exception):
    """How an SVG draws too much, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class _Said:
    """An attribute or a property: how long its value is, and to what it refers."""

    key: str
    length: int
    addresses: Sequence[str] = ()


@dataclass(slots=True)
class _DrawnShare:
    """How much an element draws, with what is in it and what it uses.

    Attributes:
        drawn: the sum of all.
        elements: of it, the elements to which the properties of this one are handed down.
        vertices: of their paths.
    """

    drawn: int = 1
    elements: int = 1
    vertices: int = 1

    def take(self, other: "_DrawnShare") -> None:
        """Add what is in the element, or used by it."""
        self.drawn += other.drawn
        self.elements += other.elements
        self.vertices += other.vertices


def check_size(root: ET.Element, most: int) -> None:
    """Make sure that an SVG does not draw too much, however often parts are used again.

    Args:
        root: the SVG.
        most: elements that it may draw; long paths, texts, and properties count as several.

    Raises:
        DrawsTooMuchError: it draws more, draws itself, or is nested too deeply.
    """
    count = sum(1 for _ in root.iter())
    deep = _depth(root)
    if deep > _DEEPEST:
        raise DrawsTooMuchError(_NESTED)
    styles = by_name(rule for sheet in sheets(root) for rule in rules(sheet))
    tried = {
        name: sum(tries(selector, deep, count) for selector, _ in found)
        for name, found in styles.items()
    }
    matches = sum(tried.get(name, 0) for each in _elements(root) for name in names(each))
    if matches > most * _MATCHES:
        raise DrawsTooMuchError("has too many rules in its style sheets, for so many elements")
    if count > most or _Counted(root, styles).whole() > most:
        raise DrawsTooMuchError(f"draws more than {most:,} elements, or paths as long")


def _elements(root: ET.Element) -> Iterator[ET.Element]:
    return (each for each in root.iter() if isinstance(each.tag, str))  # others are comments


def _depth(root: ET.Element) -> int:
    """Return in how many elements the innermost are."""
    depth, level = 0, [root]
    while level and depth <= _DEEPEST:
        depth, level = depth + 1, [child for each in level for child in each]
    return depth


def addresses(key: str, value: str) -> Iterator[str]:
    """Yield what an attribute or a property refers to."""
    if _HREF.search(key):
        yield value.strip()
    if "(" in value:
        for found in _URL.finditer(value):
            yield found[1].strip()


class _Counted:
    """The sizes of a picture's elements, as far as they are known."""

    def __init__(self, root: ET.Element, styles: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        self._root = root
        self._styles = {
            name: [each for _, body in found for each in _declarations(body)]
            for name, found in styles.items()
        }
        self._by_id = {f"#{each.get('id')}": each for each in _elements(root) if each.get("id")}
        self._sizes: dict[int, _DrawnShare] = {}
        self._sought: set[str] = set()

    def whole(self) -> int:
        """Return how much the picture draws, and is looked through for what it refers to."""
        drawn = self._size(self._root, ()).drawn
        return drawn + len(self._sought) * sum(1 for _ in self._root.iter()) // _SOUGHT

    def _size(self, element: ET.Element, above: tuple[int, ...]) -> _DrawnShare:
        if id(element) in above or len(above) > _DEEPEST:
            raise DrawsTooMuchError(_NESTED)
        if id(element) not in self._sizes:
            self._sizes[id(element)] = self._counted(element, (*above, id(element)))
        return self._sizes[id(element)]

    def _counted(self, element: ET.Element, way: tuple[int, ...]) -> _DrawnShare:
        found = _DrawnShare()
        for child in element:
            if isinstance(child.tag, str):  # as below
                found.take(self._size(child, way))
        said = [each for each in self._said(element) if each.key not in _NAMES]
        uses = [each for each in said if _HREF.search(each.key)]
        for size in self._used(uses, way):
            if element.tag == f"{SVG}use":
                found.take(size)
            else:
                found.drawn += size.drawn
        if element.tag in _BOXED:
            found.drawn += found.elements  # they are measured too
        found.drawn += len(element.text or "") // _LETTERS.get(element.tag, sys.maxsize)
        if element.tag in _PAINTLESS:
            return found
        letters = sum(each.length for each in said if each.key in _POINTS)
        found.vertices += letters // _VERTEX * found.elements
        for each in said:
            self._declare(found, each, way)
        found.drawn += len(said) // _PROPERTIES * found.elements
        return found

    def _declare(self, found: _DrawnShare, said: _Said, way: tuple[int, ...]) -> None:
        """Add what an attribute or a property takes, for each element that has it."""
        if _HREF.search(said.key):
            return
        elements = 1 if said.key in _OWN else found.elements
        times = found.vertices if said.key.startswith("marker") else elements
        found.drawn += times * sum(size.drawn for size in self._used([said], way))
        if not said.key.startswith("{"):  # of another program
            found.drawn += elements * (said.length // _PATH)
        if said.key == "opacity":
            found.drawn += found.elements  # they are measured too

    def _used(self, said: Sequence[_Said], way: tuple[int, ...]) -> Iterator[_DrawnShare]:
        """Yield the sizes of what attributes or properties refer to."""
        for address in (to for each in said for to in each.addresses):
            self._sought.add(address)
            if address in self._by_id:
                yield self._size(self._by_id[address], way)

    def _said(self, element: ET.Element) -> Iterator[_Said]:
        """Yield the attributes of an element, and its properties wherever they are said."""
        for key, value in element.attrib.items():
            if key == "style":
                yield from _declarations(plain(value))
            else:
                yield _Said(key, len(value), tuple(addresses(key, value)))
        for name in names(element):
            yield from self._styles.get(name, ())


def _declarations(body: str) -> Iterator[_Said]:
    for declared in body.split(";"):
        key, colon, value = declared.partition(":")
        if colon:
            key = key.strip().lower()
            yield _Said(key, len(value), tuple(addresses(key, value)))
