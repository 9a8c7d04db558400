"""The masters of a series: checked, their slots read, written for each edition."""

from collections.abc import Callable, Sequence

from mi_print.errors import InputError
from mi_print.layout.checks.overset import check_count, check_slots
from mi_print.layout.checks.page_checks import check_pages
from mi_print.layout.package import find
from mi_print.layout.slots.neighbours import check_codes, neighboured
from mi_print.layout.slots.read_slots import check_fields, check_mode, slots
from mi_print.layout.slots.variants import Variant
from mi_print.layout.typeset.contents import PageContents
from mi_print.layout.typeset.read_back import read_back
from mi_print.layout.typeset.typesetter import TypesetPages
from mi_print.press import screen_edition
from mi_print.products.data_places import DataPlaces
from mi_print.products.edition.left_out import RecordsError, alone
from mi_print.products.edition.printing import PrintSetup, printed_masters
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Edition
from mi_print.products.variable_data.stamp_series import MasterSet


def masters(  # noqa: PLR0913 - what the makers of badges and signs both have
    pages: TypesetPages,
    found: Sequence[Variant],
    fields: Sequence[str],
    *,
    typeset: Callable[[Sequence[Variant]], TypesetPages],
    job: Job,
    wanted: Sequence[Edition],
    setup: PrintSetup,
    places: DataPlaces,
) -> MasterSet:
    """Return typeset masters, checked and written.

    Args:
        pages: of all masters, variant by variant.
        found: the variants.
        fields: what a record has, and so a slot may be called.
        typeset: sets the masters of some variants.
        job: the layout, its size and its shop.
        wanted: the editions.
        setup: what all print editions of the run share.
        places: where the data stands that the masters show.

    Raises:
        RecordsError: the masters of some variants don't fit; it names their records.
        InputError: none fits, or a slot asks for what there is not.
    """
    try:
        contents = _check(pages, job, len(found), places)
    except InputError:
        wrong = alone(found, lambda some: _check(typeset(some), job, len(some), places))
        if len(wrong) in {0, len(found)}:
            raise
        of_records = {record: wrong[at] for at in wrong for record in found[at].records}
        raise RecordsError(of_records, last=False) from None
    template = job.layout.folder / f"{job.layout.manifest.parts[0]}.html.j2"
    name = job.template_file
    fillable = slots(pages, name, find.text_of(template, job.project))
    fillable = neighboured(fillable, contents)
    problems = check_fields(fillable, fields, name)
    problems += [*check_slots(fillable, job.spec, job.grid, name), *check_codes(fillable, name)]
    if problems:
        raise InputError(problems)
    plain = pages.pdf(tagged=False, name=job.layout_file) if wanted else b""
    records = sum(len(variant.records) for variant in found)
    writers = {
        Edition.PRINT: lambda: printed_masters(
            plain, job, setup, records, {place.colour for place in fillable}
        ),
        Edition.SCREEN: lambda: screen_edition.screen_proof(plain, job.grid),
    }
    editions = {each: writers[each]() for each in wanted}
    return MasterSet(tuple(fillable), len(found), editions, contents.codes)


def _check(pages: TypesetPages, job: Job, variants: int, places: DataPlaces) -> PageContents:
    file, manifest, contents = job.layout_file, job.layout.manifest, read_back(pages)
    problems = check_count(len(pages), job.pages, file, variants, job.pages_hint)
    problems += check_mode(pages, manifest, job.manifest_file)
    faults = check_pages(contents, job.spec, job.grid, places.texts)
    problems += places.problems(faults, file)
    if problems:
        raise InputError(problems)
    return contents
