"""Whether the room and the venue stand below the welcome, or on a page of their own."""

from collections.abc import Iterable
from math import ceil

from mi_print.event.model import Event, Role
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.text import word_breaks
from mi_print.layout.text.balance import greedy
from mi_print.layout.text.typography import bound
from mi_print.products.booklet.contents import about_venue
from mi_print.products.booklet.people_lists import people_lists
from mi_print.products.schedule.timetable import HEAD_LINES

_PROSE = 10
"""Columns of the page's running text."""
_FACTS = 9
"""Columns of the facts, at the least."""
_APART = 7
"""Base lines between the welcome and the facts: a gap, a heading, and a line to spare."""


def venue_first(event: Event, context: LayoutContext) -> bool:
    """Return whether the facts of the venue fit below the welcome, and there is one.

    Where sponsors or lists of people have a page with them anyway, they stand there.
    """
    workshop, grid = event.workshop, context.grid
    if not workshop.welcome or not about_venue(event) or workshop.sponsors:
        return False
    if any(each.role for each in people_lists(event)):
        return False
    names = [bound(person.name) for person in event.having(Role.ORGANIZER)]
    welcome = sum(_lines([text], "book", _PROSE, context) + 1 for text in workshop.welcome)
    if names:
        welcome += 1 + _lines([context.locale.separated(names)], "note", _PROSE, context)
    venue = workshop.venue
    rooms = [f"{room.name}, {room.level or ''}" for room in venue.rooms] or [venue.room or ""]
    address = venue.address or (workshop.host.place if workshop.host else None)
    facts: list[list[str]] = [
        rooms,
        [venue.name, address or ""],
        *([way] for way in venue.directions),
        [workshop.attendance or ""],
        [workshop.url or ""],
        [workshop.contact.email if workshop.contact else ""],
    ]
    rows = [_lines(filter(None, texts), "book-strong", _FACTS, context) for texts in facts]
    total = HEAD_LINES + welcome + _APART + sum(rows) + sum(1 for row in rows if row)
    return ceil(total) <= grid.lines


def _lines(texts: Iterable[str], step: str, columns: int, context: LayoutContext) -> int:
    """Return how many lines texts take below each other."""
    width, size = context.grid.span(columns), context.face(step).size

    def measured(text: str) -> float:
        return context.wide(text, step, size)

    return sum(len(greedy(word_breaks.parts(text), width, measured)) for text in texts)
