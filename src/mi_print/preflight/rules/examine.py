"""All rules that are decided from a file's bytes, in one walk a page.

A fault of the file is a problem, and so is a page that can't be read to its
end: it is reported as not checked.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from mi_print.geometry import Rectangle, common, empty
from mi_print.preflight.document import all_objects
from mi_print.preflight.expected import Expected
from mi_print.preflight.interpreter.display_list import (
    NotedUse,
    Painted,
    PaintedShape,
    PaintedText,
    PaintedThrough,
)
from mi_print.preflight.interpreter.file_cache import FileCache
from mi_print.preflight.interpreter.form_cache import FormContent
from mi_print.preflight.interpreter.page_walk import PageWalk
from mi_print.preflight.pdf import limits
from mi_print.preflight.pdf.objects import entry, identity
from mi_print.preflight.pdf.open_file import (
    FAULTS,
    OUT_OF_MEMORY,
    OpenFile,
    OpenPage,
    damage,
)
from mi_print.preflight.pdf.read_problem import READ, WRITE_ANEW, read_problem, said_of
from mi_print.preflight.rules import (
    file_rules,
    output_intent,
    page_rules,
    pdfx,
    shop_rules,
    spot_names,
)
from mi_print.preflight.rules.finding import Finding, problems
from mi_print.preflight.rules.gwg import GwgColumn
from mi_print.preflight.rules.page_shards import ALONE, ShardResult, page_shards
from mi_print.preflight.rules.rule_cache import RuleCache
from mi_print.problem import Problem, Severity, in_order
from mi_print.processes.worker import beat
from mi_print.trade.shop_wishes import Process, ShopWishes

_KEPT = 10_000
_INKED = (PaintedThrough.PAGE, PaintedThrough.CELL)

PaintedFindings = tuple[Sequence[Finding], Sequence[str]]
"""What is found in what is painted, and the names of the spot inks that print it."""

_NOTHING: PaintedFindings = (), ()


def examine(
    document: OpenFile,
    shop: ShopWishes,
    expected: Expected,
    progress: Callable[[int, int], None] | None = None,
    read: int | None = None,
) -> list[Problem]:
    """Return what is wrong with an open file, in the order of its pages.

    A file for the office printer is only held to what any printer needs:
    that it can be read, has its fonts, and looks as it should.

    Args:
        document: The file.
        shop: Whom it goes to.
        expected: What was ordered.
        progress: Of a long file, told how many pages of how many are done.
        read: Of how many pages, evenly spread, the operators are run; else of all.
    """
    watched = progress if progress and len(document.pages) > ALONE else _no_progress
    return in_order(_guarded(_all(document, shop, expected, watched, read), document.file))


def _no_progress(_done: int, _of: int) -> None:
    pass


def _all(
    document: OpenFile,
    shop: ShopWishes,
    expected: Expected,
    progress: Callable[[int, int], None],
    read: int | None,
) -> Iterator[Problem]:
    yield from document.problems
    yield from Examination(document, shop).all(expected, progress, read)


def _guarded(found: Iterable[Problem], file: str, page: int | None = None) -> Iterator[Problem]:
    """Yield problems; where an object makes the reader raise, say that the rest is unchecked."""
    try:
        yield from found
    except (*FAULTS, RecursionError, MemoryError) as fault:
        said = OUT_OF_MEMORY if isinstance(fault, MemoryError) else said_of(fault)
        what = "the file" if page is None else "the page"
        message = f"{what} could not be read to its end and was not checked: {said}"
        yield read_problem(message, file, page)


def _stopped(operators: int, listed: int, left: int) -> str | None:
    """Return why the pages that are left are not looked at, None if they are."""
    why = None
    if operators > limits.FILE_OPERATORS:
        why = f"it runs more than {limits.FILE_OPERATORS:,} operators"
    elif listed > limits.PROBLEMS:
        why = f"it has more than {limits.PROBLEMS:,} problems"
    were = "1 page of the file was" if left == 1 else f"{left:,} pages of the file were"
    return f"{were} not checked: {why}" if why and left else None


def _spread(pages: int, read: int) -> list[int]:
    """Return the numbers of so many pages, evenly spread, odd and even ones by turns."""
    starts = (at * pages // read for at in range(read))
    return list(
        dict.fromkeys(min(pages, 1 + start // 2 * 2 + at % 2) for at, start in enumerate(starts))
    )


class Examination:
    """One file being examined for one shop."""

    def __init__(self, document: OpenFile, shop: ShopWishes) -> None:
        """Read what all pages need."""
        self.document, self.column = document, GwgColumn(shop)
        self.office = shop.process is Process.OFFICE
        self.x1a = file_rules.says_x1a(document)
        self.intent = output_intent.read(document.pdf)
        self.rules = RuleCache(self.column, file_rules.parts(self.intent), x1a=self.x1a)
        self.shared = FileCache(document.pdf)
        self._known: dict[FormContent, tuple[tuple[Rectangle, Rectangle], PaintedFindings]] = {}
        self.spots: dict[str, int] = {}
        self._alike: dict[tuple[object, ...], Sequence[Finding]] = {}
        self._numbers: range | None = None

    def all(
        self, expected: Expected, progress: Callable[[int, int], None], read: int | None = None
    ) -> Iterator[Problem]:
        """Yield all problems: the file's, then each page's that is read."""
        document, column, file = self.document, self.column, self.document.file
        pages, objects = len(document.pages), all_objects.ObjectFacts()
        few = _spread(pages, read) if read is not None and read < pages else None
        yield from file_rules.encrypted(document)
        yield from file_rules.ordered(document, column.shop, expected)
        if not self.office:
            yield from file_rules.identified(document, x1a=self.x1a)
            yield from file_rules.forbidden(document)
            self._numbers = all_objects.numbers(document) if pages > ALONE and few is None else None
            if self._numbers is None:
                yield from self._whole(objects)
            yield from output_intent.problems(self.intent, column.shop, file, x1a=self.x1a)
            yield from file_rules.same_size(document, column)
            yield from file_rules.layers(document, column)
        done = operators = listed = 0
        told: set[tuple[str, str]] = set()
        progress(done, pages)
        shares = page_shards(pages, self.share, file) if few is None else [self.share(few)]
        for share in shares:
            done += share.pages
            progress(done, pages)
            yield from share.problems
            told.update((each.rule, each.message.split(" (")[0]) for each in share.problems)
            objects.add(share.objects)
            operators, listed = operators + share.operators, listed + len(share.problems)
            left = 0 if few is not None else pages - done
            if stopped := _stopped(operators, listed, left):
                yield read_problem(stopped, file)
                break
            for spot, page in share.spots.items():
                self.spots[spot] = min(page, self.spots.get(spot, page))
        if not self.office:
            yield from file_rules.object_faults(objects, told, file)
            yield from spot_names.problems(objects.spots, file)
        yield from file_rules.spots(document, self.spots, column)

    def _whole(self, objects: all_objects.ObjectFacts) -> Iterator[Problem]:
        try:
            objects.add(all_objects.whole(self.document, x1a=self.x1a))
        except limits.LimitError as met:
            message = f"{met}: its objects were not all checked"
            yield read_problem(message, self.document.file)

    def share(self, numbers: Sequence[int]) -> ShardResult:
        """Return the findings of some of the pages."""
        share, file = ShardResult(len(numbers)), self.document.file
        self._objects(share, numbers)
        for open_page in map(self.document.open_page, numbers):
            beat()
            found = problems(self._page(open_page, share), open_page, file)
            share.problems += _guarded(found, file, open_page.number)
        return share

    def _objects(self, share: ShardResult, numbers: Sequence[int]) -> None:
        """Look at as many of the file's objects as these are of its pages."""
        if self._numbers is None:
            return
        pdf, pages = self.document.pdf, len(self.document.pages)
        ends = [len(self._numbers) * end // pages for end in (numbers[0] - 1, numbers[-1])]
        objects = (pdf.get_object(at, 0) for at in self._numbers[slice(*ends)])
        share.objects = all_objects.facts(objects, x1a=self.x1a)
        share.problems += damage(pdf, self.document.file)

    def _of_page(self, open_page: OpenPage) -> Sequence[Finding]:
        """Return what is wrong with the boxes and the group; of like pages, the same."""
        key = (
            id(open_page.boxes),
            identity(entry(open_page.page, "/Group")),
            identity(open_page.resources),
        )
        found = self._alike.get(key) if None not in key else None
        if found is None:
            blending = page_rules.group(open_page, self.shared.spaces, self.column)
            found = [*page_rules.boxes(open_page), *blending]
            if len(self._alike) < _KEPT:
                self._alike[key] = found
        return found

    def _page(self, open_page: OpenPage, share: ShardResult) -> Iterator[Finding]:
        walk = PageWalk(self.shared, open_page)
        walk.page()
        share.operators += walk.ran
        for fault in walk.faults:
            yield Finding(READ, Severity.ERROR, f"the page is broken: {fault}", "", WRITE_ANEW)
        if not self.office:
            yield from self._of_page(open_page)
            yield from page_rules.annotations(open_page)
            yield from page_rules.whole(open_page, walk.all_painted(), self.column)
        for one in walk.painted:
            if isinstance(one, FormContent):
                found, inks = self._form(one, open_page)
            else:
                found, inks = self._painted(one, open_page)
            yield from found
            for ink in inks:
                share.spots.setdefault(ink, open_page.number)

    def _form(self, form: FormContent, open_page: OpenPage) -> PaintedFindings:
        """Return what is found in a form; on pages that are cut alike, it is the same."""
        boxes = open_page.boxes.trim, open_page.boxes.bleed
        known = self._known.get(form)
        if known is None or known[0] != boxes:
            parts = [self._painted(painted, open_page) for painted in form.painted]
            findings = [finding for found, _spots in parts for finding in found]
            spots = dict.fromkeys(spot for _found, spots in parts for spot in spots)
            known = self._known[form] = boxes, (findings, tuple(spots))
        return known[1]

    def _painted(self, painted: Painted, open_page: OpenPage) -> PaintedFindings:
        """Return what is found in what is painted, and the spot inks that it is printed in."""
        verdict = self.rules.findings(painted)
        if isinstance(painted, NotedUse) or painted.place not in _INKED:
            return verdict.anywhere, ()
        if isinstance(painted, PaintedShape) and verdict.empty and not verdict.spots:
            return _NOTHING
        found = [
            *verdict.anywhere,
            *verdict.inked,
            *(pdfx.widths(painted) if isinstance(painted, PaintedText) else ()),
            *shop_rules.findings(painted, open_page, self.column.shop),
        ]
        if empty(common(common(painted.box, painted.clip), open_page.boxes.bleed)):
            return found, ()
        return [*found, *verdict.printed], verdict.spots
