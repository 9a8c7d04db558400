"""Gradients in ink: their ends are exact, and between them nothing strays."""

from itertools import pairwise

import numpy as np
import pytest
from pikepdf import Array, Dictionary

from mi_print.press.separate.colours import Rgb
from mi_print.press.separate.lcms import Lcms
from mi_print.press.separate.palette import for_mask, for_press
from mi_print.press.separate.shadings import UnknownFunctionError, in_inks
from tests.press.inked import COLOUR, INKS, PROFILE
from tests.press.proof import difference, lab, proofed

LCMS = Lcms(PROFILE, COLOUR.tac)
PALETTE = for_press(INKS, COLOUR, lambda: LCMS)
SIGNAL, PETROL, WHITE, INK = (220, 51, 17), (0, 104, 117), (255, 255, 255), (17, 17, 17)


def line(first: Rgb, last: Rgb, exponent: float = 1) -> Dictionary:
    ends = [Array([value / 255 for value in colour]) for colour in (first, last)]
    return Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=ends[0], C1=ends[1], N=exponent)


def stitched(*parts: Dictionary, bounds: tuple[float, ...]) -> Dictionary:
    return Dictionary(
        FunctionType=3,
        Domain=Array([0, 1]),
        Encode=Array([0, 1] * len(parts)),
        Bounds=Array(bounds),
        Functions=Array(parts),
    )


def at(function: Dictionary, x: float) -> list[float]:
    """Return a function's value, as any reader works it out."""
    if int(function.FunctionType) == 2:
        ends = [[float(value) for value in list(end)] for end in (function.C0, function.C1)]
        assert float(function.N) == 1
        return [a + x * (b - a) for a, b in zip(*ends, strict=True)]
    edges = [
        float(function.Domain[0]),
        *map(float, list(function.Bounds)),
        float(function.Domain[1]),
    ]
    for part, (low, high) in zip(list(function.Functions), pairwise(edges), strict=True):
        if low <= x <= high:
            return at(part, (x - low) / (high - low))  # type: ignore[arg-type]  # a function
    raise AssertionError(x)


def ends(function: Dictionary) -> tuple[list[float], list[float]]:
    return at(function, 0), at(function, 1)


def test_stops_that_are_theme_colours_get_their_builds() -> None:
    first, last = ends(in_inks(line(SIGNAL, PETROL), (0, 1), PALETTE))
    assert first == pytest.approx([0, 0.9, 1, 0.05])
    assert last == pytest.approx([0.95, 0.32, 0.42, 0.22])


@pytest.mark.parametrize("exponent", [1, 0.3, 2.5])
@pytest.mark.parametrize(
    ("first", "last"),
    [(SIGNAL, PETROL), (SIGNAL, WHITE), (INK, SIGNAL), ((0, 0, 255), (255, 255, 0))],
)
def test_nothing_is_seen_of_the_pieces(first: Rgb, last: Rgb, exponent: float) -> None:
    """What is printed stays as near to the screen as the profile and the builds allow."""
    function = in_inks(line(first, last, exponent), (0, 1), PALETTE)
    steps = np.linspace(0, 1, 200)
    inks = np.array([at(function, x) for x in steps])
    share = steps[:, None] ** exponent
    rgb = np.round(np.array(first) + share * (np.array(last) - np.array(first))).astype(np.uint8)
    direct = np.array([LCMS.chromatic((int(r), int(g), int(b))) for r, g, b in rgb])
    builds = [np.array(PALETTE.of_rgb(end).inks) for end in (first, last)]
    offset = (1 - steps)[:, None] * (builds[0] - direct[0]) + steps[:, None] * (
        builds[1] - direct[-1]
    )
    due = np.clip(direct + offset, 0, 1)
    seen = difference(_seen(inks), _seen(due))
    assert seen.max() < 3
    assert np.percentile(seen, 95) < 1.8


def _seen(inks: np.ndarray) -> np.ndarray:
    return lab(proofed(np.round(inks * 255).astype(np.uint8)[None], PROFILE))


def test_neutral_colours_stay_on_the_black_plate() -> None:
    function = in_inks(line(INK, WHITE), (0, 1), PALETTE)
    values = np.array([at(function, x) for x in np.linspace(0, 1, 50)])
    assert values[:, :3].max() == 0
    assert (np.diff(values[:, 3]) <= 0).all()


def test_a_hard_edge_stays_hard() -> None:
    parts = (line(SIGNAL, SIGNAL), line(SIGNAL, PETROL), line(PETROL, PETROL))
    function = in_inks(stitched(*parts, bounds=(0.5, 0.5)), (0, 1), PALETTE)
    assert at(function, 0.499) == pytest.approx([0, 0.9, 1, 0.05])
    assert at(function, 0.501) == pytest.approx([0.95, 0.32, 0.42, 0.22])


def test_a_flat_gradient_is_one_line() -> None:
    function = in_inks(line(SIGNAL, SIGNAL), (0, 1), PALETTE)
    assert int(function.FunctionType) == 2


def test_a_gradient_keeps_its_domain() -> None:
    function = in_inks(line(SIGNAL, WHITE), (0, 1), PALETTE)
    assert [float(end) for end in list(function.Domain)] == [0, 1]


def test_in_a_mask_colours_are_how_much_shows() -> None:
    first, last = ends(in_inks(line(WHITE, (0, 0, 0)), (0, 1), for_mask()))
    assert (first, last) == ([1], [0])


def test_other_functions_are_refused() -> None:
    with pytest.raises(UnknownFunctionError, match="type 4"):
        in_inks(Dictionary(FunctionType=4, Domain=Array([0, 1])), (0, 1), PALETTE)
