"""Values that don't fit the model, and what their author is told."""

import pytest
from pydantic import BaseModel, Field

from mi_print.event.load import load
from mi_print.source import yaml_reader
from mi_print.source.validate import validate
from tests.event.small import PROGRAM, WORKSHOP, Files, Write, said_of

CASES: dict[str, tuple[Files, list[str]]] = {
    "unknown key near a known one": (
        {"print.yaml": "cfp: {sise: a4}\n"},
        [
            'data/print.yaml:1:7: error unknown-key: no key is called "sise" here',
            '    did you mean "size"?',
        ],
    ),
    "unknown key like none": (
        {"print.yaml": "cfp: {xyz: a4}\n"},
        [
            'data/print.yaml:1:7: error unknown-key: no key is called "xyz" here',
            (
                "    known here: caliper, fill, impose, layout, quantity, sheet, shop, size, start,"
                " stock"
            ),
        ],
    ),
    "unknown key in a list": (
        {
            "program.yaml": """\
sessions:
  - {id: a, start: "09:00", end: "10:00", kind: break, title: A, rom: B}
"""
        },
        [
            'data/program.yaml:2:66: error unknown-key: no key is called "rom" here',
            '    did you mean "room"?',
        ],
    ),
    "unknown key of the file": (
        {"print.yaml": "posters: {size: a4}\n"},
        [
            'data/print.yaml:1:1: error unknown-key: no key is called "posters" here',
            '    did you mean "orders"?',
        ],
    ),
    "missing key": (
        {
            "program.yaml": """\
sessions:
  - id: a
    start: "09:00"
    end: "10:00"
    kind: break
"""
        },
        [
            'data/program.yaml:2:5: error missing-key: "title" is missing',
            "    write it here",
        ],
    ),
    "missing keys of the file": (
        {
            "workshop.yaml": """\
name: W
host: {name: C, place: P}
timezone: UTC
venue: {name: V, room: R}
contact: {email: a@b.c}
"""
        },
        [
            'data/program.yaml:2:87: error unknown-person: nobody has the id "ada"',
            "    add the person to people in data/workshop.yaml, or write {name: …}",
            'data/workshop.yaml:1:1: error missing-key: "date" is missing',
            "    write it here, or dates, a list of days, if there are several",
        ],
    ),
    "number for text": (
        {"print.yaml": "cfp: {size: 4}\n"},
        [
            "data/print.yaml:1:13: error value: a number stands where text should",
            "    write one text, in quotes where it is a number or true or false",
        ],
    ),
    "decimal for text": (
        {"print.yaml": "cfp: {size: 1.10}\n"},
        [
            "data/print.yaml:1:13: error value: a number stands where text should",
            "    write one text, in quotes where it is a number or true or false",
        ],
    ),
    "truth for text": (
        {"print.yaml": "cfp: {size: true}\n"},
        [
            "data/print.yaml:1:13: error value: true or false stands where text should",
            "    write one text, in quotes where it is a number or true or false",
        ],
    ),
    "list for text": (
        {"print.yaml": "cfp: {size: [a4]}\n"},
        [
            "data/print.yaml:1:13: error value: a list stands where text should",
            "    write one text, in quotes where it is a number or true or false",
        ],
    ),
    "text for a number": (
        {"print.yaml": 'cfp: {quantity: "500"}\n'},
        [
            "data/print.yaml:1:17: error value: text stands where a whole number should",
            "    write digits, without quotes",
        ],
    ),
    "decimal for a whole number": (
        {"print.yaml": "cfp: {quantity: 2.5}\n"},
        [
            "data/print.yaml:1:17: error value: a number stands where a whole number should",
            "    write digits, without quotes",
        ],
    ),
    "too small": (
        {"print.yaml": "cfp: {quantity: 0}\n"},
        [
            "data/print.yaml:1:17: error value: 0 is too small",
            "    write 1 or more",
        ],
    ),
    "too large": (
        {
            "papers.yaml": """\
papers:
  - {id: a, title: T, authors: [A], session: post, board: 10000}
"""
        },
        [
            "data/papers.yaml:2:59: error value: 10000 is too large",
            "    write 9999 or less",
        ],
    ),
    "text for truth": (
        {
            "papers.yaml": """\
papers:
  - {id: a, title: T, authors: [A], session: post, board: 1, spotlight: "yes"}
"""
        },
        [
            "data/papers.yaml:2:73: error value: text stands where true or false should",
            "    write true or false, without quotes",
        ],
    ),
    "text for a list": (
        {"papers.yaml": "papers:\n  - {id: a, title: T, authors: A B, session: post, board: 1}\n"},
        [
            "data/papers.yaml:2:32: error value: text stands where a list should",
            '    begin each item with "- " on a line of its own',
        ],
    ),
    "empty list": (
        {
            "workshop.yaml": WORKSHOP
            + "call: {submit: https://example.org, deadline: {date: 2025-08-22, zone: AoE}, "
            "tracks: []}\n"
        },
        [
            "data/workshop.yaml:11:86: error value: this list is too short",
            "    write 1 or more",
        ],
    ),
    "somebody with an unknown key": (
        {"program.yaml": PROGRAM.replace("[ada]", "[{nmae: Bo, name: Bo}]")},
        [
            'data/program.yaml:2:88: error unknown-key: no key is called "nmae" here',
            '    did you mean "name"?',
        ],
    ),
    "text for a mapping": (
        {"print.yaml": "cfp: a4\n"},
        [
            "data/print.yaml:1:6: error value: text stands where a mapping should",
            "    write its keys, each with a colon and a value",
        ],
    ),
    "list for a file": (
        {"print.yaml": "- cfp\n"},
        [
            "data/print.yaml:1:1: error value: a list stands where a mapping should",
            "    write its keys, each with a colon and a value",
        ],
    ),
    "word that is not known": (
        {
            "program.yaml": """\
sessions:
  - {id: a, start: "09:00", end: "10:00", kind: brake, title: A}
"""
        },
        [
            'data/program.yaml:2:49: error value: "brake" is none of the words for this',
            '    did you mean "break"?',
        ],
    ),
    "word like none": (
        {"workshop.yaml": WORKSHOP.replace("[organizer]", "[boss]")},
        [
            'data/workshop.yaml:10:34: error unknown-role: no role is called "boss"',
            (
                "    add it to roles in data/workshop.yaml, or write one of: keynote, panelist, "
                "organizer, speaker, lightning, spotlight-author, volunteer, sponsor, press, "
                "student, other, attendee"
            ),
        ],
    ),
    "number for a word": (
        {"workshop.yaml": WORKSHOP.replace("[organizer]", "[7]")},
        [
            "data/workshop.yaml:10:34: error value: a number stands where text should",
            "    write one text, in quotes where it is a number or true or false",
        ],
    ),
    "no day": (
        {"workshop.yaml": WORKSHOP.replace("2025-12-07", "7 December")},
        [
            'data/workshop.yaml:3:7: error value: "7 December" is not a day',
            "    write it as 2025-12-07",
        ],
    ),
    "day that is not": (
        {"workshop.yaml": WORKSHOP.replace("2025-12-07", "2025-02-30")},
        [
            'data/workshop.yaml:3:7: error value: "2025-02-30" is not a day',
            "    write it as 2025-12-07",
        ],
    ),
    "number for a day": (
        {"workshop.yaml": WORKSHOP.replace("2025-12-07", "20251207")},
        [
            "data/workshop.yaml:3:7: error value: a number stands where a day should",
            "    write it as 2025-12-07",
        ],
    ),
    "day of 1970": (
        {"workshop.yaml": WORKSHOP.replace("2025-12-07", '"0"')},
        [
            "data/workshop.yaml:3:7: error value: 1970-01-01 is long ago",
            "    write the day as 2025-12-07",
        ],
    ),
    "no time": (
        {
            "program.yaml": """\
sessions:
  - {id: a, start: "9:30", end: "24:00", kind: break, title: A}
"""
        },
        [
            'data/program.yaml:2:20: error value: "9:30" is not a time of day',
            '    write it as "09:30"',
            'data/program.yaml:2:33: error value: "24:00" is not a time of day',
            '    write it as "09:30"',
        ],
    ),
    "number for a time": (
        {
            "program.yaml": """\
sessions:
  - {id: a, start: 930, end: "10:00", kind: break, title: A}
"""
        },
        [
            "data/program.yaml:2:20: error value: a number stands where a time of day should",
            '    write it as "09:30"',
        ],
    ),
    "time with a zone": (
        {
            "program.yaml": """\
sessions:
  - {id: a, start: "09:30Z", end: "10:00:30", kind: break, title: A}
"""
        },
        [
            "data/program.yaml:2:20: error value: 09:30:00+00:00 is more than hour and minute",
            '    write it as "09:30"',
            "data/program.yaml:2:35: error value: 10:00:30 is more than hour and minute",
            '    write it as "09:30"',
        ],
    ),
    "id with a space": (
        {"workshop.yaml": WORKSHOP.replace("id: bob", "id: bob b")},
        [
            'data/workshop.yaml:10:10: error value: "bob b" is not an id',
            "    use letters a to z, digits, - _ .",
        ],
    ),
    "empty id": (
        {"workshop.yaml": WORKSHOP.replace("id: bob", 'id: ""')},
        [
            "data/workshop.yaml:10:10: error value: this is empty",
            "    write it or take the key out",
        ],
    ),
    "empty text": (
        {"workshop.yaml": WORKSHOP.replace("name: Bob", 'name: " "')},
        [
            "data/workshop.yaml:10:21: error value: this is empty",
            "    write it or take the key out",
        ],
    ),
    "line break in a line": (
        {"workshop.yaml": WORKSHOP.replace("name: Bob", 'name: "Bob\\nBob"')},
        [
            "data/workshop.yaml:10:21: error value: this is one line of text",
            "    take the line break out",
        ],
    ),
    "direction override": (
        {"workshop.yaml": WORKSHOP.replace("name: Bob", 'name: "Bob\\u202e"')},
        [
            (
                "data/workshop.yaml:10:21: error value: U+202E (RIGHT-TO-LEFT OVERRIDE) can't"
                " be printed"
            ),
            "    take it out",
        ],
    ),
    "mail address": (
        {"workshop.yaml": WORKSHOP.replace("us@example.org", "us at example")},
        [
            'data/workshop.yaml:6:18: error value: "us at example" is not a mail address',
            '    write it as "name@example.org"',
        ],
    ),
    "web address": (
        {"workshop.yaml": WORKSHOP + "url: example.org\n"},
        [
            'data/workshop.yaml:11:6: error value: "example.org" is not a web address',
            '    start it with "https://"',
        ],
    ),
    "language": (
        {"workshop.yaml": WORKSHOP + "lang: american english\n"},
        [
            'data/workshop.yaml:11:7: error value: "american english" is not a language',
            '    write its code, as in "en" or "zh-Hant"',
        ],
    ),
    "long text": (
        {"workshop.yaml": WORKSHOP.replace("name: Bob", "name: " + "Bob " * 130)},
        [
            "data/workshop.yaml:10:21: error value: this has 519 characters",
            "    shorten it to 500",
        ],
    ),
    "colour": (
        {
            "workshop.yaml": WORKSHOP
            + "theme: {colours: {signal: {srgb: red, cmyk: [0, 120, 0]}}}\n"
        },
        [
            "data/workshop.yaml:11:34: error value: 'red' is not a colour",
            '    write it as six hexadecimal digits, "#DC3311"',
            "data/workshop.yaml:11:45: error missing-key: a value of this list is missing",
            "    write it here",
            "data/workshop.yaml:11:49: error value: 120 is too large",
            "    write 100 or less",
        ],
    ),
    "five inks": (
        {
            "workshop.yaml": WORKSHOP
            + 'theme: {colours: {signal: {srgb: "#ff0000", cmyk: [0, 1, 2, 3, 4]}}}\n'
        },
        [
            "data/workshop.yaml:11:51: error value: this list has 5 values",
            "    write 4",
        ],
    ),
    "name of a colour": (
        {
            "workshop.yaml": WORKSHOP
            + 'theme: {colours: {my red: {srgb: "#ff0000", cmyk: [0, 1, 2, 3]}}}\n'
        },
        [
            'data/workshop.yaml:11:19: error value: "my red" is not an id',
            "    use letters a to z, digits, - _ .",
        ],
    ),
    "key of a colour": (
        {
            "workshop.yaml": WORKSHOP
            + 'theme: {colours: {signal: {rgb: "#ff0000", srgb: "#ff0000", cmyk: [0, 1, 2, 3]}}}\n'
        },
        [
            'data/workshop.yaml:11:28: error unknown-key: no key is called "rgb" here',
            '    did you mean "srgb"?',
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_said_of_values(case: str, write: Write) -> None:
    files, said = CASES[case]
    assert said_of(load(write(files))) == said


class _Room(BaseModel):
    places: tuple[int, ...] = Field(default=(), max_length=3)


class _House(BaseModel):
    rooms: tuple[_Room, ...] = Field(max_length=2)
    doors: dict[str, _Room] = Field(default={}, max_length=2)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("rooms:\n- {places: [1, 2, 3, a]}\n", "x:2:12: error size: there are 4 values here, of 3"),
        ("rooms:\n-\n- {}\n- {places: 1}\n", "x:2:1: error size: there are 3 values here, of 2"),
        ("rooms: []\ndoors: {a: {}, b: 1, c: , d: 2}", "x:2:8: error size: there are 4 values"),
        ("rooms: []\ndoors: {a: {places: [b, c, d, e]}}", "x:2:21: error size: there are 4"),
    ],
)
def test_a_list_beyond_its_bound_is_one_problem_whatever_is_in_it(text: str, message: str) -> None:
    found = validate(yaml_reader.read(text, "x"), _House)
    assert [str(each)[: len(message)] for each in found.problems] == [message]
    assert found.whole is None
