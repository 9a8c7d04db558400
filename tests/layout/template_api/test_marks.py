"""Every topic has a mark of its own, and stays in its place."""

import math

import pytest

from mi_print.layout.template_api import marks, motif
from mi_print.layout.template_api.motif import Stroke


def reach(stroke: Stroke, place: tuple[float, float]) -> float:
    """Return how far from a place the ink of a stroke goes."""
    start = stroke.angle - stroke.sweep / 2
    turns = (motif.direction(start + stroke.sweep * step / 200) for step in range(201))
    (x, y), edge = stroke.centre, stroke.radius + stroke.width / 2
    return max(math.dist((x + edge * dx, y + edge * dy), place) for dx, dy in turns)


def test_forty_topics_have_marks_of_their_own_and_then_they_come_again() -> None:
    found = [tuple(marks.glyph(10, topic)) for topic in range(41)]
    assert len(set(found[:40])) == 40
    assert found[40] == found[0]
    assert [len(found[topic]) for topic in (0, 9, 10, 19, 20, 30)] == [1, 1, 2, 2, 3, 4]


@pytest.mark.parametrize("topic", range(10))
def test_the_first_ten_are_the_arc_alone(topic: int) -> None:
    assert marks.glyph(10, topic) == [motif.glyph(10, 36 * topic)]
    assert marks.ten(20, topic) == motif.ten(20, topic)


@pytest.mark.parametrize("topic", [10, 13, 27, 39])
@pytest.mark.parametrize("size", [9.5, 45.0])
def test_a_ring_is_1_6_radii_and_touches_the_square_it_stands_in(topic: int, size: float) -> None:
    arc, first, *more = marks.glyph(size, topic)
    place = (size / 2, size / 2)
    assert first.radius == pytest.approx(1.6 * arc.radius)
    assert first.width <= 0.5
    assert first.centre == pytest.approx(place)
    assert marks.centroid(arc) == pytest.approx(place)
    assert reach(arc, place) < first.radius - first.width / 2, "the arc is inside its ring"
    last = [first, *more][-1]
    assert last.radius + last.width / 2 == pytest.approx(size / 2, abs=0.06)


def test_ten_lights_the_same_arc_in_its_ring() -> None:
    family = marks.ten(20, 13)
    bright = [stroke for stroke, lit in family if lit]
    assert len(family) == 11
    assert [stroke.angle for stroke in bright] == [108, 0]
    assert bright[1].centre == pytest.approx((3.5 * 20, 10))
    assert bright[1].radius < 10


@pytest.mark.parametrize("topic", [12, 25])
def test_a_box_holds_its_mark(topic: int) -> None:
    strokes, width, height = marks.boxed(topic, 70, 36)
    assert width == height == pytest.approx(2 * 88 * math.sin(math.pi / 3))
    for stroke in strokes:
        left, top, right, bottom = motif.bounds(stroke)
        assert min(left, top) >= -0.1
        assert max(right, bottom) <= width + 0.1


@pytest.mark.parametrize("topic", [10, 13, 15, 17, 28])
def test_an_opener_with_rings_begins_at_its_line_and_leaves_the_page(topic: int) -> None:
    arc, *rings = marks.opener(396, 333, topic, 250, 112)
    left, top, right, _ = motif.bounds(rings[-1])
    assert top == pytest.approx(333, abs=0.1)
    beyond = right - 396 if topic % 10 <= 5 else -left
    assert beyond == pytest.approx(306 / 5, abs=0.1)
    assert motif.bounds(arc)[1] < 612 - 60, "the arc is seen"


@pytest.mark.parametrize("topic", range(10))
def test_the_openers_of_the_first_ten_are_giant_arcs(topic: int) -> None:
    assert marks.opener(396, 333, topic, 250, 112) == [
        motif.standing(396, 333, 36 * topic, 250, 112)
    ]
