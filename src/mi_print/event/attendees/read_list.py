"""Reads `data/attendees.csv`: who comes, and what looks wrong in the list.

The list is an export of a registration program: it has other columns than ours,
and names as people type them into forms.  It may be long: 200,000 rows take some
seconds.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from mi_print.event.attendees.duplicates import DuplicateFinder, WrittenName
from mi_print.event.attendees.row import (
    RejectedRow,
    oddities,
    person,
    rejected_attendee,
    unreadable_row,
)
from mi_print.event.attendees.table import AttendeeTable, table_of, unreadable
from mi_print.event.attendees.who import KnownPeople, WhoIsWho
from mi_print.event.located_texts import LocatedText, spelled
from mi_print.event.model import Attendee, RoleTable
from mi_print.problem import Problem, Severity, error, errors_of, shown_path, warning
from mi_print.source import project_files
from mi_print.source.csv_cells import CellError, CsvRow
from mi_print.source.encodings import decoded

__all__ = ["FILE", "AttendeeList", "KnownPeople", "RejectedRow", "WrittenName", "read"]

FILE = "data/attendees.csv"
MAX_BYTES = 100_000_000
MAX_ROWS = 250_000
MAX_WRONG = 1000  # rows with errors, after which there is nothing to learn from more


class ConvertedList(NamedTuple):
    """A list as a table of ours, made from a file of another form.

    Attributes:
        text: the table; `None` if the file can't be read.
        problems: of the file.
        lines: for each line of the text the line of the file.
    """

    text: str | None
    problems: list[Problem]
    lines: Sequence[int]


ConvertList = Callable[[bytes, str, RoleTable | None], ConvertedList | None]
"""Takes a file, its name in problems, and the roles; returns nothing of a list that is ours."""


@dataclass(frozen=True, slots=True)
class AttendeeList:
    """The rows of the list, and what is wrong with it as a whole.

    Texts are found again in the table when they are asked for: a `LocatedText` for
    each of a million cells would take more than all the rest.

    Attributes:
        rows: in the order of the file, each an attendee or, with an error, rejected.
        problems: of the file and its columns.  With an error there may be rows that are not
            known, so no badge can be made.
        warnings: of rows that are attendees, by their number, from 0.
        table: the file, if all of it can be read.
    """

    rows: tuple[Attendee | RejectedRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    warnings: Mapping[int, tuple[Problem, ...]] = field(default_factory=dict)
    table: AttendeeTable | None = None

    @property
    def attendees(self) -> tuple[Attendee, ...]:
        """The rows without an error."""
        return tuple(row for row in self.rows if isinstance(row, Attendee))

    @property
    def rejected(self) -> tuple[RejectedRow, ...]:
        """The rows with an error."""
        return tuple(row for row in self.rows if isinstance(row, RejectedRow))

    @property
    def all_problems(self) -> list[Problem]:
        """The problems of the list and of all its rows."""
        found = [self.warnings.values(), (row.problems for row in self.rejected)]
        return [*self.problems, *chain.from_iterable(chain(*found))]

    def rejecting(self, wrong: Iterable[tuple[int, Problem]]) -> "AttendeeList":
        """Return the list with these rows rejected too.

        Args:
            wrong: numbers of rows, from 0, with an error of each; a row may come again.
        """
        found: defaultdict[int, list[Problem]] = defaultdict(list)
        for number, problem in wrong:
            found[number].append(problem)
        if not found or self.table is None:
            return self
        rows, warnings = list(self.rows), dict(self.warnings)
        for number, csv_row in enumerate(self.table.rows()):
            if number in found:
                row, more = rows[number], (*warnings.pop(number, ()), *found[number])
                if isinstance(row, RejectedRow):
                    rows[number] = replace(row, problems=(*row.problems, *more))
                else:
                    rows[number] = rejected_attendee(row, csv_row.line, more)
        return replace(self, rows=tuple(rows), warnings=warnings)

    def noting(
        self, warned: Iterable[tuple[int, Problem]], mended: Callable[[Attendee], Attendee]
    ) -> "AttendeeList":
        """Return the list with warnings of these rows, and what is made of the attendees in them.

        Args:
            warned: numbers of rows, from 0, with a warning of each; a row may come again.
            mended: returns an attendee as it is printed.
        """
        rows, warnings = list(self.rows), dict(self.warnings)
        for number, problem in warned:
            row = rows[number]
            if isinstance(row, Attendee):
                rows[number] = mended(row)
                warnings[number] = (*warnings.get(number, ()), problem)
        return replace(self, rows=tuple(rows), warnings=warnings)

    def characters(self) -> set[str]:
        """Return all printable characters of the table, of columns that aren't read too."""
        return self.table.characters() if self.table else set()

    def texts(self, characters: Collection[str]) -> Iterator[tuple[int, LocatedText]]:
        """Yield each text of our columns that has one of these characters, with its row's number.

        Rows are numbered from 0.
        """
        wanted = frozenset(characters)
        if self.table is None or not wanted:
            return
        for index, row in enumerate(islice(self.table.rows(), len(self.rows))):
            for column, value in self.table.values(row).items():
                text = spelled(value)
                if not wanted.isdisjoint(text):
                    line, column_there = self.table.place(row, column)
                    where = f"attendees[{index}].{column}"
                    at = (self.table.file, line, column_there, self.table.id(row))
                    yield index, LocatedText(text, where, *at)


def read(  # noqa: PLR0913 - what a row may refer to
    path: Path,
    project: Path,
    program: KnownPeople,
    authors: Mapping[str, WrittenName],
    roles: RoleTable | None,
    *,
    anywhere: bool = False,
    converter: ConvertList | None = None,
) -> AttendeeList:
    """Read a list of attendees.

    Args:
        path: the file, which must exist as a name.
        project: the project's folder.
        program: who may have a badge without standing in the list.
        authors: those of all papers by their folded names.
        roles: all that there are; `None` if they can't be known.
        anywhere: whether the file may lie outside the project.
        converter: makes such a list of the export of a registration program.
    """
    file = shown_path(path, project)
    data = project_files.read_bytes(path, project, limit=MAX_BYTES, anywhere=anywhere)
    if isinstance(data, Problem):
        return AttendeeList(problems=(data,))
    made = converter(data, file, roles) if converter else None
    text, problems, lines = made or (*decoded(data, file), ())
    if text is None:
        return AttendeeList(problems=tuple(problems))
    table, found = table_of(text, file, roles, lines)
    problems = [*problems, *found]
    if table is None:
        return AttendeeList(problems=tuple(problems))
    return _attendee_list(
        table, DuplicateFinder(table, authors), WhoIsWho(table, program), problems
    )


def _attendee_list(
    table: AttendeeTable, duplicates: DuplicateFinder, who: WhoIsWho, problems: list[Problem]
) -> AttendeeList:
    rows: list[Attendee | RejectedRow] = []
    warnings: dict[int, tuple[Problem, ...]] = {}
    wrong = 0
    try:
        for number, row in enumerate(table.rows()):
            if number == MAX_ROWS or wrong == MAX_WRONG:
                problems.append(_too_many(table, row, wrong))
                break
            found, warned = _read_row(table, row, duplicates)
            if isinstance(found, Attendee):
                who.note(number, row, found)
            rows.append(found)
            if isinstance(found, RejectedRow):
                wrong += 1
            elif warned:
                warnings[number] = tuple(warned)
    except CellError as reason:
        problems.append(unreadable(reason, table.file))
        return AttendeeList(tuple(rows), tuple(problems), warnings)
    if not rows:
        hint = "export the list again, or delete the file if there is none yet"
        message = "nobody stands below the names of the columns"
        problems.append(warning("empty", message, hint, file=table.file, line=1, column=1))
    _identify(rows, warnings, who, duplicates.lines)
    return AttendeeList(tuple(rows), tuple(problems), warnings, table)


def _identify(
    rows: list[Attendee | RejectedRow],
    warnings: dict[int, tuple[Problem, ...]],
    who: WhoIsWho,
    ids: Collection[str],
) -> None:
    """Add what is said of rows that are, or may be, somebody of the program."""
    for (number, row, attendee), problem in who.said(ids):
        found = (*warnings.get(number, ()), problem)
        if problem.severity is Severity.ERROR:
            warnings.pop(number, None)
            rows[number] = rejected_attendee(attendee, row.line, found)
        else:
            warnings[number] = found


def _read_row(
    table: AttendeeTable, row: CsvRow, duplicates: DuplicateFinder
) -> tuple[Attendee | RejectedRow, list[Problem]]:
    """Return a row, and what is said of it; a rejected one has that too."""
    if ragged := table.ragged(row):
        return unreadable_row(row, ragged), [ragged]
    values = table.values(row)
    found, problems = person(table, row, values)
    problems += [*table.broken_cells(row), *oddities(table, row, values)]
    if isinstance(found, RejectedRow):
        return replace(found, problems=tuple(problems)), problems
    problems += duplicates.repeats(found, row)
    if problems and errors_of(problems):
        found = rejected_attendee(found, row.line, problems)
    return found, problems


def _too_many(table: AttendeeTable, row: CsvRow, wrong: int) -> Problem:
    if wrong == MAX_WRONG:
        message = f"{MAX_WRONG:,} rows above have errors; from here on nothing was read"
        return error("size", message, "mend those first", **table.at(row))
    message = f"a list has {MAX_ROWS:,} rows at most"
    return error("size", message, "see whether this is the right file", **table.at(row))
