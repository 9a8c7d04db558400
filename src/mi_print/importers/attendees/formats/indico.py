"""Registrations of Indico."""

from mi_print.importers.attendees.attendee_format import AFFILIATION, PRONOUNS, AttendeeFormat

INDICO = AttendeeFormat(
    key="indico",
    name="registrations of Indico",
    marks=("ID", "Name", "First Name", "Last Name", "Email Address", "Registration state"),
    id=("ID",),
    fields={
        "name": ("Name",),
        "given": ("First Name",),
        "family": ("Last Name",),
        "affiliation": ("Affiliation", *AFFILIATION),
        "pronouns": PRONOUNS,
    },
    ticket=("Registration type", "Ticket type", "Participation"),
    email=("Email Address",),
    status="Registration state",
    comes=frozenset({"complete", "completed", "unpaid"}),
    stays=frozenset({"pending", "rejected", "withdrawn"}),
)
