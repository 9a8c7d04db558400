"""Colours as numbers: on the screen, and in ink."""

from typing import TypeAlias

Rgb: TypeAlias = tuple[int, int, int]
"""sRGB, 0 to 255."""
Cmyk: TypeAlias = tuple[float, float, float, float]
"""Ink from 0 to 1."""


def rgb(colour: str) -> Rgb:
    """Return `#RRGGBB` as numbers."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return (red, green, blue)
