"""The text takes from the field, then gets smaller, then gives way; what is left over grows."""

import pytest

from mi_print.event.model import Event
from mi_print.layout.package import find
from mi_print.products.flyer.page_plan import FlyerPage, FlyerPlanner
from mi_print.products.flyer.set_blocks import RULE
from mi_print.resources import BUNDLED
from tests.products.flyer.sample_flyers import CALL, event
from tests.products.made_up import context


def page(of: Event, size: str = "letter") -> FlyerPage:
    copyfit = find.layout("cfp", BUNDLED).manifest.copyfit
    assert copyfit
    assert of.workshop.call
    return FlyerPlanner(of, of.workshop.call, context(size, "cfp"), copyfit).page()


LITTLE = event()
USUAL = event(6, 1, 0, {"keynote": 3, "organizer": 6})
MUCH = event(30, 3, 12, {"keynote": 6, "panelist": 8, "organizer": 30})
TOO_MUCH = event(60, 8, 30, {"keynote": 12, "panelist": 12, "organizer": 80})
ALL = [LITTLE, USUAL, MUCH, TOO_MUCH]


@pytest.fixture(scope="module")
def pages() -> list[FlyerPage]:
    """Return the pages of all of these in Letter."""
    return [page(of) for of in ALL]


@pytest.mark.parametrize("size", ["letter", "a4"])
@pytest.mark.parametrize("of", ALL, ids=["little", "usual", "much", "too much"])
def test_everything_has_its_place_on_the_page(of: Event, size: str) -> None:
    found, grid = page(of, size), context(size, "cfp").grid
    assert found.field.rows >= 6
    assert found.field.top + found.field.rows * found.field.pitch == pytest.approx(found.panel)
    for block in found.blocks:
        assert block.rule - RULE > found.panel
        assert block.x >= grid.inner - 1e-6
        assert block.x + block.width <= grid.width - grid.outer + 1e-6
        assert block.y + block.height <= grid.top + grid.lines * grid.base + 1e-6
        for part in block.parts:
            assert part.y + part.height <= block.height + 1e-6
    for number, block in enumerate(found.blocks):
        for other in found.blocks[:number]:
            beside = block.x >= other.x + other.width or other.x >= block.x + block.width
            assert beside or block.rule >= other.y + other.height or other.rule >= block.y


def test_the_field_gives_rows_before_the_text_gets_smaller(pages: list[FlyerPage]) -> None:
    rows, sizes = [found.field.rows for found in pages], [found.size for found in pages]
    assert rows == sorted(rows, reverse=True)
    assert rows[-1] == 6
    assert sizes[0] == 12
    assert all(row >= 13 for row, size in zip(rows, sizes, strict=True) if size > 9)
    assert 7.5 <= sizes[2] < 9
    assert sizes[3] == 7.5


def test_nothing_gives_way_while_there_is_room(pages: list[FlyerPage]) -> None:
    assert [found.cut for found in pages[:3]] == [(), (), ()]
    cut = [part.name for part in pages[3].cut]
    assert cut[:2] == ["sponsors", "organizers"]
    assert "keynotes" not in cut


def test_with_little_the_title_and_the_field_grow() -> None:
    few = page(event(name="ABC"))
    assert few.title.face.size == 120
    assert few.field.rows > 16
    assert page(USUAL).field.rows >= 13


def test_blocks_beside_each_other_grow_together() -> None:
    sizes = {part.size for block in page(USUAL).blocks for part in block.parts}
    assert sizes == {page(USUAL).size}
    assert page(USUAL).size > 9


def test_a_short_list_beside_a_high_block_is_in_one_column() -> None:
    blocks = {block.name: block for block in page(event(3, 2)).blocks}
    (topics,) = blocks["topics"].parts
    assert len(topics.columns) == 1
    assert blocks["topics"].y == blocks["about"].y


def test_a_block_without_data_leaves_its_columns_to_others() -> None:
    def widths(of: Event) -> dict[str, float]:
        return {block.name: round(block.width) for block in page(of).blocks}

    both, alone = (
        widths(event(6, 2, people={"keynote": 2})),
        widths(event(0, 2, people={"keynote": 2})),
    )
    assert alone["about"] > 2 * both["about"]
    assert "topics" not in alone


def test_an_address_that_needs_larger_modules_has_a_larger_code() -> None:
    def code(address: str) -> float:
        blocks = page(event(call=CALL | {"submit": address})).blocks
        return next(block.code.size for block in blocks if block.code)

    assert code("https://submit.example.org/") == pytest.approx(25 * 72 / 25.4)
    assert code(f"https://submit.example.org/{'long/' * 80}") > 80
