"""How different two colours look: CIEDE2000.

Source: G. Sharma, W. Wu, E. Dalal, "The CIEDE2000 Color-Difference Formula",
Color Research & Application 30 (2005), whose equations have these numbers.  The older
ΔE of 1976 takes a sound build of a strong blue for another colour.
"""

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

Lab = tuple[float, float, float]
"""CIE L*, a*, b*, of D50."""


def colour_difference(one: Lab, other: Lab) -> float:
    """Return ΔE00 of two colours; 1 is just seen, above 15 they are different colours."""
    mean = (hypot(*one[1:]) + hypot(*other[1:])) / 2
    stretch = 1.5 - _sevenths(mean) / 2  # (4)
    (l1, c1, h1), (l2, c2, h2) = _polar(one, stretch), _polar(other, stretch)
    lightness, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0  # (10)
    hue = h1 + turn / 2 if c1 * c2 else h1 + h2  # (14)
    wave = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )  # (15)
    away = (lightness - 50) ** 2
    d_l = (l2 - l1) / (1 + 0.015 * away / sqrt(20 + away))  # (18)
    d_c = (c2 - c1) / (1 + 0.045 * chroma)
    d_h = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * chroma * wave)  # (11), (20)
    blue = 30 * exp(-((((hue % 360) - 275) / 25) ** 2))  # (16)
    rotation = -sin(radians(2 * blue)) * 2 * _sevenths(chroma)  # (21)
    return sqrt(d_l**2 + d_c**2 + d_h**2 + rotation * d_c * d_h)


def _sevenths(chroma: float) -> float:
    return sqrt(chroma**7 / (chroma**7 + 25.0**7))


def _polar(lab: Lab, stretch: float) -> tuple[float, float, float]:
    lightness, a, b = lab
    return lightness, hypot(a * stretch, b), degrees(atan2(b, a * stretch)) % 360
