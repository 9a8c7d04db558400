"""That the ink of masters has been measured, so that one badge again need not wait for it.

Plates take Ghostscript as long as all else takes together, and all but a few
words on them are the masters'.  When a file over these masters has come
through the gate with nothing said against it, that is noted beside them,
with a digest of the very pages: other masters are measured anew.
"""

import contextlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class InkMeasurement:
    """Where it is noted that masters have been measured, and the digest of their pages."""

    path: Path
    digest: str

    @property
    def given(self) -> bool:
        """Whether an earlier run has measured these masters."""
        try:
            return self.path.read_text("utf-8") == self.digest
        except (OSError, ValueError):
            return False

    def give(self) -> None:
        """Note that they have been measured; where that can't be written, it is done again."""
        with contextlib.suppress(OSError):
            self.path.write_text(self.digest, "utf-8")
