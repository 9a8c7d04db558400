"""Who would have a badge if no row of the list had an error."""

from dataclasses import replace
from typing import Any, NamedTuple

from mi_print.event.attendees.read_list import AttendeeList, RejectedRow
from mi_print.event.badges import Badge, badges
from mi_print.event.model import Attendee, Event


class BadgeCandidate(NamedTuple):
    """Somebody's badge; if it takes a rejected row, that row, and as much as can be read of it."""

    badge: Badge
    row: RejectedRow | None = None

    def open(self, field: str) -> bool:
        """Return whether an error of its row hides what the badge says in a field."""
        column = "id" if field == "registration" else field
        if self.row is None or column not in self.row.unread:
            return False
        return column == "role" or not getattr(self.badge, field)


def candidates(event: Event, listed: AttendeeList) -> list[BadgeCandidate]:
    """Return everybody's badge.

    A rejected row takes its part in the matching: who it is of the program has no badge without
    it, and no other row of that name becomes that person in its place.
    """
    if not listed.rejected:
        return [BadgeCandidate(badge) for badge in badges(event)]
    taken = {attendee.id for attendee in event.attendees}
    rows: dict[str | None, RejectedRow] = {}
    entrants = []
    for row in listed.rows:
        if isinstance(row, Attendee):
            entrants.append(row)
            continue
        unique = row.id if row.id and row.id not in taken else f"line {row.line}"  # is no id
        taken.add(unique)
        rows[unique] = row
        values: dict[str, Any] = {"name": "", **row.values, "id": unique}
        entrants.append(Attendee.model_construct(None, **values))
    found = badges(event.model_copy(update={"attendees": tuple(entrants)}))
    return [_candidate(badge, rows) for badge in found]


def _candidate(badge: Badge, rows: dict[str | None, RejectedRow]) -> BadgeCandidate:
    if row := rows.get(badge.registration):
        return BadgeCandidate(replace(badge, registration=row.id), row)
    if row := rows.get(badge.id):
        return BadgeCandidate(replace(badge, id=row.id or ""), row)
    return BadgeCandidate(badge)
