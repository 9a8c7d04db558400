"""CSV as cells with places (RFC 4180: commas separate, double quotes enclose).

The standard library's reader forgets in which column a cell began, and a
problem that names only the row of a wide table sends people counting commas.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from mi_print.source.places import MAX_VALUES, TOO_MANY, Place

_BREAK = re.compile(r"\r\n|\r|\n")
_ENCLOSED = r'"(?P<enclosed>(?:[^"]++|"")*+)"[ \t]*+'
_BARE = r'(?P<bare>[^",\r\n][^,\r\n]*+)?+'
_CELL = re.compile(rf"[ \t]*+(?:{_ENCLOSED}|{_BARE})(?P<end>,|\r\n|\r|\n|\Z)")
_CLOSED = re.compile(rf"[ \t]*+{_ENCLOSED}")


class Cell(NamedTuple):
    """The text of a cell, trimmed, and where the cell begins."""

    text: str
    place: Place


class CellError(ValueError):
    """From `place` on cells can't be told apart, or there are far too many."""

    def __init__(self, rule: str, message: str, hint: str, place: Place) -> None:
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
    starts = [0, *(found.end() for found in _BREAK.finditer(text))]
    row: list[Cell] = []
    position = cells = 0
    while position < len(text) or row:
        found = _CELL.match(text, position)
        if found is None:
            raise _quote_error(text, position, starts)
        enclosed = found["enclosed"]
        value = (found["bare"] or "") if enclosed is None else enclosed.replace('""', '"')
        row.append(Cell(value.strip(), _place(position, starts)))
        position = found.end()
        cells += 1
        if cells > MAX_VALUES:
            raise CellError("size", *TOO_MANY, row[-1].place)
        if found["end"] != ",":
            if any(cell.text for cell in row):
                yield row
            row = []


def _quote_error(text: str, position: int, starts: list[int]) -> CellError:
    hint = 'put the whole cell in quotes and write each quote inside it twice, ""'
    closed = _CLOSED.match(text, position)
    if closed:
        place = _place(closed.end(), starts)
        return CellError("syntax", "text follows the closing quote", hint, place)
    place = _place(position, starts)
    return CellError("syntax", "the quote that opens here is not closed", hint, place)


def _place(offset: int, starts: list[int]) -> Place:
    line = bisect_right(starts, offset)
    return Place(line, offset - starts[line - 1] + 1)
