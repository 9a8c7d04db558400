"""Days with parallel rooms: which sessions stand in columns, and which across them."""

import pytest

from mi_print.event.model import Session
from mi_print.products.schedule.room_columns import RoomDay, room_day
from tests.products.made_up import Row, event, session

HALLS = ["Red", "Blue", "Green"]
VENUE = {"name": "Hall", "rooms": [{"id": each.lower(), "name": each} for each in HALLS]}


def sessions(*rows: Row) -> list[Session]:
    return list(event(rows, venue=VENUE).program.sessions)


def day(*rows: Row, room: str = "") -> RoomDay | None:
    return room_day(sessions(*rows), HALLS, room)


def spans(*rows: Row) -> list[tuple[str, int, int, bool]]:
    found = day(*rows)
    assert found
    return [(each.session.id, each.first, each.last, each.heading) for each in found.spans]


RED = session("red", "09:00", "10:00", room="red")
BLUE = session("blue", "09:30", "10:30", room="blue")


def test_rooms_are_columns_in_the_order_of_the_venue() -> None:
    found = day(BLUE, RED)
    assert found
    assert found.rooms == ["Red", "Blue"]
    assert spans(BLUE, RED) == [("red", 0, 0, False), ("blue", 1, 1, False)]


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (RED,),
        (RED, session("next", "10:00", "11:00", room="blue")),
        (RED, session("same", "09:30", "10:30", room="red")),
        (BLUE, *(session(f"s{n}", f"{n}:00", f"{n}:30", room="red") for n in range(10, 20))),
    ],
    ids=["nothing", "one", "after each other", "one room", "few of many"],
)
def test_a_day_without_parallel_rooms_has_no_columns(rows: tuple[Row, ...]) -> None:
    assert day(*rows) is None


def test_what_is_for_everybody_stands_across_all() -> None:
    found = spans(
        session("key", "08:00", "09:00", "keynote", room="red"),
        *(RED, BLUE),
        session("lunch", "12:00", "13:00", "break"),
        session("alone", "13:00", "14:00", room="blue"),
    )
    assert found == [
        ("key", 0, 1, False),
        ("red", 0, 0, False),
        ("blue", 1, 1, False),
        ("lunch", 0, 1, False),
        ("alone", 1, 1, False),
    ]


def test_what_goes_on_meanwhile_in_no_room_is_a_heading() -> None:
    desk = session("desk", "08:00", "18:00", "registration")
    found = spans(desk, RED, BLUE, session("lunch", "12:00", "13:00", "break"))
    assert [each for each in found if each[3]] == [("desk", 0, 1, True)]


def test_a_session_with_parts_heads_them_beside_what_goes_on() -> None:
    found = spans(
        session("hack", "09:00", "12:00", room="green"),
        session("block", "10:00", "12:00", "block"),
        session("one", "10:00", "11:00", room="red", within="block"),
        session("two", "10:00", "12:00", room="blue", within="block"),
    )
    assert found == [
        ("hack", 2, 2, False),
        ("block", 0, 1, True),
        ("one", 0, 0, False),
        ("two", 1, 1, False),
    ]


def test_a_part_without_a_room_is_in_that_of_the_whole() -> None:
    found = spans(
        session("track", "09:00", "11:00", "block", room="red"),
        session("part", "09:00", "10:00", within="track"),
        BLUE,
    )
    assert found == [("track", 0, 0, True), ("part", 0, 0, False), ("blue", 1, 1, False)]


def test_what_begins_in_a_room_cuts_short_what_goes_on_there() -> None:
    found = day(RED, BLUE, session("sooner", "09:45", "10:30", room="red"))
    assert found
    assert {each.session.id: f"{each.ends:%H:%M}" for each in found.spans} == {
        "red": "09:45",
        "blue": "10:30",
        "sooner": "10:30",
    }


def test_without_an_end_a_session_ends_with_the_next_in_its_room() -> None:
    later = session("later", "11:00", "12:00", room="red")
    found = day({"id": "red", "start": "09:00", "title": "Red", "room": "red"}, BLUE, later)
    assert found
    assert f"{found.spans[0].ends:%H:%M}" == "11:00"


def test_neighbouring_rooms_alone_keep_what_is_across() -> None:
    found = day(
        *(RED, BLUE, session("green", "09:00", "10:00", room="green")),
        session("lunch", "12:00", "13:00", "break"),
    )
    assert found
    part = found.of(["Blue", "Green"])
    assert [(each.session.id, each.first, each.last) for each in part.spans] == [
        ("green", 1, 1),
        ("blue", 0, 0),
        ("lunch", 0, 1),
    ]
