"""Whether each letter that the HTML holds is set once, where it can be seen.

The typesetter drops what does not fit: rows below a box of fixed height, lines
past `max-lines`, columns off the page.  So the letters of each element are
compared with those that were set for it.  Spaces, invisible characters and the
hyphens of broken words don't count, nor does what CSS generates or repeats.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from mi_print.geometry import Rectangle, common, inside
from mi_print.layout.checks.page_fault import PageFault, area, of_text, quoted
from mi_print.layout.typeset.contents import PageContents, Painted, SetText

_NOT_SET = frozenset(
    "area base datalist head link meta noembed noframes param rp script style template title".split()
)
"""Elements of HTML that print nothing."""

_SVG = "{http://www.w3.org/2000/svg}"
_SLACK = 0.5  # points
_ROOM = "shorten the text, or make room for it in the layout"
_SHOW = "show it, or leave it out of the template"
_MOVE = "move one of them"


def check_lost(contents: PageContents) -> Iterator[PageFault]:
    """Yield an error for each text that is missing, set twice, hidden, cut off, or covered."""
    yield from _missing(contents)
    covers: dict[int, list[Painted]] = defaultdict(list)
    for cover in contents.covers:
        covers[cover.page].append(cover)
    for text in contents.texts:
        reason = text.text.strip() and _unseen(text, covers[text.page])
        if reason:
            message, hint = reason
            yield of_text(contents, text, "lost", f"{quoted(text.text)} {message}", hint)


def _unseen(text: SetText, covers: Iterable[Painted]) -> tuple[str, str] | None:
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


def _cut(text: SetText, visible: Rectangle) -> bool:
    return any(not inside(ink, visible, _SLACK) for ink in text.glyphs())


def _under(text: SetText, box: Rectangle) -> bool:
    return any(_deep(ink, box) for ink in text.glyphs())


def _deep(one: Rectangle, other: Rectangle) -> bool:
    left, top, right, bottom = common(one, other)
    return right - left > _SLACK and bottom - top > _SLACK


@dataclass(slots=True)
class _Letters:
    """What was set of an element: once, and again where it may be."""

    once: list[SetText] = field(default_factory=list)
    again: list[SetText] = field(default_factory=list)


def _missing(contents: PageContents) -> Iterator[PageFault]:
    found: defaultdict[Any, _Letters] = defaultdict(_Letters)
    for text in contents.texts:
        if text.own:
            there = found[text.element]
            (there.again if text.repeats else there.once).append(text)
    for root in contents.roots:
        last: SetText | None = None
        for element in _printed(root):
            there = found.get(element) or _Letters()
            last = (there.once or there.again or [last])[-1]
            held = _held(element)
            if held == _joined(there.once) or not (held or there.once):
                continue
            yield from _compared(contents, element, held, there, last)


def _compared(
    contents: PageContents, element: Any, held: str, there: _Letters, last: SetText | None
) -> Iterator[PageFault]:
    """Yield what is wrong with an element whose letters are not those that were set."""
    texts = [*there.once, *there.again]
    cased = any(text.cased for text in texts)
    wanted, once = Counter(_folded(held, cased)), Counter(_folded(_joined(there.once), cased))
    again = Counter(_folded(_joined(there.again), cased))
    hyphens = {letter for text in texts for letter in text.hyphen}
    lost, twice = wanted - once - again, once - wanted
    for letter in hyphens:
        twice.pop(letter, None)
    around = tuple(contents.around(element))
    page = last.page if last else None
    if lost:
        whole = not texts
        shown = quoted(_text(element) if whole else _longest(element, texts, lost))
        message = f"{shown} is on no page" if whole else f"{shown} is not all set"
        yield PageFault("lost", message, _ROOM, page, None, _text(element), around)
    elif twice and there.once:
        text = there.once[-1]
        message = f"{quoted(text.text)} is set twice"
        place = area(text.bounds)
        yield PageFault("lost", message, _ROOM, text.page, place, _text(element), around)


def _longest(element: Any, texts: Iterable[SetText], lost: Counter[str]) -> str:
    """Return an element's text from where it was no longer set."""
    text, at = _text(element), 0
    for each in texts:
        words = " ".join(each.text.split())
        there = text.find(words, at)
        at = there + len(words) if there >= 0 else at
    rest = text[at:].strip()
    return rest if any(letter in lost for letter in rest) else text


def _printed(element: Any) -> Iterator[Any]:
    """Yield the elements of HTML that hold text to be set; a picture's text is its own affair."""
    if not isinstance(element.tag, str) or element.tag in _NOT_SET or element.tag.startswith(_SVG):
        return
    yield element
    for child in element:
        yield from _printed(child)


def _text(element: Any) -> str:
    """Return what an element itself holds, with single spaces."""
    parts = [element.text, *(child.tail for child in element)]
    return " ".join(" ".join(filter(None, parts)).split())


def _held(element: Any) -> str:
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


def _folded(text: str, cased: bool) -> str:
    return unicodedata.normalize("NFKC", text.casefold()).casefold() if cased else text
