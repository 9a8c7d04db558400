"""A list of registrations as the table of attendees that badges are made from."""

from collections.abc import Iterable

from mi_print.event.attendees.read_list import ConvertedList
from mi_print.event.attendees.table import NEEDED
from mi_print.event.model import RoleTable
from mi_print.importers.all_importers import looks_like
from mi_print.importers.attendees.attendee_formats import KNOWN, recognize
from mi_print.importers.attendees.read_attendees import read_attendees
from mi_print.importers.files.export_table import ExportTable
from mi_print.importers.files.open_file import open_file
from mi_print.importers.files.workbook import ARCHIVE
from mi_print.importers.merging.attendees_file import attendees_csv
from mi_print.problem import error, errors_of


def converted(data: bytes, file: str, roles: RoleTable | None) -> ConvertedList | None:
    """Return an export as a list of ours; nothing if it is one, or no list that is known.

    Args:
        data: the file.
        file: how problems name it.
        roles: those of the event; `None` if they can't be known.
    """
    opened = open_file(data, file, KNOWN)
    if errors_of(opened.problems):
        return ConvertedList(None, list(opened.problems), ()) if _workbook(data) else None
    found = recognize(opened.tables, {})
    if found is None and not _ours(opened.tables) and (name := looks_like(opened)):
        message = f"this is no list of attendees: it looks like {name}"
        hint = f"name a list of registrations; mi-print import {file} takes this one"
        problem = error("not-recognized", message, hint, file=file)
        return ConvertedList(None, [problem], ())
    if found is None or (_ours(opened.tables) and not found.certain and not _workbook(data)):
        return None
    read = read_attendees(found.table, found.form, roles or RoleTable())
    text, lines = attendees_csv(read.records), [found.table.line, *read.lines]
    return ConvertedList(text, [*opened.problems, *found.table.problems, *read.problems], lines)


def _ours(tables: Iterable[ExportTable]) -> bool:
    return any(table.places.keys() >= set(NEEDED) for table in tables)


def _workbook(data: bytes) -> bool:
    return data.startswith(ARCHIVE)
