"""The judge sees what is wrong with a page, and nothing where all is right."""

from pathlib import Path

import pytest
from reportlab.lib.colors import HexColor, black

from tests.generated.record import Printed, Record
from tests.generated.sample_pages import RIGHT, Draw, area, name, of_file, turn

ADA = Record("ada", ("Ada Example",))
BO = Record("bo", ("Bo Sample",))


def found(
    tmp_path: Path, *drawn: Draw, records: list[Record], sides: int = 0, in_order: bool = False
) -> list[str]:
    return of_file(tmp_path, drawn, Printed(records, sides, in_order=in_order))


def test_nothing_is_wrong_with_a_page_that_is_right(tmp_path: Path) -> None:
    assert found(tmp_path, *RIGHT, area(20, 100, 100, 1, black), records=[ADA, BO]) == []


def test_items_are_all_there_or_counted(tmp_path: Path) -> None:
    listed = Record("list", items=(("Ada Example",), ("Bo Sample",), ("Cy",)), more=more)
    assert found(tmp_path, *RIGHT[:1], name("and 2 more", 130), records=[listed]) == []
    lost = ["list: 'Bo Sample' is missing", "list: 'Cy' is missing"]
    assert found(tmp_path, *RIGHT[:1], name("and 3 more", 130), records=[listed]) == lost


def more(count: int) -> str:
    return f"and {count} more"


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        pytest.param(RIGHT[:1], ["bo: 'Bo Sample' is missing"], id="a text is missing"),
        pytest.param(
            (RIGHT[0], name("Bo Samp", 130)),
            ["bo: 'Bo Sample' is missing"],
            id="its end is missing",
        ),
        pytest.param(
            (RIGHT[0], name("Bo Sample", 146)),
            [
                "page 1: 'Ada' and 'Bo' collide by 0.38 em",
                "page 1: 'Ada' and 'Sample' collide by 0.20 em",
                "page 1: 'Example' and 'Sample' collide by 0.22 em",
            ],
            id="texts over each other",
        ),
        pytest.param(
            (*RIGHT, area(18, 125, 90, 18)),
            ["page 1: 'Bo' is not to be seen", "page 1: 'Sample' is not to be seen"],
            id="a text is painted over",
        ),
        pytest.param(
            (*RIGHT, area(10, 153.5, 60, 0.5, black)),
            ["page 1: a rule goes through 'Ada'", "page 1: a rule goes through 'Example'"],
            id="a rule goes through a text",
        ),
        pytest.param(
            (RIGHT[0], name("Bo Sample", 130, x=170)),
            ["page 1: 'Sample' stands 28.2 pt outside the page"],
            id="a text leaves the page",
        ),
    ],
)
def test_each_fault_is_found(tmp_path: Path, drawn: tuple[Draw, ...], said: list[str]) -> None:
    assert found(tmp_path, *drawn, records=[ADA, BO]) == said


def test_what_belongs_together_stands_on_one_page(tmp_path: Path) -> None:
    both = Record("the card", ("Ada Example", "Bo Sample"))
    pages = RIGHT[0], turn, RIGHT[1]
    assert found(tmp_path, *pages, records=[both]) == []
    assert found(tmp_path, *pages, records=[both], sides=1) == [
        "2 pages for 1 records",
        "page 1, the card: 'Bo Sample' is missing",
    ]


def test_a_text_stands_as_often_as_it_must(tmp_path: Path) -> None:
    twice = Record("ada", ("Ada Example",), times=2)
    assert found(tmp_path, *RIGHT, records=[twice]) == ["ada: 'Ada Example' is missing"]
    assert found(tmp_path, *RIGHT, name("Ada Example", 50), records=[twice]) == []


def test_a_code_that_can_not_be_read_is_found(tmp_path: Path) -> None:
    coded = Record("ada", ("Ada Example",), ("https://example.org/ada",))
    assert found(tmp_path, *RIGHT, records=[coded]) == ["ada: no code says https://example.org/ada"]


def test_a_text_stands_no_more_often_than_it_may(tmp_path: Path) -> None:
    long = "A sample of a title that is one alone"
    once = Record("the paper", (long,), most=1)
    pages = name(long, 150, size=8), turn, name(long, 150, size=8)
    assert found(tmp_path, pages[0], records=[once]) == []
    assert found(tmp_path, *pages, records=[once]) == [f"the paper: {long!r} stands there 2 times"]


def test_what_stands_together_is_on_one_of_the_pages(tmp_path: Path) -> None:
    both = Record("the day", ("Ada Example", "Bo Sample"), together=True)
    assert found(tmp_path, *RIGHT, records=[both]) == []
    assert found(tmp_path, RIGHT[0], turn, RIGHT[1], records=[both]) == [
        "the day: ('Ada Example', 'Bo Sample') do not stand on one page"
    ]


def test_a_label_stands_beside_its_title(tmp_path: Path) -> None:
    paper = Record("the paper", ("A7", "Ada Example"), beside=("A7", "Ada Example"))
    assert found(tmp_path, name("A7", 150), name("Ada Example", 150, x=60), records=[paper]) == []
    assert found(tmp_path, name("A7", 100), RIGHT[0], records=[paper]) == [
        "the paper: 'A7' does not stand beside 'Ada Example'"
    ]


def test_pages_stand_in_their_order(tmp_path: Path) -> None:
    pages = RIGHT[1], turn, RIGHT[0]
    assert found(tmp_path, *pages, records=[ADA, BO], sides=1) == []
    assert found(tmp_path, *pages, records=[ADA, BO], sides=1, in_order=True) == [
        "page 2, ada is in another order",
        "page 1, bo is in another order",
    ]


def test_a_band_has_the_colour_of_its_role(tmp_path: Path) -> None:
    badge = Record("ada", ("Ada Example",), band="#DC3311")
    red = area(0, 0, 200, 10, HexColor("#DC3311"))
    assert found(tmp_path, RIGHT[0], red, records=[badge], sides=1) == []
    assert found(tmp_path, RIGHT[0], records=[badge], sides=1) == [
        "page 1, ada: 'band #DC3311' is missing"
    ]
