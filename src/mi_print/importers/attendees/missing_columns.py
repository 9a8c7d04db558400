"""What a list of registrations can't say because a column of its format is not there."""

from collections.abc import Iterator

from mi_print.importers.attendees.attendee_format import AttendeeFormat
from mi_print.importers.files.export_table import ExportTable
from mi_print.problem import Problem, error, warning

_AGAIN = "export it with that column"


def missing_columns(table: ExportTable, form: AttendeeFormat) -> Iterator[Problem]:
    """Yield what is wrong with a table that lacks columns; without whole names, an error.

    A table of no format has only what it has.
    """
    if not form.marks:
        return
    said = form.said(table)
    parts = {name for name in ("given", "family") if form.fields.get(name)}
    if "name" not in said and not (parts and parts <= said):
        names = sorted(parts - said, reverse=True) or ["name"]
        gone = " and ".join(f'"{form.fields[name][0]}"' for name in names)
        message = f"the names are not whole: there is no column {gone}"
        hint = f"{_AGAIN}, or say which column has the whole name: --map COLUMN=name"
        yield error("missing-key", message, hint, file=table.file, line=table.line)
    if form.status and form.status.casefold() not in table.places:
        message = (
            f'there is no column "{form.status}": who does not come can\'t be told, '
            "and every row counts"
        )
        hint = f"{_AGAIN}, or take out of the list who does not come"
        yield warning("no-column", message, hint, file=table.file, line=table.line)
    tickets = [each for each in form.ticket if each in form.marks]
    if tickets and "role" not in said:
        message = f'there is no column "{tickets[0]}": nobody gets a role by the ticket'
        hint = f"{_AGAIN}, or map another: --map COLUMN=ticket; roles that are in the data stay"
        yield warning("no-column", message, hint, file=table.file, line=table.line)
