"""Times of sessions, of their parts, and of talks; and who speaks in two at once."""

import pytest

from mi_print.event.load import load
from tests.event.small import WORKSHOP, Write, said_of

ROOMS = "venue: {name: Hall, rooms: [{id: a, name: Room A}, {id: b, name: Room B}]}"
TWO_DAYS = "dates: [2025-12-06, 2025-12-07]"
ADA = "speakers: [ada]"


def rows(*given: str) -> str:
    return "sessions:\n" + "".join(
        f"  - {{id: s{at}, title: T, {row}}}\n" for at, row in enumerate(given)
    )


def talk(start: str, more: str = "", title: str = "title: T, ") -> str:
    return f'{{{title}start: "{start}"{more}, {ADA}}}'


def session(start: str, end: str, *talks: str, kind: str = "talks", more: str = "") -> str:
    listed = f", talks: [{', '.join(talks)}]" if talks else ""
    return f'start: "{start}", end: "{end}", kind: {kind}{more}{listed}'


BLOCK = session("09:00", "12:00", kind="block")
ON_6, ON_7 = ", day: 2025-12-06", ", day: 2025-12-07"

CASES: dict[str, tuple[str, list[str]]] = {
    "over midnight": (rows(session("23:00", "00:30", talk("00:15"))), []),
    "to six in the morning": (
        rows(session("23:00", "06:00")),
        [
            "data/program.yaml:2:45: error ends-early: this ends at 06:00 and starts at 23:00",
            "    put the end after the start, on the same day",
        ],
    ),
    "within no session": (
        rows(session("09:00", "10:00", more=", within: other")),
        [
            'data/program.yaml:2:75: error unknown-session: no session has the id "other"',
            "    known here: s0",
        ],
    ),
    "within itself, and two deep": (
        rows(
            session("09:00", "12:00", more=", within: s0"),
            session("09:00", "12:00", more=", within: s0"),
        ),
        [
            'data/program.yaml:2:75: error within: "s0" is itself within "s0"',
            "    name the outermost session",
            'data/program.yaml:3:75: error within: "s0" is itself within "s0"',
            "    name the outermost session",
        ],
    ),
    "within one that ends earlier": (
        rows(BLOCK, session("11:00", "12:30", more=", within: s0")),
        [
            (
                'data/program.yaml:3:75: error within: this is from 11:00 to 12:30, and "s0" is '
                "from 09:00 to 12:00"
            ),
            "    correct a time, or take the key out",
        ],
    ),
    "within one of another day": (
        rows(BLOCK + ON_6, session("11:00", "12:00", more=f", within: s0{ON_7}")),
        [
            (
                'data/program.yaml:3:75: error within: "s0" is on 2025-12-06, and this is on '
                "2025-12-07"
            ),
            "    correct a day, or take the key out",
        ],
    ),
    "a talk before its session, and one that takes too long": (
        rows(session("09:00", "10:00", talk("08:50"), talk("09:50", ", minutes: 15"))),
        [
            (
                "data/program.yaml:2:93: error talk-time: this talk starts at 08:50, and its "
                "session is from 09:00 to 10:00"
            ),
            "    correct a time",
            (
                "data/program.yaml:2:138: error talk-time: this talk starts at 09:50 and takes 15 "
                "minutes, and its session is from 09:00 to 10:00"
            ),
            "    correct a time",
        ],
    ),
    "a talk without a title": (
        rows(session("09:00", "10:00", talk("09:00", title=""))),
        [
            'data/program.yaml:2:75: error missing-key: "title" is missing',
            "    write it here, or name the paper whose title the talk has",
        ],
    ),
    "a talk about no paper": (
        rows(session("09:00", "10:00", talk("09:00", title="paper: p, "))),
        [
            'data/program.yaml:2:83: error unknown-paper: no paper has the id "p"',
            "    add the paper to data/papers.yaml",
        ],
    ),
    "two talks in two rooms one after the other": (
        rows(
            session("09:00", "10:00", talk("09:00", ", minutes: 20"), more=", room: a"),
            session("09:00", "10:00", talk("09:30"), more=", room: b"),
        ),
        [],
    ),
    "two talks in two rooms at once": (
        rows(
            session("09:00", "10:00", talk("09:00", ", minutes: 40"), more=", room: a"),
            session("09:00", "10:00", talk("09:30"), more=", room: b"),
        ),
        [
            (
                'data/program.yaml:3:5: warning speaker-twice: ada is needed in "s1" from 09:30, '
                'and until 09:40 in "s0" of line 2, in another room'
            ),
            "    change a time, a speaker, or who leads",
        ],
    ),
    "leading one session and speaking in another": (
        rows(
            session("09:00", "10:00", more=", room: a, chair: ada"),
            session("09:00", "10:00", talk("09:30"), more=", room: b, chair: {name: Cy}"),
        ),
        [
            (
                'data/program.yaml:3:5: warning speaker-twice: ada is needed in "s1" from 09:30, '
                'and until 10:00 in "s0" of line 2, in another room'
            ),
            "    change a time, a speaker, or who leads",
        ],
    ),
    "led by nobody who is known": (
        rows(session("09:00", "10:00", more=", chair: cy")),
        [
            'data/program.yaml:2:74: error unknown-person: nobody has the id "cy"',
            "    known here: ada, bob",
        ],
    ),
    "speaking in a session and a part of it": (
        rows(
            session("09:00", "12:00", kind="block", more=f", {ADA}"),
            session("09:00", "10:00", more=f", room: a, within: s0, {ADA}"),
        ),
        [],
    ),
    "a room after the other": (
        rows(
            session("09:00", "10:00", more=", room: a"),
            session("10:00", "11:00", more=", room: a"),
            session("09:00", "10:00", more=", room: b"),
        ),
        [],
    ),
    "no day, where others have one": (
        rows(
            session("09:00", "10:00", more=", room: a") + ON_7,
            *[session("09:00", "10:00", more=f", room: a, {ADA}")] * 2,
        ),
        [
            (
                "data/program.yaml:3:5: error day-missing: this session has no day, and the "
                "workshop has several"
            ),
            "    add day, one of: 2025-12-06, 2025-12-07",
            (
                "data/program.yaml:4:5: error day-missing: this session has no day, and the "
                "workshop has several"
            ),
            "    add day, one of: 2025-12-06, 2025-12-07",
        ],
    ),
    "a day below the next": (
        rows(session("09:00", "10:00") + ON_7, session("09:00", "10:00") + ON_6),
        [
            (
                'data/program.yaml:3:31: warning session-order: "s1" starts on 2025-12-06 at 09:00 '
                'and stands below "s0", which starts on 2025-12-07 at 09:00'
            ),
            "    put the sessions in the order of their time",
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_with_the_program(name: str, write: Write) -> None:
    program, messages = CASES[name]
    text = WORKSHOP.replace("venue: {name: Hall, room: Room 1}", ROOMS)
    text = text.replace("roles: [keynote]", "roles: [organizer]")
    if ON_7 in program:
        text = text.replace("date: 2025-12-07", TWO_DAYS)
    assert said_of(load(write({"workshop.yaml": text, "program.yaml": program}))) == messages


def test_a_talk_has_the_title_of_its_paper(write: Write) -> None:
    paper = (
        'papers: [{id: p, title: A Title, authors: [Cy], session: remote, url: "https://x.org"}]'
    )
    program = rows(session("09:00", "10:00", "{paper: p}", "{title: Own, paper: p}"))
    text = WORKSHOP.replace("roles: [keynote]", "roles: [organizer]")
    loaded = load(write({"workshop.yaml": text, "program.yaml": program, "papers.yaml": paper}))
    assert said_of(loaded) == []
    assert loaded.event
    talks = loaded.event.program.sessions[0].talks
    assert [each.title for each in talks] == ["A Title", "Own"]


def test_moments_have_a_day(write: Write) -> None:
    text = WORKSHOP.replace("roles: [keynote]", "roles: [organizer]")
    program = rows(session("23:00", "00:30"), 'start: "23:00", kind: social, place: Inn')
    event = load(write({"workshop.yaml": text, "program.yaml": program})).event
    assert event
    night, late = event.program.sessions
    assert str(night.starts) == "2025-12-07 23:00:00"
    assert str(night.ends) == "2025-12-08 00:30:00"
    assert (night.minutes, late.ends, late.minutes) == (90, None, None)
