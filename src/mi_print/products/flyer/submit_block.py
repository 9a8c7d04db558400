"""The block that says where papers are submitted: a code, and its address below it."""

import math
from dataclasses import dataclass

from mi_print.layout import qr
from mi_print.layout.grid import HALF_CAP, baseline_top
from mi_print.layout.text.pango import Face, measure
from mi_print.layout.text.typography import short_address
from mi_print.products.flyer.flyer_blocks import FlyerBlock
from mi_print.products.flyer.line_breaks import address_lines
from mi_print.products.flyer.set_blocks import RULE, SetBlock, set_block
from mi_print.products.flyer.set_items import SetType
from mi_print.trade.qr_code import QUIET_ZONE
from mi_print.units import points

_CODE = points("25 mm")
_CLEAR = 0.4
"""Points of white more than the quiet zone below the rule."""


@dataclass(frozen=True, slots=True)
class PlacedCode:
    """A code and its address; places are from the block's corner.

    Attributes:
        x: of the code.
        y: of the code.
        size: of its side.
        lines: of the address.
        top: of the address.
        height: of the address.
    """

    x: float
    y: float
    size: float
    lines: list[str]
    top: float
    height: float


def submit_block(
    block: FlyerBlock, address: str, width: float, set_type: SetType, small: Face
) -> tuple[SetBlock, PlacedCode]:
    """Return the block, and where its code and its address stand.

    The code is 25 mm wide, or as wide as its modules print; four of them stay white around it.  If
    the block is too narrow for it, the address has its place.

    Args:
        block: its heading.
        address: where papers are submitted.
        width: of the block.
        set_type: of the heading.
        small: of the address.
    """
    made = set_block(block, width, 1, 0, set_type)
    size = min(width, max(_CODE, qr.least_side(address)))
    quiet = QUIET_ZONE * qr.module_side(address, size)
    lines = made.parts[0].heading
    heading = max(measure(line, set_type.strong, set_type.lang).width for line in lines)
    y = _CLEAR - RULE + quiet
    if heading + quiet > width - size:
        y = made.height + max(0.0, quiet - set_type.leading / 2 + HALF_CAP * set_type.size)
    foot = y + size + quiet if qr.has_room(address, size) else made.height
    lines = address_lines(short_address(address), width, small, set_type.lang)
    last = foot + 2 * HALF_CAP * small.size + (len(lines) - 1) * small.leading
    below = set_type.leading / 2 - HALF_CAP * set_type.size
    height = set_type.leading * math.ceil((last + below) / set_type.leading - 1e-3)
    top = baseline_top(height - below, small) - (len(lines) - 1) * small.leading
    code = PlacedCode(width - size, y, size, lines, top, len(lines) * small.leading)
    return SetBlock(made.parts, height), code
