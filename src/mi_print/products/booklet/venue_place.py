"""What shares a page: the venue with another chapter, and the lists of roles with the organizers.

A block stands below another if it fits there, as measured.
"""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from math import ceil

from mi_print.event.model import Event, Person, Role, Workshop
from mi_print.layout.grid import COLUMNS
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.text import word_breaks
from mi_print.layout.text.balance import greedy
from mi_print.layout.text.typography import bound
from mi_print.products.booklet.contents import FOUND_WITHOUT, ContentsEntry, about_venue
from mi_print.products.booklet.people_lists import PeopleList, people_lists
from mi_print.products.schedule.timetable import HEAD_LINES

_PROSE = 10
"""Columns of the page's running text."""
_FACTS = 9
"""Columns of the facts, at the least."""
_APART = 7
"""Base lines above the facts: a gap, a heading, and a line to spare."""
_WHO, _BIO = 5, 7
"""Columns of an organizer's name, and of the words about one."""
_HALF = 6
"""Columns of an organizer of two side by side."""
_ROW = 3
"""Base lines of an organizer with words about one at the least, without the one that follows."""
_ENTRY = 10
"""Columns of a chapter in the contents."""
_HEADED_SPONSORS = 7
"""Base lines above the first level of the sponsors: a gap, a heading, and a line to spare."""
_LEVEL = 2
"""Columns of what a level of sponsors is called."""
_LOGO_AREAS = (1600.0, 1000.0)
"""Square points of a logo of the first level, and of the others."""
_HEADED = 7
"""Base lines of a group besides its names."""


def venue_place(event: Event, context: LayoutContext) -> str:
    """Return "welcome" or "organizers", if the facts of the venue fit below that, or nothing.

    Sponsors stand with them: below the organizers, or else on a page of their own.  Where lists of
    people have a page with the facts anyway, they stand there.
    """
    if not _alone(event, context, sponsors=bool(event.having(Role.ORGANIZER))):
        return ""
    facts = HEAD_LINES + _APART + _facts(event, context)
    if event.workshop.sponsors:
        lines = facts + _people(event, context) + _sponsors(event.workshop, context)
        return "organizers" if lines <= context.grid.lines else ""
    for place, above in (("welcome", _welcome), ("organizers", _people)):
        lines = above(event, context)
        if lines and facts + lines <= context.grid.lines:
            return place
    return ""


def is_with_contents(
    event: Event, entries: Sequence[ContentsEntry], context: LayoutContext
) -> bool:
    """Return whether the facts of the venue stand below the contents, if nothing else takes them.

    Args:
        event: the event.
        entries: the contents without the venue.
        context: the measures.
    """
    if len(entries) <= FOUND_WITHOUT or not _alone(event, context):
        return False
    if venue_place(event, context):
        return False
    facts = HEAD_LINES + _APART + _facts(event, context)
    return facts + _contents(entries, context) <= context.grid.lines


def beside_organizers(event: Event, context: LayoutContext) -> list[PeopleList]:
    """Return the lists of people that stand below the organizers; all others, below the venue."""
    lists = people_lists(event)
    groups = [each for each in lists if not each.role]
    roles = [each for each in lists if each.role]
    if not roles or not about_venue(event):
        return lists
    lines = HEAD_LINES + _organizers(event, context)
    first = sum(_list(each, context) for each in (*groups, roles[0]))
    with_them = event.having(Role.ORGANIZER) and lines + first <= context.grid.lines
    return lists if with_them else groups


def _alone(event: Event, context: LayoutContext, *, sponsors: bool = False) -> bool:
    """Return whether there are facts of the venue, and nothing that stands with them anyway.

    Args:
        event: the event.
        context: the measures.
        sponsors: whether there may be sponsors.
    """
    below = len(people_lists(event)) - len(beside_organizers(event, context))
    return about_venue(event) and (sponsors or not event.workshop.sponsors) and not below


def _sponsors(workshop: Workshop, context: LayoutContext) -> int:
    """Return how many base lines the sponsors take below something else."""
    base, lines = context.grid.base, _HEADED_SPONSORS
    for number, group in enumerate(workshop.sponsor_groups):
        columns = _PROSE if group.level else COLUMNS
        shown = [each for each in group.sponsors if each.logo]
        rows = context.logo_rows(shown, context.grid.span(columns), area=_LOGO_AREAS[bool(number)])
        text = sum(
            _lines(filter(None, (each.name, each.url)), "book-strong", columns, context)
            for each in group.sponsors
        )
        text += ceil(rows.height / base + 1.5) if shown else 0
        level = _lines([group.level], "book", _LEVEL, context) if group.level else 0
        lines += max(text, level) + 1
    return lines


def _contents(entries: Sequence[ContentsEntry], context: LayoutContext) -> int:
    texts = [f"{each.title} {each.note}" for each in entries]
    lines = sum(_lines([text], "book-strong", _ENTRY, context) for text in texts)
    return lines + sum(each.topic is None for each in entries)


def _welcome(event: Event, context: LayoutContext) -> int:
    welcome = event.workshop.welcome
    names = [bound(person.name) for person in event.having(Role.ORGANIZER)]
    lines = sum(_lines([text], "book", _PROSE, context) + 1 for text in welcome)
    if welcome and names:
        lines += 1 + _lines([context.locale.separated(names)], "note", _PROSE, context)
    return lines


def _people(event: Event, context: LayoutContext) -> int:
    lists = beside_organizers(event, context)
    return _organizers(event, context) + sum(_list(each, context) for each in lists)


def _organizers(event: Event, context: LayoutContext) -> int:
    organizers = event.having(Role.ORGANIZER)
    if not any(person.bio for person in organizers):
        high = [_who(person, _HALF, context) for person in organizers]
        return sum(max(row) + 1 for row in zip_longest(high[::2], high[1::2], fillvalue=0))
    lines = 0
    for person in organizers:
        bio = _lines([person.bio], "note", _BIO, context) if person.bio else 0
        lines += max(_who(person, _WHO, context), bio, _ROW) + 1
    return lines


def _who(person: Person, columns: int, context: LayoutContext) -> int:
    facts = filter(None, (person.position, person.affiliation))
    name = _lines([person.name], "book-strong", columns, context)
    return name + _lines(facts, "note", columns, context)


def _list(each: PeopleList, context: LayoutContext) -> int:
    said = [f"{person.name} ({person.affiliation})" for person in each.people]
    return _HEADED + _lines([", ".join(said)], "book", _PROSE, context)


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
