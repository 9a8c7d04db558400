"""The booklet's pages of the days: with a column for each room, or row by row.

A day on which rooms have sessions at one time has columns, as many on a page as its texts
have room for; the other rooms have pages of their own after these.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from mi_print.event.chronology import by_day
from mi_print.event.model import Event, Session
from mi_print.layout.template_api.context import LayoutContext
from mi_print.products.schedule import timetable
from mi_print.products.schedule.room_columns import RoomDay, room_day
from mi_print.products.schedule.room_table import RoomSetting, RoomStyle, RoomTable
from mi_print.products.schedule.session_text import SessionText, session_texts
from mi_print.products.schedule.timetable import TimetableRow, day_anchor

_MOST = 5
"""Columns of a page."""
_LARGE = 2
"""Columns that are wide enough for the type of the other pages."""
_WIDE = 3
"""Columns with which the first one begins at the second edge of all pages."""
_NAME_LINES = 2
"""Lines of a room's name above its column that the page's head has room for."""
_TYPES = (("book-strong", "book"), ("note-strong", "note"))


@dataclass(frozen=True, slots=True)
class DayPage:
    """A page of a day, under its id; `begins` of the first page of its day.

    It has `rows`, or a `table` of rooms, and below that the `end` of the day, if it is known.
    """

    date: dt.date
    anchor: str
    begins: bool
    rows: list[TimetableRow]
    table: RoomTable | None = None
    end: TimetableRow | None = None


def day_pages(event: Event, context: LayoutContext) -> list[DayPage]:
    """Return the pages of all days in their order."""
    text_of = session_texts(event)
    days = by_day(event.program.sessions)
    style = timetable.booklet(context)
    found = []
    for date, sessions in days.items():
        end = timetable.end_of_day(sessions, context)
        pages = [
            DayPage(date, "", begins=False, rows=[], table=table, end=end if table.last else None)
            for table in _tables(sessions, event, context, text_of)
        ] or [
            DayPage(date, "", begins=False, rows=page.rows)
            for page in timetable.pages(sessions, text_of, context, style)
        ]
        anchor = day_anchor(date, days)
        found += [
            replace(page, anchor=anchor + (f"-{n}" if n > 1 else ""), begins=n == 1)
            for n, page in enumerate(pages, 1)
        ]
    return found


def _tables(
    sessions: Sequence[Session],
    event: Event,
    context: LayoutContext,
    text_of: Callable[[Session], SessionText],
) -> list[RoomTable]:
    """Return the pages of a day with columns; none, if it has none or they are too narrow."""
    venue = event.workshop.venue
    day = room_day(sessions, [room.name for room in venue.rooms], venue.room or "")
    for settings in _settings(day, context, text_of) if day else ():
        if all(setting.fits for setting in settings):
            return [setting.page(*part) for setting in settings for part in setting.parts()]
    return []


def _settings(
    day: RoomDay, context: LayoutContext, text_of: Callable[[Session], SessionText]
) -> Iterator[list[RoomSetting]]:
    """Yield the ways to set a day, from the one that shows the most rooms side by side."""
    for most in range(min(len(day.rooms), _MOST), 1, -1):
        groups = list(_groups(day.rooms, ceil(len(day.rooms) / most)))
        for who, what in _TYPES[most > _LARGE :]:
            style = _style(context, most, who, what)
            settings = [RoomSetting(day.of(group), style, context, text_of) for group in groups]
            yield [_below_names(setting) for setting in settings]


def _style(context: LayoutContext, columns: int, who: str, what: str) -> RoomStyle:
    grid = context.grid
    return RoomStyle(
        left=grid.x(3 if columns <= _WIDE else 2) - grid.inner,
        width=grid.measure,
        gutter=grid.gutter,
        lines=grid.lines - timetable.HEAD_LINES - 1,
        who=who,
        what=what,
        aside="note",
        middle=grid.x(7) - grid.inner,
    )


def _groups(rooms: Sequence[str], count: int) -> Iterator[Sequence[str]]:
    """Yield rooms in so many groups, which are as even as they can be."""
    for number in range(count):
        first, last = (number * len(rooms) // count, (number + 1) * len(rooms) // count)
        yield rooms[first:last]


def _below_names(setting: RoomSetting) -> RoomSetting:
    """Return a setting that begins lower, if names of rooms take more than the head's lines."""
    more = max(0, max(len(column.name) for column in setting.columns) - _NAME_LINES)
    style = replace(setting.style, below=more, lines=setting.style.lines - more)
    return replace(setting, style=style) if more else setting
