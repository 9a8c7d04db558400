"""The masters of badges: each variant of the layout, typeset once."""

from collections.abc import Sequence
from pathlib import Path

from mi_print.event.model import Event
from mi_print.layout.typeset import Pages
from mi_print.layout.variants import Variant
from mi_print.products.agenda import Day
from mi_print.products.job import Job
from mi_print.products.masters import masters
from mi_print.products.prepared import Prepared, prepare
from mi_print.products.printing import Stamp
from mi_print.products.stamped import Masters
from mi_print.products.wish import Edition


def set_masters(  # noqa: PLR0913, PLR0917 - what a maker of badges is given, and of what
    found: Sequence[Variant],
    fields: Sequence[str],
    job: Job,
    event: Event,
    wanted: Sequence[Edition],
    stamp: Stamp,
) -> tuple[Masters, frozenset[Path]]:
    """Set and finish the masters; return them, and the files that were read for them.

    Raises:
        InputError: the layout is wrong.
    """
    prepared = prepare(job, event)
    pages = typeset(prepared, Day(event, prepared.desk), [each.record for each in found])
    made = masters(pages, found, fields, job=job, wanted=wanted, stamp=stamp)
    return made, prepared.typesetter.read


def typeset(prepared: Prepared, day: Day, records: Sequence[object]) -> Pages:
    """Return the pages of some badges, or of masters."""
    part = prepared.layout.manifest.parts[0]
    variables = {"workshop": prepared.event.workshop, "badges": records, "day": {"set": day.set}}
    return prepared.typeset(part, prepared.compose(part, variables))
