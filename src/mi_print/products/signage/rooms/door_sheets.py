"""The day in a room as rows that fill the sheets of its door sign: height is time.

A row is as high as its time is long, and never lower than its text.  The type is the largest
in which both go together.  Where they do in none, some rows are higher than their time is long,
titles get smaller, and at last there is a second sheet.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from mi_print.event.model import Session
from mi_print.layout.template_api.context import LayoutContext
from mi_print.products.schedule.session_text import SessionText
from mi_print.products.signage.rooms.door_hours import (
    DoorHours,
    divided,
    filled,
    hours,
    in_proportion,
    with_talks,
)
from mi_print.products.signage.rooms.door_rows import (
    SMALLEST,
    TYPES,
    USUAL,
    DoorRow,
    DoorRows,
    DoorType,
)
from mi_print.products.signage.rooms.doors import DoorSign

_FOOT = 0.3  # em: white that a row of several lines has below them, where there is room
_ROOMY = 1.25  # times its least height, what a single session takes at the least
_WORTH = 150.0  # points: what is less is not left


@dataclass(frozen=True, slots=True)
class DoorSheet:
    """A sheet of a door sign.

    Attributes:
        rows: fill it.
        type: of all rows.
        columns: the widths of times, of names, and of titles, each with the gutter behind it.
        span: from when to when it goes, if there are several sheets.
        closed: whether a rule ends it; none does below an end that nobody knows.
        left: what the rows leave of the height, in points.
    """

    rows: list[DoorRow]
    type: DoorType
    columns: tuple[float, float, float]
    span: str
    closed: bool
    left: float = 0.0


@dataclass(frozen=True, slots=True)
class DoorTable:
    """Sets the days of rooms.

    Attributes:
        context: the measures of the layout.
        text_of: what a row says of a session.
        height: of a sheet's rows, in points.
        spare: how much of it a single session may leave.
    """

    context: LayoutContext
    text_of: Callable[[Session], SessionText]
    height: float
    spare: float = 0.0

    def sheets(self, door: DoorSign) -> list[DoorSheet]:
        """Return the sheets of a room's day: one, or as many as its rows need.

        Talks that have their times are rows too, if all rows have room on one sheet then.
        """
        ways = [*((kind, True) for kind in TYPES), *((kind, False) for kind in USUAL)]
        day = hours(door.sessions)
        for shown in (hours(with_talks(door.sessions)), day):
            for kind, in_time in ways:
                if sheet := self._whole(shown, kind, in_time=in_time):
                    return [sheet]
        tried = ((kind, self._setter.rows(day, kind)) for kind in (USUAL[0], SMALLEST))
        kind, rows = next(way for way in tried if _fit(way[1]) or way[0] is SMALLEST)
        parts = divided([row.height for row in rows], self.height - kind.line)
        sheets = [self._part(day, part, kind) for part in parts]
        return sheets if len(sheets) > 1 else [replace(sheets[0], span="")]

    @property
    def _setter(self) -> DoorRows:
        return DoorRows(self.context, self.text_of)

    def _whole(
        self, day: Sequence[DoorHours], kind: DoorType, *, in_time: bool
    ) -> DoorSheet | None:
        """Return a day on one sheet; `None` if there is no room, or time would not be height."""
        rows = self._setter.rows(day, kind)
        if _mostly_below(rows):
            below = replace(kind, below=True)
            if sheet := self._whole(day, below, in_time=in_time):
                return sheet
        minutes = [each.minutes for each in day]
        for least in (_with_foot(rows, kind), [row.height for row in rows]) if _fit(rows) else ():
            heights = filled(least, minutes, self.height)
            if sum(least) <= self.height and (not in_time or in_proportion(heights, minutes)):
                return self._sheet(day, rows, kind, least)
        return None

    def _sheet(
        self,
        day: Sequence[DoorHours],
        rows: Sequence[DoorRow],
        kind: DoorType,
        least: Sequence[float],
    ) -> DoorSheet:
        """Return rows as the sheet of a whole day."""
        left = self._left(day, sum(least))
        heights = filled(least, [each.minutes for each in day], self.height - left)
        columns, closed = self._setter.columns(day, kind), day[-1].session is None
        return DoorSheet(_high(rows, heights), kind, columns, "", closed=closed, left=left)

    def _left(self, day: Sequence[DoorHours], least: float) -> float:
        """Return what the rows of a single session leave of the height."""
        if sum(each.session is not None for each in day) > 1:
            return 0.0
        left = min(self.spare, self.height - _ROOMY * least)
        return left if left >= _WORTH else 0.0

    def _part(self, day: Sequence[DoorHours], part: range, kind: DoorType) -> DoorSheet:
        """Return some rows of a day as a sheet, with the time at which the next one begins."""
        shown = [day[at] for at in part]
        if shown[0].session is None and len(shown) > 1:  # a pause, with which the last sheet ends
            del shown[0]
        last = part.stop == len(day)
        until = day[part.stop if shown[-1].session and not last else part.stop - 1].starts
        if not last:
            shown = [each for each in shown if each.session or each is not shown[-1]]
            shown.append(DoorHours(until, until))
        columns = self._setter.columns(day, kind)
        rows = self._setter.rows(shown, kind, columns, ends=last)
        least = _with_foot(rows, kind)
        if sum(least) > self.height:
            least = [row.height for row in rows]
        heights = filled(least, [each.minutes for each in shown], self.height)
        known = shown[-1].session is None
        end = until.time() if known else None
        span = self.context.locale.stretch(shown[0].starts.time(), end)
        return DoorSheet(_high(rows, heights), kind, columns, span, closed=known)


def _fit(rows: Sequence[DoorRow]) -> bool:
    return all(row.fits for row in rows)


def _mostly_below(rows: Sequence[DoorRow]) -> bool:
    """Return whether most titles stand below who speaks, but not all."""
    below = [row.wide for row in rows if row.title.lines]
    return len(below) <= 2 * sum(below) < 2 * len(below)


def _with_foot(rows: Sequence[DoorRow], kind: DoorType) -> list[float]:
    """Return the least heights of rows, with white below those of several lines."""
    return [row.height + _FOOT * kind.size * row.tall for row in rows]


def _high(rows: Sequence[DoorRow], heights: Sequence[float]) -> list[DoorRow]:
    return [replace(row, height=high) for row, high in zip(rows, heights, strict=True)]
