"""Parts that don't fit each other, and what their author is told."""

from string import ascii_uppercase

import pytest

from mi_print.event.load import load
from tests.event.small import PROGRAM, WORKSHOP, Files, Write, said_of

DAY_OF_CALL = """\
call:
  opens: {opens}
  deadline: {{date: {deadline}, zone: {zone}}}
  notification: {notification}
  submit: https://example.org
  tracks: [{{name: Short, pages: 4}}]
"""


def papers(*each: dict[str, object]) -> Files:
    lines = []
    for letter, paper in zip(ascii_uppercase, each, strict=False):
        usual = {"id": "a", "title": "T", "authors": f"[{letter}]", "session": "post"}
        lines.append(f"  - {_flow(usual | paper)}\n")
    return {"papers.yaml": "papers:\n" + "".join(lines)}


def program(*more: dict[str, object]) -> Files:
    usual = {"id": "x", "start": '"11:00"', "end": '"12:00"', "kind": "break", "title": "X"}
    return {"program.yaml": PROGRAM + "".join(f"  - {_flow(usual | each)}\n" for each in more)}


def after_the_keynote(*more: dict[str, object]) -> Files:
    whole = program(*more)["program.yaml"]
    return {
        "program.yaml": "".join(
            line for line in str(whole).splitlines(keepends=True) if "post" not in line
        )
    }


def call(**other: str) -> Files:
    usual = {
        "opens": "2025-07-01",
        "deadline": "2025-08-01",
        "notification": "2025-09-01",
        "zone": "AoE",
    }
    return {"workshop.yaml": WORKSHOP + DAY_OF_CALL.format(**usual | other)}


def workshop(old: str, new: str) -> Files:
    return {"workshop.yaml": WORKSHOP.replace(old, new)}


def _flow(pairs: dict[str, object]) -> str:
    written = (f"{key}: {value}" for key, value in pairs.items() if value is not None)
    return "{" + ", ".join(written) + "}"


CASES: dict[str, tuple[Files, list[str]]] = {
    "id of two people": (
        workshop("id: bob", "id: ada"),
        [
            (
                'data/workshop.yaml:10:10: error duplicate-id: the id "ada" is given twice, '
                "first on line 9"
            ),
            "    give one of them another id",
        ],
    ),
    "id of two sessions": (
        program({"id": "key"}),
        [
            (
                'data/program.yaml:4:10: error duplicate-id: the id "key" is given twice, '
                "first on line 2"
            ),
            "    give one of them another id",
        ],
    ),
    "id of two papers": (
        papers({"board": 1}, {"board": 2}),
        [
            (
                'data/papers.yaml:3:10: error duplicate-id: the id "a" is given twice, first '
                "on line 2"
            ),
            "    give one of them another id",
        ],
    ),
    "person called none": (
        {"workshop.yaml": f"{WORKSHOP}  - {{id: none, name: Di, roles: [volunteer]}}\n"},
        [
            (
                "data/workshop.yaml:11:10: error duplicate-id: \"none\" can't be a person's "
                "id: same_as says it of who is nobody else"
            ),
            "    give the person another id",
        ],
    ),
    "session called remote": (
        program({"id": "remote"}),
        [
            (
                "data/program.yaml:4:10: error duplicate-id: \"remote\" can't be a session's "
                "id: papers say it that are in no session"
            ),
            "    give the session another id",
        ],
    ),
    "unknown speaker": (
        {"program.yaml": PROGRAM.replace("[ada]", "[adda, ada]")},
        [
            'data/program.yaml:2:87: error unknown-person: nobody has the id "adda"',
            '    did you mean "ada"?',
        ],
    ),
    "unknown speaker like none": (
        program({"kind": "lightning", "talks": "[{title: T, speakers: [zzz]}]"}),
        [
            'data/program.yaml:4:100: error unknown-person: nobody has the id "zzz"',
            "    known here: ada, bob",
        ],
    ),
    "unknown speaker by name": (
        {"program.yaml": PROGRAM.replace("[ada]", '["Ada", ada]')},
        [
            'data/program.yaml:2:87: error unknown-person: nobody has the id "Ada"',
            '    did you mean "ada"?',
        ],
    ),
    "id as an author's name": (
        papers({"authors": "[bob, Ada]", "session": "remote"}),
        [
            (
                'data/papers.yaml:2:33: warning id-as-name: "bob" is taken for a name, and is the '
                'id of "Bob"'
            ),
            "    write {person: bob} if that is meant",
            (
                'data/papers.yaml:2:33: warning two-spellings: "bob" is written "Bob" in '
                "data/workshop.yaml, line 10"
            ),
            "    write both alike: the index has each, and badges take them for one person",
        ],
    ),
    "unknown author by id": (
        papers({"authors": "[{person: adda}]", "session": "remote"}),
        [
            'data/papers.yaml:2:33: error unknown-person: nobody has the id "adda"',
            '    did you mean "ada"?',
        ],
    ),
    "unknown contact": (
        workshop("contact: {", "contact: {person: boby, "),
        [
            'data/workshop.yaml:6:19: error unknown-person: nobody has the id "boby"',
            '    did you mean "bob"?',
        ],
    ),
    "unknown session": (
        papers({"session": "pots", "board": 1}),
        [
            'data/papers.yaml:2:46: error unknown-session: no session has the id "pots"',
            '    did you mean "post"?',
        ],
    ),
    "session that is no poster session": (
        papers({"session": "key", "board": 1}),
        [
            (
                'data/papers.yaml:2:46: error not-posters: the session "key" is of kind '
                "keynote, not posters"
            ),
            "    known here: post",
        ],
    ),
    "spotlights of a keynote": (
        program({"kind": "spotlights", "posters": "key"}),
        [
            (
                'data/program.yaml:4:80: error not-posters: the session "key" is of kind '
                "keynote, not posters"
            ),
            "    known here: post",
        ],
    ),
    "spotlights of nothing known": (
        program({"kind": "spotlights", "posters": "nothing"}),
        [
            'data/program.yaml:4:80: error unknown-session: no session has the id "nothing"',
            "    known here: post",
        ],
    ),
    "posters of a break": (
        program({"posters": "post"}),
        [
            (
                "data/program.yaml:4:75: error not-spotlights: only a spotlights session "
                "names its posters, and this is break"
            ),
            "    take the key out, or change the kind",
        ],
    ),
    "spotlights of no session": (
        program({"kind": "spotlights"}),
        [
            (
                "data/program.yaml:4:5: warning no-posters: this spotlights session names no "
                "posters session, and so has no talks"
            ),
            "    add posters, the id of the session whose spotlights speak",
        ],
    ),
    "end before start": (
        program({"start": '"12:00"', "end": '"11:00"'}),
        [
            "data/program.yaml:4:34: error ends-early: this ends at 11:00 and starts at 12:00",
            "    put the end after the start, on the same day",
        ],
    ),
    "end at start": (
        program({"start": '"12:00"', "end": '"12:00"'}),
        [
            "data/program.yaml:4:34: error ends-early: this ends at 12:00 and starts at 12:00",
            "    put the end after the start, on the same day",
        ],
    ),
    "overlap": (
        program({"start": '"10:30"'}),
        [
            (
                'data/program.yaml:4:20: error overlap: "x" starts at 10:30, while "post" has'
                " the room until 11:00"
            ),
            "    change a time, or give one of them another room",
        ],
    ),
    "sessions out of order": (
        program({"room": "B"}, {"id": "y", "start": '"08:00"', "end": '"08:30"'}),
        [
            (
                'data/program.yaml:5:20: warning session-order: "y" starts at 08:00 and stands '
                'below "x", which starts at 11:00'
            ),
            "    put the sessions in the order of their time",
        ],
    ),
    "speaker in two rooms at once": (
        after_the_keynote(
            {"start": '"09:30"', "end": '"10:30"', "room": "B", "speakers": "[ada]"},
            {"id": "y", "start": '"09:45"', "end": '"09:50"', "room": "C", "speakers": "[ada]"},
            {"id": "z", "start": '"10:30"', "end": '"11:00"', "room": "D", "speakers": "[ada]"},
        ),
        [
            (
                'data/program.yaml:3:5: warning speaker-twice: ada is needed in "x" from 09:30, '
                'and until 10:00 in "key" of line 2, in another room'
            ),
            "    change a time, a speaker, or who leads",
            (
                'data/program.yaml:4:5: warning speaker-twice: ada is needed in "y" from 09:45, '
                'and until 10:00 in "key" of line 2, in another room'
            ),
            "    change a time, a speaker, or who leads",
            (
                'data/program.yaml:4:5: warning speaker-twice: ada is needed in "y" from 09:45, '
                'and until 10:30 in "x" of line 3, in another room'
            ),
            "    change a time, a speaker, or who leads",
        ],
    ),
    "speaker of a talk in another room": (
        after_the_keynote(
            {
                "start": '"09:30"',
                "end": '"10:30"',
                "room": "B",
                "kind": "lightning",
                "talks": "[{title: T, speakers: [ada, bob]}]",
            },
        ),
        [
            (
                'data/program.yaml:3:5: warning speaker-twice: ada is needed in "x" from 09:30, '
                'and until 10:00 in "key" of line 2, in another room'
            ),
            "    change a time, a speaker, or who leads",
        ],
    ),
    "overlap with the venue's room by name": (
        program({"start": '"10:30"', "room": "room 1"}),
        [
            (
                'data/program.yaml:4:20: error overlap: "x" starts at 10:30, while "post" has'
                " the room until 11:00"
            ),
            "    change a time, or give one of them another room",
        ],
    ),
    "overlap with two that are apart": (
        program(
            {"id": "x", "start": '"11:00"', "end": '"14:00"'},
            {"id": "y", "start": '"11:30"', "end": '"12:00"'},
            {"id": "z", "start": '"13:00"', "end": '"15:00"'},
        ),
        [
            (
                'data/program.yaml:5:20: error overlap: "y" starts at 11:30, while "x" has '
                "the room until 14:00"
            ),
            "    change a time, or give one of them another room",
            (
                'data/program.yaml:6:20: error overlap: "z" starts at 13:00, while "x" has '
                "the room until 14:00"
            ),
            "    change a time, or give one of them another room",
        ],
    ),
    "boards with several papers": (
        papers(
            {"board": 1},
            {"id": "b", "board": 1},
            {"id": "c", "board": 2},
            {"id": "d", "board": '"2"'},
            {"id": "e", "board": 3},
            {"id": "f", "board": "A4"},
            {"id": "g", "board": '"A4"'},
        ),
        [
            (
                'data/papers.yaml:3:59: warning board-shared: session "post" has several papers '
                "on board 1–2, A4"
            ),
            "    see whether they share it: its card has all of them",
        ],
    ),
    "no board where others have one": (
        papers({}, {"id": "b", "board": "A2"}),
        [
            (
                'data/papers.yaml:2:5: warning board-missing: paper "a" has no board in session '
                '"post", where others do'
            ),
            "    give it a board: without one it is in the lists alone, and has no card",
        ],
    ),
    "no boards": (papers({}, {"id": "b"}), []),
    "boards in several sessions": (
        program({"id": "late", "kind": "posters"})
        | papers({"boards": '{post: 1, late: "A7"}', "session": None}, {"id": "b", "board": 1}),
        [
            (
                'data/papers.yaml:3:59: warning board-shared: session "post" has several papers '
                "on board 1"
            ),
            "    see whether they share it: its card has all of them",
        ],
    ),
    "board of a remote paper": (
        papers({"session": "remote", "board": 1}),
        [
            'data/papers.yaml:2:61: error board-remote: paper "a" is remote and has a board',
            "    take the board out, or name its session",
        ],
    ),
    "gap in the boards": (
        papers({"board": 7}, {"id": "b", "board": 2}, {"id": "c", "board": 4}),
        [
            (
                'data/papers.yaml:4:59: warning board-gap: session "post" has no paper on '
                "board 3, 5–6"
            ),
            "    let the boards stand empty, or number the papers anew",
        ],
    ),
    "category in two places": (
        papers(
            {"board": 1, "category": "X"},
            {"id": "b", "board": 2, "category": "Y"},
            {"id": "c", "board": 3, "category": "X"},
            {"id": "d", "board": 4, "category": "X"},
        ),
        [
            (
                'data/papers.yaml:4:59: warning category-split: "X" is on boards 1, 3–4 of '
                'session "post"'
            ),
            "    number the boards so that a category hangs together",
        ],
    ),
    "no category": (
        papers({"board": 1, "category": "X"}, {"id": "b", "board": 2}),
        [
            'data/papers.yaml:3:5: warning category-missing: paper "b" has no category',
            "    add the category that it hangs with",
        ],
    ),
    "speaker on no session": (
        workshop("[organizer]", "[organizer, panelist]"),
        [
            (
                "data/workshop.yaml:10:5: warning unscheduled: Bob has the role panelist and "
                "speaks in no session"
            ),
            "    add the id to the speakers of a session in data/program.yaml",
        ],
    ),
    "keynote without speakers": (
        {"program.yaml": PROGRAM.replace(", speakers: [ada]", "")},
        [
            "data/program.yaml:2:5: warning no-speaker: this talk has no speaker",
            "    add speakers, a list of ids of people",
            (
                "data/workshop.yaml:9:5: warning unscheduled: Ada has the role keynote and "
                "speaks in no session"
            ),
            "    add the id to the speakers of a session in data/program.yaml",
        ],
    ),
    "talk without speakers": (
        program({"kind": "lightning", "talks": "[{title: T, speakers: [ada]}, {title: U}]"}),
        [
            "data/program.yaml:4:107: warning no-speaker: this talk has no speaker",
            "    add speakers, a list of ids of people",
        ],
    ),
    "opening after the deadline": (
        call(opens="2025-08-02"),
        [
            (
                "data/workshop.yaml:12:10: error call-order: the opening on 2025-08-02 is "
                "after the deadline on 2025-08-01"
            ),
            "    correct one of the two days",
        ],
    ),
    "notification before the deadline": (
        call(notification="2025-07-31"),
        [
            (
                "data/workshop.yaml:13:20: error call-order: the deadline on 2025-08-01 is "
                "after the notification on 2025-07-31"
            ),
            "    correct one of the two days",
        ],
    ),
    "deadline after the workshop": (
        call(deadline="2025-12-08", notification="2025-12-09"),
        [
            (
                "data/workshop.yaml:13:20: error call-order: the deadline on 2025-12-08 is "
                "after the workshop on 2025-12-07"
            ),
            "    correct one of the two days",
            (
                "data/workshop.yaml:14:17: error call-order: the notification on 2025-12-09 "
                "is after the workshop on 2025-12-07"
            ),
            "    correct one of the two days",
        ],
    ),
    "zone of the deadline": (
        call(zone="Aoe"),
        [
            'data/workshop.yaml:13:38: error unknown-zone: there is no time zone "Aoe"',
            '    did you mean "AoE"?',
        ],
    ),
    "zone of the workshop": (
        workshop("Europe/Paris", "Europe/Pariss"),
        [
            'data/workshop.yaml:4:11: error unknown-zone: there is no time zone "Europe/Pariss"',
            '    did you mean "Europe/Paris"?',
        ],
    ),
    "folder of zones": (
        workshop("Europe/Paris", "America"),
        [
            'data/workshop.yaml:4:11: error unknown-zone: there is no time zone "America"',
            "    write it as in America/Los_Angeles",
        ],
    ),
    "path for a zone": (
        workshop("Europe/Paris", "../../etc/localtime"),
        [
            (
                "data/workshop.yaml:4:11: error unknown-zone: there is no time zone "
                '"../../etc/localtime"'
            ),
            "    write it as in America/Los_Angeles",
        ],
    ),
    "colour twice": (
        {
            "workshop.yaml": WORKSHOP
            + """\
theme:
  colours:
    one: {srgb: "#ff0000", cmyk: [0, 1, 2, 3]}
    two: {srgb: "#FF0000", cmyk: [9, 1, 2, 3]}
"""
        },
        [
            'data/workshop.yaml:14:17: error same-colour: "two" and "one" are both #FF0000',
            "    change a digit of one of them: the press tells colours apart by this value",
        ],
    ),
    "colour twice, once without a build": (
        {
            "workshop.yaml": WORKSHOP
            + """\
theme:
  colours:
    one: {srgb: "#ff0000", cmyk: [0, 1, 2, 3]}
    two: "#FF0000"
"""
        },
        [
            'data/workshop.yaml:14:10: error same-colour: "two" and "one" are both #FF0000',
            "    change a digit of one of them: the press tells colours apart by this value",
        ],
    ),
    "colours that are none": (
        {
            "workshop.yaml": WORKSHOP
            + """\
theme:
  colours:
    one: 7
    two: "green"
    six: #006875
    ten: {srgb: "#006875", spot: Gold}
"""
        },
        [
            "data/workshop.yaml:13:10: error value: this is not a colour",
            '    write it in quotes, as "#0B6E4F"',
            "data/workshop.yaml:14:10: error value: 'green' is not a colour",
            '    write it as six hexadecimal digits, "#DC3311"',
            'data/workshop.yaml:15:5: error surprise: "six" has no value',
            "    write one, in quotes if it begins with #, or take this out",
            "data/workshop.yaml:16:10: error value: the spot ink Gold has no build",
            "    write cmyk, by which the ink is proofed",
        ],
    ),
    "spotlight order twice": (
        papers(
            {"board": 1, "spotlight": "true", "spotlight_order": 1},
            {"id": "b", "board": 2, "spotlight": "true", "spotlight_order": 1},
        )
        | program({"kind": "spotlights", "posters": "post"}),
        [
            (
                'data/papers.yaml:3:96: error order-twice: spotlight 1 of session "post" is '
                "on line 2"
            ),
            "    give one of the papers another order",
        ],
    ),
    "spotlight order of none": (
        papers({"board": 1, "spotlight_order": 1}),
        [
            (
                'data/papers.yaml:2:79: error order-alone: paper "a" has a spotlight_order '
                "and is no spotlight"
            ),
            "    add spotlight: true, or take the order out",
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_said_of_the_whole(case: str, write: Write) -> None:
    files, said = CASES[case]
    assert said_of(load(write(files))) == said
