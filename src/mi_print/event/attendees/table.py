"""The list of attendees as a table: what separates its cells, and which columns are ours.

Other columns of an export are named in one warning and never read, so that no
telephone number can reach a badge.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from unicodedata import normalize

from mi_print.event.model import Attendee
from mi_print.problem import Place, Problem, error, warning
from mi_print.source.csv_cells import CellError, CsvRow, each_row, places
from mi_print.source.located_values import Position, Source
from mi_print.source.wording import alike, shown

COLUMNS = tuple(Attendee.model_fields)
NEEDED = tuple(name for name, about in Attendee.model_fields.items() if about.is_required())

_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab"}
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
        width: how many cells a row has.
        columns: where our columns are in a row, by name.
    """

    text: str
    file: str
    delimiter: str
    width: int
    columns: dict[str, int]

    def rows(self) -> Iterator[CsvRow]:
        """Yield the rows below the header.

        Raises:
            CellError: from some row on the cells can't be told apart.
        """
        return islice(each_row(self.text, self.delimiter), 1, None)

    def values(self, row: CsvRow) -> dict[str, str]:
        """Return what a row says in our columns: nothing in an empty cell or a ragged row."""
        cells = row.cells
        if len(cells) != self.width:
            return {}
        return {name: cells[index] for name, index in self.columns.items() if cells[index]}

    def characters(self) -> set[str]:
        """Return the file's printable characters, put together (NFC) as the event has them."""
        whole = self.text if self.text.isascii() else normalize("NFC", self.text)
        return {character for character in set(whole) if character.isprintable()}

    def at(self, row: CsvRow, column: str | None = None) -> Place:
        """Return a problem's place fields for a row, or for a cell of it."""
        return _at(self.file, self.place(row, column))

    def place(self, row: CsvRow, column: str | None = None) -> Position:
        """Return where a row begins, or a cell of it."""
        return places(self.text, row, self.delimiter)[self.columns[column] if column else 0]

    def ragged(self, row: CsvRow) -> Problem | None:
        """Return what is wrong with a row that has more or fewer cells than the header."""
        if len(row.cells) == self.width:
            return None
        message = f"this row has {len(row.cells)} cells, the first has {self.width}"
        hint = f"put a cell with a {_DELIMITERS[self.delimiter]} in it in quotes"
        return error("cells", message, hint, **self.at(row))

    def source(self, row: CsvRow) -> Source:
        """Return a row as a mapping with the places of its values."""
        found = places(self.text, row, self.delimiter)
        source = Source(self.file, self.values(row), typed=False)
        source.values = {(name,): found[index] for name, index in self.columns.items()}
        source.values[()] = found[0]
        return source


def table_of(text: str, file: str) -> tuple[AttendeeTable | None, list[Problem]]:
    """Return a file as a table, unless it can't be read as one, and what is wrong with it."""
    try:
        delimiter, header = _header(text)
    except CellError as reason:
        return None, [unreadable(reason, file)]
    if header is None:
        hint = "write its columns, or delete it"
        return None, [error("empty", "the file says nothing", hint, file=file, line=1, column=1)]
    found = places(text, header, delimiter)
    names = [cell.casefold() for cell in header.cells]
    problems = list(_problems(header.cells, names, found, file))
    if not set(NEEDED).issubset(names):
        return None, problems
    columns = {name: names.index(name) for name in COLUMNS if name in names}
    return AttendeeTable(text, file, delimiter, len(names), columns), problems


def unreadable(reason: CellError, file: str) -> Problem:
    """Return the error of a table that can't be read from some place on."""
    return error(reason.rule, str(reason), reason.hint, **_at(file, reason.place))


def _header(text: str) -> tuple[str, CsvRow | None]:
    """Return the delimiter by which the first row has the most columns of ours, and that row.

    Raises:
        CellError: the cells can't be told apart with any.
    """
    first: dict[str, CsvRow | None] = {}
    reasons: list[CellError] = []
    for delimiter in _DELIMITERS:
        try:
            first[delimiter] = next(each_row(text, delimiter), None)
        except CellError as reason:
            reasons.append(reason)
    if None in first.values():  # nothing but delimiters
        return ",", None
    best = max(first, key=lambda each: _ours(first[each]), default=",")
    if reasons and not _ours(first.get(best)):
        raise reasons[0]
    return best, first[best]


def _ours(row: CsvRow | None) -> int:
    return len({cell.casefold() for cell in row.cells} & set(COLUMNS)) if row else 0


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
