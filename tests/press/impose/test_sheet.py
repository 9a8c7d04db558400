"""Cells lie where the sheet has them, backs behind their fronts, and creep moves to the spine."""

import itertools

import pytest

from mi_print.press.impose.plan import Imposition, Scheme, planned, with_blanks
from mi_print.press.impose.sheet import (
    CREEP,
    Flip,
    SheetGrid,
    cards,
    most,
    sides,
    spread,
    upright,
)
from mi_print.trade.stocks import stocks

LETTER = (612.0, 792.0)


def _cut(rows: int, columns: int) -> Imposition:
    return Imposition(Scheme.CUT_STACK, rows, columns)


def test_pages_lie_in_the_middle_of_their_sheet_with_their_bleed_apart() -> None:
    grid = spread(LETTER, (200, 150), _cut(3, 2), bleed=9)
    assert grid.lefts == (97, 315)
    assert grid.bottoms == (489, 321, 153)
    assert grid.art == (88, 144, 524, 648)
    assert grid.window(0, 0) == (88, 480, 306, 648)
    assert grid.window(1, 1) == (306, 312, 524, 480)


def test_folded_pages_touch_at_the_spine_and_nowhere_else() -> None:
    wanted = Imposition(Scheme.PERFECT, 2, 4, fold_rows=2, fold_columns=4)
    grid = spread((2000, 1000), (100, 140), wanted, bleed=9)
    gaps = [after - before - 100 for before, after in itertools.pairwise(grid.lefts)]
    assert gaps == [0, 18, 0]
    assert grid.bottoms[0] - grid.bottoms[1] - 140 == 18
    assert grid.window(0, 0)[2] == grid.trim(0, 0)[2]


@pytest.mark.parametrize(
    ("room", "found"), [((612, 792), (3, 2)), ((792, 612), (2, 2)), ((200, 100), (0, 0))]
)
def test_as_many_pages_as_a_sheet_has_room_for(
    room: tuple[float, float], found: tuple[int, int]
) -> None:
    assert most(room, (288, 216), bleed=0, gutter=0, margin=12) == found


@pytest.mark.parametrize("flip", Flip)
@pytest.mark.parametrize("name", stocks())
def test_backs_of_every_stock_lie_behind_their_fronts(name: str, flip: Flip) -> None:
    grid = cards(stocks()[name], 9)
    wanted = _cut(len(grid.bottoms), len(grid.lefts))
    pages = with_blanks(2 * wanted.rows * wanted.columns, wanted)
    (sheet,) = planned(pages, wanted)
    front, back = sides(sheet, grid, flip)
    over = upright((grid.width, grid.height), flip)
    fronts = {placed.page: _box(placed.matrix, grid) for placed in front}
    for placed in back:
        left, bottom, right, top = _box(placed.matrix, grid)
        if over:
            left, right = grid.width - right, grid.width - left
        else:
            bottom, top = grid.height - top, grid.height - bottom
        assert (left, bottom, right, top) == pytest.approx(fronts[placed.page - 1], abs=0.001)


def test_what_a_printer_misses_is_taken_back_on_backs_alone() -> None:
    wanted = _cut(2, 2)
    grid = spread(LETTER, (200, 150), wanted, bleed=9)
    (sheet,) = planned(with_blanks(8, wanted), wanted)
    straight = sides(sheet, grid, Flip.LONG_EDGE)
    moved = sides(sheet, grid, Flip.LONG_EDGE, offset=(3, -2))
    assert moved[0] == straight[0]
    for one, other in zip(straight[1], moved[1], strict=True):
        assert [b - a for a, b in zip(one.matrix, other.matrix, strict=True)] == [0, 0, 0, 0, -3, 2]
        assert [b - a for a, b in zip(one.window, other.window, strict=True)] == [-3, 2, -3, 2]


@pytest.mark.parametrize("right_bound", [False, True])
@pytest.mark.parametrize("fold", [(1, 2), (2, 2)])
def test_inner_pages_move_to_the_spine_in_proportion(
    fold: tuple[int, int], *, right_bound: bool
) -> None:
    wanted = Imposition(
        Scheme.SADDLE, *fold, fold_rows=fold[0], fold_columns=fold[1], right_bound=right_bound
    )
    sheets = planned(with_blanks(32, wanted), wanted)
    grid = spread((900, 900), (100, 140), wanted, bleed=9)
    moved: dict[int, float] = {}
    for sheet in sheets:
        pairs = (sides(sheet, grid, Flip.SHORT_EDGE, caliper=caliper) for caliper in (0.0, 0.3))
        for still, shifted in zip(*pairs, strict=True):
            for one, other in zip(still, shifted, strict=True):
                assert one.window == other.window
                right = (other.matrix[4] - one.matrix[4]) * one.matrix[0]
                odd = one.page % 2 == 0
                moved[one.page] = -right if odd != right_bound else right
    expected = {page: min(page // 2, (31 - page) // 2) * 0.3 * CREEP for page in range(32)}
    assert moved == pytest.approx(expected)


def _box(matrix: tuple[float, ...], grid: SheetGrid) -> tuple[float, ...]:
    a, _, _, d, e, f = matrix
    x, y = e + a * grid.cell_width, f + d * grid.cell_height
    return min(e, x), min(f, y), max(e, x), max(f, y)
