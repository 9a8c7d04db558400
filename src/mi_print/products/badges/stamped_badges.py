"""Badges of a layout with slots: masters for its variants, and everybody stamped into them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from mi_print.errors import InputError
from mi_print.event.badges import Badge
from mi_print.event.model import Event
from mi_print.layout.package import find
from mi_print.layout.slots.variants import Variant, variants
from mi_print.layout.text.fonts import cache_folder
from mi_print.problem import in_order
from mi_print.products.badges.badge_record import badge_record
from mi_print.products.badges.batch import Batch
from mi_print.products.badges.data_place import DataPlaces
from mi_print.products.edition.artifact import Artifact, layout_file, template_file
from mi_print.products.edition.printing import PrintSetup, profile_name
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Request
from mi_print.products.variable_data.copyfit_remarks import remarkable, smaller, stamped_remarks
from mi_print.products.variable_data.copyfit_report import (
    NameSize,
    small_names,
    smaller_than_wished,
)
from mi_print.products.variable_data.keep_out_hits import in_keep_outs, in_safe_margin
from mi_print.products.variable_data.master_cache import (
    cache_key,
    cache_masters,
    cached_masters,
    ink_measurement_of,
)
from mi_print.products.variable_data.overset import overset
from mi_print.products.variable_data.stamp_series import MasterSet, StampedSeries, stamp_series
from mi_print.series.stamp import Record
from mi_print.series.text_outcome import Worth, everything


def make(batch: Batch) -> Artifact:
    """Make badges by stamping.

    Raises:
        InputError: the layout is wrong, or a text does not fit its slot.
    """
    made, job, report = batch.badges, batch.job, batch.request.badges.report
    worth = remarkable if report else smaller
    series = series_of(made, job, batch.event, batch.request, batch.setup, worth=worth)
    places, file, sides = DataPlaces(batch.loaded), layout_file(job), job.layout.manifest.pages or 1
    found = chain(overset(series, template_file(job), sides), in_keep_outs(series, file, sides))
    wrong = [places.said_of(made[number], problem) for number, problem in found]
    if wrong:
        raise InputError(in_order(wrong))
    small = tuple(small_names(smaller_than_wished(_sizes(made, series)), places))
    remarks = stamped_remarks(made, series.texts, sides) if report else ()
    unsafe = tuple(in_safe_margin(series, sides, job.shop.safe))
    codes = series.codes
    ink_measurement = series.ink_measurement if batch.request.badges.only else None
    return Artifact(
        job.name, len(codes), series.editions, codes, small, remarks, unsafe, ink_measurement
    )


def series_of(  # noqa: PLR0913 - what a maker of badges is given, and what it wants to know
    made: Sequence[Badge],
    job: Job,
    event: Event,
    request: Request,
    setup: PrintSetup,
    *,
    worth: Worth = everything,
) -> StampedSeries:
    """Set the masters and stamp the badges; what does not fit is in what it returns.

    Raises:
        InputError: the layout is wrong.
    """
    records = [badge_record(badge) for badge in made]
    found = variants(records, job.layout.manifest.series.vary, f"{layout_file(job)}/layout.yaml")
    masters = _masters(found, sorted(records[0]), job, event, request, setup)
    which = {number: at for at, each in enumerate(found) for number in each.records}
    asked = {name for slot in masters.slots for name in (slot.name, slot.lang_of)}
    listed = [
        Record(which[number], str(record["lang"]), _said(record, asked))
        for number, record in enumerate(records)
    ]
    del records  # all fields of everybody, which stamping needs no longer
    return stamp_series(masters, listed, job, setup, worth=worth, progress=request.progress)


def _masters(  # noqa: PLR0913, PLR0917 - what a maker of badges is given, and of what
    found: Sequence[Variant],
    fields: Sequence[str],
    job: Job,
    event: Event,
    request: Request,
    setup: PrintSetup,
) -> MasterSet:
    """Return the masters of all variants: those of an earlier run, or set anew and kept."""
    cache, count = cache_folder(), sum(len(each.records) for each in found)
    name = cache_key(
        [job.layout.folder, find.shared(job.project)],
        [
            event.model_copy(update={"attendees": ()}).model_dump_json(),
            job.shop.model_dump_json(),
            repr((job.size, request.editions, job.name, [each.key for each in found])),
            repr((setup, count) if job.shop.marks else setup.inks),
            profile_name(job),
        ],
        find.roots(job.project),
    )
    kept = cached_masters(name, cache)
    if kept is not None:
        return replace(kept, ink_measurement=ink_measurement_of(name, kept, cache))
    from mi_print.products.badges.badge_masters import badge_masters  # noqa: PLC0415 - the typesetter

    made, read = badge_masters(found, fields, job, event, request.editions, setup)
    cache_masters(name, made, read, cache)
    return replace(made, ink_measurement=ink_measurement_of(name, made, cache))


def _said(record: Mapping[str, object], asked: Collection[str]) -> dict[str, str]:
    """Return what a record has for the slots that there are."""
    return {name: str(value) for name, value in record.items() if value and name in asked}


def _sizes(made: Sequence[Badge], series: StampedSeries) -> Iterator[NameSize]:
    """Yield how large the texts came out of which a layout says how large it wishes them."""
    for badge, texts in zip(made, series.texts, strict=True):
        for outcome in texts:
            if outcome.size < outcome.slot.wished:
                yield NameSize(badge, outcome.size, outcome.slot.wished)
