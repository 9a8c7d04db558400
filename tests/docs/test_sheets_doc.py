"""docs/sheets.md names every scheme, option, stock, and rule; its example loads."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import typer
from PIL import Image

from mi_print.cli.app import app
from mi_print.event.data_file import stocks_of
from mi_print.press.impose.plan import Scheme
from mi_print.products.load_checked import load_checked
from mi_print.resources import BUNDLED
from mi_print.trade import tables
from mi_print.trade.stocks import Stock, Stocks
from mi_print.units import in_words
from scripts.sheet_pictures import IMAGES, SHOWN, pictures

TEXT = (BUNDLED / "docs" / "sheets.md").read_text("utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)


def row(name: str, stock: Stock) -> str:
    names = ", ".join(f"`{each}`" for each in (name, *stock.also))
    card = f"{in_words(stock.card.width)} × {in_words(stock.card.height)}"
    return f"| {names} | `{stock.sheet}` | {stock.across} × {stock.down} | {card} |"


def test_every_stock_stands_with_its_measures() -> None:
    found = tables.read("stocks.yaml", Stocks).stocks
    rows = TEXT.partition("| stock |")[2].partition("\n\n")[0].splitlines()[2:]
    assert rows == [row(name, stock) for name, stock in found.items()]


def test_every_scheme_is_told() -> None:
    assert [scheme for scheme in Scheme if f"| `{scheme}` |" not in TEXT] == []


def test_every_option_is_told() -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined] # it is a group
    params = [*commands["impose"].params, *commands["calibrate"].params]
    options = {opt for each in params for opt in each.opts if opt[:2] == "--"}
    assert {option for option in options - {"--all"} if option not in TEXT} == set()


def test_every_picture_is_shown() -> None:
    assert [name for name in SHOWN if f"](images/sheets-{name}.png)" not in TEXT] == []
    assert {shown.scheme for shown in SHOWN.values()} == set(Scheme)


@pytest.mark.slow
def test_pictures_are_what_a_proof_shows() -> None:
    for name, drawn in pictures():
        kept, now = (
            np.asarray(Image.open(file).convert("RGB"), dtype=int)
            for file in (IMAGES / f"sheets-{name}.png", io.BytesIO(drawn))
        )
        assert kept.shape == now.shape, f"{name}: run python -m scripts.sheet_pictures"
        assert np.abs(kept - now).mean() < 1, f"{name}: run python -m scripts.sheet_pictures"


def test_every_key_of_a_stock_is_told() -> None:
    _, example = BLOCKS
    keys = [
        key for key in Stock.model_fields if f"{key}:" not in example and f"`{key}`" not in TEXT
    ]
    assert keys == []


def test_the_example_is_a_stock(tmp_path: Path) -> None:
    _, example = BLOCKS
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "stocks.yaml").write_text(example, "utf-8")
    assert stocks_of(tmp_path)["corner-badges"].across == 2


def test_the_example_of_an_order_is_one(write: Callable[[dict[str, str]], Path]) -> None:
    example, _ = BLOCKS
    loaded = load_checked(write({"data/print.yaml": example}))
    assert [each for each in loaded.problems if each.file == "data/print.yaml"] == []
