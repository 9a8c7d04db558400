"""Signs of a layout with slots: masters for its variants, and every card stamped into them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from math import sqrt

from mi_print.errors import InputError
from mi_print.event.model import Event
from mi_print.layout.checks.legibility import check_frames
from mi_print.layout.copyfit.fit import FittedText
from mi_print.layout.slots.slot import Slot, SlotKind
from mi_print.layout.slots.variants import Variant, variants
from mi_print.layout.typeset.read_back import Frame, frames
from mi_print.layout.typeset.typesetter import TypesetPages
from mi_print.problem import Problem, error
from mi_print.products.edition.artifact import Artifact, layout_file, template_file
from mi_print.products.edition.composer import composer_of
from mi_print.products.edition.printing import PrintSetup
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Request
from mi_print.products.signage.sign_context import variables
from mi_print.products.signage.sign_record import RECORDS, said, sign_records
from mi_print.products.variable_data.keep_out_hits import in_keep_outs, in_safe_margin
from mi_print.products.variable_data.masters import masters
from mi_print.products.variable_data.overset import overset
from mi_print.products.variable_data.stamp_series import StampedSeries, stamp_series
from mi_print.series.stamp import Record


def make(job: Job, event: Event, request: Request, setup: PrintSetup) -> Artifact:
    """Make one kind of sign by stamping.

    Raises:
        InputError: the layout is wrong, nothing can fill its slots, or a text
            does not fit, or can't be read from where it must be.
    """
    file, manifest = layout_file(job), job.layout.manifest
    sides = manifest.pages or 1
    kind = manifest.kind or ""
    if kind not in RECORDS:
        message = f"nothing fills the slots of {kind}"
        hint = f"write mode: flow, or make it a layout of one of: {', '.join(RECORDS)}"
        raise InputError([error("slot", message, hint, file=f"{file}/layout.yaml")])
    records = sign_records(kind, event)
    found = variants(records, manifest.series.vary, f"{file}/layout.yaml")
    pages = _typeset(job, event, found)
    fields = sorted(records[0])
    given = masters(pages, found, fields, job=job, wanted=request.editions, setup=setup)
    which = {number: at for at, each in enumerate(found) for number in each.records}
    listed = [
        Record(which[number], str(record.get("lang", "")), said(record))
        for number, record in enumerate(records)
    ]
    series = stamp_series(given, listed, job, setup, worth=_to_be_read, progress=request.progress)
    wrong = chain(overset(series, template_file(job), sides), in_keep_outs(series, file, sides))
    problems = [_said_of(records[number], problem) for number, problem in wrong]
    read = list(_read(pages, listed, given.slots, series, sides))
    problems += check_frames(read, len(series.codes), manifest, file)
    if problems:
        raise InputError(problems)
    unsafe = tuple(in_safe_margin(series, sides, job.shop.safe))
    return Artifact(job.name, len(series.codes), series.editions, series.codes, unsafe=unsafe)


def _typeset(job: Job, event: Event, found: Sequence[Variant]) -> TypesetPages:
    """Return the pages of the masters, variant by variant."""
    composer = composer_of(job, event)
    part = job.layout.manifest.parts[0]
    told = {**variables(composer), "cards": [each.record for each in found]}
    return composer.typeset(part, composer.compose(part, told))


def _said_of(record: Mapping[str, object], problem: Problem) -> Problem:
    """Return a problem as one that names the card, by its first field: its number, its name."""
    field, value = next(iter(record.items()))
    return replace(problem, message=f"{field} {value}: {problem.message}") if value else problem


def _to_be_read(slot: Slot, _: FittedText) -> bool:
    return bool(slot.read)


def _read(
    pages: TypesetPages,
    records: Sequence[Record],
    slots: Sequence[Slot],
    series: StampedSeries,
    sides: int,
) -> Iterator[Frame]:
    """Yield what is marked to be read, on the pages of all records: of the masters, and stamped."""
    still = [frame for frame in frames(pages) if frame.read]
    codes = [slot for slot in slots if slot.read and slot.kind is SlotKind.CODE]
    for number, (record, texts) in enumerate(zip(records, series.texts, strict=True)):
        first, own = number * sides, record.variant * sides
        for frame in still:
            if own < frame.page <= own + sides:
                yield replace(frame, page=frame.page - own + first)
        for told in texts:
            if told.slot.read:
                yield _frame(told.slot, first + told.slot.page, smallest=told.size)
        for slot in codes:
            if own < slot.page <= own + sides and record.texts.get(slot.name):
                yield _frame(slot, first + slot.page - own, narrowest=slot.box[2])


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
