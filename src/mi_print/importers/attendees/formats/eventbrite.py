"""Attendee reports of Eventbrite.  An order has a row for each attendee, or one for several."""

from mi_print.importers.attendees.attendee_format import AFFILIATION, PRONOUNS, AttendeeFormat

EVENTBRITE = AttendeeFormat(
    key="eventbrite",
    name="an attendee report of Eventbrite",
    marks=("Order #", "First Name", "Last Name", "Ticket Type", "Attendee #", "Attendee Status"),
    id=("Attendee #",),
    fields={
        "given": ("First Name",),
        "family": ("Last Name",),
        "affiliation": AFFILIATION,
        "pronouns": PRONOUNS,
    },
    ticket=("Ticket Type",),
    email=("Email",),
    order=("Order #",),
    status="Attendee Status",
    comes=frozenset({"attending", "checked in"}),
    stays=frozenset(
        {"refunded", "not attending", "cancelled", "canceled", "deleted", "transferred", "unpaid"}
    ),
    quantity="Quantity",
)
