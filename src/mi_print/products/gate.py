"""The gate: no print edition goes in place before preflight has let it through.

Preflight reads the file's bytes as a print shop would.  What only we know, it
is told: the size that was ordered, and what the QR codes must say.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from mi_print.layout.keep_outs import SAFE
from mi_print.preflight.check import begin, reported
from mi_print.preflight.expected import Expected
from mi_print.preflight.inspection import Asked, Report
from mi_print.problem import Problem, errors_of, shown_path, warning
from mi_print.products.finished import Finished
from mi_print.products.job import Job
from mi_print.products.wish import Edition, Wish

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
def judged(job: Job, finished: Finished, path: Path, wish: Wish) -> Iterator[Callable[[], Verdict]]:
    """Begin to read a file's print edition; give what waits for preflight's verdict on it.

    Args:
        job: for which shop, and in which size.
        finished: the file.
        path: where it goes if nothing is wrong with it.
        wish: whether to let it pass with errors, and say so; what begins; who watches.
    """
    expected = Expected(
        trim=(job.grid.width, job.grid.height),
        bound=job.layout.manifest.bound,
        codes=finished.codes,
    )
    data, ink = finished.editions[Edition.PRINT], _ink(finished, job)
    begun = (wish.begin or begin)()
    try:
        begun.tell(Asked(data, job.shop, expected, sample=MOST_DRAWN, ink=ink))
        yield lambda: _verdict(reported(begun, "", wish.checked), job, finished, path, wish)
    finally:
        begun.stop()


def _verdict(report: Report, job: Job, finished: Finished, path: Path, wish: Wish) -> Verdict:
    proof, ink = finished.proof, _ink(finished, job)
    told = {problem.page for problem in report.problems if problem.rule == SAFE}
    problems = [*report.problems, *(each for each in finished.unsafe if each.page not in told)]
    if proof and ink and not problems and report.looked_at == report.pages:
        proof.give()
    wrong = bool(errors_of(problems))
    kept = rejected(path) if wrong and not wish.force else path
    file = shown_path(kept, job.project)
    problems = [replace(problem, file=file) for problem in problems]
    if wrong and wish.force:
        message = "this is put in place with errors, by --force"
        problems.append(warning("forced", message, _FORCED, file=file))
    return Verdict(tuple(problems), wrong and not wish.force, report.looked_at, ink)


def _ink(finished: Finished, job: Job) -> bool:
    """Return whether the ink is to be measured, and not known from an earlier run."""
    return not (finished.proof and job.shop.colour and finished.proof.given)


def rejected(path: Path) -> Path:
    """Return where a print edition is kept that has errors."""
    return path.with_name(f"{path.stem}.rejected.pdf")
