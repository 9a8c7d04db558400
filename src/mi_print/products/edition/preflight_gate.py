"""Preflight of print editions: one with errors is not put in place.

Preflight reads the file's bytes as a print shop would.  It is given besides
what the file can't say: the size that was ordered, and what its QR codes say.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from mi_print.layout.checks.keep_outs import SAFE
from mi_print.preflight.check import Begun, reported
from mi_print.preflight.expected import Expected
from mi_print.preflight.report import NOT_MEASURED, InspectionRequest, PreflightReport
from mi_print.problem import Problem, errors_of, shown_path, warning
from mi_print.products.edition.artifact import Artifact, Verdict
from mi_print.products.imposition.impose_request import ImposedFile
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Edition

MOST_DRAWN = 48
"""Pages of a file that are looked at as pictures; of a longer one so many, evenly spread."""
MOST_READ = 100
"""Sides of sheets whose operators are read; their pages' were, all of them."""
_FEWEST = 4  # sheets: fronts and backs

_FORCED = "take --force away, and mend what is wrong, before it goes to a shop"


@contextmanager
def preflight_verdict(
    artifact: Artifact,
    path: Path,
    *,
    force: bool,
    begin: Callable[[], Begun],
    checked: Callable[[int, int], None],
) -> Iterator[Callable[[], Verdict]]:
    """Start preflight of a file's print edition; give what waits for its verdict.

    Args:
        artifact: the file.
        path: where it goes if nothing is wrong with it.
        force: whether it goes there with errors too, and a warning says so.
        begin: starts preflight in a process of its own.
        checked: called with how many pages have been read, and of how many.
    """
    job = artifact.job
    expected = Expected(trim=artifact.trim, bound=job.layout.manifest.bound, codes=artifact.codes)
    data, ink = artifact.editions[Edition.PRINT], _ink(artifact)
    begun = begin()
    try:
        begun.send(InspectionRequest(data, job.shop.wishes, expected, sample=MOST_DRAWN, ink=ink))
        yield lambda: _verdict(
            reported(begun, "", checked, sound=True), artifact, path, force=force
        )
    finally:
        begun.stop()


def verdict_on_sheets(
    imposed: ImposedFile,
    artifact: Artifact,
    *,
    force: bool,
    begin: Callable[[], Begun],
    checked: Callable[[int, int], None],
) -> Verdict:
    """Return preflight's verdict on sheets; the ink on them is that of their pages.

    Cards that reach the edge of their sheet have no bleed there; that of the pages is held
    against them.

    The arguments are as before; the pages are the artifact's.
    """
    codes = tuple(
        frozenset(code for page in side for code in artifact.codes[page]) for side in imposed.sides
    )
    expected = Expected(trim=imposed.trim, codes=codes)
    sample = max(_FEWEST, MOST_DRAWN // (imposed.cells[0] * imposed.cells[1]))
    shop = artifact.job.shop.wishes
    shop = replace(shop, bleed=min(shop.bleed, imposed.margin))
    begun = begin()
    try:
        begun.send(
            InspectionRequest(
                imposed.data,
                shop,
                expected,
                sample=sample,
                ink=False,
                read=MOST_READ,
            )
        )
        report = reported(begun, "", checked, sound=True)
    finally:
        begun.stop()
    return _judged(report, report.problems, artifact.job, imposed.path, force=force)


def _verdict(report: PreflightReport, artifact: Artifact, path: Path, *, force: bool) -> Verdict:
    ink_measurement, ink = artifact.ink_measurement, _ink(artifact)
    named = {problem.page for problem in report.problems if problem.rule == SAFE}
    unsafe = (problem for problem in artifact.unsafe if problem.page not in named)
    problems = [*report.problems, *unsafe]
    if ink_measurement and ink and not problems and report.looked_at == report.pages:
        ink_measurement.note()
    return _judged(report, problems, artifact.job, path, force=force, ink=ink)


def _judged(  # noqa: PLR0913 - a report, and what it is of
    report: PreflightReport,
    problems: Sequence[Problem],
    job: Job,
    path: Path,
    *,
    force: bool,
    ink: bool = True,
) -> Verdict:
    wrong = bool(errors_of(problems))
    file = shown_path(rejected(path) if wrong and not force else path, job.project)
    problems = [each if each == NOT_MEASURED else replace(each, file=file) for each in problems]
    if wrong and force:
        message = "this is put in place with errors, by --force"
        problems.append(warning("forced", message, _FORCED, file=file))
    return Verdict(tuple(problems), wrong and not force, report.looked_at, ink)


def _ink(artifact: Artifact) -> bool:
    """Return whether the ink is to be measured, and not known from an earlier run."""
    known = artifact.ink_measurement and artifact.job.shop.colour and artifact.ink_measurement.noted
    return not known


def rejected(path: Path) -> Path:
    """Return where a print edition is written that has errors."""
    return path.with_name(f"{path.stem}.rejected.pdf")
