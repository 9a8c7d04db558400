"""Chairs' sheets: which sessions have one, who is introduced, and that all of it fits."""

import pytest

from mi_print.event.model import Event
from mi_print.products.signage.rooms.chair_pages import SCALES, ChairPage, ChairTable
from mi_print.products.signage.rooms.chair_sheets import chair_sheets
from mi_print.products.signage.sign_record import SIGN_KINDS, sign_records
from tests.products import made_up
from tests.products.made_up import LONG, PEOPLE_OF_THE_WORLD, POSTERS, TITLE, paper, session
from tests.products.signage.typeset_signs import right

PEOPLE: list[made_up.Row] = [
    {"id": "ada", "name": "Ada Sample", "pronunciation": "AY-dah", "affiliation": "Sample House"},
    {"id": "bo", "name": "Bo Sample", "position": "Curator"},
    {"id": "cy", "name": "Cy Sample", "pronunciation": "sigh"},
]
SPOTLIGHTS = session("pitches", "10:00", "10:30", "spotlights", posters="posters")


def told(event: Event) -> list[tuple[str, list[tuple[str, list[str], int]]]]:
    """Return sessions with their talks: titles, who is introduced, how many are only named."""
    return [
        (
            sheet.session.id,
            [(t.title, [each.name for each in t.speakers], len(t.authors)) for t in sheet.talks],
        )
        for sheet in chair_sheets(event)
    ]


def test_each_session_in_which_somebody_speaks_has_a_sheet() -> None:
    papers = [
        paper("few", authors=["Ida", "Ole"]),
        paper("many", authors=[f"Author {n}" for n in range(40)]),
        paper("bright", 1, spotlight=True),
        paper("plain", 2),
    ]
    talks = [
        {"title": "Said", "start": "09:00", "speakers": ["bo"]},
        {"paper": "few", "start": "09:20", "minutes": 20},
        {"paper": "many"},
    ]
    made = made_up.event(
        [
            session("lunch", "12:00", "13:00", "break"),
            session("posters", "11:00", "12:00", "posters"),
            session("questions", "13:00", "14:00", "session", chair="cy"),
            SPOTLIGHTS,
            session("talks", "09:00", "10:00", "talks", talks=talks, chair="cy"),
            session("panel", "14:00", "15:00", "panel", speakers=["ada", "bo"]),
        ],
        papers,
        PEOPLE,
    )
    assert told(made) == [
        (
            "talks",
            [
                ("Said", ["Bo Sample"], 0),
                ("Paper few", [], 2),
                ("Paper many", [], 40),
            ],
        ),
        ("pitches", [("Paper bright", [], 1)]),
        ("panel", [("", ["Ada Sample"], 0), ("", ["Bo Sample"], 0)]),
    ]
    assert SIGN_KINDS["chair-sheets"].less(made) == (
        "no chair's sheet for a session of which the chair alone is known"
    )
    record = sign_records("chair-sheets", made)[0]
    assert (record["next"], record["next_time"]) == ("Pitches", "10:00")
    assert (record["session"], record["room"], record["chair"]) == ("Talks", "Room 1", "Cy Sample")
    assert (record["start_2"], record["minutes_2"], record["talk_2"]) == ("9:20", "20", "Paper few")
    assert record["speakers_2"] == "Ida, Ole"
    first, *_ = said = right(made, "chair-sheets")
    assert first.startswith("Small Workshop Talks 9:00–10:00, Room 1 Sunday, 7 December 2025")
    assert "Chair: Cy Sample sigh" in first
    assert "9:20 20 min Ida, Ole Paper few" in first
    assert "Author 39" in first
    assert first.endswith("Next: 10:00 Pitches")
    assert "Next" not in said[2]
    assert "Ada Sample AY-dah Sample House" in said[2]
    assert "Bo Sample Curator" in said[2]


def set_pages(event: Event, **more: float) -> list[ChairPage]:
    (sheet,) = chair_sheets(event)
    return ChairTable(made_up.context("letter", "chair-sheets"), 296, 550, **more).pages(sheet)


def pages(count: int, **more: object) -> list[ChairPage]:
    talks = [{"title": f"Talk {n}", "speakers": ["ada"], **more} for n in range(count)]
    made = made_up.event([session("a", "09:00", "18:00", "talks", talks=talks)], (), PEOPLE)
    return set_pages(made)


@pytest.mark.parametrize(("count", "sheets"), [(1, 1), (4, 1), (7, 1), (12, 2), (40, 7)])
def test_talks_go_on_as_many_pages_as_they_need(count: int, sheets: int) -> None:
    found = pages(count)
    assert len(found) == sheets
    assert sum(len(page.rows) for page in found) == count
    for number, page in enumerate(found, 1):
        assert (page.number, page.count) == (number, sheets)
        assert sum(row.height for row in page.rows) == pytest.approx(550)
    assert pages(1)[0].scale == max(SCALES)


def test_several_pages_are_as_large_as_their_number_allows() -> None:
    found = {count: pages(count) for count in range(8, 13)}
    assert {len(each) for each in found.values()} == {2}
    scales = [each[0].scale for each in found.values()]
    assert scales == sorted(scales, reverse=True)
    assert scales[0] > scales[-1] >= 1


def test_the_name_of_who_speaks_alone_is_large_and_stands_on_the_margin() -> None:
    alone = made_up.event([session("a", "09:00", "10:00", speakers=["ada"])], (), PEOPLE)
    (page,) = set_pages(alone, whole=516, names=2)
    name, *rest = page.rows[0].texts
    assert not page.timed
    assert (name.block.size, name.face.family) == (56, "Inter Display")
    assert {text.block.size for text in rest} <= {24, 21}
    (usual,) = set_pages(alone)
    assert usual.timed
    assert usual.rows[0].texts[0].block.size == 28


@pytest.mark.parametrize("speakers", [["ada", "bo"], ["ada"] * 12])
def test_larger_names_leave_room_for_notes(speakers: list[str]) -> None:
    made = made_up.event([session("a", "09:00", "10:00", speakers=speakers)], (), PEOPLE)
    rows = set_pages(made, whole=516, names=2)[0].rows
    texts = [text for row in rows for text in row.texts]
    names = [text for text in texts if text.step == "chair-name"]
    larger = names[0].block.size > 28
    assert larger is (len(speakers) == 2)
    if larger:
        assert sum(len(text.block.lines) * text.block.leading for text in texts) < 0.6 * 550


def test_lines_of_authors_are_even() -> None:
    authors = [f"Author Number {n}" for n in range(5)]
    shown = made_up.event([SPOTLIGHTS, POSTERS], [paper("p", 1, authors=authors, spotlight=True)])
    (page,) = set_pages(shown)
    lines = page.rows[0].texts[0].block.lines
    assert max(map(len, lines)) - min(map(len, lines)) < len(authors[0])


def test_times_of_one_digit_alone_stand_on_the_margin() -> None:
    talks = [
        {"title": "A", "start": "08:00", "speakers": ["ada"]},
        {"title": "B", "start": "09:30", "speakers": ["bo"]},
    ]
    late = {"title": "C", "start": "10:00", "speakers": ["cy"]}
    for more, times in (([], ["8:00", "9:30"]), ([late], ["\u20078:00", "\u20079:30", "10:00"])):
        made = made_up.event(
            [session("a", "08:00", "18:00", "talks", talks=talks + more)], (), PEOPLE
        )
        assert [row.time for row in set_pages(made)[0].rows] == times


@pytest.mark.parametrize("size", ["letter", "a4"])
def test_sheets_hold_what_is_long_and_what_is_of_any_script(size: str) -> None:
    people: list[made_up.Row] = [
        {"id": f"p{n}", "name": name, "pronunciation": name, "affiliation": name, "bio": TITLE}
        for n, name in enumerate(PEOPLE_OF_THE_WORLD.values())
    ]
    ids = [f"p{n}" for n in range(len(people))]
    papers = [
        paper(
            "all", 1, title=TITLE * 3, authors=[*PEOPLE_OF_THE_WORLD.values()] * 3, spotlight=True
        )
    ]
    talks = [{"title": LONG * 2, "start": "09:00", "minutes": 600, "speakers": ids}]
    said = right(
        made_up.event(
            [
                session(
                    "talks", "09:00", "19:00", "talks", title=TITLE * 2, talks=talks, chair="p3"
                ),
                session("panel", "20:00", "01:00", "panel", speakers=ids, remote=True),
                SPOTLIGHTS,
                POSTERS,
            ],
            papers,
            people,
            name=TITLE,
            venue={"name": "V", "room": "A Room of the Faculty in the Basement of the Hall " * 2},
        ),
        "chair-sheets",
        size,
    )
    whole = " ".join(said)
    for script in ("Latin", "Vietnamese", "Greek", "Cyrillic", "Georgian", "Chinese", "Japanese"):
        assert whole.count(PEOPLE_OF_THE_WORLD[script]) >= 9
    assert "Sheet 2 of" in whole
