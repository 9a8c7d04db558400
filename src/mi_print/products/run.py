"""Makes one product: from the event to its editions on the disk.

A product is typeset once, checked, and only then written, each edition from
the same pages.  Nothing is put in place if anything is wrong with it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mi_print.event.load import Loaded
from mi_print.event.model import Event
from mi_print.layout.typeset import Pages
from mi_print.problem import Problem
from mi_print.products import badges, cfp, program, signage
from mi_print.products.finished import Finished, finish
from mi_print.products.job import Job
from mi_print.products.kinds import SIGNAGE
from mi_print.products.orders import jobs
from mi_print.products.output import write_whole
from mi_print.products.prepared import Prepared, prepare
from mi_print.products.printing import Stamp, check_profile, stamp
from mi_print.products.wish import Edition, Wish

Maker = Callable[[Job, Loaded, Event, Wish, Stamp], list[Finished]]
"""Makes a product's files, without writing any."""


@dataclass(frozen=True, slots=True)
class Made:
    """One file that was written; `bleed` is in points, 0 on screen."""

    path: Path
    pages: int
    size: str
    bleed: float


def run(
    product: str, project: Path, loaded: Loaded, event: Event, wish: Wish
) -> tuple[list[Made], list[Problem]]:
    """Make a product's editions; return what was written, and warnings.

    Raises:
        MiPrintError: something is wrong with what was asked for, the data or
            the layout; nothing was written then.
    """
    finished = _finished(product, project, loaded, event, wish)
    files = {
        wish.out / edition / f"{each.name}.pdf": (job, each, edition)
        for job, each in finished
        for edition in wish.editions
    }
    write_whole({path: each.editions[edition] for path, (_, each, edition) in files.items()})
    made = [
        Made(path, each.pages, job.size, job.shop.bleed if edition is Edition.PRINT else 0)
        for path, (job, each, edition) in files.items()
    ]
    return made, [problem for _, each in finished for problem in each.problems]


def _finished(
    product: str, project: Path, loaded: Loaded, event: Event, wish: Wish
) -> list[tuple[Job, Finished]]:
    """Return a product's files with their jobs."""
    found = jobs(product, project, loaded, wish)
    if Edition.PRINT in wish.editions:
        for job in found:
            check_profile(job)
    stamped = stamp(project, event, wish.date)
    if product == SIGNAGE:
        return signage.make(found, event, wish, stamped)
    make = _MAKERS[product]
    return [(job, each) for job in found for each in make(job, loaded, event, wish, stamped)]


def _in_one(pages: Callable[[Prepared], Pages]) -> Maker:
    """Return the maker of a product that is one document."""

    def make(job: Job, _: Loaded, event: Event, wish: Wish, stamped: Stamp) -> list[Finished]:
        return [finish(pages(prepare(job, event)), job, wish, stamped)]

    return make


_MAKERS: dict[str, Maker] = {
    "cfp": _in_one(cfp.pages),
    "program": _in_one(program.pages),
    "badges": badges.make,
}
