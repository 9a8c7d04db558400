"""The days for the back of a badge: times, and titles in as few words as possible."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count, groupby, takewhile

from mi_print.event.chronology import of_several_days
from mi_print.event.model import Event
from mi_print.layout.template_api.context import LayoutContext
from mi_print.problem import Problem, warning
from mi_print.products.schedule.agenda_program import AgendaDays, AgendaProgram
from mi_print.products.schedule.agenda_rows import (
    ROUNDING,
    AgendaRow,
    AgendaRowSetter,
    flowing,
    height,
    placed,
)
from mi_print.products.schedule.agenda_steps import STEPS, AgendaStep

_TIGHTER = 0.5  # points by which rows come closer, and type gets smaller, where the day is long
_LEADING = 1.1875  # of the size: from line to line
_ROW = 1.25  # of the size: the least height of a row; below that its rule touches letters
_GAP = 0.6  # em: between times and titles
_COLUMN = 10.5  # em: the least width of a column that is added
_FEW = 4  # so few rows stand in one column
_DAY = 9  # em: the same of one that has a day for itself


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
    """What a layout gives the agenda, in points.

    `days` is whether each day has a column, `rooms` whether each room has one.
    """

    size: float
    row: float
    time: float
    columns: int
    heights: tuple[float, float]
    days: bool = False
    rooms: bool = False

    def of_columns(self) -> list[float]:
        """Return how high each column may be: all but one are as high as the last."""
        if self.columns == 1:
            return [self.heights[1]]
        return [self.heights[0]] + [self.heights[1]] * (self.columns - 1)

    def pitches(self) -> Iterator[float]:
        """Yield how high a line may be, from where there is room to the tightest."""
        least = _ROW * self.size
        yield from takewhile(lambda pitch: pitch > least, count(self.row, -_TIGHTER))
        yield min(self.row, least)


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
        rooms: bool = False,
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
            rooms: whether rooms may stand side by side where sessions run in several at a time;
                a row has a cell for each then.
        """
        heights = (height, height if last is None else last)
        program = AgendaProgram(self.event)
        said: list[object] = []
        side_by_side = rooms and self._parallel
        for step in STEPS:
            days = program.days(step)
            if (days, step.sessions) in said:
                continue
            said.append((days, step.sessions))
            given = heights if step == STEPS[0] else less or heights
            first = AgendaRoom(size, row, time, columns, given)
            for room in self._rooms(
                first, least, wide=self._wide(days, step), rooms=side_by_side and step.sessions
            ):
                setter = self._setter(program, room, flush=least is not None)
                if found := self._richest(step, setter, room):
                    self._note(step, program)
                    return replace(found, whole=step == STEPS[0])
        self._note(STEPS[-1], program)
        return Agenda([[]], self.context.grid.measure, row, time, size, row, whole=False)

    @property
    def _parallel(self) -> bool:
        """Whether sessions start at the same time in different rooms."""
        starts = sorted((each.starts, each.room or "") for each in self.event.program.sessions)
        together = groupby(starts, key=lambda start: start[0])
        return any(len({room for _, room in at if room}) > 1 for _, at in together)

    def _wide(self, days: AgendaDays, step: AgendaStep) -> bool:
        """Return whether one wide column goes before several: for few rows, or for many names."""
        rows = sum(map(len, days.values()))
        rows += len(days) if of_several_days(self.event) or not step.sessions else 0
        return step.first or rows <= _FEW

    def _rooms(
        self, first: AgendaRoom, least: float | None, *, wide: bool, rooms: bool
    ) -> Iterator[AgendaRoom]:
        """Yield the ways to use the room: columns and sizes, the wished ones first."""
        if least is None:
            yield first
            return
        days = len({session.day for session in self.event.program.sessions})
        size = first.size
        if wide:
            yield replace(first, columns=1)
        while size >= least:
            own = replace(first, size=size)
            if rooms:
                yield replace(own, columns=1, time=0.0, rooms=True)
            if days > 1 and days != first.columns and self._width(days) >= _DAY * size:
                yield replace(own, columns=days, days=True, time=0.0)
            elif days == first.columns:
                yield replace(own, days=True)
            yield own
            columns = first.columns
            while columns == first.columns or self._width(columns) >= _COLUMN * size:
                yield replace(own, columns=columns, time=0.0)
                columns += 1
            if first.columns > 1:
                yield replace(own, columns=1)
            size -= _TIGHTER

    def _width(self, columns: int) -> float:
        grid = self.context.grid
        return (grid.measure - (columns - 1) * grid.gutter) / columns

    def _setter(self, program: AgendaProgram, room: AgendaRoom, *, flush: bool) -> AgendaRowSetter:
        """Return what sets rows in a room; `flush` is of headings."""
        starts = [session.start for session in self.event.program.sessions]
        time = max([room.time, *(self._time_width(start, room.size) for start in starts)])
        width = self._width(room.columns)
        return AgendaRowSetter(program, self.context, room.size, width, time, flush=flush)

    def _richest(
        self, step: AgendaStep, setter: AgendaRowSetter, room: AgendaRoom
    ) -> Agenda | None:
        """Return the agenda in a room, each row with as much as has room; none if it is too long.

        Rows say more one after the other, from the first.
        """
        program = setter.program
        days = {day: list(entries) for day, entries in program.days(step, rooms=room.rooms).items()}
        found = self._set(days, setter, room, sessions=step.sessions)
        if found is None or not step.sessions:
            return found
        for day, entries in days.items():
            start = 0
            for _, group in groupby(list(entries), key=lambda entry: entry.start):
                said = list(group)
                here = slice(start, start + len(said))
                for more in step.richer(one=len(said) == 1 and said[0].one):
                    entries[here] = program.days(more, rooms=room.rooms)[day][here]
                    if entries[here] == said:
                        continue
                    if fuller := self._set(days, setter, room, sessions=True):
                        found = fuller
                        break
                    entries[here] = said
                start = here.stop
        return found

    def _set(
        self, days: AgendaDays, setter: AgendaRowSetter, room: AgendaRoom, *, sessions: bool
    ) -> Agenda | None:
        size, heights, pitches = room.size, room.of_columns(), list(room.pitches())
        least = len(days) if of_several_days(self.event) else 0
        for entries in days.values():
            least += len({each.start for each in entries}) if room.rooms else len(entries)
        if least * pitches[-1] > sum(heights):
            return None
        found = setter.in_rooms(days) if room.rooms else setter.rows(days, sessions=sessions)
        rows = [row for day in found for row in day]
        if not all(cell.lines for row in rows for cell in row.cells):
            return None
        least_lead = setter.least_lead(rows)
        for pitch in dict.fromkeys(max(least_lead, pitch) for pitch in pitches):
            lead = max(least_lead, min(pitch, _LEADING * size)) if setter.flush else pitch
            columns = found if room.days else flowing(rows, heights, pitch, lead)
            if columns and all(
                height(column, pitch, lead) <= most + ROUNDING
                for column, most in zip(columns, heights, strict=True)
            ):
                set_rows = [placed(column, pitch, lead) for column in columns]
                return Agenda(set_rows, setter.width, pitch, setter.time, size, lead)
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


_STANDS = "order a larger size; if it is right as it is, accept it in data/print.yaml"
_NO_CODE = f"give data/workshop.yaml a url, whose code stands there then, or {_STANDS}"
