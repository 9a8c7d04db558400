"""Where the room and the venue stand: below the welcome or the organizers, or on a page alone."""

from collections.abc import Iterable

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
"""Base lines above the facts: a gap, a heading, and a line to spare."""
_WHO, _BIO = 5, 7
"""Columns of an organizer's name, and of the words about one."""
_ROW = 3
"""Base lines of an organizer at the least, without the one that follows."""
_HEADED = 7
"""Base lines of a group besides its names."""


def venue_place(event: Event, context: LayoutContext) -> str:
    """Return "welcome" or "organizers", if the facts of the venue fit below that, or nothing.

    Where sponsors or lists of people have a page with them anyway, they stand there.
    """
    with_others = event.workshop.sponsors or any(each.role for each in people_lists(event))
    if with_others or not about_venue(event):
        return ""
    facts = HEAD_LINES + _APART + _facts(event, context)
    for place, above in (("welcome", _welcome), ("organizers", _organizers)):
        lines = above(event, context)
        if lines and facts + lines <= context.grid.lines:
            return place
    return ""


def _welcome(event: Event, context: LayoutContext) -> int:
    welcome = event.workshop.welcome
    names = [bound(person.name) for person in event.having(Role.ORGANIZER)]
    lines = sum(_lines([text], "book", _PROSE, context) + 1 for text in welcome)
    if welcome and names:
        lines += 1 + _lines([context.locale.separated(names)], "note", _PROSE, context)
    return lines


def _organizers(event: Event, context: LayoutContext) -> int:
    lines = 0
    for person in event.having(Role.ORGANIZER):
        who = _lines([person.name], "book-strong", _WHO, context)
        who += _lines(filter(None, (person.position, person.affiliation)), "note", _WHO, context)
        bio = _lines([person.bio], "note", _BIO, context) if person.bio else 0
        lines += max(who, bio, _ROW) + 1
    for group in people_lists(event):
        said = [f"{each.name} ({each.affiliation})" for each in group.people]
        lines += _HEADED + _lines([", ".join(said)], "book", _PROSE, context)
    return lines


def _facts(event: Event, context: LayoutContext) -> int:
    workshop, venue = event.workshop, event.workshop.venue
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
    return sum(row + 1 for row in rows if row)


def _lines(texts: Iterable[str], step: str, columns: int, context: LayoutContext) -> int:
    """Return how many lines texts take below each other."""
    width, size = context.grid.span(columns), context.face(step).size

    def measured(text: str) -> float:
        return context.wide(text, step, size)

    return sum(len(greedy(word_breaks.parts(text), width, measured)) for text in texts)
