"""A series by stamping: its design is set once, and every record is stamped into it.

The typesetter sets one master for each variant of the layout and `press`
separates it; a record then takes about a millisecond, where typesetting it
whole takes fifty.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from itertools import chain, islice

from mi_print.layout.checks.keep_outs import KeepOuts
from mi_print.layout.slots.slot import Slot
from mi_print.layout.slots.variants import Variant
from mi_print.press.profile import load
from mi_print.problem import Problem
from mi_print.processes.limits import step
from mi_print.processes.streams import in_turn
from mi_print.products.edition.ink_measurement import InkMeasurement
from mi_print.products.edition.page_map import PageMap
from mi_print.products.edition.printing import PrintSetup, identified
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Edition
from mi_print.series import stamp
from mi_print.series.pdf import slot_colours
from mi_print.series.pdf.cid_map import UsedFonts
from mi_print.series.pdf.series_file import SeriesFile, form_name
from mi_print.series.text_outcome import OutcomeFilter, TextOutcome, Worth

PARTS = 2
"""Processes that stamp; fixed, because the codes of letters depend on it, and so the bytes."""
CHUNK = 250
"""Records that a process stamps before it hands them over."""


@dataclass(frozen=True, slots=True)
class MasterSet:
    """A layout's masters as they have been set.

    Attributes:
        slots: of all pages; a slot's page counts through all masters.
        count: how many variants there are.
        editions: the masters' pages, finished, by edition.
        codes: what the QR codes say that the masters have themselves, page by page.
        problems: warnings of what the masters leave out.
        ink_measurement: where it is noted that their ink has been measured, if they are cached.
    """

    slots: tuple[Slot, ...]
    count: int
    editions: Mapping[Edition, bytes]
    codes: tuple[frozenset[str], ...]
    problems: tuple[Problem, ...] = ()
    ink_measurement: InkMeasurement | None = None

    def pages(self, sides: int) -> PageMap:
        """Return which variant stands on which page, each on so many."""
        return PageMap(range(self.count), sides)


@dataclass(frozen=True, slots=True)
class StampedSeries:
    """A stamped series: its editions, each record's reported texts, what each page's codes say."""

    editions: Mapping[Edition, bytes]
    texts: tuple[tuple[TextOutcome, ...], ...]
    codes: tuple[frozenset[str], ...]
    ink_measurement: InkMeasurement | None = None
    """That of its masters."""
    problems: tuple[Problem, ...] = ()
    """Those of its masters, and of the codes that its records are without."""


def stampable(
    records: Sequence[Mapping[str, object]], found: Sequence[Variant], slots: Sequence[Slot]
) -> list[stamp.Record]:
    """Return records with their variants, their languages and their texts for these slots."""
    variant_of = {number: at for at, variant in enumerate(found) for number in variant.records}
    names = {name for slot in slots for name in (slot.name, slot.lang_of)}
    return [
        stamp.Record(
            variant_of[number],
            str(record.get("lang", "")),
            {name: str(value) for name, value in record.items() if value and name in names},
        )
        for number, record in enumerate(records)
    ]


def stamp_series(  # noqa: PLR0913 - the series, its file, and what is reported
    masters: MasterSet,
    records: Sequence[stamp.Record],
    job: Job,
    shared: PrintSetup,
    *,
    worth: Worth,
    progress: Callable[[int, int], None],
) -> StampedSeries:
    """Return the editions of a series.

    Args:
        masters: the layout's, in the order of the records' variants.
        records: what is stamped.
        job: the layout, its size and its shop.
        shared: what all print editions of the run share.
        worth: which texts are reported; those that don't fit are in any case.
        progress: called with how many records are done, and of how many.
    """
    editions = tuple(masters.editions)
    inked = {edition: _inked(edition, masters.slots, job, shared) for edition in editions}
    files = {edition: BytesIO() for edition in editions}
    books = [SeriesFile(files[each], masters.editions[each], inked[each]) for each in editions]
    operators = [
        stamp.EditionOperators(_to(book.corner), inked[edition].operators)
        for edition, book in zip(editions, books, strict=True)
    ]
    designs = list(_masters(masters, operators, job))
    chunks = [records[at : at + CHUNK] for at in range(0, len(records), CHUNK)]
    reported = OutcomeFilter.of(masters.slots, _keep_outs(job, editions), worth)
    parts = range(min(PARTS if editions else 1, len(chunks)))
    works = [partial(_part, part, chunks[part :: len(parts)], designs, reported) for part in parts]
    fonts: list[UsedFonts] = []
    texts: list[tuple[TextOutcome, ...]] = []
    codes: list[frozenset[str]] = []
    for result in in_turn(works):
        step()
        if isinstance(result, UsedFonts):
            fonts.append(result)
            continue
        for record in result:
            for book, pages in zip(books, record.pages, strict=True):
                for page in pages:
                    book.page(page)
            texts.append(record.texts)
            codes += record.codes
        progress(len(texts), len(records))
    fonts.sort(key=lambda each: each.part)
    for edition, book in zip(editions, books, strict=True):
        book.finish(fonts, identified(job, shared, edition))
    made = {edition: file.getvalue() for edition, file in files.items()}
    return StampedSeries(
        made, tuple(texts), tuple(codes), masters.ink_measurement, masters.problems
    )


def _part(
    part: int,
    chunks: Sequence[Sequence[stamp.Record]],
    masters: Sequence[stamp.Master],
    reported: OutcomeFilter,
) -> Iterator[list[stamp.StampedRecord] | UsedFonts]:
    """Yield a process's share of the records, and at last the codes that it used."""
    fonts = UsedFonts(part, PARTS)
    made = stamp.stamped(chain.from_iterable(chunks), masters, fonts, reported)
    for chunk in chunks:
        step()
        yield list(islice(made, len(chunk)))
    yield fonts


def _keep_outs(job: Job, editions: Sequence[Edition]) -> KeepOuts:
    """Return where no text may stand: but for the screen alone, in no safe margin either."""
    found = KeepOuts.of(job.spec, job.grid)
    return found if tuple(editions) == (Edition.SCREEN,) else found.with_margin(job.shop.safe)


def _inked(
    edition: Edition, slots: Sequence[Slot], job: Job, shared: PrintSetup
) -> slot_colours.SlotColours:
    colour = job.shop.colour
    if edition is Edition.SCREEN or colour is None:
        return slot_colours.on_screen(slots)
    return slot_colours.on_press(slots, shared.inks, colour, load(colour, job.project))


def _masters(
    masters: MasterSet, operators: Sequence[stamp.EditionOperators], job: Job
) -> Iterator[stamp.Master]:
    """Yield each variant's master: its forms and slots, whose pages count from 1 again."""
    pages = masters.pages(job.sides)
    for variant in range(masters.count):
        own = pages.of(variant)
        yield stamp.Master(
            forms=tuple(form_name(page - 1) for page in own),
            slots=tuple(
                replace(slot, page=pages.at(slot.page)[1])
                for slot in masters.slots
                if slot.page in own
            ),
            height=job.grid.height,
            editions=tuple(operators),
            codes=tuple(masters.codes[page - 1] for page in own),
        )


def _to(corner: tuple[float, float]) -> bytes:
    """Return the operator that moves the origin to a corner."""
    x, y = corner
    return f"1 0 0 1 {x:.5g} {y:.5g} cm\n".encode() if x or y else b""
