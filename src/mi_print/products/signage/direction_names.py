"""The name on a sign with an arrow: as large as it goes without touching the arrow."""

from mi_print.layout.grid import HALF_CAP
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.template_api.fitted_title import FittedTitle
from mi_print.layout.text.balance import balanced
from mi_print.layout.text.pango import measure

STEP = "way"
_LINES = 3
_REACH = 2 * HALF_CAP + 0.22  # em: from the capitals of a line to its descenders
_SMALLEST = 24  # points: below, the sign can't be read and is wrong anyway


def clear_of(text: str, context: LayoutContext, *, room: float, above: float) -> FittedTitle:
    """Return a sign's name in the height of three lines, from the top margin down.

    Args:
        text: the name.
        context: measures.
        room: how wide a line may be beside the arrow, in points; 0 where the
            arrow stands at the left, where every line begins.
        above: how much height there is above the arrow.
    """
    found = context.fitted(text, STEP, context.grid.measure, _LINES)
    while found.face.size > _SMALLEST and _touches(found, room, above, context.lang):
        face = context.sized(STEP, found.face.size - 1)
        found = FittedTitle(balanced(text, context.grid.measure, face, context.lang), face)
    return found


def _touches(name: FittedTitle, room: float, above: float, lang: str) -> bool:
    reach = _REACH * name.face.size
    beside = (line for n, line in enumerate(name.lines) if reach + n * name.face.leading > above)
    return any(measure(line, name.face, lang).width > room for line in beside)
