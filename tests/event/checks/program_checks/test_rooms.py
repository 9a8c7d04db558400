"""Rooms of the venue, and sessions that are in one at the same time."""

import pytest

from mi_print.event.load import load
from tests.event.small import WORKSHOP, Write, said_of

ROOMS = "venue: {name: Hall, rooms: [{id: a, name: Room A}, {id: b, name: Room B, level: First}]}"
BARE = "venue: {name: Hall}"
ONE = "venue: {name: Hall, rooms: [{id: a, name: Room A}]}"
PEOPLE = "  - {id: ada, name: Ada, roles: [keynote]}\n"


def sessions(*rows: str) -> str:
    lines = [f"  - {{id: s{at}, {row}, kind: block, title: T}}\n" for at, row in enumerate(rows)]
    return "sessions:\n" + "".join(lines)


def time(start: str, end: str | None = None) -> str:
    return f'start: "{start}"' + (f', end: "{end}"' if end else "")


CASES: dict[str, tuple[str, str, list[str]]] = {
    "in parallel": (
        ROOMS,
        sessions(f"room: a, {time('09:00', '10:00')}", f"room: b, {time('09:00', '11:00')}"),
        [],
    ),
    "at once in one room": (
        ROOMS,
        sessions(
            f"room: a, {time('09:00', '10:00')}",
            f"room: b, {time('09:00', '11:00')}",
            f"room: a, {time('09:30', '10:00')}",
        ),
        [
            (
                'data/program.yaml:4:30: error overlap: "s2" starts at 09:30, while "s0" has the '
                "room until 10:00"
            ),
            "    change a time, or give one of them another room",
        ],
    ),
    "after midnight in one room": (
        ROOMS,
        sessions(f"room: a, {time('23:00', '00:30')}", f"room: a, {time('23:45', '01:00')}"),
        [
            (
                'data/program.yaml:3:30: error overlap: "s1" starts at 23:45, while "s0" has the '
                "room until 00:30"
            ),
            "    change a time, or give one of them another room",
        ],
    ),
    "one within another, which has no room of its own": (
        ROOMS,
        sessions(
            time("09:00", "12:00"),
            f"within: s0, room: a, {time('09:00', '10:00')}",
            f"within: s0, room: b, {time('09:00', '10:00')}",
            f"within: s0, room: a, {time('10:00', '12:00')}",
        ),
        [],
    ),
    "parts of one session at once in its room": (
        ROOMS,
        sessions(
            f"room: a, {time('09:00', '12:00')}",
            f"within: s0, {time('09:00', '10:00')}",
            f"within: s0, {time('09:30', '10:00')}",
        ),
        [
            (
                'data/program.yaml:4:33: error overlap: "s2" starts at 09:30, while "s1" has the '
                "room until 10:00"
            ),
            "    change a time, or give one of them another room",
        ],
    ),
    "while a session with parts has the room": (
        ROOMS,
        sessions(
            f"room: a, {time('09:00', '12:00')}",
            f"within: s0, {time('09:00', '10:00')}",
            f"room: a, {time('11:00', '11:30')}",
        ),
        [
            (
                'data/program.yaml:4:30: error overlap: "s2" starts at 11:00, while "s0" has the '
                "room until 12:00"
            ),
            "    change a time, or give one of them another room",
        ],
    ),
    "with an open end": (
        ROOMS,
        sessions(f"room: a, {time('09:00')}", f"room: a, {time('10:00', '11:00')}"),
        [],
    ),
    "elsewhere": (
        ROOMS,
        sessions(
            f"place: Inn, {time('09:00', '10:00')}",
            f"place: Inn, {time('09:00', '10:00')}",
            time("09:00", "10:00"),
        ),
        [],
    ),
    "in the only room": (
        ONE,
        sessions(time("09:00", "10:00"), f"room: a, {time('09:30', '11:00')}"),
        [
            (
                'data/program.yaml:3:30: error overlap: "s1" starts at 09:30, while "s0" has the '
                "room until 10:00"
            ),
            "    change a time, or give one of them another room",
        ],
    ),
    "where nothing is known of rooms": (
        BARE,
        sessions(time("09:00", "10:00"), time("09:30", "11:00")),
        [
            (
                'data/program.yaml:3:21: warning overlap: "s1" starts at 09:30, and "s0" goes on '
                "until 10:00"
            ),
            "    change a time, or say in which room each is",
        ],
    ),
    "no such room": (
        ROOMS,
        sessions(f"room: Room A, {time('09:00', '10:00')}", f"room: c, {time('09:00', '10:00')}"),
        [
            'data/program.yaml:2:20: error unknown-room: no room has the id "Room A"',
            "    known here: a, b; if it is elsewhere, write place: in place of room:",
            'data/program.yaml:3:20: error unknown-room: no room has the id "c"',
            "    known here: a, b; if it is elsewhere, write place: in place of room:",
        ],
    ),
    "in a room and elsewhere": (
        ROOMS,
        sessions(f"room: a, place: Inn, {time('09:00', '10:00')}"),
        [
            (
                "data/program.yaml:2:30: error two-places: this session has a room, and a place "
                "that is none of the rooms"
            ),
            "    take one of the two out",
        ],
    ),
    "a venue with one room and with several": (
        ROOMS.replace("name: Hall", "name: Hall, room: Big"),
        sessions(f"room: a, {time('09:00', '10:00')}"),
        [
            (
                "data/workshop.yaml:5:21: error two-places: the venue has both room and rooms, "
                "and one of them says where the sessions are"
            ),
            "    take room out, and let rooms list every room",
        ],
    ),
    "two rooms of one id and one name": (
        "venue: {name: Hall, rooms: [{id: a, name: Room A}, {id: a, name: Room A}]}",
        sessions(f"room: a, {time('09:00', '10:00')}"),
        [
            (
                'data/workshop.yaml:5:57: error duplicate-id: the id "a" is given to two rooms, '
                "first on line 5"
            ),
            "    give one of them another id",
            (
                'data/workshop.yaml:5:66: error duplicate-id: the name "Room A" is given to two '
                "rooms, first on line 5"
            ),
            "    give one of them another name",
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_with_rooms(name: str, write: Write) -> None:
    venue, program, messages = CASES[name]
    text = WORKSHOP.replace("venue: {name: Hall, room: Room 1}", venue).replace(PEOPLE, "")
    assert said_of(load(write({"workshop.yaml": text, "program.yaml": program}))) == messages


def test_a_session_has_what_is_printed_of_its_room(write: Write) -> None:
    text = WORKSHOP.replace("venue: {name: Hall, room: Room 1}", ROOMS).replace(PEOPLE, "")
    rows = sessions(
        f"room: b, {time('09:00')}", f"place: Inn, {time('09:00')}", time("09:00", "10:00")
    )
    event = load(write({"workshop.yaml": text, "program.yaml": rows})).event
    assert event
    assert [session.room for session in event.program.sessions] == ["Room B", "Inn", None]
