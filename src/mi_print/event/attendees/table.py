"""The list of attendees as a table: what separates its cells, and which columns are ours.

Other columns of an export are named in one warning and never read, so that no
telephone number can reach a badge.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from unicodedata import normalize

from mi_print.event.model import Attendee, RoleTable
from mi_print.event.text_checks.all_texts import suspect
from mi_print.problem import Place, Problem, error, warning
from mi_print.source.csv_cells import (
    Cell,
    CellError,
    CsvRow,
    broken,
    broken_cell,
    cell_place,
    each_row,
    may_be_broken,
    one_line,
    places,
    ragged_hint,
)
from mi_print.source.csv_header import DELIMITERS, header_of
from mi_print.source.located_values import Position, Source
from mi_print.source.wording import alike, counted, shown

COLUMNS = tuple(Attendee.model_fields)
NEEDED = tuple(name for name, about in Attendee.model_fields.items() if about.is_required())

_LIKE = 0.75
_MANY = 8
_NOT_READ = f"those that can be are: {', '.join(COLUMNS)}"
_CURES = {
    "id": "add it: a number or short name in each row that no other row has",
    "name": "add it, or rename the column with the whole names",
}


@dataclass(frozen=True, slots=True)
class AttendeeTable:
    """A table whose header could be read.

    Attributes:
        text: the whole file.
        file: how problems name it.
        delimiter: what separates its cells.
        through: how many rows there are up to the names of the columns.
        width: how many cells a row has.
        columns: where our columns are in a row, by name.
        suspect: whether anything in the file may be spoiled.
        breaks: whether any cell may have a line break or a tab in it.
        roles: all that there are; `None` if they can't be known, and so none is wrong.
        lines: of each line of the text, where that is in the file, if it is made from the file.
    """

    text: str
    file: str
    delimiter: str
    through: int
    width: int
    columns: dict[str, int]
    suspect: bool
    breaks: bool
    roles: RoleTable | None
    lines: Sequence[int] = ()

    def rows(self) -> Iterator[CsvRow]:
        """Yield the rows below the header.

        Raises:
            CellError: from some row on the cells can't be told apart.
        """
        found = islice(each_row(self.text, self.delimiter), self.through, None)
        if not self.lines:
            return found
        return (row._replace(line=self.lines[row.line - 1]) for row in found)

    def values(self, row: CsvRow) -> dict[str, str]:
        """Return what a row says in our columns: nothing in an empty cell or a ragged row."""
        cells = row.cells
        if len(cells) != self.width:
            return {}
        found = {name: cells[index] for name, index in self.columns.items() if cells[index]}
        return {name: one_line(cell) for name, cell in found.items()} if self.breaks else found

    def broken_cells(self, row: CsvRow) -> Iterator[Problem]:
        """Yield a problem for each cell of our columns that has a line break or a tab in it."""
        for name, index in self.columns.items() if self.breaks else ():
            cell = row.cells[index]
            if broken(cell):
                said = broken_cell(cell, self.delimiter, self.width)
                yield Problem(*said, **self.at(row, name))

    def characters(self) -> set[str]:
        """Return the file's printable characters, put together (NFC) as the event has them."""
        whole = self.text if self.text.isascii() else normalize("NFC", self.text)
        return {character for character in set(whole) if character.isprintable()}

    def at(self, row: CsvRow, column: str | None = None) -> Place:
        """Return a problem's place fields for a row, or for a cell of it."""
        return _at(self.file, self.place(row, column)) | {"record": self.id(row)}

    def id(self, row: CsvRow) -> str | None:
        """Return the id that a row gives."""
        cells = row.cells
        return one_line(cells[self.columns["id"]]) or None if len(cells) == self.width else None

    def place(self, row: CsvRow, column: str | None = None) -> Position:
        """Return where a row begins, or a cell of it."""
        if self.lines:
            return Position(row.line, 0)  # in which column it stands there is not known
        return cell_place(self.text, row, self.columns[column] if column else 0, self.delimiter)

    def ragged(self, row: CsvRow) -> Problem | None:
        """Return what is wrong with a row that has more or fewer cells than the header."""
        if len(row.cells) == self.width:
            return None
        message = f"this row has {counted(len(row.cells), 'cell')}, the first has {self.width}"
        found = map(Cell, row.cells, places(self.text, row, self.delimiter))
        hint = f"put a cell with a {DELIMITERS[self.delimiter]} in it in quotes"
        return error("cells", message, ragged_hint(found, hint), **self.at(row))

    def source(self, row: CsvRow) -> Source:
        """Return a row as a mapping with the places of its values."""
        found = places(self.text, row, self.delimiter)
        if self.lines:
            found = [Position(row.line, 0)] * len(found)
        source = Source(self.file, self.values(row), typed=False)
        source.values = {(name,): found[index] for name, index in self.columns.items()}
        source.values[()] = found[0]
        return source


def table_of(
    text: str, file: str, roles: RoleTable | None, lines: Sequence[int] = ()
) -> tuple[AttendeeTable | None, list[Problem]]:
    """Return a file as a table, unless it can't be read as one, and what is wrong with it."""
    try:
        delimiter, header, count, said = header_of(text, file, COLUMNS, NEEDED)
    except CellError as reason:
        return None, [unreadable(reason, file)]
    if header is None:
        if said:
            return None, list(said)
        hint = "write its columns, or delete it"
        return None, [error("empty", "the file says nothing", hint, file=file, line=1, column=1)]
    found = places(text, header, delimiter)
    names = [cell.casefold() for cell in header.cells]
    problems = [*said, *_problems(header.cells, names, found, file)]
    if not set(NEEDED).issubset(names):
        return None, problems
    columns = {name: names.index(name) for name in COLUMNS if name in names}
    kind = suspect(text), may_be_broken(text, delimiter)
    table = AttendeeTable(text, file, delimiter, count, len(names), columns, *kind, roles, lines)
    return table, problems


def unreadable(reason: CellError, file: str) -> Problem:
    """Return the error of a table that can't be read from some place on."""
    return error(reason.rule, str(reason), reason.hint, **_at(file, reason.place))


def _problems(
    cells: list[str], names: list[str], found: list[Position], file: str
) -> Iterator[Problem]:
    for index, name in enumerate(names):
        if name in COLUMNS and name in names[:index]:
            message = f'two columns are "{name}"'
            yield error("duplicate-key", message, "take one out", **_at(file, found[index]))
    for column in NEEDED:
        if column not in names:
            message = f'the column "{column}" is missing'
            yield error("missing-key", message, _CURES[column], **_at(file, found[0]))
    known = [name for name in COLUMNS if name not in names]
    others = [index for index, name in enumerate(names) if name not in COLUMNS]
    for index in others:
        if meant := alike(names[index], known, _LIKE):
            message = f'no column is called "{shown(cells[index])}", and this one is not read'
            hint = f'did you mean "{meant}"?'
            yield warning("unknown-column", message, hint, **_at(file, found[index]))
    if others:
        listed = [shown(cells[index]) or "one without a name" for index in others]
        more = f" and {len(listed) - _MANY} more" if len(listed) > _MANY else ""
        message = f"columns not read, and so never printed: {', '.join(listed[:_MANY])}{more}"
        yield warning("unknown-column", message, _NOT_READ, **_at(file, found[others[0]]))


def _at(file: str, place: Position) -> Place:
    return {"file": file, "line": place.line, "column": place.column}
