"""Badges of a layout with slots: masters for its variants, and everybody stamped into them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from mi_print.cache import cache_folder
from mi_print.errors import InputError
from mi_print.event.badges import Badge
from mi_print.layout.package import find
from mi_print.layout.slots.variants import Variant, variants
from mi_print.problem import Problem, error
from mi_print.products.badges.badge_record import badge_records
from mi_print.products.badges.batch import NO_DIVIDERS, Batch
from mi_print.products.badges.copyfit_remarks import remarkable, smaller, stamped_remarks
from mi_print.products.badges.name_sizes import NameSize, small_names, smaller_than_wished
from mi_print.products.data_places import DataPlaces
from mi_print.products.edition.artifact import Artifact
from mi_print.products.edition.left_out import RecordsError
from mi_print.products.edition.printing import profile_name
from mi_print.products.orders.request import Purpose
from mi_print.products.variable_data.keep_out_hits import in_safe_margin
from mi_print.products.variable_data.master_cache import (
    cache_key,
    cache_masters,
    cached_masters,
    ink_measurement_of,
)
from mi_print.products.variable_data.misfits import misfits
from mi_print.products.variable_data.record_texts import RecordTexts
from mi_print.products.variable_data.small_codes import SmallCode, small_codes, without
from mi_print.products.variable_data.stamp_series import (
    MasterSet,
    StampedSeries,
    stamp_series,
    stampable,
)
from mi_print.products.variable_data.widest_records import share_left, spread, widest
from mi_print.series.text_outcome import Worth

_HEADING = 'vary by "heading?", and give a page with data-slot="heading" to where that is true'


def make(batch: Batch) -> Artifact:
    """Make badges by stamping.

    Raises:
        RecordsError: a text does not fit its slot.
        InputError: the layout is wrong.
    """
    made, job, report = batch.badges, batch.job, batch.request.badges.report
    fitted: Sequence[int] = range(len(made))
    if batch.request.purpose is Purpose.LAY_OUT:
        fitted = widest(_texts(made), len(made))
    some = replace(batch, badges=tuple(made[number] for number in fitted))
    series = spread(series_of(some, remarkable if report else smaller), fitted, len(made))
    places, pages = DataPlaces.of(batch.loaded), batch.pages
    if wrong := misfits(series, job):
        raise RecordsError(wrong, last=True)
    sizes = (
        NameSize(badge, text.size, text.slot.wished, text.text)
        for badge, texts in zip(made, series.texts, strict=True)
        for text in texts
    )
    return Artifact(
        job=job,
        page_map=pages,
        editions=series.editions,
        codes=series.codes,
        problems=(*series.problems, *small_names(smaller_than_wished(sizes), places)),
        remarks=stamped_remarks(made, series.texts, pages) if report else (),
        unsafe=tuple(in_safe_margin(series, pages, job.shop.safe)),
        ink_measurement=series.ink_measurement if batch.request.badges.only else None,
        not_laid_out=share_left(fitted, len(made), "badges"),
    )


_ALIKE = attrgetter("role", "lang")
_TEXTS = attrgetter("name", "given", "family", "affiliation", "pronouns", "url")


def _texts(made: Sequence[Badge]) -> Iterator[RecordTexts]:
    """Return what the fields of each badge's record are made of."""
    return zip(map(_ALIKE, made), map(_TEXTS, made), strict=True)


def series_of(batch: Batch, worth: Worth) -> StampedSeries:
    """Set the masters and stamp the badges; what does not fit is in what it returns.

    Args:
        batch: the badges.
        worth: which texts are reported; those that don't fit are in any case.

    Raises:
        RecordsError: the master of some does not fit.
        InputError: the layout is wrong.
    """
    job, said = batch.job, list[Problem]()
    divided = any(badge.heading for badge in batch.badges)
    records = badge_records(batch.badges, batch.event)
    while True:
        found = variants(records, job.layout.manifest.series.vary, job.manifest_file)
        masters = _masters(found, sorted(records[0]), batch)
        if divided and not any(slot.name == "heading" for slot in masters.slots):
            raise InputError([error("slot", NO_DIVIDERS, _HEADING, file=job.template_file)])
        listed = stampable(records, found, masters.slots)
        small = small_codes(listed, masters, job.sides)
        if not small:
            break
        said += [_without_code(batch, code) for code in small]
        records = without(records, small)
    del records  # all fields of everybody, which stamping needs no longer
    masters = replace(masters, problems=(*masters.problems, *said))
    return stamp_series(masters, listed, job, batch.setup, worth=worth, progress=batch.progress)


def _without_code(batch: Batch, code: SmallCode) -> Problem:
    """Return the warning that somebody's badge is without their code."""
    return DataPlaces.of(batch.loaded).naming(batch.badges[code.record], code.problem)


def _masters(found: Sequence[Variant], fields: Sequence[str], batch: Batch) -> MasterSet:
    """Return the masters of all variants: those of an earlier run, or set anew and cached."""
    job, event, editions, setup = batch.job, batch.event, batch.request.written, batch.setup
    cache, count = cache_folder(), len(batch.badges)
    name = cache_key(
        [job.layout.folder, find.shared(job.project)],
        [
            event.model_copy(update={"attendees": ()}).model_dump_json(),
            job.shop.model_dump_json(),
            repr((job.size, job.sides, editions, [variant.key for variant in found])),
            repr((setup, job.name, count) if job.shop.marks else setup.inks),
            profile_name(job),
        ],
        find.roots(job.project),
    )
    masters = cached_masters(name, cache)
    if masters is None:
        from mi_print.products.badges.badge_masters import badge_masters  # noqa: PLC0415 - the typesetter

        masters, read = badge_masters(
            found, fields, job, event, editions, setup, DataPlaces.of(batch.loaded)
        )
        cache_masters(name, masters, read, cache)
    return replace(masters, ink_measurement=ink_measurement_of(name, masters, cache))
