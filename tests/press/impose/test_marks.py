"""Marks stand in the margin, at every cut and fold, and collating bars make a stair."""

from mi_print.press.impose.marks import (
    GAP,
    LONG,
    SHORT,
    SheetMarks,
    collating_bars,
    sheet_marks,
)
from mi_print.press.impose.plan import Imposition, Scheme, planned, with_blanks
from mi_print.press.impose.sheet import SheetGrid, spread


def _grid(wanted: Imposition, margin: float = 40.0) -> SheetGrid:
    width, height = 100 * wanted.columns, 140 * wanted.rows
    room = (width + 18 * wanted.columns + 2 * margin, height + 18 * wanted.rows + 2 * margin)
    return spread(room, (100, 140), wanted, bleed=9)


def test_every_trim_has_its_cuts_at_both_ends() -> None:
    wanted = Imposition(Scheme.CUT_STACK, 2, 3)
    grid = _grid(wanted)
    marks = sheet_marks(grid, wanted)
    edges = {edge for left in grid.lefts for edge in (left, left + 100)}
    upright = [line for line in marks.cuts if line[0] == line[2]]
    assert {line[0] for line in upright} == edges
    assert len(upright) == 2 * len(edges)
    assert len(marks.cuts) == 2 * len(edges) + 2 * 4
    assert marks.folds == ()
    assert marks.bars == ()


def test_marks_stay_off_the_art_and_on_the_sheet() -> None:
    wanted = Imposition(Scheme.PERFECT, 2, 2, fold_rows=2)
    grid = _grid(wanted, margin=GAP + SHORT)
    left, bottom, right, top = grid.art
    marks = sheet_marks(grid, wanted)
    assert marks.cuts
    assert marks.folds
    for x, y, u, v in marks.cuts + marks.folds:
        assert (
            max(x, u) <= left - GAP
            or min(x, u) >= right + GAP
            or not left < x < right
            or (max(y, v) <= bottom - GAP or min(y, v) >= top + GAP)
        )
        assert min(x, u) >= 0
        assert max(x, u) <= grid.width
        assert min(y, v) >= 0
        assert max(y, v) <= grid.height
        assert SHORT - 1e-6 <= abs(x - u) + abs(y - v) <= LONG


def test_a_margin_without_room_has_no_marks() -> None:
    wanted = Imposition(Scheme.N_UP, 2, 2)
    assert sheet_marks(_grid(wanted, margin=GAP + SHORT - 1), wanted) == SheetMarks()


def test_spines_are_folded_and_not_cut() -> None:
    wanted = Imposition(Scheme.SADDLE, 1, 2)
    grid = _grid(wanted)
    marks = sheet_marks(grid, wanted)
    spine = grid.lefts[1]
    assert {line[0] for line in marks.folds} == {spine}
    assert spine not in {line[0] for line in marks.cuts if line[0] == line[2]}


def test_a_badge_that_is_folded_over_is_not_cut_at_its_head() -> None:
    wanted = Imposition(Scheme.FOLD_OVER, 4, 2)
    grid = _grid(wanted)
    marks = sheet_marks(grid, wanted)
    heads = {grid.bottoms[0], grid.bottoms[2]}
    assert {line[1] for line in marks.folds} == heads
    assert not heads & {line[1] for line in marks.cuts if line[1] == line[3]}


def test_collating_bars_of_signatures_make_a_stair() -> None:
    wanted = Imposition(Scheme.PERFECT, 1, 2, signature=2)
    sheets = planned(with_blanks(40, wanted), wanted)
    grid = _grid(wanted)
    bars = [collating_bars(sheet, grid) for sheet in sheets]
    assert [len(each) for each in bars] == [1, 0] * 5
    tops = [each[0][3] for each in bars if each]
    assert tops == sorted(tops, reverse=True)
    assert all((each[0][0] + each[0][2]) / 2 == grid.lefts[1] for each in bars if each)
