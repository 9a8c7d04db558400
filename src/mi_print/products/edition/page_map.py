"""Which record stands on which page of a file, and on which side of it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageMap:
    """The records of a file in their order, each on the same number of pages.

    A file that is no series is one record on all of its pages.

    Attributes:
        records: what each is called, as a badge by its id; of masters, their numbers.
        sides: pages of a record.
    """

    records: Sequence[str | int]
    sides: int

    def __len__(self) -> int:
        """Return the number of pages."""
        return len(self.records) * self.sides

    def of(self, record: int) -> range:
        """Return the pages, from 1, of a record, from 0."""
        first = record * self.sides + 1
        return range(first, first + self.sides)

    def page(self, record: int, side: int) -> int:
        """Return the page, from 1, of a side, from 1, of a record, from 0."""
        return self.of(record)[side - 1]

    def at(self, page: int) -> tuple[int, int]:
        """Return the record, from 0, on a page, from 1, and which side of it, from 1, that is."""
        record, side = divmod(page - 1, self.sides)
        return record, side + 1
