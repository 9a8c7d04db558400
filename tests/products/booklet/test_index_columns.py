"""The lines of the index's entries, and their columns."""

from itertools import chain, repeat

import pytest

from mi_print.layout.text.pango import measure
from mi_print.products.booklet import index, index_columns
from mi_print.products.booklet.index import IndexEntry
from mi_print.products.booklet.index_columns import IndexItem, IndexLine
from tests.made import workshop_event
from tests.products.made_up import context

WIDTH = 150.0
LINE = IndexLine("x", "", 0, [], 0)


def lines_of(entry: IndexEntry, pages: dict[str, int] | None = None) -> list[IndexLine]:
    """Return an entry's lines; anchors are on page 7 unless said otherwise."""
    (_, item) = index_columns.columns(
        [entry], lambda a: str((pages or {}).get(a, 7)), context(), WIDTH
    )
    return item.lines


def test_a_name_with_a_family_name_fills_its_column() -> None:
    entry = IndexEntry("Zoë Abel", ["14"], ["a"], "Abel", "Abel")
    (line,) = lines_of(entry)
    steps = {False: context().face("note"), True: context().face("note-strong")}
    name = sum(measure(text, steps[off]).width for text, off in line.texts)
    assert name + line.boards_pad == pytest.approx(index_columns.BOARDS_AT[0] * WIDTH)


@pytest.mark.parametrize("names", [1, 30, 95, 100, 101, 240])
def test_pages_of_the_index_are_as_few_as_can_be_and_evenly_filled(names: int) -> None:
    entries = [IndexEntry(f"{chr(65 + at // 10)}a {at}", [], ["a"]) for at in range(names)]
    items = index_columns.columns(entries, lambda _: "7", context(), WIDTH)
    pages = index_columns.paged(items, 2, 48, 8)
    assert list(chain(*(column for page in pages for column in page))) == items
    full = index_columns.filled(items, chain([40, 40], repeat(48)))
    assert len(pages) == (len(full) + 1) // 2
    heights = [sum(item.height for item in column) for page in pages[1:] for column in page]
    assert max(heights, default=0) - min(heights[:-1], default=0) <= 4


def test_a_page_of_the_index_says_its_letters() -> None:
    entries = [IndexEntry(name, [], ["a"]) for name in ("Ada", "Bo", "Cy")]
    items = index_columns.columns(entries, lambda _: "7", context(), WIDTH)
    assert index_columns.letters([items[:2], items[2:]]) == "A–C"
    assert index_columns.letters([items[1:2]]) == "A"


def test_letters_head_their_names() -> None:
    names = ["Ada", "Ágnes", "Bob"]
    items = index_columns.columns(
        [IndexEntry(name, [], ["x"]) for name in names], lambda _: "7", context(), WIDTH
    )
    assert [item.letter or item.lines[0].name for item in items] == [
        *("A", "Ada", "Ágnes"),
        *("B", "Bob"),
    ]


def test_pages_are_told_once_in_their_order() -> None:
    (line,) = lines_of(IndexEntry("Ada", [], ["b", "a", "c"]), {"a": 9, "b": 10, "c": 9})
    assert line.pages == [("9", "a"), ("10", "b")]


def test_a_line_fills_its_column() -> None:
    (line,) = lines_of(IndexEntry("Ada Lovelace", ["1/14"], ["a"]))
    face = context().face("index")
    name = measure("Ada Lovelace", context().face("note")).width
    assert name + line.boards_pad == pytest.approx(index_columns.BOARDS_AT[0] * WIDTH)
    used = (
        index_columns.BOARDS_AT[0] * WIDTH
        + measure("1/14", face).width
        + line.pages_pad
        + measure("7", face).width
    )
    assert used == pytest.approx(WIDTH)


def test_a_long_name_takes_lines_and_keeps_clear_of_its_boards() -> None:
    name = "Maria Fernanda de los Ángeles Villanueva Etcheverry Goñi"
    lines = lines_of(IndexEntry(name, ["1/14", "2/3"], ["a"]))
    assert len(lines) > 1
    assert " ".join(line.name.strip("\u2003") for line in lines) == name
    most = max(index_columns.BOARDS_AT) * WIDTH
    assert all(measure(line.name, context().face("note")).width <= most for line in lines)
    assert lines[0].boards == "1/14, 2/3"


def test_pages_stand_beside_the_last_line_of_a_name_that_leaves_them_no_other() -> None:
    name = "Geschwindigkeitsmessgeräteabendessen / Bo"
    lines = lines_of(IndexEntry(name, [], ["a"]))
    assert [(line.name.strip(), len(line.pages)) for line in lines] == [
        ("Geschwindigkeitsmessgeräteabendessen", 0),
        ("/ Bo", 1),
    ]


def test_boards_begin_where_all_entries_take_the_fewest_lines() -> None:
    entries = [IndexEntry(f"Ottilie Sampletonberg {at}", [f"{at}"], ["a"]) for at in range(9)]
    items = index_columns.columns(entries, lambda _: "7", context(), WIDTH)
    assert [len(item.lines) for item in items[1:]] == [1] * 9


def test_a_name_without_boards_has_all_that_its_pages_leave() -> None:
    (line,) = lines_of(IndexEntry("Annegret Elisabeth Sample-Sampleton", [], ["a"]))
    assert line.pages_pad >= 8
    (first, second) = lines_of(IndexEntry("Annegret Elisabeth Sample-Sampleton", ["1"], ["a"]))
    assert (first.boards, second.boards, second.name.strip()) == ("1", "", "Sample-Sampleton")
    (line,) = lines_of(IndexEntry("Ada", ["1/31", "1/84"], ["a", "b"]), {"a": 18, "b": 30})
    assert line.pages_pad >= 8


def test_a_word_too_wide_for_its_part_of_the_line_has_its_numbers_below() -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff"
    lines = lines_of(IndexEntry(name, ["1/14", "2/3"], ["a", "b"]), {"a": 12, "b": 13})
    assert [(line.name, line.boards, len(line.pages)) for line in lines] == [
        (name, "", 0),
        ("", "1/14", 1),
        ("", "2/3", 1),
    ]
    assert all(line.pages_pad >= 4 for line in lines)
    (alone, below) = lines_of(IndexEntry(2 * name, [], ["a"]))
    assert alone.name == 2 * name
    assert below.pages_pad > 100


def test_many_boards_and_pages_stand_below_each_other_two_by_two() -> None:
    anchors = [f"p{n}" for n in range(5)]
    lines = lines_of(
        IndexEntry("Ada", [f"1/{n}" for n in range(1, 6)], anchors),
        {anchor: 10 + n for n, anchor in enumerate(anchors)},
    )
    assert [line.boards for line in lines] == ["1/1, 1/2", "1/3, 1/4", "1/5"]
    assert [[page for page, _ in line.pages] for line in lines] == [
        ["10", "11"],
        ["12", "13"],
        ["14"],
    ]
    assert all(line.pages_pad > 0 for line in lines)


def test_numbers_too_long_for_two_stand_one_by_one() -> None:
    """Boards and pages of a large workshop ran into each other."""
    boards, anchors = ["1/1001", "2/1002", "2/1003"], ["a", "b", "c"]
    pages = {"a": 1201, "b": 1202, "c": 1203}
    lines = lines_of(IndexEntry("Ada", boards, anchors), pages)
    assert [line.boards for line in lines] == boards
    assert all(line.pages_pad >= 4 for line in lines)


def test_no_entry_of_the_workshop_is_too_wide() -> None:
    items = index_columns.columns(
        index.entries(workshop_event()), lambda _: "100", context(), WIDTH
    )
    lines = [line for item in items for line in item.lines]
    assert len(lines) > 600
    assert min(line.pages_pad for line in lines) >= 4
    assert min(line.boards_pad for line in lines if line.boards) >= 4


@pytest.mark.parametrize("capacity", [3, 4, 7, 40])
def test_columns_are_filled_in_order_and_no_letter_is_last(capacity: int) -> None:
    items = [
        *(
            IndexItem("A", []),
            IndexItem("", [LINE]),
            IndexItem("", [LINE, LINE]),
            IndexItem("", [LINE]),
        ),
        *(IndexItem("B", []), IndexItem("", [LINE])),
        *(IndexItem("C", []), IndexItem("", [LINE, LINE]), IndexItem("", [LINE])),
    ]
    columns = index_columns.filled(items, repeat(capacity))
    assert list(chain(*columns)) == items
    for column in columns:
        assert not column[-1].letter
        used = sum(item.height for item in column) - bool(column[0].letter)
        assert used <= capacity


def test_a_column_is_only_left_when_the_next_does_not_fit() -> None:
    items = [IndexItem("", [LINE]) for _ in range(7)]
    assert [len(column) for column in index_columns.filled(items, iter([2, 3, 9]))] == [2, 3, 2]


def test_an_entry_taller_than_a_column_still_gets_one() -> None:
    tall = IndexItem("", [LINE] * 9)
    assert index_columns.filled([tall, tall], repeat(4)) == [[tall], [tall]]
