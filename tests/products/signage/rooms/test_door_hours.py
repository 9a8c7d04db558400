"""A room's day as stretches of time, and their heights."""

import datetime as dt
from collections.abc import Sequence

import pytest

from mi_print.event.model import Session
from mi_print.products.signage.rooms.door_hours import (
    divided,
    filled,
    hours,
    in_proportion,
    with_talks,
)
from tests.products import made_up
from tests.products.made_up import session


def sessions(*rows: made_up.Row) -> Sequence[Session]:
    return made_up.event(rows).program.sessions


def told(found: Sequence[Session]) -> list[tuple[str, float, str]]:
    return [
        (f"{each.starts:%H:%M}", each.minutes, each.session.id if each.session else "")
        for each in hours(found)
    ]


def open_end(identifier: str, start: str) -> made_up.Row:
    row = dict(session(identifier, start, start))
    del row["end"]
    return row


def test_a_pause_and_the_end_of_the_day_have_their_times() -> None:
    day = sessions(
        session("a", "09:00", "09:50"),
        session("b", "10:00", "10:30"),
        session("c", "11:00", "12:00"),
    )
    assert told(day) == [
        ("09:00", 60, "a"),  # who changes rooms makes no pause
        ("10:00", 30, "b"),
        ("10:30", 30, ""),
        ("11:00", 60, "c"),
        ("12:00", 0, ""),
    ]


def test_what_runs_beside_others_makes_no_pause() -> None:
    day = sessions(
        session("long", "09:00", "12:00"),
        session("short", "09:30", "10:00"),
        session("after", "13:00", "14:00"),
    )
    assert told(day) == [
        ("09:00", 30, "long"),
        ("09:30", 150, "short"),
        ("12:00", 60, ""),
        ("13:00", 60, "after"),
        ("14:00", 0, ""),
    ]


def test_an_open_end_has_no_row() -> None:
    assert told(sessions(open_end("a", "09:00"), session("b", "11:00", "12:00"))) == [
        ("09:00", 120, "a"),
        ("11:00", 60, "b"),
        ("12:00", 0, ""),
    ]
    assert told(sessions(open_end("a", "18:30"))) == [("18:30", 60, "a")]


def test_a_night_ends_on_the_next_day() -> None:
    (_, end) = hours(sessions(session("a", "22:00", "01:30")))
    assert end.starts == dt.datetime(2025, 12, 8, 1, 30)  # noqa: DTZ001 - the clock of the place


def test_talks_with_times_follow_their_session() -> None:
    talks = [{"title": "One", "start": "09:00", "speakers": [{"name": "Ada"}]}]
    talks.append({"title": "Two", "start": "09:20"})
    untimed = [{"title": "Three"}, {"title": "Four", "start": "10:20"}]
    found = with_talks(
        sessions(
            session("a", "09:00", "10:00", "talks", talks=talks),
            session("b", "10:00", "11:00", "talks", talks=untimed),
        )
    )
    assert [(each.title, each.starts.hour, len(each.speakers)) for each in found] == [
        ("A", 9, 0),
        ("One", 9, 1),
        ("Two", 9, 0),
        ("B", 10, 0),
    ]
    assert told(found) == [
        ("09:00", 0, "a"),
        ("09:00", 20, "a"),
        ("09:20", 40, "a"),
        ("10:00", 60, "b"),
        ("11:00", 0, ""),
    ]


@pytest.mark.parametrize(
    ("least", "minutes", "heights"),
    [
        ([10, 10, 10], [60, 30, 0], [60, 30, 10]),
        ([10, 40, 10], [60, 30, 0], [50, 40, 10]),
        ([10, 30], [0, 0], [10, 30]),
        ([80, 80], [30, 30], [80, 80]),  # more than there is
    ],
)
def test_rows_fill_a_sheet(least: list[float], minutes: list[float], heights: list[float]) -> None:
    assert filled(least, minutes, 100) == pytest.approx(heights)


@pytest.mark.parametrize(
    ("heights", "near"), [([60, 30, 22], True), ([60, 32, 5], True), ([60, 40, 5], False)]
)
def test_time_is_height(heights: list[float], *, near: bool) -> None:
    assert in_proportion(heights, [60, 30, 0]) is near


def test_sheets_are_as_few_and_as_even_as_they_can_be() -> None:
    assert divided([10] * 7, 40) == [range(4), range(4, 7)]
    assert divided([10] * 9, 40) == [range(3), range(3, 6), range(6, 9)]
    assert divided([90, 10, 10], 40) == [range(1), range(1, 3)]
    assert divided([10], 40) == [range(1)]
