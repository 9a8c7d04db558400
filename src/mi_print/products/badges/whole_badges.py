"""Badges of a layout without slots: each is typeset whole.

The typesetter's time grows faster than its pages, so a hundred pages are set
at a time, and the chunks go over the machine's cores.  Each is checked and
written where it was set; only bytes come back, to be joined in their order.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from mi_print.errors import InputError
from mi_print.event.badges import Badge
from mi_print.event.located_texts import LocatedText
from mi_print.event.model import Event
from mi_print.event.text_places import TextPlaces
from mi_print.layout.checks.overset import check_count
from mi_print.layout.checks.page_checks import check_pages
from mi_print.layout.checks.page_fault import problems as page_problems
from mi_print.layout.slots.read_slots import check_mode
from mi_print.layout.typeset.contents import PageContents
from mi_print.layout.typeset.longest import lay_out_longest
from mi_print.layout.typeset.read_back import read_back
from mi_print.layout.typeset.typesetter import TypesetPages
from mi_print.press import screen_edition
from mi_print.problem import Problem, error
from mi_print.processes.limits import step
from mi_print.processes.tasks import over_cores
from mi_print.products.badges.badge_masters import typeset
from mi_print.products.badges.badge_record import badge_record
from mi_print.products.badges.batch import NO_DIVIDERS, Batch
from mi_print.products.badges.copyfit_remarks import whole_remarks
from mi_print.products.badges.name_sizes import NameSize, small_names, smaller_than_wished
from mi_print.products.data_places import DataPlaces
from mi_print.products.edition.artifact import Artifact
from mi_print.products.edition.composer import Composer, composer_of
from mi_print.products.edition.left_out import RecordsError, typeset_records
from mi_print.products.edition.page_map import PageMap
from mi_print.products.edition.printing import PrintSetup, printed_piece, printed_whole
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Edition, Purpose

CHUNK = 100
"""Pages that are typeset at a time."""

_MOST = 8_000
"""Letters of badges that are laid out where only the longest are."""

_SIDES = "write pages: 2 for a front and a back, or pages: 1"


_DIVIDER = "print badge.heading where there is one, or take dividers out of the order"


@dataclass(frozen=True, slots=True)
class BadgeChunk:
    """A chunk of badges, typeset: each page's codes, the editions, names' sizes.

    If some don't fit, it is nothing but what is wrong with these, by their numbers in the chunk.
    """

    codes: tuple[frozenset[str], ...] = ()
    editions: Mapping[Edition, bytes] = field(default_factory=dict)
    sizes: Sequence[NameSize] = ()
    wrong: Mapping[int, Sequence[Problem]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


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
        RecordsError: some badges don't fit.
        InputError: the layout is wrong.
    """
    if batch.request.purpose is Purpose.LAY_OUT:
        longest = _longest(batch.badges)
        if len(longest) < len(batch.badges):
            left = f"{len(batch.badges) - len(longest)} of {len(batch.badges)} badges"
            some = tuple(batch.badges[number] for number in longest)
            try:
                return replace(make(replace(batch, badges=some)), not_laid_out=(left,))
            except RecordsError as reason:
                wrong = {longest[at]: problems for at, problems in reason.wrong.items()}
                raise RecordsError(wrong, last=True) from reason
    made, job, request = batch.badges, batch.job, batch.request
    pieces: list[BadgeChunk] = []
    wrong = {}
    for start, piece in _set(batch):
        pieces.append(piece)
        wrong |= {start + number: problems for number, problems in piece.wrong.items()}
    if wrong:
        raise RecordsError(wrong, last=True)
    joined = {
        edition: screen_edition.joined([piece.editions[edition] for piece in pieces])
        for edition in request.written
    }
    if Edition.PRINT in joined:
        joined[Edition.PRINT] = printed_whole(joined[Edition.PRINT], job, batch.setup, job.name)
    places, by_url = DataPlaces.of(batch.loaded), {badge.url: badge for badge in made if badge.url}
    notes = dict.fromkeys(
        places.naming(by_url[problem.text], problem) if problem.text in by_url else problem
        for piece in pieces
        for problem in piece.problems
    )
    sizes = smaller_than_wished(size for piece in pieces for size in piece.sizes)
    return Artifact(
        job=job,
        page_map=batch.pages,
        editions=joined,
        codes=tuple(page for piece in pieces for page in piece.codes),
        problems=(*notes, *small_names(sizes, places)),
        remarks=tuple(whole_remarks(made, sizes, batch.pages) if request.badges.report else ()),
    )


def _longest(made: Sequence[Badge]) -> list[int]:
    """Return the numbers of the badges with the longest texts, field by field."""
    texts = [
        [(field, str(value)) for field, value in badge_record(badge).items() if value]
        for badge in made
    ]
    others = set(lay_out_longest(texts, lambda _: True, _MOST))
    return [number for number in range(len(made)) if number not in others]


def _set(batch: Batch) -> Iterator[tuple[int, BadgeChunk]]:
    """Yield the chunks, each with the number of its first badge."""
    made, job, pages = batch.badges, batch.job, batch.pages
    if job.pages is None:
        message = "it is not said how many sides a badge has"
        raise InputError([error("pages", message, _SIDES, file=job.manifest_file)])
    count = max(CHUNK // pages.sides, 1)
    chunks = [made[at : at + count] for at in range(0, len(made), count)]
    lean = batch.event.model_copy(update={"attendees": ()})  # each process gets a copy of it
    given = job, lean, batch.request.written, batch.setup, batch.loaded.texts
    pieces = over_cores(badge_typesetter, given, badge_chunk, chunks)
    done = 0
    for chunk, piece in zip(chunks, pieces, strict=True):
        step()
        yield done, piece
        done += len(chunk)
        batch.progress(done, len(made))


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
    """Set, check and write some badges.

    Raises:
        InputError: the layout is wrong.
    """
    data = TextPlaces([*typesetter.texts, *_texts(chunk)])
    try:
        pages, contents = typeset_records(chunk, partial(_fitting, typesetter.composer, data))
    except RecordsError as reason:
        return BadgeChunk(wrong=reason.wrong)
    page_map = PageMap([badge.id for badge in chunk], typesetter.composer.job.sides)
    sizes = [
        NameSize(chunk[page_map.at(frame.page)[0]], round(frame.smallest, 3), frame.wished)
        for frame in contents.frames
        if frame.wished and frame.smallest
    ]
    notes = tuple(typesetter.composer.notes)
    return BadgeChunk(contents.codes, _written(pages, typesetter), sizes, problems=notes)


def _fitting(
    composer: Composer, data: TextPlaces, some: Sequence[Badge]
) -> tuple[TypesetPages, PageContents]:
    """Return the pages of some badges, and what stands on them.

    Raises:
        InputError: what is set does not fit, or the layout is wrong.
    """
    job, pages = composer.job, typeset(composer, some)
    contents = read_back(pages)
    problems = check_count(len(pages), job.pages, job.layout_file, len(some), job.pages_hint)
    problems += check_mode(pages, job.layout.manifest, job.manifest_file)
    faults = check_pages(contents, job.spec, job.grid, data)
    problems += page_problems(faults, job.layout_file)
    sides = PageMap([badge.id for badge in some], job.sides)
    if not problems and any(
        badge.heading and not _says(contents, badge.heading, sides.of(number))
        for number, badge in enumerate(some)
    ):
        problems = [error("slot", NO_DIVIDERS, _DIVIDER, file=job.layout_file)]
    if problems:
        raise InputError(problems)
    return pages, contents


def _says(contents: PageContents, text: str, pages: range) -> bool:
    return any(text in each.text for each in contents.texts if each.page in pages)


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
