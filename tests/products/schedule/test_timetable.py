"""The day at a glance: what sessions are called, and rows as high as their time."""

from mi_print.event.chronology import in_time
from mi_print.event.model import Event
from mi_print.event.queries import poster_sessions
from mi_print.products.schedule import timetable
from mi_print.products.schedule.session_text import SessionText, session_text, session_texts
from tests.products.made_up import Row, context, event, paper, session

PEOPLE = [
    {"id": "ada", "name": "Ada Lovelace"},
    {"id": "bob", "name": "Bob Ross"},
    {"id": "cid", "name": "Cid"},
]
POSTERS = session("posters", "11:00", "12:00", "posters")


def told(made: Event, identifier: str) -> SessionText:
    posters = {each.session.id: each for each in poster_sessions(made)}
    (found,) = (each for each in made.program.sessions if each.id == identifier)
    return session_text(found, made, posters)


def rows(made: Event) -> list[timetable.TimetableRow]:
    posters = {each.session.id: each for each in poster_sessions(made)}
    table = context()
    return timetable.rows(
        in_time(made.program.sessions, made.workshop.venue.room_names),
        lambda each: session_text(each, made, posters),
        table,
        timetable.booklet(table),
    )


def heights(made: Event) -> list[float]:
    return [row.lines for row in rows(made)]


def test_a_keynote_is_called_by_its_speaker() -> None:
    made = event([session("key", "09:00", "10:00", "keynote", speakers=["ada"])], people=PEOPLE)
    assert told(made, "key") == SessionText("Ada Lovelace", "Key", "keynote-key")


def test_a_panel_is_called_by_all_of_its_speakers() -> None:
    panel = session("panel", "09:00", "10:00", "panel", speakers=["ada", "bob"])
    assert told(event([panel], people=PEOPLE), "panel") == SessionText(
        "Ada Lovelace, Bob Ross", "Panel", "session-panel"
    )


def test_lightning_talks_count_their_speakers_once_and_other_talks_the_talks() -> None:
    talks = [
        {"title": "One", "speakers": ["ada"]},
        {"title": "Two", "speakers": ["ada", "bob"]},
    ]
    made = event([session("short", "09:00", "10:00", "lightning", talks=talks)], people=PEOPLE)
    assert told(made, "short") == SessionText("Short", "Two speakers", "lightning-short")
    alone = [{"title": "One", "speakers": ["ada"]}]
    made = event([session("short", "09:00", "10:00", "lightning", talks=alone)], people=PEOPLE)
    assert told(made, "short").what == "One speaker"
    made = event([session("short", "09:00", "10:00", "lightning", talks=[{"title": "One"}])])
    assert told(made, "short").what == "One talk"
    made = event([session("long", "09:00", "10:00", "talks", talks=talks)], people=PEOPLE)
    assert told(made, "long").what == "Two speakers"
    talks.append({"title": "Three", "speakers": ["ada"]})
    made = event([session("long", "09:00", "10:00", "talks", talks=talks)], people=PEOPLE)
    assert told(made, "long").what == "Three talks"
    made = event([session("short", "09:00", "10:00", "lightning", talks=talks)], people=PEOPLE)
    assert told(made, "short").what == "Two speakers"


def test_posters_say_their_boards_and_their_number_among_several() -> None:
    papers = [paper("a", 3), paper("b", 8)]
    made = event([POSTERS], papers)
    assert told(made, "posters") == SessionText("Posters", "Boards 3–8", "topic-1-0")
    later = session("later", "13:00", "14:00", "posters")
    made = event([POSTERS, later], [*papers, paper("c", 1, session="later")])
    assert told(made, "later") == SessionText("Later", "Session 2, board 1", "topic-2-0")


def test_posters_without_papers_and_breaks_have_only_their_title() -> None:
    made = event([POSTERS, session("lunch", "12:00", "13:00", "break")])
    assert told(made, "posters") == SessionText("Posters")
    assert told(made, "lunch") == SessionText("Lunch")


def test_a_row_is_as_high_as_its_time_and_the_end_is_said() -> None:
    made = event([session("long", "09:00", "10:00"), session("short", "10:00", "10:20", "break")])
    found = rows(made)
    assert [row.lines for row in found] == [4, 2, 1]
    assert [row.time.strip("\u2007") for row in found] == ["9:00", "10:00", "10:20"]
    assert [row.quiet for row in found] == [False, True, True]
    assert found[-1].who == ["End"]


def test_a_gap_is_empty_height() -> None:
    made = event([session("a", "09:00", "09:15"), session("b", "10:00", "10:15")])
    assert heights(made) == [4, 1, 1]


def test_text_longer_than_its_time_grows_by_whole_lines() -> None:
    title = "A title of so many words that two lines of the page are not enough to hold it " * 2
    made = event(
        [session("a", "09:00", "09:15", speakers=["ada"], title=title.strip(), remote=True)],
        people=PEOPLE,
    )
    row, _ = rows(made)
    assert row.lines == len(row.what) > 2
    assert row.aside == "by video"


def test_by_video_takes_a_line() -> None:
    made = event([session("a", "09:00", "09:15", speakers=["ada"], remote=True)], people=PEOPLE)
    assert heights(made) == [2, 1]


def test_sessions_at_one_time_are_rows_below_each_other() -> None:
    made = event(
        [
            session("a", "09:00", "10:00"),
            session("b", "09:00", "10:30", room="Room 2"),
            session("c", "10:00", "11:00"),
        ]
    )
    assert heights(made) == [1, 4, 4, 1]
    assert rows(made)[-1].time == "11:00"


def test_the_order_is_that_of_the_clock() -> None:
    made = event([session("b", "10:00", "11:00"), session("a", "09:00", "10:00")])
    assert [row.who for row in rows(made)] == [["A"], ["B"], ["End"]]


def test_a_long_day_gives_more_minutes_to_a_line() -> None:
    hours = [session(f"s{h}", f"{h:02}:00", f"{h + 1:02}:00") for h in range(7, 20)]
    free = context().grid.lines - timetable.HEAD_LINES - 1
    assert heights(event(hours)) == [*(3 for _ in hours), 1]
    assert 4 * len(hours) > free >= 3 * len(hours)


def test_the_day_ends_when_the_last_session_does() -> None:
    made = event([session("a", "09:00", "18:00"), session("b", "10:00", "11:00")])
    assert rows(made)[-1].time == "18:00"


def test_a_day_without_sessions_has_no_rows() -> None:
    assert rows(event()) == []


def two_days(*sessions: Row) -> Event:
    return event(sessions, date=None, dates=["2025-12-06", "2025-12-07"], venue=TWO_ROOMS)


TWO_ROOMS = {"name": "Hall", "rooms": [{"id": "a", "name": "Room A"}, {"id": "b", "name": "B"}]}


def pages(made: Event) -> list[timetable.TimetablePage]:
    table = context()
    texts = session_texts(made)
    ordered = in_time(made.program.sessions, made.workshop.venue.room_names)
    return timetable.pages(ordered, texts, table, timetable.booklet(table))


def test_each_day_has_a_page_in_the_order_of_days() -> None:
    made = two_days(
        session("late", "23:00", "00:30", day="2025-12-07", room="a"),
        session("early", "09:00", "10:00", day="2025-12-06", place="Inn"),
    )
    found = pages(made)
    assert [(str(page.date), page.anchor, page.begins) for page in found] == [
        ("2025-12-06", "day", True),
        ("2025-12-07", "day-2025-12-07", True),
    ]
    told_rows = [[(row.time, *row.who, row.aside) for row in page.rows] for page in found]
    assert told_rows == [
        [("\u20079:00", "Early", "Inn"), ("10:00", "End", "")],
        [("23:00", "Late", "Room A"), ("\u20070:30", "End", "")],
    ]


def test_what_is_within_a_session_follows_it_and_is_moved_in() -> None:
    part = {"day": "2025-12-06", "within": "block"}
    made = two_days(
        session("two", "09:00", "10:00", room="b", **part),
        session("block", "09:00", "11:00", "block", day="2025-12-06"),
        session("one", "09:00", "09:30", room="a", **part),
        session("beside", "09:00", "12:00", "break", day="2025-12-06"),
    )
    (page,) = pages(made)
    shown = [(*row.who, bool(row.inset)) for row in page.rows]
    assert shown == [
        ("Block", False),
        ("One", True),
        ("Two", True),
        ("Beside", False),
        ("End", False),
    ]


def test_a_day_without_an_end_says_none() -> None:
    made = event([session("a", "09:00", "10:00"), {"id": "b", "start": "18:00", "title": "Open"}])
    assert [row.who for row in rows(made)] == [["A"], ["Open"], []]
    assert [row.who for row in pages(made)[0].rows] == [["A"], ["Open"]]


def test_a_day_of_many_rows_takes_as_few_pages_as_it_can_evenly() -> None:
    many = [session(f"s{n}", f"{8 + n // 6:02}:{n % 6}0", "23:00", "break") for n in range(60)]
    found = pages(event(many))
    assert [(page.anchor, page.begins) for page in found] == [("day", True), ("day-2", False)]
    assert [len(page.rows) for page in found] == [30, 31]


def test_talks_of_papers_are_counted_as_talks() -> None:
    talks = [{"paper": "a"}, {"paper": "b"}]
    made = event([session("x", "09:00", "10:00", "talks", talks=talks)], [paper("a"), paper("b")])
    assert told(made, "x").what == "Two talks"


def test_letters_that_reach_far_stand_clear_of_the_rules() -> None:
    titles = ("Plain", "ęç", "حجخ", "เป้ปู่", "Ấm Ổn")
    half = [("09:00", "09:15"), ("09:15", "09:30"), ("09:30", "09:45"), ("09:45", "10:00")]
    times = [*half, ("10:00", "10:15")]
    made = event(
        session(f"s{number}", *time, "talk", title=title)
        for number, (title, time) in enumerate(zip(titles, times, strict=True))
    )
    plain, marked, deep, thai, high, _ = rows(made)
    assert (plain.lines, plain.drop) == (marked.lines, marked.drop) == (1, 0)
    assert deep.lines == thai.lines == 2
    assert high.drop > thai.drop == deep.drop == 0
    assert high.lines == 1
