"""Whether a QR code has room for what it says: how wide its modules come out.

A longer text has more modules, and so smaller ones in the same place.  Which
size they get is known from the text and the place alone, before anything prints.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Unpack

from mi_print.layout.checks.page_fault import PageFault, area
from mi_print.layout.qr import longest, module_side, too_small
from mi_print.layout.typeset.contents import PageContents
from mi_print.problem import Place, Problem, warning
from mi_print.source.wording import shown
from mi_print.trade.qr_code import SMALLEST_MODULE
from mi_print.units import points

CODE_SIZE = "code-size"
NO_CODE = "no-code"

_SHOWN = 39  # characters of an address in a message
_ELSE = "order a larger size, or give the code more room in the layout"


def check_codes(contents: PageContents) -> Iterator[PageFault]:
    """Yield an error for each typeset code whose modules are too small to be printed."""
    for picture in contents.pictures:
        box = area(picture.box)
        side = min(box[2:])
        if picture.code and too_small(module_side(picture.code, side)):
            texts = (picture.code, *contents.around(picture.element))
            message, hint = _said(picture.code, side)
            yield PageFault(CODE_SIZE, message, hint, picture.page, box, (texts,))


def no_code(text: str, side: float, **place: Unpack[Place]) -> Problem:
    """Return the warning of a code that is not printed: `side` points are too few for it."""
    message, hint = _said(text, side)
    return replace(warning(NO_CODE, f"{message}, and is not printed", hint, **place), text=text)


def _said(text: str, side: float) -> tuple[str, str]:
    """Return the message and the hint."""
    module = module_side(text, side)
    message = f"the QR code of “{shown(text, _SHOWN)}” ({len(text)} characters)"
    if module:
        message += f" would have modules of {_mm(module)}, below {_mm(SMALLEST_MODULE)}"
    else:
        message += ": no QR code can say so much"
    letters = longest(side)
    return message, f"shorten it to {letters} characters, {_ELSE}" if letters else _ELSE


def _mm(length: float) -> str:
    return f"{length / points('1 mm'):.3g} mm"
