"""Rows of a badge's agenda: set in a size and a width, and in which column each stands."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from mi_print.event.chronology import of_several_days
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.text.balance import Division, balanced
from mi_print.layout.text.pango import measure
from mi_print.layout.text.shaping.line_clearance import clear_of_each_other
from mi_print.products.schedule.agenda_program import AgendaDays, AgendaEntry, AgendaProgram

_ROOM = 8.0  # em: the least width of a room's column
_BETWEEN = 0.8  # em: between two of them
_MARKS = ("?", "!", ".", "…", "？", "！", "。")
"""What ends a title, after which there is no comma."""
_TEXT, _STRONG = "badge-day", "badge-day-strong"


@dataclass(frozen=True, slots=True)
class AgendaCell:
    """What a row says, `left` points from its column's edge, in `lines`; they end with `where`."""

    left: float
    lines: list[str]
    quiet: bool = False
    where: str = ""

    @property
    def parts(self) -> list[tuple[str, str]]:
        """Each line as what comes before the place, and what of the place it has."""
        place = list(self.where.replace(" ", ""))
        found = []
        for line in reversed(self.lines):
            cut = len(line)
            while cut and place:
                cut -= 1
                if line[cut] == place[-1]:
                    place.pop()
            found.append((line[:cut], line[cut:]))
        return found[::-1]


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A row, `top` points below its column's top; a day's heading has no time.

    `cells` is what it says: of several rooms one for each; `lines` are those of its highest.
    `again` is whether it starts when the row above it does, or is a heading below another.
    """

    time: dt.time | None
    cells: tuple[AgendaCell, ...]
    top: float = 0.0
    heading: bool = False
    again: bool = False

    @property
    def lines(self) -> list[str]:
        """The lines of its highest cell."""
        return max((cell.lines for cell in self.cells), key=len, default=[])

    @property
    def quiet(self) -> bool:
        """Whether all that it says is of little weight."""
        return all(cell.quiet for cell in self.cells)


@dataclass(frozen=True, slots=True)
class AgendaRowSetter:
    """Sets rows in lines; what is too wide in any lines has none.

    Attributes:
        program: what they say.
        context: the measures.
        size: of the type.
        width: of a column.
        time: where titles begin.
        flush: whether a heading is as wide as its column; else it ends where titles do that begin
            at its edge.
    """

    program: AgendaProgram
    context: LayoutContext
    size: float
    width: float
    time: float
    flush: bool

    def rows(self, days: AgendaDays, *, sessions: bool) -> list[list[AgendaRow]]:
        """Return the rows of each day, not yet placed; several days are headed by their dates."""
        return [
            [*self._heading(date, sessions=sessions), *map(self._row, entries)]
            for date, entries in days.items()
        ]

    def in_rooms(self, days: AgendaDays) -> list[list[AgendaRow]]:
        """Return the same with a cell for each room in which sessions run beside others.

        Rooms are named again on a day that has others than the day before it.
        """
        found: list[list[AgendaRow]] = []
        before: list[str] = []
        for date, entries in days.items():
            rooms = self._side_by_side(entries)
            named = rooms and rooms != before
            heads = [AgendaRow(None, self._heads(rooms), heading=True)] if named else []
            before = rooms
            at_once = [list(group) for _, group in groupby(entries, key=lambda each: each.start)]
            rows = (row for group in at_once for row in self._across(group, rooms))
            found.append([*self._heading(date, sessions=True), *heads, *rows])
        return found

    def least_lead(self, rows: Sequence[AgendaRow]) -> float:
        """Return how far lines are apart so that the ink of none touches that of the next."""
        found, context = 0.0, self.context
        for cell in (cell for row in rows for cell in row.cells if len(cell.lines) > 1):
            face = context.sized(_TEXT if cell.quiet else _STRONG, self.size)
            close = replace(face, leading=self.size)
            found = max(found, clear_of_each_other(cell.lines, close, context.lang).leading)
        return found

    def _heading(self, date: dt.date, *, sessions: bool) -> Iterator[AgendaRow]:
        if sessions and not of_several_days(self.program.event):
            return
        text = self.context.locale.weekday_month(date)
        if sessions:
            cell = AgendaCell(
                0.0, self._lines(text, _STRONG, self.width - (0 if self.flush else self.time))
            )
            yield AgendaRow(None, (cell,), heading=True)
        else:
            cell = AgendaCell(self.time, self._lines(text, _STRONG, self.width - self.time))
            yield AgendaRow(self.program.begins(date), (cell,))

    def _row(self, entry: AgendaEntry) -> AgendaRow:
        said, where = self.context.locale.separated([entry.text, entry.where]), entry.where
        if where and entry.text.endswith(_MARKS):
            where = f"({where})"
            said = f"{entry.text} {where}"
        cell = self._cell(entry, said if where else entry.text, self.time, self.width - self.time)
        return AgendaRow(entry.start, (replace(cell, where=where),))

    def _across(self, at_once: Sequence[AgendaEntry], rooms: Sequence[str]) -> Iterator[AgendaRow]:
        """Yield one row of entries in rooms of their own, or else a row for each."""
        own = [entry.room for entry in at_once]
        if not set(own) <= set(rooms) or len(set(own)) < len(own):
            yield from map(self._row, at_once)
            return
        left, width = self._room(len(rooms))
        cells = (
            self._cell(
                entry, entry.text, left + rooms.index(entry.room) * (width + self._gap), width
            )
            for entry in sorted(at_once, key=lambda entry: rooms.index(entry.room))
        )
        yield AgendaRow(at_once[0].start, tuple(cells))

    def _heads(self, rooms: Sequence[str]) -> tuple[AgendaCell, ...]:
        """Return the names of rooms, each above its column; without lines if one is too narrow."""
        left, width = self._room(len(rooms))
        wide = width >= _ROOM * self.size
        return tuple(
            AgendaCell(
                left + at * (width + self._gap),
                self._lines(room, _TEXT, width) if wide else [],
                quiet=True,
            )
            for at, room in enumerate(rooms)
        )

    def _side_by_side(self, entries: Sequence[AgendaEntry]) -> list[str]:
        """Return the rooms of a day in which entries start together, in the venue's order."""
        found: set[str] = set()
        for _, group in groupby(entries, key=lambda each: each.start):
            rooms = {entry.room for entry in group if entry.room}
            found |= rooms if len(rooms) > 1 else set()
        listed = self.program.event.workshop.venue.room_names
        known = [room for room in listed if room in found]
        return [*known, *sorted(found - set(known))]

    @property
    def _gap(self) -> float:
        return _BETWEEN * self.size

    def _room(self, count: int) -> tuple[float, float]:
        """Return where the first column of so many rooms begins, and how wide each is."""
        return self.time, (self.width - self.time - (count - 1) * self._gap) / count

    def _cell(self, entry: AgendaEntry, text: str, left: float, width: float) -> AgendaCell:
        face = _TEXT if entry.quiet else _STRONG
        return AgendaCell(left, self._lines(text, face, width, names=entry.names), entry.quiet)

    def _lines(self, text: str, step: str, width: float, *, names: bool = False) -> list[str]:
        """Return a text in lines, names without hyphens; none if too wide."""
        face, lang = self.context.sized(step, self.size), self.context.lang
        division = Division.JOINTS if names else Division.HYPHENS
        lines = balanced(text, width, face, lang, division)
        fits = all(measure(line, face, lang).width <= width for line in lines)
        return lines if fits else []


def height(rows: Sequence[AgendaRow], pitch: float, lead: float) -> float:
    """Return how high rows are: one of one line is a pitch high, any other line a lead more."""
    return sum(pitch + (len(row.lines) - 1) * lead for row in rows)


def flowing(
    rows: Sequence[AgendaRow], heights: Sequence[float], pitch: float, lead: float
) -> list[list[AgendaRow]]:
    """Return the rows in columns, as even as they can be within the heights; none if they can't.

    No column ends with the heading of a day.
    """
    cap = height(rows, pitch, lead) / len(heights)
    while cap < max(heights) + lead:
        columns: list[list[AgendaRow]] = []
        left = rows
        for most in heights:
            taken = _taken(left, min(cap, most) + ROUNDING, pitch, lead)
            columns.append(list(left[:taken]))
            left = left[taken:]
        if not left:
            return columns
        cap += lead
    return []


ROUNDING = 1e-6
"""Points by which a column may be too high."""


def _taken(rows: Sequence[AgendaRow], most: float, pitch: float, lead: float) -> int:
    """Return how many rows a column takes."""
    taken = 0
    while taken < len(rows) and height(rows[: taken + 1], pitch, lead) <= most:
        taken += 1
    while 0 < taken < len(rows) and rows[taken - 1].heading:
        taken -= 1
    return taken


def placed(rows: Sequence[AgendaRow], pitch: float, lead: float) -> list[AgendaRow]:
    """Return the rows of a column with their tops."""
    times = [object(), *((row.time, row.heading) for row in rows)]
    return [
        replace(
            row,
            top=round(height(rows[:number], pitch, lead), 3),
            again=times[number] == (row.time, row.heading),
        )
        for number, row in enumerate(rows)
    ]
