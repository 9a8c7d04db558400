"""Guest lists of Luma.  Only those who are approved come."""

from mi_print.importers.attendees.attendee_format import AFFILIATION, PRONOUNS, AttendeeFormat

LUMA = AttendeeFormat(
    key="luma",
    name="a guest list of Luma",
    marks=("api_id", "approval_status", "ticket_type_id", "ticket_name"),
    id=("api_id",),
    fields={
        "name": ("name",),
        "given": ("first_name",),
        "family": ("last_name",),
        "affiliation": AFFILIATION,
        "pronouns": PRONOUNS,
    },
    ticket=("ticket_name",),
    email=("email",),
    status="approval_status",
    comes=frozenset({"approved", "checked_in"}),
    stays=frozenset(
        {"pending", "pending_approval", "declined", "rejected", "waitlist", "invited", "session"}
    ),
)
