"""People who are in the list twice, or are spelled otherwise among the authors."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mi_print.event.attendees.table import AttendeeTable
from mi_print.event.model import APART, Attendee
from mi_print.event.names.affiliations import differ
from mi_print.event.names.folding import folded
from mi_print.problem import Problem, error, warning
from mi_print.source.csv_cells import CsvRow
from mi_print.source.wording import shown

_COMPARED = 20  # of those whose names are alike; a thousand "Test Test" are compared with these


class WrittenName(NamedTuple):
    """A name, and where it is written, as messages say it."""

    name: str
    place: str


class DuplicateFinder:
    """Compares each row with those before it and with the authors of papers."""

    def __init__(self, table: AttendeeTable, authors: Mapping[str, WrittenName]) -> None:
        """Begin with the authors, by their folded names."""
        self._table = table
        self._authors = authors
        self._names: dict[str, tuple[tuple[Attendee, int], ...]] = {}
        self.lines: dict[str, int] = {}
        """The line of each id."""

    def repeats(self, attendee: Attendee, row: CsvRow) -> Iterator[Problem]:
        """Yield the problems of a row that repeats another, and remember it."""
        before = self.lines.setdefault(attendee.id, row.line)
        if before != row.line:
            yield error(
                "duplicate-id",
                f'the id "{attendee.id}" is given twice, first on line {before}',
                "give one of them another id",
                **self._table.at(row, "id"),
            )
            return
        if attendee.same_as == APART:
            return
        name = folded(attendee.name)
        seen = self._names.get(name, ())
        for other, line in seen:
            if _alike(other, attendee):
                message = f'"{shown(attendee.name)}" may be "{shown(other.name)}" of line {line}'
                hint = f'take one of the rows out, or write "{APART}" in the column same_as of one'
                yield warning("same-person", message, hint, **self._table.at(row, "name"))
                break
        if len(seen) < _COMPARED:
            self._names[name] = (*seen, (attendee, row.line))
        author = self._authors.get(name)
        if author and author.name != attendee.name and not attendee.same_as:
            message = (
                f'"{shown(attendee.name)}" is written "{shown(author.name)}" in {author.place}'
            )
            hint = "see which is right, and write both alike"
            yield warning("two-spellings", message, hint, **self._table.at(row, "name"))


def _alike(other: Attendee, attendee: Attendee) -> bool:
    """Tell whether two rows whose folded names are the same may be one person.

    The same name at another affiliation is taken for somebody else; the same name
    spelled differently is not.
    """
    return other.name != attendee.name or not differ(other.affiliation, attendee.affiliation)
