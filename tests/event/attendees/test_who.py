"""What is said of attendees who are, or may be, somebody of the program."""

import pytest

from mi_print.event.load import load
from tests.event.small import WORKSHOP, Files, Write, said_of

FILE = "data/attendees.csv"
PEOPLE = WORKSHOP.replace("name: Bob,", "name: Bo Sample, affiliation: MIT,")
PAPERS = "papers: [{id: a, title: T, authors: [Zoë Li], session: remote, spotlight: true}]\n"

CASES: dict[str, tuple[str, list[str]]] = {
    "taken by the name": (
        "1,Bo Sample,,",
        [
            (
                f'{FILE}:2:3: warning same-person: "Bo Sample" is taken for "Bo Sample" of '
                "data/workshop.yaml, line 10: one badge"
            ),
            '    "bob" in the column same_as says that it is right, "none" parts them',
        ],
    ),
    "taken by the folded name": (
        "1,SAMPLE\u00a0Bo,MIT,",
        [
            (
                f'{FILE}:2:3: warning same-person: "SAMPLE Bo" is taken for "Bo Sample" of '
                "data/workshop.yaml, line 10: one badge"
            ),
            '    "bob" in the column same_as says that it is right, "none" parts them',
        ],
    ),
    "an author of a spotlight": (
        "1,Li Zoe,,",
        [
            (
                f'{FILE}:2:3: warning same-person: "Li Zoe" is taken for "Zoë Li" of '
                "data/papers.yaml, line 1: one badge"
            ),
            '    "author-zoe-li" in the column same_as says that it is right, "none" parts them',
        ],
    ),
    "another affiliation": (
        "1,Bo Sample,Bakery,",
        [
            (
                f'{FILE}:2:3: warning same-person: "Bo Sample" has the name of "Bo Sample" of '
                'data/workshop.yaml, line 10, but "MIT" there and "Bakery" here: two badges'
            ),
            '    "bob" in the column same_as joins them, "none" says that it is right',
        ],
    ),
    "said to be": ("1,Bob S.,Bakery,bob\n2,Zoë Li,,author-zoe-li", []),
    "said not to be": ("1,Bo Sample,,none\n2,Zoë Li,,None", []),
    "by id": ("bob,Bo Sample,Bakery,", []),
    "by id, with another name": (
        "bob,Cleo,,",
        [
            (
                f'{FILE}:2:5: warning same-person: "Cleo" has the id of "Bo Sample" of '
                "data/workshop.yaml, line 10: one badge, with the name there"
            ),
            "    give the row another id if they are two people",
        ],
    ),
    "an unknown id": (
        "1,Ann,,bobb\n2,Ben,,2\n3,Cleo,,1",
        [
            f'{FILE}:2:8: error unknown-person: nobody of the program has the id "bobb"',
            '    did you mean "bob"?',
            f"{FILE}:3:8: error same-as: same_as names the row itself",
            '    write the id of one of the people of data/workshop.yaml, or "none"',
            (
                f'{FILE}:4:9: error same-as: "1" is another row, and two registrations are never '
                f"made "
                "one"
            ),
            "    take one of the rows out",
        ],
    ),
    "two rows say that they are one": (
        "1,Ann,,bob\n2,Ben,,bob\n3,Bo Sample,,",
        [
            (
                f'{FILE}:3:1: error same-as: another row is "Bo Sample" of data/workshop.yaml, '
                f"line 10 "
                "already, and nobody has two badges"
            ),
            '    take one of the rows out, or write "none" in its column same_as',
        ],
    ),
    "none, with the id of somebody": (
        "bob,Bo Sample,,none",
        [
            (
                f'{FILE}:2:1: error same-as: the id "bob" is that of "Bo Sample" of '
                'data/workshop.yaml, line 10, and same_as says "none"'
            ),
            "    give the row another id",
        ],
    ),
    "two rows of one name": (
        "1,Bo Sample,,\n2,Bo Sample,MIT,",
        [
            (
                f'{FILE}:3:3: warning same-person: "Bo Sample" is taken for "Bo Sample" of '
                "data/workshop.yaml, line 10: one badge"
            ),
            '    "bob" in the column same_as says that it is right, "none" parts them',
            f'{FILE}:3:3: warning same-person: "Bo Sample" may be "Bo Sample" of line 2',
            '    take one of the rows out, or write "none" in the column same_as of one',
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_said(case: str, write: Write) -> None:
    rows, said = CASES[case]
    capitals = "warning capitals", '    see whether it should be "Sample Bo"'
    files: Files = {
        "workshop.yaml": PEOPLE,
        "papers.yaml": PAPERS,
        "attendees.csv": f"id,name,affiliation,same_as\n{rows}\n",
    }
    lines = said_of(load(write(files)))
    assert [line for line in lines if not any(each in line for each in capitals)] == said


def test_several_people_of_one_name(write: Write) -> None:
    two = "  - {id: bo-2, name: Bo Sample, roles: [panelist], same_as: none}\n"
    more = "  - {id: bo-3, name: Bó Sample, roles: [panelist]}\n"
    files: Files = {
        "workshop.yaml": PEOPLE + two + more,
        "attendees.csv": "id,name\n1,Sample Bo\n2,Bó Sample\n",
    }
    said = [line for line in said_of(load(write(files))) if "same-person" in line]
    assert said == [
        (
            f'{FILE}:2:3: warning same-person: "Sample Bo" is taken for "Bo Sample" of '
            "data/workshop.yaml, line 10: one badge"
        ),
        (
            f'{FILE}:3:3: warning same-person: "Bó Sample" is taken for "Bó Sample" of '
            "data/workshop.yaml, line 12: one badge"
        ),
        f'{FILE}:3:3: warning same-person: "Bó Sample" may be "Sample Bo" of line 2',
        (
            'data/workshop.yaml:12:22: warning same-person: "Bó Sample" may be "bob" of line 10: '
            "two badges"
        ),
    ]


def test_a_row_that_may_be_several(write: Write) -> None:
    two = "  - {id: bo-2, name: Bo Sample, affiliation: Bakery, roles: [panelist]}\n"
    files: Files = {"workshop.yaml": PEOPLE + two, "attendees.csv": "id,name\n1,Bo Sample\n"}
    assert said_of(load(write(files)))[:2] == [
        (
            f'{FILE}:2:3: warning same-person: "Bo Sample" may be "bob" of data/workshop.yaml, '
            f"line 10 "
            'or "bo-2" of data/workshop.yaml, line 11: a badge of its own'
        ),
        '    write one of these ids, or "none", in the column same_as',
    ]
