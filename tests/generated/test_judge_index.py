"""The judge sees what is wrong with an index, and nothing where all is right."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.generated.record import Indexed, Printed
from tests.generated.sample_pages import RIGHT, Draw, hebrew, name, of_file, thai, turn


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        pytest.param("2/14 1", [], id="right"),
        pytest.param("2/13 1", ["index: 'Ada Example' has not the board 2/14, but '2/13'"]),
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


def test_marks_that_stand_alone_are_no_line_of_their_own(tmp_path: Path) -> None:
    other = [thai("จ พิโด", 128), name("D-02", 128, x=100, size=7), name("1", 128, x=180, size=7)]
    entry = Indexed("งำ แป้าโข", ("D-01",), ())
    for board, said in (("D-01", []), ("D-02", ["has not the board D01, but 'D02'"])):
        drawn = [thai("งำ แปาโข", 150), name("A title", 100), turn, name("Index", 180)]
        drawn += [name(board, 150, x=100, size=7), name("1", 150, x=180, size=7)]
        drawn += [thai("งำ แปาโข", 150), thai("้", 152.5, x=44), name("A", 165), *other]
        wrong = of_file(tmp_path, drawn, Printed([], index=[entry], index_title="Index"))
        assert wrong == [f"index: {entry.name!r} {each}" for each in said]


@pytest.mark.parametrize(
    ("draw", "entry"),
    [(name, "Ada Example"), (name, "A B"), (hebrew, "אדה דוגמה"), (thai, "งำ แป้าโข")],
)
def test_a_lost_entry_is_found(
    tmp_path: Path, draw: Callable[[str, float], Draw], entry: str
) -> None:
    there = draw(entry, 150)
    others = [name("Bo Sample", 120, size=7), name("1", 120, x=180, size=7)]
    for drawn, said in (([there, name("1", 150, x=180)], []), ([], ["is not there"])):
        pages = [there, turn, name("Index", 180), name("B", 131), *drawn, *others]
        wanted = Printed([], index=[Indexed(entry, (), ())], index_title="Index")
        assert of_file(tmp_path, pages, wanted) == [f"index: {entry!r} {each}" for each in said]


def test_entries_over_each_other_are_found(tmp_path: Path) -> None:
    pages = [name("Index", 180), thai("งำ แป้าโข", 150), name("1", 150, x=180, size=7)]
    pages += [thai("จ พิโดตทนบ", 147), name("1", 139, x=180, size=7)]
    found = of_file(tmp_path, pages, Printed([]))
    assert any("collide" in each for each in found)


@pytest.mark.parametrize(("leads", "said"), [("1", []), ("2", ["'Ada Example' is not on page 2"])])
def test_a_name_of_two_lines_is_one_entry(tmp_path: Path, leads: str, said: list[str]) -> None:
    pages = [RIGHT[0], turn, name("Index", 180), name("A", 165), name("Ada", 150, size=7)]
    pages += [name(leads, 150, x=180, size=7), name("Example", 139, x=27, size=7)]
    pages += [name("Bo Sample", 128, size=7), name("9", 128, x=180, size=7)]
    wanted = Printed([], index=[Indexed("Ada Example", (), ())], index_title="Index")
    assert of_file(tmp_path, pages, wanted) == [f"index: {each}" for each in said]
