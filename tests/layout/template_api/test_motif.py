"""The motif: its arcs lie on their circles, its fields respond to their curves."""

import math
import re
from itertools import pairwise

import pytest

from mi_print.geometry import Point
from mi_print.layout.template_api import motif
from mi_print.layout.template_api.motif import Circle, Lattice, Stroke

HALF_LETTER = 396.0, 612.0
TOP, RADIUS, WEIGHT = 333.0, 250.0, 112.0
"""The booklet's opener: where its arc must begin, and how big it is."""

Cubic = tuple[Point, Point, Point, Point]


def cubics(data: str) -> list[Cubic]:
    """Return the cubics of one `M…C…C…` path."""
    numbers = [float(n) for n in re.findall(r"-?\d+\.\d+", data)]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    return [
        (points[at], points[at + 1], points[at + 2], points[at + 3])
        for at in range(0, len(points) - 1, 3)
    ]


def at(cubic: Cubic, t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (sum(w * p[axis] for w, p in zip(weights, cubic, strict=True)) for axis in (0, 1))
    return x, y


def along(stroke: Stroke, steps: int = 100) -> list[Point]:
    """Return points along the drawn path."""
    pieces = cubics(motif.path(stroke))
    return [at(piece, step / steps) for piece in pieces for step in range(steps + 1)]


def outline(stroke: Stroke) -> list[Point]:
    """Return points on both edges of the stroke; its butt ends lie between them."""
    start = stroke.angle - stroke.sweep / 2
    turns = [motif.direction(start + stroke.sweep * step / 2000) for step in range(2001)]
    edges = (stroke.radius - stroke.width / 2, stroke.radius + stroke.width / 2)
    x, y = stroke.centre
    return [(x + radius * dx, y + radius * dy) for dx, dy in turns for radius in edges]


@pytest.mark.parametrize(
    ("angle", "direction"), [(0, (0, -1)), (90, (1, 0)), (180, (0, 1)), (270, (-1, 0))]
)
def test_angles_go_clockwise_from_the_top(angle: float, direction: Point) -> None:
    assert motif.direction(angle) == pytest.approx(direction, abs=1e-12)


@pytest.mark.parametrize("sweep", [36, 120, 180, 359])
@pytest.mark.parametrize("angle", [0, 36, 187])
def test_an_arc_stays_on_its_circle(angle: float, sweep: float) -> None:
    stroke = Stroke((30, 40), 250, angle, 10, sweep)
    away = [abs(math.dist(point, stroke.centre) - 250) for point in along(stroke)]
    assert max(away) < 0.001 * 250


@pytest.mark.parametrize(("sweep", "pieces"), [(36, 1), (45, 1), (120, 3), (180, 4), (360, 8)])
def test_no_cubic_covers_more_than_45_degrees(sweep: float, pieces: int) -> None:
    drawn = cubics(motif.path(Stroke((0, 0), 100, 10, 1, sweep)))
    assert len(drawn) == pieces
    for start, _, _, end in drawn:
        turn = math.degrees(math.atan2(*start) - math.atan2(*end)) % 360
        assert turn == pytest.approx(sweep / pieces, abs=0.01)


def test_the_pieces_of_an_arc_join_and_span_it() -> None:
    stroke = Stroke((0, 0), 100, 90, 1)
    drawn = cubics(motif.path(stroke))
    assert all(first[3] == second[0] for first, second in pairwise(drawn))
    x, y = 100 * math.cos(math.radians(60)), 100 * math.sin(math.radians(60))
    assert drawn[0][0] == pytest.approx((x, -y), abs=1e-3)
    assert drawn[-1][3] == pytest.approx((x, y), abs=1e-3)


@pytest.mark.parametrize("angle", range(0, 360, 36))
def test_a_detectors_centroid_is_its_place(angle: float) -> None:
    points = along(motif.detector((12, 34), 100, angle, 3))
    assert [sum(axis) / len(points) for axis in zip(*points, strict=True)] == pytest.approx(
        (12, 34), abs=0.1
    )


def test_a_detector_fits_its_cell() -> None:
    assert motif.detector((0, 0), 16, 0, 1).radius == 8
    for angle in range(0, 360, 12):
        arc = motif.glyph(10, angle)
        xs, ys = zip(*outline(arc), strict=True)
        assert min(*xs, *ys) >= -0.05
        assert max(*xs, *ys) <= 10.05


def test_the_family_of_ten_turns_by_36_degrees_and_lights_one() -> None:
    family = motif.ten(20, 3)
    assert [arc.angle for arc, _ in family] == [36 * n for n in range(10)]
    assert [lit for _, lit in family] == [n == 3 for n in range(10)]
    assert {arc.width for arc, lit in family if lit} == {0.24 * 20}
    assert {arc.width for arc, lit in family if not lit} == {0.035 * 20}
    assert {arc.width for arc, _ in motif.ten(8, None)} == {0.4}


LATTICE = Lattice((5, 7), 10, (-2, 30), (-1, 20))
CIRCLE = Circle((150, 220), 120)


def test_a_lattice_has_its_cells_in_rows() -> None:
    cells = list(Lattice((5, 7), 10, (-1, 1), (0, 2)).places())
    assert cells == [(-1, 0, (0, 12)), (0, 0, (10, 12)), (-1, 1, (0, 22)), (0, 1, (10, 22))]


def test_detectors_on_the_curve_are_bold_and_face_it() -> None:
    arcs = motif.many(LATTICE, [CIRCLE])
    for arc, (_, _, place) in zip(arcs, LATTICE.places(), strict=True):
        away = math.dist(place, CIRCLE.centre) - CIRCLE.radius
        response = math.exp(-((away / 25) ** 2))
        if response > 0.06:
            x, y = motif.direction(arc.angle)
            far = math.dist(place, CIRCLE.centre)
            assert CIRCLE.centre[0] + far * x == pytest.approx(place[0])
            assert CIRCLE.centre[1] + far * y == pytest.approx(place[1])
            assert arc.width >= 10 * (0.02 + 0.33 * response) - 1e-9
            assert arc.width < 10 * (0.02 + 0.33 * (response + 1 / 12))
        else:
            assert arc.width == 0.45


def test_detectors_away_from_the_curve_rest_in_ten_directions() -> None:
    arcs = motif.many(LATTICE, [Circle((9_000, 9_000), 1)])
    turns = [36 * ((i + 3 * j) % 10) for i, j, _ in LATTICE.places()]
    assert [arc.angle for arc in arcs] == turns
    assert {arc.width for arc in arcs} == {0.45}


def test_the_nearest_curve_counts() -> None:
    lattice = Lattice((-5, -105), 10, (0, 1), (0, 1))
    (arc,) = motif.many(lattice, [Circle((0, 900), 10), Circle((0, 0), 100)])
    assert arc.angle == pytest.approx(0)
    assert arc.width == pytest.approx(10 * 0.35)


def test_a_field_is_at_most_thirteen_paths() -> None:
    arcs = motif.many(LATTICE, [CIRCLE, Circle(CIRCLE.centre, 18)])
    svg = motif.svg(300, 200, ((arc, "#FFFFFF") for arc in arcs))
    assert svg.count("<path") <= 13
    assert svg.count("M") == len(arcs)


@pytest.mark.parametrize("topic", range(10))
def test_an_openers_arc_starts_at_its_line_whole(topic: int) -> None:
    """Its highest point is at `top`: no opener is lower on its page than another."""
    width, _ = HALF_LETTER
    arc = motif.standing(width, TOP, 36 * topic, RADIUS, WEIGHT)
    xs, ys = zip(*outline(arc), strict=True)
    assert min(ys) == pytest.approx(TOP, abs=0.01)
    bows_right = topic <= 5
    beyond = max(xs) - width if bows_right else -min(xs)
    assert beyond == pytest.approx((RADIUS + WEIGHT / 2) / 5, abs=0.01), "the trim crops it"


def test_a_picture_is_as_large_as_it_says() -> None:
    svg = motif.svg(20, 10.5, [(Stroke((10, 10), 5, 0, 2), "#DC3311")])
    assert 'width="20pt" height="10.5pt" viewBox="0 0 20 10.5" fill="none"' in svg
    assert svg.count('stroke="#DC3311" stroke-width="2"') == 1
    assert " A" not in svg


def test_a_thick_arc_is_filled_between_its_edges() -> None:
    svg = motif.svg(600, 600, [(Stroke((300, 300), 250, 0, 112), "#DC3311")])
    assert svg.count(' fill="#DC3311"') == svg.count("<path") == 1
    assert "stroke" not in svg
