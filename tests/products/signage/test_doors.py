"""Door signs: a room and a day each."""

from mi_print.event.model import Event
from mi_print.products.signage.doors import doors
from mi_print.products.signage.sign_record import sign_records
from tests.products.made_up import event, session

ROOMS = {"name": "Hall", "rooms": [{"id": "b", "name": "Room B"}, {"id": "a", "name": "Room A"}]}
DAYS = ["2025-12-06", "2025-12-07"]


def told(made: Event) -> list[tuple[str, str, list[str]]]:
    return [(str(each.date), each.room, [s.id for s in each.sessions]) for each in doors(made)]


def test_each_room_of_each_day_has_a_sign_and_what_is_elsewhere_none() -> None:
    first, second = {"day": "2025-12-06"}, {"day": "2025-12-07"}
    made = event(
        [
            session("late", "11:00", "12:00", room="a", **first),
            session("early", "09:00", "10:00", room="b", **first),
            session("block", "13:00", "15:00", "block", room="a", **first),
            session("part", "13:00", "14:00", within="block", **first),
            session("dinner", "19:00", "23:00", "social", place="Inn", **first),
            session("lunch", "12:00", "13:00", "break", **first),
            session("next", "09:00", "10:00", room="a", **second),
        ],
        venue=ROOMS,
        date=None,
        dates=DAYS,
    )
    assert told(made) == [
        ("2025-12-06", "Room B", ["early"]),
        ("2025-12-06", "Room A", ["late", "block", "part"]),
        ("2025-12-07", "Room A", ["next"]),
    ]
    record = sign_records("door-sign", made)[2]
    assert (record["date"], record["time_1"]) == ("Sunday, 7\u00a0December\u00a02025", "9:00–10:00")


def test_a_venue_without_rooms_has_one_door() -> None:
    made = event([session("a", "09:00", "10:00")], venue={"name": "Library"})
    assert told(made) == [("2025-12-07", "Library", ["a"])]


def test_a_seat_says_the_day_where_there_are_several() -> None:
    spoken = session("a", "09:00", "10:00", day="2025-12-07", room="a", speakers=["ada"])
    made = event(
        [spoken], people=[{"id": "ada", "name": "Ada"}], venue=ROOMS, date=None, dates=DAYS
    )
    assert sign_records("reserved-seats", made)[0]["time_1"] == "7\u00a0Dec, 9:00–10:00"
