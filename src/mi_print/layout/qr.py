"""QR codes as rows of modules, and as filled rectangles: a run of dark modules each.

All rectangles of a code are filled as one path.  A shop asks 550 ppi of a
one-bit picture (GWG 2022, R0032); a path has no resolution.  Within one path an
engine that smooths edges leaves no seam between rows, and nothing limits how
many rectangles there are, as it does for the dashes of a line.

zxing-cpp encodes and chooses the mask in C++; `docs/bench.md` has its figures
beside qrcode's, which has the standard's tables and, in the tests, the same modules.
"""

import functools
import math
import re
from collections.abc import Sequence

import zxingcpp

from mi_print.trade.qr_code import SMALLEST_MODULE

_DARK = re.compile(rb"\x00+")
_LEVEL = "M"  # corrects 15 %: what a badge's crease may cost
_FIRST, _STEP, _LAST = 17, 4, 40  # modules of no version, more in each, and how many there are
_MODE_BITS = 4  # that say how letters are packed
_ROUNDING = 1 - 1e-5
_ROUNDED_UP = 1.0001


@functools.lru_cache(maxsize=64)
def modules(text: str) -> tuple[bytes, ...]:
    """Return a code's rows, a byte for each module: 0 is dark, 255 light; no quiet zone.

    Raises:
        ValueError: the text is longer than any code can say.
    """
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=_LEVEL)
    image = memoryview(made.to_image(scale=1, add_quiet_zones=False))  # type: ignore[arg-type]  # it has a buffer
    data, width = image.tobytes(), len(image)
    return tuple(data[at : at + width] for at in range(0, len(data), width))


def dark_runs(row: bytes) -> list[tuple[int, int]]:
    """Return where each run of dark modules begins, and how many they are."""
    return [(run.start(), run.end() - run.start()) for run in _DARK.finditer(row)]


def svg_path(rows: Sequence[bytes]) -> str:
    """Return SVG path data in module units, a rectangle for each run."""
    return "".join(
        f"M{x} {y}h{length}v1h-{length}z"
        for y, row in enumerate(rows)
        for x, length in dark_runs(row)
    )


def module_side(text: str, side: float) -> float:
    """Return how wide a module is of a code so wide; 0 if no code can say the text."""
    try:
        return side / len(modules(text))
    except ValueError:
        return 0.0


def least_side(text: str) -> float:
    """Return how wide a code is whose modules just print; endless if no code can say the text."""
    try:
        return len(modules(text)) * SMALLEST_MODULE * _ROUNDED_UP
    except ValueError:
        return math.inf


def too_small(module: float) -> bool:
    """Return whether modules so wide would not print; one hundred-thousandth is rounding."""
    return module < SMALLEST_MODULE * _ROUNDING


def has_room(text: str, side: float) -> bool:
    """Return whether a code so wide says a text in modules that print.

    Small letters take the most modules of all of ASCII, so most texts need not be encoded.
    """
    if text.isascii() and _letters_have_room(len(text), side):
        return True
    return not too_small(module_side(text, side))


@functools.lru_cache(maxsize=4096)
def _letters_have_room(count: int, side: float) -> bool:
    return not too_small(module_side("a" * count, side))


def longest(side: float) -> int:
    """Return how many letters, small ones too, a code so wide says in modules that print.

    The sizes of codes and what they hold are the standard's tables (ISO/IEC 18004, 7.3.1 and
    7.4.10), which qrcode has.
    """
    from qrcode import util  # noqa: PLC0415 - only a message needs it
    from qrcode.constants import ERROR_CORRECT_M  # noqa: PLC0415 - the same

    widest = int(side / (SMALLEST_MODULE * _ROUNDING))
    version = min((widest - _FIRST) // _STEP, _LAST)
    if version < 1:
        return 0
    head = _MODE_BITS + util.length_in_bits(util.MODE_8BIT_BYTE, version)
    return int(util.BIT_LIMIT_TABLE[ERROR_CORRECT_M][version] - head) // 8
