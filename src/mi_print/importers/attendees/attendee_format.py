"""What an importer of registrations is: which columns of an export say what."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from mi_print.importers.files.export_table import ExportTable

ColumnNames = tuple[str, ...]
"""Names of columns; the first that a table has and that is filled counts."""

Translate = Callable[[Sequence[str]], Sequence[str] | None]
"""Takes the names of columns; returns those of the format's own language, or nothing."""

AFFILIATION = (
    *("Company", "Affiliation", "Organization", "Organisation", "Institution", "University"),
    *("Employer", "Firma", "Einrichtung", "Hochschule", "Entreprise", "Empresa", "Azienda"),
)
PRONOUNS = ("Pronouns", "Your pronouns", "Pronomen", "Pronoms", "Pronombres")
"""How forms ask for what every list may have."""


@dataclass(frozen=True)
class AttendeeFormat:
    """The export of one program.

    Attributes:
        key: what `--as` calls it.
        name: what messages call it.
        marks: the columns by which it is known.
        fields: for fields of an attendee the columns that say them.
        id: the columns that make an id together, with hyphens.
        ticket: those that say the ticket type.
        email: those that say the address; it is compared and never kept.
        order: those that say in which order a ticket was bought.
        status: the column that says whether somebody comes; `comes` and `stays` have its
            words for that, in small letters.
        quantity: the column that says how many tickets a row is.
        translate: finds the columns of an export in another language.
        apart: makes rows of several people rows of one.
    """

    key: str
    name: str
    marks: ColumnNames
    fields: Mapping[str, ColumnNames]
    id: ColumnNames = ()
    ticket: ColumnNames = ()
    email: ColumnNames = ()
    order: ColumnNames = ()
    status: str = ""
    comes: frozenset[str] = frozenset()
    stays: frozenset[str] = frozenset()
    quantity: str = ""
    translate: Translate | None = field(default=None, repr=False)
    apart: Callable[[ExportTable], ExportTable] | None = field(default=None, repr=False)

    @property
    def columns(self) -> set[str]:
        """All columns that it knows, in small letters."""
        more = (
            self.marks,
            self.id,
            self.ticket,
            self.email,
            self.order,
            (self.status, self.quantity),
        )
        known = {each for columns in (*self.fields.values(), *more) for each in columns}
        return {each.casefold() for each in known if each}

    def said(self, table: ExportTable) -> set[str]:
        """Return the fields of an attendee that a table called as this format has columns for."""
        columns = {**self.fields, "role": self.ticket}
        return {
            name
            for name, known in columns.items()
            if any(each.casefold() in table.places for each in known)
        }

    @property
    def read(self) -> set[str]:
        """The columns of which something is made, in small letters."""
        more = (self.id, self.ticket, (self.status, self.quantity))
        known = {each for columns in (*self.fields.values(), *more) for each in columns}
        return {each.casefold() for each in known if each}

    def sureness(self, table: ExportTable) -> float:
        """Return how sure it is that a table is of this format: the share of its marks."""
        found = self._called(table).places
        return sum(mark.casefold() in found for mark in self.marks) / max(len(self.marks), 1)

    def of(self, table: ExportTable) -> ExportTable:
        """Return a table with its columns called as this format calls them, a row a person."""
        found = self._called(table)
        return self.apart(found) if self.apart else found

    def _called(self, table: ExportTable) -> ExportTable:
        names = self.translate(table.columns) if self.translate else None
        return table.named(names) if names else table
