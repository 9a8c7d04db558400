"""Whether a QR code has room for what it says: how wide its modules come out.

A longer text has more modules, and so smaller ones in the same place.  Which
size they get is known from the text and the place alone, before anything prints.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Unpack

from mi_print.layout.qr import longest, module_side, too_small
from mi_print.layout.typeset.read_back import placed_codes
from mi_print.layout.typeset.typesetter import TypesetPages
from mi_print.problem import Place, Problem, error
from mi_print.source.wording import shown
from mi_print.trade.qr_code import SMALLEST_MODULE
from mi_print.units import points

CODE_SIZE = "code-size"

_SHOWN = 39  # characters of an address in a message
_ELSE = "order a larger size, or give the code more room in the layout"


def check_codes(pages: TypesetPages, file: str) -> Iterator[Problem]:
    """Yield an error for each typeset code whose modules are too small to be printed."""
    for code in placed_codes(pages):
        side = min(code.box[2:])
        if too_small(module_side(code.text, side)):
            yield small_modules(code.text, side, file=file, page=code.page, box=code.box)


def small_modules(text: str, side: float, **place: Unpack[Place]) -> Problem:
    """Return the error of a code for which a square of `side` points is too small."""
    module = module_side(text, side)
    message = f"the QR code of “{shown(text, _SHOWN)}” ({len(text)} characters)"
    if module:
        message += f" would have modules of {_mm(module)}, below {_mm(SMALLEST_MODULE)}"
    else:
        message += ": no QR code can say so much"
    letters = longest(side)
    hint = f"shorten it to {letters} characters, {_ELSE}" if letters else _ELSE
    return replace(error(CODE_SIZE, message, hint, **place), text=text)


def _mm(length: float) -> str:
    return f"{length / points('1 mm'):.3g} mm"
