"""Sheets are printed, cut, stacked and folded on paper, and then read in order."""

import itertools

import pytest

from mi_print.press.impose.plan import (
    CellOrder,
    Imposition,
    PlannedSheet,
    Scheme,
    planned,
    with_blanks,
)
from mi_print.press.impose.sheet import Flip, sides, spread
from tests.press.impose import folded_paper as paper

TRIM = (100.0, 140.0)
COUNTS = (1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 127, 199, 200)
GRIDS = [(1, 1), (1, 2), (2, 1), (2, 2), (3, 2), (2, 3), (4, 2), (3, 3), (5, 2), (4, 4), (4, 8)]
FOLDS = [(1, 2), (2, 2), (1, 4), (4, 2), (2, 4), (4, 4)]


def _printed(
    sheets: list[PlannedSheet],
    wanted: Imposition,
    flip: Flip,
    size: tuple[float, float] = (2000, 3000),
) -> list[list[paper.Piece]]:
    grid = spread(size, TRIM, wanted, bleed=9)
    trims = (grid.lefts, grid.bottoms, TRIM)
    found = []
    for sheet in sheets:
        front, back = sides(sheet, grid, flip, one_plate=wanted.one_plate)
        if wanted.one_plate:
            back = front
        found.append(paper.printed(front, back, size, trims, flip))
    return found


def _upright(pages: list[int | None]) -> list[tuple[int, bool] | None]:
    return [None if page is None else (page, True) for page in pages]


@pytest.mark.parametrize("flip", Flip)
@pytest.mark.parametrize("size", [(2000, 3000), (3000, 2000)])
@pytest.mark.parametrize("grid", GRIDS)
def test_cut_and_stacked_two_sided_pages_read_on(
    grid: tuple[int, int], size: tuple[float, float], flip: Flip
) -> None:
    for count in COUNTS:
        wanted = Imposition(Scheme.CUT_STACK, *grid)
        pages = with_blanks(count, wanted)
        sheets = _printed(planned(pages, wanted), wanted, flip, size)
        assert len(sheets) == -(-len(pages) // (2 * grid[0] * grid[1]))
        leaves = [leaf for (leaf,) in paper.stacked(sheets, 1, 1)]
        assert paper.read(leaves) == _upright(pages)


@pytest.mark.parametrize("start", [1, 5, 13])
def test_piles_begun_on_a_used_sheet_read_on(start: int) -> None:
    wanted = Imposition(Scheme.CUT_STACK, 4, 4, start=start)
    for count in COUNTS:
        pages = with_blanks(count, wanted)
        sheets = _printed(planned(pages, wanted), wanted, Flip.LONG_EDGE)
        used = [piece for piece in sheets[0] if piece.y * 4 + piece.x < start]
        assert not any(piece.up or piece.down for piece in used)
        leaves = [leaf for (leaf,) in paper.stacked(sheets, 1, 1)]
        assert paper.read(leaves) == _upright(pages)


@pytest.mark.parametrize("order", [CellOrder.ROWS, CellOrder.COLUMNS])
@pytest.mark.parametrize("sides_", [1, 2])
def test_cells_are_filled_in_their_order_sheet_by_sheet(order: CellOrder, sides_: int) -> None:
    wanted = Imposition(Scheme.N_UP, 3, 2, sides=sides_, order=order, start=2)
    pages = with_blanks(25, wanted)
    sheets = _printed(planned(pages, wanted), wanted, Flip.SHORT_EDGE)
    down = order is CellOrder.COLUMNS
    pieces = [
        piece
        for sheet in sheets
        for piece in sorted(sheet, key=lambda p: (p.x, p.y) if down else (p.y, p.x))
    ]
    assert not any(piece.up or piece.down for piece in pieces[:2])
    found = [side for piece in pieces[2:] for side in (piece.up, piece.down)[:sides_]]
    assert found[: len(pages)] == _upright(pages)
    assert not any(found[len(pages) :])


@pytest.mark.parametrize("right_bound", [False, True])
@pytest.mark.parametrize("flip", Flip)
@pytest.mark.parametrize("fold", FOLDS)
def test_folded_sheets_inside_each_other_read_on(
    fold: tuple[int, int], flip: Flip, *, right_bound: bool
) -> None:
    for count, (down, across) in itertools.product(COUNTS, [(1, 1), (2, 1), (1, 2), (3, 2)]):
        wanted = Imposition(
            Scheme.SADDLE,
            *(fold[0] * down, fold[1] * across),
            fold_rows=fold[0],
            fold_columns=fold[1],
            right_bound=right_bound,
        )
        pages = with_blanks(count, wanted)
        sheets = _printed(planned(pages, wanted), wanted, flip)
        parts = paper.stacked(sheets, *fold)
        packets = [paper.fold(part, spine_left=not right_bound) for part in parts]
        assert paper.read(paper.nested(packets)) == _upright(pages)


@pytest.mark.parametrize("right_bound", [False, True])
@pytest.mark.parametrize("signature", [1, 2, 4, 5])
@pytest.mark.parametrize("fold", FOLDS)
def test_signatures_behind_each_other_read_on(
    fold: tuple[int, int], signature: int, *, right_bound: bool
) -> None:
    for count, (down, across) in itertools.product(COUNTS, [(1, 1), (2, 2)]):
        wanted = Imposition(
            Scheme.PERFECT,
            *(fold[0] * down, fold[1] * across),
            fold_rows=fold[0],
            fold_columns=fold[1],
            signature=signature,
            right_bound=right_bound,
        )
        pages = with_blanks(count, wanted)
        sheets = _printed(planned(pages, wanted), wanted, Flip.SHORT_EDGE)
        packets = [
            paper.fold(part, spine_left=not right_bound) for part in paper.stacked(sheets, *fold)
        ]
        groups = [packets[at : at + signature] for at in range(0, len(packets), signature)]
        book = [leaf for group in groups for leaf in paper.nested(group)]
        assert paper.read(book) == _upright(pages)


@pytest.mark.parametrize(
    ("scheme", "flip"),
    [(Scheme.WORK_AND_TURN, Flip.LONG_EDGE), (Scheme.WORK_AND_TUMBLE, Flip.SHORT_EDGE)],
)
@pytest.mark.parametrize("grid", [(2, 2), (4, 2), (2, 4), (4, 8)])
def test_one_plate_gives_each_leaf_twice_with_its_back(
    scheme: Scheme, flip: Flip, grid: tuple[int, int]
) -> None:
    for count in COUNTS:
        wanted = Imposition(scheme, *grid)
        pages = with_blanks(count, wanted)
        sheets = _printed(planned(pages, wanted), wanted, flip)
        leaves = [leaf for (leaf,) in paper.stacked(sheets, 1, 1)]
        read = [paper.read([paper.head_up(leaf)]) for leaf in leaves]
        pairs = [_upright(pages[at : at + 2]) for at in range(0, len(pages), 2)]
        turned_over = [list(reversed(pair)) for pair in pairs]
        assert all(
            pair in read and back in read for pair, back in zip(pairs, turned_over, strict=True)
        )
        assert len(read) == 2 * len(pairs)


def test_a_back_stands_head_down_above_its_front() -> None:
    wanted = Imposition(Scheme.FOLD_OVER, 4, 2)
    pages = with_blanks(8, wanted)
    (sheet,) = _printed(planned(pages, wanted), wanted, Flip.LONG_EDGE)
    seen = {(piece.y, piece.x): piece.up for piece in sheet}
    assert seen[0, 0] == (1, False)
    assert seen[1, 0] == (0, True)
    assert seen[2, 1] == (7, False)
    assert seen[3, 1] == (6, True)


@pytest.mark.parametrize(
    ("count", "blanks"), [(1, [1, 2, 3]), (4, []), (5, [4, 5, 6]), (6, [5, 6]), (7, [6])]
)
def test_blanks_of_a_book_stand_before_its_back_cover(count: int, blanks: list[int]) -> None:
    pages = with_blanks(count, Imposition(Scheme.SADDLE, 1, 2))
    assert [at for at, page in enumerate(pages) if page is None] == blanks
    assert [page for page in pages if page is not None] == list(range(count))
