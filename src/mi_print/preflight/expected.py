"""What whoever ordered a file knows of it, and the file itself can't say."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expected:
    """What was ordered; a field that is left out is not held against the file."""

    trim: tuple[float, float] | None = None
    """Width and height of the cut page, in points."""
    bound: bool = False
    """Whether pages are bound, so that the shop's page multiple and bound edge apply."""
    codes: tuple[frozenset[str], ...] | None = None
    """For each page, the texts that its QR codes must say."""
