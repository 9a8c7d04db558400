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
from mi_print.layout.checks.overset import check_keep_outs, check_pages
from mi_print.layout.typeset.read_back import codes, frames
from mi_print.layout.typeset.typesetter import TypesetPages, join
from mi_print.press import screen_edition
from mi_print.problem import Problem, error, in_order
from mi_print.processes.tasks import over_cores
from mi_print.products.badges.batch import Batch
from mi_print.products.badges.data_place import DataPlaces
from mi_print.products.edition.artifact import Artifact, layout_file
from mi_print.products.edition.composer import Composer, composer_of
from mi_print.products.edition.printing import PrintSetup, printed_piece, printed_whole
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Edition
from mi_print.products.schedule.agenda import AgendaDay
from mi_print.products.variable_data.copyfit_remarks import whole_remarks
from mi_print.products.variable_data.copyfit_report import (
    NameSize,
    small_names,
    smaller_than_wished,
)

CHUNK = 100
"""Pages that are typeset at a time."""

_SIDES = "write pages: 2 for a front and a back, or pages: 1"


@dataclass(frozen=True, slots=True)
class BadgeChunk:
    """What a chunk of badges came to: each page's codes, its editions, names' sizes, problems."""

    codes: tuple[frozenset[str], ...]
    editions: dict[Edition, bytes]
    sizes: list[NameSize]
    problems: list[tuple[Badge, Problem]]


@dataclass(frozen=True, slots=True)
class BadgeTypesetter:
    """What a process needs to set chunks; made once in each."""

    composer: Composer
    day: AgendaDay
    job: Job
    editions: tuple[Edition, ...]
    setup: PrintSetup


def make(batch: Batch) -> Artifact:
    """Make badges by setting each whole.

    Raises:
        InputError: the layout is wrong, or a name does not fit.
    """
    made, job, request = batch.badges, batch.job, batch.request
    pieces = list(_set(batch))
    places = DataPlaces(batch.loaded)
    wrong = [problem for piece in pieces for problem in piece.problems]
    if wrong:
        raise InputError(in_order(places.said_of(badge, problem) for badge, problem in wrong))
    joined = {
        edition: screen_edition.joined([piece.editions[edition] for piece in pieces])
        for edition in request.editions
    }
    if Edition.PRINT in joined:
        joined[Edition.PRINT] = printed_whole(joined[Edition.PRINT], job, batch.setup, job.name)
    sizes = smaller_than_wished(size for piece in pieces for size in piece.sizes)
    said = tuple(page for piece in pieces for page in piece.codes)
    small = tuple(small_names(sizes, places))
    sides = job.layout.manifest.pages or 1
    remarks = tuple(whole_remarks(made, sizes, sides) if request.badges.report else ())
    return Artifact(job.name, len(said), joined, said, small, remarks)


def _set(batch: Batch) -> Iterator[BadgeChunk]:
    made, job, request = batch.badges, batch.job, batch.request
    sides = job.layout.manifest.pages
    if sides is None:
        file = f"{layout_file(job)}/layout.yaml"
        raise InputError(
            [error("pages", "it is not said how many sides a badge has", _SIDES, file=file)]
        )
    count = max(CHUNK // sides, 1)
    chunks = [made[at : at + count] for at in range(0, len(made), count)]
    lean = batch.event.model_copy(update={"attendees": ()})  # each process gets a copy of it
    pieces = over_cores(
        badge_typesetter, (job, lean, request.editions, batch.setup), badge_chunk, chunks
    )
    done = 0
    for chunk, made_of in zip(chunks, pieces, strict=True):
        first = done * sides
        done += len(chunk)
        request.progress(done, len(made))
        found = [(badge, _moved(each, first)) for badge, each in made_of.problems]
        yield replace(made_of, problems=found)


def badge_typesetter(
    job: Job, event: Event, wanted: tuple[Edition, ...], setup: PrintSetup
) -> BadgeTypesetter:
    """Return what a process needs to set badges.

    Raises:
        InputError: the theme or a stylesheet is wrong.
    """
    composer = composer_of(job, event)
    return BadgeTypesetter(composer, AgendaDay(event, composer.context), job, wanted, setup)


def badge_chunk(press: BadgeTypesetter, chunk: Sequence[Badge]) -> BadgeChunk:
    """Set, look over and write some badges."""
    pages = typeset(press.composer, press.day, chunk)
    job, file = press.job, layout_file(press.job)
    sides = job.layout.manifest.pages or 1
    problems = check_pages(pages, job.layout.manifest, file, len(chunk))
    problems += check_keep_outs(pages, job.spec, job.grid, file)
    found = [(chunk[min(((p.page or 1) - 1) // sides, len(chunk) - 1)], p) for p in problems]
    sizes = [
        NameSize(chunk[(frame.page - 1) // sides], round(frame.smallest, 3), frame.wished)
        for frame in frames(pages)
        if frame.wished and frame.smallest
    ]
    return BadgeChunk(codes(pages), {} if found else _written(pages, press), sizes, found)


def _written(pages: TypesetPages, press: BadgeTypesetter) -> dict[Edition, bytes]:
    job = press.job
    plain = pages.pdf(tagged=False, name=layout_file(job))
    writers = {
        Edition.PRINT: lambda: printed_piece(plain, job, press.setup),
        Edition.SCREEN: lambda: screen_edition.screen_proof(plain, job.grid),
    }
    return {edition: writers[edition]() for edition in press.editions}


def typeset(composer: Composer, day: AgendaDay, some: Sequence[Badge]) -> TypesetPages:
    """Return the pages of some badges."""
    variables = {"workshop": composer.event.workshop, "badges": some, "day": {"set": day.set}}
    parts = composer.layout.manifest.parts
    return join([composer.typeset(part, composer.compose(part, variables)) for part in parts])


def _moved(problem: Problem, pages: int) -> Problem:
    return replace(problem, page=problem.page + pages) if problem.page else problem
