"""The index of people: its entries, their lines, their columns."""

import dataclasses
from collections.abc import Sequence
from itertools import chain, repeat

import pytest

from mi_print.event.model import PrintOrders
from mi_print.language.print_locale import PrintLocale
from mi_print.layout.text.pango import measure
from mi_print.products.booklet import index
from mi_print.products.booklet.index import IndexEntry, IndexItem, IndexLine
from tests.made import workshop_event
from tests.products.made_up import Row, context, event, paper, session

DAY = [
    session("key", "09:00", "10:00", "keynote", speakers=["ada"]),
    session("talk", "10:00", "10:30", speakers=["bob"]),
    session(
        "short",
        *("10:30", "11:00", "lightning"),
        talks=[{"title": "One", "speakers": ["bob"]}, {"title": "Two", "speakers": ["cid"]}],
    ),
    session("posters", "11:00", "12:00", "posters"),
]
PEOPLE: list[Row] = [
    {"id": "ada", "name": "Ada"},
    {"id": "bob", "name": "Bob", "roles": ["organizer"]},
    {"id": "cid", "name": "Cid"},
]
WIDTH = 150.0
LINE = IndexLine("x", "", 0, [], 0)


def lines_of(entry: IndexEntry, pages: dict[str, int] | None = None) -> list[IndexLine]:
    """Return an entry's lines; anchors are on page 7 unless said otherwise."""
    (_, item) = index.columns([entry], lambda a: str((pages or {}).get(a, 7)), context(), WIDTH)
    return item.lines


def test_an_entry_gathers_all_that_a_person_does() -> None:
    made = event(
        DAY,
        [
            paper("a", 1, authors=["Ada", "Zoë"]),
            paper("b", 2, authors=["Zoë"]),
            paper("c", authors=["Ada"]),
        ],
        PEOPLE,
    )
    assert index.entries(made) == [
        IndexEntry("Ada", ["1"], ["keynote-key", "paper-a", "paper-c"]),
        IndexEntry("Bob", [], ["session-talk", "talk-short-1", "person-bob"]),
        IndexEntry("Cid", [], ["talk-short-2"]),
        IndexEntry("Zoë", ["1", "2"], ["paper-a", "paper-b"]),
    ]


def test_people_of_one_name_have_an_entry_each() -> None:
    people = [*PEOPLE, {"id": "ada-2", "name": "Ada", "roles": ["organizer"]}]
    made = event(DAY, [paper("a", 1, authors=["Ada"])], people)
    found = [each for each in index.entries(made) if each.name == "Ada"]
    assert found == [
        IndexEntry("Ada", [], ["keynote-key"]),
        IndexEntry("Ada", [], ["person-ada-2"]),
        IndexEntry("Ada", ["1"], ["paper-a"]),
    ]


def test_the_index_goes_by_the_workshops_language() -> None:
    names = ["Örjan", "Åsa", "Zoe", "Dr. Ärla", "Olle"]
    made = event(DAY, [paper("a", 1, authors=names)], PEOPLE, lang="sv")
    found = [each for each in index.entries(made) if each.boards]
    assert [each.name for each in found] == ["Olle", "Zoe", "Åsa", "Dr. Ärla", "Örjan"]
    swedish = dataclasses.replace(context(), locale=PrintLocale("sv"))
    items = index.columns(found, lambda _: "7", swedish, WIDTH)
    assert [item.letter for item in items if item.letter] == ["O", "Z", "Å", "Ä", "Ö"]


def test_a_name_is_sorted_by_what_the_data_says() -> None:
    people = [
        {"id": "cy", "name": "Cy Adams", "sort": "Zed", "roles": ["organizer"]},
        {"id": "di", "name": "Di Young", "roles": ["organizer"]},
    ]
    authors = [{"name": "Yo Last", "sort": "Able, Yo"}, "Bo Middle", {"person": "cy"}]
    made = event(DAY[-1:], [paper("a", 1, authors=authors)], people)
    found = index.entries(made)
    assert [each.name for each in found] == ["Yo Last", "Bo Middle", "Di Young", "Cy Adams"]
    items = index.columns(found, lambda _: "1", context(), 140.0)
    assert [item.letter for item in items if item.letter] == ["A", "B", "D", "Z"]


GUESTS: list[Row] = [
    {"name": "Zoë Abel", "given": "Zoë", "family": "Abel"},
    {"name": "Li Lisa", "given": "Lisa", "family": "Li"},
    {"name": "Anna Maria Quell", "given": "Anna Maria", "family": "Maria Quell"},
]


def index_of(authors: Sequence[Row | str], **program: str) -> list[IndexEntry]:
    made = event(DAY[-1:], [paper("a", 1, authors=list(authors))])
    orders = PrintOrders.model_validate({"program": program})
    return index.entries(made.model_copy(update={"orders": orders}))


def test_where_family_names_are_known_the_index_goes_by_them() -> None:
    found = index_of([*GUESTS, "Bo Berg", "Dr. Cy Xu"])
    assert [(each.name, each.family) for each in found] == [
        *(("Zoë Abel", "Abel"), ("Bo Berg", ""), ("Li Lisa", "Li")),
        *(("Anna Maria Quell", "Maria Quell"), ("Dr. Cy Xu", "")),
    ]
    items = index.columns(found, lambda _: "7", context(), WIDTH)
    assert [item.letter for item in items if item.letter] == ["A", "B", "L", "M", "X"]
    (li,) = (item.lines[0] for item in items if item.lines and item.lines[0].name == "Li Lisa")
    assert li.texts == [("Li", True), (" Lisa", False)]


@pytest.mark.parametrize(
    ("authors", "program", "names"),
    [
        (["Ada Zed", "Bo Able"], {}, ["Ada Zed", "Bo Able"]),
        (["Ada Zed", "Bo Able"], {"sort": "name"}, ["Ada Zed", "Bo Able"]),
        (["Ada Zed", "Bo Able"], {"sort": "family"}, ["Bo Able", "Ada Zed"]),
        (["Ed Moe", "Chair 2"], {"sort": "family"}, ["Chair 2", "Ed Moe"]),
        (GUESTS, {"sort": "name"}, ["Anna Maria Quell", "Li Lisa", "Zoë Abel"]),
    ],
)
def test_the_index_goes_as_it_is_ordered_and_sets_off_nothing_that_is_guessed(
    authors: Sequence[Row | str], program: dict[str, str], names: list[str]
) -> None:
    found = index_of(authors, **program)
    assert [(each.name, each.family) for each in found] == [(name, "") for name in names]


def test_a_name_with_a_family_name_fills_its_column() -> None:
    entry = IndexEntry("Zoë Abel", ["14"], ["a"], "Abel", "Abel")
    (line,) = lines_of(entry)
    steps = {False: context().face("note"), True: context().face("note-strong")}
    name = sum(measure(text, steps[off]).width for text, off in line.texts)
    assert name + line.boards_pad == pytest.approx(index.BOARDS_AT * WIDTH)


@pytest.mark.parametrize(
    ("papers", "word"),
    [
        ([paper("a")], "index-order-pages"),
        ([paper("a", 1)], "index-order"),
        ([paper("a", 1), paper("b", 1, session="later")], "index-order-sessions"),
        ([paper("a", 1, authors=GUESTS)], "index-family"),
    ],
)
def test_the_index_says_how_it_goes(papers: Sequence[Row], word: str) -> None:
    two = [*DAY[-1:], session("later", "13:00", "14:00", "posters")]
    assert index.order_word(event(two, papers)) == word


def test_chairs_and_whoever_is_listed_are_in_the_index() -> None:
    made = event(
        [session("talk", "10:00", "10:30", chair={"name": "Cy"})],
        [paper("a")],
        [{"id": "di", "name": "Di", "roles": ["volunteer"]}],
        groups=[{"heading": "Thanks", "people": [{"name": "Ed"}]}],
    )
    found = {each.name: each.anchors for each in index.entries(made)}
    assert found == {
        "Ada": ["paper-a"],
        "Cy": ["session-talk"],
        "Di": ["role-volunteer"],
        "Ed": ["group-1"],
    }


def test_an_author_is_led_to_a_talk_only_where_its_authors_are_named() -> None:
    talk = {"paper": "a"}
    sessions = [
        session("spoken", "09:00", "10:00", "talks", talks=[talk]),
        session("short", "10:00", "11:00", "lightning", talks=[talk]),
        session("by", "11:00", "12:00", "talks", talks=[talk | {"speakers": [{"name": "Ada"}]}]),
    ]
    found = index.entries(event([*sessions, DAY[-1]], [paper("a", 1, authors=["Ada", "Zoë"])]))
    assert {each.name: each.anchors for each in found} == {
        "Ada": ["talk-short-1", "talk-by-1", "paper-a"],
        "Zoë": ["talk-short-1", "paper-a"],
    }
    alone = index.entries(event(sessions[:1], [paper("a", session=None)]))
    assert [each.anchors for each in alone] == [["talk-spoken-1"]]


@pytest.mark.parametrize(
    ("there", "anchors"),
    [
        (["group-1", "group-2", "organizers"], ["group-1", "group-2"]),
        (["organizers"], ["organizers"]),
        ([], None),
    ],
)
def test_lists_of_people_are_found_in_layouts_that_have_no_anchor_for_each(
    there: list[str], anchors: list[str] | None
) -> None:
    found = index.on_pages([IndexEntry("Ed", [], ["group-1", "group-2"])], there.__contains__)
    assert [each.anchors for each in found] == ([] if anchors is None else [anchors])


@pytest.mark.parametrize("names", [1, 30, 95, 100, 101, 240])
def test_pages_of_the_index_are_as_few_as_can_be_and_evenly_filled(names: int) -> None:
    entries = [IndexEntry(f"{chr(65 + at // 10)}a {at}", [], ["a"]) for at in range(names)]
    items = index.columns(entries, lambda _: "7", context(), WIDTH)
    pages = index.paged(items, 2, 48, 8)
    assert list(chain(*(column for page in pages for column in page))) == items
    full = index.filled(items, chain([40, 40], repeat(48)))
    assert len(pages) == (len(full) + 1) // 2
    heights = [sum(item.height for item in column) for page in pages[1:] for column in page]
    assert max(heights, default=0) - min(heights[:-1], default=0) <= 4


def test_a_page_of_the_index_says_its_letters() -> None:
    entries = [IndexEntry(name, [], ["a"]) for name in ("Ada", "Bo", "Cy")]
    items = index.columns(entries, lambda _: "7", context(), WIDTH)
    assert index.letters([items[:2], items[2:]]) == "A–C"
    assert index.letters([items[1:2]]) == "A"


def test_boards_name_their_session_where_there_are_several() -> None:
    two = [*DAY, session("later", "13:00", "14:00", "posters")]
    made = event(two, [paper("a", 1), paper("b", 9, session="later")], PEOPLE)
    (ada,) = (entry for entry in index.entries(made) if entry.name == "Ada" and entry.boards)
    assert ada.boards == ["1/1", "2/9"]


def test_letters_head_their_names() -> None:
    names = ["Ada", "Ágnes", "Bob"]
    items = index.columns(
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
    assert name + line.boards_pad == pytest.approx(index.BOARDS_AT * WIDTH)
    used = (
        index.BOARDS_AT * WIDTH
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
    for line in lines:
        assert measure(line.name, context().face("note")).width <= index.BOARDS_AT * WIDTH
    assert lines[0].boards == "1/14, 2/3"


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
    items = index.columns(index.entries(workshop_event()), lambda _: "100", context(), WIDTH)
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
    columns = index.filled(items, repeat(capacity))
    assert list(chain(*columns)) == items
    for column in columns:
        assert not column[-1].letter
        used = sum(item.height for item in column) - bool(column[0].letter)
        assert used <= capacity


def test_a_column_is_only_left_when_the_next_does_not_fit() -> None:
    items = [IndexItem("", [LINE]) for _ in range(7)]
    assert [len(column) for column in index.filled(items, iter([2, 3, 9]))] == [2, 3, 2]


def test_an_entry_taller_than_a_column_still_gets_one() -> None:
    tall = IndexItem("", [LINE] * 9)
    assert index.filled([tall, tall], repeat(4)) == [[tall], [tall]]
