"""CSV as cells with places (RFC 4180: commas separate, double quotes enclose).

The standard library's reader forgets in which column a cell began, and a
problem that names only the row of a wide table sends people counting commas.
Here the cells come first, and their places when somebody asks: a table of
200,000 rows has a problem in few of them.
"""

import csv
import functools
import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from mi_print.source.located_values import MAX_VALUES, TOO_MANY, Position

MAX_CELLS = 1000
"""Cells that a row may have."""

_BREAK = re.compile(r"\r\n|\r|\n")


class Cell(NamedTuple):
    """The text of a cell, trimmed, and where the cell begins."""

    text: str
    place: Position


class CsvRow(NamedTuple):
    """The trimmed cells of a row, and the line and the position in the text where it begins."""

    cells: list[str]
    line: int
    start: int


class CellError(ValueError):
    """From `place` on cells can't be told apart, or there are far too many."""

    def __init__(self, rule: str, message: str, hint: str, place: Position) -> None:
        """Say what is wrong there."""
        super().__init__(message)
        self.rule = rule
        self.hint = hint
        self.place = place


def rows(text: str) -> Iterator[list[Cell]]:
    """Yield the cells of each row that has any text.

    Raises:
        CellError: a quote is not closed, text follows a closing one, or there are more
            than `MAX_VALUES` cells.
    """
    count = 0
    for row in each_row(text):
        cells = list(map(Cell, row.cells, places(text, row)))
        count += len(cells)
        if count > MAX_VALUES:
            raise CellError("size", *TOO_MANY, cells[-1].place)
        yield cells


def each_row(text: str, delimiter: str = ",") -> Iterator[CsvRow]:
    """Yield each row that has any text.

    Raises:
        CellError: a quote is not closed, text follows a closing one, or a row has more
            than `MAX_CELLS` cells.
    """
    line, start = 1, 0
    while start < len(text):
        end, after = _line(text, start)
        breaks = 1
        cells = _at_once(text[start:end], delimiter)
        if not cells:
            spans = list(islice(_spans(text, start, line, delimiter), MAX_CELLS + 1))
            cells, after = [span.text for span in spans], spans[-1].after
            breaks = len(_BREAK.findall(text, start, after))
        if len(cells) > MAX_CELLS:
            raise CellError("size", *_TOO_WIDE, Position(line, 1))
        cells = [cell.strip() for cell in cells]
        if any(cells):
            yield CsvRow(cells, line, start)
        line += breaks
        start = after


def places(text: str, row: CsvRow, delimiter: str = ",") -> list[Position]:
    """Return where each cell of a row begins."""
    found = []
    line, begun, seen = row.line, row.start, row.start
    for span in _spans(text, row.start, row.line, delimiter):
        for each in _BREAK.finditer(text, seen, span.start):
            line, begun = line + 1, each.end()
        found.append(Position(line, span.start - begun + 1))
        seen = span.start
    return found


_TOO_WIDE = (f"a row has {MAX_CELLS:,} cells at most", "see whether this is the right file")


class _CellSpan(NamedTuple):
    """A cell, where it begins, and where what follows its delimiter does."""

    text: str
    start: int
    after: int


def _at_once(line: str, delimiter: str) -> list[str]:
    """Return the cells of a line that the standard library reads as we do, else none."""
    if '"' not in line:
        return line.split(delimiter, MAX_CELLS)
    if ' "' in line or (delimiter != "\t" and '\t"' in line):
        return []
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True))
    except csv.Error:  # it ends inside quotes, or is wrong
        return []


def _line(text: str, start: int) -> tuple[int, int]:
    """Return where the line that begins at `start` ends, and where the next one begins."""
    found = _BREAK.search(text, start)
    return found.span() if found else (len(text), len(text))


def _spans(text: str, start: int, line: int, delimiter: str) -> Iterator[_CellSpan]:
    """Yield the cells of the row that begins at `start`, on this line."""
    pattern = _cell(delimiter)
    position, more = start, True
    while more:
        found = pattern.match(text, position)
        if found is None:
            raise _quote_error(text, position, delimiter, _place(text, start, line, position))
        enclosed = found["enclosed"]
        value = (found["bare"] or "") if enclosed is None else enclosed.replace('""', '"')
        yield _CellSpan(value, position, found.end())
        position = found.end()
        more = found["end"] == delimiter


@functools.cache
def _enclosed(delimiter: str) -> re.Pattern[str]:
    space = _space(delimiter)
    return re.compile(rf'{space}"(?P<enclosed>(?:[^"]++|"")*+)"{space}')


@functools.cache
def _cell(delimiter: str) -> re.Pattern[str]:
    bare = rf'(?P<bare>[^"{delimiter}\r\n][^{delimiter}\r\n]*+)?+'
    cell = f"(?:{_enclosed(delimiter).pattern}|{bare})"
    return re.compile(rf"{_space(delimiter)}{cell}(?P<end>{delimiter}|\r\n|\r|\n|\Z)")


def _space(delimiter: str) -> str:
    return " *+" if delimiter == "\t" else r"[ \t]*+"


def _quote_error(text: str, position: int, delimiter: str, place: Position) -> CellError:
    hint = 'put the whole cell in quotes and write each quote inside it twice, ""'
    closed = _enclosed(delimiter).match(text, position)
    if closed:
        # A line break inside the quotes moves the place where the text follows.
        place = _place(text, position - place.column + 1, place.line, closed.end())
        return CellError("syntax", "text follows the closing quote", hint, place)
    return CellError("syntax", "the quote that opens here is not closed", hint, place)


def _place(text: str, start: int, line: int, position: int) -> Position:
    """Return the place of a position, given that `start` is the beginning of a line."""
    breaks = [found.end() for found in _BREAK.finditer(text, start, position)]
    begun = breaks[-1] if breaks else start
    return Position(line + len(breaks), position - begun + 1)
