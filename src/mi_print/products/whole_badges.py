"""Badges of a layout without slots: each is typeset whole.

The typesetter's time grows faster than its pages, so a hundred pages are set
at a time, and the chunks go over the machine's cores.  Each is looked over and
written where it was set; only bytes come back, to be joined in their order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mi_print.errors import InputError
from mi_print.event.badges import Badge
from mi_print.event.model import Event
from mi_print.layout.fit import check_keep_outs, check_pages
from mi_print.layout.read_back import codes, frames
from mi_print.layout.typeset import Pages, join
from mi_print.problem import Problem, error, in_order
from mi_print.processes.tasks import over_cores
from mi_print.products import editions
from mi_print.products.agenda import Day
from mi_print.products.batch import Batch
from mi_print.products.finished import Finished, layout_file
from mi_print.products.fit_report import Size, fit_report, small_names
from mi_print.products.job import Job
from mi_print.products.places import Places
from mi_print.products.prepared import Prepared, prepare
from mi_print.products.printing import Stamp, printed_piece, printed_whole
from mi_print.products.remarks import whole_remarks
from mi_print.products.wish import Edition

CHUNK = 100
"""Pages that are typeset at a time."""

_SIDES = "write pages: 2 for a front and a back, or pages: 1"


@dataclass(frozen=True, slots=True)
class Piece:
    """What a chunk of badges came to: each page's codes, its editions, names' sizes, problems."""

    codes: tuple[frozenset[str], ...]
    editions: dict[Edition, bytes]
    sizes: list[Size]
    problems: list[tuple[Badge, Problem]]


@dataclass(frozen=True, slots=True)
class Press:
    """What a process needs to set chunks; made once in each."""

    prepared: Prepared
    day: Day
    job: Job
    editions: tuple[Edition, ...]
    stamp: Stamp


def make(batch: Batch) -> Finished:
    """Make badges by setting each whole.

    Raises:
        InputError: the layout is wrong, or a name does not fit.
    """
    made, job, wish = batch.badges, batch.job, batch.wish
    pieces = list(_set(batch))
    places = Places(batch.loaded)
    wrong = [problem for piece in pieces for problem in piece.problems]
    if wrong:
        raise InputError(in_order(places.said_of(badge, problem) for badge, problem in wrong))
    joined = {
        edition: editions.joined([piece.editions[edition] for piece in pieces])
        for edition in wish.editions
    }
    if Edition.PRINT in joined:
        joined[Edition.PRINT] = printed_whole(joined[Edition.PRINT], job, batch.stamp, job.name)
    sizes = fit_report(size for piece in pieces for size in piece.sizes)
    said = tuple(page for piece in pieces for page in piece.codes)
    small = tuple(small_names(sizes, places))
    sides = job.layout.manifest.pages or 1
    remarks = tuple(whole_remarks(made, sizes, sides) if wish.badges.report else ())
    return Finished(job.name, len(said), joined, said, small, remarks)


def _set(batch: Batch) -> Iterator[Piece]:
    made, job, wish = batch.badges, batch.job, batch.wish
    sides = job.layout.manifest.pages
    if sides is None:
        file = f"{layout_file(job)}/layout.yaml"
        raise InputError(
            [error("pages", "it is not said how many sides a badge has", _SIDES, file=file)]
        )
    count = max(CHUNK // sides, 1)
    chunks = [made[at : at + count] for at in range(0, len(made), count)]
    lean = batch.event.model_copy(update={"attendees": ()})  # each process gets a copy of it
    pieces = over_cores(lay, (job, lean, wish.editions, batch.stamp), piece, chunks)
    done = 0
    for chunk, made_of in zip(chunks, pieces, strict=True):
        first = done * sides
        done += len(chunk)
        wish.progress(done, len(made))
        found = [(badge, _moved(each, first)) for badge, each in made_of.problems]
        yield replace(made_of, problems=found)


def lay(job: Job, event: Event, wanted: tuple[Edition, ...], stamp: Stamp) -> Press:
    """Return what a process needs to set badges.

    Raises:
        InputError: the theme or a stylesheet is wrong.
    """
    prepared = prepare(job, event)
    return Press(prepared, Day(event, prepared.desk), job, wanted, stamp)


def piece(press: Press, chunk: Sequence[Badge]) -> Piece:
    """Set, look over and write some badges."""
    pages = typeset(press.prepared, press.day, chunk)
    job, file = press.job, layout_file(press.job)
    sides = job.layout.manifest.pages or 1
    problems = check_pages(pages, job.layout.manifest, file, len(chunk))
    problems += check_keep_outs(pages, job.spec, job.grid, file)
    found = [(chunk[min(((p.page or 1) - 1) // sides, len(chunk) - 1)], p) for p in problems]
    sizes = [
        Size(chunk[(frame.page - 1) // sides], round(frame.smallest, 3), frame.wished)
        for frame in frames(pages)
        if frame.wished and frame.smallest
    ]
    return Piece(codes(pages), {} if found else _written(pages, press), sizes, found)


def _written(pages: Pages, press: Press) -> dict[Edition, bytes]:
    job = press.job
    plain = pages.pdf(tagged=False, name=layout_file(job))
    writers = {
        Edition.PRINT: lambda: printed_piece(plain, job, press.stamp),
        Edition.SCREEN: lambda: editions.proof(plain, job.grid),
    }
    return {edition: writers[edition]() for edition in press.editions}


def typeset(prepared: Prepared, day: Day, some: Sequence[Badge]) -> Pages:
    """Return the pages of some badges."""
    variables = {"workshop": prepared.event.workshop, "badges": some, "day": day}
    parts = prepared.layout.manifest.parts
    return join([prepared.typeset(part, prepared.compose(part, variables)) for part in parts])


def _moved(problem: Problem, pages: int) -> Problem:
    return replace(problem, page=problem.page + pages) if problem.page else problem
