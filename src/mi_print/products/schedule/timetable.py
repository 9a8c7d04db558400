"""The days at a glance, row by row: each as high as its time is long, or as its text."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from mi_print.event.chronology import by_day
from mi_print.event.model import Session
from mi_print.layout.template_api.context import LayoutContext
from mi_print.products.schedule.below_rule import lowered
from mi_print.products.schedule.row_heights import EXACT, MINUTES_A_LINE, row_end, scales
from mi_print.products.schedule.session_text import QUIET, SessionText

HEAD_LINES = 8
"""Base lines that a page's title takes."""

_MOST = 2
"""Lines of a title in the column of names; one with more stands across both, where it may."""

_ASIDE = "note"
"""The step of the type scale in which an aside is set."""


@dataclass(frozen=True, slots=True)
class TimetableRow:
    """A row of the day page, `lines` base lines high, not always whole ones.

    `inset` is by how many points one is moved in that is within another session; `whole`
    tells whether `who` stands across both columns, `drop`, how many points lower its text is,
    `behind`, whether its aside stands in the line of `who`, because below it is no air.
    """

    time: str
    who: list[str]
    what: list[str]
    aside: str
    quiet: bool
    anchor: str
    lines: float
    inset: float = 0.0
    whole: bool = False
    drop: float = 0.0
    behind: bool = False


@dataclass(frozen=True, slots=True)
class TimetablePage:
    """A page of a day, under its id; `begins` of the first page of its day."""

    date: dt.date
    rows: list[TimetableRow]
    anchor: str
    begins: bool


@dataclass(frozen=True, slots=True)
class TimetableStyle:
    """How a day is set: its two columns of text, and what height it may take.

    Attributes:
        who: the step of the type scale in which names are set.
        what: that of titles.
        widths: of both columns, in points.
        lines: how many base lines there are for all rows.
        aside_behind: whether an aside stands behind the title, not below the name.
        inset: by how many points sessions are moved in that are within another.
        rooms: whether rows say where sessions are that are not in the venue's room.
        whole: how wide both columns are together, if what is long may stand across them.
        spread: whether all that may stand across both does, because on another day something must.
        minutes: what a base line may be, from the least on.
        spare: whether rows of several lines have air below them, if the page has room for it.
        names: lines of speakers; if they are more, the title goes first, and they stand beside it.
        behind: whether an aside stands behind the name where below it would be no air.
    """

    who: str
    what: str
    widths: tuple[float, float]
    lines: int
    aside_behind: bool = False
    inset: float = 0.0
    rooms: bool = True
    whole: float = 0.0
    spread: bool = False
    minutes: tuple[int, ...] = MINUTES_A_LINE
    spare: bool = False
    names: int | None = None
    behind: bool = False


def day_anchor(date: dt.date, days: Iterable[dt.date]) -> str:
    """Return the id of a day of some that are in their order."""
    return "day" if date == next(iter(days)) else f"day-{date}"


def booklet(context: LayoutContext) -> TimetableStyle:
    """Return how the booklet sets the day."""
    grid = context.grid
    lines = grid.lines - HEAD_LINES - 1
    widths = (grid.span(4), grid.span(6))
    return TimetableStyle("book-strong", "book", widths, lines, inset=grid.gutter)


def pages(
    sessions: Iterable[Session],
    text_of: Callable[[Session], SessionText],
    context: LayoutContext,
    table: TimetableStyle,
) -> list[TimetablePage]:
    """Return the pages of each day: one, or as many as its rows need, evenly filled.

    The sessions are in the order of time (`chronology.in_time`).
    """
    found: list[TimetablePage] = []
    days = by_day(sessions)
    for date, of_day in days.items():
        timed = _timed(of_day, text_of, context, table)
        end = end_of_day(of_day, context)
        for number, part in enumerate(_divided(timed, table.lines), 1):
            last = part[-1] is timed[-1]
            shown = [*_as_high_as_long(part, table), *([end] if end and last else [])]
            anchor = day_anchor(date, days) + (f"-{number}" if number > 1 else "")
            found.append(TimetablePage(date, shown, anchor, begins=number == 1))
    return found


def rows(
    sessions: Iterable[Session],
    text_of: Callable[[Session], SessionText],
    context: LayoutContext,
    table: TimetableStyle,
) -> list[TimetableRow]:
    """Return a row for each session, as high as its time is long, and one for the end.

    One base line is the least of 15, 20, 30 or 60 minutes with which the day
    fits its page; a row with more text than time grows by whole lines.  Of an open
    end the last row is empty.  The sessions are in the order of time.
    """
    listed = list(sessions)
    if not listed:
        return []
    timed = _timed(listed, text_of, context, table)
    return [*_as_high_as_long(timed, table), end_of_day(listed, context) or _OPEN_END]


_TimedRow = tuple[TimetableRow, float]
"""A row as high as its text, and how many minutes pass until the next."""


def _timed(
    ordered: Sequence[Session],
    text_of: Callable[[Session], SessionText],
    context: LayoutContext,
    table: TimetableStyle,
) -> list[_TimedRow]:
    texts = [text_of(session) for session in ordered]
    spread = table.spread or spreads(ordered, text_of, context, table)
    least = [
        _row(session, text, context, _spread(table, session, text, spread=spread))
        for session, text in zip(ordered, texts, strict=True)
    ]
    times = [each.starts for each in ordered]
    times += [max(each.ends or each.starts for each in ordered)] if ordered else []
    minutes = ((later - earlier).total_seconds() / 60 for earlier, later in pairwise(times))
    return list(zip(least, minutes, strict=True))


def spreads(
    sessions: Iterable[Session],
    text_of: Callable[[Session], SessionText],
    context: LayoutContext,
    table: TimetableStyle,
) -> bool:
    """Return whether a session that nobody gives has a title for which one column is too narrow."""
    titles = ((text_of(session), session.speakers) for session in sessions)
    return any(
        text.what and not speakers and _high(text.who, context, table) for text, speakers in titles
    )


def _high(title: str, context: LayoutContext, table: TimetableStyle) -> bool:
    return bool(table.whole) and len(context.balanced(title, table.who, table.widths[0])) > _MOST


def _spread(
    table: TimetableStyle, session: Session, text: SessionText, *, spread: bool
) -> TimetableStyle:
    """Return how a row is set: across both columns, if it is called by a title that may be so.

    Those that have nothing in the other column are; all others too, if one of them must.
    """
    if table.whole and not session.speakers and (spread or not text.what):
        return dataclasses.replace(table, widths=(table.whole, 0.0))
    return table


def _as_high_as_long(timed: Sequence[_TimedRow], table: TimetableStyle) -> list[TimetableRow]:
    """Return rows as high as their time, with air below their texts if the page has room."""
    heights: list[float] = []
    for unit, air in scales(table.minutes, spare=table.spare):
        heights = [
            row_end(ceil(minutes / unit), row.lines, row.lines, air, exact=unit == EXACT)
            for row, minutes in timed
        ]
        if sum(heights) <= table.lines:
            break
    return [
        dataclasses.replace(row, lines=high, behind=row.behind and high == row.lines)
        for (row, _), high in zip(timed, heights, strict=True)
    ]


def _divided(timed: Sequence[_TimedRow], lines: int) -> list[list[_TimedRow]]:
    """Return rows in as few parts as their texts fit in, and these as even as they can be."""
    fewest = len(_filled(timed, lines))
    least = ceil(sum(row.lines for row, _ in timed) / max(fewest, 1))
    return next(
        parts
        for room in range(min(least, lines), lines + 1)
        if len(parts := _filled(timed, room)) == fewest or room == lines
    )


def _filled(timed: Sequence[_TimedRow], lines: int) -> list[list[_TimedRow]]:
    parts: list[list[_TimedRow]] = []
    free = 0.0
    for each in timed:
        row, _ = each
        if row.lines > free or not parts:
            parts.append([])
            free = lines
        parts[-1].append(each)
        free -= row.lines
    return parts


_OPEN_END = TimetableRow("", [], [], aside="", quiet=True, anchor="", lines=1)


def end_of_day(sessions: Sequence[Session], context: LayoutContext) -> TimetableRow | None:
    """Return a row for the end of a day; none, if it is open."""
    ends = [each.ends for each in sessions if each.ends]
    if not ends or any(each.ends is None and each.starts >= max(ends) for each in sessions):
        return None
    time, word = context.locale.clock(max(ends).time()), context.locale.word("day-ends")
    return TimetableRow(time, [word], [], aside="", quiet=True, anchor="", lines=1)


def _row(
    session: Session, text: SessionText, context: LayoutContext, table: TimetableStyle
) -> TimetableRow:
    """Return a session's row, as high as its text."""
    one, two = table.widths
    named = bool(session.speakers)
    if named and text.what and two and table.names:
        named = len(context.balanced(text.who, table.who, one, hyphens=False)) <= table.names
        if not named:
            text = dataclasses.replace(text, who=text.what, what=text.who)
    asides = [text.where] if text.where and table.rooms else []
    asides += [context.locale.word("by-video")] if session.remote else []
    title = text.what
    if title and not two:
        title, asides = "", [title, *asides]
    aside = context.locale.separated(asides)
    if aside and table.aside_behind:
        title, aside = f"{title} ({aside})".lstrip(), ""
    inset = table.inset if session.within else 0.0
    who = context.balanced(text.who, table.who, one - inset, hyphens=not named)
    below = context.balanced(aside, _ASIDE, one - inset) if aside else []
    hyphens = named or not session.speakers
    what = context.balanced(title, table.what, two, hyphens=hyphens) if title else []
    beside = table.behind and len(who) == len(below) == 1
    leading = context.face(table.what).leading
    low = lowered([[(who, table.who), (below, _ASIDE)], [(what, table.what)]], context)
    return TimetableRow(
        time=context.locale.clock(session.start),
        who=who,
        what=what,
        aside="\n".join(below),
        quiet=session.kind in QUIET,
        anchor=text.anchor,
        lines=max(len(who) + len(below), ceil(len(what) * leading / context.grid.base)) + low.lines,
        inset=inset,
        whole=not two,
        drop=low.points,
        behind=beside and _in_a_line(who[0], below[0], context, table) <= one - inset,
    )


def _in_a_line(who: str, aside: str, context: LayoutContext, table: TimetableStyle) -> float:
    """Return how wide a name and its aside are, a gutter apart."""
    texts = ((who, table.who), (aside, _ASIDE))
    return context.grid.gutter + sum(
        context.wide(text, step, context.face(step).size) for text, step in texts
    )
