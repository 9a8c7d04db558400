"""Any other list: its columns are known by the usual words for them, in several languages."""

import re
from collections.abc import Sequence

from mi_print.importers.attendees.attendee_format import AFFILIATION, PRONOUNS, AttendeeFormat

_FIELDS = {
    "name": (
        "Name",
        "Full name",
        "Nome completo",
        "Nombre completo",
        "Nom complet",
        "氏名",
        "姓名",
    ),
    "given": ("First name", "Given name", "Vorname", "Prénom", "Nome", "Nombre", "Voornaam", "名"),
    "family": (
        *("Last name", "Family name", "Surname", "Nachname", "Familienname", "Nom"),
        *("Cognome", "Apellido", "Apellidos", "Sobrenome", "Achternaam", "姓"),
    ),
    "affiliation": AFFILIATION,
    "pronouns": PRONOUNS,
    "lang": ("Language of the name",),
}
_ASKED = {
    "First name": re.compile(r"\b(?:first|given) name\b|\bvorname\b", re.IGNORECASE),
    "Last name": re.compile(r"\b(?:last|family) name\b|\bsurname\b|\bnachname\b", re.IGNORECASE),
    "Name": re.compile(r"\b(?:your|full|ihr|dein|votre) (?:full )?(?:name|nom)\b", re.IGNORECASE),
    "Affiliation": re.compile(
        r"\b(?:affiliation|company|institution|university|employer|organi[sz]ation)\b",
        re.IGNORECASE,
    ),
    "Pronouns": re.compile(r"\bpronouns?\b", re.IGNORECASE),
}
"""By the column that is meant: a question that asks for it."""
_LONGEST = 80  # characters of such a question


def _by_questions(columns: Sequence[str]) -> Sequence[str] | None:
    """Return the columns with those called by what they ask for that have no usual name."""
    known = {column.casefold() for names in _FIELDS.values() for column in names}
    found = list(columns)
    for name, pattern in _ASKED.items():
        asked = [
            index
            for index, column in enumerate(columns)
            if len(column) <= _LONGEST and pattern.search(column) and found[index] == column
        ]
        if name.casefold() not in {each.casefold() for each in found} and len(asked) == 1:
            found[asked[0]] = name if columns[asked[0]].casefold() not in known else found[asked[0]]
    return found


ANY_TABLE = AttendeeFormat(
    key="table",
    name="a table",
    marks=(),
    id=("id", "Registration ID", "Ticket ID", "Order ID", "Ticketnummer", "Nr.", "No."),
    fields=_FIELDS,
    ticket=("Ticket type", "Ticket", "Role", "Rolle", "Ticketart", "Kategorie", "Category"),
    email=("Email", "E-mail", "Email address", "E-Mail-Adresse", "Mail"),
    status="Status",
    comes=frozenset(
        {"", "attending", "approved", "confirmed", "paid", "complete", "checked in", "ok"}
    ),
    stays=frozenset(
        {
            *("refunded", "cancelled", "canceled", "declined", "pending", "rejected", "withdrawn"),
            *("not attending", "void", "expired", "waitlist", "storniert", "abgesagt"),
        }
    ),
    translate=_by_questions,
)
