"""The rows of a door sign: all sessions, whatever they are, on sheets that are full."""

import pytest

from mi_print.event.model import Event
from mi_print.layout.grid import HALF_CAP
from mi_print.products.schedule.session_text import session_texts
from mi_print.products.signage.rooms.door_rows import TYPES, DoorType
from mi_print.products.signage.rooms.door_sheets import DoorSheet, DoorTable
from mi_print.products.signage.rooms.doors import doors
from tests.products import made_up
from tests.products.made_up import LONG, PEOPLE_OF_THE_WORLD, TITLE, session
from tests.products.signage.typeset_signs import right

HEIGHT = 810


def sheets(event: Event, spare: float = 0.0) -> list[DoorSheet]:
    context = made_up.context("tabloid", "door-sign")
    (door,) = doors(event)
    return DoorTable(context, session_texts(event), HEIGHT, spare).sheets(door)


def day(count: int, minutes: int) -> Event:
    """Return a day of talks that follow each other."""
    clock = [f"{8 + n * minutes // 60:02}:{n * minutes % 60:02}" for n in range(count + 1)]
    talks = (
        session(f"t{n}", *clock[n : n + 2], title=f"Talk {n} of a Long Day") for n in range(count)
    )
    return made_up.event(talks)


@pytest.mark.parametrize("count", [1, 2, 5, 14, 22, 35, 36, 60, 90])
def test_sheets_are_full_at_any_number_of_sessions(count: int) -> None:
    found = sheets(day(count, 10))
    said = [line for sheet in found for row in sheet.rows for line in row.who.lines]
    assert sum("Talk" in line for line in said) == count
    for sheet in found:
        assert sum(row.height for row in sheet.rows) == pytest.approx(HEIGHT)
        assert sheet.closed
    assert len(found) == 1 + (count > 35) + (count > 70)
    assert [bool(sheet.span) for sheet in found] == [len(found) > 1] * len(found)


def test_the_type_of_few_sessions_is_larger() -> None:
    sizes = [sheets(day(count, 30))[0].type.size for count in (1, 8, 12, 22)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == TYPES[0].size


@pytest.mark.parametrize("ends", [True, False])
@pytest.mark.parametrize("spare", [0, 300, 520])
def test_a_single_session_leaves_room(spare: int, *, ends: bool) -> None:
    row = session("a", "09:00", "10:00")
    event = made_up.event([row if ends else {key: row[key] for key in row if key != "end"}])
    (sheet,) = sheets(event, spare)
    assert sheet.left == spare
    assert sum(row.height for row in sheet.rows) == pytest.approx(HEIGHT - spare)
    assert sheet.closed is ends


@pytest.mark.parametrize(
    "rows",
    [
        [session("a", "09:00", "10:00", title=TITLE * 3)],
        [session("a", "09:00", "10:00"), session("b", "10:00", "11:00")],
    ],
)
def test_a_long_title_or_several_sessions_leave_nothing(rows: list[made_up.Row]) -> None:
    (sheet,) = sheets(made_up.event(rows), 520)
    assert sheet.left == 0


@pytest.mark.parametrize(("long", "all_below"), [(7, True), (2, False)])
def test_where_most_titles_stand_below_all_do(long: int, *, all_below: bool) -> None:
    talks = [{"title": "A"}, {"title": "B"}]
    rows = [
        session(
            f"s{n}",
            f"{8 + n}:00".zfill(5),
            f"{9 + n}:00".zfill(5),
            "talks",
            talks=talks,
            title="Demonstrations and Discussion of Exhibits" if n < long else "Talks",
        )
        for n in range(9)
    ]
    (sheet,) = sheets(made_up.event(rows))
    below = [row.wide for row in sheet.rows if row.title.lines]
    under = [row.height - row.title.foot for row in sheet.rows if row.title.lines and row.wide]
    assert min(under) > 0.1 * sheet.type.size
    assert any(below)
    assert all(below) is all_below


def test_times_of_one_digit_alone_stand_on_the_margin() -> None:
    (sheet,) = sheets(made_up.event([session("a", "08:00", "09:30")]))
    assert [row.time.lines for row in sheet.rows] == [["8:00"], ["9:30"]]


def test_a_row_of_several_lines_has_white_below_them_where_there_is_room() -> None:
    rows = [session(f"s{n}", f"{8 + n}:00".zfill(5), f"{9 + n}:00".zfill(5)) for n in range(8)]
    short = session("long", "16:00", "16:05", title=TITLE)
    tall = next(row for row in sheets(made_up.event([*rows, short]))[0].rows if row.tall)
    last = max(tall.who.foot, tall.title.foot)
    assert tall.height - last > 5


def test_a_name_of_several_that_is_too_long_is_not_divided() -> None:
    long = "Dr. Wilhelmina Åkesson-Østergård"
    people: list[made_up.Row] = [{"id": "a", "name": "Ada"}, {"id": "b", "name": long}]
    talks = [
        session(
            f"s{n}",
            f"{8 + n // 4:02}:{n % 4 * 15:02}",
            f"{8 + n // 4:02}:{n % 4 * 15 + 14}",
            speakers=["a", "b"],
        )
        for n in range(32)
    ]
    event = made_up.event(talks, people=people)
    said = right(event, "door-sign")
    assert f"Ada, {long}" in said[0]


def test_sheets_follow_each_other() -> None:
    first, second = sheets(day(60, 10))
    assert (first.span, second.span) == ("8:00–13:10", "13:10–18:00")
    assert [row.time.lines for row in (first.rows[-1], second.rows[0], second.rows[-1])] == [
        ["13:10"],
        ["13:10"],
        ["18:00"],
    ]
    assert first.rows[-1].who.lines == []
    assert second.rows[-1].who.lines == ["End"]


def test_a_sheet_ends_with_a_pause_and_the_next_one_does_not_begin_with_it() -> None:
    rows = [
        session(f"{part}{n}", f"{hour + n // 6:02}:{n % 6}0", f"{hour + n // 6:02}:{n % 6}9")
        for part, hour in (("a", 8), ("b", 14))
        for n in range(24)
    ]
    first, second = sheets(made_up.event(rows))
    assert (first.span, second.span) == ("8:00–11:59", "14:00–17:59")


def test_a_pause_says_no_more_than_its_time() -> None:
    event = made_up.event([session("a", "09:00", "10:00"), session("b", "14:00", "15:00")])
    (sheet,) = sheets(event)
    assert [(row.time.lines, row.who.lines) for row in sheet.rows] == [
        (["\u20079:00"], ["A"]),
        (["10:00"], []),
        (["14:00"], ["B"]),
        (["15:00"], ["End"]),
    ]
    assert sheet.rows[1].height == pytest.approx(4 * sheet.rows[0].height)


@pytest.mark.parametrize(
    ("talks", "shown"),
    [(3, True), (60, False)],  # more than there is room for
)
def test_talks_are_rows_where_there_is_room(talks: int, *, shown: bool) -> None:
    listed = [
        {"title": f"About {n}", "start": f"{9 + n // 12:02}:{n % 12 * 5:02}"} for n in range(talks)
    ]
    event = made_up.event([session("a", "09:00", "15:00", "talks", talks=listed)])
    (sheet,) = sheets(event)
    said = [line for row in sheet.rows for line in (*row.who.lines, *row.title.lines)]
    assert ("About 1" in said) is shown


def test_what_begins_together_has_one_time() -> None:
    listed = [{"title": f"About {n}", "start": f"09:{n}0"} for n in range(3)]
    event = made_up.event(
        [session("a", "09:00", "10:00", "talks", talks=listed), session("b", "10:00", "11:00")]
    )
    (sheet,) = sheets(event)
    times = [line for row in sheet.rows for line in row.time.lines or [""]]
    assert times == ["\u20079:00", "", "\u20079:10", "\u20079:20", "10:00", "11:00"]


@pytest.mark.parametrize("kind", TYPES)
def test_ink_is_in_the_middle_of_a_row_of_one_line(kind: DoorType) -> None:
    context = made_up.context("tabloid", "door-sign")
    baseline = kind.leading / 2 + HALF_CAP * kind.size - kind.raised
    text = context.ink("Lampg", "door-text", kind.size)
    above, below = baseline - text.ink_top, kind.line - 0.75 - baseline - text.ink_bottom
    assert above == pytest.approx(below, abs=0.01 * kind.size)
    assert below > 1.3


def test_no_ink_of_any_script_reaches_a_rule() -> None:
    people: list[made_up.Row] = [
        {"id": f"p{n}", "name": name} for n, name in enumerate(PEOPLE_OF_THE_WORLD.values())
    ]
    rows = [
        session(
            f"s{n}", f"{7 + n // 2:02}:{n % 2 * 30:02}", f"{7 + n // 2:02}:59", speakers=[f"p{n}"]
        )
        for n in range(len(people))
    ]
    found = sheets(made_up.event(rows, people=people))
    for row, raised in ((row, sheet.type.raised) for sheet in found for row in sheet.rows):
        for text in filter(lambda each: each.lines, (row.time, row.who, row.title)):
            baseline = text.top + text.above - raised
            assert baseline - text.ascent >= 0.9
            assert baseline + text.depth <= row.height - 0.9


@pytest.mark.parametrize("size", ["tabloid", "a3"])
def test_doors_hold_what_is_long_and_what_is_much(size: str) -> None:
    people: list[made_up.Row] = [
        {"id": f"p{n}", "name": f"Wilhelmina Åkesson {n}"} for n in range(40)
    ]
    rows = [
        session("word", "08:00", "08:05", title=LONG * 3, speakers=["p1"]),
        session("title", "08:05", "08:30", title=TITLE * 3, speakers=["p1", "p2"]),
        session("many", "09:00", "10:00", speakers=[f"p{n}" for n in range(40)]),
        session("late", "20:00", "21:00", remote=True),
    ]
    room = "A Room of the Faculty in the Third Basement of the Exhibition Hall East"
    venue = {"name": "V", "room": room}
    pages = right(made_up.event(rows, people=people, name=TITLE, venue=venue), "door-sign", size)
    said = " ".join(pages)
    assert set(room.split()) < set(said.split())
    assert "Sunday, 7 December 2025" in said
    assert "Wilhelmina Åkesson 39 Many" in said
    assert "20:00 Late (by video)" in said
    assert said.endswith("21:00 End")
