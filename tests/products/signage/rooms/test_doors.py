"""Door signs: a room and a day each."""

import pytest

from mi_print.event.model import Event
from mi_print.products.signage.rooms.doors import doors
from mi_print.products.signage.sign_record import sign_records
from tests.products.made_up import event, session

ROOMS = {"name": "Hall", "rooms": [{"id": "b", "name": "Room B"}, {"id": "a", "name": "Room A"}]}
DAYS = ["2025-12-06", "2025-12-07"]


def told(made: Event) -> list[tuple[str, str, list[str]]]:
    return [(str(each.date), each.room, [s.id for s in each.sessions]) for each in doors(made)]


def test_each_room_of_each_day_has_a_sign_and_each_other_place_too() -> None:
    first, second = {"day": "2025-12-06"}, {"day": "2025-12-07"}
    made = event(
        [
            session("late", "11:00", "12:00", room="a", **first),
            session("early", "09:00", "10:00", room="b", **first),
            session("block", "13:00", "15:00", "block", room="a", **first),
            session("part", "13:00", "14:00", within="block", **first),
            session("coffee", "08:00", "09:00", "break", place="Foyer", **first),
            session("dinner", "19:00", "23:00", "social", place="Inn", **first),
            session("lunch", "12:00", "13:00", "break", **first),
            session("walk", "15:00", "16:00", "social", **first),
            session("next", "09:00", "10:00", room="a", **second),
        ],
        venue=ROOMS,
        date=None,
        dates=DAYS,
    )
    assert told(made) == [
        ("2025-12-06", "Room B", ["early"]),
        ("2025-12-06", "Room A", ["late", "lunch", "block", "part"]),
        ("2025-12-06", "Foyer", ["coffee"]),
        ("2025-12-06", "Inn", ["dinner"]),
        ("2025-12-07", "Room A", ["next"]),
    ]
    record = sign_records("door-sign", made)[4]
    assert (record["date"], record["time_1"]) == ("Sunday, 7\u00a0December\u00a02025", "9:00–10:00")


def test_the_only_room_of_the_venue_comes_before_other_places() -> None:
    coffee = session("coffee", "08:00", "09:00", "break", place="Foyer")
    made = event([coffee, session("talk", "09:00", "10:00")], venue={"name": "Hall", "room": "A"})
    assert [room for _, room, _ in told(made)] == ["A", "Foyer"]


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("10:00", "10:30", True),
        ("09:45", "10:15", False),  # something is in the room
        ("08:00", "09:00", False),  # before its day
        ("12:00", "13:00", False),  # after it
    ],
)
def test_a_break_that_is_nowhere_stands_where_it_interrupts_the_day(
    start: str, end: str, *, shown: bool
) -> None:
    made = event(
        [
            session("one", "09:00", "10:00", room="a"),
            session("pause", start, end, "break"),
            session("two", "10:30", "12:00", room="a"),
        ],
        venue=ROOMS,
    )
    assert ("pause" in told(made)[0][2]) is shown


def test_a_room_that_is_written_in_two_ways_has_one_door() -> None:
    made = event(
        [
            session("a", "09:00", "10:00", room="Hall one"),
            session("b", "10:00", "11:00", room="hall One"),
        ],
        venue={"name": "Library"},
    )
    assert told(made) == [("2025-12-07", "Hall one", ["a", "b"])]


def test_a_venue_without_rooms_has_one_door() -> None:
    made = event([session("a", "09:00", "10:00")], venue={"name": "Library"})
    assert told(made) == [("2025-12-07", "Library", ["a"])]


def test_a_seat_says_the_day_where_there_are_several() -> None:
    spoken = session("a", "09:00", "10:00", day="2025-12-07", room="a", speakers=["ada"])
    made = event(
        [spoken], people=[{"id": "ada", "name": "Ada"}], venue=ROOMS, date=None, dates=DAYS
    )
    assert sign_records("reserved-seats", made)[0]["time_1"] == "7\u00a0Dec, 9:00–10:00"
