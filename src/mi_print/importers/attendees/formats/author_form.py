"""Answers to a form that asks which authors of a paper come: several people in one row."""

import re
from collections.abc import Iterator, Sequence

from mi_print.event.names.folding import folded
from mi_print.importers.attendees.attendee_format import AttendeeFormat
from mi_print.importers.files.export_table import ExportRow, ExportTable

_ATTENDING = "names of all authors who will be attending"
_WILL_COME = "will at least one author be attending"
_BETWEEN = re.compile(r"[;,](?:\s?and\s)?|\s(?:and|&)\s")


def _by_questions(columns: Sequence[str]) -> Sequence[str]:
    asked = {_ATTENDING: "Attending authors", _WILL_COME: "Will attend"}
    return [
        next((name for part, name in asked.items() if part in column.casefold()), column)
        for column in columns
    ]


def _apart(table: ExportTable) -> ExportTable:
    """Return a table with a row for each author; who comes for two papers stands there once."""
    place = table.places.get("attending authors")
    if place is None:
        return table
    seen: set[str] = set()

    def rows() -> Iterator[ExportRow]:
        for row in table.rows:
            for name in (
                filter(None, map(str.strip, _BETWEEN.split(row.cells[place])))
                if row.cells[place]
                else [""]
            ):
                key = folded(name)
                if not name or key not in seen:
                    seen.add(key)
                    cells = list(row.cells)
                    cells[place] = name
                    yield ExportRow(cells, row.line)

    return ExportTable(table.file, table.columns, tuple(rows()), table.line, table.problems)


AUTHOR_FORM = AttendeeFormat(
    key="author-form",
    name="answers of authors who attend",
    marks=("Name", "Email", "Attending authors", "Will attend"),
    fields={"name": ("Attending authors",)},
    status="Will attend",
    comes=frozenset({"yes"}),
    stays=frozenset({"no", "not sure", "maybe"}),
    translate=_by_questions,
    apart=_apart,
)
