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

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from mi_print.errors import InputError
from mi_print.layout.typeset import Pages, join
from mi_print.problem import error

UNKNOWN = "000"
"""What stands for a page number that is not known yet: as wide as most will be."""

_ROUNDS = 8


@dataclass
class Numbers:
    """What one part may ask about the others while it is composed.

    Attributes:
        start: the page number (from 1) of the part's first page.
        others: how many pages all the other parts have, as far as known.
    """

    start: int
    others: int
    _pages: dict[str, int]
    asked: set[str] = field(default_factory=set)

    def page_of(self, anchor: str) -> str:
        """Return the page number of an element's `id`, in figures."""
        self.asked.add(anchor)
        return str(self._pages.get(anchor, UNKNOWN))


def paginate(
    parts: Sequence[str],
    compose: Callable[[str, Numbers], str],
    typeset: Callable[[str, str], Pages],
) -> Pages:
    """Return the whole book.

    Args:
        parts: the parts' names in their order.
        compose: returns a part's HTML; an empty text leaves the part out.
        typeset: sets a part's HTML; called again only when that has changed.

    Raises:
        InputError: a part refers to what is nowhere, or the numbers never settle.
    """
    html: dict[str, str] = {}
    pages: dict[str, Pages] = {}
    places: dict[str, int] = {}
    for _ in range(_ROUNDS):
        changed, start = False, 1
        found: dict[str, int] = {}
        asked: dict[str, set[str]] = {}
        for part in parts:
            others = sum(len(pages[name]) for name in pages if name != part)
            numbers = Numbers(start, others, places)
            text = compose(part, numbers)
            asked[part] = numbers.asked
            if html.get(part) != text:
                changed = True
                html[part] = text
                pages.pop(part, None)
                if text.strip():
                    pages[part] = typeset(part, text)
            if part in pages:
                anchors = pages[part].anchors
                found |= {anchor: start + page for anchor, page in anchors.items()}
                places |= found
                start += len(pages[part])
        if not changed:
            _all_known(asked, found)
            return join([pages[part] for part in parts if part in pages])
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
