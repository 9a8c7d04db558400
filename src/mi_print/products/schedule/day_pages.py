"""The booklet's pages of the days: with a column for each room, or row by row.

A day on which rooms have sessions at one time has columns, as many on a page as its texts
have room for; the other rooms have pages of their own after these.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from mi_print.event.chronology import by_day, in_time
from mi_print.event.model import Event, Session
from mi_print.layout.template_api.context import LayoutContext
from mi_print.products.schedule import timetable
from mi_print.products.schedule.room_columns import RoomDay, room_day
from mi_print.products.schedule.room_page import RoomStyle, RoomTable
from mi_print.products.schedule.room_table import RoomSetting
from mi_print.products.schedule.row_heights import MINUTES_OF_SHORT_DAYS
from mi_print.products.schedule.session_text import SessionText, session_texts, with_bound_names
from mi_print.products.schedule.timetable import TimetableRow, day_anchor

_MOST = 5
"""Columns of a page."""
_LARGE = 2
"""Columns that are wide enough for the type of the other pages."""
_WIDE = 3
"""Columns with which the first one begins at the second edge of all pages."""
_NAMES = 3
"""Lines of speakers that stand before a title."""
_HEAD_LINES = 3
"""Lines that a page's head has for rooms and the venue, and a day's columns for their names."""
_TYPES = (("book-strong", "book"), ("note-strong", "note"))


@dataclass(frozen=True, slots=True)
class DayPage:
    """A page of a day, under its id; `begins` of the first page of its day.

    It has `rows`, or a `table` of rooms, and below that the `end` of the day, if it is known.
    `room` is that of all sessions that name no other, which the page's head says.  The page
    begins `below` base lines lower than others, if its head is higher.
    """

    date: dt.date
    anchor: str
    begins: bool
    rows: list[TimetableRow]
    table: RoomTable | None = None
    end: TimetableRow | None = None
    room: str = ""
    below: int = 0


def day_pages(event: Event, context: LayoutContext) -> list[DayPage]:
    """Return the pages of all days in their order."""
    days = by_day(event.program.sessions)
    room = main_room(event)
    head = _head_lines([room, event.workshop.venue.name], context)
    text_of = _said_of(room, _bound(event))
    below = max(0, head - _HEAD_LINES)
    style = replace(
        timetable.booklet(context),
        whole=context.grid.span(10),
        minutes=MINUTES_OF_SHORT_DAYS,
        spare=True,
        names=_NAMES,
        behind=True,
    )
    columns = {date: _in_columns(each, event, context, head) for date, each in days.items()}
    rows = [each for date, sessions in days.items() if not columns[date] for each in sessions]
    spread = timetable.spreads(rows, text_of, context, style)
    style = replace(style, lines=style.lines - below, spread=spread)
    found = []
    for date, sessions in days.items():
        pages = columns[date]
        if not pages:
            in_order = in_time(sessions, event.workshop.venue.room_names)
            pages = [
                DayPage(date, "", begins=False, rows=page.rows, room=room, below=below)
                for page in timetable.pages(in_order, text_of, context, style)
            ]
        anchor = day_anchor(date, days)
        found += [
            replace(page, anchor=anchor + (f"-{n}" if n > 1 else ""), begins=n == 1)
            for n, page in enumerate(pages, 1)
        ]
    return found


def main_room(event: Event) -> str:
    """Return the room of the venue, or that of more than half of the sessions that name any."""
    rooms = Counter(each.room for each in event.program.sessions if each.room)
    room, times = next(iter(rooms.most_common(1)), ("", 0))
    return event.workshop.venue.room or (room if 2 * times > rooms.total() else "") or ""


def _bound(event: Event) -> Callable[[Session], SessionText]:
    """Return what gives the texts of sessions, in which names stay whole."""
    text_of = session_texts(event)
    return lambda session: with_bound_names(text_of(session), session, event)


def _said_of(
    room: str, text_of: Callable[[Session], SessionText]
) -> Callable[[Session], SessionText]:
    """Return what gives the texts of sessions, with their room if that is another one."""

    def said(session: Session) -> SessionText:
        text = text_of(session)
        return replace(text, where="") if text.where.casefold() == room.casefold() else text

    return said


def _head_lines(texts: Sequence[str], context: LayoutContext) -> int:
    """Return how many lines the highest of some texts takes that stand beside each other."""
    given = [text for text in texts if text]
    width = context.grid.span(12 // max(len(given), 1))
    return max((len(context.balanced(text, "book", width)) for text in given), default=0)


def _in_columns(
    sessions: Sequence[Session], event: Event, context: LayoutContext, head: int
) -> list[DayPage]:
    end = timetable.end_of_day(sessions, context)
    date = sessions[0].starts.date()
    return [
        DayPage(
            date,
            "",
            begins=False,
            rows=[],
            table=table,
            end=end if table.last else None,
            room=event.workshop.venue.room or "",
            below=table.style.below,
        )
        for table in _tables(sessions, event, context, head)
    ]


def _tables(
    sessions: Sequence[Session], event: Event, context: LayoutContext, head: int
) -> list[RoomTable]:
    """Return the pages of a day with columns; none, if it has none or they are too narrow."""
    venue = event.workshop.venue
    text_of = _bound(event)
    day = room_day(sessions, venue.room_names, venue.room or "")
    for settings in _settings(day, context, text_of) if day else ():
        names = max(len(column.name) for each in settings for column in each.columns)
        below = max(0, head + names - _HEAD_LINES)
        lower = [_lower(setting, below) for setting in settings]
        if all(setting.fits for setting in lower):
            return [setting.page(*part) for setting in lower for part in setting.parts()]
    return []


def _settings(
    day: RoomDay, context: LayoutContext, text_of: Callable[[Session], SessionText]
) -> Iterator[list[RoomSetting]]:
    """Yield the ways to set a day, from the one that shows the most rooms side by side."""
    clock = context.locale.clock
    times = [clock(moment.time()) for span in day.spans for moment in (span.starts, span.ends)]
    for most in range(min(len(day.rooms), _MOST), 1, -1):
        groups = list(_groups(day.rooms, ceil(len(day.rooms) / most)))
        if min(map(len, groups)) > 1:
            for who, what in _TYPES[most > _LARGE :]:
                style = _style(context, most, (who, what), times)
                yield [RoomSetting(day.of(group), style, context, text_of) for group in groups]


def _style(
    context: LayoutContext, columns: int, steps: tuple[str, str], times: Sequence[str]
) -> RoomStyle:
    who, what = steps
    grid = context.grid
    time = "book" if columns <= _WIDE else "index"
    wide = [context.wide(each, time, context.face(time).size) for each in times]
    edge = grid.x(3) - grid.inner if columns <= _WIDE else 0.0
    return RoomStyle(
        left=max(edge, max(wide) + grid.gutter),
        width=grid.measure,
        gutter=grid.gutter,
        lines=grid.lines - timetable.HEAD_LINES - 1,
        time=time,
        who=who,
        what=what,
        aside="note",
    )


def _groups(rooms: Sequence[str], count: int) -> Iterator[Sequence[str]]:
    """Yield rooms in so many groups, which are as even as they can be."""
    for number in range(count):
        first, last = (number * len(rooms) // count, (number + 1) * len(rooms) // count)
        yield rooms[first:last]


def _lower(setting: RoomSetting, below: int) -> RoomSetting:
    """Return a setting that begins so many lines lower."""
    style = replace(setting.style, below=below, lines=setting.style.lines - below)
    return replace(setting, style=style) if below else setting
