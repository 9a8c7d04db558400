"""The formats of registrations, and which of them a table has."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from mi_print.event.model import Attendee
from mi_print.importers.attendees.attendee_format import AttendeeFormat
from mi_print.importers.attendees.formats.any_table import ANY_TABLE
from mi_print.importers.attendees.formats.author_form import AUTHOR_FORM
from mi_print.importers.attendees.formats.eventbrite import EVENTBRITE
from mi_print.importers.attendees.formats.google_forms import GOOGLE_FORMS
from mi_print.importers.attendees.formats.indico import INDICO
from mi_print.importers.attendees.formats.luma import LUMA
from mi_print.importers.attendees.formats.pretix import PRETIX
from mi_print.importers.attendees.formats.tito import TITO
from mi_print.importers.files.export_table import ExportTable

FORMATS: tuple[AttendeeFormat, ...] = (
    EVENTBRITE,
    LUMA,
    TITO,
    PRETIX,
    INDICO,
    AUTHOR_FORM,
    GOOGLE_FORMS,
)
"""Those that are known by their columns; any other table is read by the usual words."""

KNOWN = frozenset(Attendee.model_fields).union(*(form.columns for form in (*FORMATS, ANY_TABLE)))
"""All columns that any of them knows, in small letters."""

MAPPED = (*Attendee.model_fields, "ticket")
"""The fields to which a column can be mapped by hand."""

_KIND = "attendees"
_LIKELY = 0.6  # the share of its marks by which a format is taken for likely


class RecognizedTable(NamedTuple):
    """A table, its format, how sure that is (1 if all marks are there), and its own columns."""

    table: ExportTable
    form: AttendeeFormat
    sure: float
    columns: Sequence[str]

    @property
    def certain(self) -> bool:
        """Whether all marks of its format are there."""
        return self.sure == 1.0

    def unread(self, kept: Iterable[str]) -> list[str]:
        """Return the columns of which nothing is made, as they are written."""
        read = {*self.form.read, *map(str.casefold, kept)}
        names = zip(self.columns, self.table.columns, strict=True)
        return [column for column, name in names if name.casefold() not in read]

    def __str__(self) -> str:
        """Return it in words."""
        if self.form.marks:
            found = round(self.sure * len(self.form.marks))
            share = f"{found} of {len(self.form.marks)} of its columns"
            if self.certain:
                return f"{self.form.name} (sure: {share})"
            gone = (each for each in self.form.marks if each.casefold() not in self.table.places)
            return f"{self.form.name} (likely: {share}, without {', '.join(gone)})"
        return f"{self.form.name} (by the usual names of columns)"


def recognize(
    tables: Iterable[ExportTable], mapped: Mapping[str, str], only: str = ""
) -> RecognizedTable | None:
    """Return the table that is a list of attendees, of the format that it is most surely of.

    Args:
        tables: those of a file.
        mapped: fields of attendees by the columns that say them, given by hand.
        only: the one format that it may be, by its key.
    """
    found: list[RecognizedTable] = []
    for table in tables:
        found += (
            RecognizedTable(form.of(table), _mapped(form, mapped), sure, table.columns)
            for form in FORMATS
            if only in {"", form.key, _KIND} and (sure := form.sureness(table)) >= _LIKELY
        )
        if only not in {"", ANY_TABLE.key, _KIND}:
            continue
        anyhow = _mapped(ANY_TABLE, mapped)
        plain = anyhow.of(table)
        fields = {name for name in anyhow.fields if _has(plain, anyhow.fields[name])}
        if "name" in fields or {"given", "family"} <= fields:
            found.append(RecognizedTable(plain, anyhow, 0.0, table.columns))
    return max(found, key=lambda each: (each.sure, len(each.form.marks)), default=None)


def _has(table: ExportTable, columns: Iterable[str]) -> bool:
    return any(column.casefold() in table.places for column in columns)


def _mapped(form: AttendeeFormat, mapped: Mapping[str, str]) -> AttendeeFormat:
    """Return a format with columns mapped by hand before its own."""
    if not mapped:
        return form
    by_field = {field: column for column, field in mapped.items()}
    fields = {name: (by_field[name],) for name in by_field if name in Attendee.model_fields}
    return replace(
        form,
        fields={**form.fields, **{name: fields[name] for name in fields if name != "id"}},
        id=fields.get("id", form.id),
        ticket=(by_field["ticket"],) if "ticket" in by_field else form.ticket,
    )
