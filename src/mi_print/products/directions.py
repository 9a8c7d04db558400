"""The name on a sign with an arrow: as large as it goes without touching the arrow."""

from mi_print.layout.breaks import balanced
from mi_print.layout.compose import Desk, Fitted
from mi_print.layout.grid import HALF_CAP
from mi_print.layout.pango import measure

STEP = "way"
_LINES = 3
_REACH = 2 * HALF_CAP + 0.22  # em: from the capitals of a line to its descenders
_SMALLEST = 24  # points: below, the sign can't be read and is wrong anyway


def clear_of(text: str, desk: Desk, *, room: float, above: float) -> Fitted:
    """Return a sign's name in the height of three lines, from the top margin down.

    Args:
        text: the name.
        desk: measures.
        room: how wide a line may be beside the arrow, in points; 0 where the
            arrow stands at the left, where every line begins.
        above: how much height there is above the arrow.
    """
    found = desk.fitted(text, STEP, desk.grid.measure, _LINES)
    while found.face.size > _SMALLEST and _touches(found, room, above, desk.lang):
        face = desk.sized(STEP, found.face.size - 1)
        found = Fitted(balanced(text, desk.grid.measure, face, desk.lang), face)
    return found


def _touches(name: Fitted, room: float, above: float, lang: str) -> bool:
    reach = _REACH * name.face.size
    beside = (line for n, line in enumerate(name.lines) if reach + n * name.face.leading > above)
    return any(measure(line, name.face, lang).width > room for line in beside)
