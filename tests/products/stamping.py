"""Badges that are stamped without the command line."""

from collections.abc import Sequence
from pathlib import Path

from mi_print.event.badges import Badge
from mi_print.event.load import Loaded
from mi_print.event.model import Event
from mi_print.layout.copyfit.fit import FittedText
from mi_print.layout.slots.slot import Slot
from mi_print.products.badges.batch import Batch
from mi_print.products.badges.stamped_badges import series_of
from mi_print.products.edition.printing import print_setup
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Edition, Request
from mi_print.products.variable_data.stamp_series import StampedSeries


def stamped_series(
    some: Sequence[Badge], job: Job, event: Event, editions: tuple[Edition, ...] = tuple(Edition)
) -> StampedSeries:
    """Return stamped badges, with the outcome of every text."""
    loaded, request = Loaded(event, []), Request(Path("nowhere"), editions)
    setup = print_setup(job.project, event, None)
    batch = Batch(tuple(some), job, loaded, event, request, setup, lambda *_: None)
    return series_of(batch, everything)


def everything(_slot: Slot, _fitted: FittedText) -> bool:
    """Return that every text is reported; other processes find this by its name."""
    return True
