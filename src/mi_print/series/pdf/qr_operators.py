"""Write a QR code with as few operators as can be: one dashed line for each row.

A row of modules is a line as thick as a module, whose dashes are its dark
runs.  That is a fifth of the operators of a rectangle for each run, and with
the same ink at every resolution.  ISO 32000-1, 8.4.3.6 (line dash pattern).

zxing-cpp encodes and chooses the mask in C++; `docs/bench.md` has its figures
beside qrcode's.  That the modules are those of another encoder is a test.
"""

import functools
import re

import zxingcpp

_LIGHT = b"\xff"
_RUNS = re.compile(rb"\x00+|\xff+")
_BEYOND = 1  # a gap after the last dark run, so that dashes and gaps are pairs
_LEVEL = "M"  # corrects 15 %: what a badge's crease may cost


def modules(text: str) -> list[bytes]:
    """Return a code's rows, a byte for each module: 0 is dark, 255 light; no quiet zone."""
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=_LEVEL)
    image = memoryview(made.to_image(scale=1, add_quiet_zones=False))  # type: ignore[arg-type]  # it has a buffer
    data, width = image.tobytes(), len(image)
    return [data[at : at + width] for at in range(0, len(data), width)]


def qr_operators(text: str, left: float, top: float, size: float) -> bytes:
    """Return the operators that stroke a code in the current stroke colour.

    Args:
        text: its content.
        left: of its dark modules, the quiet zone not counted, in points.
        top: y up.
        size: of a side.
    """
    rows = modules(text)
    scale = size / len(rows)
    parts = [f"q {scale:.5f} 0 0 {-scale:.5f} {left:.3f} {top:.3f} cm 1 w"]
    for number, (begin, end) in enumerate(map(_ends, rows)):
        if end:
            parts.append(f"{begin} {number}.5 m {end} {number}.5 l S")
    parts.append("Q\n")
    return "\n".join(parts).encode()


@functools.lru_cache(maxsize=16_384)
def _ends(row: bytes) -> tuple[str, int]:
    """Return a row's dashes with the place of its first dark module, and where its last one ends.

    The addresses of a series begin alike, and so three rows of four were there before.
    """
    runs = [len(run) for run in _RUNS.findall(row.strip(_LIGHT))]
    start = len(row) - len(row.lstrip(_LIGHT))
    dashes = " ".join(map(str, [*runs, _BEYOND])) if len(runs) > 1 else ""
    return f"[{dashes}]0 d {start}", start + sum(runs) if runs else 0
