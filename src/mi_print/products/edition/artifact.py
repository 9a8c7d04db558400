"""A finished file: its editions, and what is known of it.

What comes after the typesetter (preflight, the copyfit report, the files on
the disk) takes artifacts and typesets nothing anew.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mi_print.preflight.report import NOT_MEASURED
from mi_print.problem import Problem
from mi_print.products.edition.copyfit_remark import CopyfitRemark
from mi_print.products.edition.ink_measurement import InkMeasurement
from mi_print.products.edition.left_out import LeftOut
from mi_print.products.edition.page_map import PageMap
from mi_print.products.imposition.impose_request import ImposedFile
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Edition


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
class Verdict:
    """What preflight says of a print edition.

    Attributes:
        problems: what is wrong, with the file's name.
        rejected: whether it is kept out of its place.
        looked_at: how many pages were looked at as pictures.
        measured: whether the ink of those was measured, and not that of their masters before.
    """

    problems: tuple[Problem, ...]
    rejected: bool
    looked_at: int
    measured: bool = True

    @property
    def unmeasured(self) -> bool:
        """Whether nothing could measure the ink."""
        return NOT_MEASURED in self.problems


@dataclass(frozen=True, slots=True)
class ArtifactSheets:
    """A print edition's pages on sheets: the file, where it goes, and the verdict on it."""

    imposed: ImposedFile
    path: Path
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Artifact:
    """One finished file.

    Attributes:
        job: the product, the layout, the size and the shop.
        page_map: which record stands on which page.
        editions: their bytes.
        codes: what the QR codes of each page say.
        problems: warnings of the data that it shows; of what is only laid out, errors too.
        remarks: what the copyfit report says, if one is wanted.
        unsafe: texts in the shop's safe margin, on pages that preflight may not look at.
        ink_measurement: of single badges made again: where it is noted that the masters' ink
            has been measured.
        left_out: what of the series is not in it, if anything.
        not_laid_out: parts that were not laid out, in a run that lays out only what is short.
        paths: where the editions stand, once they are written.
        verdict: preflight's on the print edition, once it has read that.
        sheets: that edition on sheets, if they are ordered and nothing is wrong with it.
    """

    job: Job
    page_map: PageMap
    editions: Mapping[Edition, bytes]
    codes: tuple[frozenset[str], ...]
    problems: tuple[Problem, ...] = ()
    remarks: tuple[CopyfitRemark, ...] = ()
    unsafe: tuple[Problem, ...] = ()
    ink_measurement: InkMeasurement | None = None
    left_out: LeftOut | None = None
    not_laid_out: tuple[str, ...] = ()
    paths: Mapping[Edition, Path] = field(default_factory=dict)
    verdict: Verdict | None = None
    sheets: ArtifactSheets | None = None

    @property
    def name(self) -> str:
        """The file's name, without `.pdf`."""
        return self.job.name

    @property
    def verdicts(self) -> list[Verdict]:
        """The verdicts on the print edition and on its sheets, as far as they are given."""
        sheets = self.sheets.verdict if self.sheets else None
        return [each for each in (self.verdict, sheets) if each]

    @property
    def pages(self) -> int:
        """How many pages each edition has."""
        return len(self.page_map)

    @property
    def trim(self) -> tuple[float, float]:
        """The width and height of a page once it is cut, in points."""
        return self.job.grid.width, self.job.grid.height

    def bleed(self, edition: Edition) -> float:
        """Return what stands over the trim on each side of an edition's pages, in points."""
        return self.job.shop.bleed if edition is Edition.PRINT else 0.0

    def digest(self, edition: Edition) -> str:
        """Return the SHA-256 of an edition, in hexadecimal digits."""
        return hashlib.sha256(self.editions[edition]).hexdigest()


@dataclass(frozen=True, slots=True)
class MadeFiles:
    """What is made of the jobs of one product.

    Attributes:
        artifacts: the files, in the order of the jobs.
        left_out: what is in none of them, and not said by one.
        passed_over: in a line, of which jobs the data has nothing.
    """

    artifacts: Sequence[Artifact]
    left_out: Sequence[LeftOut] = ()
    passed_over: str = ""

    @property
    def all_left_out(self) -> list[LeftOut]:
        """What is in no file, that which a file says itself first."""
        own = (each.left_out for each in self.artifacts)
        return [*(each for each in own if each), *self.left_out]


def not_written(job: Job, problems: Sequence[Problem], left_out: Sequence[str]) -> Artifact:
    """Return a file that was only laid out, in part: what is wrong with it, what was left out."""
    nothing = PageMap((), 1)
    return Artifact(job, nothing, {}, (), tuple(problems), not_laid_out=tuple(left_out))
