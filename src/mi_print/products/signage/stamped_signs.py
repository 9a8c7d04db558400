"""Signs of a layout with slots: masters for its variants, and every card stamped into them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from math import sqrt

from mi_print.errors import InputError
from mi_print.event.model import Event
from mi_print.layout.checks.legibility import check_legible
from mi_print.layout.checks.page_fault import quoted
from mi_print.layout.copyfit.fit import FittedText
from mi_print.layout.slots.slot import Slot, SlotKind
from mi_print.layout.slots.variants import Variant, variants
from mi_print.layout.typeset.contents import Frame
from mi_print.layout.typeset.read_back import read_back
from mi_print.layout.typeset.typesetter import TypesetPages
from mi_print.problem import error
from mi_print.products.data_places import DataPlaces
from mi_print.products.edition.artifact import Artifact
from mi_print.products.edition.composer import composer_of
from mi_print.products.edition.left_out import RecordsError
from mi_print.products.edition.page_map import PageMap
from mi_print.products.edition.printing import PrintSetup
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Purpose, Request
from mi_print.products.signage.sign_context import variables
from mi_print.products.signage.sign_record import SIGN_KINDS
from mi_print.products.variable_data.keep_out_hits import in_safe_margin
from mi_print.products.variable_data.masters import masters
from mi_print.products.variable_data.misfits import misfits
from mi_print.products.variable_data.stamp_series import (
    MasterSet,
    StampedSeries,
    stamp_series,
    stampable,
)
from mi_print.products.variable_data.widest_records import share_left, spread, widest
from mi_print.series.stamp import Record


def make(  # noqa: PLR0913, PLR0917 - a kind's cards, of what, and how
    job: Job,
    event: Event,
    request: Request,
    setup: PrintSetup,
    places: DataPlaces,
    records: Sequence[Mapping[str, object]],
) -> Artifact:
    """Make one kind of sign by stamping.

    Raises:
        RecordsError: a text of some cards does not fit, or can't be read from where it must be.
        InputError: the layout is wrong, or nothing can fill its slots.
    """
    file, manifest = job.layout_file, job.layout.manifest
    if not records:
        message = f"nothing fills the slots of {manifest.kind}"
        hint = f"write mode: flow, or make it a layout of one of: {', '.join(SIGN_KINDS)}"
        raise InputError([error("slot", message, hint, file=job.manifest_file)])
    count = len(records)
    fitted: Sequence[int] = range(count)
    if request.purpose is Purpose.LAY_OUT:
        texts = (("", [str(value or "") for value in record.values()]) for record in records)
        fitted = widest(texts, count)
    named = PageMap(tuple(str(next(iter(record.values()))) for record in records), job.sides)
    records = [records[number] for number in fitted]
    found = variants(records, manifest.series.vary, job.manifest_file)
    typeset = partial(_typeset, job, event)
    designs = typeset(found)
    made = masters(
        designs,
        found,
        sorted(records[0]),
        typeset=typeset,
        job=job,
        wanted=request.written,
        setup=setup,
        places=places,
    )
    listed = stampable(records, found, made.slots)
    series = stamp_series(made, listed, job, setup, worth=_to_be_read, progress=lambda *_: None)
    pages = PageMap(range(len(records)), job.sides)
    wrong = defaultdict(list)
    for number, missing in _without_slot(records, made.slots, manifest.kind or ""):
        wrong[number].append(error("slot", missing, _MORE_SLOTS, file=file))
    for number, found_wrong in misfits(series, job).items():
        wrong[number] = [places.of_text(problem) for problem in found_wrong]
    read = list(_read(designs, listed, made, series, pages))
    for fault in check_legible(read, len(pages), manifest):
        number, side = pages.at(fault.page or 1)
        wrong[number].append(fault._replace(page=side).problem({"file": file}))
    if wrong:
        raise RecordsError({fitted[at]: problems for at, problems in wrong.items()}, last=True)
    unsafe = tuple(in_safe_margin(spread(series, fitted, count), named, job.shop.safe))
    left = share_left(fitted, count, "cards")
    return Artifact(job, named, series.editions, series.codes, unsafe=unsafe, not_laid_out=left)


def _without_slot(
    records: Sequence[Mapping[str, object]], slots: Iterable[Slot], kind: str
) -> Iterator[tuple[int, str]]:
    """Yield each record with a text that no slot shows, though there are slots for others like it.

    A kind says which of its numbered fields must all be shown: the titles of the papers that
    share a board.
    """
    shown = {slot.name for slot in slots}
    whole = SIGN_KINDS[kind].whole if kind in SIGN_KINDS else ""
    if not any(name.startswith(f"{whole}_") for name in shown if whole):
        return
    for number, record in enumerate(records):
        for name, text in record.items():
            if name.startswith(f"{whole}_") and text and name not in shown:
                yield number, f"there is no slot “{name}” for {quoted(str(text))}"


_MORE_SLOTS = "give the layout a slot for each paper that shares a board"


def _typeset(job: Job, event: Event, found: Sequence[Variant]) -> TypesetPages:
    """Return the pages of the masters, variant by variant."""
    composer = composer_of(job, event)
    cards = [variant.record for variant in found]
    return composer.pages({**variables(composer), "cards": cards})


def _to_be_read(slot: Slot, _: FittedText) -> bool:
    return bool(slot.read)


def _read(
    designs: TypesetPages,
    records: Sequence[Record],
    masters: MasterSet,
    series: StampedSeries,
    pages: PageMap,
) -> Iterator[Frame]:
    """Yield what is marked to be read, on the pages of all records: of the masters, and stamped."""
    fixed = [frame for frame in read_back(designs).frames if frame.read]
    codes = [slot for slot in masters.slots if slot.read and slot.kind is SlotKind.CODE]
    master_pages = masters.pages(pages.sides)
    for number, (record, texts) in enumerate(zip(records, series.texts, strict=True)):
        page_of = dict(zip(master_pages.of(record.variant), pages.of(number), strict=True))
        for frame in fixed:
            if frame.page in page_of:
                yield replace(frame, page=page_of[frame.page])
        for text in texts:
            if text.slot.read:
                yield _frame(text.slot, pages.page(number, text.slot.page), smallest=text.size)
        for slot in codes:
            if slot.page in page_of and record.texts.get(slot.name):
                yield _frame(slot, page_of[slot.page], narrowest=slot.box[2])


def _frame(slot: Slot, page: int, smallest: float = 0.0, narrowest: float = 0.0) -> Frame:
    a, b, c, d, _, _ = slot.matrix
    scale = sqrt(abs(a * d - b * c))
    return Frame(
        name=f"slot {slot.name}",
        page=page,
        box=slot.bounds,
        content=slot.bounds,
        read=slot.read,
        smallest=scale * smallest,
        narrowest=scale * narrowest,
        wished=slot.wished,
    )
