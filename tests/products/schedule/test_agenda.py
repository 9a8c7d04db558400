"""The day on a badge's back: short, whole, and in columns that hold it."""

import dataclasses
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from mi_print.event.model import Event
from mi_print.language.print_locale import PrintLocale
from mi_print.layout.template_api.context import LayoutContext
from mi_print.layout.text.pango import measure
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
        "end": f"{(start + 9) // 60:02}:{(start + 9) % 60:02}",
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
        *(
            "Coffee break",
            "Spotlight talks\xa01",
            "Posters\xa01",
            "Lunch break",
            "Spotlight talks\xa02",
        ),
        *("Posters\xa02", "Coffee break", "Chris Olah, by video", "Invited lightning talks"),
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
    assert 10 <= found.pitch < 13
    assert len(found.columns[0]) * found.pitch <= 110
    assert len(found.columns[1]) * found.pitch <= 86
    assert said(found) == [f"Talk {n}" for n in range(19)]


FORM: dict[str, Any] = {
    "size": 8,
    "least": 7.5,
    "row": 12,
    "time": 30,
    "columns": 2,
    "height": 96,
    "last": 72,
}
"""The measures of a badge of 4 x 3 in."""


@pytest.mark.parametrize("count", [8, 16, 24, 40, 80])
def test_no_row_is_so_low_that_its_rule_touches_letters(count: int) -> None:
    event = day([session(480 + 10 * n, f"Talk {n}, pg", "panel") for n in range(count)])
    found = event.set(**FORM)
    assert found.pitch >= 1.25 * found.size


def test_talks_of_an_hour_have_a_row_where_each_has_none() -> None:
    sessions = [session(480, "Welcome", "opening")]
    sessions += [session(490 + 10 * n, f"Talk {n}") for n in range(40)]
    made = day(sessions)
    found = made.set(**FORM)
    assert said(found) == [
        "Welcome",
        *(
            ", ".join(f"Talk {n}" for n in range(start, min(start + 6, 40)))
            for start in range(0, 40, 6)
        ),
        "End",
    ]
    assert [str(row.time) for row in found.columns[0]][:3] == ["08:00:00", "08:10:00", "09:10:00"]
    assert not found.whole
    assert [note.message for note in made.notes] == [
        "the agenda on the badge's back has no room for times of all talks"
    ]


def test_the_first_talk_of_an_hour_is_named_where_not_all_have_room() -> None:
    sessions = [session(480, "Welcome", "opening")]
    sessions += [session(490 + 10 * n, f"Talk {n} of a long name") for n in range(40)]
    made = day(sessions)
    found = made.set(**FORM | {"last": 96})
    assert said(found)[-3:] == [
        "Talk 30 of a long name and five more",
        "Talk 36 of a long name and three more",
        "End",
    ]
    assert len(found.columns) == 1
    assert [note.message for note in made.notes] == [
        "the agenda on the badge's back has no room for times of all talks and talks one by one"
    ]
    roomy = said(day(sessions).set(**FORM | {"height": 112, "last": 88}))
    assert roomy[1] == ", ".join(f"Talk {n} of a long name" for n in range(6))
    assert roomy[2] == "Talk 6 of a long name and five more"


def test_a_day_too_long_is_said_by_how_many_talks_and_until_when() -> None:
    sessions = [session(480, "Welcome", "opening")]
    sessions += [session(490 + 10 * n, f"Talk {n} of a long name" * 4) for n in range(40)]
    made = day(sessions)
    assert said(made.set(**FORM)) == ["Welcome", "40 talks, until 14:49"]
    assert [note.message for note in made.notes] == [
        "the agenda on the badge's back has no room for talks one by one"
    ]


def test_breaks_give_way_first_and_part_the_talks_that_follow_each_other() -> None:
    one = [session(480 + 20 * n, f"Talk {n}", "break" if n % 5 == 0 else "talk") for n in range(20)]
    made = day(one)
    assert said(made.set(**FORM)) == [f"Talk {n}" for n in range(20) if n % 5]
    long = [each | {"title": f"{each['title']} {'of a long name' * 8}"} for each in one]
    counted = day([each | {"kind": "break"} if each in one[::5] else each for each in long])
    assert said(counted.set(**FORM)) == [
        f"Four talks, until {time}" for time in ("9:29", "11:09", "12:49", "14:29")
    ]
    assert [note.message.partition(" for ")[2] for note in made.notes + counted.notes] == [
        "breaks",
        "breaks and talks one by one",
    ]


def in_halls(title: str, count: int, **more: object) -> AgendaDay:
    return day(
        [
            session(480 + 30 * n, title.format(n=n, room=room), "tutorial", room=room, **more)
            | {"id": f"s{n}{room}"}
            for n in range(count)
            for room in ("North", "South")
        ]
    )


def test_sessions_that_start_together_are_a_row_where_there_is_no_more_room() -> None:
    made = in_halls("{room} {n}", 12)
    assert said(made.set(**FORM)) == [f"North {n}, South {n}" for n in range(12)]
    assert [note.message for note in made.notes] == [
        "the agenda on the badge's back has no room for rooms"
    ]
    some = said(in_halls("{room} tutorial {n}", 12).set(**FORM))
    assert (some[0], some[-1]) == ("North tutorial 0, South tutorial 0", "Two in parallel")
    long = in_halls("A {room} tutorial of a long title {n}", 12)
    assert said(long.set(**FORM))[4:] == ["Two in parallel"] * 8
    assert [note.message.partition(" for ")[2] for note in long.notes] == [
        "rooms and parallel sessions one by one"
    ]


def test_parallel_sessions_are_called_by_what_their_titles_begin_with() -> None:
    made = in_halls("Tutorial: the {room} way to a result {n}", 10)
    assert said(made.set(**FORM))[0] == "Tutorial, two in parallel, until 8:09"


def test_titles_end_at_their_colon_where_there_is_no_more_room() -> None:
    titles = [f"Panel {n}: what should we ask of it (and of whom)?" for n in range(14)]
    made = day([session(480 + 30 * n, title, "panel") for n, title in enumerate(titles)])
    found = said(made.set(**FORM))
    assert found[-1] == "Panel 13"
    assert found[0] in {titles[0], "Panel 0"}
    assert [note.message.partition(" for ")[2] for note in made.notes] == ["titles to their end"]


def test_rooms_have_columns_where_sessions_run_in_several() -> None:
    sessions = [
        session(540, "Welcome", "opening", room="South"),
        *(
            session(600 + 30 * n, f"{room} {n}", room=room) | {"id": f"s{n}{room}"}
            for n in range(3)
            for room in ("South", "North")
        ),
        session(700, "Lunch", "break", room=None),
    ]
    found = day(sessions).set(**FORM | {"rooms": True})
    (rows,) = found.columns
    assert [[" ".join(cell.lines) for cell in row.cells] for row in rows] == [
        ["North", "South"],
        ["Welcome"],
        *(["North 0", "South 0"], ["North 1", "South 1"], ["North 2", "South 2"]),
        ["Lunch"],
    ]
    north, south = rows[0].cells
    assert rows[0].heading
    assert [cell.left for cell in rows[2].cells] == [north.left, south.left]
    assert rows[1].cells[0].left == south.left
    assert rows[5].cells[0].left == north.left == found.time
    assert said(day(sessions).set(**FORM)) != said(found)


@pytest.mark.parametrize(("second", "heads"), [("ab", 1), ("b", 1), ("ac", 2)])
def test_rooms_are_named_again_where_they_are_others(second: str, heads: int) -> None:
    made = of_two_days(
        *(
            session(540, f"{day} {room}", day=f"2025-12-0{day}", room=room) | {"id": f"{day}{room}"}
            for day, rooms in ((6, "ab"), (7, second))
            for room in rooms
        )
    )
    (rows,) = made.set(**FORM | {"columns": 1, "rooms": True}).columns
    assert sum(row.heading and len(row.cells) > 1 for row in rows) == heads


def test_sessions_that_start_together_have_one_time() -> None:
    found = in_halls("{room}", 2).set(size=8, row=13, time=30, height=110)
    assert [row.again for row in found.columns[0]] == [False, True, False, True]


@pytest.mark.parametrize("count", [1, 3, 60, 300])
@pytest.mark.parametrize("columns", [1, 2])
def test_any_day_stays_in_its_room(count: int, columns: int) -> None:
    long = "Instandhaltungsrückstandsbewältigung als Gemeinschaftsaufgabe"
    sessions = [session(360 + 3 * n, f"{long} {n}", "session") for n in range(count)]
    found = day(sessions).set(**FORM | {"columns": columns})
    for number, column in enumerate(found.columns):
        foot = column[-1].top + found.pitch + (len(column[-1].lines) - 1) * found.lead
        assert foot <= (96 if number == 0 and len(found.columns) > 1 else 72) + 1e-3
    assert found.whole == (count < 10)


def test_few_rows_stand_in_one_column() -> None:
    found = day([session(540, "One"), session(600, "Two")]).set(**FORM)
    assert [len(column) for column in found.columns] == [2]


def test_an_own_number_in_a_title_gets_no_second_one() -> None:
    posters = [session(540 + 60 * n, f"Posters {'AB'[n]}", "posters") for n in (0, 1)]
    assert said(day(posters).set(**FORM)) == ["Posters A", "Posters B"]


def test_a_long_title_takes_lines() -> None:
    title = "A panel on what interpretability is for and who should pay for it"
    found = day([session(540, title), session(600, "Lunch", "break")]).set(
        size=8, row=13, time=30, height=110
    )
    first, second = found.columns[0]
    assert " ".join(first.lines) == title
    assert second.top == len(first.lines) * 13 > 13
    assert (first.quiet, second.quiet) == (False, True)


@pytest.mark.parametrize("row", [10, 13])
def test_lines_of_tall_letters_keep_clear_of_each_other(row: int) -> None:
    found = day([session(540, "हुद्धुडु " * 8 + "किसी लीमटीलायी " * 5)]).set(
        size=8, row=row, time=30, height=150
    )
    lines = found.columns[0][0].lines
    face = table()[1].sized("badge-day-strong", found.size)
    inks = [measure(line, face, "en") for line in lines]
    reach = max(upper.ink_bottom + lower.ink_top for upper, lower in pairwise(inks))
    assert found.size < reach < found.lead < 2 * found.size


@pytest.mark.parametrize("columns", [1, 2])
def test_no_sessions_are_no_rows(columns: int) -> None:
    found = day([]).set(size=8, row=13, time=30, columns=columns, height=110)
    assert said(found) == []


TWO_DAYS = {
    "date": None,
    "dates": ("2025-12-06", "2025-12-07"),
    "venue": {
        "name": "Hall",
        "rooms": [
            {"id": "a", "name": "Room A"},
            {"id": "b", "name": "B"},
            {"id": "c", "name": "C"},
        ],
    },
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


def test_a_room_stands_in_parentheses_behind_a_question() -> None:
    days = of_two_days(session(540, "Whose Data?", "panel", day="2025-12-06", room="a"))
    assert said(days.set(size=8, row=13, time=30, height=110))[1] == "Whose Data? (Room A)"


@pytest.mark.parametrize("title", ["Data", "A Long Title of the Day, and Whose Data They Are?"])
def test_a_place_stands_apart_from_what_is_there(title: str) -> None:
    days = of_two_days(session(540, title, "panel", day="2025-12-06", place="The Old Sugar Hall"))
    (cell,) = days.set(size=8, row=13, time=30, height=110).columns[0][1].cells
    before = " ".join(said.strip() for said, _ in cell.parts).strip()
    place = " ".join(where.strip() for _, where in cell.parts).strip()
    assert (before.rstrip(","), place.strip("()")) == (title, "The Old Sugar Hall")


def test_two_days_stand_side_by_side() -> None:
    days = of_two_days(
        *(session(540 + 10 * n, f"First {n}", day="2025-12-06") for n in range(3)),
        session(600, "Second", day="2025-12-07"),
    )
    found = days.set(**FORM)
    assert [len(column) for column in found.columns] == [4, 2]
    assert [column[0].heading for column in found.columns] == [True, True]


@pytest.mark.parametrize(
    ("height", "left", "rule"),
    [
        (60, ["Saturday, 6\xa0December", "Block"], "agenda"),
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


def test_a_name_gets_no_hyphen_where_it_is_too_wide_for_a_column() -> None:
    event, context = table()
    person = {"id": "p", "name": "Geschwindigkeitsmesseder", "roles": ["speaker"]}
    workshop = event.workshop.model_dump(mode="json", exclude_none=True)
    talk = session(600, "A Talk", speakers=["p"])
    found = Event.model_validate(
        {
            "workshop": {**workshop, "people": [*workshop["people"], person]},
            "program": {"sessions": [session(540, "Start"), talk]},
            "papers": (),
        }
    )
    agenda = AgendaDay(found, context).set(**{**FORM, "size": 12, "least": 12})
    assert person["name"] in said(agenda)
