"""Blocks in a width: pairs or running lines, second lines moved in, logos, parts side by side."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from mi_print.event.model import Sponsor
from mi_print.layout.template_api.logos import LogoRows
from mi_print.products.flyer.arrangements import BESIDE, RUNNING
from mi_print.products.flyer.flyer_blocks import FlyerBlock, FlyerItem, FlyerPart, PartKind
from mi_print.products.flyer.set_blocks import SetBlock, set_block
from mi_print.products.flyer.set_items import SetType
from tests.products.made_up import context

CONTEXT = context("letter", "cfp")
GUTTER = 12.0


def logos(_sponsors: Sequence[Sponsor], width: float, area: float) -> LogoRows:
    return LogoRows([], width, area / 30)


TYPE = SetType(CONTEXT.face("text"), CONTEXT.face("strong"), "en", logos)


def made(kind: PartKind, *items: FlyerItem, width: float = 170, columns: int = 1) -> SetBlock:
    part = FlyerPart("part", kind, items, "Heading", separator=", ")
    return set_block(FlyerBlock("block", (part,)), width, columns, GUTTER, TYPE)


def lines(block: SetBlock) -> list[list[str]]:
    (part,) = block.parts
    return [item.lines for column in part.columns for item in column.items]


SHORT = FlyerItem("Ada Sample", "Sample Labs")
LONG = FlyerItem("Bo Sample", "Institute for Long Names of Samples and Specimens")


def test_people_are_pairs_if_all_have_room_and_else_running_lines() -> None:
    (part,) = made(PartKind.PEOPLE, SHORT).parts
    assert part.kind is PartKind.PAIRS
    assert part.columns[0].items[0].values == ["Sample Labs"]
    both = made(PartKind.PEOPLE, SHORT, LONG)
    assert both.parts[0].kind is PartKind.LIST
    assert lines(both)[0] == ["Ada Sample, Sample Labs"]
    assert " ".join(lines(both)[1]) == f"{LONG.text}, {LONG.value}"
    assert both.parts[0].hanging > 0


def test_an_affiliation_gets_hyphens_and_a_name_none() -> None:
    german = replace(TYPE, lang="de")

    def said(name: str, place: str) -> list[str]:
        people = FlyerPart("keynotes", PartKind.PEOPLE, (FlyerItem(name, place),), "Heading")
        return lines(set_block(FlyerBlock("speakers", (people,)), 100, 1, GUTTER, german))[0]

    assert "Bo Muster, Landesma-" in said("Bo Muster", "Landesmaterialprüfungsanstalt")
    (_, first, *_) = said("Bo Landesmaterialprüfungsanstalt", "Amt")
    assert not first.endswith("-")


def test_a_row_too_wide_breaks_its_longer_side() -> None:
    (part,) = made(PartKind.PAIRS, FlyerItem("A kind of paper with a long name", "9 pages")).parts
    (item,) = part.columns[0].items
    assert len(item.lines) > 1
    assert item.values == ["9 pages"]
    assert made(PartKind.PAIRS, SHORT, FlyerItem("x" * 30, "9")).parts[0].columns[0].apart


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_a_list_is_as_high_as_its_highest_column(columns: int) -> None:
    block = made(PartKind.LIST, *map(FlyerItem, "abcdef"), columns=columns)
    assert block.height == (1 + 6 / columns) * 12
    assert [item for (item,) in lines(block)] == list("abcdef")


def test_what_says_that_there_are_more_stands_below_all_columns() -> None:
    items = tuple(map(FlyerItem, "abcd"))
    more = FlyerItem("… and 12 more at example.org")
    part = FlyerPart("part", PartKind.LIST, items, "Heading", more=more)
    block = set_block(FlyerBlock("block", (part,)), 170, 2, GUTTER, TYPE)
    assert block.parts[0].more
    assert block.parts[0].more.lines == [more.text]
    assert block.height == (1 + 2 + 1) * 12


def sponsors(kind: PartKind, columns: int) -> SetBlock:
    items = tuple(
        FlyerItem(name, sponsor=Sponsor(name=name)) for name in ("Ada Labs", "Bo Works", "Cy Inc.")
    )
    levels = [FlyerPart("sponsors", kind, items, level, separator=", ") for level in ("A", "B")]
    return set_block(FlyerBlock("sponsors", tuple(levels)), 540, columns, GUTTER, TYPE)


def test_levels_of_sponsors_stand_side_by_side_or_beside_their_names() -> None:
    beside = sponsors(PartKind.LIST, BESIDE)
    assert [part.y for part in beside.parts] == [0, 0]
    assert beside.parts[1].x > 270
    assert beside.height == (1 + 3) * 12
    running = sponsors(PartKind.LIST, RUNNING)
    assert running.height == 2 * 12
    texts = [item.lines for part in running.parts for c in part.columns for item in c.items]
    assert texts == [["Ada Labs, Bo Works, Cy Inc."]] * 2


def test_logos_get_whole_lines() -> None:
    block = sponsors(PartKind.LOGOS, BESIDE)
    assert block.height % 12 == 0
    assert block.height >= 12 + 1000 / 30
    assert sponsors(PartKind.LOGOS, RUNNING).height < sponsors(PartKind.LOGOS, 4).height
