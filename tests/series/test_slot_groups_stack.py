"""Texts of a stack: on their baselines, never touching, smaller when there is no more room."""

import dataclasses
from itertools import pairwise

import pytest

from mi_print.layout.copyfit.fit import FittedText, fit
from mi_print.layout.copyfit.fit_box import FitRange
from mi_print.layout.copyfit.stack import Stack, stacked
from mi_print.layout.copyfit.stack_text import StackText
from mi_print.layout.slots.slot import Slot
from mi_print.layout.text.pango import Face
from mi_print.series.slot_groups import alone, room, stack_text
from tests.series.sample_slots import text_slot

STACK = Stack("name", (20, 30, 240, 110))


def slot(name: str, largest: float, baseline: float, **given: object) -> Slot:
    said = {
        "box": STACK.box,
        "face": Face("Inter Display", largest, largest, 600),
        "fit": FitRange(largest, 10, lines=3),
        "align": "left",
        "hang": True,
        "stack": STACK,
    }
    return text_slot(name=name, baseline=baseline, **{**said, **given})


CALLED = slot("called", 72, 55, upright="bottom")
SURNAME = slot("surname", 25, 83)
BELOW = slot("below", 14, 102)


def text(slot: Slot, said: str, lang: str = "en") -> StackText:
    return stack_text(slot, room(slot), said, lang)


def single(slot: Slot, said: str) -> FittedText:
    return alone(slot, text(slot, said))


def ink(each: FittedText) -> list[tuple[float, float]]:
    return [
        (
            line.baseline - each.size * line.shaped.ink_top,
            line.baseline + each.size * line.shaped.ink_bottom,
        )
        for line in each.lines
    ]


def test_texts_with_room_stand_on_their_baselines() -> None:
    found = stacked([text(CALLED, "Ada"), text(SURNAME, "Nilson"), text(BELOW, "Here")], STACK)
    assert [each.size for each in found] == [72, 25, 14]
    assert [line.baseline for each in found for line in each.lines] == pytest.approx([55, 83, 102])
    assert all(each.excess == 0 for each in found)


def test_ink_stands_on_the_edge() -> None:
    (left,) = stacked([text(SURNAME, "Hal")], STACK)
    (right,) = stacked([text(dataclasses.replace(SURNAME, align="right"), "Hal")], STACK)
    line = left.lines[0]
    assert line.x + left.size * line.shaped.ink_left == pytest.approx(0)
    line = right.lines[0]
    assert line.x + right.size * line.shaped.ink_right == pytest.approx(240)


def test_a_stack_that_moves_up_shrinks_no_more_for_a_last_digit() -> None:
    """Its foot may come out the smallest fraction below where it has been moved to."""
    found = set()
    for tenths in range(300, 420, 7):
        at = dataclasses.replace(STACK, box=(20, tenths / 10, 240, 105))
        texts = [
            text(dataclasses.replace(each, box=at.box, stack=at), said)
            for each, said in ((CALLED, "Ada"), (SURNAME, "Guy"), (BELOW, "Qyyg jpg"))
        ]
        found.add(tuple(each.size for each in stacked(texts, at)))
    assert found == {(72, 25, 14)}


def test_an_empty_slot_takes_no_room() -> None:
    _, below = stacked([text(CALLED, "Ada"), text(BELOW, "Here")], STACK)
    assert below.lines[0].baseline == pytest.approx(102)


@pytest.mark.parametrize(
    "names",
    [
        ("Jürgen", "Ångström"),
        ("Maximiliane-Charlotte Wilhelmina", "Featherstonehaugh-Ypsilanti Quigley"),
        ("สุกัญญา", "ศรีวัฒนานุกูลกิจ"),
        ("བསྟན་འཛིན", "رعد"),
    ],
)
def test_no_ink_touches_or_leaves_the_stack(names: tuple[str, str]) -> None:
    given = [text(CALLED, names[0]), text(SURNAME, names[1]), text(BELOW, "Ÿggdrasil Ångström")]
    found = stacked(given, STACK)
    rows = [row for each in found for row in ink(each)]
    assert rows[0][0] >= -1e-6
    assert rows[-1][1] <= 110 + 1e-6
    assert all(upper[1] < lower[0] for upper, lower in pairwise(rows))


def test_slots_with_one_baseline_stand_beside_each_other() -> None:
    beside = dataclasses.replace(BELOW, name="beside", align="right")
    given = [
        text(CALLED, "Jürgen"),
        text(SURNAME, "Åström"),
        text(BELOW, "Here"),
        text(beside, "he"),
    ]
    *_, left, right = stacked(given, STACK)
    assert left.lines[0].baseline == right.lines[0].baseline >= 102


@pytest.mark.parametrize("said", ["Ada", "Akshay Exemplar", "Akshay Vijaykumar Exemplar Sample"])
def test_a_text_by_its_last_line_stands_beside_the_last_line_of_another(said: str) -> None:
    """The other is as large as alone, and stands where it does then."""
    box = (20.0, 30.0, 172.0, 40.0)
    at = dataclasses.replace(STACK, box=box)
    fit = FitRange(32, 8, least=20, lines=3)
    name = slot("name", 32, 30, upright="bottom", fit=fit, box=box, stack=at)
    role = slot("role", 15, 30, upright="bottom", align="right", box=(192, 30, 68, 40), stack=at)
    for label in ("Press", "Sample Reporter"):
        found, beside = stacked([text(name, said), text(role, label)], at)
        (lone,) = stacked([text(name, said)], at)
        assert (found.size, found.lines) == (lone.size, lone.lines)
        assert found.lines[-1].baseline == pytest.approx(beside.lines[-1].baseline)


@pytest.mark.parametrize("align", ["right", "left"])
def test_a_text_that_keeps_clear_takes_what_it_needs_and_leaves_the_rest(align: str) -> None:
    x = 120 if align == "right" else 0
    own = (20 + x, 30, 120, 110)
    beside = dataclasses.replace(BELOW, name="beside", align=align, box=own, clear=10)
    below = dataclasses.replace(BELOW, align="left" if align == "right" else "right")
    institute = "Institute for Sample Studies at the University of Examples"
    for said in ("he", "they/them", "any pronouns that you like, or ask me"):
        far, near = stacked([text(below, institute), text(beside, said)], STACK)
        ends = [
            (
                slot.box[0] + line.x + each.size * line.shaped.ink_left,
                slot.box[0] + line.x + each.size * line.shaped.ink_right,
            )
            for each, slot in ((far, below), (near, beside))
            for line in each.lines
        ]
        first, second = ends[: len(far.lines)], ends[len(far.lines) :]
        left, right = (first, second) if align == "right" else (second, first)
        assert max(end for _, end in left) + 10 <= min(start for start, _ in right) + 0.01
        assert min(start for start, _ in left) == pytest.approx(20)
        assert max(end for _, end in right) == pytest.approx(260)
    (alone_there,) = stacked([text(below, institute)], STACK)
    assert alone_there.size >= far.size


def test_what_cannot_fit_says_by_how_much() -> None:
    low = dataclasses.replace(STACK, box=(20, 30, 240, 20))
    found = stacked([text(CALLED, "Ada"), text(SURNAME, "Nilson")], low)
    assert {each.size for each in found} <= {10, 10.5}
    assert [each.at_floor for each in found] == [each.size == 10 for each in found]
    assert all(each.excess > 5 for each in found)


@pytest.mark.parametrize(("upright", "line"), [("top", 0), ("bottom", -1)])
def test_a_text_alone_stands_on_its_slots_baseline(upright: str, line: int) -> None:
    lone = dataclasses.replace(
        SURNAME, stack=None, baseline=60, upright=upright, box=(20, 30, 190, 110)
    )
    found = single(lone, "Maximiliane Wilhelmina")
    assert len(found.lines) == 2
    assert found.lines[line].baseline == pytest.approx(60)


@pytest.mark.parametrize(
    ("said", "align", "edge"),
    [
        *(("Hal", "start", 0), ("Hal", "end", 240), ("Hal", "left", 0)),
        *(("سمية", "start", 240), ("سمية", "end", 0), ("سمية", "right", 240)),
    ],
)
def test_a_text_alone_hangs_by_its_ink(said: str, align: str, edge: float) -> None:
    free = dataclasses.replace(SURNAME, stack=None, baseline=None, align=align)
    found = single(free, said)
    (line,) = found.lines
    hung = line.shaped.ink_right if edge else line.shaped.ink_left
    assert line.x + found.size * hung == pytest.approx(edge)


def test_a_text_alone_is_otherwise_where_css_has_it() -> None:
    plain = dataclasses.replace(SURNAME, stack=None, baseline=None, hang=False)
    assert single(plain, "Hal") == fit("Hal", "en", room(plain))


def test_a_text_alone_that_gets_fewer_lines_is_no_smaller_than_it_must_be() -> None:
    name = "Akshay Vijaykumar Exemplar"
    given = FitRange(32, 8, least=20, lines=3)
    box = (20.0, 30.0, 172.0, 40.0)
    found = single(slot("name", 32, 30, upright="bottom", fit=given, box=box, stack=None), name)
    sizes = [size for size in range(8, 33) if _inside(name, size, box)]
    assert (len(found.lines), found.size) == (2, max(sizes))
    assert found.excess == 0


def _inside(name: str, size: float, box: tuple[float, float, float, float]) -> bool:
    fixed = FitRange(size, size, least=20, lines=3)
    wanted = slot("name", size, 30, upright="bottom", fit=fixed, box=box, stack=None)
    found = single(wanted, name)
    return found.excess == 0
