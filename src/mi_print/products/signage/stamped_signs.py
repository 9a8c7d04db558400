"""Signs of a layout with slots: masters for its variants, and every card stamped into them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import sqrt

from mi_print.errors import InputError
from mi_print.event.model import Event
from mi_print.layout.checks.legibility import check_legible
from mi_print.layout.checks.page_fault import quoted
from mi_print.layout.copyfit.fit import FittedText
from mi_print.layout.package.manifest import STEP
from mi_print.layout.slots.slot import Slot, SlotKind
from mi_print.layout.slots.variants import Variant, variants
from mi_print.layout.typeset.contents import Frame
from mi_print.layout.typeset.read_back import read_back
from mi_print.layout.typeset.typesetter import TypesetPages
from mi_print.problem import Problem, error
from mi_print.products.data_places import DataPlaces
from mi_print.products.edition.artifact import Artifact
from mi_print.products.edition.composer import composer_of
from mi_print.products.edition.left_out import RecordsError
from mi_print.products.edition.page_map import PageMap
from mi_print.products.edition.printing import PrintSetup
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Edition, Purpose, Request
from mi_print.products.signage.sign_context import variables
from mi_print.products.signage.sign_record import SIGN_KINDS
from mi_print.products.variable_data.keep_out_hits import in_safe_margin
from mi_print.products.variable_data.masters import masters
from mi_print.products.variable_data.misfits import misfits
from mi_print.products.variable_data.record_texts import RecordTexts, text_width
from mi_print.products.variable_data.small_codes import SmallCode, small_codes, without
from mi_print.products.variable_data.stamp_series import (
    MasterSet,
    StampedSeries,
    stamp_series,
    stampable,
)
from mi_print.products.variable_data.widest_records import (
    EXACT,
    MOST,
    share_left,
    spread,
    widest,
)
from mi_print.series.stamp import Record

SignFields = Mapping[str, object]


def make(  # noqa: PLR0913, PLR0917 - a kind's cards, of what, and how
    job: Job,
    event: Event,
    request: Request,
    setup: PrintSetup,
    places: DataPlaces,
    records: Sequence[SignFields],
) -> Artifact:
    """Make one kind of sign by stamping.

    Raises:
        RecordsError: a text of some cards does not fit, or can't be read from where it must be.
        InputError: the layout is wrong, or nothing can fill its slots.
    """
    manifest = job.layout.manifest
    if not records:
        message = f"nothing fills the slots of {manifest.kind}"
        hint = f"write mode: flow, or make it a layout of one of: {', '.join(SIGN_KINDS)}"
        raise InputError([error("slot", message, hint, file=job.manifest_file)])
    count = len(records)
    fitted: Sequence[int] = range(count)
    if request.purpose is Purpose.LAY_OUT:
        fitted = _widest_cards(records)
    named = PageMap(tuple(str(next(iter(record.values()))) for record in records), job.sides)
    made = _in_steps(
        [records[number] for number in fitted],
        manifest.series.steps,
        partial(_series, job, event, setup, places),
        request.written,
    )
    if made.wrong:
        raise RecordsError({fitted[at]: found for at, found in made.wrong.items()}, last=made.last)
    unsafe = tuple(in_safe_margin(spread(made.series, fitted, count), named, job.shop.safe))
    return Artifact(
        job,
        named,
        made.series.editions,
        made.series.codes,
        problems=made.series.problems,
        unsafe=unsafe,
        not_laid_out=share_left(fitted, count, "cards"),
    )


def _widest_cards(records: Sequence[SignFields]) -> Sequence[int]:
    """Return the numbers of the cards to fit; the more papers a card has, the fewer.

    Numbered fields are alike, and what has one number stands together.
    """
    alike: dict[str, list[str]] = defaultdict(list)
    together: dict[str, list[str]] = defaultdict(list)
    for name in records[0]:
        field, _, number = name.rpartition("_")
        alike[field if number.isdecimal() else name].append(name)
        together[number if number.isdecimal() else ""].append(name)
    ways = [*([[name] for name in names] for names in alike.values()), [*together.values()]]
    filled = [{name: str(value) for name, value in each.items() if value} for each in records]
    several = max(sum(map(each.__contains__, names)) for each in filled for names in alike.values())

    def texts(card: Mapping[str, str]) -> RecordTexts:
        said = ([" ".join(filter(None, map(card.get, names))) for names in way] for way in ways)
        return tuple(card), [max(each, key=text_width) if each[1:] else each[0] for each in said]

    bound = max(1, several)
    return widest(map(texts, filled), len(records), exact=EXACT // bound, most=MOST // bound)


@dataclass(frozen=True, slots=True)
class _Made:
    """A series of some records, and what is wrong with which of them, by their numbers.

    `last` tells whether there is nothing that the others could still fail at.
    """

    series: StampedSeries
    wrong: Mapping[int, Sequence[Problem]]
    last: bool = True


_SeriesOf = Callable[[Sequence[SignFields], Sequence[Edition]], _Made]


def _in_steps(
    records: Sequence[SignFields], steps: int, series_of: _SeriesOf, wanted: Sequence[Edition]
) -> _Made:
    """Return a series of records, each in the first step of the layout in which it fits.

    One that fits in none is set in the last.
    """
    at_step = dict.fromkeys(range(len(records)), 0)

    def made(some: Iterable[int], editions: Sequence[Edition]) -> _Made:
        stepped = [{**records[at], STEP: at_step[at]} if steps > 1 else records[at] for at in some]
        return series_of(stepped, editions)

    def raised(numbers: Iterable[int]) -> list[int]:
        """Return those that have another step, and count it up."""
        found = [at for at in numbers if at_step[at] + 1 < steps]
        at_step.update({at: at_step[at] + 1 for at in found})
        return found

    whole = made(at_step, wanted)
    while trying := raised(whole.wrong):
        while trying:
            trying = raised([trying[at] for at in made(trying, ()).wrong])
        whole = made(at_step, wanted)
    return whole


def _has_further(record: SignFields, steps: int) -> bool:
    return steps > 1 and record[STEP] != steps - 1


def _series(  # noqa: PLR0913, PLR0917 - what it is made of, and how
    job: Job,
    event: Event,
    setup: PrintSetup,
    places: DataPlaces,
    records: Sequence[SignFields],
    wanted: Sequence[Edition],
) -> _Made:
    """Return records stamped into the masters of their variants.

    Raises:
        InputError: the layout is wrong.
    """
    file, manifest = job.layout_file, job.layout.manifest
    found = variants(records, manifest.series.vary, job.manifest_file)
    typeset = partial(_typeset, job, event)
    designs = typeset(found)
    try:
        made = masters(
            designs,
            found,
            sorted(records[0]),
            typeset=typeset,
            job=job,
            wanted=wanted,
            setup=setup,
            places=places,
        )
    except RecordsError as reason:
        return _Made(StampedSeries({}, (), ()), reason.wrong, last=reason.last)
    except InputError as reason:
        further = all(_has_further(record, manifest.series.steps) for record in records)
        if not further or any(problem.rule == "slot" for problem in reason.problems):
            raise
        return _Made(StampedSeries({}, (), ()), dict.fromkeys(range(len(records)), reason.problems))
    listed = stampable(records, found, made.slots)
    if small := small_codes(listed, made, job.sides):
        others = _series(job, event, setup, places, without(records, small), wanted)
        said = (_without_code(records[code.record], code, places) for code in small)
        problems = (*said, *others.series.problems)
        return replace(others, series=replace(others.series, problems=problems))
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
    return _Made(series, wrong)


def _without_code(record: SignFields, code: SmallCode, places: DataPlaces) -> Problem:
    """Return the warning that a card is without a code."""
    field, value = next(iter(record.items()))
    problem = places.of_text(code.problem)
    return replace(problem, message=f"{field} {value}: {problem.message}")


def _without_slot(
    records: Sequence[SignFields], slots: Iterable[Slot], kind: str
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
