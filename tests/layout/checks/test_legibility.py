"""Letters and codes are as large as the distance from which they are read wants."""

import pytest

from mi_print.layout.checks.legibility import cap_height, code_width
from mi_print.units import metres, points

MILLIMETRE = points("1 mm")


@pytest.mark.parametrize(("distance", "height"), [(3, 28), (5, 49), (10, 101)])
def test_letters_grow_with_the_distance(distance: float, height: float) -> None:
    assert cap_height(distance) / MILLIMETRE == pytest.approx(height, abs=0.5)


def test_nearer_than_two_metres_letters_stay_five_eighths_of_an_inch() -> None:
    assert cap_height(0.1) == cap_height(1.8) == points("0.625 in")


def test_a_code_is_a_tenth_of_the_distance() -> None:
    assert code_width(0.23) == pytest.approx(points("23 mm"))
    assert code_width(1) == pytest.approx(points("10 cm"))


@pytest.mark.parametrize(("text", "distance"), [("5 m", 5), ("0.23 m", 0.23), ("100m", 100)])
def test_distances_are_written_in_metres(text: str, distance: float) -> None:
    assert metres(text) == distance


@pytest.mark.parametrize("text", ["5", 5, "5 mm", "0 m", "-1 m", "101 m", "5 m ", "five m", None])
def test_what_is_no_distance_is_said(text: object) -> None:
    with pytest.raises(ValueError, match="m"):
        metres(text)
