"""MP-BLEED: what touches the trim must go on as far as the shop's bleed.

A sheet is cut to within a millimetre, so art that ends at the trim leaves a
white edge.  This is checked on the picture: along each edge, wherever there is ink just
inside the trim, there must be ink in the bleed.  Art whose own outline ends in
the bleed, a round or a slanted one, passes; what was cut off ends parallel to
the trim, to the pixel.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mi_print.geometry import Rectangle
from mi_print.preflight.raster.drawable_pages import DrawablePage
from mi_print.preflight.raster.render import RenderedPage
from mi_print.problem import Problem, error, warning
from mi_print.trade.shop_wishes import ShopWishes
from mi_print.units import in_words, points

Mask = NDArray[np.bool_]

_SCALE = 300 / 72  # pixels per point
_WHITE = 250  # of 255; below it a pixel has ink
_SHORT = 0.3  # points that a bleed may be short: a tenth of a millimetre
_TOUCH = 3  # pixels inside the trim where ink touches it
_PARALLEL = 0.8  # of a stretch that ends at one distance
_NARROW = 9  # pixels: a narrower gap in a ground is part of a pattern, and a narrower line
_ENOUGH = points("1 mm")  # passes when it reaches as far as a cut may be off
_LENGTHEN = "let pictures and colours that reach the edge go on beyond it"
_TURNS = {"top": 0, "right": 1, "bottom": 2, "left": 3}
"""Quarter turns to the left that bring an edge to the top."""


@dataclass(frozen=True, slots=True)
class _Edge:
    """One side of the trim, as a picture turned so that rows go outwards from it."""

    rows: Mask
    """Ink, rows outwards × along the edge: `_TOUCH` rows inside the trim, then all that prints."""
    needed: int
    """Rows that the bleed must have."""

    @property
    def inside(self) -> Mask:
        """Along the edge: ink just inside the trim."""
        inside: Mask = self.rows[0]
        return inside


def check_bleed(drawn: RenderedPage, shop: ShopWishes) -> Iterator[Problem]:
    """Yield an error for each side where art stops short, and a warning for a small bleed box."""
    if shop.bleed <= 0:
        return
    yield from _boxes(drawn.page, shop.bleed)
    for name in _TURNS:
        short = list(_short(_edge(name, drawn, shop.bleed)))
        if not short:
            continue
        reach = min(reach for _, _, reach in short) / _SCALE
        how = f"reaches {in_words(round(reach, 1))} beyond" if reach >= _SHORT else "ends at"
        message = f"art at the {name} edge {how} the trim; the shop wants {in_words(shop.bleed)}"
        start, end = short[0][0] / _SCALE, short[-1][1] / _SCALE
        box = drawn.page.placed(_strip(drawn.page, name, start, end, shop.bleed))
        yield error("MP-BLEED", message, _LENGTHEN, page=drawn.page.number, box=box)


def _boxes(page: DrawablePage, bleed: float) -> Iterator[Problem]:
    if not page.declares_bleed:
        return
    widths = {
        "left": page.trim[0] - page.bleed[0],
        "bottom": page.trim[1] - page.bleed[1],
        "right": page.bleed[2] - page.trim[2],
        "top": page.bleed[3] - page.trim[3],
    }
    small = {name: max(0.0, width) for name, width in widths.items() if width < bleed - _SHORT}
    if not small:
        return
    least = in_words(round(min(small.values()), 2))
    sides = "all sides" if len(small) == len(widths) else " and ".join(small)
    message = f"the bleed box leaves {least} ({sides}); the shop wants {in_words(bleed)}"
    hint = "write the file with the shop's bleed, and its bleed box as large"
    yield warning("MP-BLEED", message, hint, page=page.number)


def _edge(name: str, drawn: RenderedPage, bleed: float) -> _Edge:
    """Return one edge of the trim; beyond the bleed box there is nothing."""
    page, turns = drawn.page, _TURNS[name]
    trim, printed = _turned(page.trim, turns), _turned(page.bleed, turns)
    inner = trim[3] - (_TOUCH + 2) / _SCALE
    outer = min(max(printed[3], trim[3]), trim[3] + bleed)
    strip = _turned((trim[0], inner, trim[2], outer), 4 - turns)
    ink = np.rot90(drawn.draw(_SCALE, strip).min(axis=2) < _WHITE, turns)[::-1]
    return _Edge(ink[min(2, len(ink) - 1) :], max(1, int((bleed - _SHORT) * _SCALE)))


def _turned(box: Rectangle, turns: int) -> Rectangle:
    """Return a box of the page after so many quarter turns to the left (np.rot90)."""
    for _ in range(turns % 4):
        box = (-box[3], box[0], -box[1], box[2])
    return box


def _strip(page: DrawablePage, name: str, start: float, end: float, bleed: float) -> Rectangle:
    """Return the bleed along a stretch of an edge as a box of the page."""
    turns = _TURNS[name]
    left, _, _, top = _turned(page.trim, turns)
    return _turned((left + start, top, left + end, top + bleed), 4 - turns)


def _short(edge: _Edge) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and reach in pixels of the stretches where ink stops short."""
    rows = np.arange(1, len(edge.rows) + 1)[:, None]
    reach = (edge.rows * rows).max(axis=0) - _TOUCH  # the last row with ink
    failing = edge.inside & (reach >= -1) & (reach < edge.needed)
    for start, end in _stretches(failing):
        ends = reach[start:end]
        middle = int(np.median(ends))
        if np.mean(ends == middle) < _PARALLEL:
            continue
        if end - start < _NARROW and _is_pattern(edge, start, end, middle):
            continue
        if middle >= _ENOUGH * _SCALE and _is_gap(reach, start, end, edge.needed):
            continue
        yield start, end, middle


def _is_pattern(edge: _Edge, start: int, end: int, reach: int) -> bool:
    """Return whether a narrow stretch is a gap in a ground, a slanted line, or long enough."""
    before = start > 0 and bool(edge.inside[start - 1])
    after = end < len(edge.inside) and bool(edge.inside[end])
    enough = reach >= _ENOUGH * _SCALE
    return before or after or enough or _followed(edge, start, end) > reach + 1


def _is_gap(reach: NDArray[np.int_], start: int, end: int, needed: int) -> bool:
    """Return whether the ground goes on as far as it must on both sides of a stretch."""
    inside = start > 0 and end < len(reach)
    return inside and bool(min(reach[start - 1], reach[end]) >= needed)


def _stretches(mask: Mask) -> list[tuple[int, int]]:
    changes = np.flatnonzero(np.diff(np.concatenate(([0], mask.view(np.int8), [0]))))
    return list(zip(changes[::2].tolist(), changes[1::2].tolist(), strict=True))


def _followed(edge: _Edge, start: int, end: int) -> int:
    """Return how many rows beyond the trim ink leads from a stretch, sideways too."""
    reached = np.zeros(len(edge.inside), bool)
    reached[start:end] = True
    for number, row in enumerate(edge.rows):
        wider = reached.copy()
        wider[1:] |= reached[:-1]
        wider[:-1] |= reached[1:]
        reached = np.zeros_like(row)
        for first, last in _stretches(row):
            reached[first:last] = wider[first:last].any()
        if not reached.any():
            return number - _TOUCH
    return len(edge.rows) - _TOUCH
