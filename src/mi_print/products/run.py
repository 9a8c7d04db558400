"""Makes one product: from the event to its editions on the disk.

A product is typeset once, checked, and only then written, each edition from
the same pages.  Nothing is put in place if anything is wrong with it; a print
edition that preflight rejects is kept under another name.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mi_print.errors import UsageError
from mi_print.event.load import Loaded
from mi_print.event.model import Event
from mi_print.problem import Problem
from mi_print.products.badges import make_badges
from mi_print.products.edition.artifact import Artifact
from mi_print.products.edition.preflight_gate import Verdict, preflight_verdict, rejected
from mi_print.products.edition.printing import PrintSetup, check_profile, print_setup
from mi_print.products.orders.job import Job
from mi_print.products.orders.product_jobs import jobs
from mi_print.products.orders.request import Edition, Request
from mi_print.products.orders.sign_kinds import SIGNAGE
from mi_print.products.output import COPYFIT_PAGE, check_free, drop_editions, put_in_place

Maker = Callable[[Job, Loaded, Event, Request, PrintSetup], list[Artifact]]
"""Makes a product's files, without writing any."""

CopyfitPage = Callable[[Artifact, Job], str]
"""Makes the report on copyfitting, as HTML."""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One file that was written; `bleed` is in points, 0 on screen.

    `verdict` is preflight's, of a print edition.
    """

    path: Path
    pages: int
    size: str
    bleed: float
    verdict: Verdict | None = None


def run(  # noqa: PLR0913, PLR0917 - what a run is made of
    product: str,
    project: Path,
    loaded: Loaded,
    event: Event,
    request: Request,
    copyfit_page: CopyfitPage,
) -> tuple[list[WrittenFile], list[Problem]]:
    """Make a product's editions; return what was written, and what is to be said of it.

    Raises:
        MiPrintError: something is wrong with what was asked for, the data or
            the layout; nothing was written then.
    """
    report = request.badges.report
    if report:
        check_free({report: COPYFIT_PAGE})
    artifact = _finished(product, project, loaded, event, request)
    made, data = [], {}
    for job, each in artifact:
        for file, edition in _placed(job, each, request):
            made.append(file)
            data[file.path] = each.editions[edition]
        if report in data:
            raise UsageError(
                f"{report} is a product of this run", "choose another name for --report"
            )
        if report:
            data[report] = copyfit_page(each, job).encode()
    put_in_place(data)
    drop_editions(
        [rejected(file.path) for file in made if file.verdict and not file.verdict.rejected]
    )
    judged = [problem for file in made if file.verdict for problem in file.verdict.problems]
    return made, [problem for _, each in artifact for problem in each.problems] + judged


def _placed(job: Job, each: Artifact, request: Request) -> Iterator[tuple[WrittenFile, Edition]]:
    """Yield where a file's editions go: a print edition with errors beside where it would go."""
    for edition in request.editions:
        path = request.out / edition / f"{each.name}.pdf"
        if edition is Edition.SCREEN:
            yield WrittenFile(path, each.pages, job.size, 0), edition
            continue
        with preflight_verdict(job, each, path, request) as verdict_of:
            each.editions.get(Edition.SCREEN)  # is written while preflight reads
            verdict = verdict_of()
        path = rejected(path) if verdict.rejected else path
        yield WrittenFile(path, each.pages, job.size, job.shop.bleed, verdict), edition


def _finished(
    product: str, project: Path, loaded: Loaded, event: Event, request: Request
) -> list[tuple[Job, Artifact]]:
    """Return a product's files with their jobs."""
    found = jobs(product, project, loaded, request)
    if Edition.PRINT in request.editions:
        for job in found:
            check_profile(job)
    stamped = print_setup(project, event, request.date)
    if product == SIGNAGE:
        from mi_print.products.signage import make_signage  # noqa: PLC0415 - the typesetter

        return make_signage.make(found, event, request, stamped)
    make = _maker(product)
    return [(job, each) for job in found for each in make(job, loaded, event, request, stamped)]


def _maker(product: str) -> Maker:
    """Return the maker of a product; what it needs is read only now."""
    if product == "badges":
        return make_badges.make
    from mi_print.products import flyer  # noqa: PLC0415 - the typesetter
    from mi_print.products.booklet import make_booklet  # noqa: PLC0415 - the typesetter
    from mi_print.products.edition.composer import composer_of  # noqa: PLC0415 - the same
    from mi_print.products.edition.finish import finish  # noqa: PLC0415 - the same

    pages = {"cfp": flyer.pages, "program": make_booklet.pages}[product]

    def make(
        job: Job, _: Loaded, event: Event, request: Request, stamped: PrintSetup
    ) -> list[Artifact]:
        return [finish(pages(composer_of(job, event)), job, request, stamped)]

    return make
