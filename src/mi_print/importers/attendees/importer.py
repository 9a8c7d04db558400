"""The importer of attendees: any of their formats becomes `attendees.csv`."""

from collections.abc import Mapping

from mi_print.importers.attendees.attendee_formats import (
    FORMATS,
    KNOWN,
    MAPPED,
    recognize,
)
from mi_print.importers.attendees.read_attendees import read_attendees
from mi_print.importers.files.open_file import ExportFile
from mi_print.importers.importer import ImportContext, Imported, Importer, Recognized

_PART = "attendees"


def _recognize(opened: ExportFile, mapped: Mapping[str, str], kind: str) -> Recognized | None:
    found = recognize(opened.tables, mapped, kind)
    if found is None:
        return None

    def read(context: ImportContext) -> Imported:
        records, _, problems = read_attendees(found.table, found.form, context.roles, context.kept)
        return Imported(
            found.form.key,
            {_PART: records},
            [*found.table.problems, *problems],
            said={_PART: {*found.form.said(found.table), *context.kept}},
            unread=found.unread(context.kept),
        )

    return Recognized(found.form.key, str(found), (found.sure, len(found.form.marks)), read)


ATTENDEES = Importer(
    kind="attendees",
    formats=(*(form.key for form in FORMATS), "table"),
    fields=MAPPED,
    columns=KNOWN,
    recognize=_recognize,
)
