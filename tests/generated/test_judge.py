"""The judge sees what is wrong with a page, and nothing where all is right."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from reportlab.lib.colors import HexColor, black, white
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from mi_print.resources import FONTS
from tests.generated.judge import faults
from tests.generated.record import Indexed, Printed, Record

Draw = Callable[[Canvas], None]

HEBREW = FONTS / "noto-sans-hebrew" / "NotoSansHebrew-Regular.ttf"

THAI = FONTS / "noto-sans-thai" / "NotoSansThai-Regular.ttf"

ADA = Record("ada", ("Ada Example",))
BO = Record("bo", ("Bo Sample",))


def name(text: str, y: float, x: float = 20, size: float = 12) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        canvas.drawString(x, y, text)

    return draw


def area(x: float, y: float, width: float, height: float, colour: object = white) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(colour)
        canvas.rect(x, y, width, height, stroke=0, fill=1)
        canvas.setFillColor(black)

    return draw


def turn(canvas: Canvas) -> None:
    canvas.showPage()


def found(
    tmp_path: Path, *drawn: Draw, records: list[Record], sides: int = 0, in_order: bool = False
) -> list[str]:
    return of_file(tmp_path, drawn, Printed(records, sides, in_order=in_order))


def of_file(tmp_path: Path, drawn: Sequence[Draw], wanted: Printed) -> list[str]:
    path = tmp_path / "page.pdf"
    canvas = Canvas(str(path), (200, 200))
    for draw in drawn:
        draw(canvas)
    canvas.save()
    return faults(path, wanted)


RIGHT = name("Ada Example", 150), name("Bo Sample", 130)


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


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        pytest.param("2/14 1", [], id="right"),
        pytest.param("2/13 1", ["index: 'Ada Example' has not the board 2/14, but '2/131'"]),
        pytest.param("2/14 2", ["index: 'Ada Example' is not on page 2"]),
        pytest.param("2/14 3", ["index: 'Ada Example' is not on page 3"]),
    ],
)
def test_the_index_says_board_and_pages(tmp_path: Path, entry: str, said: list[str]) -> None:
    pages = [RIGHT[0], name("A title", 100), turn, RIGHT[1], turn, turn, name("Index", 180)]
    pages.append(name(f"Ada Example {entry}", 150))
    ada = Indexed("Ada Example", ("2/14",), ("A title",))
    away = (
        ["index: 'Ada Example' does not lead to 'A title', on [1]"]
        if "page" in "".join(said)
        else []
    )
    wanted = Printed([], index=[ada], index_title="Index")
    assert of_file(tmp_path, pages, wanted) == said + away


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        pytest.param(["2/14", "1, 2", "3"], [], id="right"),
        pytest.param(["2/13", "1, 2", "3"], ["has not the board 2/14, but '2/13'"]),
        pytest.param(["2/14", "1, 2", "4"], ["is not on page 4"]),
        pytest.param(["2/14", "2", "3"], ["does not lead to 'A title', on [1]"]),
        pytest.param(["2/14", "1, 12", "3"], ["is not on page 12"]),
    ],
)
def test_a_name_from_the_right_is_read_by_where_it_stands(
    tmp_path: Path, numbers: list[str], said: list[str]
) -> None:
    board, pages, more = numbers
    there = hebrew("אדה דוגמה", 150)
    drawn = [there, name("A title", 100), turn, there, turn, there, turn, turn]
    drawn += [name("Index", 180), name("A", 170), name(board, 150, x=100, size=7)]
    drawn.append(name(pages, 150, x=183.9 - stringWidth(pages, "Helvetica", 7), size=7))
    drawn += [there, name(more, 139, x=180, size=7)]
    drawn += [hebrew("שם אחר", 128), name("1", 128, x=180, size=7)]
    entry = Indexed("אדה דוגמה", ("2/14",), ("A title",))
    wanted = Printed([], index=[entry], index_title="Index")
    assert of_file(tmp_path, drawn, wanted) == [f"index: {entry.name!r} {each}" for each in said]


def hebrew(text: str, y: float) -> Draw:
    """Draw a text, its first letter at the right."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Hebrew", 10)
        canvas.drawString(20, y, text[::-1])

    pdfmetrics.registerFont(TTFont("Hebrew", HEBREW))
    return draw


def test_a_number_at_the_foot_of_the_index_is_not_of_its_last_line(tmp_path: Path) -> None:
    pages = [RIGHT[0], turn, name("Index", 180), name("Ada Example 1", 150), name("2 Index", 10)]
    wanted = Printed([], index=[Indexed("Ada Example", (), ())], index_title="Index")
    assert of_file(tmp_path, pages, wanted) == []
    pages[3] = name("Ada Example 7", 150)
    assert of_file(tmp_path, pages, wanted) == ["index: 'Ada Example' is not on page 7"]


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        pytest.param((("2/14, 2/15", "1, 2"), ("3/1", "3")), [], id="right"),
        pytest.param((("2/14, 2/15", "1, 2"), ("3/2", "3")), ["'2/14,2/153/2'"]),
        pytest.param((("2/14, 2/15", "1, 2"),), ["'2/14,2/15'"]),
        pytest.param((("2/14, 2/15", "1, 2"), ("3/1", "4")), ["on page 4"]),
    ],
)
def test_an_entry_has_all_its_boards(
    tmp_path: Path, drawn: Sequence[tuple[str, str]], said: list[str]
) -> None:
    pages = [RIGHT[0], name("A title", 100), turn, RIGHT[0], turn, RIGHT[0], turn, turn]
    pages += [name("Index", 180), name("A", 170)]
    pages += [name("Ada Example", 150, size=7), name("Bo Sample", 120, size=7)]
    for at, (boards, leads) in enumerate(drawn):
        left = 183.9 - stringWidth(leads, "Helvetica", 7)
        pages += [name(boards, 150 - 11 * at, x=100, size=7)]
        pages += [name(leads, 150 - 11 * at, x=left, size=7)]
    pages.append(name("1", 120, x=180, size=7))
    ada = Indexed("Ada Example", ("2/14", "2/15", "3/1"), ("A title",))
    wrong = of_file(tmp_path, pages, Printed([], index=[ada], index_title="Index"))
    assert len(wrong) == len(said)
    assert all(each in text for each, text in zip(said, wrong, strict=True))


@pytest.mark.parametrize(("board", "said"), [("2/14", []), ("2/13", ["has not the board 2/14"])])
def test_a_name_of_joined_letters_is_read_by_where_it_stands(
    tmp_path: Path, board: str, said: list[str]
) -> None:
    there = thai("ขีแป้าวิค่า", 150)
    drawn = [there, name("A title", 100), turn, name("Index", 180), name("A", 170), there]
    drawn += [name(board, 150, x=100, size=7), name("1", 150, x=180, size=7)]
    entry = Indexed("ขีแป้าวิค่า", ("2/14",), ("A title",))
    wrong = of_file(tmp_path, drawn, Printed([], index=[entry], index_title="Index"))
    assert len(wrong) == len(said)
    assert all(each in text for each, text in zip(said, wrong, strict=True))


def thai(text: str, y: float) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Thai", 10)
        canvas.drawString(20, y, text)

    pdfmetrics.registerFont(TTFont("Thai", THAI))
    return draw
