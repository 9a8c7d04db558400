"""What preflight is asked of a file, and what it says.

This imports nothing heavy: whoever waits for a report reads no file itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mi_print.preflight.expected import Expected
from mi_print.problem import Problem, errors_of, warning
from mi_print.source.wording import counted
from mi_print.trade.shop_wishes import ShopWishes

MOST_DRAWN = 1_000
"""Pages that are drawn of a file of any length; of a longer one, so many evenly spread."""

Progress = Callable[[int, int], None]
"""Told how many pages of how many are read."""

NOT_MEASURED = warning(
    "R0026",
    "ink was not measured: Ghostscript is not on this machine",
    "install the package ghostscript (its program is gs)",
)
"""It names no file: it is so of all files of a run, and is said once."""


@dataclass(frozen=True, slots=True)
class PreflightReport:
    """What preflight says of a file."""

    file: str
    pages: int
    """0 if it could not be read."""
    problems: tuple[Problem, ...]
    looked_at: int
    """Pages that the rules of pictures and plates saw; fewer than `pages` in a sample."""

    @property
    def passed(self) -> bool:
        """Whether there is no error."""
        return not errors_of(self.problems)

    @property
    def ink_measured(self) -> bool:
        """Whether the ink was measured, if the shop has a limit of it."""
        return NOT_MEASURED not in self.problems


@dataclass(frozen=True, slots=True)
class InspectionRequest:
    """A file, and how closely it is looked at.

    Attributes:
        data: the file's bytes.
        shop: whose wishes it is held against.
        expected: what was ordered.
        file: what problems call it.
        sample: look at the pictures of so many pages, evenly spread; else of all.
            The rules that read operators see every page in any case.
        ink: measure the ink of those pages too, unless that was done before.
        read: run the operators of so many pages, evenly spread; else of all.  It is for files
            whose pages hold nothing but what was read before, in another file.
    """

    data: bytes
    shop: ShopWishes
    expected: Expected
    file: str = ""
    sample: int | None = None
    ink: bool = True
    read: int | None = None


def severities(problems: Sequence[Problem]) -> str:
    """Return how many errors and warnings there are, in words."""
    errors = len(errors_of(problems))
    return f"{counted(errors, 'error')}, {counted(len(problems) - errors, 'warning')}"


def seen(report: PreflightReport) -> str:
    """Return in words what of a file was not looked at, or nothing."""
    if not report.pages:
        return "not readable"
    parts = [] if report.ink_measured else ["ink not measured"]
    if report.looked_at != report.pages:
        drawn = f"pictures of {report.looked_at} of {counted(report.pages, 'page')} looked at"
        parts.insert(0, drawn)
    return ", ".join(parts)
