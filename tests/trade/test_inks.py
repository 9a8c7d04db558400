"""Theme colours, and the spot inks that they name."""

import pytest
from pydantic import ValidationError

from mi_print.trade.inks import Ink, printed_spots, torn_spots

RED = (0, 90, 100, 5)
BLUE = (100, 60, 0, 10)


def ink(spot: str | None = None, cmyk: tuple[float, float, float, float] = RED) -> Ink:
    return Ink(srgb="#DC3311", cmyk=cmyk, spot=spot)


@pytest.mark.parametrize("name", ["PANTONE 485 C", "HKS 13 K", "Pantone Red 032 C", "Gold", "P-1"])
def test_a_spot_is_named_as_its_maker_writes_it(name: str) -> None:
    assert ink(name).spot == name


@pytest.mark.parametrize(
    "name", ["", " Gold", "Gold ", "Gold\n", "G(o)ld", "Gôld", "#485", "x" * 61]
)
def test_what_is_no_name_of_an_ink(name: str) -> None:
    with pytest.raises(ValidationError):
        ink(name)


@pytest.mark.parametrize("name", ["All", "none", "Cyan", "Magenta", "Yellow", "BLACK"])
def test_the_plates_that_are_there_anyway_are_no_spots(name: str) -> None:
    with pytest.raises(ValidationError, match="is no spot ink"):
        ink(name)


def test_a_spot_needs_a_build() -> None:
    with pytest.raises(ValidationError, match="the spot ink Gold has no build; write cmyk"):
        Ink(srgb="#DC3311", spot="Gold")


def test_one_spot_has_one_build() -> None:
    inks = {"a": ink("Gold"), "b": ink("Gold", BLUE), "c": ink("Gold"), "d": ink(None, BLUE)}
    assert torn_spots(inks) == [("a", "b")]


def test_a_shop_prints_all_spots_or_none() -> None:
    inks = {"a": ink("Gold"), "b": ink("Blue", BLUE), "c": ink("Gold"), "d": ink()}
    assert printed_spots(inks, 2) == ("Gold", "Blue")
    assert printed_spots(inks, 1) == ()
    assert printed_spots({"d": ink()}, 0) == ()
