"""The masters of a series: checked, their slots read, written for each edition."""

from collections.abc import Callable, Sequence

from mi_print.errors import InputError
from mi_print.layout.checks.overset import check_keep_outs, check_pages, check_slots
from mi_print.layout.package import find
from mi_print.layout.slots.read_slots import check_fields, slots
from mi_print.layout.slots.variants import Variant
from mi_print.layout.typeset.typesetter import TypesetPages
from mi_print.press import screen_edition
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

    Raises:
        RecordsError: the masters of some variants don't fit; it names their records.
        InputError: none fits, or a slot asks for what there is not.
    """
    try:
        _check(pages, job, len(found))
    except InputError:
        wrong = alone(found, lambda some: _check(typeset(some), job, len(some)))
        if len(wrong) in {0, len(found)}:
            raise
        of_records = {record: wrong[at] for at in wrong for record in found[at].records}
        raise RecordsError(of_records, last=False) from None
    template = job.layout.folder / f"{job.layout.manifest.parts[0]}.html.j2"
    name = job.template_file
    places = slots(pages, name, find.text_of(template, job.project))
    problems = check_fields(places, fields, name)
    problems += check_slots(places, job.spec, job.grid, name)
    if problems:
        raise InputError(problems)
    plain = pages.pdf(tagged=False, name=job.layout_file) if wanted else b""
    records = sum(len(variant.records) for variant in found)
    writers = {
        Edition.PRINT: lambda: printed_masters(
            plain, job, setup, records, {place.colour for place in places}
        ),
        Edition.SCREEN: lambda: screen_edition.screen_proof(plain, job.grid),
    }
    return MasterSet(tuple(places), len(found), {each: writers[each]() for each in wanted})


def _check(pages: TypesetPages, job: Job, variants: int) -> None:
    problems = check_pages(pages, job.layout.manifest, job.layout_file, variants)
    problems += check_keep_outs(pages, job.spec, job.grid, job.layout_file)
    if problems:
        raise InputError(problems)
