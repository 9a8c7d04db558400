"""Whatever blocks there are, each stands once, and every band fills the twelve columns."""

from itertools import chain, combinations

import pytest

from mi_print.layout.grid import COLUMNS
from mi_print.products.flyer.arrangements import Band, arrangements, ways

ALWAYS = ("dates", "submissions", "submit")
SOMETIMES = ("about", "topics", "speakers", "organizers", "sponsors")
CHOICES = list(chain.from_iterable(combinations(SOMETIMES, n) for n in range(6)))


@pytest.mark.parametrize("some", CHOICES, ids="-".join)
def test_each_block_stands_once_and_no_columns_are_left(some: tuple[str, ...]) -> None:
    people = {"speakers", "organizers"} & set(some)
    present = {*ALWAYS, *some} | (set() if people else {"contact"})
    for arrangement in arrangements(present):
        cells = [cell for band in arrangement.bands for cell in band]
        placed = [name for cell in cells for name in cell.blocks]
        assert sorted(placed) == sorted(present)
        assert {sum(cell.columns for cell in band) for band in arrangement.bands} == {COLUMNS}


def test_the_usual_way_costs_nothing() -> None:
    for name in (*ALWAYS, *SOMETIMES):
        for columns in range(3, COLUMNS + 1):
            first, *others = ways(name, columns)
            assert first.cost == 0
            assert all(way.cost > 0 for way in others)


def test_bands_with_the_same_columns_cost_less() -> None:
    def columns(band: Band) -> list[int]:
        return [cell.columns for cell in band]

    two = {*ALWAYS, "about", "topics", "speakers", "organizers"}
    costs: dict[bool, set[float]] = {True: set(), False: set()}
    for arrangement in arrangements(two):
        if {len(band) for band in arrangement.bands} == {3} and len(arrangement.bands) == 2:
            upper, lower = map(columns, arrangement.bands)
            costs[upper == lower].add(arrangement.cost)
    assert max(costs[True]) < min(costs[False])
