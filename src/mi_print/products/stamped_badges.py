"""Badges of a layout with slots: masters for its variants, and everybody stamped into them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from mi_print.errors import InputError
from mi_print.event.badges import Badge
from mi_print.event.model import Event
from mi_print.layout import shelf
from mi_print.layout.fonts import cache_folder
from mi_print.layout.variants import Variant, variants
from mi_print.problem import in_order
from mi_print.products.badge_record import badge_record
from mi_print.products.batch import Batch
from mi_print.products.finished import Finished, layout_file, template_file
from mi_print.products.fit_report import Size, fit_report, small_names
from mi_print.products.job import Job
from mi_print.products.kept import keep, key, proof_of, taken
from mi_print.products.kept_clear import in_keep_outs, in_safe_margin
from mi_print.products.misfits import misfits
from mi_print.products.places import Places
from mi_print.products.printing import Stamp, profile_name
from mi_print.products.remarks import remarkable, smaller, stamped_remarks
from mi_print.products.stamped import Masters, Series, stamped
from mi_print.products.wish import Wish
from mi_print.series.stamp import Record
from mi_print.series.told import Worth, everything


def make(batch: Batch) -> Finished:
    """Make badges by stamping.

    Raises:
        InputError: the layout is wrong, or a text does not fit its slot.
    """
    made, job, report = batch.badges, batch.job, batch.wish.badges.report
    worth = remarkable if report else smaller
    series = series_of(made, job, batch.event, batch.wish, batch.stamp, worth=worth)
    places, file, sides = Places(batch.loaded), layout_file(job), job.layout.manifest.pages or 1
    found = chain(misfits(series, template_file(job), sides), in_keep_outs(series, file, sides))
    wrong = [places.said_of(made[number], problem) for number, problem in found]
    if wrong:
        raise InputError(in_order(wrong))
    small = tuple(small_names(fit_report(_sizes(made, series)), places))
    remarks = stamped_remarks(made, series.texts, sides) if report else ()
    unsafe = tuple(in_safe_margin(series, sides, job.shop.safe))
    codes = series.codes
    proof = series.proof if batch.wish.badges.only else None
    return Finished(job.name, len(codes), series.editions, codes, small, remarks, unsafe, proof)


def series_of(  # noqa: PLR0913 - what a maker of badges is given, and what it wants to know
    made: Sequence[Badge],
    job: Job,
    event: Event,
    wish: Wish,
    stamp: Stamp,
    *,
    worth: Worth = everything,
) -> Series:
    """Set the masters and stamp the badges; what does not fit is in what it returns.

    Raises:
        InputError: the layout is wrong.
    """
    records = [badge_record(badge) for badge in made]
    found = variants(records, job.layout.manifest.series.vary, f"{layout_file(job)}/layout.yaml")
    masters = _masters(found, sorted(records[0]), job, event, wish, stamp)
    which = {number: at for at, each in enumerate(found) for number in each.records}
    asked = {name for slot in masters.slots for name in (slot.name, slot.lang_of)}
    listed = [
        Record(which[number], str(record["lang"]), _said(record, asked))
        for number, record in enumerate(records)
    ]
    del records  # all fields of everybody, which stamping needs no longer
    return stamped(masters, listed, job, stamp, worth=worth, progress=wish.progress)


def _masters(  # noqa: PLR0913, PLR0917 - what a maker of badges is given, and of what
    found: Sequence[Variant],
    fields: Sequence[str],
    job: Job,
    event: Event,
    wish: Wish,
    stamp: Stamp,
) -> Masters:
    """Return the masters of all variants: those of an earlier run, or set anew and kept."""
    cache, count = cache_folder(), sum(len(each.records) for each in found)
    name = key(
        [job.layout.folder, shelf.shared(job.project)],
        [
            event.model_copy(update={"attendees": ()}).model_dump_json(),
            job.shop.model_dump_json(),
            repr((job.size, wish.editions, job.name, [each.key for each in found])),
            repr((stamp, count) if job.shop.marks else stamp.inks),
            profile_name(job),
        ],
    )
    kept = taken(name, cache)
    if kept is not None:
        return replace(kept, proof=proof_of(name, kept, cache))
    from mi_print.products.badge_masters import set_masters  # noqa: PLC0415 - the typesetter

    made, read = set_masters(found, fields, job, event, wish.editions, stamp)
    keep(name, made, read, cache)
    return replace(made, proof=proof_of(name, made, cache))


def _said(record: Mapping[str, object], asked: Collection[str]) -> dict[str, str]:
    """Return what a record has for the slots that there are."""
    return {name: str(value) for name, value in record.items() if value and name in asked}


def _sizes(made: Sequence[Badge], series: Series) -> Iterator[Size]:
    """Yield how large the texts came out of which a layout says how large it wishes them."""
    for badge, texts in zip(made, series.texts, strict=True):
        for told in texts:
            if told.size < told.slot.wished:
                yield Size(badge, told.size, told.slot.wished)
