"""The booklet's pages of the days: rooms as columns where they are parallel, else rows."""

import pytest

from mi_print.event.model import Event
from mi_print.products.schedule.day_pages import DayPage, day_pages, main_room
from tests.products.made_up import Row, context, event, session


def venue(rooms: int) -> dict[str, object]:
    return {"name": "Hall", "rooms": [{"id": f"r{n}", "name": f"Room {n}"} for n in range(rooms)]}


def talk(room: int, start: str, end: str, **more: object) -> Row:
    identifier = f"t{room}-{start.replace(':', '')}"
    return session(identifier, start, end, "talk", room=f"r{room}", **more)


def pages(made: Event, size: str = "half-letter") -> list[DayPage]:
    return day_pages(made, context(size))


def hours(rooms: int, first: int, last: int, title: str = "A Sample") -> list[Row]:
    return [
        talk(room, f"{hour:02}:00", f"{hour + 1:02}:00", title=f"{title} {room}.{hour}")
        for hour in range(first, last)
        for room in range(rooms)
    ]


def test_height_is_time_in_every_column() -> None:
    made = event(
        [talk(0, "09:00", "10:00"), talk(1, "09:30", "11:00"), talk(0, "10:15", "11:00")],
        venue=venue(2),
    )
    (page,) = pages(made)
    assert page.table
    assert [(cell.who, cell.top, cell.lines) for cell in page.table.cells] == [
        (["T0-0900"], 0, 12),
        (["T1-0930"], 6, 18),
        (["T0-1015"], 15, 9),
    ]
    assert [(time.strip("\u2007"), line) for time, line in page.table.times] == [
        ("9:00", 0),
        ("9:30", 6),
        ("10:15", 15),
    ]
    assert page.table.lines == 24
    assert page.end
    assert page.end.time == "11:00"


def test_text_longer_than_its_time_moves_down_what_follows_in_all_columns() -> None:
    long = "A Title of a Good Many Words that Needs Some Lines More than Ten Minutes Give"
    made = event(
        [*(talk(room, "09:00", "09:10", title=long) for room in (0, 1)), *hours(2, 10, 11)],
        venue=venue(2),
    )
    (page,) = pages(made)
    assert page.table
    first, second, *rest = page.table.cells
    assert first.lines == second.lines == len(first.who) + 1 > 3
    assert {cell.top for cell in rest} == {first.lines + 10}


def test_rows_of_a_short_day_fill_the_page_and_high_ones_have_a_line_to_spare() -> None:
    title = "A Title of a Good Many Words that Needs Some Lines More than a Few Minutes Would Give"
    made = event(
        [
            session("a", "09:00", "09:05", "talk", speakers=["ada"], title=title),
            session("b", "09:05", "10:00", "talk", speakers=["ada"], title="B"),
        ],
        people=[{"id": "ada", "name": "Ada"}],
    )
    (page,) = pages(made)
    first, second, _ = page.rows
    assert (first.lines, second.lines) == (len(first.what) + 1, 11)


@pytest.mark.parametrize(
    ("name", "minutes", "behind"),
    [("Ada", 30, True), ("Ada", 60, False), ("Ada Sample-Sample", 30, False)],
)
def test_by_video_stands_behind_the_name_where_it_would_touch_the_rule(
    name: str,
    minutes: int,
    behind: bool,  # noqa: FBT001
) -> None:
    day = [session("a", "08:00", "16:00")]
    ends = f"{16 + minutes // 60}:{minutes % 60:02}"
    late = session("b", "16:00", ends, remote=True, speakers=["ada"])
    made = event([*day, late], people=[{"id": "ada", "name": name}])
    (page,) = pages(made)
    row = page.rows[1]
    assert (row.aside, row.behind, row.lines) == ("by video", behind, minutes / 15)


def test_no_line_ends_within_a_name() -> None:
    names = ["Annegret Sample", "Maren Sample", "Bo Sample"]
    people = [{"id": f"p{n}", "name": name} for n, name in enumerate(names)]
    made = event(
        [session("a", "09:00", "10:00", "panel", speakers=["p0", "p1", "p2"])], people=people
    )
    (page,) = pages(made)
    assert page.rows[0].who == ["Annegret\u00a0Sample,", "Maren\u00a0Sample,", "Bo\u00a0Sample"]


def test_the_title_goes_before_many_speakers() -> None:
    names = [{"id": f"p{n}", "name": f"Sample Person{n}"} for n in range(9)]
    everybody = [each["id"] for each in names]
    made = event(
        [
            session("a", "09:00", "10:00", "panel", speakers=everybody, title="Questions"),
            session("b", "10:00", "11:00", "panel", speakers=everybody[:3], title="Answers"),
        ],
        people=names,
    )
    (page,) = pages(made)
    many, few, _ = page.rows
    assert (many.who, len(many.what)) == (["Questions"], 5)
    assert (few.what, len(few.who)) == (["Answers"], 3)


@pytest.mark.parametrize(
    ("rooms", "shown"),
    [(2, [2]), (3, [3]), (5, [5]), (6, [3, 3]), (8, [4, 4]), (11, [3, 4, 4])],
)
def test_rooms_beyond_what_a_page_holds_have_pages_of_their_own(
    rooms: int, shown: list[int]
) -> None:
    found = pages(event(hours(rooms, 9, 12), venue=venue(rooms)))
    assert [len(page.table.columns) for page in found if page.table] == shown
    assert [page.begins for page in found] == [True, *([False] * (len(found) - 1))]
    assert [page.anchor for page in found] == [
        "day",
        *(f"day-{n + 2}" for n in range(len(shown) - 1)),
    ]


@pytest.mark.parametrize("size", ["half-letter", "a5"])
@pytest.mark.parametrize("rooms", [2, 4, 8])
def test_a_long_day_goes_on_over_pages_and_loses_no_session(rooms: int, size: str) -> None:
    made = event(hours(rooms, 8, 23, "A Sample of a Title of Some Length"), venue=venue(rooms))
    found = pages(made, size)
    begun = [
        "".join(cell.who).replace(" ", "")
        for page in found
        for cell in (page.table.cells if page.table else ())
        if cell.begins
    ]
    titles = sorted(each.title.replace(" ", "") for each in made.program.sessions)
    assert sorted(begun) == titles
    for page in found:
        assert page.table
        assert page.table.lines <= page.table.style.lines
        for cell in page.table.cells:
            assert cell.height <= cell.lines
            for other in page.table.cells:
                apart = cell.top + cell.lines <= other.top or other.top + other.lines <= cell.top
                assert cell is other or apart or cell.left != other.left


def test_columns_too_narrow_for_a_word_that_can_t_be_divided_become_rows() -> None:
    name = "Wolframkarbidschleifmittelhersteller" * 2
    people = [{"id": "ada", "name": name}]
    made = event(
        [talk(0, "09:00", "10:00", speakers=["ada"]), talk(1, "09:00", "10:00")],
        people=people,
        venue=venue(2),
    )
    (page,) = pages(made)
    assert page.table is None
    assert [row.aside for row in page.rows] == ["Room 0", "Room 1", ""]


def test_the_room_of_most_sessions_is_said_once_a_page() -> None:
    made = event(
        [talk(0, "09:00", "10:00"), talk(0, "10:00", "11:00"), talk(1, "11:00", "12:00")],
        venue=venue(2),
    )
    (page,) = pages(made)
    assert (page.room, main_room(made)) == ("Room 0", "Room 0")
    assert [row.aside for row in page.rows] == ["", "", "Room 1", ""]


def test_what_is_called_by_a_long_title_stands_across_both_columns_with_all_of_its_kind() -> None:
    talks = [{"title": "One", "speakers": [{"name": "Ada"}]}]
    long = "A Session that is Called by so Many Words that They are Three Lines of One Column"
    made = event(
        [
            session("a", "09:00", "10:00", "talks", talks=talks, title=long),
            session("b", "10:00", "11:00", "talks", talks=talks),
            session("c", "11:00", "12:00", speakers=[{"name": "Ada"}]),
        ]
    )
    (page,) = pages(made)
    assert [(row.whole, row.aside) for row in page.rows] == [
        (True, "One speaker"),
        (True, "One speaker"),
        (False, ""),
        (False, ""),
    ]
