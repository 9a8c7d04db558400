"""The day in a room as rows that fill the sheets of its door sign: height is time.

A row is as high as its time is long, and never lower than its text.  The type is the largest
in which both go together.  Where they do in none, some rows are higher than their time is long,
titles get smaller, and at last there is a second sheet.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from mi_print.event.model import Kind, Session
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.text.balance import Division, balanced
from mi_print.layout.text.pango import Face, measure
from mi_print.products.schedule.session_text import QUIET, SessionText
from mi_print.products.signage.rooms.door_hours import (
    DoorHours,
    divided,
    filled,
    hours,
    in_proportion,
    with_talks,
)
from mi_print.products.signage.rooms.doors import DoorSign
from mi_print.products.signage.rooms.text_block import TextBlock, text_block

_DISPLAY, _DISPLAY_FROM = "Inter Display", 24.0  # points
_APART = 0.95  # points between the ink of a row and its rules
_FOOT = 0.3  # em: white that a row of several lines has below them, where there is room
_RULE = 0.75  # points: of page.css
_BESIDE = 0.6  # em between a time and what follows it
_COLUMNS, _TIME, _WHO = 12, 2, 4
_TIME_STEP, _WHO_STEP, _QUIET_STEP, _TITLE_STEP = (
    "door-time",
    "door-strong",
    "door-text",
    "door-title",
)
_MANY = 4  # lines of names; more, or of a title more than one, take both columns


@dataclass(frozen=True, slots=True)
class DoorType:
    """The type of a day's rows, in points: `size` of times and names, `line` a row's least height.

    A title may stand `below` who speaks.
    """

    size: float
    leading: float
    line: float
    title: float
    title_leading: float
    below: bool = False


TYPES = (
    DoorType(80, 86, 92, 64, 72, below=True),
    DoorType(66, 71, 76, 54, 61, below=True),
    DoorType(52, 56, 60, 44, 50, below=True),
    DoorType(38, 42, 45, 34, 40, below=True),
    DoorType(32, 35.5, 38, 29, 34, below=True),
    DoorType(26, 28.5, 31, 23, 27),
    DoorType(19, 21, 22.5, 17, 20),
    DoorType(19, 21, 22.5, 16, 19.5),
    DoorType(19, 21, 22.5, 15, 19),
)
"""The largest first."""

_USUAL = TYPES[-3:]
"""Those of a day in which some rows must be higher than their time is long."""

_SMALLEST = DoorType(14, 16, 17.5, 12, 15)
"""For words that nothing divides."""


@dataclass(frozen=True, slots=True)
class DoorRow:
    """A session, a pause, or the end of the day.

    Attributes:
        time: when it begins; without a line below a row that begins then.
        who: who speaks, or what it is; without a line of a pause.
        title: of what somebody speaks.
        quiet: whether nobody speaks.
        wide: whether who speaks takes both columns, and the title stands below.
        height: in points.
        fits: whether no line is wider than its column.
    """

    time: TextBlock
    who: TextBlock
    title: TextBlock
    quiet: bool
    wide: bool
    height: float
    fits: bool = True

    @property
    def tall(self) -> bool:
        """Whether it has several lines."""
        return max(len(self.who.lines), len(self.title.lines)) > 1 or (
            self.wide and bool(self.title.lines)
        )


@dataclass(frozen=True, slots=True)
class DoorSheet:
    """A sheet of a door sign.

    Attributes:
        rows: fill it.
        type: of all rows.
        columns: the widths of times, of names, and of titles, each with the gutter behind it.
        span: from when to when it goes, if there are several sheets.
        closed: whether a rule ends it; none does below an end that nobody knows.
    """

    rows: list[DoorRow]
    type: DoorType
    columns: tuple[float, float, float]
    span: str
    closed: bool


@dataclass(frozen=True, slots=True)
class DoorTable:
    """Sets the days of rooms.

    Attributes:
        context: the measures of the layout.
        text_of: what a row says of a session.
        height: of a sheet's rows, in points.
    """

    context: LayoutContext
    text_of: Callable[[Session], SessionText]
    height: float

    def sheets(self, door: DoorSign) -> list[DoorSheet]:
        """Return the sheets of a room's day: one, or as many as its rows need.

        Talks that have their times are rows too, if all rows have room on one sheet then.
        """
        ways = [*((kind, True) for kind in TYPES), *((kind, False) for kind in _USUAL)]
        day = hours(door.sessions)
        for shown in (hours(with_talks(door.sessions)), day):
            for kind, in_time in ways:
                if sheet := self._whole(shown, kind, in_time=in_time):
                    return [sheet]
        kinds = (_USUAL[0], _SMALLEST)
        tried = ((kind, self._rows(day, kind, self._columns(day, kind))) for kind in kinds)
        kind, rows = next(way for way in tried if _fit(way[1]) or way[0] is _SMALLEST)
        parts = divided([row.height for row in rows], self.height - kind.line)
        sheets = [self._part(day, part, kind) for part in parts]
        return sheets if len(sheets) > 1 else [replace(sheets[0], span="")]

    def _whole(
        self, day: Sequence[DoorHours], kind: DoorType, *, in_time: bool
    ) -> DoorSheet | None:
        """Return a day on one sheet; `None` if there is no room, or time would not be height."""
        columns = self._columns(day, kind)
        rows = self._rows(day, kind, columns)
        minutes = [each.minutes for each in day]
        for foot in (_FOOT * kind.size, 0.0) if _fit(rows) else ():
            least = [row.height + foot * row.tall for row in rows]
            heights = filled(least, minutes, self.height)
            if sum(least) <= self.height and (not in_time or in_proportion(heights, minutes)):
                closed = day[-1].session is None
                return DoorSheet(_high(rows, heights), kind, columns, "", closed=closed)
        return None

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
        columns = self._columns(day, kind)
        rows = self._rows(shown, kind, columns, ends=last)
        least = [row.height + _FOOT * kind.size * row.tall for row in rows]
        if sum(least) > self.height:
            least = [row.height for row in rows]
        heights = filled(least, [each.minutes for each in shown], self.height)
        known = shown[-1].session is None
        end = until.time() if known else None
        span = self.context.locale.stretch(shown[0].starts.time(), end)
        return DoorSheet(_high(rows, heights), kind, columns, span, closed=known)

    def _columns(self, day: Sequence[DoorHours], kind: DoorType) -> tuple[float, float, float]:
        """Return the widths of the columns, that of the times as the longest needs it."""
        grid, face = self.context.grid, self._face(_TIME_STEP, kind)
        times = (self.context.locale.clock(each.starts.time()) for each in day)
        need = max(measure(time, face).width for time in times) + _BESIDE * kind.size
        step = grid.column + grid.gutter
        count = next(n for n in range(_TIME, _COLUMNS) if n * step >= need)
        return count * step, _WHO * step, grid.measure - (count + _WHO) * step

    def _rows(
        self,
        day: Sequence[DoorHours],
        kind: DoorType,
        columns: tuple[float, float, float],
        *,
        ends: bool = True,
    ) -> list[DoorRow]:
        """Return rows as high as their texts; the last may be where the day `ends`.

        What begins at the same time as the row above it, as a first talk, has no time of its own.
        """
        above = [None, *(each.starts if each.session else None for each in day)]
        rows = [
            self._row(each, kind, columns, timed=each.starts != before)
            for each, before in zip(day, above, strict=False)
        ]
        if ends and day[-1].session is None:
            word = [self.context.locale.word("day-ends")]
            rows[-1] = self._set(self._clock(day[-1]), kind, (word, []), quiet=True, wide=True)
        return rows

    def _row(
        self,
        each: DoorHours,
        kind: DoorType,
        columns: tuple[float, float, float],
        *,
        timed: bool,
    ) -> DoorRow:
        session = each.session
        if session is None:
            return self._set(self._clock(each), kind, ([], []), quiet=True, wide=True)
        text = self.text_of(session)
        nobody = session.kind is Kind.TALK and session.within and not session.speakers
        quiet = session.kind in QUIET or bool(nobody)
        said = text.what
        if session.remote:
            said = f"{said} ({self.context.locale.word('by-video')})".lstrip()
        strong = self._face(_QUIET_STEP if quiet else _WHO_STEP, kind)
        light = self._face(_TITLE_STEP, kind)
        lang = session.lang or self.context.lang
        _, names, titles = columns
        beside = names - self.context.grid.gutter
        who = balanced(text.who, beside, strong, self.context.lang, Division.JOINTS)
        many = len(who) > (_MANY if session.speakers else 1)
        parted = len(session.speakers) > 1 and self._parted(text.who, strong, beside)
        wide = kind.below or not said or many or parted or self._widest(who, strong) > beside
        if wide:
            division = Division.JOINTS if session.speakers else Division.HYPHENS
            division = Division.WORDS if kind.below else division
            titles += names
            beside = titles
            who = balanced(text.who, beside, strong, lang, division)
        division = Division.WORDS if kind.below else Division.HYPHENS | Division.LETTERS
        what = balanced(said, titles, light, lang, division) if said else []
        fits = self._widest(who, strong) <= beside and self._widest(what, light) <= titles
        begins = self._clock(each) if timed else []
        row = self._set(begins, kind, (who, what), quiet=quiet, wide=wide)
        return replace(row, fits=fits)

    def _clock(self, each: DoorHours) -> list[str]:
        return [self.context.locale.clock(each.starts.time())]

    def _parted(self, names: str, face: Face, width: float) -> bool:
        """Return whether one of several names is wider than a line."""
        return any(self._widest([name], face) > width for name in names.split(" "))

    def _widest(self, lines: Sequence[str], face: Face) -> float:
        return max((measure(line, face, self.context.lang).width for line in lines), default=0.0)

    def _set(
        self,
        begins: list[str],
        kind: DoorType,
        texts: tuple[list[str], list[str]],
        *,
        quiet: bool,
        wide: bool,
    ) -> DoorRow:
        """Return a row as high as its lines, which keep clear of its rules and of each other."""
        time = self._text(begins, _TIME_STEP, kind)
        who = self._text(texts[0], _QUIET_STEP if quiet else _WHO_STEP, kind)
        title = self._text(texts[1], _TITLE_STEP, kind)
        beside = [text for text in ((time, who) if wide else (time, who, title)) if text.lines]
        baseline = max(max(text.ascent + _APART, text.above) for text in beside)
        time, who = time.on(baseline), who.on(baseline)
        if title.lines:
            title = title.under(who) if wide else title.on(baseline)
        foot = max(text.lowest for text in (time, who, title) if text.lines)
        boxes = max(text.foot for text in (time, who, title))
        least = max(kind.line, foot + _APART, boxes + _RULE)
        return DoorRow(time, who, title, quiet, wide, least)

    def _text(self, lines: list[str], step: str, kind: DoorType) -> TextBlock:
        return text_block(lines, self._face(step, kind), self.context.lang)

    def _face(self, step: str, kind: DoorType) -> Face:
        face = self.context.face(step)
        size, leading = (
            (kind.title, kind.title_leading) if step == _TITLE_STEP else (kind.size, kind.leading)
        )
        family = _DISPLAY if step == _WHO_STEP and size >= _DISPLAY_FROM else face.family
        return replace(face, size=size, leading=leading, family=family)


def _fit(rows: Sequence[DoorRow]) -> bool:
    return all(row.fits for row in rows)


def _high(rows: Sequence[DoorRow], heights: Sequence[float]) -> list[DoorRow]:
    return [replace(row, height=high) for row, high in zip(rows, heights, strict=True)]
