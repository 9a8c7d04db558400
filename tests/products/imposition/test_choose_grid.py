"""The sheet that is taken where none is named."""

from pathlib import Path

import pytest

from mi_print.press.impose.plan import Scheme
from mi_print.products.imposition.choose_grid import choose_grid
from mi_print.products.imposition.impose_request import ImposeRequest
from mi_print.trade.sizes import sizes


@pytest.mark.parametrize(
    ("page", "scheme", "sheet"),
    [
        ("a5", Scheme.SADDLE, "a3-landscape"),
        ("half-letter", Scheme.SADDLE, "tabloid-landscape"),
        ("a6", Scheme.N_UP, "a4"),
        ("4x3in", Scheme.N_UP, "letter"),
        ("letter", Scheme.SADDLE, "12x18in"),
    ],
)
def test_pages_in_whole_millimetres_take_sheets_of_iso(
    page: str, scheme: Scheme, sheet: str
) -> None:
    size, wanted = sizes()[page], sizes()[sheet]
    grid = choose_grid(ImposeRequest(Path("a.pdf"), scheme), (size.width, size.height), 9.0).grid
    assert sorted((grid.width, grid.height)) == pytest.approx(sorted((wanted.width, wanted.height)))
