"""docs/shops.md tells every shop with its numbers and every key; its example loads."""

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from mi_print.event.data_file import shops_of
from mi_print.event.load import load
from mi_print.resources import BUNDLED
from mi_print.trade.shop_wishes import Process
from mi_print.trade.shops import Colour, Mark, Shop, shops
from mi_print.units import in_words
from tests.event.small import write_project

TEXT = (BUNDLED / "docs" / "shops.md").read_text("utf-8")
TOLD = set(re.findall(r"`([^`\n]+)`", TEXT))
BLOCKS = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)


def row(name: str, shop: Shop) -> str:
    condition, ink = "sRGB", ""
    if shop.colour:
        condition, ink = shop.colour.condition, f"{shop.colour.tac:g} %"
    bleed = in_words(shop.bleed) if shop.bleed else "none"
    cells = [f"`{name}`", f"`{shop.process}`", bleed, in_words(shop.safe), condition, ink]
    cells += [str(shop.page_multiple), f"{shop.resolution} ppi"]
    return "| " + " | ".join(cells).replace("|  |", "| |") + " |"


def test_every_shop_stands_with_its_numbers() -> None:
    rows = [line for line in TEXT.splitlines() if line.count("|") == 9 and "| `" in line[:3]]
    assert rows == [row(name, shop) for name, shop in shops().items()]


def test_every_shop_has_its_source() -> None:
    sources = TEXT.partition("Where the numbers come from")[2].partition("\n## ")[0]
    told = {name for line in sources.splitlines() for name in re.findall(r"`([^`]+)`:?,?", line)}
    assert set(shops()) <= told


@pytest.mark.parametrize("model", [Shop, Colour])
def test_every_key_is_told_and_marked_if_it_is_needed(model: type[BaseModel]) -> None:
    keys = TEXT.partition("## A shop of your own")[2].partition("\n## ")[0]
    for name, about in model.model_fields.items():
        key = about.alias or name
        mark = f"**`{key}`**" if about.is_required() else f"`{key}`"
        assert f"{mark} |" in keys or f"{mark}, `" in keys or f", {mark}" in keys, key


@pytest.mark.parametrize("words", [Process, Mark])
def test_every_word_to_choose_from_is_told(words: type[Process | Mark]) -> None:
    assert {str(word) for word in words} <= TOLD


def test_the_example_is_a_shop(tmp_path: Path) -> None:
    shop, theme = BLOCKS
    write_project(tmp_path, {"shops.yaml": shop})
    with (tmp_path / "data" / "workshop.yaml").open("a", encoding="utf-8") as workshop:
        workshop.write(theme)
    event = load(tmp_path).event
    assert event
    assert event.workshop.theme.colours["signal"].spot == "PANTONE 485 C"
    corner = shops_of(tmp_path)["corner-shop"]
    assert corner.colour
    assert (corner.colour.spots, corner.marks) == (1, (Mark.CROP, Mark.SLUG))
