"""Ticket lists of Tito.  A ticket that is not assigned is nobody's, and not its buyer's."""

from mi_print.importers.attendees.attendee_format import AFFILIATION, PRONOUNS, AttendeeFormat

TITO = AttendeeFormat(
    key="tito",
    name="a ticket list of Tito",
    marks=("Ticket Full Name", "Void Status", "Ticket Reference", "Order Reference"),
    id=("Ticket Reference",),
    fields={
        "name": ("Ticket Full Name",),
        "given": ("Ticket First Name",),
        "family": ("Ticket Last Name",),
        "affiliation": ("Ticket Company Name", *AFFILIATION),
        "pronouns": PRONOUNS,
    },
    ticket=("Ticket",),
    email=("Ticket Email",),
    order=("Order Reference",),
    status="Void Status",
    comes=frozenset({"", "false", "no", "0"}),
    stays=frozenset({"true", "yes", "1"}),
)
