"""QR codes as vectors: one path of rectangles, never a picture.

A shop asks 550 ppi of a one-bit picture (GWG 2022, R0032); a path has no
resolution.  Runs of dark modules in a row become one rectangle each.
"""

import functools
from itertools import groupby

import qrcode
from qrcode.constants import ERROR_CORRECT_M


@functools.cache
def modules(address: str) -> list[list[bool]]:
    """Return the code's modules, row by row, without its quiet zone."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(address)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.get_matrix()]


def path(rows: list[list[bool]]) -> str:
    """Return SVG path data in module units, a rectangle for each run."""
    data = []
    for y, row in enumerate(rows):
        x = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                data.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return "".join(data)
