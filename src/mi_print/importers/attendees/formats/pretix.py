"""Order data of pretix, the sheet of positions, in any language.

The names of its columns are in the language of whoever exported it; their order is always
the same: the block from company to state stands there twice, first the attendee's, right
behind the attendee's address, then the invoice's.
"""

from collections.abc import Sequence
from itertools import count

from mi_print.importers.attendees.attendee_format import PRONOUNS, AttendeeFormat

_FIRST = ("Event slug", "Order code", "Position ID", "Status", "Email")
_BEFORE_NAME = ("Product", "Variation", "Price", "Tax rate", "Tax rule", "Tax value")
_BLOCK = 6  # company, address, ZIP code, city, country, state
_PART = ": "  # between the name and its part


def _in_english(columns: Sequence[str]) -> Sequence[str] | None:
    if tuple(columns[: len(_FIRST)]) == _FIRST:
        return None
    start = next((at for at in count() if at > len(columns) or _twice(columns, at)), 0)
    name = start - 2  # behind it stands the attendee's address
    while name > 0 and _PART in columns[name]:
        name -= 1
    before = name - len(_BEFORE_NAME)
    if start > len(columns) or before < len(_FIRST):
        return None
    found = list(columns)
    found[: len(_FIRST)] = _FIRST
    found[before : name + 1] = (*_BEFORE_NAME, "Attendee name")
    found[start - 1 : start + 1] = ("Attendee email", "Company")
    return found


def _twice(columns: Sequence[str], at: int) -> bool:
    block = tuple(columns[at : at + _BLOCK])
    later = range(at + _BLOCK, len(columns) - _BLOCK + 1)
    # The invoice's name stands between company and address there.
    return len(set(block)) == _BLOCK and any(
        columns[other] == block[0] and set(block) <= set(columns[other:]) for other in later
    )


PRETIX = AttendeeFormat(
    key="pretix",
    name="order positions of pretix",
    marks=("Order code", "Position ID", "Product", "Attendee name", "Attendee email"),
    id=("Order code", "Position ID"),
    fields={
        "name": ("Attendee name",),
        "given": ("Attendee name: Given name", "Attendee name: First name"),
        "family": ("Attendee name: Family name", "Attendee name: Last name"),
        "affiliation": ("Company",),
        "pronouns": PRONOUNS,
    },
    ticket=("Product",),
    email=("Attendee email",),
    order=("Order code",),
    status="Status",
    comes=frozenset({"paid", "bezahlt", "payé", "payée", "pagado", "pagato", "pago", "betaald"}),
    stays=frozenset(
        {
            *("pending", "expired", "canceled", "cancelled", "approval pending"),
            *("ausstehend", "offen", "abgelaufen", "storniert"),
            *("en attente", "expirée", "annulée", "pendiente", "caducado", "cancelado"),
        }
    ),
    translate=_in_english,
)
