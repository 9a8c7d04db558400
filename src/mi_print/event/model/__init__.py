"""The models of the event, a module for each file of `data/`: immutable, checked by field.

What these models can't see alone (references, overlaps, boards) is in
`checks`.  The same models write the JSON Schemas that editors use.
"""

from mi_print.event.model.attendees import APART, Attendee
from mi_print.event.model.base import EventPart
from mi_print.event.model.event import Event
from mi_print.event.model.mention import Mention
from mi_print.event.model.orders import (
    SHEETS,
    Acceptance,
    BadgeOrder,
    BadgeSelection,
    NamedOrder,
    Order,
    PrintOrders,
    ProgramOrder,
    SignageOrder,
)
from mi_print.event.model.papers import REMOTE, AuthorRow, AuthorRows, Paper, Papers
from mi_print.event.model.program import Kind, Program, Session, Talk
from mi_print.event.model.roles import OwnRole, Role, RoleTable
from mi_print.event.model.signs import Arrow, Direction, Notice, Signs, Wifi
from mi_print.event.model.workshop import (
    Call,
    Contact,
    Deadline,
    Group,
    Host,
    Person,
    Room,
    Sponsor,
    Theme,
    Track,
    Venue,
    Workshop,
)

__all__ = [
    "APART",
    "REMOTE",
    "SHEETS",
    "Acceptance",
    "Arrow",
    "Attendee",
    "AuthorRow",
    "AuthorRows",
    "BadgeOrder",
    "BadgeSelection",
    "Call",
    "Contact",
    "Deadline",
    "Direction",
    "Event",
    "EventPart",
    "Group",
    "Host",
    "Kind",
    "Mention",
    "NamedOrder",
    "Notice",
    "Order",
    "OwnRole",
    "Paper",
    "Papers",
    "Person",
    "PrintOrders",
    "Program",
    "ProgramOrder",
    "Role",
    "RoleTable",
    "Room",
    "Session",
    "SignageOrder",
    "Signs",
    "Sponsor",
    "Talk",
    "Theme",
    "Track",
    "Venue",
    "Wifi",
    "Workshop",
]
