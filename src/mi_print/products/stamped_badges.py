"""Badges of a layout with slots: masters for its variants, and everybody stamped into them."""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

from mi_print.errors import InputError
from mi_print.event.badges import Badge
from mi_print.event.load import Loaded
from mi_print.event.model import Event
from mi_print.layout.fit import check_keep_outs, check_pages
from mi_print.layout.slots import check_fields, check_mode, slots
from mi_print.layout.typeset import Pages
from mi_print.layout.variants import Variant, variants
from mi_print.layout.words import typographic
from mi_print.problem import Problem, error, in_order
from mi_print.products import editions
from mi_print.products.agenda import Day
from mi_print.products.finished import Finished, layout_file
from mi_print.products.fit_report import Size, fit_report, small_names
from mi_print.products.job import Job
from mi_print.products.places import Places
from mi_print.products.prepared import Prepared, prepare
from mi_print.products.printing import Stamp, printed_piece
from mi_print.products.stamped import Masters, Series, stamped
from mi_print.products.wish import Edition, Wish
from mi_print.series.stamp import Record

FIELDS = tuple(field.name for field in dataclasses.fields(Badge))

_SHORTEN = "shorten the text, or give its slot more room in the layout"
_NO_FONT = "write it in characters that docs/fonts.md lists"


def make(  # noqa: PLR0913, PLR0917 - what a maker of badges is given, and whose
    made: Sequence[Badge], job: Job, loaded: Loaded, event: Event, wish: Wish, stamp: Stamp
) -> Finished:
    """Make badges by stamping.

    Args:
        made: whose badges, in their order.
        job: the layout, its size and its shop.
        loaded: the data, to name places in it.
        event: what the masters show.
        wish: which editions are wanted.
        stamp: what all print editions of the run share.

    Raises:
        InputError: the layout is wrong, or a text does not fit its slot.
    """
    records = [{name: getattr(badge, name) for name in FIELDS} for badge in made]
    found = variants(records, job.layout.manifest.series.vary, f"{layout_file(job)}/layout.yaml")
    masters = _masters(found, job, event, wish, stamp)
    which = {number: at for at, each in enumerate(found) for number in each.records}
    listed = [
        Record(which[number], badge.lang or "", _said(record))
        for number, (badge, record) in enumerate(zip(made, records, strict=True))
    ]
    series = stamped(masters, listed, job, stamp, wish.progress)
    places = Places(loaded)
    wrong = [
        places.said_of(made[number], problem)
        for number, problem in _misfits(series, masters, layout_file(job), job)
    ]
    if wrong:
        raise InputError(in_order(wrong))
    report = fit_report(_sizes(made, series, masters))
    return Finished(
        job.name,
        len(series.codes),
        series.editions,
        series.codes,
        tuple(small_names(report, places)),
    )


def _masters(found: Sequence[Variant], job: Job, event: Event, wish: Wish, stamp: Stamp) -> Masters:
    """Set and finish the masters of all variants."""
    prepared, file = prepare(job, event), layout_file(job)
    pages = typeset(prepared, Day(event, prepared.desk), [each.record for each in found])
    manifest = job.layout.manifest
    problems = check_pages(pages, manifest, file, len(found))
    problems += check_keep_outs(pages, job.spec, job.grid, file)
    problems += check_mode(pages, manifest, file)
    if problems:
        raise InputError(problems)
    template = job.layout.folder / f"{manifest.parts[0]}.html.j2"
    places = slots(pages, f"{file}/{template.name}", template.read_text("utf-8"))
    problems = check_fields(places, FIELDS, f"{file}/{template.name}")
    if problems:
        raise InputError(problems)
    plain = pages.pdf(tagged=False, name=file)
    writers = {
        Edition.PRINT: lambda: printed_piece(plain, job, stamp),
        Edition.SCREEN: lambda: editions.proof(plain, job.grid),
    }
    return Masters(tuple(places), {each: writers[each]() for each in wish.editions})


def typeset(prepared: Prepared, day: Day, records: Sequence[object]) -> Pages:
    """Return the pages of some badges, or of masters."""
    part = prepared.layout.manifest.parts[0]
    variables = {"workshop": prepared.event.workshop, "badges": records, "day": day}
    return prepared.typeset(part, prepared.compose(part, variables))


def _said(record: Mapping[str, object]) -> dict[str, str]:
    return {name: typographic(str(value)) for name, value in record.items() if value}


def _misfits(
    series: Series, masters: Masters, file: str, job: Job
) -> Iterator[tuple[int, Problem]]:
    """Yield what did not fit, with the number of its record."""
    sides = job.layout.manifest.pages or 1
    boxes = {slot.name: slot for slot in masters.slots}
    for number, texts in enumerate(series.fitted):
        for name, fitted in texts:
            slot = boxes[name]
            page = number * sides + (slot.page - 1) % sides + 1
            place = {"file": file, "page": page, "box": slot.box}
            if fitted.missing:
                message = f"no font has “{fitted.missing}” of “{fitted.text}”"
                yield number, error("glyph", message, _NO_FONT, **place)
            elif fitted.excess > 0:
                message = f"“{fitted.text}” is {fitted.excess:.1f} pt too large for “{name}”"
                yield number, error("overflow", message, _SHORTEN, **place)


def _sizes(made: Sequence[Badge], series: Series, masters: Masters) -> Iterator[Size]:
    wished = {slot.name: slot.wished for slot in masters.slots if slot.wished}
    for badge, texts in zip(made, series.fitted, strict=True):
        for name, fitted in texts:
            if name in wished:
                yield Size(badge, round(fitted.size, 3), wished[name])
