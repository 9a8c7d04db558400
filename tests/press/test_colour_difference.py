"""CIEDE2000, against pairs of the paper that defines its implementation."""

import pytest

from mi_print.press.colour_difference import Lab, colour_difference

PAIRS: list[tuple[Lab, Lab, float]] = [
    ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
    ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
    ((50, 0, 0), (50, -1, 2), 2.3669),
    ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
    ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
    ((50, 2.5, 0), (73, 25, -18), 27.1492),
    ((50, 2.5, 0), (58, 24, 15), 19.4535),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]


@pytest.mark.parametrize(("one", "other", "difference"), PAIRS)
def test_the_published_pairs(one: Lab, other: Lab, difference: float) -> None:
    assert colour_difference(one, other) == pytest.approx(difference, abs=5e-5)
    assert colour_difference(other, one) == pytest.approx(difference, abs=5e-5)


def test_a_colour_is_itself() -> None:
    assert colour_difference((50, 10, -20), (50, 10, -20)) == 0
    assert colour_difference((0, 0, 0), (0, 0, 0)) == 0
