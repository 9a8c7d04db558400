"""MP-SAFE: text and codes keep away from the cut, and from the spine of what is bound.

A letter counts if it shows: one that is clipped away or drawn in the colour of
its ground is not there.  A letter that is larger than a third of the page and
runs off it is art.
"""

from collections.abc import Iterator

from mi_print.geometry import Rectangle, common, empty, union
from mi_print.preflight.raster.render import RenderedPage
from mi_print.problem import Problem, error
from mi_print.trade.shop_wishes import ShopWishes
from mi_print.units import in_words

_SLACK = 0.3  # points: a letter's curve goes a little beyond its line
_ART = 1 / 3  # of the page's shorter side
_SHOWS = 24  # of 255: less contrast can't be read


def check_safe(
    drawn: RenderedPage, codes: list[Rectangle], shop: ShopWishes, *, bound: bool
) -> Iterator[Problem]:
    """Yield an error for each side on which text or a code comes too close.

    Args:
        drawn: the page.
        codes: boxes of the codes on it.
        shop: its safe margin, and that at a bound edge.
        bound: pages are bound at the left of odd pages and the right of even ones.
    """
    page = drawn.page
    spine = ("left" if page.number % 2 else "right") if bound else ""
    margins = dict.fromkeys(("left", "bottom", "right", "top"), shop.safe)
    if spine and shop.safe_bound is not None:
        margins[spine] = shop.safe_bound
    left, bottom, right, top = page.trim
    shown = (left - _SLACK, bottom - _SLACK, right + _SLACK, top + _SLACK)
    safe = (
        left + margins["left"] - _SLACK,
        bottom + margins["bottom"] - _SLACK,
        right - margins["right"] + _SLACK,
        top - margins["top"] + _SLACK,
    )
    letters = [box for box in drawn.letters(safe) if _live(box, drawn)]
    for what, boxes in (("text", letters), ("a code", codes)):
        for side, (near, distance) in _nearest(boxes, page.trim, safe).items():
            if empty(common(near, shown)):
                continue
            cut = distance < -_SLACK
            place = "the spine" if side == spine else f"the {side} edge"
            how = "is cut off at" if cut else f"stands {in_words(round(distance, 1))} from"
            message = f"{what} {how} {place}; the shop wants {in_words(margins[side])}"
            hint = "move it inwards" if what == "a code" else "move it inwards, or set it smaller"
            yield error("MP-SAFE", message, hint, page=page.number, box=page.placed(near))


def _nearest(
    boxes: list[Rectangle], trim: Rectangle, safe: Rectangle
) -> dict[str, tuple[Rectangle, float]]:
    """Return, for each side that is too close, all that is there as one box, and its distance."""
    found: dict[str, tuple[Rectangle, float]] = {}
    for box in boxes:
        gaps = {
            "left": (box[0] - trim[0], box[0] < safe[0]),
            "bottom": (box[1] - trim[1], box[1] < safe[1]),
            "right": (trim[2] - box[2], box[2] > safe[2]),
            "top": (trim[3] - box[3], box[3] > safe[3]),
        }
        for side, (gap, close) in gaps.items():
            if close:
                old, distance = found.get(side, (box, gap))
                found[side] = (union(old, box), min(distance, gap))
    return found


def _live(box: Rectangle, drawn: RenderedPage) -> bool:
    """Return whether a letter is on the cut page, shows, and is no art."""
    trim, media = drawn.page.trim, drawn.page.media
    seen = common(box, trim)
    if empty(seen):
        return False
    art = _ART * min(trim[2] - trim[0], trim[3] - trim[1])
    if max(box[2] - box[0], box[3] - box[1]) > art and seen != box:
        return False
    left, right = (round((edge - media[0]) * drawn.scale) for edge in (seen[0], seen[2]))
    top, bottom = (round((media[3] - edge) * drawn.scale) for edge in (seen[3], seen[1]))
    patch = drawn.gray[max(0, top - 1) : bottom + 1, max(0, left - 1) : right + 1]
    return bool(patch.size) and int(patch.max()) - int(patch.min()) >= _SHOWS
