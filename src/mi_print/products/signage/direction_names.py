"""The signs with an arrow: one for each way, and its texts as large as they go beside the arrow."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from mi_print.event.model import Direction, Event
from mi_print.layout.grid import HALF_CAP
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.template_api.fitted_title import FittedTitle
from mi_print.layout.text.balance import Division, balanced
from mi_print.layout.text.pango import Face, measure
from mi_print.layout.text.shaping.line_clearance import clear_of_each_other

STEP = "way"
WHERE = "where"
_LINES = 3
_REACH = 2 * HALF_CAP + 0.22  # em: from the capitals of a line to its descenders
_SMALLEST = 24  # points: below, the sign can't be read and is wrong anyway
_EDGE = 18  # points that stay white at the sheet's edge
_COARSE = 144  # points: larger sizes go down by two points
_WHERE = (72, 44)  # points: the largest size of where it is, and the smallest
_WHERE_LEADING = 76 / 72


def directions(event: Event) -> list[Direction]:
    """Return a sign for each way; where one does not say what lies there, one for each room.

    These are the rooms in which sessions are, if there are several.
    """
    used = {session.room for session in event.program.sessions}
    rooms = [room for room in event.workshop.venue.rooms if room.name in used]
    found: list[Direction] = []
    for sign in event.signs.directions:
        if sign.to or len(rooms) < 2:  # noqa: PLR2004 - several
            found.append(sign)
            continue
        for room in rooms:
            to = tuple(filter(None, (room.level, room.name)))
            found.append(sign.model_copy(update={"id": f"{sign.id}, {room.id}", "to": to}))
    return found


def clear_of(  # noqa: PLR0913 - a layout says them by name
    text: str,
    context: LayoutContext,
    *,
    room: float,
    above: float,
    height: float | None = None,
    largest: float | None = None,
    short: str | None = None,
    least: float = 0.0,
) -> FittedTitle:
    """Return a sign's name, from the top margin down, in the first way in which it fits.

    Whole words in any size that can be read from afar, divided words, the short form; and at
    last a size that can't be read.

    Args:
        text: the name.
        context: measures.
        room: how wide a line may be beside the arrow, in points; 0 where the
            arrow stands at the left, where every line begins.
        above: how much height there is above the arrow.
        height: how much there is above what stands below; without it, three lines.
        largest: the size of a name of less than three lines; without it, as the others.
        short: the name in few letters.
        least: the height of capitals that can be read, in points.
    """
    face = context.face(STEP)
    floor = max(ceil(least / (2 * HALF_CAP) * 2) / 2, _SMALLEST)
    high = height or _LINES * face.leading

    def first(form: str, division: Division, smallest: float) -> FittedTitle | None:
        start = face.size if largest is None else largest
        if start > face.size and len(_lines(form, face, context, division)) >= _LINES:
            start = face.size
        for size in _sizes(start, smallest):
            own = face.sized(size)
            for width in (context.grid.measure, room):
                lines = _lines(form, own, context, division, width) if width > 0 else []
                opened = clear_of_each_other(lines, own, context.lang)
                if lines and _clear(lines, opened, context, room, above, high):
                    return FittedTitle(lines, opened)
        return None

    for form in filter(None, (text, short)):
        for division in (Division.WORDS, Division.HYPHENS):
            if found := first(form, division, floor):
                return found
    form = short or text
    smallest = face.sized(_SMALLEST)
    last = FittedTitle(_lines(form, smallest, context, Division.HYPHENS), smallest, fits=False)
    return first(form, Division.HYPHENS, _SMALLEST) or last


def where(to: Sequence[str], context: LayoutContext, *, width: float, height: float) -> FittedTitle:
    """Return the lines that say where it is, as large as they are no wider and no higher."""
    largest, smallest = _WHERE
    for size in _sizes(largest, smallest):
        face = context.sized(WHERE, size)
        lines = [line for each in to for line in balanced(each, width, face, context.lang)]
        face = replace(face, leading=round(_WHERE_LEADING * size, 3))
        face = clear_of_each_other(lines, face, context.lang)
        wide = max((measure(line, face, context.lang).width for line in lines), default=0.0)
        if wide <= width and len(lines) * face.leading <= height:
            break
    return FittedTitle(lines, face)


def _sizes(largest: float, smallest: float) -> Iterator[float]:
    size = largest
    while size >= smallest:
        yield size
        size -= 2 if size > _COARSE else 1


def _lines(
    text: str, face: Face, context: LayoutContext, division: Division, width: float = 0.0
) -> list[str]:
    return balanced(text, width or context.grid.measure, face, context.lang, division)


def _clear(  # noqa: PLR0913, PLR0917 - what stands around
    lines: Sequence[str],
    face: Face,
    context: LayoutContext,
    room: float,
    above: float,
    height: float,
) -> bool:
    """Return whether no line is too wide, below the height, or beside the arrow in its room.

    Nor may marks above the first line come near the sheet's edge.
    """
    reach = _REACH * face.size
    marks = measure(lines[0], face, context.lang).ink_top - 2 * HALF_CAP * face.size
    if marks > context.grid.top - _EDGE:
        return False
    for number, line in enumerate(lines):
        foot = reach + number * face.leading
        wide = measure(line, face, context.lang).width
        if foot > height or wide > (room if foot > above else context.grid.measure):
            return False
    return True
