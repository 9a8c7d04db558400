"""Tables as mappings with places, as `papers.yaml` has them.

The first row names the columns.  Cells are text, which the model converts; an
empty cell is a key left out.  An unknown column is one problem, not one for each
row; where a required column is missing, no row is read.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mi_print.source import csv_cells
from mi_print.source.csv_cells import Cell
from mi_print.source.located_values import Location, Position, Source
from mi_print.source.wording import nearest, shown

_OTHER = re.compile(r"[;\t]")
_SEVERAL = re.compile(r"[;|]")


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns that a table may have; those of `lists` have several values, split at `;` or `|`."""

    known: tuple[str, ...]
    needed: tuple[str, ...]
    lists: frozenset[str] = frozenset()


def read(text: str, file: str, name: str, columns: Columns) -> Source:
    """Return the table as a mapping: `name`, and a list with a mapping for each row."""
    source = Source(file, typed=False)
    source.values[()] = Position(1, 1)
    try:
        rows = list(csv_cells.rows(text))
    except csv_cells.CellError as reason:
        source.note(reason.rule, str(reason), reason.hint, reason.place)
        return source
    if not rows:
        source.refuse((), "empty", "the file says nothing", "write its columns, or delete it")
        return source
    header = _header(rows[0], source, columns)
    if not set(columns.needed).issubset(header):
        return source
    records = []
    for index, row in enumerate(rows[1:]):
        location = (name, index)
        source.values[location] = row[0].place
        if len(row) != len(header):
            message = f"this row has {len(row)} cells, the first has {len(header)}"
            source.refuse(location, "cells", message, "put a cell with a comma in it in quotes")
        records.append(_record(row, header, source, location, columns.lists))
    source.value = {name: records}
    return source


def _header(row: list[Cell], source: Source, columns: Columns) -> list[str | None]:
    """Return the name of each column, `None` where it has none that can be read."""
    if len(row) == 1 and _OTHER.search(row[0].text):
        hint = "save the table with commas"
        source.note("syntax", "the columns are not separated by commas", hint, row[0].place)
        return []
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


def _record(
    row: list[Cell],
    header: Sequence[str | None],
    source: Source,
    location: Location,
    lists: frozenset[str],
) -> dict[str, object]:
    record: dict[str, object] = {}
    for column, (text, place) in zip(header, row, strict=False):
        if column is None:
            continue
        source.values[*location, column] = source.keys[*location, column] = place
        if not text:
            continue
        if column in lists:
            record[column] = [part.strip() for part in _SEVERAL.split(text)]
        else:
            record[column] = text
    return record
