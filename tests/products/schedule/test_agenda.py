"""The day on a badge's back: short, whole, and in columns that hold it."""

import dataclasses
from functools import cache

import pytest

from mi_print.event.model import Event
from mi_print.language.print_locale import PrintLocale
from mi_print.layout.template_api.context import LayoutContext
from mi_print.products.edition.composer import composer_of
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.job import resolve
from mi_print.products.orders.request import Request
from mi_print.products.schedule.agenda import Agenda, AgendaDay
from mi_print.resources import BUNDLED


@cache
def table() -> tuple[Event, LayoutContext]:
    loaded = load_checked(BUNDLED)
    assert isinstance(loaded.event, Event)
    job = resolve("badges", BUNDLED, loaded, Request(BUNDLED, size="4x3in"))
    return loaded.event, composer_of(job, loaded.event).context


def day(sessions: list[dict[str, object]] | None = None) -> AgendaDay:
    event, context = table()
    if sessions is not None:
        event = Event.model_validate(
            {"workshop": event.workshop, "program": {"sessions": sessions}, "papers": ()}
        )
    return AgendaDay(event, context)


def session(start: int, title: str, kind: str = "talk", **more: object) -> dict[str, object]:
    return {
        "id": f"s{start}",
        "start": f"{start // 60:02}:{start % 60:02}",
        "end": f"{start // 60:02}:{start % 60 + 9:02}",
        "kind": kind,
        "title": title,
        **more,
    }


def said(agenda: Agenda) -> list[str]:
    return [" ".join(row.lines) for column in agenda.columns for row in column]


def test_a_session_is_called_by_as_few_words_as_say_it() -> None:
    found = day().set(size=8, row=13, time=30, columns=2, height=110, last=86)
    assert said(found) == [
        *("Socializing", "Coffee break", "Opening remarks", "Been Kim", "Sarah Schwettmann"),
        *("Coffee break", "Spotlight talks 1", "Posters 1", "Lunch break", "Spotlight talks 2"),
        *("Posters 2", "Coffee break", "Chris Olah, by video", "Invited lightning talks"),
    ]
    assert [len(column) for column in found.columns] == [8, 6]
    assert (found.pitch, [row.top for row in found.columns[1]][:3]) == (13, [0, 13, 26])


def test_times_of_twelve_hours_have_the_width_that_they_need() -> None:
    event, context = table()
    twelve = dataclasses.replace(context, locale=PrintLocale(hours=12))
    found = [
        AgendaDay(event, each).set(size=8, row=13, time=30, height=200).time
        for each in (context, twelve)
    ]
    assert found[0] == 30
    assert 35 < found[1] < 45


def test_one_column_holds_the_day_in_order() -> None:
    found = day().set(size=9.5, row=17.5, time=60, height=258)
    assert len(found.columns) == 1
    times = [row.time for row in found.columns[0] if row.time]
    assert len(times) == len(found.columns[0])
    assert times == sorted(times)


def test_a_long_day_comes_closer() -> None:
    sessions = [session(480 + 20 * n, f"Talk {n}") for n in range(19)]
    found = day(sessions).set(size=8, row=13, time=30, columns=2, height=110, last=86)
    assert 9.5 <= found.pitch < 13
    assert len(found.columns[0]) * found.pitch <= 110
    assert len(found.columns[1]) * found.pitch <= 86
    assert said(found) == [f"Talk {n}" for n in range(19)]


def test_a_day_too_long_is_left_to_the_checks() -> None:
    sessions = [session(480 + 10 * n, f"Talk {n}") for n in range(60)]
    found = day(sessions).set(size=8, row=13, time=30, columns=2, height=110, last=86)
    assert len(said(found)) == 60
    assert len(found.columns[0]) * found.pitch > 110


def test_a_long_title_takes_lines() -> None:
    title = "A panel on what interpretability is for and who should pay for it"
    found = day([session(540, title), session(600, "Lunch", "break")]).set(
        size=8, row=13, time=30, height=110
    )
    first, second = found.columns[0]
    assert " ".join(first.lines) == title
    assert second.top == len(first.lines) * 13 > 13
    assert (first.quiet, second.quiet) == (False, True)


@pytest.mark.parametrize("columns", [1, 2])
def test_no_sessions_are_no_rows(columns: int) -> None:
    found = day([]).set(size=8, row=13, time=30, columns=columns, height=110)
    assert said(found) == []


TWO_DAYS = {
    "date": None,
    "dates": ("2025-12-06", "2025-12-07"),
    "venue": {"name": "Hall", "rooms": [{"id": "a", "name": "Room A"}, {"id": "b", "name": "B"}]},
}


def of_two_days(*sessions: dict[str, object]) -> AgendaDay:
    event, context = table()
    workshop = event.workshop.model_dump(mode="json") | TWO_DAYS
    return AgendaDay(
        Event.model_validate({"workshop": workshop, "program": {"sessions": sessions}}), context
    )


def test_several_days_are_headed_by_their_dates_and_say_rooms() -> None:
    days = of_two_days(
        session(540, "One", day="2025-12-06", room="a"),
        session(600, "A Long Title", day="2025-12-07", place="Inn", short="Two"),
    )
    assert said(days.set(size=8, row=13, time=30, height=110)) == [
        "Saturday, 6\xa0December",
        "One, Room A",
        "Sunday, 7\xa0December",
        "Two, Inn",
    ]
    assert days.notes == []


@pytest.mark.parametrize(
    ("height", "left", "rule"),
    [
        (60, ["Saturday, 6\xa0December", "Block", "Part", "Part"], "other-room"),
        (30, ["Saturday, 6\xa0December", "Block"], "agenda"),
        (12, ["Saturday, 6\xa0December"], "agenda"),
    ],
)
def test_several_days_without_room_say_less_and_that_is_said(
    height: float, left: list[str], rule: str
) -> None:
    parts = [
        session(
            540 + n, "Part", day="2025-12-06", within="s540", place="A Hall of a Long Name " * 9
        )
        for n in (1, 2)
    ]
    days = of_two_days(session(540, "Block", "block", day="2025-12-06"), *parts)
    assert said(days.set(size=8, row=13, time=30, height=height)) == left
    assert [note.rule for note in days.notes] == [rule]
