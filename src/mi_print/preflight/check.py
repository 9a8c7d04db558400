"""Preflight of one file: every rule, and what could not be looked at.

The rules that need a picture work in processes of their own, the plates beside
the pictures, while this one reads the operators.  A page that crashes an
engine or keeps it busy for too long is an error that names it.  Those processes
may be stopped at any time, so this one gives them the folder that they write in.
"""

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from mi_print.preflight.apart import Apart, StoppedError
from mi_print.preflight.beforehand import PATIENCE, Beforehand
from mi_print.preflight.examined import examine_book
from mi_print.preflight.expected import Expected
from mi_print.preflight.reading import Book, UnreadableError, opened
from mi_print.preflight.sheets import Sheet, Sheets, sheets_of
from mi_print.problem import Problem, error, errors_of, in_order, warning
from mi_print.trade.shops import Shop

_PLATES_PATIENCE = 90.0  # seconds for the plates of a run of pages; a run has a limit of its own
_DRAWN = "MP-DRAW"
_WRITE_ANEW = "write the page anew; a print shop's machine would stumble here too"
_UNSAID = Expected()


@dataclass(frozen=True, slots=True)
class Report:
    """What preflight says of a file."""

    file: str
    pages: int
    """0 if it could not be read."""
    problems: tuple[Problem, ...]
    looked_at: int
    """Pages that the rules of pictures and plates saw; fewer than `pages` in a sample."""

    @property
    def passed(self) -> bool:
        """Whether there is no error."""
        return not errors_of(self.problems)


def preflight(  # noqa: PLR0913 - what is known of a file, and how closely it is looked at
    data: bytes,
    shop: Shop,
    expected: Expected = _UNSAID,
    file: str = "",
    *,
    sample: int | None = None,
    ink: bool = True,
    drawing: Beforehand | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Return everything that is wrong with a file for this shop.

    Args:
        data: the file's bytes.
        shop: whose wishes it is held against.
        expected: what was ordered.
        file: what problems call it.
        sample: look at the pictures of so many pages, evenly spread; else of all.
            The rules that read operators see every page in any case.
        ink: measure the ink of those pages too, unless that was done before.
        drawing: what draws those pages, if it was begun beforehand.
        progress: of a long file, told how many pages of how many are read.
    """
    try:
        with TemporaryDirectory(prefix="mi-print-") as name, opened(data, file) as book:
            whole = sheets_of(book, data)
            chosen = spread(whole.drawable, sample)
            about = (whole.data, chosen, shop, expected)
            plates = (
                [Apart(partial(_measure, *about[:3], Path(name)), _PLATES_PATIENCE)] if ink else []
            )
            looks = drawing.look(*about) if drawing else Apart(partial(_look, *about), PATIENCE)
            examined = partial(examine_book, book, shop, expected, progress)
            return _report(book, whole, chosen, (looks, *plates), examined)
    except UnreadableError as unreadable:
        return Report(file, 0, tuple(unreadable.problems), 0)


def _report(
    book: Book,
    whole: Sheets,
    chosen: Sequence[Sheet],
    works: Sequence[Apart[list[Problem]]],
    examined: Callable[[], list[Problem]],
) -> Report:
    """Return what the pictures of the chosen pages, their plates, and all operators say."""
    file, (pictures, *plates) = book.file, works
    try:
        problems = examined()
        drawn, seen = _collected(pictures, chosen)
        inked = [problem for each in plates for problem in _inked(each)]
    finally:
        for work in works:
            work.stop()
    problems += [dataclasses.replace(each, file=file or None) for each in (*drawn, *inked)]
    drawable = {sheet.number for sheet in whole.drawable}
    for number in range(1, whole.pages + 1):
        if number not in drawable:
            message = "the page has no size that could be drawn: its look was not checked"
            problems.append(error(_DRAWN, message, _WRITE_ANEW, file=file or None, page=number))
    return Report(file, whole.pages, tuple(in_order(problems)), seen)


def spread(pages: Sequence[Sheet], sample: int | None) -> list[Sheet]:
    """Return exactly so many pages evenly spread, left and right ones by turns."""
    if sample is None or sample >= len(pages):
        return list(pages)
    count = max(1, sample)
    if 2 * count <= len(pages):
        return [pages[place] for place in _places(count, len(pages))]
    left_out = set(_places(len(pages) - count, len(pages)))
    return [page for place, page in enumerate(pages) if place not in left_out]


def _places(count: int, whole: int) -> list[int]:
    """Return so many places, at most half of the whole, even and odd ones by turns."""
    return [number * whole // count // 2 * 2 + number % 2 for number in range(count)]


def _collected(work: Apart[list[Problem]], chosen: Sequence[Sheet]) -> tuple[list[Problem], int]:
    """Return the problems of the pages, and how many pages were done."""
    found: list[Problem] = []
    done = 0
    try:
        for problems in work:
            found += problems
            done += 1
    except StoppedError as reason:
        page = chosen[done].number if done < len(chosen) else None
        left = len(chosen) - done
        unseen = f" ({left} pages were not checked for their look)" if left > 1 else ""
        found.append(error(_DRAWN, f"drawing the page {reason}{unseen}", _WRITE_ANEW, page=page))
    return found, done


def _inked(work: Apart[list[Problem]]) -> list[Problem]:
    found: list[Problem] = []
    try:
        for problems in work:
            found += problems
    except StoppedError as reason:
        found.append(error("R0026", f"ink was not measured: separating {reason}", _WRITE_ANEW))
    return found


def _look(
    data: bytes, chosen: Sequence[Sheet], shop: Shop, expected: Expected
) -> Iterator[list[Problem]]:
    from mi_print.preflight.look import look  # noqa: PLC0415 - draws; only its process needs it

    yield from look(data, chosen, shop, expected)


def _measure(
    data: bytes, chosen: Sequence[Sheet], shop: Shop, folder: Path
) -> Iterator[list[Problem]]:
    """Yield the problems of each page's plates; one warning if there can be no plates."""
    if shop.colour is None:
        return
    from mi_print.preflight import ink, plates  # noqa: PLC0415 - numpy; only its process needs it

    ghostscript = plates.program()
    if ghostscript is None:
        message = "ink was not measured: Ghostscript is not on this machine"
        yield [warning("R0026", message, "install Ghostscript (the program gs)")]
        return
    try:
        for page in plates.plates(data, chosen, ghostscript, folder):
            yield list(ink.check_ink(page, shop))
    except plates.PlatesError as reason:
        message = f"ink was not measured to the end: {reason}"
        yield [error("R0026", message, _WRITE_ANEW)]
