"""Quirks of schedules in the shape of frab."""

import datetime as dt
from typing import Any

import pytest

from mi_print.importers.schedule.frab import conference, frab_schedule
from tests.importers.schedule import written_schedules as written


def one(**event: object) -> Any:  # noqa: ANN401 - a conference of one event
    about = {"title": "Sample", "days": [{"date": "2027-08-21", "rooms": {"Hall": [event]}}]}
    return frab_schedule(about, "a.json")


@pytest.mark.parametrize(
    ("event", "starts"),
    [
        ({"start": "09:30"}, (21, 9, 30)),
        ({"start": "9:30", "date": ""}, (21, 9, 30)),
        ({"start": "09:30", "date": "2027-08-21"}, (21, 9, 30)),
        # Past midnight the day of the schedule goes on, and the date says which it is.
        ({"start": "00:30", "date": "2027-08-22T00:30:00+02:00"}, (22, 0, 30)),
    ],
)
def test_the_moment(event: dict[str, object], starts: tuple[int, int, int]) -> None:
    (session,) = one(title="T", **event).sessions
    assert session.starts == dt.datetime(2027, 8, *starts)  # noqa: DTZ001 - on the clock of the place


@pytest.mark.parametrize("key", ["public_name", "name"])
def test_people_by_the_older_key_and_by_the_newer(key: str) -> None:
    (session,) = one(title="T", start="09:30", persons=[{key: "Ada Sample"}, {}, None]).sessions
    assert [each.name for each in session.people] == ["Ada Sample"]


@pytest.mark.parametrize(
    ("zone", "kept", "said"),
    [
        ("Europe/Berlin", "Europe/Berlin", []),
        ("UTC", "", ["time-zone"]),
        ("No/Where", "", ["time-zone"]),
    ],
)
def test_of_a_zone_and_offsets_the_offsets_hold(zone: str, kept: str, said: list[str]) -> None:
    schedule = frab_schedule(written.conference(zone), "a.json")
    assert (schedule.zone, [each.rule for each in schedule.problems]) == (kept, said)
    assert [f"{each.starts:%H:%M}" for each in schedule.sessions[:1]] == ["11:00"]


@pytest.mark.parametrize("value", [None, [], {}, {"schedule": []}, {"conference": {"days": 1}}])
def test_what_is_no_conference(value: object) -> None:
    assert conference(value) is None


@pytest.mark.parametrize(
    "day", [None, 1, {"rooms": []}, {"rooms": {"a": None}}, {"rooms": {"a": [1]}}]
)
def test_a_conference_may_hold_anything(day: object) -> None:
    assert frab_schedule({"days": [day]}, "a.json").sessions == []
