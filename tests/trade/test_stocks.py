"""Every stock lies on its sheet without an overlap, and bad rows say what is wrong."""

import itertools
from pathlib import Path

import pytest

from mi_print.errors import InputError
from mi_print.event.data_file import stocks_of
from mi_print.geometry import inside
from mi_print.press.impose.sheet import cards
from mi_print.trade.sizes import sizes
from mi_print.trade.stocks import stocks

WANTED = {
    *("avery-5392", "avery-74459", "avery-5384", "avery-5395", "avery-8395"),
    *("avery-l4785", "avery-l7418", "a6-4up", "a7-8up", "cr80-letter", "cr80-a4"),
    "half-letter-2up",
}
HALF_MM = 36 / 25.4 + 0.01
ROW = """\
stocks:
  ours:
    about: Cards
    source: measured
    sheet: letter
    card: {width: 4 in, height: 3 in}
    across: %s
    down: 3
    first: {left: 0.25 in, top: 1 in}
    pitch: {across: %s, down: 3 in}
"""


def test_the_stocks_of_the_trade_are_there_with_their_sources() -> None:
    assert set(stocks()) == WANTED
    assert all(stock.source and stock.about for stock in stocks().values())


@pytest.mark.parametrize("name", stocks())
def test_cards_lie_on_their_sheet_and_not_on_each_other(name: str) -> None:
    grid = cards(stocks()[name], 0)
    trims = [
        grid.trim(row, column)
        for row in range(len(grid.bottoms))
        for column in range(len(grid.lefts))
    ]
    sheet = sizes()[stocks()[name].sheet]
    assert all(inside(trim, (0, 0, sheet.width, sheet.height), 0.01) for trim in trims)
    for one, other in itertools.combinations(trims, 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        down = min(one[3], other[3]) - max(one[1], other[1])
        assert min(across, down) <= 0.01


@pytest.mark.parametrize("name", stocks())
def test_cards_lie_in_the_middle_of_their_sheet(name: str) -> None:
    """Sheets are sold so; a source that rounds to whole millimetres is half of one off."""
    grid = cards(stocks()[name], 0)
    left, bottom, right, top = grid.trims
    assert (left + right) / 2 == pytest.approx(grid.width / 2, abs=HALF_MM)
    assert (bottom + top) / 2 == pytest.approx(grid.height / 2, abs=HALF_MM)


def test_a_project_has_stocks_of_its_own_beside_the_trades(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "stocks.yaml").write_text(ROW % (2, "4 in"))
    assert set(stocks_of(tmp_path)) == {*WANTED, "ours"}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (ROW % (2, "3.5 in"), "cards across overlap: they are 4 in and begin every 3.5 in"),
        (ROW % (3, "4 in"), "cards across end at 12.25 in, and the sheet at 8.5 in"),
        ((ROW % (2, "4 in")).replace("letter", "lettre"), 'there is no size "lettre"'),
        ((ROW % (2, "4 in")).replace("4 in, h", "4, h"), "is not a length"),
    ],
)
def test_a_bad_row_says_what_is_wrong(tmp_path: Path, row: str, message: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "stocks.yaml").write_text(row)
    with pytest.raises(InputError) as caught:
        stocks_of(tmp_path)
    assert any(message in problem.message for problem in caught.value.problems)
    assert all(problem.file == "data/stocks.yaml" for problem in caught.value.problems)
