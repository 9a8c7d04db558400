"""The sessions on a reserved seat: as many as somebody speaks in, in rows as high as they need."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from mi_print.event.model import Session
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.text.balance import balanced
from mi_print.layout.text.pango import measure
from mi_print.products.schedule.session_text import with_place

_WAYS = (("door-title", 1), ("list-authors", 1), ("card-authors", 1), ("card-authors", 2))
"""Steps of the type scale with a number of columns, the wished one first."""
_FEW = 3
"""Lines of several sessions that have the first step; more would take the room of the name."""
_GAP = 16.0  # points between a time and a title
_LEAST = 108.0  # points: the width of the times where there is room
_APART = 18.0  # points between two columns


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A session: when, and the lines of its title, `top` points below the first row's top."""

    time: str
    lines: list[str]
    top: float


@dataclass(frozen=True, slots=True)
class SeatRows:
    """The rows in columns, `width` points wide, titles behind `time` points; `height` of all."""

    step: str
    columns: list[list[SeatRow]]
    width: float
    time: float
    height: float
    fits: bool


def seat_rows(  # noqa: PLR0913 - what is said of a session, and the room
    sessions: Sequence[Session],
    when: Callable[[Session], str],
    context: LayoutContext,
    where: Callable[[Session], str],
    *,
    width: float,
    height: float,
) -> SeatRows:
    """Return sessions in rows, the type smaller and in two columns if they are many.

    Args:
        sessions: in their order.
        when: says when one is.
        context: measures.
        where: says in which room one is; "" where all are in one.
        width: of the room, in points.
        height: of the room; `fits` of what is returned says whether it is enough.
    """
    large = height if len(sessions) == 1 else _FEW * context.face(_WAYS[0][0]).leading
    titles = [with_place(each.title, where(each), context.locale)[0] for each in sessions]
    for way, most in zip(_WAYS, (min(large, height), height, height, height), strict=True):
        found = _set(sessions, titles, when, context, way, width)
        if found.fits and found.height <= most:
            break
    return found


def _set(  # noqa: PLR0913, PLR0917 - what a session says, and where it is set
    sessions: Sequence[Session],
    titles: Sequence[str],
    when: Callable[[Session], str],
    context: LayoutContext,
    way: tuple[str, int],
    width: float,
) -> SeatRows:
    step, count = way
    face, lang = context.face(step), context.lang
    wide = (width - (count - 1) * _APART) / count
    times = [when(session) for session in sessions]
    figures = replace(face, tabular=True)
    widest = max((measure(time, figures, lang).width for time in times), default=0.0)
    time = max(_LEAST if count == 1 else 0.0, widest + _GAP)
    texts = [
        balanced(title, wide - time, face, session.lang or lang)
        for session, title in zip(sessions, titles, strict=True)
    ]
    fits = all(measure(line, face, lang).width <= wide - time for text in texts for line in text)
    share = ceil(len(sessions) / count)
    columns = [
        list(_column(times[at : at + share], texts[at : at + share], face.leading))
        for at in range(0, len(sessions), share or 1)
    ]
    feet = [column[-1].top + len(column[-1].lines) * face.leading for column in columns]
    return SeatRows(step, columns, wide, time, max(feet, default=0.0), fits)


def _column(times: Sequence[str], texts: Sequence[list[str]], leading: float) -> Iterator[SeatRow]:
    top = 0.0
    for time, lines in zip(times, texts, strict=True):
        yield SeatRow(time, lines, top)
        top += len(lines) * leading
