"""Makes one order of a product: from the event to its editions on the disk.

A product is typeset once, checked, and only then written, each edition from
the same pages.  Nothing is put in place if anything is wrong with it; a print
edition that preflight rejects is written under another name.  A run that only
checks goes the same way, and puts nothing in place.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from mi_print.errors import UsageError
from mi_print.event.load import Loaded
from mi_print.event.model import Event
from mi_print.preflight.check import Begun, begin
from mi_print.problem import Problem
from mi_print.products.badges import make_badges
from mi_print.products.data_places import DataPlaces
from mi_print.products.edition.artifact import Artifact, ArtifactSheets, MadeFiles
from mi_print.products.edition.left_out import LeftOut
from mi_print.products.edition.preflight_gate import (
    preflight_verdict,
    rejected,
    verdict_on_sheets,
)
from mi_print.products.edition.printing import PrintSetup, check_profile, print_setup
from mi_print.products.edition.within_limits import Progress, within_limits
from mi_print.products.imposition.impose_apart import impose_apart
from mi_print.products.imposition.impose_request import ImposedFile
from mi_print.products.orders.job import Job
from mi_print.products.orders.product_jobs import jobs
from mi_print.products.orders.request import Edition, Purpose, Request
from mi_print.products.orders.sign_kinds import SIGNAGE
from mi_print.products.output import COPYFIT_PAGE, EDITION, check_free, drop_editions, put_in_place

CopyfitPage = Callable[[Artifact], str]
"""Makes the report on copyfitting, as HTML."""


@dataclass(frozen=True, slots=True)
class RunProgress:
    """What is called while a product is made, each with how many are done, and of how many.

    Attributes:
        made: of the records.
        checked: of the pages of a long print edition that preflight has read.
    """

    made: Callable[[int, int], None] = lambda _done, _of: None
    checked: Callable[[int, int], None] = lambda _done, _of: None


_UNREPORTED = RunProgress()


@dataclass(frozen=True, slots=True)
class RunResult:
    """A product as it was made.

    Attributes:
        artifacts: its files, written.
        problems: all warnings, and what preflight says.
        left_out: what could not be made, and is not in the files.
        passed_over: in a line, of which files the data has nothing.
    """

    artifacts: list[Artifact]
    problems: list[Problem]
    left_out: list[LeftOut]
    passed_over: str = ""


def run(  # noqa: PLR0913 - what is wanted, of what, who watches and what has begun
    product: str,
    project: Path,
    loaded: Loaded,
    event: Event,
    request: Request,
    *,
    copyfit_page: CopyfitPage,
    progress: RunProgress = _UNREPORTED,
    begin: Callable[[], Begun] = begin,
) -> RunResult:
    """Make a product's files and write them.

    For a check nothing is written, and what can be seen without it is refused all the same.

    Args:
        product: which one.
        project: its folder.
        loaded: the data, with the places where it stands.
        event: the data.
        request: what was asked for.
        copyfit_page: makes the report on copyfitting, if one is wanted.
        progress: what is called while it is made.
        begin: starts a preflight in a process of its own.

    Raises:
        MiPrintError: something is wrong with what was asked for, the data or
            the layout; nothing was written then.
    """
    report = request.badges.report
    if report:
        check_free({report: COPYFIT_PAGE})
    found = jobs(product, project, loaded, request)
    setup = print_setup(project, event, request.date)
    unplaced = artifacts(found, loaded, event, request, setup, progress)
    date = setup.identity.date
    made = [_placed(artifact, request, date, progress, begin) for artifact in unplaced.artifacts]
    files = {path: each.editions[edition] for each in made for edition, path in each.paths.items()}
    sheets = [each.sheets for each in made if each.sheets]
    files |= {each.path: each.imposed.data for each in sheets}
    if report in files:
        raise UsageError(f"{report} is a product of this run", "choose another name for --report")
    if report:
        badges, *_ = made
        files[report] = copyfit_page(badges).encode("utf-8", "backslashreplace")
    if request.purpose is Purpose.MAKE:
        put_in_place(files)
    else:
        check_free(dict.fromkeys(files, EDITION))
    judged = [(each, each.verdict) for each in made if each.verdict]
    in_place = [each.paths[Edition.PRINT] for each, verdict in judged if not verdict.rejected]
    in_place += [each.path for each in sheets if not each.verdict.rejected]
    if request.purpose is Purpose.MAKE:
        drop_editions([rejected(path) for path in in_place])
    warnings = [problem for artifact in made for problem in artifact.problems]
    problems = warnings + [problem for _, verdict in judged for problem in verdict.problems]
    for each in sheets:
        problems += [*each.imposed.problems, *each.verdict.problems]
    return RunResult(made, problems, unplaced.all_left_out, unplaced.passed_over)


def _placed(
    artifact: Artifact,
    request: Request,
    date: datetime,
    progress: RunProgress,
    begin: Callable[[], Begun],
) -> Artifact:
    """Return a file with its paths and the verdict on its print edition."""
    paths = places(artifact, request)
    if Edition.PRINT not in paths:
        return replace(artifact, paths=paths)
    place, imposed = paths[Edition.PRINT], None
    with preflight_verdict(
        artifact, place, force=request.force, begin=begin, checked=progress.checked
    ) as verdict_of:
        artifact.editions.get(Edition.SCREEN)  # is written while preflight reads, as sheets are
        imposed = _imposed(artifact, place, date)
        verdict = verdict_of()
    if verdict.rejected:
        paths[Edition.PRINT] = rejected(place)
    artifact = replace(artifact, paths=paths, verdict=verdict)
    if imposed is None or verdict.rejected:
        return artifact
    judged = verdict_on_sheets(
        imposed, artifact, force=request.force, begin=begin, checked=progress.checked
    )
    path = rejected(imposed.path) if judged.rejected else imposed.path
    return replace(artifact, sheets=ArtifactSheets(imposed, path, judged))


def _imposed(artifact: Artifact, place: Path, date: datetime) -> ImposedFile | None:
    """Return a print edition on the sheets that are ordered."""
    job = artifact.job
    if job.sheets is None:
        return None
    wanted = replace(job.sheets, file=place)
    (imposed,) = impose_apart(wanted, artifact.editions[Edition.PRINT], job.project, date)
    return imposed


def places(artifact: Artifact, request: Request) -> dict[Edition, Path]:
    """Return where the editions of a file go if nothing is wrong with them."""
    return {each: request.out / each / f"{artifact.name}.pdf" for each in request.editions}


def artifacts(  # noqa: PLR0913, PLR0917 - as `run`, and what print editions share
    found: Sequence[Job],
    loaded: Loaded,
    event: Event,
    request: Request,
    setup: PrintSetup,
    progress: RunProgress = _UNREPORTED,
) -> MadeFiles:
    """Return the files of jobs of one product, none of them written, and what is in no file.

    Raises:
        MiPrintError: something is wrong with what was asked for, the data or the layout.
    """
    if not found:
        return MadeFiles(())
    if Edition.PRINT in request.editions:
        for job in found:
            check_profile(job)
    product = found[0].product
    known = DataPlaces.of(loaded)
    if product == SIGNAGE:
        from mi_print.products.signage import make_signage  # noqa: PLC0415 - the typesetter

        return make_signage.make(found, event, request, setup, known)
    if product == "badges":
        make = partial(make_badges.make, loaded=loaded, request=request, setup=setup)
    else:
        make = partial(_typeset, request=request, setup=setup, known=known)
    short = request.purpose is Purpose.LAY_OUT
    limited = partial(within_limits, progress=progress.made, short=short)
    return MadeFiles([limited(job, event, partial(_of_event, make, job)) for job in found])


def _of_event(
    make: Callable[..., Artifact], job: Job, event: Event, progress: Progress
) -> Artifact:
    """Return a job's file of an event, or of a part of it."""
    return make(job, progress, event=event)


def _typeset(
    job: Job,
    _progress: Progress,
    *,
    event: Event,
    request: Request,
    setup: PrintSetup,
    known: DataPlaces,
) -> Artifact:
    """Return the flyer or the booklet."""
    from mi_print.products.booklet import longest_chapters, make_booklet  # noqa: PLC0415 - the typesetter
    from mi_print.products.edition.composer import composer_of  # noqa: PLC0415 - the same
    from mi_print.products.edition.finish import finish  # noqa: PLC0415 - the same
    from mi_print.products.flyer import make_flyer  # noqa: PLC0415 - the typesetter

    pages = {"cfp": make_flyer.pages, "program": make_booklet.pages}[job.product]
    composer = composer_of(job, event, known)
    if request.purpose is Purpose.LAY_OUT and job.product == "program":
        made = longest_chapters.lay_out(composer)
    else:
        made = finish(pages(composer), job, request.written, setup, known)
    return replace(made, problems=(*composer.notes, *made.problems))
