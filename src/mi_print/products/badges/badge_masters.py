"""The masters of badges: each variant of the layout, typeset once."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from mi_print.event.model import Event
from mi_print.layout.slots.variants import Variant
from mi_print.layout.typeset.typesetter import TypesetPages
from mi_print.products.badges.badge_label import BadgeLabelSetter
from mi_print.products.data_places import DataPlaces
from mi_print.products.edition.composer import Composer, composer_of
from mi_print.products.edition.printing import PrintSetup
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Edition
from mi_print.products.schedule.agenda import AgendaDay
from mi_print.products.variable_data.masters import masters
from mi_print.products.variable_data.stamp_series import MasterSet


def badge_masters(  # noqa: PLR0913, PLR0917 - what a maker of badges is given, and of what
    found: Sequence[Variant],
    fields: Sequence[str],
    job: Job,
    event: Event,
    wanted: Sequence[Edition],
    setup: PrintSetup,
    places: DataPlaces,
) -> tuple[MasterSet, frozenset[Path]]:
    """Set and finish the masters; return them, and the files that were read for them.

    Raises:
        RecordsError: the masters of some variants don't fit.
        InputError: the layout is wrong.
    """
    composer = composer_of(job, event)

    def designs(some: Sequence[Variant]) -> TypesetPages:
        return typeset(composer, [variant.record for variant in some])

    pages = designs(found)
    made = masters(
        pages,
        found,
        fields,
        typeset=designs,
        job=job,
        wanted=wanted,
        setup=setup,
        places=places,
    )
    return replace(made, problems=tuple(composer.notes)), composer.typesetter.read


def typeset(composer: Composer, records: Sequence[object]) -> TypesetPages:
    """Return the pages of some badges, or of masters."""
    return composer.pages(variables(composer, records))


def variables(composer: Composer, records: Sequence[object]) -> dict[str, object]:
    """Return the variables of the template of badges, or of masters."""
    event = composer.event
    day = AgendaDay(event, composer.context, composer.notes)
    label = BadgeLabelSetter(event.workshop, composer.context, composer.notes)
    return {
        "workshop": event.workshop,
        "badges": records,
        "sides": composer.job.sides,
        "day": {"set": day.set},
        "label": {"set": label.set},
    }
