"""Reads `data/attendees.csv`: who comes, and everything that is odd about the list.

The list is the one file that nobody writes by hand.  It comes out of some
registration program, has columns that are none of ours, and names as people
type them into forms.  It may be long: 200,000 rows take some seconds.
"""

import gc
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mi_print.event.attendees.doubles import Doubles, Known
from mi_print.event.attendees.rows import oddities, person
from mi_print.event.attendees.table import Table, table_of, unreadable
from mi_print.event.model import Attendee
from mi_print.event.texts import Text, spelled
from mi_print.problem import Problem, error, errors_of, shown_path
from mi_print.source import files
from mi_print.source.csv_text import CellError, Row
from mi_print.source.encodings import decoded

__all__ = ["FILE", "Known", "Roll", "read"]

FILE = "data/attendees.csv"
MAX_BYTES = 100_000_000
MAX_ROWS = 250_000
MAX_WRONG = 1000  # rows with errors, after which there is nothing to learn from more


@dataclass(frozen=True, slots=True)
class Roll:
    """The attendees that fit the model, and what was wrong with the list.

    The table stays, so that a text can be found again by a character in it:
    a `Text` for each of a million cells would cost more than all the rest.
    """

    attendees: tuple[Attendee, ...] = ()
    problems: tuple[Problem, ...] = ()
    table: Table | None = None

    def characters(self) -> set[str]:
        """Return all printable characters of the table, of columns that aren't read too."""
        return self.table.characters() if self.table else set()

    def texts(self, characters: Collection[str]) -> Iterator[Text]:
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
                    yield Text(text, field, self.table.file, line, column_there)


def read(path: Path, project: Path, known: Iterable[Known], *, anywhere: bool = False) -> Roll:
    """Read a list of attendees.

    Args:
        path: the file, which must exist as a name.
        project: the project's folder.
        known: who has a badge without standing in the list.
        anywhere: whether the file may lie outside the project.
    """
    file = shown_path(path, project)
    data = files.read_bytes(path, project, limit=MAX_BYTES, anywhere=anywhere)
    if isinstance(data, Problem):
        return Roll(problems=(data,))
    text, problems = decoded(data, file)
    if text is None:
        return Roll(problems=tuple(problems))
    table, found = table_of(text, file)
    problems += found
    if table is None:
        return Roll(problems=tuple(problems))
    collecting = gc.isenabled()
    gc.disable()  # a million objects, none of which can go: looking them over takes a second
    try:
        return _roll(table, Doubles(table, known), problems)
    finally:
        if collecting:
            gc.enable()


def _roll(table: Table, doubles: Doubles, problems: list[Problem]) -> Roll:
    attendees: list[Attendee] = []
    wrong = 0
    try:
        for count, row in enumerate(table.rows()):
            if count == MAX_ROWS or wrong == MAX_WRONG:
                problems.append(_too_many(table, row, wrong))
                break
            attendee, found = _read_row(table, row, doubles)
            if attendee:
                attendees.append(attendee)
            if found:
                problems += found
                wrong += bool(errors_of(found))
    except CellError as reason:
        problems.append(unreadable(reason, table.file))
        return Roll(tuple(attendees), tuple(problems))
    return Roll(tuple(attendees), tuple(problems), table)


def _read_row(table: Table, row: Row, doubles: Doubles) -> tuple[Attendee | None, list[Problem]]:
    if ragged := table.ragged(row):
        return None, [ragged]
    values = table.values(row)
    attendee, problems = person(table, row, values)
    problems += oddities(table, row, values)
    if attendee:
        problems += doubles.of(attendee, row)
    return attendee, problems


def _too_many(table: Table, row: Row, wrong: int) -> Problem:
    if wrong == MAX_WRONG:
        message = f"{MAX_WRONG:,} rows above have errors; from here on nothing was read"
        return error("size", message, "mend those first", **table.at(row))
    message = f"a list has {MAX_ROWS:,} rows at most"
    return error("size", message, "see whether this is the right file", **table.at(row))
