"""All rules that are decided from a file's bytes, in one walk a page.

A fault of the file is a problem, and so is a page that ours can't get
through: it is named as not checked, because silence would pass it.
"""

from collections.abc import Iterable, Iterator

from mi_print.preflight import document, gwg, house, intents, pages, pdfx
from mi_print.preflight.content import Shared, Walk
from mi_print.preflight.expected import Expected
from mi_print.preflight.finding import Finding, problems
from mi_print.preflight.geometry import common, empty
from mi_print.preflight.gwg import Press
from mi_print.preflight.painted import Painted, Place, Use
from mi_print.preflight.reading import FAULTS, READ, Book, Leaf, UnreadableError, opened
from mi_print.problem import Problem, Severity, error, in_order
from mi_print.trade.shops import Process, Shop

_WRITE_ANEW = "write the file anew from its source"
_INKED = (Place.PAGE, Place.CELL)


def examine(data: bytes, shop: Shop, expected: Expected, file: str) -> list[Problem]:
    """Return what is wrong with a finished PDF, in the order of its pages.

    A file for the office printer is only held to what any printer needs:
    that it can be read, has its fonts, and looks as it should.

    Args:
        data: The whole file.
        shop: Whom it goes to.
        expected: What was ordered.
        file: How problems name the file.
    """
    try:
        with opened(data, file) as book:
            return in_order(_careful(_all(book, shop, expected), file))
    except UnreadableError as unreadable:
        return unreadable.problems


def _all(book: Book, shop: Shop, expected: Expected) -> Iterator[Problem]:
    yield from book.problems
    yield from Examination(book, shop).all(expected)


def _careful(found: Iterable[Problem], file: str, page: int | None = None) -> Iterator[Problem]:
    """Yield problems; where objects trip the reader itself, say that the rest is unchecked."""
    try:
        yield from found
    except (*FAULTS, RecursionError) as fault:
        what = "the file" if page is None else "the page"
        message = f"{what} could not be read to its end and was not checked: {str(fault)[:120]}"
        yield error(READ, message, _WRITE_ANEW, file=file, page=page)


class Examination:
    """One file being examined for one shop."""

    def __init__(self, book: Book, shop: Shop) -> None:
        """Read what all pages need."""
        self.book, self.press = book, Press(shop)
        self.office = shop.process is Process.OFFICE
        self.x1a = document.says_x1a(book)
        self.intent = intents.read(book.pdf)
        self.shared = Shared(book.pdf)
        self.spots: dict[str, int] = {}

    def all(self, expected: Expected) -> Iterator[Problem]:
        """Yield all problems: the file's, then each page's."""
        book, press = self.book, self.press
        yield from document.encrypted(book)
        yield from document.ordered(book, press.shop, expected)
        if not self.office:
            yield from document.identified(book, x1a=self.x1a)
            yield from document.forbidden(book, x1a=self.x1a)
            yield from intents.problems(self.intent, press.shop, book.file, x1a=self.x1a)
            yield from document.same_size(book, press)
            yield from document.layers(book, press)
        for leaf in book.leaves:
            said = problems(self._page(leaf), leaf, book.file)
            yield from _careful(said, book.file, leaf.number)
        yield from document.spots(book, self.spots, press)

    def _page(self, leaf: Leaf) -> Iterator[Finding]:
        walk = Walk(self.shared, leaf)
        walk.page()
        for said in walk.faults:
            yield Finding(READ, Severity.ERROR, f"the page is broken: {said}", "", _WRITE_ANEW)
        if not self.office:
            yield from pages.boxes(leaf)
            yield from pages.group(leaf, self.shared.spaces, self.press)
            yield from pages.annotations(leaf)
            yield from pages.whole(leaf, walk.painted, self.press)
        for thing in walk.painted:
            yield from self._thing(thing, leaf)

    def _thing(self, thing: Painted, leaf: Leaf) -> Iterator[Finding]:
        shop = self.press.shop
        yield from pdfx.fonts(thing)
        if not self.office:
            yield from pdfx.things(thing, document.parts(self.intent), x1a=self.x1a)
        if isinstance(thing, Use) or thing.place not in _INKED:
            return
        yield from house.things(thing, leaf, shop)
        if empty(common(common(thing.box, thing.clip), leaf.bleed)):
            return
        for space in pdfx.spaces(thing):
            for spot in space.spots:
                self.spots.setdefault(spot, leaf.number)
        yield from gwg.things(thing, self.press)
