"""People who are in the list twice, or in the list and in the program."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mi_print.event.attendees.spelling import key
from mi_print.event.attendees.table import AttendeeTable
from mi_print.event.model import Attendee
from mi_print.problem import Problem, error, warning
from mi_print.source.csv_cells import CsvRow
from mi_print.source.wording import shown

_COMPARED = 20  # of those whose names are alike; a thousand "Test Test" are compared with these


class KnownPerson(NamedTuple):
    """Somebody who has a badge without being in the list."""

    name: str
    id: str | None
    place: str


class _Seen(NamedTuple):
    name: str
    affiliation: str | None
    line: int


class DuplicateFinder:
    """Compares each row with those before it and with the program."""

    def __init__(self, table: AttendeeTable, known: Iterable[KnownPerson]) -> None:
        """Begin with the people of the program."""
        self._table = table
        self._known = {key(each.name): each for each in known}
        self._ids: dict[str, int] = {}
        self._names: dict[str, tuple[_Seen, ...]] = {}

    def repeats(self, attendee: Attendee, row: CsvRow) -> Iterator[Problem]:
        """Yield the problems of a row that repeats another, and remember the row."""
        before = self._ids.setdefault(attendee.id, row.line)
        if before != row.line:
            yield error(
                "duplicate-id",
                f'the id "{attendee.id}" is given twice, first on line {before}',
                "give one of them another id",
                **self._table.at(row, "id"),
            )
            return
        name = key(attendee.name)
        seen = self._names.get(name, ())
        for other in seen:
            if _alike(other, attendee):
                yield self._twice(attendee, row, f'"{shown(other.name)}" of line {other.line}')
                break
        if len(seen) < _COMPARED:
            one = _Seen(attendee.name, attendee.affiliation, row.line)
            self._names[name] = (*seen, one)
        known = self._known.get(name)
        if known and known.name != attendee.name and known.id != attendee.id:
            yield self._of_the_program(attendee, row, known)

    def _twice(self, attendee: Attendee, row: CsvRow, other: str) -> Problem:
        return warning(
            "same-person",
            f'"{shown(attendee.name)}" may be {other}',
            "take one of the rows out if they are one person",
            **self._table.at(row, "name"),
        )

    def _of_the_program(self, attendee: Attendee, row: CsvRow, known: KnownPerson) -> Problem:
        by_id = f', or give the row the id "{known.id}"' if known.id else ""
        return warning(
            "same-person",
            f'"{shown(attendee.name)}" may be "{shown(known.name)}" of {known.place}',
            f"write both names alike{by_id}: one person gets one badge",
            **self._table.at(row, "name"),
        )


def _alike(other: _Seen, attendee: Attendee) -> bool:
    """Tell whether two rows whose names have the same `key` may be one person.

    The same name at another affiliation is taken for somebody else; the same name
    spelled differently is not.
    """
    if other.name != attendee.name:
        return True
    return None in {other.affiliation, attendee.affiliation} or (
        key(other.affiliation or "") == key(attendee.affiliation or "")
    )
