"""Tables that other programs export: a header, and rows with the line that each stands on."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from mi_print.problem import Problem, error
from mi_print.source.csv_cells import (
    Cell,
    CellError,
    CsvRow,
    each_row,
    one_line,
    places,
    ragged_hint,
)
from mi_print.source.csv_header import DELIMITERS, header_of
from mi_print.source.wording import counted

MAX_ROWS = 250_000
MAX_LETTERS = 200_000  # of a cell
MAX_RAGGED = 1000  # rows with too few or too many cells, after which no more are named


class ExportRow(NamedTuple):
    """The cells of a row, and the line of the file, or the row of the sheet, that it begins on."""

    cells: Sequence[str]
    line: int


@dataclass(frozen=True)
class ExportTable:
    """A table with a row that names its columns.

    Attributes:
        file: how problems name it.
        columns: their names as they are written; a name may stand there twice.
        rows: those below; each has as many cells as there are columns.
        line: that of the names.
        problems: what is wrong with the file.
    """

    file: str
    columns: tuple[str, ...]
    rows: tuple[ExportRow, ...]
    line: int = 1
    problems: tuple[Problem, ...] = field(default=())

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each column is, by its name in small letters; of two with one name the first."""
        found: dict[str, int] = {}
        for index, name in enumerate(self.columns):
            found.setdefault(name.casefold(), index)
        return found

    def named(self, columns: Sequence[str]) -> "ExportTable":
        """Return the same table with other names of its columns."""
        return ExportTable(self.file, tuple(columns), self.rows, self.line, self.problems)


def csv_table(text: str, file: str, known: Collection[str]) -> ExportTable | Problem:
    """Return a text as a table.

    Args:
        text: the whole file.
        file: how problems name it.
        known: names of columns, in small letters: by these the header is found.
    """
    try:
        delimiter, header, through, said = header_of(text, file, known, known)
        if header is None:
            hint = "export it again, with the names of its columns"
            return next(iter(said), error("empty", "the file says nothing", hint, file=file))
        found = list(islice(each_row(text, delimiter), through, through + MAX_ROWS + 1))
    except CellError as reason:
        line, column = reason.place
        return error(reason.rule, str(reason), reason.hint, file=file, line=line, column=column)
    if len(found) > MAX_ROWS:
        return too_long(file)
    if problem := next(_huge(found, file), None):
        return problem
    width = len(header.cells)
    ragged = [row for row in found if len(row.cells) != width][:MAX_RAGGED]
    problems = (*said, *(_ragged(row, width, text, delimiter, file) for row in ragged))
    plain = '"' not in text  # then no cell goes over lines
    rows = (
        ExportRow(row.cells if plain else list(map(one_line, row.cells)), row.line)
        for row in found
        if len(row.cells) == width
    )
    return ExportTable(file, tuple(header.cells), tuple(rows), header.line, problems)


def sheet_table(rows: Sequence[Sequence[str]], file: str, known: Collection[str]) -> ExportTable:
    """Return a sheet of a workbook as a table; its header is the row that names most columns."""
    names = frozenset(known)
    first = [{cell.strip().casefold() for cell in row} & names for row in rows[:10]]
    most = max(range(len(first)), key=lambda number: len(first[number]), default=0)
    columns = tuple(map(str.strip, rows[most])) if rows else ()
    filled = tuple(_filled(rows, most))
    huge = next(_huge(filled, file), None)
    problems = (huge,) if huge else ()
    return ExportTable(file, columns, () if huge else filled, most + 1, problems)


def too_long(file: str) -> Problem:
    """Return the problem of a table with more rows than are read."""
    message = f"a list has {MAX_ROWS:,} rows at most"
    return error("size", message, "see whether this is the right file", file=file)


def _huge(rows: Iterable[CsvRow | ExportRow], file: str) -> Iterator[Problem]:
    """Yield an error for each cell with more letters than are read."""
    for row in rows:
        if row.cells and len(longest := max(row.cells, key=len)) > MAX_LETTERS:
            message = f"a cell has {len(longest):,} letters, of {MAX_LETTERS:,} at most"
            hint = "see whether a quote is closed, and whether this is the right file"
            yield error("size", message, hint, file=file, line=row.line, column=1)


def _filled(rows: Sequence[Sequence[str]], header: int) -> Iterator[ExportRow]:
    for number, row in enumerate(rows[header + 1 :], header + 2):
        cells = [one_line(cell.strip()) for cell in row]
        if any(cells):
            yield ExportRow(cells, number)


def _ragged(row: CsvRow, width: int, text: str, delimiter: str, file: str) -> Problem:
    message = f"this row has {counted(len(row.cells), 'cell')}, the first has {width}"
    hint = f"put a cell with a {DELIMITERS[delimiter]} in it in quotes"
    found = map(Cell, row.cells, places(text, row, delimiter))
    return error("cells", message, ragged_hint(found, hint), file=file, line=row.line, column=1)
