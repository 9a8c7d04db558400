"""Makes one product: from the event to its editions on the disk.

A product is typeset once, checked, and only then written, each edition from
the same pages.  Nothing is put in place if anything is wrong with it; a print
edition that preflight rejects is kept under another name.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mi_print.event.load import Loaded
from mi_print.event.model import Event
from mi_print.problem import Problem
from mi_print.products import badges
from mi_print.products.finished import Finished
from mi_print.products.gate import Verdict, judged, rejected
from mi_print.products.job import Job
from mi_print.products.kinds import SIGNAGE
from mi_print.products.orders import jobs
from mi_print.products.output import drop, write_whole
from mi_print.products.printing import Stamp, check_profile, stamp
from mi_print.products.wish import Edition, Wish

Maker = Callable[[Job, Loaded, Event, Wish, Stamp], list[Finished]]
"""Makes a product's files, without writing any."""


@dataclass(frozen=True, slots=True)
class Made:
    """One file that was written; `bleed` is in points, 0 on screen.

    `verdict` is preflight's, of a print edition.
    """

    path: Path
    pages: int
    size: str
    bleed: float
    verdict: Verdict | None = None


def run(
    product: str, project: Path, loaded: Loaded, event: Event, wish: Wish
) -> tuple[list[Made], list[Problem]]:
    """Make a product's editions; return what was written, and what is to be said of it.

    Raises:
        MiPrintError: something is wrong with what was asked for, the data or
            the layout; nothing was written then.
    """
    finished = _finished(product, project, loaded, event, wish)
    made, data = [], {}
    for job, each in finished:
        for file, edition in _placed(job, each, wish):
            made.append(file)
            data[file.path] = each.editions[edition]
        if wish.badges.report:
            from mi_print.products.fit_page import fit_page  # noqa: PLC0415 - draws

            data[wish.badges.report] = fit_page(each, job).encode()
    write_whole(data)
    drop([rejected(file.path) for file in made if file.verdict and not file.verdict.rejected])
    judged = [problem for file in made if file.verdict for problem in file.verdict.problems]
    return made, [problem for _, each in finished for problem in each.problems] + judged


def _placed(job: Job, each: Finished, wish: Wish) -> Iterator[tuple[Made, Edition]]:
    """Yield where a file's editions go: a print edition with errors beside where it would go."""
    for edition in wish.editions:
        path = wish.out / edition / f"{each.name}.pdf"
        if edition is Edition.SCREEN:
            yield Made(path, each.pages, job.size, 0), edition
            continue
        with judged(job, each, path, wish) as verdict_of:
            each.editions.get(Edition.SCREEN)  # is written while preflight reads
            verdict = verdict_of()
        path = rejected(path) if verdict.rejected else path
        yield Made(path, each.pages, job.size, job.shop.bleed, verdict), edition


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
        from mi_print.products import signage  # noqa: PLC0415 - the typesetter

        return signage.make(found, event, wish, stamped)
    make = _maker(product)
    return [(job, each) for job in found for each in make(job, loaded, event, wish, stamped)]


def _maker(product: str) -> Maker:
    """Return the maker of a product; what it needs is read only now."""
    if product == "badges":
        return badges.make
    from mi_print.products import cfp, program  # noqa: PLC0415 - the typesetter
    from mi_print.products.finishing import finish  # noqa: PLC0415 - the same
    from mi_print.products.prepared import prepare  # noqa: PLC0415 - the same

    pages = {"cfp": cfp.pages, "program": program.pages}[product]

    def make(job: Job, _: Loaded, event: Event, wish: Wish, stamped: Stamp) -> list[Finished]:
        return [finish(pages(prepare(job, event)), job, wish, stamped)]

    return make
