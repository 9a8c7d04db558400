"""Where a table's columns are named, and what separates its cells.

Programs write things above the columns: Excel `sep=;`, reports a title.  `sep=` is obeyed;
other lines are left out with a warning.
"""

import re
from collections.abc import Collection, Iterator
from itertools import islice
from typing import NamedTuple

from mi_print.problem import Problem, error, warning
from mi_print.source.csv_cells import CellError, CsvRow, each_row
from mi_print.source.wording import shown

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab"}
"""What may separate cells, and how messages call it."""

_SEPARATOR = re.compile(r'"?sep=(?P<delimiter>[^\r\n])"?[,;\t]*(?:[\r\n]|\Z)', re.IGNORECASE)
_ABOVE = 10  # rows among which the columns are looked for
_FEWEST = 2  # names of columns that a row of names below a title has


class CsvHeader(NamedTuple):
    """The row that names the columns.

    Attributes:
        delimiter: what separates the cells.
        row: the row; `None` if the file says nothing.
        through: how many rows there are up to it, itself among them.
        problems: what is wrong above it.
    """

    delimiter: str
    row: CsvRow | None
    through: int
    problems: tuple[Problem, ...]


class _NamedRow(NamedTuple):
    delimiter: str
    rows: list[CsvRow]
    at: int
    named: int


def header_of(text: str, file: str, known: Collection[str], needed: Collection[str]) -> CsvHeader:
    """Return the row that names the columns: the first, or one below a title.

    Args:
        text: the whole file.
        file: how problems name it.
        known: names of columns, in small letters.
        needed: those that the table can't do without.

    Raises:
        CellError: the cells can't be told apart with any delimiter.
    """
    said = _SEPARATOR.match(text)
    delimiters = tuple(DELIMITERS)
    if said:
        if said["delimiter"] not in DELIMITERS:
            message = f'sep= says that "{said["delimiter"]}" separates the cells, which is not read'
            hint = f"save the table with a {', a '.join(DELIMITERS.values())}"
            problem = error("syntax", message, hint, file=file, line=1, column=1)
            return CsvHeader(",", None, 0, (problem,))
        delimiters = (said["delimiter"],)
    above = 1 if said else 0
    candidates: list[_NamedRow] = []
    reasons: list[CellError] = []
    for delimiter in delimiters:
        rows, reason = _rows(text, delimiter)
        if rows[above:]:
            candidates.append(_candidate(delimiter, rows, above, known, needed))
        elif reason:
            reasons.append(reason)
    best = max(candidates, key=lambda each: each.named, default=None)
    if reasons and not (best and best.named):
        raise reasons[0]
    if best is None or (not said and len(candidates) + len(reasons) < len(delimiters)):
        return CsvHeader(delimiters[0], None, 0, ())  # nothing, or nothing but delimiters
    problems = tuple(_left_out(best.rows[above : best.at], best.rows[best.at], file))
    return CsvHeader(best.delimiter, best.rows[best.at], best.at + 1, problems)


def _rows(text: str, delimiter: str) -> tuple[list[CsvRow], CellError | None]:
    """Return the first rows that can be read, and what ends the reading."""
    rows: list[CsvRow] = []
    try:
        rows.extend(islice(each_row(text, delimiter), _ABOVE + 1))
    except CellError as reason:
        return rows, reason
    return rows, None


def _candidate(
    delimiter: str, rows: list[CsvRow], above: int, known: Collection[str], needed: Collection[str]
) -> _NamedRow:
    """Return the best row of names with this delimiter: the first, unless it names no column."""
    named = [{cell.casefold() for cell in row.cells} & set(known) for row in rows]
    at = above
    if not named[above]:
        places = range(above + 1, len(rows))
        whole = (place for place in places if named[place].issuperset(needed))
        most = max(places, key=lambda place: len(named[place]), default=above)
        at = next(whole, most if len(named[most]) >= _FEWEST else above)
    return _NamedRow(delimiter, rows, at, len(named[at]))


def _left_out(rows: list[CsvRow], header: CsvRow, file: str) -> Iterator[Problem]:
    if rows:
        text = " ".join(filter(None, rows[0].cells))
        message = f'the columns are named on line {header.line}; "{shown(text)}" above is not read'
        hint = "see whether that is right, or take out what stands above"
        yield warning("title-line", message, hint, file=file, line=rows[0].line, column=1)
