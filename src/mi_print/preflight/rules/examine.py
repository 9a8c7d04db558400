"""All rules that are decided from a file's bytes, in one walk a page.

A fault of the file is a problem, and so is a page that ours can't get
through: it is named as not checked, because silence would pass it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from mi_print.preflight.expected import Expected
from mi_print.preflight.interpreter.display_list import (
    NotedUse,
    Painted,
    PaintedShape,
    PaintedThrough,
)
from mi_print.preflight.interpreter.file_cache import FileCache
from mi_print.preflight.interpreter.form_cache import FormContent
from mi_print.preflight.interpreter.page_walk import PageWalk
from mi_print.preflight.pdf import all_objects
from mi_print.preflight.pdf.geometry import Rectangle, common, empty
from mi_print.preflight.pdf.objects import entry, identity
from mi_print.preflight.pdf.open_file import (
    FAULTS,
    READ,
    OpenFile,
    OpenPage,
    UnreadableError,
    damage,
    opened,
)
from mi_print.preflight.rules import file_rules, output_intent, page_rules, shop_rules
from mi_print.preflight.rules.finding import Finding, problems
from mi_print.preflight.rules.gwg import GwgColumn
from mi_print.preflight.rules.page_shards import ALONE, ShardResult, page_shards
from mi_print.preflight.rules.rule_cache import RuleCache
from mi_print.problem import Problem, Severity, error, in_order
from mi_print.processes.worker import beat
from mi_print.trade.shops import Process, Shop

_WRITE_ANEW = "write the file anew from its source"
_KEPT = 10_000
_INKED = (PaintedThrough.PAGE, PaintedThrough.CELL)

ThingFindings = tuple[Sequence[Finding], Sequence[str]]
"""What is found in something, and the names of the spot inks that print it."""

_NOTHING: ThingFindings = (), ()


def examine(data: bytes, shop: Shop, expected: Expected, file: str) -> list[Problem]:
    """Return what is wrong with a finished PDF, in the order of its pages.

    Args:
        data: The whole file.
        shop: Whom it goes to.
        expected: What was ordered.
        file: How problems name the file.
    """
    try:
        with opened(data, file) as book:
            return examine_book(book, shop, expected)
    except UnreadableError as unreadable:
        return unreadable.problems


def examine_book(
    book: OpenFile,
    shop: Shop,
    expected: Expected,
    progress: Callable[[int, int], None] | None = None,
) -> list[Problem]:
    """Return what is wrong with an open file, in the order of its pages.

    A file for the office printer is only held to what any printer needs:
    that it can be read, has its fonts, and looks as it should.

    Args:
        book: The file.
        shop: Whom it goes to.
        expected: What was ordered.
        progress: Of a long file, told how many pages of how many are done.
    """
    watched = progress if progress and len(book.pages) > ALONE else _in_silence
    return in_order(_careful(_all(book, shop, expected, watched), book.file))


def _in_silence(_done: int, _of: int) -> None:
    pass


def _all(
    book: OpenFile, shop: Shop, expected: Expected, progress: Callable[[int, int], None]
) -> Iterator[Problem]:
    yield from book.problems
    yield from Examination(book, shop).all(expected, progress)


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

    def __init__(self, book: OpenFile, shop: Shop) -> None:
        """Read what all pages need."""
        self.book, self.press = book, GwgColumn(shop)
        self.office = shop.process is Process.OFFICE
        self.x1a = file_rules.says_x1a(book)
        self.intent = output_intent.read(book.pdf)
        self.looks = RuleCache(self.press, file_rules.parts(self.intent), x1a=self.x1a)
        self.shared = FileCache(book.pdf)
        self._held: dict[FormContent, tuple[tuple[Rectangle, Rectangle], ThingFindings]] = {}
        self.spots: dict[str, int] = {}
        self._alike: dict[tuple[object, ...], Sequence[Finding]] = {}
        self._numbers: range | None = None

    def all(self, expected: Expected, progress: Callable[[int, int], None]) -> Iterator[Problem]:
        """Yield all problems: the file's, then each page's."""
        book, press = self.book, self.press
        yield from file_rules.encrypted(book)
        yield from file_rules.ordered(book, press.shop, expected)
        if not self.office:
            yield from file_rules.identified(book, x1a=self.x1a)
            yield from file_rules.forbidden(book)
            self._numbers = all_objects.numbers(book) if len(book.pages) > ALONE else None
            if self._numbers is None:
                yield from file_rules.held(all_objects.whole(book, x1a=self.x1a), book.file)
            yield from output_intent.problems(self.intent, press.shop, book.file, x1a=self.x1a)
            yield from file_rules.same_size(book, press)
            yield from file_rules.layers(book, press)
        held: dict[all_objects.ObjectFault, None] = {}
        done = 0
        progress(done, len(book.pages))
        for share in page_shards(len(book.pages), self.share, book.file):
            done += share.pages
            progress(done, len(book.pages))
            yield from share.problems
            held |= share.held
            for spot, page in share.spots.items():
                self.spots[spot] = min(page, self.spots.get(spot, page))
        yield from file_rules.held(held, book.file)
        yield from file_rules.spots(book, self.spots, press)

    def share(self, numbers: range) -> ShardResult:
        """Return what some of the pages come to."""
        share, file = ShardResult(len(numbers)), self.book.file
        self._objects(share, numbers)
        for open_page in map(self.book.open_page, numbers):
            beat()
            said = problems(self._page(open_page, share.spots), open_page, file)
            share.problems += _careful(said, file, open_page.number)
        return share

    def _objects(self, share: ShardResult, numbers: range) -> None:
        """Look at as many of the file's objects as these are of its pages."""
        if self._numbers is None:
            return
        pdf, pages = self.book.pdf, len(self.book.pages)
        ends = [len(self._numbers) * end // pages for end in (numbers[0] - 1, numbers[-1])]
        objects = (pdf.get_object(at, 0) for at in self._numbers[slice(*ends)])
        share.held = dict.fromkeys(all_objects.wrong(objects, x1a=self.x1a))
        share.problems += damage(pdf, self.book.file)

    def _of_page(self, open_page: OpenPage) -> Sequence[Finding]:
        """Return what is wrong with the boxes and the group; of like pages, the same."""
        key = (
            id(open_page.cut),
            identity(entry(open_page.page, "/Group")),
            identity(open_page.resources),
        )
        found = self._alike.get(key) if None not in key else None
        if found is None:
            blending = page_rules.group(open_page, self.shared.spaces, self.press)
            found = [*page_rules.boxes(open_page), *blending]
            if len(self._alike) < _KEPT:
                self._alike[key] = found
        return found

    def _page(self, open_page: OpenPage, spots: dict[str, int]) -> Iterator[Finding]:
        walk = PageWalk(self.shared, open_page)
        walk.page()
        for said in walk.faults:
            yield Finding(READ, Severity.ERROR, f"the page is broken: {said}", "", _WRITE_ANEW)
        if not self.office:
            yield from self._of_page(open_page)
            yield from page_rules.annotations(open_page)
            yield from page_rules.whole(open_page, walk.things(), self.press)
        for one in walk.painted:
            if isinstance(one, FormContent):
                found, inks = self._block(one, open_page)
            else:
                found, inks = self._thing(one, open_page)
            yield from found
            for ink in inks:
                spots.setdefault(ink, open_page.number)

    def _block(self, block: FormContent, open_page: OpenPage) -> ThingFindings:
        """Return what is found in a form; on pages that are cut alike, it is the same."""
        cut = open_page.cut.trim, open_page.cut.bleed
        held = self._held.get(block)
        if held is None or held[0] != cut:
            said = [self._thing(thing, open_page) for thing in block.things]
            findings = [finding for found, _spots in said for finding in found]
            spots = dict.fromkeys(spot for _found, spots in said for spot in spots)
            held = self._held[block] = cut, (findings, tuple(spots))
        return held[1]

    def _thing(self, thing: Painted, open_page: OpenPage) -> ThingFindings:
        """Return what is found in a thing, and the spot inks that it is printed in."""
        verdict = self.looks.of(thing)
        if isinstance(thing, NotedUse) or thing.place not in _INKED:
            return verdict.anywhere, ()
        if isinstance(thing, PaintedShape) and verdict.silent and not verdict.spots:
            return _NOTHING
        found = [
            *verdict.anywhere,
            *verdict.inked,
            *shop_rules.things(thing, open_page, self.press.shop),
        ]
        if empty(common(common(thing.box, thing.clip), open_page.cut.bleed)):
            return found, ()
        return [*found, *verdict.printed], verdict.spots
