"""Whether each letter that the HTML holds is set once, where it can be seen.

The typesetter drops what does not fit: rows below a box of fixed height, lines
past `max-lines`, columns off the page.  So the letters of each element are
compared with those that were set for it.  Spaces, invisible characters and the
hyphens of broken words don't count, nor does what CSS generates or repeats.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from mi_print.event.text_places import TextPlaces
from mi_print.geometry import Area, Rectangle, common, inside
from mi_print.layout.checks.page_fault import PageFault, area, of_text, quoted
from mi_print.layout.typeset.contents import (
    Element,
    Ground,
    PageContents,
    PaintedArea,
    ScreenColour,
    SetText,
)

_NOT_SET = frozenset(
    {
        "area",
        "base",
        "datalist",
        "head",
        "link",
        "meta",
        "noembed",
        "noframes",
        "param",
        "rp",
        "script",
        "style",
        "template",
        "title",
    }
)
"""Elements of HTML that print nothing."""

_SVG = "{http://www.w3.org/2000/svg}"
_SLACK = 0.5  # points
_ROOM = "shorten the text, or make room for it in the layout"
_SHOW = "show it, or leave it out of the template"
_MOVE = "move one of them"
_HTML = "set it in HTML, over the picture"
_OTHER_GROUND = "set it in another colour, or keep it on the area that it is meant for"
_ALIKE = 1 / 16
"""How far apart the channels of two colours are, at the most, that nobody tells from each other."""


def check_lost(contents: PageContents, data: TextPlaces) -> Iterator[PageFault]:
    """Yield an error for each text that is missing, set twice, or can't be seen.

    A text of the data that is drawn in an inline picture is one too: nothing says where.
    """
    yield from _missing(contents)
    yield from _pictured(contents, data)
    covers: dict[int, list[PaintedArea]] = defaultdict(list)
    for cover in contents.covers:
        covers[cover.page].append(cover)
    grounds: dict[int, list[Ground]] = defaultdict(list)
    for ground in contents.grounds:
        grounds[ground.page].append(ground)
    for text in contents.texts:
        reason = text.text.strip() and (
            _unseen(text, covers[text.page])
            or _on_its_colour(text, contents.pages[text.page - 1].colour, grounds[text.page])
        )
        if reason:
            message, hint = reason
            yield of_text(contents, text, "lost", f"{quoted(text.text)} {message}", hint)


def _pictured(contents: PageContents, data: TextPlaces) -> Iterator[PageFault]:
    for picture in contents.pictures:
        for drawn in picture.element.iter(f"{_SVG}text") if picture.element is not None else ():
            said = " ".join("".join(drawn.itertext()).split())
            if said and data.has(said):
                message = f"{quoted(said)} is in a picture, where nothing holds its place"
                box = area(picture.box)
                yield PageFault("lost", message, _HTML, picture.page, box, ((said,),))


def _unseen(text: SetText, covers: Iterable[PaintedArea]) -> tuple[str, str] | None:
    """Return why a text that is set can't be seen, and what to do."""
    if text.hidden:
        return f"can't be seen: it is {text.hidden}", _SHOW
    if text.ink is None:
        return None
    if not inside(text.ink, text.visible, _SLACK) and _cut(text, text.visible):
        return "is cut off by the box around it: overflow", _ROOM
    for cover in covers:
        if cover.order > text.order and _deep(text.ink, cover.box) and _under(text, cover.box):
            return "lies under an area that is painted later", _MOVE
    return None


def _on_its_colour(
    text: SetText, paper: ScreenColour | None, grounds: Iterable[Ground]
) -> tuple[str, str] | None:
    """Return that a letter has the colour of what is under it, and what to do."""
    under = [each for each in grounds if each.order < text.order]
    below = [paper, *(each.colour for each in under)]
    if text.ink is None or not any(_alike(text.colour, each) for each in below):
        return None
    under.sort(key=lambda each: each.order, reverse=True)
    for left, top, right, bottom in text.glyphs():
        x, y = (left + right) / 2, (top + bottom) / 2
        colours = (each.colour for each in under if _holds(each.box, x, y))
        if _alike(text.colour, next(colours, paper)):
            return "can't be seen: it has the colour of what is under it", _OTHER_GROUND
    return None


def _alike(one: ScreenColour | None, other: ScreenColour | None) -> bool:
    if one is None or other is None:
        return False
    return all(abs(a - b) <= _ALIKE for a, b in zip(one, other, strict=True))


def _holds(box: Rectangle, x: float, y: float) -> bool:
    left, top, right, bottom = box
    return left <= x <= right and top <= y <= bottom


def _cut(text: SetText, visible: Rectangle) -> bool:
    return any(not inside(ink, visible, _SLACK) for ink in text.glyphs())


def _under(text: SetText, box: Rectangle) -> bool:
    return any(_deep(ink, box) for ink in text.glyphs())


def _deep(one: Rectangle, other: Rectangle) -> bool:
    left, top, right, bottom = common(one, other)
    return right - left > _SLACK and bottom - top > _SLACK


@dataclass(slots=True)
class _SetLetters:
    """What was set of an element: once, and again where it may be."""

    once: list[SetText] = field(default_factory=list)
    again: list[SetText] = field(default_factory=list)


def _missing(contents: PageContents) -> Iterator[PageFault]:
    """Yield what is wrong with the letters of each element; of a row that is lost, once."""
    for gone, found in groupby(_compared(contents), key=lambda each: each.gone):
        if gone is None:
            yield from (each.fault(contents) for each in found)
        else:
            yield _lost_whole(contents, list(found))


class _Wrong(NamedTuple):
    """An element whose letters are not those that were set; `gone` is what is around one lost."""

    element: Element
    message: str
    page: int | None
    box: Area | None
    gone: Element = None

    def fault(self, contents: PageContents) -> PageFault:
        texts = ((_text(self.element), *contents.around(self.element)),)
        return PageFault("lost", self.message, _ROOM, self.page, self.box, texts)


def _lost_whole(contents: PageContents, lost: Sequence[_Wrong]) -> PageFault:
    """Return that elements beside each other are on no page."""
    text = " ".join(_text(each.element) for each in lost)
    texts = ((text, *contents.around(lost[0].element)),)
    message = f"{quoted(text)} is on no page"
    return PageFault("lost", message, _ROOM, lost[0].page, None, texts)


def _compared(contents: PageContents) -> Iterator[_Wrong]:
    found: defaultdict[Element, _SetLetters] = defaultdict(_SetLetters)
    for text in contents.texts:
        if text.own:
            there = found[text.element]
            (there.again if text.repeats else there.once).append(text)
    for root in contents.roots:
        page = None
        for element in _printed(root):
            there = found.get(element) or _SetLetters()
            texts = [*there.once, *there.again]
            page = texts[-1].page if texts else page
            held = _held(element)
            if held != _joined(there.once) and not (there.again and held == _joined(there.again)):
                yield from _wrong(contents, element, there, page)


def _wrong(
    contents: PageContents, element: Element, there: _SetLetters, page: int | None
) -> Iterator[_Wrong]:
    """Yield what is wrong with an element whose letters are not those that were set, if it is."""
    texts = [*there.once, *there.again]
    if not texts:
        row = contents.row(element)
        yield _Wrong(element, "", page, None, element if row is None else row)
        return
    cased = any(text.cased for text in texts)
    held, once, again = (
        Counter(_folded(each, cased=cased))
        for each in (_held(element), _joined(there.once), _joined(there.again))
    )
    twice = once - held
    for hyphen in {letter for text in texts for letter in text.hyphen}:
        twice.pop(hyphen, None)
    if lost := held - once - again:
        message = f"{quoted(_longest(element, texts, lost))} is not all set"
        yield _Wrong(element, message, page, None)
    elif twice and there.once:
        text = there.once[-1]
        message = f"{quoted(text.text)} is set twice"
        yield _Wrong(element, message, text.page, area(text.bounds))


def _longest(element: Element, texts: Iterable[SetText], lost: Counter[str]) -> str:
    """Return an element's text from where it was no longer set."""
    text, at = _text(element), 0
    for each in texts:
        words = " ".join(each.text.split())
        there = text.find(words, at)
        at = there + len(words) if there >= 0 else at
    rest = text[at:].strip()
    return rest if any(letter in lost for letter in rest) else text


def _printed(element: Element) -> Iterator[Element]:
    """Yield the elements of HTML that hold text to be set; a picture's text is its own affair."""
    if not isinstance(element.tag, str) or element.tag in _NOT_SET or element.tag.startswith(_SVG):
        return
    yield element
    for child in element:
        yield from _printed(child)


def _text(element: Element) -> str:
    """Return what an element itself holds, with single spaces."""
    parts = [element.text, *(child.tail for child in element)]
    return " ".join(" ".join(filter(None, parts)).split())


def _held(element: Element) -> str:
    parts = [element.text, *(child.tail for child in element)]
    return _letters("".join(filter(None, parts)))


def _joined(texts: Iterable[SetText]) -> str:
    return _letters("".join(text.text for text in texts))


def _letters(text: str) -> str:
    """Return a text without spaces and what can't be seen."""
    if text.isascii():
        return "".join(text.split())
    return "".join(c for c in "".join(text.split()) if unicodedata.category(c) not in _UNSEEN)


_UNSEEN = frozenset({"Cf", "Cc"})


def _folded(text: str, *, cased: bool) -> str:
    return unicodedata.normalize("NFKC", text.casefold()).casefold() if cased else text
