"""What only signs are drawn with: arcs and arrows that fill their boxes, rings."""

import re
from base64 import b64decode
from math import sqrt

import pytest

from mi_print.layout.template_api import motif, svg_pictures
from mi_print.layout.template_api.motif import Stroke

RED, BLACK = "#DC3311", "#111111"


def paths(picture: svg_pictures.SvgPicture) -> list[list[tuple[float, float]]]:
    """Return the points of each subpath."""
    found = re.search(r"base64,([A-Za-z0-9+/=]+)", picture.image)
    assert found
    data = re.findall(r' d="([^"]+)"', b64decode(found[1]).decode())
    return [
        [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", piece)]
        for path in data
        for piece in path.split("M")[1:]
    ]


@pytest.mark.parametrize("topic", range(10))
def test_an_arc_fills_its_box(topic: int) -> None:
    picture = svg_pictures.arc(topic, radius=70, stroke=36, colour=RED)
    turns = [36 * topic - 60 + 120 * step / 500 for step in range(501)]
    around = [(r * x, r * y) for x, y in map(motif.direction, turns) for r in (52, 88)]
    across, down = zip(*around, strict=True)
    assert picture.width == pytest.approx(max(across) - min(across), abs=0.01)
    assert picture.height == pytest.approx(max(down) - min(down), abs=0.01)


def test_the_bounds_of_a_whole_ring_are_its_outer_circle() -> None:
    assert motif.bounds(Stroke((10, 20), 50, 0, 20, 360)) == pytest.approx((-50, -40, 70, 80))


@pytest.mark.parametrize("turn", range(8))
def test_an_arrow_fills_its_box_and_points_where_it_should(turn: int) -> None:
    picture = svg_pictures.arrow(turn, length=380, stroke=82, colour=RED)
    upright = svg_pictures.arrow(0, length=380, stroke=82, colour=RED)
    if turn % 2 == 0:
        sides = {round(picture.width), round(picture.height)}
        assert sides == {round(upright.width), round(upright.height)}
    (tail, point), _ = paths(picture)
    reach = motif.direction(45 * turn)
    assert point[0] - tail[0] == pytest.approx(380 * reach[0], abs=0.01)
    assert point[1] - tail[1] == pytest.approx(380 * reach[1], abs=0.01)
    tip = point[0] + 41 * sqrt(2) * reach[0], point[1] + 41 * sqrt(2) * reach[1]
    assert -0.01 <= tip[0] <= picture.width + 0.01
    assert -0.01 <= tip[1] <= picture.height + 0.01
    if turn == 2:
        assert tip[0] == pytest.approx(picture.width, abs=0.01)


@pytest.mark.parametrize(("share", "apex"), [(0.2, 36), (0.5, 90), (1, 180)])
def test_a_ring_fills_clockwise_from_the_top(share: float, apex: float) -> None:
    picture = svg_pictures.ring(share, radius=132, stroke=68, hairline=1.5, colours=(RED, BLACK))
    assert picture.width == picture.height == 332
    whole, *part = paths(picture)
    assert whole[0] == whole[-1] == pytest.approx((166, 298), abs=0.001)
    assert part[0][0] == pytest.approx((166, 0), abs=0.001)
    x, y = motif.direction(2 * apex)
    outer_end = (166 + 166 * x, 166 + 166 * y)
    assert any(p == pytest.approx(outer_end, abs=0.001) for p in part[0])


@pytest.mark.parametrize("share", [0.5, 1])
def test_an_open_ring_has_a_gap_at_the_top(share: float) -> None:
    picture = svg_pictures.ring(
        share, radius=132, stroke=68, hairline=1.5, colours=(RED, BLACK), opening=24
    )
    whole, *part = paths(picture)
    x, y = motif.direction(12)
    assert part[0][0] == pytest.approx((166 + 166 * x, 166 + 166 * y), abs=0.001)
    x, y = motif.direction(12 + 336 * share)
    assert any(p == pytest.approx((166 + 166 * x, 166 + 166 * y), abs=0.001) for p in part[0])
    assert {round(end[0]) for end in (whole[0], whole[-1])} == {
        round(166 + 132 * motif.direction(turn)[0]) for turn in (12, -12)
    }
