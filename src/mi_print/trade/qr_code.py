"""What is agreed on about QR codes: their white, their least size, how one says a network."""

import re

from mi_print.units import points

QUIET_ZONE = 4
"""Modules that stay white around a code (ISO/IEC 18004, 6.3.8)."""

SMALLEST_MODULE = points("0.4 mm")
"""Points; smaller modules fill in on the press."""


def wifi_text(network: str, password: str | None) -> str:
    r"""Return what a code says that lets a phone join a wireless network.

    The format is that of ZXing, which every phone reads: `\\`, `;`, `,`, `:`
    and `"` are escaped by a backslash.
    """
    secured = f"T:WPA;S:{_escaped(network)};P:{_escaped(password)}" if password else None
    return f"WIFI:{secured or f'T:nopass;S:{_escaped(network)}'};;"


def _escaped(text: str) -> str:
    return re.sub(r'([\\;,:"])', r"\\\1", text)
