"""Imposes a finished file: opens it, chooses the sheet, plans, draws, and identifies.

Output intents, fonts, inks, overprint, and layers stay.  What the file says of
itself stays too, with a new identifier, date of change, and producer.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from mi_print.errors import InputError, UsageError
from mi_print.geometry import Rectangle
from mi_print.preflight.pdf.open_file import FAULTS, damage, opened
from mi_print.press.identify import identify_again
from mi_print.press.impose.draw import PrintedSide, draw
from mi_print.press.impose.marks import SheetMarks, collating_bars, sheet_marks
from mi_print.press.impose.plan import (
    Imposition,
    PageOrBlank,
    PlannedSheet,
    Scheme,
    planned,
    with_blanks,
)
from mi_print.press.impose.sheet import Flip, SheetGrid, creep, mirrored, sides, upright
from mi_print.press.impose.source_pages import source_pages
from mi_print.press.save import saved
from mi_print.problem import Problem, error, errors_of, shown_path, warning
from mi_print.products.imposition.choose_grid import ChosenGrid, choose_grid
from mi_print.products.imposition.impose_request import CreepRow, ImposedFile, ImposeRequest
from mi_print.products.imposition.proof_sides import proof_sides
from mi_print.source.project_files import read_bytes
from mi_print.source.wording import counted
from mi_print.units import in_words

_MOST_BYTES = 2_000_000_000
_COVER = 4  # pages


def impose_file(
    request: ImposeRequest, folder: Path, out: Path, date: datetime
) -> list[ImposedFile]:
    """Return the sheets of a file; the body of a book first, then its cover if that is apart.

    Args:
        request: what is asked.
        folder: problems name the file relative to it.
        out: the folder of the new files.
        date: when they are made.

    Raises:
        UsageError: what is asked contradicts itself.
        InputError: the file can't be imposed; all that is wrong.
        UnreadableError: it is no PDF that can be read.
    """
    data = read_bytes(request.file, folder, limit=_MOST_BYTES, anywhere=True)
    if isinstance(data, Problem):
        raise InputError([data])
    return impose(request, data, folder, out, date)


def impose(
    request: ImposeRequest, data: bytes, folder: Path, out: Path, date: datetime
) -> list[ImposedFile]:
    """Return the sheets of a file's bytes; the arguments and what it raises are as before."""
    if not request.separate_cover:
        return [_imposed(request, data, folder, out, date, None)]
    if request.scheme not in {Scheme.SADDLE, Scheme.PERFECT}:
        raise UsageError("only a bound book has a cover", "leave --cover out")
    return [_imposed(request, data, folder, out, date, part) for part in ("body", "cover")]


def _imposed(  # noqa: PLR0913, PLR0917 - a file and a part of it
    asked: ImposeRequest,
    data: bytes,
    folder: Path,
    out: Path,
    date: datetime,
    part: str | None,
) -> ImposedFile:
    request, file = asked, shown_path(asked.file, folder)
    if part == "cover":  # one sheet, folded once, whatever the body is
        request = replace(asked, fold=(2, 1), grid=None, caliper=0.0)
    with opened(data, file) as book:
        source = source_pages(book.pdf, file)
        mended = [*book.problems, *damage(book.pdf, file)]
        if errors_of(problems := [*mended, *source.problems]):
            raise InputError(problems)
        spine = _spine(len(source.pages), asked) if part == "cover" else 0.0
        try:
            chosen = choose_grid(request, source.trim, source.bleed, spine)
        except InputError as reason:  # maybe since a file does not say where it is cut
            raise InputError([*reason.problems, *source.problems]) from reason
        pages = _pages(len(source.pages), chosen.wanted, part, file)
        wanted, grid = chosen.wanted, chosen.grid
        if part == "body" and wanted.scheme is Scheme.SADDLE:
            wanted = replace(wanted, outer=1)  # its cover is folded round it
        sheets = planned(pages, wanted)
        flip = _flip(request, wanted, sheets, grid)
        offset, unmeasured = _offset(request, wanted, grid, flip, file)
        printed = list(_sides(sheets, request, chosen, flip, offset, cover=part == "cover"))
        try:
            draw(book.pdf, source.pages, printed, grid)
            identify_again(book.pdf, date, _digest(data, request, part))
            made = saved(book.pdf, book.pdf.pdf_version)
        except FAULTS as reason:
            message = f"it can't be imposed: {reason}"
            hint = "write the file anew from what made it"
            raise InputError([error("not-imposed", message, hint, file=file)]) from reason
    shifts = tuple(_creep(sheets, request.caliper))
    path = out / f"{request.file.stem}-{part or request.scheme}.pdf"
    size = (grid.width, grid.height)
    proof = (
        proof_sides([side.pages for side in printed], wanted, grid, flip) if request.proof else []
    )
    return ImposedFile(
        path,
        made,
        pages=sum(page is not None for page in pages),
        sheets=len(sheets),
        cells=(wanted.columns, wanted.rows),
        size=size,
        trim=_measures(grid.trims),
        margin=_margin(grid.trims, size),
        sides=tuple(tuple(placed.page for placed in side.pages) for side in printed),
        flip=flip,
        blanks=tuple(_blanks(pages)),
        dropped=source.dropped,
        creep=shifts,
        spine=spine,
        proof=tuple(proof),
        problems=(
            *(*source.problems, *chosen.problems, *unmeasured),
            *(*_too_far(shifts, grid, file), *_no_spine(asked, part, file)),
        ),
    )


def _margin(box: Rectangle, size: tuple[float, float]) -> float:
    """Return how far a box is from the nearest edge of a sheet, 0 if it goes beyond."""
    return max(0.0, min(box[0], box[1], size[0] - box[2], size[1] - box[3]))


def _measures(box: Rectangle) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _spine(count: int, request: ImposeRequest) -> float:
    """Return how thick a glued body of so many pages, with those of its cover, is."""
    if request.scheme is not Scheme.PERFECT:
        return 0.0
    across, down = request.fold
    leaves = across * down
    return -(-max(0, count - _COVER) // (2 * leaves)) * leaves * request.caliper


def _no_spine(request: ImposeRequest, part: str | None, file: str) -> Iterator[Problem]:
    if part == "cover" and request.scheme is Scheme.PERFECT and not request.caliper:
        message = "the cover has no spine between back and front, since the caliper is not said"
        hint = "write the thickness of a leaf of the body, as in --caliper 0.1mm"
        yield warning("no-spine", message, hint, file=file)


def _pages(count: int, wanted: Imposition, part: str | None, file: str) -> list[PageOrBlank]:
    """Return the pages of a part with their blanks."""
    if part is None:
        return with_blanks(count, wanted)
    if count <= _COVER:
        message = f"it has {counted(count, 'page')}, and a cover of its own takes {_COVER}"
        raise InputError([error("not-imposed", message, "leave --cover separate out", file=file)])
    if part == "cover":
        return [0, 1, count - 2, count - 1]
    body: list[PageOrBlank] = list(range(2, count - 2))
    return [*body, *[None] * (-len(body) % wanted.multiple)]


def _flip(
    request: ImposeRequest, wanted: Imposition, sheets: Sequence[PlannedSheet], grid: SheetGrid
) -> Flip | None:
    """Return over which edge sheets are turned; None if their backs are blank."""
    if all(cell.back is None for sheet in sheets for cell in sheet.cells):
        return None
    over = wanted.scheme is not Scheme.WORK_AND_TUMBLE
    right = next(flip for flip in Flip if upright((grid.width, grid.height), flip) == over)
    if wanted.one_plate and request.flip not in {None, right}:
        raise UsageError(
            f"{wanted.scheme} turns this sheet over its {right.replace('-', ' ')}",
            "leave --flip out",
        )
    kept = request.printer.offset((grid.width, grid.height)) if request.printer else None
    measured = Flip(kept.flip) if kept and not wanted.one_plate else None
    return request.flip or measured or right


def _offset(
    request: ImposeRequest, wanted: Imposition, grid: SheetGrid, flip: Flip | None, file: str
) -> tuple[tuple[float, float], list[Problem]]:
    """Return how far the printer misses on the backs, and a warning where that is not known."""
    nothing = (0.0, 0.0)
    if request.printer is None or flip is None:
        return nothing, []
    kept = request.printer.offset((grid.width, grid.height))
    if wanted.one_plate:
        message = f"{wanted.scheme} prints one page on both sides, so no offset is taken back"
        hint = "name another scheme, if backs are to lie behind their fronts"
        return nothing, [warning("not-calibrated", message, hint, file=file)] if kept else []
    if kept is None:
        way = "landscape" if grid.width > grid.height else "portrait"
        message = f"the offset of this printer is not known for sheets in {way}"
        hint = f"measure it with mi-print calibrate, on a sheet in {way}"
        return nothing, [warning("not-calibrated", message, hint, file=file)]
    return kept.turned(flip), []


def _sides(  # noqa: PLR0913 - a plan and how it is printed
    sheets: Sequence[PlannedSheet],
    request: ImposeRequest,
    chosen: ChosenGrid,
    flip: Flip | None,
    offset: tuple[float, float],
    *,
    cover: bool,
) -> Iterator[PrintedSide]:
    """Yield each side that is printed: fronts and, if anything has a back, backs."""
    wanted, grid = chosen.wanted, chosen.grid
    shared = sheet_marks(grid, wanted) if request.marks else SheetMarks()
    over = upright((grid.width, grid.height), flip or Flip.LONG_EDGE)
    behind = mirrored(grid.trims, grid, over=over, offset=offset)
    for sheet in sheets:
        front, back = sides(
            sheet,
            grid,
            flip or Flip.LONG_EDGE,
            caliper=request.caliper,
            offset=offset,
            one_plate=wanted.one_plate,
        )
        bars = request.marks and wanted.scheme is Scheme.PERFECT and not cover
        barred = collating_bars(sheet, grid) if bars else ()
        yield PrintedSide(front, SheetMarks(shared.cuts, shared.folds, barred), grid.trims)
        if flip and not wanted.one_plate:
            yield PrintedSide(back, SheetMarks(), behind)


def _blanks(pages: Sequence[PageOrBlank]) -> Iterator[int]:
    before = 0
    for page in pages:
        if page is None:
            yield before
        else:
            before = page + 1


def _creep(sheets: Sequence[PlannedSheet], caliper: float) -> Iterator[CreepRow]:
    if not caliper:
        return
    rows: dict[int, list[int]] = defaultdict(list)
    for sheet in sheets:
        for cell in sheet.cells:
            rows[cell.nested] += [page + 1 for page in (cell.front, cell.back) if page is not None]
    for nested, pages in sorted(rows.items()):
        yield CreepRow(tuple(sorted(pages)), creep(nested, caliper))


def _too_far(rows: Sequence[CreepRow], grid: SheetGrid, file: str) -> Iterator[Problem]:
    """Warn where pages move farther than their bleed reaches."""
    most = max((row.shift for row in rows), default=0.0)
    if most > grid.bleed > 0:
        message = (
            f"pages move {in_words(most)} toward the spine, and have {in_words(grid.bleed)} of"
            " bleed; the outer edge of the innermost shows paper"
        )
        hint = "make signatures of fewer pages, or pages with more bleed"
        yield warning("creep", message, hint, file=file)


def _digest(data: bytes, request: ImposeRequest, part: str | None) -> bytes:
    found = hashlib.sha256(data)
    found.update(repr((replace(request, file=Path(request.file.name)), part)).encode())
    return found.digest()
