"""Checks on the plates: too much ink in one place, and black that leaves paper in a colour.

Ink is summed over all plates and averaged over a square of 15 mm: so much wet
ink in one place sets off on the next sheet, while a dot of it does no harm
(GWG 2022, R0026).  Thin black that is knocked out of a colour shows a white
rim as soon as the plates are off by a tenth of a millimetre.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from mi_print.preflight.raster.drawable_pages import PageBox
from mi_print.preflight.raster.plates import PROCESS_INKS, Plates
from mi_print.problem import Problem, error, warning
from mi_print.trade.shop_wishes import Process, ShopWishes
from mi_print.units import points

_SQUARE = points("15 mm")
_ROUNDING = 1.0  # percent: four plates of 8 bits, each rounded
_GWG = 320.0
_LESS_INK = "use a build with less of cyan, magenta and yellow here"

_SOLID = 250  # of 255
_PAPER = 5
_COLOUR = 51  # a fifth of an ink
_THIN = 3.0  # points: wider black shows no rim that one would see
_FEW = 8  # pixels: fewer are no letter


def check_ink(plates: Plates, shop: ShopWishes) -> Iterator[Problem]:
    """Yield what is wrong with a page's ink; the shop has a printing condition."""
    if shop.colour is None:
        return
    yield from _coverage(plates, shop.colour.tac, shop.process)
    yield from _knockouts(plates)


def _coverage(plates: Plates, limit: float, process: Process) -> Iterator[Problem]:
    top, left, bottom, right = _printed(plates)
    total = np.zeros((bottom - top, right - left), np.uint32)
    for ink in plates.inks.values():
        total += ink[top:bottom, left:right]
    percent, row, column, side = _densest(total, round(_SQUARE * plates.scale))
    box = _box(plates, (top + row, left + column, top + row + side[0], left + column + side[1]))
    page = plates.sheet.number
    found = f"{percent:.0f} % ink on average over 15 mm"
    if percent > limit + _ROUNDING:
        yield error("R0026", f"{found}; the shop takes {limit:g} %", _LESS_INK, page=page, box=box)
    elif percent > _GWG + _ROUNDING and process is Process.SHEETFED:
        message = f"{found}; above {_GWG:g} % sheets stick together"
        yield warning("R0026", message, _LESS_INK, page=page, box=box)


def _printed(plates: Plates) -> tuple[int, int, int, int]:
    """Return top, left, bottom, right of the bleed box in pixels: marks beyond it don't count."""
    (left, bottom, right, top), media = plates.sheet.bleed, plates.sheet.media
    height, width = next(iter(plates.inks.values())).shape
    rows = [round((media[3] - edge) * plates.scale) for edge in (top, bottom)]
    columns = [round((edge - media[0]) * plates.scale) for edge in (left, right)]
    first_row, first_column = min(rows[0], height - 1), min(columns[0], width - 1)
    last_row = max(first_row + 1, min(rows[1], height))
    return first_row, first_column, last_row, max(first_column + 1, min(columns[1], width))


def _densest(total: NDArray[np.uint32], side: int) -> tuple[float, int, int, tuple[int, int]]:
    """Return the most ink of any square in percent, the square's row and column, and its sides.

    Sums from the corner of the page may pass 32 bits; what a square holds, their difference,
    is exact all the same.
    """
    height, width = max(1, min(side, total.shape[0])), max(1, min(side, total.shape[1]))
    sums = np.zeros((total.shape[0] + 1, total.shape[1] + 1), np.uint32)
    np.cumsum(np.cumsum(total, 0, dtype=np.uint32), 1, out=sums[1:, 1:])
    squares = sums[height:, width:] - sums[:-height, width:]
    squares -= sums[height:, :-width] - sums[:-height, :-width]
    row, column = divmod(int(squares.argmax()), squares.shape[1])
    percent = float(squares[row, column]) / (height * width) / 2.55
    return percent, row, column, (height, width)


def _knockouts(plates: Plates) -> Iterator[Problem]:
    """Yield a warning for thin black with nothing under it amid a colour.

    A pixel of pure black counts if there is colour close by on two opposite sides.
    """
    if any(name not in plates.inks for name in PROCESS_INKS):
        return
    black = plates.inks["Black"]
    others = [ink for name, ink in plates.inks.items() if name != "Black"]
    most = np.maximum.reduce(others)
    pure = (black >= _SOLID) & (most <= _PAPER)
    if not pure.any():
        return
    colour = most >= _COLOUR
    if not colour.any():
        return
    reach = max(1, round(_THIN * plates.scale))
    amid = _near(colour, 0, reach) & _near(colour, 0, -reach)
    amid |= _near(colour, 1, reach) & _near(colour, 1, -reach)
    rows, columns = np.nonzero(pure & amid)
    if len(rows) < _FEW:
        return
    pixels = (int(rows.min()), int(columns.min()), int(rows.max()) + 1, int(columns.max()) + 1)
    message = "thin black is knocked out of a colour: a white rim shows when the plates are off"
    hint = "let black text and lines overprint"
    page = plates.sheet.number
    yield warning("MP-OVERPRINT", message, hint, page=page, box=_box(plates, pixels))


def _near(mask: NDArray[np.bool_], axis: int, reach: int) -> NDArray[np.bool_]:
    """Return where the mask is set within so many pixels before (or, negative, after)."""
    near = np.zeros_like(mask)
    there, here = np.moveaxis(mask, axis, 0), np.moveaxis(near, axis, 0)
    for step in range(1, abs(reach) + 1):
        if reach > 0:
            here[step:] |= there[:-step]
        else:
            here[:-step] |= there[step:]
    return near


def _box(plates: Plates, pixels: tuple[int, int, int, int]) -> PageBox:
    top, left, bottom, right = (edge / plates.scale for edge in pixels)
    x, y = plates.sheet.media[0], plates.sheet.media[3]
    return plates.sheet.placed((x + left, y - bottom, x + right, y - top))
