"""Preflight of one file, in a process of its own.

A hostile file may crash what reads it; and what reads it starts processes that
draw, so it may not have loaded what can't be forked.
"""

from collections.abc import Iterator

from mi_print.preflight.expected import Expected
from mi_print.preflight.pdf.read_problem import read_problem
from mi_print.preflight.report import InspectionRequest, PreflightReport, Progress
from mi_print.processes import worker
from mi_print.processes.child import Child, StoppedError, raised
from mi_print.trade.shop_wishes import ShopWishes

_UNSAID = Expected()

Begun = Child[PreflightReport | tuple[int, int]]


def begin() -> Begun:
    """Begin: the drawing engines are loaded while the file is still being made."""
    return Child(_inspect)


def preflight(  # noqa: PLR0913 - what is known of a file, and how closely it is looked at
    data: bytes,
    shop: ShopWishes,
    expected: Expected = _UNSAID,
    file: str = "",
    *,
    sample: int | None = None,
    progress: Progress | None = None,
) -> PreflightReport:
    """Return everything that is wrong with a file for this shop.

    The arguments are those of `InspectionRequest`, and who is told of the progress.

    Raises:
        MissingError: no process can be started.
    """
    begun = begin()
    begun.send(InspectionRequest(data, shop, expected, file, sample))
    return reported(begun, file, progress)


def reported(
    begun: Begun, file: str, progress: Progress | None = None, *, sound: bool = False
) -> PreflightReport:
    """Return the report of what was begun and told `InspectionRequest`.

    Args:
        begun: the process.
        file: what problems call the file, if they must be said here.
        progress: of a long file, told how many pages of how many are read.
        sound: whether the file can be read for certain, as one of ours.

    Raises:
        MissingError: this machine lacks what reading it needs.
    """
    try:
        for said in begun:
            if isinstance(said, PreflightReport):
                return said
            if progress:
                progress(*said)
        what = "ended without a report"
    except StoppedError as reason:
        reason.raise_of_machine()
        if sound and not reason.cause:
            raise raised(reason) from None
        what = str(reason)
    message = f"the file was not checked: reading it {what}"
    return PreflightReport(file, 0, (read_problem(message, file or None),), 0)


def _inspect() -> Iterator[PreflightReport | tuple[int, int]]:
    from mi_print.preflight.inspection import inspect  # noqa: PLC0415 - reads files, in its process

    yield inspect(worker.receive, lambda done, of: worker.send((done, of)))
