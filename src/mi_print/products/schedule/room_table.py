"""A day with a column for each room, page by page, in numbers.

Height is time: a moment stands so many base lines below the top of its page, and what takes
more lines than minutes moves all that follows down by whole lines.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from math import ceil

from mi_print.event.model import Session
from mi_print.layout.template_api.context import LayoutContext
from mi_print.products.schedule.below_rule import lowered
from mi_print.products.schedule.room_columns import RoomDay, RoomSpan
from mi_print.products.schedule.room_page import RoomCell, RoomColumn, RoomStyle, RoomTable
from mi_print.products.schedule.row_heights import MINUTES_OF_SHORT_DAYS, row_end, scales
from mi_print.products.schedule.session_text import QUIET, SessionText

_WHILE = dt.timedelta(minutes=30)
"""Until something follows, from which on the end of a session is ruled."""

_EVEN = 0.5
"""Of a page that must be filled before it ends where no session is cut."""


@dataclass(frozen=True)
class RoomSetting:
    """A day that is to be set in columns."""

    day: RoomDay
    style: RoomStyle
    context: LayoutContext
    text_of: Callable[[Session], SessionText]

    @cached_property
    def columns(self) -> list[RoomColumn]:
        """The columns, of one width."""
        count, style = len(self.day.rooms), self.style
        free = style.width - style.left - (count - 1) * style.gutter
        wide = free / count
        return [
            RoomColumn(
                self.context.balanced(room, style.who, wide, letters=False),
                style.left + number * (wide + style.gutter),
                wide,
            )
            for number, room in enumerate(self.day.rooms)
        ]

    @cached_property
    def bounds(self) -> list[tuple[dt.datetime, int]]:
        """The moments between which time passes, each as often as headings stand at it."""
        moments = {moment for span in self.day.spans for moment in (span.starts, span.ends)}
        layers = dict.fromkeys(moments, 0)
        for span, (_, layer) in self.placed:
            if span.heading:
                layers[span.starts] = max(layers[span.starts], layer)
        return [(moment, n) for moment in sorted(moments) for n in range(layers[moment] + 1)]

    @cached_property
    def placed(self) -> list[tuple[RoomSpan, tuple[dt.datetime, int]]]:
        """The spans, each with the moment at which it ends; of headings, one layer further."""
        found: list[tuple[RoomSpan, tuple[dt.datetime, int]]] = []
        for span in self.day.spans:
            end = (span.ends, 0)
            if span.heading:
                above = [
                    layer
                    for other, (moment, layer) in found
                    if other.heading and moment == span.starts and other.beside(span)
                ]
                end = (span.ends, max(above, default=0) + 1)
            found.append((span, end))
        return found

    @cached_property
    def stretches(self) -> list[tuple[int, int]]:
        """Of each span, between which of the bounds it stands."""
        at = {bound: number for number, bound in enumerate(self.bounds)}
        deepest = {moment: number for number, (moment, _) in enumerate(self.bounds)}
        return [
            (at[end] - 1 if span.heading else deepest[span.starts], at[end])
            for span, end in self.placed
        ]

    @cached_property
    def cells(self) -> list[RoomCell]:
        """Each span's cell, not yet placed from top to bottom."""
        return [self._cell(span) for span in self.day.spans]

    def _cell(self, span: RoomSpan) -> RoomCell:
        session, style, locale = span.session, self.style, self.context.locale
        balanced = partial(self.context.balanced, letters=False)
        text = self.text_of(session)
        first, last = self.columns[span.first], self.columns[span.last]
        width = last.left + last.width - first.left
        asides = [text.where] if text.where and text.where not in self._said(span) else []
        asides += [locale.word("by-video")] if session.remote else []
        if span.heading and session.end and not span.has_parts:
            asides.insert(0, locale.stretch(session.start, session.end))
        who = balanced(text.who, style.who, width, hyphens=not session.speakers)
        what = balanced(text.what, style.what, width) if text.what else []
        aside = balanced(locale.separated(asides), style.aside, width) if asides else []
        stack = [(who, style.who), (what, style.what), (aside, style.aside)]
        low = lowered([stack], self.context)
        return RoomCell(
            who=who,
            what=what,
            aside=aside,
            anchor=text.anchor,
            quiet=session.kind in QUIET,
            begins=True,
            left=first.left,
            width=width,
            drop=low.points,
            more=low.lines,
            closed=bool(session.end) and not span.heading and self._idle(span),
        )

    def _idle(self, span: RoomSpan) -> bool:
        """Return whether nothing follows a session in its columns for a while."""
        later = (each for each in self.day.spans if each.beside(span) and each.starts >= span.ends)
        return all(each.starts - span.ends > _WHILE for each in later)

    def _said(self, span: RoomSpan) -> list[str]:
        """Return the room that is said above a column, if a session stands in one."""
        return self.day.rooms[span.first : span.last + 1] if span.first == span.last else []

    @property
    def fits(self) -> bool:
        """Whether no word is wider than its place, and no session higher than a page."""
        style = self.style
        lines = [(line, style.who, column.width) for column in self.columns for line in column.name]
        for cell in self.cells:
            lines += [(line, style.who, cell.width) for line in cell.who]
            lines += [(line, style.what, cell.width) for line in cell.what]
            lines += [(line, style.aside, cell.width) for line in cell.aside]
        sizes = {step: self.context.face(step).size for _, step, _ in lines}
        narrow = all(
            self.context.wide(line, step, sizes[step]) <= width for line, step, width in lines
        )
        return narrow and all(cell.height <= style.lines for cell in self.cells)

    # From top to bottom

    def _lines(self, first: int, last: int, minutes: int, air: float = 0.0) -> list[float]:
        """Return on which line each bound from one to another stands, the first on line 0."""
        moments = [moment for moment, _ in self.bounds]
        passed = [
            ceil((moment - moments[first]).total_seconds() / 60 / minutes)
            for moment in moments[first : last + 1]
        ]
        found = [0.0]
        for number in range(first + 1, last + 1):
            least = passed[number - first] - passed[number - first - 1]
            if moments[number] != moments[number - 1]:
                least = max(least, int(number - 1 == first or number - 1 in self._begun))
            line = found[-1] + least
            feet = [
                (found[max(start, first) - first] + cell.height, cell.height)
                for cell, start in self._ending(number, last)
            ]
            found.append(max((row_end(line, *foot, air) for foot in feet), default=line))
        return found

    @cached_property
    def _begun(self) -> set[int]:
        return {start for start, _ in self.stretches}

    @cached_property
    def _by_end(self) -> dict[int, list[tuple[RoomCell, int]]]:
        found: dict[int, list[tuple[RoomCell, int]]] = {}
        for cell, (start, end) in zip(self.cells, self.stretches, strict=True):
            found.setdefault(end, []).append((cell, start))
        return found

    def _ending(self, number: int, last: int) -> Iterator[tuple[RoomCell, int]]:
        """Yield the cells that end at a bound, or with the page there, and where they begin."""
        yield from self._by_end.get(number, ())
        if number == last:
            for end, cells in self._by_end.items():
                yield from ((cell, start) for cell, start in cells if start < last < end)

    def parts(self) -> list[tuple[int, int]]:
        """Return between which bounds each page stands: as few as can be, evenly filled."""
        least = self._parts(self.style.lines)
        total = self._lines(0, len(self.bounds) - 1, MINUTES_OF_SHORT_DAYS[-1])[-1]
        for room in range(min(self.style.lines, ceil(total / len(least))), self.style.lines):
            if len(found := self._parts(room)) == len(least):
                return found
        return least

    def _parts(self, room: int) -> list[tuple[int, int]]:
        found, first, end = [], 0, len(self.bounds) - 1
        while first < end:
            last = first + 1
            clean = 0
            while last <= end and self._lines(first, last, MINUTES_OF_SHORT_DAYS[-1])[-1] <= room:
                cut = any(start < last < stop for start, stop in self.stretches)
                if not cut and self._before_headings(first, last) == last:
                    clean = last
                last += 1
            last = self._before_headings(first, max(last - 1, first + 1))
            if clean - first >= _EVEN * (last - first):
                last = clean
            found.append((first, last))
            first = last
        return found

    def _before_headings(self, first: int, last: int) -> int:
        """Return a bound at which a page may end, without headings of what follows it."""
        moments = [moment for moment, _ in self.bounds]
        found = last
        while found - 1 > first and last < len(moments) - 1 and moments[found - 1] == moments[last]:
            found -= 1
        return found

    def page(self, first: int, last: int) -> RoomTable:
        """Return the page between two bounds."""
        lines: list[float] = []
        for minutes, air in scales(MINUTES_OF_SHORT_DAYS):
            lines = self._lines(first, last, minutes, air)
            if lines[-1] <= self.style.lines:
                break
        cells = []
        times: dict[dt.datetime, float] = {self.bounds[first][0]: 0}
        for cell, (start, end) in zip(self.cells, self.stretches, strict=True):
            if start >= last or end <= first:
                continue
            top = lines[max(start, first) - first]
            high = lines[min(end, last) - first] - top
            cells.append(
                replace(
                    cell,
                    begins=start >= first,
                    closed=cell.closed and end <= last,
                    top=top,
                    lines=high,
                )
            )
            if start >= first:
                times.setdefault(self.bounds[start][0], top)
                times[self.bounds[start][0]] = min(times[self.bounds[start][0]], top)
        said = [(self.context.locale.clock(moment.time()), line) for moment, line in times.items()]
        ends = last == len(self.bounds) - 1
        return RoomTable(self.columns, said, cells, lines[-1], ends, self.style)
