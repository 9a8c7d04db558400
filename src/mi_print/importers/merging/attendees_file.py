"""`data/attendees.csv` as records, and records as that file."""

import csv
import io
from collections.abc import Sequence

from mi_print.event.attendees.table import COLUMNS, NEEDED
from mi_print.importers.files.export_table import csv_table
from mi_print.importers.merging.record import DataRecord
from mi_print.problem import Problem, error, errors_of
from mi_print.source.encodings import decoded

_NONE_OF_OURS = "move it away, and import it from there"


def read_attendees_file(data: bytes, file: str) -> list[DataRecord] | list[Problem]:
    """Return the rows of the list, or why nothing can be merged into it.

    Of columns that are ours the names are in small letters; all others stay as they are.
    """
    text, problems = decoded(data, file)
    table = csv_table(text, file, COLUMNS) if text is not None else None
    if isinstance(table, Problem):
        problems.append(table)
    if not isinstance(table, Problem) and table is not None:
        problems += table.problems
        names = [name.casefold() if name.casefold() in COLUMNS else name for name in table.columns]
        missing = [name for name in NEEDED if name not in names]
        if missing:
            message = f'this list has no column "{missing[0]}"'
            problems.append(error("missing-key", message, _NONE_OF_OURS, file=file, line=1))
        elif not errors_of(problems):
            cells = (zip(names, row.cells, strict=True) for row in table.rows)
            return [DataRecord((name, cell) for name, cell in row if cell) for row in cells]
    return errors_of(problems)


def attendees_csv(records: Sequence[DataRecord]) -> str:
    """Return records as the list: our columns, then the others, those that any record fills."""
    filled = dict.fromkeys(name for record in records for name in record)
    ours = [name for name in COLUMNS if name in filled or name in NEEDED]
    columns = [*ours, *(name for name in filled if name not in COLUMNS)]
    written = io.StringIO()
    table = csv.DictWriter(written, columns, lineterminator="\n")
    table.writeheader()
    table.writerows(records)
    return written.getvalue()
