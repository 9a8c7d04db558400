"""Range signs: their boards in one size, and what happens to long labels."""

from collections.abc import Sequence

import pytest

from mi_print.event.queries import poster_sessions
from mi_print.layout.checks.legibility import cap_height
from mi_print.products.signage.board_ranges import ranges
from mi_print.products.signage.range_lines import RangeLines, RangeSeries
from tests.products import made_up
from tests.products.made_up import POSTERS, paper
from tests.products.signage.typeset_signs import right

LEAST = cap_height(4)


def lines(labels: Sequence[int | str]) -> list[RangeLines]:
    """Return the lines of all signs of boards with these labels, of two topics."""
    half = len(labels) // 2
    papers = [
        paper(f"{n}", label, category="A" if n < half else "B") for n, label in enumerate(labels)
    ]
    signs = ranges(poster_sessions(made_up.event([POSTERS], papers)))
    series = RangeSeries(lambda: signs, made_up.context("tabloid", "range-signs"), LEAST)
    return [series.lines(sign) for sign in signs]


def test_all_ranges_have_the_size_of_the_longest() -> None:
    short, long = lines([1, 2, 300, 400])
    assert [*short.lines, *long.lines] == ["1–2", "300–400"]
    assert short.face.size == long.face.size < 224
    assert lines([1, 2, 3, 4])[0].face.size == 224


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (["Halle 1", "Halle 2", "Halle 3", "Halle 4"], [["Halle 1–", "Halle 2"]]),
        ([f"Posterwand-{n}" for n in (1, 2, 3, 14)], [["Poster-", "wand-", "1–2"]]),
        ([1, 2, 3, "LAVAREHS12"], [["1–2"], ["3–", "LAVAR", "EHS12"]]),
    ],
)
def test_long_labels_take_more_lines(labels: Sequence[int | str], found: list[list[str]]) -> None:
    said = lines(labels)
    assert [list(each.lines) for each in said[: len(found)]] == found
    assert all(0.7276 * each.face.size >= LEAST - 0.01 for each in said)


def test_the_arc_stands_below_whatever_the_sign_says() -> None:
    papers = [paper(f"{n}", f"Ausstellungshalle {n}", category="Words " * 12) for n in range(1, 4)]
    event = made_up.event([POSTERS], papers, lang="de")
    said = right(event, "range-signs")
    assert "1–3" in said[0]


def test_a_label_that_no_sign_holds_is_named() -> None:
    context = made_up.context("tabloid", "range-signs")
    papers = [paper(label, label) for label in ("W" * 20, "V" * 20)]
    signs = ranges(poster_sessions(made_up.event([POSTERS], papers)))
    RangeSeries(lambda: signs, context, LEAST).lines(signs[0])
    (message,) = context.misfits.values()
    assert message.startswith("takes ")
