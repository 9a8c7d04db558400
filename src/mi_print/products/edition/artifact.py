"""A finished product: its editions, and not yet on the disk."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from mi_print.problem import Problem, shown_path
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Edition
from mi_print.products.variable_data.copyfit_report import CopyfitRemark
from mi_print.products.variable_data.ink_measurement import InkMeasurement


class Editions(Mapping[Edition, bytes]):
    """A file's editions, each written when it is first asked for."""

    def __init__(self, writers: Mapping[Edition, Callable[[], bytes]]) -> None:
        """Keep what writes them."""
        self._writers = writers
        self._written: dict[Edition, bytes] = {}

    def __getitem__(self, edition: Edition) -> bytes:
        """Return an edition."""
        if edition not in self._written:
            self._written[edition] = self._writers[edition]()
        return self._written[edition]

    def __iter__(self) -> Iterator[Edition]:
        """Iterate over their names."""
        return iter(self._writers)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._writers)


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file, named without `.pdf`: its editions' bytes, and what is known of it."""

    name: str
    pages: int
    editions: Mapping[Edition, bytes]
    codes: tuple[frozenset[str], ...]
    """What the QR codes of each page say."""
    problems: tuple[Problem, ...] = ()
    remarks: tuple[CopyfitRemark, ...] = ()
    """What the fit report says, if one is wanted."""
    unsafe: tuple[Problem, ...] = ()
    """Texts in the shop's safe margin, on pages that preflight may not look at."""
    ink_measurement: InkMeasurement | None = None
    """Of single badges made again: where it is noted that the masters' ink has been measured."""


def layout_file(job: Job) -> str:
    """Return what a problem calls the job's layout."""
    return shown_path(job.layout.folder, job.project)


def template_file(job: Job) -> str:
    """Return what a problem calls the template of a layout with slots, which is one."""
    return f"{layout_file(job)}/{job.layout.manifest.parts[0]}.html.j2"
