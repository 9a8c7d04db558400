"""How different two colours look: CIEDE2000.

Source: G. Sharma, W. Wu, E. Dalal, "The CIEDE2000 Color-Difference Formula",
Color Research & Application 30 (2005), whose equations have these numbers.  The older
ΔE of 1976 takes a sound build of a strong blue for another colour.
"""

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Lab = tuple[float, float, float]
"""CIE L*, a*, b*, of D50."""
FloatArray: TypeAlias = npt.NDArray[np.float64]


def colour_difference(one: Lab, other: Lab) -> float:
    """Return ΔE00 of two colours; 1 is just seen, above 15 they are different colours."""
    return float(colour_differences(one, np.array([other], dtype=np.float64))[0])


def colour_differences(one: Lab, others: FloatArray) -> FloatArray:
    """Return ΔE00 of a colour and each of others, whose L*, a*, b* are in the last axis."""
    lab = np.array(one, dtype=np.float64)
    mean = (_chroma(lab) + _chroma(others)) / 2
    stretch = 1.5 - _sevenths(mean) / 2  # (4)
    (l1, c1, h1), (l2, c2, h2) = _polar(lab, stretch), _polar(others, stretch)
    lightness, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    both = c1 * c2 != 0
    turn = np.where(both, (h2 - h1 + 180) % 360 - 180, 0)  # (10)
    hue = np.where(both, h1 + turn / 2, h1 + h2)  # (14)
    wave = (
        1
        - 0.17 * _cos(hue - 30)
        + 0.24 * _cos(2 * hue)
        + 0.32 * _cos(3 * hue + 6)
        - 0.20 * _cos(4 * hue - 63)
    )  # (15)
    away = (lightness - 50) ** 2
    d_l = (l2 - l1) / (1 + 0.015 * away / np.sqrt(20 + away))  # (18)
    d_c = (c2 - c1) / (1 + 0.045 * chroma)
    d_h = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2))  # (11)
    d_h /= 1 + 0.015 * chroma * wave  # (20)
    blue = 30 * np.exp(-((((hue % 360) - 275) / 25) ** 2))  # (16)
    rotation = -np.sin(np.radians(2 * blue)) * 2 * _sevenths(chroma)  # (21)
    found: FloatArray = np.sqrt(d_l**2 + d_c**2 + d_h**2 + rotation * d_c * d_h)
    return found


def _sevenths(chroma: FloatArray) -> FloatArray:
    return np.sqrt(chroma**7 / (chroma**7 + 25.0**7))


def _chroma(lab: FloatArray) -> FloatArray:
    return np.hypot(lab[..., 1], lab[..., 2])


def _cos(angle: FloatArray) -> FloatArray:
    return np.cos(np.radians(angle))


def _polar(lab: FloatArray, stretch: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    a, b = lab[..., 1] * stretch, lab[..., 2]
    return lab[..., 0], np.hypot(a, b), np.degrees(np.arctan2(b, a)) % 360
