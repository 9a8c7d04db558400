"""Rows of a badge's agenda: how high they are, and in which column each stands."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class AgendaCell:
    """What a row says, `left` points from its column's edge, in `lines`."""

    left: float
    lines: list[str]
    quiet: bool = False


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
