"""The contrast of two colours, as WCAG 2.2 has it.

It is (L1 + 0.05) / (L2 + 0.05) of the relative luminances; 4.5 is the least for text, and 3 for
large text (WCAG 2.2, success criterion 1.4.3).
"""

LEAST = 4.5
LEAST_LARGE = 3.0


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (`#RRGGBB`), from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, from 0 to 1."""
    parts = (each / 255 for each in channels(colour))
    dark = 0.04045
    linear = (part / 12.92 if part <= dark else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(map(float.__mul__, (0.2126, 0.7152, 0.0722), linear))


def channels(colour: str) -> list[int]:
    """Return red, green, and blue of a colour, each from 0 to 255."""
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
