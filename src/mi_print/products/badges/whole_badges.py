"""Badges of a layout without slots: each is typeset whole.

The typesetter's time grows faster than its pages, so a hundred pages are set
at a time, and the chunks go over the machine's cores.  Each is checked and
written where it was set; only bytes come back, to be joined in their order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mi_print.errors import InputError
from mi_print.event.badges import Badge
from mi_print.event.located_texts import LocatedText
from mi_print.event.model import Event
from mi_print.event.text_places import TextPlaces
from mi_print.layout.checks.overset import check_count
from mi_print.layout.checks.page_checks import check_pages
from mi_print.layout.checks.page_fault import problems as page_problems
from mi_print.layout.slots.read_slots import check_mode
from mi_print.layout.typeset.longest import lay_out_longest
from mi_print.layout.typeset.read_back import read_back
from mi_print.layout.typeset.typesetter import TypesetPages
from mi_print.press import screen_edition
from mi_print.problem import Problem, error, in_order
from mi_print.processes.tasks import over_cores
from mi_print.products.badges.badge_masters import typeset
from mi_print.products.badges.badge_record import badge_record
from mi_print.products.badges.batch import Batch
from mi_print.products.badges.copyfit_remarks import whole_remarks
from mi_print.products.badges.name_sizes import NameSize, small_names, smaller_than_wished
from mi_print.products.data_places import DataPlaces
from mi_print.products.edition.artifact import Artifact
from mi_print.products.edition.composer import Composer, composer_of
from mi_print.products.edition.page_map import PageMap
from mi_print.products.edition.printing import PrintSetup, printed_piece, printed_whole
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Edition, Purpose

CHUNK = 100
"""Pages that are typeset at a time."""

_MOST = 8_000
"""Letters of badges that are laid out where only the longest are."""

_SIDES = "write pages: 2 for a front and a back, or pages: 1"


@dataclass(frozen=True, slots=True)
class BadgeChunk:
    """A chunk of badges, typeset: each page's codes, the editions, names' sizes, problems."""

    codes: tuple[frozenset[str], ...]
    editions: dict[Edition, bytes]
    sizes: list[NameSize]
    problems: list[tuple[Badge, Problem]]


@dataclass(frozen=True, slots=True)
class BadgeTypesetter:
    """What a process needs to set chunks; made once in each."""

    composer: Composer
    editions: tuple[Edition, ...]
    setup: PrintSetup
    texts: tuple[LocatedText, ...]


def make(batch: Batch) -> Artifact:
    """Make badges by setting each whole.

    Raises:
        InputError: the layout is wrong, or a name does not fit.
    """
    if batch.request.purpose is Purpose.LAY_OUT:
        longest = _longest(batch.badges)
        if len(longest) < len(batch.badges):
            left = f"{len(batch.badges) - len(longest)} of {len(batch.badges)} badges"
            return replace(make(replace(batch, badges=longest)), not_laid_out=(left,))
    made, job, request = batch.badges, batch.job, batch.request
    pieces = list(_set(batch))
    places = DataPlaces.of(batch.loaded)
    wrong = [problem for piece in pieces for problem in piece.problems]
    if wrong:
        raise InputError(in_order(places.naming(badge, problem) for badge, problem in wrong))
    joined = {
        edition: screen_edition.joined([piece.editions[edition] for piece in pieces])
        for edition in request.written
    }
    if Edition.PRINT in joined:
        joined[Edition.PRINT] = printed_whole(joined[Edition.PRINT], job, batch.setup, job.name)
    sizes = smaller_than_wished(size for piece in pieces for size in piece.sizes)
    return Artifact(
        job=job,
        page_map=batch.pages,
        editions=joined,
        codes=tuple(page for piece in pieces for page in piece.codes),
        problems=tuple(small_names(sizes, places)),
        remarks=tuple(whole_remarks(made, sizes, batch.pages) if request.badges.report else ()),
    )


def _longest(made: Sequence[Badge]) -> tuple[Badge, ...]:
    """Return the badges with the longest texts, field by field."""
    texts = [
        [(field, str(value)) for field, value in badge_record(badge).items() if value]
        for badge in made
    ]
    others = set(lay_out_longest(texts, lambda _: True, _MOST))
    return tuple(badge for number, badge in enumerate(made) if number not in others)


def _set(batch: Batch) -> Iterator[BadgeChunk]:
    made, job, pages = batch.badges, batch.job, batch.pages
    if job.layout.manifest.pages is None:
        message = "it is not said how many sides a badge has"
        raise InputError([error("pages", message, _SIDES, file=job.manifest_file)])
    count = max(CHUNK // pages.sides, 1)
    chunks = [made[at : at + count] for at in range(0, len(made), count)]
    lean = batch.event.model_copy(update={"attendees": ()})  # each process gets a copy of it
    given = job, lean, batch.request.written, batch.setup, batch.loaded.texts
    pieces = over_cores(badge_typesetter, given, badge_chunk, chunks)
    done = 0
    for chunk, piece in zip(chunks, pieces, strict=True):
        before = pages.of(done).start - 1
        done += len(chunk)
        batch.progress(done, len(made))
        found = [(badge, _moved(problem, before)) for badge, problem in piece.problems]
        yield replace(piece, problems=found)


def badge_typesetter(
    job: Job,
    event: Event,
    wanted: tuple[Edition, ...],
    setup: PrintSetup,
    texts: tuple[LocatedText, ...],
) -> BadgeTypesetter:
    """Return what a process needs to set badges.

    Raises:
        InputError: the theme or a stylesheet is wrong.
    """
    return BadgeTypesetter(composer_of(job, event), wanted, setup, texts)


def badge_chunk(typesetter: BadgeTypesetter, chunk: Sequence[Badge]) -> BadgeChunk:
    """Set, check and write some badges."""
    pages = typeset(typesetter.composer, chunk)
    job = typesetter.composer.job
    file = job.layout_file
    page_map = PageMap([badge.id for badge in chunk], job.sides)

    def badge_on(page: int) -> Badge:
        return chunk[page_map.at(min(page, len(page_map)))[0]]

    contents = read_back(pages)
    problems = check_count(len(pages), job.layout.manifest, file, len(chunk))
    problems += check_mode(pages, job.layout.manifest, job.manifest_file)
    data = TextPlaces([*typesetter.texts, *_texts(chunk)])
    problems += page_problems(check_pages(contents, job.spec, job.grid, data), file)
    found = [(badge_on(problem.page or 1), problem) for problem in problems]
    sizes = [
        NameSize(badge_on(frame.page), round(frame.smallest, 3), frame.wished)
        for frame in contents.frames
        if frame.wished and frame.smallest
    ]
    return BadgeChunk(contents.codes, {} if found else _written(pages, typesetter), sizes, found)


def _texts(chunk: Sequence[Badge]) -> Iterator[LocatedText]:
    """Yield what badges say of their people, which the data's texts have no places of."""
    for badge in chunk:
        for value in (badge.name, badge.given, badge.family, badge.affiliation):
            if value:
                yield LocatedText(value, "name", "", None, None)


def _written(pages: TypesetPages, typesetter: BadgeTypesetter) -> dict[Edition, bytes]:
    job = typesetter.composer.job
    if not typesetter.editions:
        return {}
    plain = pages.pdf(tagged=False, name=job.layout_file)
    writers = {
        Edition.PRINT: lambda: printed_piece(plain, job, typesetter.setup),
        Edition.SCREEN: lambda: screen_edition.screen_proof(plain, job.grid),
    }
    return {edition: writers[edition]() for edition in typesetter.editions}


def _moved(problem: Problem, pages: int) -> Problem:
    return replace(problem, page=problem.page + pages) if problem.page else problem
