"""Tables as mappings with places, as `papers.yaml` has them.

The first row names the columns.  Cells are text, which the model converts; an
empty cell is a key left out; a line break or tab in a cell is a space.  An
unknown column is one problem, not one for each row; where a required column is missing, no row
is read.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mi_print.problem import Problem, errors_of
from mi_print.source import csv_cells
from mi_print.source.csv_cells import Cell
from mi_print.source.csv_header import DELIMITERS, header_of
from mi_print.source.located_values import Location, Position, Source
from mi_print.source.wording import counted, nearest, shown

_SEVERAL = re.compile(r"[;|]")


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns that a table may have.

    Those of `lists` have several values, split at `;` or `|`; those of `mappings` several of
    the form `key: value`.
    """

    known: tuple[str, ...]
    needed: tuple[str, ...]
    lists: frozenset[str] = frozenset()
    mappings: frozenset[str] = frozenset()


def read(text: str, file: str, name: str, columns: Columns) -> Source:
    """Return the table as a mapping: `name`, and a list with a mapping for each row."""
    source = Source(file, typed=False)
    source.values[()] = Position(1, 1)
    try:
        found = header_of(text, file, columns.known, columns.needed)
        rows = list(csv_cells.rows(text, found.delimiter))
    except csv_cells.CellError as reason:
        source.note(reason.rule, str(reason), reason.hint, reason.place)
        return source
    source.problems += found.problems
    if found.row is None:
        if not errors_of(found.problems):
            hint = "write its columns, or delete it"
            source.refuse((), "empty", "the file says nothing", hint)
        return source
    header = _header(rows[found.through - 1], source, columns)
    if not set(columns.needed).issubset(header):
        return source
    records = []
    breaks = csv_cells.may_be_broken(text, found.delimiter)
    for index, row in enumerate(rows[found.through :]):
        location = (name, index)
        source.values[location] = row[0].place
        if len(row) != len(header):
            message = f"this row has {counted(len(row), 'cell')}, the first has {len(header)}"
            hint = f"put a cell with a {DELIMITERS[found.delimiter]} in it in quotes"
            source.refuse(location, "cells", message, csv_cells.ragged_hint(row, hint))
        elif breaks:
            _say_broken(row, header, source, found.delimiter)
        records.append(_record(row, header, source, location, columns))
    source.value = {name: records}
    return source


def _header(row: list[Cell], source: Source, columns: Columns) -> list[str | None]:
    """Return the name of each column, `None` where it has none that can be read."""
    names: list[str | None] = []
    seen: set[str] = set()
    for text, place in row:
        if text in seen:
            source.note("duplicate-key", f'two columns are "{shown(text)}"', "take one out", place)
        elif text not in columns.known:
            message = f'no column is called "{shown(text)}"' if text else "this column has no name"
            source.note("unknown-key", message, nearest(text, columns.known), place)
        names.append(text if text in columns.known and text not in seen else None)
        seen.add(text)
    for column in columns.needed:
        if column not in seen:
            source.note("missing-key", f'the column "{column}" is missing', "add it", row[0].place)
    return names


def _say_broken(
    row: list[Cell], header: Sequence[str | None], source: Source, delimiter: str
) -> None:
    for column, (text, (line, at)) in zip(header, row, strict=True):
        if column and csv_cells.broken(text):
            said = csv_cells.broken_cell(text, delimiter, len(header))
            source.problems.append(Problem(*said, file=source.file, line=line, column=at))


def _record(
    row: list[Cell],
    header: Sequence[str | None],
    source: Source,
    location: Location,
    columns: Columns,
) -> dict[str, object]:
    record: dict[str, object] = {}
    for column, (text, place) in zip(header, row, strict=False):
        if column is None:
            continue
        way = (*location, column)
        source.values[way] = source.keys[way] = place
        if not text:
            continue
        line = csv_cells.one_line(text)
        if column in columns.lists:
            record[column] = [part.strip() for part in _SEVERAL.split(line)]
        elif column in columns.mappings:
            record[column] = _mapping(line, source, (*location, column))
        else:
            record[column] = line
    return record


def _mapping(text: str, source: Source, location: Location) -> dict[str, object]:
    """Return what a cell says in the form `key: value; key: value`."""
    found: dict[str, object] = {}
    for part in _SEVERAL.split(text):
        key, colon, value = map(str.strip, part.partition(":"))
        if not (key and colon and value) or key in found:
            message = f'"{shown(part.strip())}" is no key and value, or is there twice'
            source.refuse(location, "value", message, 'write it as in "first: 12; second: 7"')
        found[key] = value
    return found
