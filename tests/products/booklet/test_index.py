"""The index of people: its entries."""

import dataclasses
from collections.abc import Sequence

import pytest

from mi_print.event.model import PrintOrders
from mi_print.language.print_locale import PrintLocale
from mi_print.products.booklet import index, index_columns
from mi_print.products.booklet.index import IndexEntry
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
    items = index_columns.columns(found, lambda _: "7", swedish, WIDTH)
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
    items = index_columns.columns(found, lambda _: "1", context(), 140.0)
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
    items = index_columns.columns(found, lambda _: "7", context(), WIDTH)
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


def test_boards_name_their_session_where_there_are_several() -> None:
    two = [*DAY, session("later", "13:00", "14:00", "posters")]
    made = event(two, [paper("a", 1), paper("b", 9, session="later")], PEOPLE)
    (ada,) = (entry for entry in index.entries(made) if entry.name == "Ada" and entry.boards)
    assert ada.boards == ["1/1", "2/9"]
