"""The gate: no print edition goes in place before preflight has let it through.

Preflight reads the file's bytes as a print shop would.  What only we know, it
is told: the size that was ordered, and what the QR codes must say.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from mi_print.layout.checks.keep_outs import SAFE
from mi_print.preflight.check import begin, reported
from mi_print.preflight.expected import Expected
from mi_print.preflight.report import InspectionRequest, PreflightReport
from mi_print.problem import Problem, errors_of, shown_path, warning
from mi_print.products.edition.artifact import Artifact
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Edition, Request

MOST_DRAWN = 48
"""Pages of a file that are looked at as pictures; of a longer one so many, evenly spread."""

_FORCED = "take --force away, and mend what is wrong, before it goes to a shop"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What preflight says of a print edition, and whether it is kept out of its place."""

    problems: tuple[Problem, ...]
    rejected: bool
    looked_at: int
    """Pages that were looked at as pictures."""
    measured: bool = True
    """Whether the ink of those pages was measured, and not that of their masters before."""


@contextmanager
def preflight_verdict(
    job: Job, artifact: Artifact, path: Path, request: Request
) -> Iterator[Callable[[], Verdict]]:
    """Begin to read a file's print edition; give what waits for preflight's verdict on it.

    Args:
        job: for which shop, and in which size.
        artifact: the file.
        path: where it goes if nothing is wrong with it.
        request: whether to let it pass with errors, and say so; what begins; who watches.
    """
    expected = Expected(
        trim=(job.grid.width, job.grid.height),
        bound=job.layout.manifest.bound,
        codes=artifact.codes,
    )
    data, ink = artifact.editions[Edition.PRINT], _ink(artifact, job)
    begun = (request.begin or begin)()
    try:
        begun.send(InspectionRequest(data, job.shop, expected, sample=MOST_DRAWN, ink=ink))
        yield lambda: _verdict(reported(begun, "", request.checked), job, artifact, path, request)
    finally:
        begun.stop()


def _verdict(
    report: PreflightReport, job: Job, artifact: Artifact, path: Path, request: Request
) -> Verdict:
    ink_measurement, ink = artifact.ink_measurement, _ink(artifact, job)
    told = {problem.page for problem in report.problems if problem.rule == SAFE}
    problems = [*report.problems, *(each for each in artifact.unsafe if each.page not in told)]
    if ink_measurement and ink and not problems and report.looked_at == report.pages:
        ink_measurement.give()
    wrong = bool(errors_of(problems))
    kept = rejected(path) if wrong and not request.force else path
    file = shown_path(kept, job.project)
    problems = [replace(problem, file=file) for problem in problems]
    if wrong and request.force:
        message = "this is put in place with errors, by --force"
        problems.append(warning("forced", message, _FORCED, file=file))
    return Verdict(tuple(problems), wrong and not request.force, report.looked_at, ink)


def _ink(artifact: Artifact, job: Job) -> bool:
    """Return whether the ink is to be measured, and not known from an earlier run."""
    return not (artifact.ink_measurement and job.shop.colour and artifact.ink_measurement.given)


def rejected(path: Path) -> Path:
    """Return where a print edition is kept that has errors."""
    return path.with_name(f"{path.stem}.rejected.pdf")
