"""The workshop's days, and those of its sessions."""

import pytest

from mi_print.event.load import load
from tests.event.small import WORKSHOP, Write, said_of

ONE_DAY = "date: 2025-12-07\n"


def workshop(days: str) -> str:
    return WORKSHOP.replace(ONE_DAY, days)


def program(*days: str) -> str:
    rows = [
        f'  - {{id: s{number}, {day}start: "09:00", end: "10:00", kind: break, title: T}}\n'
        for number, day in enumerate(days)
    ]
    return "sessions:\n" + "".join(rows)


TWO = "dates: [2025-12-06, 2025-12-07]\n"

CASES: dict[str, tuple[str, str, list[str]]] = {
    "no day": (
        "",
        program(""),
        [
            'data/workshop.yaml:1:1: error missing-key: "date" is missing',
            "    write it here, or dates, a list of days, if there are several",
        ],
    ),
    "both keys": (
        ONE_DAY + TWO,
        program("day: 2025-12-06, ", "day: 2025-12-07, "),
        [
            (
                "data/workshop.yaml:3:1: error days: there are both date and dates, and one of "
                "them says the days"
            ),
            "    take date out, and let dates list every day",
        ],
    ),
    "a day twice, and one before another": (
        "dates: [2025-12-07, 2025-12-07, 2025-12-06]\n",
        program("day: 2025-12-07, "),
        [
            "data/workshop.yaml:3:21: error days: 2025-12-07 stands after 2025-12-07",
            "    list each day once, in their order",
            "data/workshop.yaml:3:33: error days: 2025-12-06 stands after 2025-12-07",
            "    list each day once, in their order",
        ],
    ),
    "no day of several": (
        TWO,
        program("", "day: 2025-12-07, "),
        [
            (
                "data/program.yaml:2:5: error day-missing: this session has no day, and the "
                "workshop has several"
            ),
            "    add day, one of: 2025-12-06, 2025-12-07",
        ],
    ),
    "another day": (
        ONE_DAY,
        program("day: 2025-12-08, "),
        [
            "data/program.yaml:2:19: error unknown-day: 2025-12-08 is no day of the workshop",
            "    its day is 2025-12-07",
        ],
    ),
    "a day that can't be read says nothing of sessions": (
        "dates: [2025-12-06, tomorrow]\n",
        program("day: 2025-12-07, "),
        [
            'data/workshop.yaml:3:21: error value: "tomorrow" is not a day',
            "    write it as 2025-12-07",
        ],
    ),
    "days that are not given say nothing of sessions": (
        "dates: []\n",
        program("day: 2025-12-07, "),
        [
            'data/workshop.yaml:3:1: error missing-key: "dates" lists no day',
            "    list each day, or write date if it is one",
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_with_days(name: str, write: Write) -> None:
    days, sessions, messages = CASES[name]
    people = "  - {id: ada, name: Ada, roles: [keynote]}\n"  # who would have to speak
    files = {"workshop.yaml": workshop(days).replace(people, ""), "program.yaml": sessions}
    assert said_of(load(write(dict(files)))) == messages


def test_the_only_day_is_every_sessions(write: Write) -> None:
    event = load(write({})).event
    assert event
    assert {session.day for session in event.program.sessions} == set(event.workshop.days)


def test_sessions_of_several_days_are_not_at_once(write: Write) -> None:
    sessions = program("day: 2025-12-06, ", "day: 2025-12-07, ")
    people = "  - {id: ada, name: Ada, roles: [keynote]}\n"
    files = {"workshop.yaml": workshop(TWO).replace(people, ""), "program.yaml": sessions}
    loaded = load(write(dict(files)))
    assert said_of(loaded) == []
    assert loaded.event
    assert str(loaded.event.workshop.date) == "2025-12-06"  # the first, for layouts of one day
