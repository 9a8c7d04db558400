"""Every rule held against one file, and what could not be checked.

The rules that need a picture work in processes of their own, the plates beside
the pictures, while this one reads the operators.  A page that crashes an
engine, or takes too long in it, is an error that names the page.  Those processes
may be stopped at any time, so this one gives them the folder that they write in.

This runs in a process without threads, since what it starts are its forks:
`check.preflight` sees to that.
"""

import dataclasses
import resource
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from mi_print.preflight.pdf import limits
from mi_print.preflight.pdf.open_file import OpenFile, UnreadableError, opened
from mi_print.preflight.raster import ghostscript
from mi_print.preflight.raster.drawable_pages import DrawableFile, DrawablePage, drawable_pages_of
from mi_print.preflight.raster.ink_alone import spots_of_ink_alone
from mi_print.preflight.report import NOT_MEASURED, InspectionRequest, PreflightReport, Progress
from mi_print.preflight.warm_start import engines
from mi_print.problem import Problem, error, in_order
from mi_print.processes.child import Child, StoppedError
from mi_print.processes.worker import beat
from mi_print.trade.shop_wishes import ShopWishes

_DRAWN = "MP-DRAW"
_WRITE_ANEW = "write the page anew; a print shop's machine would stumble here too"


def inspect(wait: Callable[[], InspectionRequest], progress: Progress) -> PreflightReport:
    """Return everything that is wrong with a file.

    Args:
        wait: waits for the request; the drawing engines are loaded meanwhile.
        progress: of a long file, told how many pages of how many are read.
    """
    _bound_memory()
    with TemporaryDirectory(prefix="mi-print-") as name, engines() as drawing:
        request = wait()
        try:
            with opened(request.data, request.file) as document:
                whole = drawable_pages_of(document, request.data)
                chosen = spread(whole.drawable, request.sample)
                shop, expected = request.shop, request.expected
                inks = spots_of_ink_alone(document) if request.ink and shop.colour else None
                measure = partial(_measure, whole.data, chosen, shop, Path(name), inks)
                plates = [Child(measure, fork=True)] if request.ink else []
                drawing.send((whole.data, chosen, shop, expected))
                from mi_print.preflight.rules.examine import examine  # noqa: PLC0415 - while others work

                examined = partial(examine, document, shop, expected, progress, read=request.read)
                return _report(document, whole, chosen, (drawing, *plates), examined)
        except UnreadableError as unreadable:
            return PreflightReport(request.file, 0, tuple(unreadable.problems), 0)


def _bound_memory() -> None:
    """Let this process and its children hold no more than a file may take."""
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    least = limits.MEMORY if most == resource.RLIM_INFINITY else min(most, limits.MEMORY)
    resource.setrlimit(resource.RLIMIT_DATA, (least, most))


def _report(
    document: OpenFile,
    whole: DrawableFile,
    chosen: Sequence[DrawablePage],
    works: Sequence[Child[list[Problem]]],
    examined: Callable[[], list[Problem]],
) -> PreflightReport:
    """Return what the pictures of the chosen pages, their plates, and all operators say."""
    file, (pictures, *plates) = document.file, works
    try:
        problems = examined()
        drawn, seen = _collected(pictures, chosen)
        inked = [problem for each in plates for problem in _inked(each)]
    finally:
        for work in works:
            work.stop()
    problems += [
        each if each == NOT_MEASURED else dataclasses.replace(each, file=file or None)
        for each in (*drawn, *inked)
    ]
    drawable = {page.number for page in whole.drawable}
    for number in range(1, whole.pages + 1):
        if number not in drawable:
            message = "the page has no size that could be drawn: its look was not checked"
            problems.append(error(_DRAWN, message, _WRITE_ANEW, file=file or None, page=number))
    return PreflightReport(file, whole.pages, tuple(in_order(problems)), seen)


def spread(pages: Sequence[DrawablePage], sample: int | None) -> list[DrawablePage]:
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


def _collected(
    work: Child[list[Problem]], chosen: Sequence[DrawablePage]
) -> tuple[list[Problem], int]:
    """Return the problems of the pages, and how many pages were done."""
    found: list[Problem] = []
    done = 0
    try:
        for problems in work:
            found += problems
            done += 1
            beat()
    except StoppedError as reason:
        reason.raise_of_machine()
        page = chosen[done].number if done < len(chosen) else None
        left = len(chosen) - done
        unseen = f" ({left} pages were not checked for their look)" if left > 1 else ""
        found.append(error(_DRAWN, f"drawing the page {reason}{unseen}", _WRITE_ANEW, page=page))
    return found, done


def _inked(work: Child[list[Problem]]) -> list[Problem]:
    found: list[Problem] = []
    try:
        for problems in work:
            found += problems
            beat()
    except StoppedError as reason:
        reason.raise_of_machine()
        found.append(error("R0026", f"ink was not measured: separating {reason}", _WRITE_ANEW))
    return found


def _measure(
    data: bytes,
    chosen: Sequence[DrawablePage],
    shop: ShopWishes,
    folder: Path,
    spots: int | None,
) -> Iterator[list[Problem]]:
    """Yield the problems of each page's plates; one warning if there can be no plates."""
    if shop.colour is None:
        return
    program = ghostscript.program()
    if program is None:
        yield [NOT_MEASURED]
        return
    try:
        with ghostscript.Separating(data, chosen, program, folder, spots) as separating:
            from mi_print.preflight.raster import ink_coverage, plates  # noqa: PLC0415 - numpy, while Ghostscript works

            for page in plates.plates(separating):
                yield list(ink_coverage.check_ink(page, shop))
    except ghostscript.PlatesError as reason:
        from mi_print.preflight.raster.plates import check_program  # noqa: PLC0415 - the same

        check_program(program, folder, chosen)
        message = f"ink was not measured to the end: {reason}"
        yield [error("R0026", message, _WRITE_ANEW)]
