"""The day at a glance: what each session is called, and how high its row is."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from mi_print.event.model import Event, Kind, Session
from mi_print.event.queries import (
    PosterSession,
    board_span,
    people,
    poster_sessions,
    print_locale,
)
from mi_print.language.print_locale import PrintLocale, capitalized
from mi_print.layout.template_api.context import LayoutContext

HEAD_LINES = 8
"""Base lines that a page's title takes."""

QUIET = frozenset({Kind.SOCIAL, Kind.BREAK})
"""Sessions in which nobody speaks, set in regular weight."""

_MINUTES_A_LINE = (15, 20, 30, 60)


@dataclass(frozen=True, slots=True)
class SessionText:
    """A session in a row: who or what it is, what it adds, the id of where more stands."""

    who: str
    what: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class TimetableRow:
    """A row of the day page, `lines` base lines high."""

    time: str
    who: list[str]
    what: list[str]
    aside: str
    quiet: bool
    anchor: str
    lines: int


@dataclass(frozen=True, slots=True)
class TimetableStyle:
    """How a day is set: its two columns of text, and what height it may take.

    Attributes:
        who: the step of the type scale in which names are set.
        what: that of titles.
        widths: of both columns, in points.
        lines: how many base lines there are for all rows.
        aside_behind: whether an aside stands behind the title, not below the name.
    """

    who: str
    what: str
    widths: tuple[float, float]
    lines: int
    aside_behind: bool = False


def session_text(
    session: Session, event: Event, posters: Mapping[str, PosterSession]
) -> SessionText:
    """Return what a row says of a session; `posters` are the poster sessions by id."""
    several = len(posters) > 1
    here = f"session-{session.id}"
    locale = print_locale(event)
    if session.id in posters:
        found = posters[session.id]
        boards = boards_in_words(found, locale, several=several)
        return SessionText(session.title, boards, topic_anchor(found, 0))
    if session.kind is Kind.SPOTLIGHTS and session.posters and session.posters in posters:
        number = locale.word("session", number=posters[session.posters].number) if several else ""
        return SessionText(session.title, number, here)
    if session.talks:
        count = len({name for talk in session.talks for name in talk.speakers})
        number = capitalized(locale.numeral(count))
        speakers = locale.word("speakers", n=count, number=number)
        return SessionText(session.title, speakers if count else "", f"lightning-{session.id}")
    if session.speakers:
        names = ", ".join(person.name for person in people(event, session.speakers))
        keynote = session.kind is Kind.KEYNOTE
        return SessionText(names, session.title, f"keynote-{session.id}" if keynote else here)
    return SessionText(session.title)


def boards_in_words(posters: PosterSession, locale: PrintLocale, *, several: bool) -> str:
    """Return "Boards 3–9", if there are any, and of which session, if there are several."""
    first, last = posters.boards
    if first is None:
        return locale.word("session", number=posters.number) if several else ""
    key = "board" if first == last else "boards"
    span = {key: board_span(first, last)}
    if several:
        return locale.word(f"session-{key}", number=posters.number, **span)
    return locale.word(key, **span)


def session_texts(event: Event) -> Callable[[Session], SessionText]:
    """Return what gives the text of each of the event's sessions."""
    posters = {each.session.id: each for each in poster_sessions(event)}
    return lambda session: session_text(session, event, posters)


def topic_anchor(posters: PosterSession, block: int) -> str:
    """Return the id of a topic's opener."""
    return f"topic-{posters.number}-{block}"


def booklet(context: LayoutContext) -> TimetableStyle:
    """Return how the booklet sets the day."""
    grid = context.grid
    lines = grid.lines - HEAD_LINES - 1
    return TimetableStyle("book-strong", "book", (grid.span(4), grid.span(6)), lines)


def rows(
    sessions: Iterable[Session],
    text_of: Callable[[Session], SessionText],
    context: LayoutContext,
    table: TimetableStyle,
) -> list[TimetableRow]:
    """Return a row for each session, as high as its time is long, and one for the end.

    One base line is the least of 15, 20, 30 or 60 minutes with which the day
    fits its page; a row with more text than time grows by whole lines.
    """
    sessions = sorted(sessions, key=lambda each: (each.starts, each.ends or each.starts))
    if not sessions:
        return []
    least = [_row(session, text_of(session), context, table) for session in sessions]
    times = [each.starts for each in sessions]
    times.append(max(each.ends or each.starts for each in sessions))
    minutes = [(later - earlier).total_seconds() / 60 for earlier, later in pairwise(times)]
    for unit in _MINUTES_A_LINE:
        heights = [max(row.lines, ceil(m / unit)) for row, m in zip(least, minutes, strict=True)]
        if sum(heights) <= table.lines:
            break
    placed = [dataclasses.replace(r, lines=h) for r, h in zip(least, heights, strict=True)]
    time, word = context.locale.clock(times[-1].time()), context.locale.word("day-ends")
    end = TimetableRow(time, [word], [], aside="", quiet=True, anchor="", lines=1)
    return [*placed, end]


def _row(
    session: Session, text: SessionText, context: LayoutContext, table: TimetableStyle
) -> TimetableRow:
    """Return a session's row, as high as its text."""
    aside = context.locale.word("by-video") if session.remote else ""
    title = text.what
    if aside and table.aside_behind:
        title, aside = f"{title} ({aside})".lstrip(), ""
    who = context.balanced(text.who, table.who, table.widths[0])
    what = context.balanced(title, table.what, table.widths[1]) if title else []
    leading = context.face(table.what).leading
    return TimetableRow(
        time=context.locale.clock(session.start),
        who=who,
        what=what,
        aside=aside,
        quiet=session.kind in QUIET,
        anchor=text.anchor,
        lines=max(len(who) + bool(aside), ceil(len(what) * leading / context.grid.base)),
    )
