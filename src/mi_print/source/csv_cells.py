"""CSV as cells with places (RFC 4180: commas separate, double quotes enclose).

The standard library's reader splits the rows, but it does not tell in which
column a cell began.  That is found by a grammar of our own, and only for the
rows that have a problem, or that the reader refuses: unlike RFC 4180, spaces
may stand around the quotes.
"""

import csv
import functools
import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice
from typing import NamedTuple, Self

from mi_print.problem import Severity
from mi_print.source.located_values import MAX_VALUES, TOO_MANY, Position
from mi_print.source.wording import shown

MAX_CELLS = 1000
"""Cells that a row may have."""

_BREAK = re.compile(r"\r\n|\r|\n")
_LINE = re.compile(r"[^\r\n]*+(?:\r\n|\r|\n)|[^\r\n]++")
_TAB_BEFORE_QUOTE = re.compile('\t *"')  # `csv.reader` skips spaces there, but no tabs


_BREAKS_AND_TABS = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"
_BROKEN = re.compile(f"[{_BREAKS_AND_TABS}]")
_BREAK_NAMES = {"\t": "tab"}


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
    """From `place` on the cells can't be read, or there are too many."""

    def __init__(self, rule: str, message: str, hint: str, place: Position) -> None:
        """Keep the parts of the problem."""
        super().__init__(message)
        self.rule = rule
        self.hint = hint
        self.place = place


def rows(text: str, delimiter: str = ",") -> Iterator[list[Cell]]:
    """Yield the cells of each row that has any text, with their places.

    Raises:
        CellError: a quote is not closed, text follows a closing quote, or there are more
            than `MAX_VALUES` cells.
    """
    count = 0
    for row in each_row(text, delimiter):
        cells = list(map(Cell, row.cells, places(text, row, delimiter)))
        count += len(cells)
        if count > MAX_VALUES:
            raise CellError("size", *TOO_MANY, cells[-1].place)
        yield cells


def each_row(text: str, delimiter: str = ",") -> Iterator[CsvRow]:
    """Yield each row that has any text.

    Raises:
        CellError: a quote is not closed, text follows a closing quote, or a row has more
            than `MAX_CELLS` cells.
    """
    if _unquoted(text):
        yield from _unquoted_rows(text, delimiter)
        return
    lines = _CsvLines(text, delimiter)
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True)
    while lines.position < len(text):
        line, start = lines.number, lines.position
        try:
            cells = next(reader)
        except csv.Error:  # wrong, or spaces after a closing quote
            cells = lines.reread(line, start)
        if len(cells) > MAX_CELLS:
            raise CellError("size", *_TOO_WIDE, Position(line, 1))
        cells = [cell.strip() for cell in cells]
        if any(cells):
            yield CsvRow(cells, line, start)


def _unquoted(text: str) -> bool:
    """Tell whether no cell of a text is in quotes, and its lines end as most do."""
    return '"' not in text and text.count("\r") == text.count("\r\n")


def _unquoted_rows(text: str, delimiter: str) -> Iterator[CsvRow]:
    """Yield the same of such a text, in which a line is a row."""
    start, line = 0, 0
    while start < len(text):
        end, line = text.find("\n", start), line + 1
        written = text[start:] if end < 0 else text[start:end]
        cells = [cell.strip() for cell in written.split(delimiter, MAX_CELLS)]
        if len(cells) > MAX_CELLS:
            raise CellError("size", *_TOO_WIDE, Position(line, 1))
        if any(cells):
            yield CsvRow(cells, line, start)
        start = len(text) if end < 0 else end + 1


def may_be_broken(text: str, delimiter: str) -> bool:
    """Tell whether any cell of a text may have a line break or a tab in it."""
    between = set(_BREAKS_AND_TABS) - {"\r", "\n", delimiter}
    return '"' in text or any(each in text for each in between)


def broken(cell: str) -> bool:
    """Tell whether a cell has a line break or a tab in it."""
    return not cell.isprintable() and _BROKEN.search(cell) is not None


def one_line(cell: str) -> str:
    """Return a cell with a space for each line break and tab."""
    if cell.isprintable():
        return cell
    first, *more = _BROKEN.split(cell)
    return " ".join([first.rstrip(), *filter(None, map(str.strip, more))]) if more else cell


def ragged_hint(cells: Iterable[Cell], hint: str) -> str:
    """Return a hint for a row with too few or too many cells: a quote may take in other rows."""
    for cell in cells:
        if breaks := len(_BREAK.findall(cell.text)):
            line, column = cell.place
            which = f"the cell of line {line}, column {column} goes over {breaks + 1} lines"
            return f"{which}; see whether its quote is closed"
    return hint


def broken_cell(cell: str, delimiter: str, width: int) -> tuple[Severity, str, str, str]:
    """Return severity, rule, message and hint of a problem: a cell is broken.

    It is an error if lines in it look like rows of so many cells: a quote is not closed.
    """
    between = cell.splitlines()[1:-1]
    if between and all(line.count(delimiter) == width - 1 for line in between):
        message = f"the quote that opens here takes in {len(between) + 1} more rows"
        return Severity.ERROR, "syntax", message, "close it in its own line"
    found = next(character for character in cell if character in _BREAKS_AND_TABS)
    what = _BREAK_NAMES.get(found, "line break")
    message = f'this cell has a {what}, which becomes a space: "{shown(one_line(cell))}"'
    hint = "see whether that is right, and write it on one line"
    return Severity.WARNING, "line-break", message, hint


class _CsvLines:
    """The lines of a text for `csv.reader`: `position` and `number` are those of the next line."""

    def __init__(self, text: str, delimiter: str) -> None:
        self._text = text
        self._delimiter = delimiter
        self._all_by_grammar = delimiter != "\t" and _TAB_BEFORE_QUOTE.search(text) is not None
        self.number, self.position = 1, 0

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        """Return the next line.

        Raises:
            csv.Error: `csv.reader` would read it otherwise than our grammar does, or it may
                have too many cells.
        """
        start = self.position
        found = _LINE.match(self._text, start)
        if found is None:
            raise StopIteration
        line = found[0]
        self.position = start + len(line)
        self.number += 1
        if self._all_by_grammar or len(line) > MAX_CELLS:
            raise csv.Error
        return line

    def reread(self, line: int, start: int) -> list[str]:
        """Return the cells of the row that begins there, by our own grammar, and go on after it."""
        spans = list(islice(_spans(self._text, start, line, self._delimiter), MAX_CELLS + 1))
        self.position = spans[-1].after
        self.number = line + len(_BREAK.findall(self._text, start, self.position))
        return [span.text for span in spans]


def places(text: str, row: CsvRow, delimiter: str = ",") -> list[Position]:
    """Return where each cell of a row begins."""
    if cells := _of_one_line(text, row, delimiter):
        ends = accumulate(len(cell) + 1 for cell in cells)
        return [Position(row.line, 1 + start) for start in (0, *islice(ends, len(row.cells) - 1))]
    found = []
    line, begun, seen = row.line, row.start, row.start
    for span in _spans(text, row.start, row.line, delimiter):
        for each in _BREAK.finditer(text, seen, span.start):
            line, begun = line + 1, each.end()
        found.append(Position(line, span.start - begun + 1))
        seen = span.start
    return found


def cell_place(text: str, row: CsvRow, index: int, delimiter: str = ",") -> Position:
    """Return where a cell of a row begins, by its number from 0."""
    if cells := _of_one_line(text, row, delimiter):
        return Position(row.line, 1 + sum(map(len, cells[:index])) + index)
    return places(text, row, delimiter)[index]


def _of_one_line(text: str, row: CsvRow, delimiter: str) -> list[str]:
    """Return the cells of a row as they are written if it is a line of text, as nearly all are."""
    end = text.find("\n", row.start)
    written = text[row.start : end] if end >= 0 else text[row.start :]
    return [] if '"' in written or "\r" in written[:-1] else written.split(delimiter)


_TOO_WIDE = (f"a row has {MAX_CELLS:,} cells at most", "see whether this is the right file")


class _CellSpan(NamedTuple):
    """A cell, where it begins, and where what follows its delimiter does."""

    text: str
    start: int
    after: int


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
    return re.compile(rf'{space}"(?P<enclosed>(?:[^"]++|"")*)"(?!"){space}')


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
        end = _place(text, position - place.column + 1, place.line, closed.end())
        if end.line == place.line:
            return CellError("syntax", "text follows the closing quote", hint, end)
        message = (
            "the quote that opens here is closed by the next one, "
            f"on line {end.line}, and text follows that"
        )
        return CellError("syntax", message, "close it in its own line", place)
    return CellError("syntax", "the quote that opens here is not closed", hint, place)


def _place(text: str, start: int, line: int, position: int) -> Position:
    """Return the place of a position, given that `start` is the beginning of a line."""
    breaks = [found.end() for found in _BREAK.finditer(text, start, position)]
    begun = breaks[-1] if breaks else start
    return Position(line + len(breaks), position - begun + 1)
