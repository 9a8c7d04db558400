"""That the ink of masters has been measured, so that one badge again need not wait for it.

The plates take Ghostscript as long as all else takes together, and all but a
few words on them are the masters'.  When preflight has found nothing wrong
with a file over these masters, that is noted beside them, with a digest of
their pages: other masters are measured anew.
"""

from dataclasses import dataclass
from pathlib import Path

from mi_print.cache import cache, cached


@dataclass(frozen=True, slots=True)
class InkMeasurement:
    """Where it is noted that masters have been measured, and the digest of their pages."""

    path: Path
    digest: str

    @property
    def noted(self) -> bool:
        """Whether an earlier run has measured these masters."""
        return cached(self.path) == self.digest.encode()

    def note(self) -> None:
        """Note that they have been measured; where that can't be written, it is done again."""
        cache(self.path, self.digest.encode())
