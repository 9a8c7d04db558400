"""The days for the back of a badge: times, and titles in as few words as possible."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from mi_print.event.chronology import of_several_days
from mi_print.event.model import Event
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.text.balance import Division, balanced
from mi_print.layout.text.pango import measure
from mi_print.problem import Problem, warning
from mi_print.products.schedule.agenda_steps import STEPS, AgendaProgram, AgendaStep

_TIGHTER = 0.5  # points by which rows come closer, and type gets smaller, where the day is long
_LEADING = 1.1875
_ROUNDING = 1e-6
_GAP = 0.6  # em: between times and titles
_COLUMN = 10.5  # em: the least width of a column that is added
_FEW = 4  # so few rows stand in one column
_DAY = 9  # em: the same of one that has a day for itself


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A row, `top` points below its column's top; a day's heading has no time."""

    time: dt.time | None
    lines: list[str]
    quiet: bool
    top: float = 0.0
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Agenda:
    """Rows in columns `width` points wide, each `pitch` points high, behind `time` points.

    Attributes:
        columns: rows, column by column.
        width: of a column.
        pitch: the height of a row of one line.
        time: where titles begin.
        size: of the type.
        lead: from one line of a row to the next.
        whole: whether everything that the program has is there.
    """

    columns: list[list[AgendaRow]]
    width: float
    pitch: float
    time: float
    size: float
    lead: float
    whole: bool = True


@dataclass(frozen=True, slots=True)
class AgendaRoom:
    """What a layout gives the agenda, in points; `days` is whether a day may have a column."""

    size: float
    row: float
    time: float
    columns: int
    heights: tuple[float, float]
    days: int = 0

    def of_columns(self) -> list[float]:
        """Return how high each column may be: all but one are as high as the last."""
        if self.columns == 1:
            return [self.heights[1]]
        return [self.heights[0]] + [self.heights[1]] * (self.columns - 1)

    def pitches(self) -> Iterator[float]:
        """Yield how high a line may be, from where there is room to the tightest."""
        for pitch in count(self.row, -_TIGHTER):
            yield pitch
            if pitch - _TIGHTER < _LEADING * self.size:
                return


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """The sessions in the order of the days; a layout asks for them in its measures.

    Attributes:
        event: whose sessions they are.
        context: the measures.
        notes: takes a warning where not everything has room.
    """

    event: Event
    context: LayoutContext
    notes: list[Problem] = field(default_factory=list)

    def set(  # noqa: PLR0913 - a layout says them by name
        self,
        *,
        size: float,
        row: float,
        time: float,
        columns: int = 1,
        height: float,
        last: float | None = None,
        least: float | None = None,
        less: tuple[float, float] | None = None,
    ) -> Agenda:
        """Return the days in columns, with as much of them as has room.

        What has none gives way by `STEPS`, which is said once. If nothing fits, there are no rows.

        Args:
            size: of the type, in points.
            row: how high a line is where there is room.
            time: how wide the times' column is, if none of them needs more.
            columns: one, or two.
            height: how high the first of several columns may be.
            last: how high the others may be, and one alone, if not as high.
            least: how small the type may get; with it, there may be more columns, and days stand
                side by side. Without it the type stays.
            less: `height` and `last` where not everything is there.
        """
        heights = (height, height if last is None else last)
        program = AgendaProgram(self.event)
        said: list[object] = []
        for step in STEPS:
            days = program.days(step)
            if (days, step.sessions) in said:
                continue
            said.append((days, step.sessions))
            given = heights if step == STEPS[0] else less or heights
            rows = sum(map(len, days.values()))
            rows += len(days) if of_several_days(self.event) or not step.sessions else 0
            for room in self._rooms(AgendaRoom(size, row, time, columns, given), least, rows):
                if found := self._set(step, program, room, flush=least is not None):
                    self._note(step, program)
                    return replace(found, whole=step == STEPS[0])
        self._note(STEPS[-1], program)
        return Agenda([[]], self.context.grid.measure, row, time, size, row, whole=False)

    def _rooms(self, first: AgendaRoom, least: float | None, rows: int) -> Iterator[AgendaRoom]:
        """Yield the ways to use the room: columns and sizes, the wished ones first."""
        if least is None:
            yield first
            return
        days = len({session.day for session in self.event.program.sessions})
        size = first.size
        if rows <= _FEW:
            yield replace(first, columns=1)
        while size >= least:
            own = replace(first, size=size)
            if days > 1 and days != first.columns and self._width(days) >= _DAY * size:
                yield replace(own, columns=days, days=days, time=0.0)
            elif days == first.columns:
                yield replace(own, days=days)
            columns = first.columns
            while columns == first.columns or self._width(columns) >= _COLUMN * size:
                time = first.time if columns == first.columns else 0.0
                yield replace(own, columns=columns, time=time)
                columns += 1
            size -= _TIGHTER

    def _width(self, columns: int) -> float:
        grid = self.context.grid
        return (grid.measure - (columns - 1) * grid.gutter) / columns

    def _set(
        self, step: AgendaStep, program: AgendaProgram, room: AgendaRoom, *, flush: bool
    ) -> Agenda | None:
        """Return the agenda in a room, or none if it is too long; `flush` is of headings."""
        size, width, heights = room.size, self._width(room.columns), room.of_columns()
        starts = [session.start for session in self.event.program.sessions]
        time = max([room.time, *(self._time_width(start, size) for start in starts)])
        tightest = list(room.pitches())[-1]
        days = program.days(step)
        least = sum(map(len, days.values())) + (len(days) if of_several_days(self.event) else 0)
        if least * tightest > sum(heights):
            return None
        found = self._rows(step, program, size, width, 0.0 if flush else time, width - time)
        rows = [row for day in found for row in day]
        if not all(row.lines for row in rows):
            return None
        for pitch in room.pitches():
            lead = min(pitch, _LEADING * size) if flush else pitch
            columns = found if room.days else _flowing(rows, heights, pitch, lead)
            if columns and all(
                _height(column, pitch, lead) <= height + _ROUNDING
                for column, height in zip(columns, heights, strict=True)
            ):
                placed = [_placed(column, pitch, lead) for column in columns]
                return Agenda(placed, width, pitch, time, size, lead)
        return None

    def _time_width(self, start: dt.time, size: float) -> float:
        """Return how wide the column of times is at the least, by one of them."""
        return self.context.wide(self.context.locale.clock(start), "badge-day", size) + _GAP * size

    def _note(self, step: AgendaStep, program: AgendaProgram) -> None:
        missing = program.gave_way(step) if step.sessions else ["sessions: it names the days"]
        if not missing:
            return
        *others, final = missing
        what = f"{', '.join(others)} and {final}" if others else final
        message = f"the agenda on the badge's back has no room for {what}"
        rule = "other-room" if missing == ["rooms"] else "agenda"
        hint = _STANDS if self.event.workshop.url else _NO_CODE
        found = warning(rule, message, hint, file="data/program.yaml")
        if found not in self.notes:
            self.notes.append(found)

    def _rows(  # noqa: PLR0913, PLR0917 - what a row is measured by
        self,
        step: AgendaStep,
        program: AgendaProgram,
        size: float,
        width: float,
        inset: float,
        narrow: float,
    ) -> list[list[AgendaRow]]:
        """Return the rows of each day, not yet placed; several days are headed by their dates.

        A heading is as wide as its column but for `inset`.
        """
        found: list[list[AgendaRow]] = []
        several = of_several_days(self.event)
        for date, entries in program.days(step).items():
            rows: list[AgendaRow] = []
            if several or not step.sessions:
                begins = None if step.sessions else program.begins(date)
                heading = self.context.locale.weekday_month(date)
                room = width - inset if step.sessions else narrow
                lines = self._lines(heading, "badge-day-strong", size, room)
                rows.append(AgendaRow(begins, lines, quiet=False, heading=begins is None))
            for entry in entries:
                text = "badge-day" if entry.quiet else "badge-day-strong"
                lines = self._lines(entry.text, text, size, narrow, names=entry.names)
                rows.append(AgendaRow(entry.start, lines, entry.quiet))
            found.append(rows)
        return found

    def _lines(
        self, text: str, step: str, size: float, width: float, *, names: bool = False
    ) -> list[str]:
        """Return a text in lines, names without hyphens if they can be; none if too wide."""
        face, lang = self.context.sized(step, size), self.context.lang
        for division in (Division.JOINTS, Division.HYPHENS) if names else (Division.HYPHENS,):
            lines = balanced(text, width, face, lang, division)
            if all(measure(line, face, lang).width <= width for line in lines):
                return lines
        return []


_STANDS = "order a larger size; if it is right as it is, accept it in data/print.yaml"
_NO_CODE = f"give data/workshop.yaml a url, whose code stands there then, or {_STANDS}"


def _height(rows: Sequence[AgendaRow], pitch: float, lead: float) -> float:
    return sum(pitch + (len(row.lines) - 1) * lead for row in rows)


def _flowing(
    rows: Sequence[AgendaRow], heights: Sequence[float], pitch: float, lead: float
) -> list[list[AgendaRow]]:
    """Return the rows in columns, as even as they can be within the heights; none if they can't.

    No column ends with the heading of a day.
    """
    cap = _height(rows, pitch, lead) / len(heights)
    while cap < max(heights) + lead:
        columns: list[list[AgendaRow]] = []
        left = rows
        for height in heights:
            taken = _taken(left, min(cap, height) + _ROUNDING, pitch, lead)
            columns.append(list(left[:taken]))
            left = left[taken:]
        if not left:
            return columns
        cap += lead
    return []


def _taken(rows: Sequence[AgendaRow], height: float, pitch: float, lead: float) -> int:
    """Return how many rows a column takes."""
    taken = 0
    while taken < len(rows) and _height(rows[: taken + 1], pitch, lead) <= height:
        taken += 1
    while 0 < taken < len(rows) and rows[taken - 1].heading:
        taken -= 1
    return taken


def _placed(rows: Sequence[AgendaRow], pitch: float, lead: float) -> list[AgendaRow]:
    return [
        replace(row, top=round(_height(rows[:number], pitch, lead), 3))
        for number, row in enumerate(rows)
    ]
