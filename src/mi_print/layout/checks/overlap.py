"""Whether texts keep off each other, off rules, and off codes, by the ink of their glyphs.

Of lines of one block the ink may meet by a twentieth of an em, as descenders
and ascenders do where lines are set tight; of all else it may not.  Panels,
pictures and backgrounds may lie under text.  What lies over other text on
purpose says so with `data-over`; a text of the data never may.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby, product
from operator import attrgetter
from typing import NamedTuple

from mi_print.event.text_places import TextPlaces
from mi_print.geometry import Rectangle
from mi_print.layout.checks.keep_outs import COLLISION
from mi_print.layout.checks.page_fault import PageFault, area, of_text, quoted
from mi_print.layout.typeset.contents import PageContents, PaintOrder, SetText

_TOUCH = 0.05
"""Points by which ink may meet: less than anybody sees, more than rounding leaves."""
_IN_A_BLOCK = 0.05
"""Em by which the ink of a block's lines may meet."""
_APART = "shorten one of them, or make room in the layout"
_OWN = "take data-over away; it is for what a layout itself says"


class _Thing(NamedTuple):
    """What ink must keep off: another text, a rule, or a code; `what` names the latter two."""

    page: int
    box: Rectangle
    text: SetText | None
    what: str = ""


def check_overlaps(contents: PageContents) -> Iterator[PageFault]:
    """Yield an error for each text that is printed over another, over a rule, or over a code."""
    things = [
        *(
            _Thing(t.page, t.ink, t)
            for t in contents.texts
            if t.ink and not t.hidden and not t.over
        ),
        *(_Thing(r.page, r.box, None, "a rule") for r in contents.rules),
        *(_Thing(p.page, p.box, None, "a code") for p in contents.pictures if p.code),
    ]
    things.sort(key=lambda thing: (thing.page, thing.box[1]))
    for _, page in groupby(things, key=attrgetter("page")):
        for pair in _meeting(list(page)):
            under, over = sorted(pair, key=_order)
            place = _overlap(over, under)
            if place is not None and over.text:
                what = quoted(under.text.text) if under.text else under.what
                message = f"{quoted(over.text.text)} is printed over {what}"
                found = partial(of_text, contents, over.text, COLLISION, message, _APART)
                yield found(box=area(place), other=under.text)


def check_over(contents: PageContents, data: TextPlaces) -> Iterator[PageFault]:
    """Yield an error for each text of the data that `data-over` lets lie over others."""
    for text in contents.texts:
        own = next(contents.around(text.element), text.text)
        if text.over and text.ink and data.has(own):
            message = f"{quoted(text.text)} is of the data, and may not lie over other text"
            yield of_text(contents, text, "data-over", message, _OWN)


def _meeting(things: Sequence[_Thing]) -> Iterator[tuple[_Thing, _Thing]]:
    """Yield the pairs whose bounds meet, at least one of them a text; they come from the top."""
    for number, one in enumerate(things):
        left, _, right, bottom = one.box
        for other in things[number + 1 :]:
            if other.box[1] >= bottom:
                break
            if other.box[0] < right and left < other.box[2] and (one.text or other.text):
                yield one, other


def _overlap(one: _Thing, other: _Thing) -> Rectangle | None:
    """Return where the ink of the first meets that of the other by more than it may, or None."""
    allowed = _TOUCH
    if one.text and other.text and one.text.block == other.text.block:
        allowed = _IN_A_BLOCK * min(one.text.size, other.text.size)
    if not _deeper(one.box, other.box, allowed):
        return None
    pairs = product(_near(one, other.box), _near(other, one.box))
    return next((ours for ours, theirs in pairs if _deeper(ours, theirs, allowed)), None)


def _near(thing: _Thing, box: Rectangle) -> list[Rectangle]:
    inks = thing.text.glyphs() if thing.text else [thing.box]
    return [ink for ink in inks if _deeper(ink, box, 0)]


def _deeper(one: Rectangle, other: Rectangle, allowed: float) -> bool:
    """Return whether two meet by more than that, both across and down."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > allowed and down > allowed


def _order(thing: _Thing) -> PaintOrder:
    return thing.text.order if thing.text else ()
