"""Reads `data/attendees.csv`: who comes, and what looks wrong in the list.

The list is an export of a registration program: it has other columns than ours,
and names as people type them into forms.  It may be long: 200,000 rows take some
seconds.
"""

import gc
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mi_print.event.attendees.duplicates import DuplicateFinder, KnownPerson
from mi_print.event.attendees.row import oddities, person
from mi_print.event.attendees.table import AttendeeTable, table_of, unreadable
from mi_print.event.located_texts import LocatedText, spelled
from mi_print.event.model import Attendee
from mi_print.problem import Problem, error, errors_of, shown_path
from mi_print.source import project_files
from mi_print.source.csv_cells import CellError, CsvRow
from mi_print.source.encodings import decoded

__all__ = ["FILE", "AttendeeList", "KnownPerson", "read"]

FILE = "data/attendees.csv"
MAX_BYTES = 100_000_000
MAX_ROWS = 250_000
MAX_WRONG = 1000  # rows with errors, after which there is nothing to learn from more


@dataclass(frozen=True, slots=True)
class AttendeeList:
    """The attendees that fit the model, and what was wrong with the list.

    Texts are found again in the table when they are asked for: a `LocatedText` for
    each of a million cells would take more than all the rest.
    """

    attendees: tuple[Attendee, ...] = ()
    problems: tuple[Problem, ...] = ()
    table: AttendeeTable | None = None

    def characters(self) -> set[str]:
        """Return all printable characters of the table, of columns that aren't read too."""
        return self.table.characters() if self.table else set()

    def texts(self, characters: Collection[str]) -> Iterator[LocatedText]:
        """Yield each text of our columns that has one of these characters."""
        wanted = frozenset(characters)
        if self.table is None or not wanted:
            return
        for index, row in enumerate(self.table.rows()):
            for column, value in self.table.values(row).items():
                text = spelled(value)
                if not wanted.isdisjoint(text):
                    line, column_there = self.table.place(row, column)
                    field = f"attendees[{index}].{column}"
                    yield LocatedText(text, field, self.table.file, line, column_there)


def read(
    path: Path, project: Path, known: Iterable[KnownPerson], *, anywhere: bool = False
) -> AttendeeList:
    """Read a list of attendees.

    Args:
        path: the file, which must exist as a name.
        project: the project's folder.
        known: who has a badge without standing in the list.
        anywhere: whether the file may lie outside the project.
    """
    file = shown_path(path, project)
    data = project_files.read_bytes(path, project, limit=MAX_BYTES, anywhere=anywhere)
    if isinstance(data, Problem):
        return AttendeeList(problems=(data,))
    text, problems = decoded(data, file)
    if text is None:
        return AttendeeList(problems=tuple(problems))
    table, found = table_of(text, file)
    problems += found
    if table is None:
        return AttendeeList(problems=tuple(problems))
    collecting = gc.isenabled()
    gc.disable()  # a million objects, none of which can go: looking them over takes a second
    try:
        return _attendee_list(table, DuplicateFinder(table, known), problems)
    finally:
        if collecting:
            gc.enable()


def _attendee_list(
    table: AttendeeTable, duplicates: DuplicateFinder, problems: list[Problem]
) -> AttendeeList:
    attendees: list[Attendee] = []
    wrong = 0
    try:
        for count, row in enumerate(table.rows()):
            if count == MAX_ROWS or wrong == MAX_WRONG:
                problems.append(_too_many(table, row, wrong))
                break
            attendee, found = _read_row(table, row, duplicates)
            if attendee:
                attendees.append(attendee)
            if found:
                problems += found
                wrong += bool(errors_of(found))
    except CellError as reason:
        problems.append(unreadable(reason, table.file))
        return AttendeeList(tuple(attendees), tuple(problems))
    return AttendeeList(tuple(attendees), tuple(problems), table)


def _read_row(
    table: AttendeeTable, row: CsvRow, duplicates: DuplicateFinder
) -> tuple[Attendee | None, list[Problem]]:
    if ragged := table.ragged(row):
        return None, [ragged]
    values = table.values(row)
    attendee, problems = person(table, row, values)
    problems += oddities(table, row, values)
    if attendee:
        problems += duplicates.repeats(attendee, row)
    return attendee, problems


def _too_many(table: AttendeeTable, row: CsvRow, wrong: int) -> Problem:
    if wrong == MAX_WRONG:
        message = f"{MAX_WRONG:,} rows above have errors; from here on nothing was read"
        return error("size", message, "mend those first", **table.at(row))
    message = f"a list has {MAX_ROWS:,} rows at most"
    return error("size", message, "see whether this is the right file", **table.at(row))
