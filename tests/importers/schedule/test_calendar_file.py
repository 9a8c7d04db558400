"""Calendars: zones, and what is left out."""

import pytest

from mi_print.importers.schedule.calendar_file import calendar_schedule
from mi_print.importers.schedule.scheduled import Schedule
from tests.importers.schedule.written_schedules import calendar

TALK = "UID:{0}\r\nSUMMARY:{0}\r\nDTSTART:20270821T090000Z\r\nDTEND:20270821T093000Z\r\n"


def read(*events: str, head: str = "", zone: str = "") -> Schedule:
    found = calendar_schedule(calendar(events, head).decode(), "a.ics", zone)
    assert isinstance(found, Schedule)
    return found


@pytest.mark.parametrize(
    ("head", "zone", "start", "rules"),
    [
        ("", "", "09:00", ["time-zone"]),
        ("", "Europe/Berlin", "11:00", []),
        ("X-WR-TIMEZONE:America/New_York\r\n", "", "05:00", []),
        ("X-WR-TIMEZONE:America/New_York\r\n", "Europe/Berlin", "11:00", []),
    ],
)
def test_moments_are_told_on_the_clock_of_the_place(
    head: str, zone: str, start: str, rules: list[str]
) -> None:
    found = read(TALK.format("a"), head=head, zone=zone)
    assert [f"{each.starts:%H:%M}" for each in found.sessions] == [start]
    assert [each.minutes for each in found.sessions] == [30]
    assert [each.rule for each in found.problems] == rules


def test_what_does_not_take_place_at_a_time_is_left_out_and_said() -> None:
    found = read(
        TALK.format("a"),
        TALK.format("b") + "STATUS:CANCELLED\r\n",
        "UID:c\r\nSUMMARY:c\r\nDTSTART;VALUE=DATE:20270821\r\n",
        TALK.format("d") + "RECURRENCE-ID:20270821T090000Z\r\n",
        zone="Europe/Berlin",
    )
    assert [each.title for each in found.sessions] == ["a"]
    assert [each.message for each in found.problems] == [
        'cancelled, and left out: "b"',
        'without a time of day, and left out: "c"',
        'one of an event that repeats, and left out: "d"',
    ]
