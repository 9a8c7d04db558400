"""QR codes as vectors: one path of rectangles, never a picture.

A shop asks 550 ppi of a one-bit picture (GWG 2022, R0032); a path has no
resolution.  Runs of dark modules in a row become one rectangle each.
"""

import functools
import re
from itertools import groupby

import qrcode
from qrcode.constants import ERROR_CORRECT_M

QUIET_ZONE = 4
"""Modules that stay white around a code (ISO/IEC 18004, 6.3.8)."""


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


def joining(network: str, password: str | None) -> str:
    r"""Return what a code says that lets a phone join a wireless network.

    The format is that of ZXing, which every phone reads: `\\`, `;`, `,`, `:`
    and `"` are escaped by a backslash.
    """
    secured = f"T:WPA;S:{_escaped(network)};P:{_escaped(password)}" if password else None
    return f"WIFI:{secured or f'T:nopass;S:{_escaped(network)}'};;"


def _escaped(text: str) -> str:
    return re.sub(r'([\\;,:"])', r"\\\1", text)
