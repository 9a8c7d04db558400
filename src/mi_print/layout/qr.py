"""QR codes as rows of modules, and as filled rectangles: a run of dark modules each.

All rectangles of a code are filled as one path.  A shop asks 550 ppi of a
one-bit picture (GWG 2022, R0032); a path has no resolution.  Within one path an
engine that smooths edges leaves no seam between rows, and nothing limits how
many rectangles there are, as it does for the dashes of a line.

zxing-cpp encodes and chooses the mask in C++; `docs/bench.md` has its figures
beside qrcode's.  That the modules are those of another encoder is a test.
"""

import functools
import re
from bisect import bisect_left
from collections.abc import Sequence

import zxingcpp

from mi_print.trade.qr_code import SMALLEST_MODULE

_DARK = re.compile(rb"\x00+")
_LEVEL = "M"  # corrects 15 %: what a badge's crease may cost
_MOST_LETTERS = 4_000


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


def too_small(module: float) -> bool:
    """Return whether modules so wide would not print; one hundred-thousandth is rounding."""
    return module < SMALLEST_MODULE * (1 - 1e-5)


def has_room(text: str, side: float) -> bool:
    """Return whether a code so wide says a text in modules that print.

    Small letters take the most modules of all of ASCII, so most texts need not be encoded.
    """
    if text.isascii() and len(text) <= longest(side):
        return True
    return not too_small(module_side(text, side))


@functools.lru_cache(maxsize=64)
def longest(side: float) -> int:
    """Return how many letters, small ones too, a code so wide says in modules that print."""
    counts = range(1, _MOST_LETTERS)
    return bisect_left(counts, 1, key=lambda count: too_small(module_side("a" * count, side)))
