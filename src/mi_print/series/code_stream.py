"""Write a QR code with as few operators as can be: one dashed line for each row.

A row of modules is a line as thick as a module, whose dashes are its dark
runs.  That is a fifth of the operators of a rectangle for each run, and with
the same ink at every resolution.  ISO 32000-1, 8.4.3.6 (line dash pattern).

zxing-cpp encodes and chooses the mask in C++; `docs/bench.md` has its figures
beside qrcode's.  That the modules are those of another encoder is a test.
"""

import zxingcpp

QUIET = 4
"""Modules that stay white around a code (ISO/IEC 18004, 6.3.8)."""
_LIGHT = _TURN = b"\xff"
_MOST = 177  # modules in a row of the largest code
_DASHES = {bytes(run - 1): f"{run} " for run in range(1, 1 + _MOST)}
_BEYOND = "1"  # a gap after the last dark run, so that dashes and gaps are pairs
_LEVEL = "M"  # corrects 15 %: what a badge's crease may cost


def modules(text: str) -> list[bytes]:
    """Return a code's rows, a byte for each module: 0 is dark, 255 light; no quiet zone."""
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=_LEVEL)
    image = memoryview(made.to_image(scale=1, add_quiet_zones=False))  # type: ignore[arg-type]  # it has a buffer
    data, width = image.tobytes(), len(image)
    return [data[at : at + width] for at in range(0, len(data), width)]


def code_stream(text: str, left: float, top: float, size: float) -> bytes:
    """Return the operators that stroke a code in the current stroke colour.

    Args:
        text: what it says.
        left: of its dark modules, the quiet zone not counted, in points.
        top: y up.
        size: of a side.
    """
    rows = modules(text)
    scale = size / len(rows)
    parts = [f"q {scale:.5f} 0 0 {-scale:.5f} {left:.3f} {top:.3f} cm 1 w"]
    for number, turns in enumerate(_turns(rows)):
        before, *runs = turns.split(_TURN)
        if not runs:
            continue
        after = runs.pop()
        dashes = "".join([_DASHES[run] for run in runs]) + _BEYOND if len(runs) > 1 else ""
        ends = len(before), len(rows) - len(after)
        parts.append(f"[{dashes}]0 d {ends[0]} {number}.5 m {ends[1]} {number}.5 l S")
    parts.append("Q\n")
    return "\n".join(parts).encode()


def _turns(rows: list[bytes]) -> list[bytes]:
    """Return of each row whether dark and light turn before each module, and after the last.

    A byte for each, 255 or 0.  All modules are compared with those before them
    at once, as one long number.
    """
    lit = b"".join([_LIGHT, _LIGHT.join(rows), _LIGHT])
    here, before = int.from_bytes(lit[1:]), int.from_bytes(lit[:-1])
    turns = (here ^ before).to_bytes(len(lit) - 1)
    step = len(rows) + 1
    return [turns[at : at + step] for at in range(0, len(turns), step)]
