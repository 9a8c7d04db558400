"""Proposed builds are clean, near, within the ink limit, and the same each time."""

import pytest

from mi_print.press.colour_difference import colour_difference
from mi_print.press.separate.colours import Cmyk, rgb
from mi_print.press.separate.lcms import Lcms
from mi_print.press.separate.proposed_build import LIGHT, MOST_INKS, STEP, proposed_build
from mi_print.resources import ASSETS

PROFILES = {path.name: path.read_bytes() for path in (ASSETS / "icc").glob("*.icc")}
PRESSES = {name: Lcms(profile, 300) for name, profile in PROFILES.items()}
COLOURS = [
    *("#0B6E4F", "#DC3311", "#8C2513", "#006875", "#A06200", "#6E6A64", "#1A2B4C", "#4B2E83"),
    *("#C8102E", "#F5C518", "#B3D9FF", "#FFEEDD", "#EEEAE0", "#FF6600", "#00AEEF", "#3366CC"),
]
"""Such as programs have; a press can print all of them."""
STRONG = ["#00FF00", "#0000FF", "#FF00FF", "#00FFFF"]
"""Such as no press can print."""
GRAYS = ["#000000", "#111111", "#808080", "#EFEFEF", "#FFFFFF"]


@pytest.fixture(params=PRESSES)
def press(request: pytest.FixtureRequest) -> Lcms:
    return PRESSES[request.param]


@pytest.mark.parametrize("colour", COLOURS + STRONG + GRAYS)
def test_a_build_is_clean(press: Lcms, colour: str) -> None:
    build = proposed_build(press, rgb(colour)).build
    assert all(ink % STEP == 0 for ink in build)
    assert sum(ink > 0 for ink in build) <= MOST_INKS
    if press.screen_lab(rgb(colour))[0] >= LIGHT and colour not in GRAYS:
        assert build[3] == 0
    if colour in GRAYS:
        assert build[:3] == (0, 0, 0)


@pytest.mark.parametrize("colour", COLOURS)
def test_it_is_near_what_the_screen_shows(press: Lcms, colour: str) -> None:
    proposed = proposed_build(press, rgb(colour))
    cyan, magenta, yellow, black = (ink / 100 for ink in proposed.build)
    shown: Cmyk = (cyan, magenta, yellow, black)
    found = colour_difference(press.screen_lab(rgb(colour)), press.inks_lab(shown))
    assert proposed.reached
    assert proposed.difference == pytest.approx(found)
    assert proposed.difference < 4


@pytest.mark.parametrize("colour", STRONG)
def test_a_colour_that_no_inks_reach_keeps_its_hue(press: Lcms, colour: str) -> None:
    proposed = proposed_build(press, rgb(colour))
    assert not proposed.reached
    assert 5 < proposed.difference < 20
    full = {name for name, ink in zip("cmyk", proposed.build, strict=True) if ink >= 30}
    assert (
        full
        == {"#00FF00": {*"cy"}, "#0000FF": {*"cm"}, "#FF00FF": {*"cm"}, "#00FFFF": {"c"}}[colour]
    )


def test_fewer_inks_go_before_a_difference_that_nobody_sees() -> None:
    proposed = proposed_build(PRESSES["FOGRA39L_coated.icc"], rgb("#F5C518"))
    assert proposed.build == (0, 20, 90, 0)


def test_presses_get_builds_of_their_own() -> None:
    builds = {name: proposed_build(press, rgb("#0B6E4F")).build for name, press in PRESSES.items()}
    assert builds == {
        "CGATS-TR006-coated.icc": (70, 0, 60, 50),
        "FOGRA39L_coated.icc": (75, 0, 65, 50),
    }


@pytest.mark.parametrize("tac", [120.0, 180.0, 240.0])
def test_no_build_is_above_the_ink_limit(tac: float) -> None:
    press = Lcms(PROFILES["FOGRA39L_coated.icc"], tac)
    for colour in ("#1A2B4C", "#301000", "#0B6E4F"):
        assert sum(proposed_build(press, rgb(colour)).build) <= tac
