"""What stands on typeset pages, as plain values: texts, frames, columns, rules, pictures.

All places are in points from the trim's top left corner, after every
transform, y down.  `layout/typeset/read_back.py` makes them in one walk through
the typesetter's boxes; the checks of `layout/checks/` look at nothing else.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from mi_print.geometry import IDENTITY, Area, Matrix, Rectangle, around

Element: TypeAlias = Any
"""An element of the tree that was set."""

ScreenColour = tuple[float, ...]
"""Red, green, and blue, each from 0 to 1."""

PaintOrder = tuple[int, ...]
"""When something is painted: what is greater lies over what is less (CSS 2.2, appendix E)."""


class SetText(NamedTuple):
    """A text in one line, as far as one element and one style go.

    Attributes:
        text: its characters, as they are set.
        page: from 1.
        element: whose text it is, or None in a page's margin.
        own: whether the element holds it; what CSS generates is not its own.
        cased: whether CSS changes its letters: `text-transform`.
        hyphen: what ends its lines where a word is broken.
        size: of its letters, in points.
        bounds: from its ascent to its descent, and as wide as it advances.
        ink: the bounds of its ink, or None if it has none.
        glyphs: returns the bounds of each glyph's ink.
        block: the number of the block that its line stands in, on the page.
        line: the number of its line, on the page.
        order: when it is painted.
        colour: of its letters, or None if it is not known.
        visible: the part of the page outside of which its ancestors hide it.
        hidden: why nobody can see it, or "".
        over: whether it may lie over other text: `data-over`.
        aside: whether it is in no flow of pages: in a margin box, or placed on the page itself.
        repeats: whether it may stand on several pages: heads of tables, running elements.
    """

    text: str
    page: int
    element: Element
    own: bool
    cased: bool
    hyphen: str
    size: float
    bounds: Rectangle
    ink: Rectangle | None
    glyphs: Callable[[], list[Rectangle]]
    block: int
    line: int
    order: PaintOrder
    colour: ScreenColour | None
    visible: Rectangle
    hidden: str
    over: bool
    aside: bool
    repeats: bool


class PaintedArea(NamedTuple):
    """An area that is painted: a rule, or an opaque background."""

    page: int
    box: Rectangle
    order: PaintOrder


class Ground(NamedTuple):
    """An area that is painted in a colour; None if it is a picture, or one looks through it."""

    page: int
    box: Rectangle
    order: PaintOrder
    colour: ScreenColour | None


class SetPicture(NamedTuple):
    """A picture in the text, and what it says if it is a QR code: `data-code`."""

    page: int
    element: Element
    box: Rectangle
    code: str
    order: PaintOrder


class Column(NamedTuple):
    """A block of lines: how far the widest of them stands out of it, in points, and where."""

    page: int
    text: str
    element: Element
    box: Area
    excess: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A box that its content must stay in: `name` is its `data-frame`.

    Attributes:
        name: its `data-frame`.
        page: from 1.
        box: its content box, in its own space.
        content: the bounds of what is set in it there: lines' heights, texts' widths, pictures.
        read: its `data-read`: from where it is read.
        smallest: the size of its smallest text, 0 for none.
        narrowest: the width of its narrowest picture, 0 for none.
        wished: its `data-wished`: how large its text should be, 0 for any size.
        continued: whether it began on a page before.
        matrix: from its own space to the page.
        padding: its padding box on the page.
        texts: the numbers of its texts among all: the first, and one after the last.
    """

    name: str
    page: int
    box: Area
    content: Area
    read: str
    smallest: float
    narrowest: float
    wished: float
    continued: bool = False
    matrix: Matrix = IDENTITY
    padding: Rectangle | None = None
    texts: tuple[int, int] = (0, 0)

    @property
    def place(self) -> Area:
        """Where it is on the page: the least upright rectangle around it."""
        x, y, width, height = self.box
        left, top, right, bottom = around((x, y, x + width, y + height), self.matrix)
        return left, top, right - left, bottom - top


@dataclass(frozen=True, slots=True)
class SetPage:
    """A page's trim, where its flow may stand, in points, and its own colour, if it is one."""

    width: float
    height: float
    area: Rectangle
    colour: ScreenColour | None = None


@dataclass
class PageContents:
    """All that stands on some pages."""

    roots: Sequence[Element] = ()
    pages: list[SetPage] = field(default_factory=list)
    texts: list[SetText] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)
    rules: list[PaintedArea] = field(default_factory=list)
    covers: list[PaintedArea] = field(default_factory=list)
    grounds: list[Ground] = field(default_factory=list)
    pictures: list[SetPicture] = field(default_factory=list)

    @property
    def codes(self) -> tuple[frozenset[str], ...]:
        """The texts of each page's QR codes."""
        found: list[set[str]] = [set() for _ in self.pages]
        for picture in self.pictures:
            if picture.code:
                found[picture.page - 1].add(picture.code)
        return tuple(frozenset(each) for each in found)

    @cached_property
    def parents(self) -> Mapping[Element, Element]:
        """The element around each."""
        return {child: each for root in self.roots for each in root.iter() for child in each}

    def around(self, element: Element) -> Iterator[str]:
        """Yield the texts of an element and of those around it, from within; none of None."""
        while element is not None:
            yield " ".join("".join(_said(element)).split())
            element = self.parents.get(element)

    def said(self, frame: Frame) -> tuple[tuple[str, ...], ...]:
        """Return the texts of a frame, each with ever more of what is set around it."""
        texts = self.texts[slice(*frame.texts)]
        return tuple((text.text, *self.around(text.element)) for text in texts)

    def row(self, element: Element) -> Element:
        """Return the row of a table or the item of a list that an element is in, or None."""
        while element is not None and element.tag not in _ROWS:
            element = self.parents.get(element)
        return element


_ROWS = ("tr", "li")
_IN_WORDS = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "code",
        "em",
        "i",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "wbr",
    }
)
"""Elements that end no word."""


def _said(element: Element) -> Iterator[str]:
    """Yield the text of an element, with spaces where its elements end words."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _said(child)
            yield "" if child.tag in _IN_WORDS else " "
        yield child.tail or ""
