"""A book out of parts whose page numbers depend on each other.

A table of contents names pages that come after it, an index pages that come
before it, and how long either is moves the rest.  The typesetter can resolve
such references itself, but lays the whole book out again and again for them.
Here each part is set alone, with the numbers known so far written into it as
text; whatever reads differently with better numbers is set again, until
nothing changes.  A part without references is set once.

Measured with WeasyPrint 70 on a program of 187 papers: `target-counter()` in
the index alone costs 174 ms a page, no references 63.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mi_print.errors import InputError
from mi_print.layout.typeset.typesetter import TypesetPages, join
from mi_print.problem import Problem, error

UNKNOWN = "000"
"""What stands for a page number that is not known yet: as wide as most will be."""

_ROUNDS = 8


@dataclass
class PageNumbers:
    """What one part may ask about the others while it is composed.

    Attributes:
        start: the page number (from 1) on which the next chapter begins.
        others: how many pages all the other parts have, as far as known.
        unknown: what stands for a page number that is not known.
    """

    start: int
    others: int
    _pages: Mapping[str, int]
    unknown: str = UNKNOWN
    asked: set[str] = field(default_factory=set)

    def has(self, anchor: str) -> bool:
        """Return whether an element with this `id` is known."""
        return anchor in self._pages

    def page_of(self, anchor: str) -> str:
        """Return the page number of an element's `id`, in figures."""
        self.asked.add(anchor)
        return str(self._pages.get(anchor, self.unknown))


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A document as it was last set."""

    html: str
    pages: TypesetPages


def paginate(
    parts: Sequence[str],
    compose: Callable[[str, PageNumbers], Iterable[str]],
    typeset: Callable[[str, str], TypesetPages],
) -> TypesetPages:
    """Return the whole book.

    Args:
        parts: the parts' names in their order.
        compose: yields the HTML of a part's chapters one after the other; while
            it composes one, `PageNumbers.start` says where that begins.  A chapter
            is a document of its own, because what the typesetter takes for a
            page grows with the document.  An empty text is no chapter.
        typeset: sets a chapter's HTML; called again only when that has changed.

    Raises:
        InputError: parts can't be composed or set, with what is wrong first in each; a part
            refers to what is nowhere, or the numbers never settle.
    """
    book: dict[str, list[_Chapter]] = {}
    places: dict[str, int] = {}
    for _ in range(_ROUNDS):
        changed, start = False, 1
        problems: list[Problem] = []
        found: dict[str, int] = {}
        asked: dict[str, set[str]] = {}
        for part in parts:
            others = sum(len(c.pages) for name in book if name != part for c in book[name])
            numbers = PageNumbers(start, others, places)
            before = book.get(part, [])
            now: list[_Chapter] = []
            try:
                for html in filter(str.strip, compose(part, numbers)):
                    known = next((c for c in before[len(now) :][:1] if c.html == html), None)
                    chapter = known or _Chapter(html, typeset(part, html))
                    now.append(chapter)
                    anchors = chapter.pages.anchors.items()
                    found |= {anchor: numbers.start + page for anchor, page in anchors}
                    numbers.start += len(chapter.pages)
            except InputError as reason:  # the other parts may be wrong too
                problems += reason.problems
            changed = changed or now != before
            book[part], asked[part], start = now, numbers.asked, numbers.start
            places |= found
        if problems:
            raise InputError(problems)
        if not changed:
            _all_known(asked, found)
            return join([chapter.pages for part in parts for chapter in book[part]])
    raise InputError([error("pages", "the page numbers don't settle", _CIRCLE)])


def _all_known(asked: dict[str, set[str]], found: dict[str, int]) -> None:
    problems = [
        error("reference", f'page_of("{anchor}") is nowhere', _NOWHERE, file=part)
        for part, anchors in asked.items()
        for anchor in sorted(anchors - found.keys())
    ]
    if problems:
        raise InputError(problems)


_NOWHERE = "give an element of some part this id"
_CIRCLE = "a part's length depends on its own page numbers; give the numbers a fixed width"
