"""Posters and signs that can't be hung as they are written, and what their author is told."""

import pytest

from mi_print.event.load import load
from tests.event.small import PROGRAM, Files, Write, said_of

TWO_SESSIONS = PROGRAM + (
    '  - {id: spot, start: "11:00", end: "11:30", kind: spotlights, title: S, posters: post}\n'
    '  - {id: late, start: "12:00", end: "13:00", kind: posters, title: More}\n'
)

PAPER = "- {{id: {}, title: {}, authors: [{}], session: {}}}\n"


def papers(*each: tuple[str, str, str, str]) -> Files:
    rows = "".join(PAPER.format(*paper) for paper in each)
    return {"papers.yaml": f"papers:\n{rows}", "program.yaml": TWO_SESSIONS}


def _torn(column: int, author: str) -> str:
    said = f'{author} has boards 1 and 2 of session "post"'
    return f"data/papers.yaml:3:{column}: warning author-torn: {said}"


CASES: dict[str, tuple[Files, list[str]]] = {
    "paper twice in a session": (
        papers(
            ("a", "On Élan", "Ada, Cy", "post, board: 1"),
            ("b", "on elan", "Dee, Ada", "post, board: 2"),
        ),
        [
            (
                'data/papers.yaml:3:18: error paper-twice: paper "b" is paper "a" of line 2 again, '
                "on board 1 of post and on board 2 of post"
            ),
            "    take one of them out",
            (
                "data/papers.yaml:3:42: warning author-torn: Ada has boards 1 and 2 of session "
                '"post"'
            ),
            "    ask who stands where, or show one of the papers in another session",
        ],
    ),
    "paper in two sessions": (
        papers(("a", "T", "Ada", "post, board: 1"), ("b", "T", "Ada", "late, board: 1")),
        [
            (
                'data/papers.yaml:3:18: warning paper-twice: paper "b" is paper "a" of line 2 '
                "again, on board 1 of post and on board 1 of late"
            ),
            "    take one of them out, if it is shown once",
        ],
    ),
    "paper on site and remote": (
        papers(("a", "T", "Ada", "post, board: 1"), ("b", "T", "Ada", "remote")),
        [
            (
                'data/papers.yaml:3:18: warning paper-twice: paper "b" is paper "a" of line 2 '
                "again, on board 1 of post and remote"
            ),
            "    take one of them out, if it is shown once",
        ],
    ),
    "title that two others chose": (
        papers(("a", "T", "Ada", "post, board: 1"), ("b", "T", "Bob", "post, board: 2")),
        [],
    ),
    "author at two boards, at one in another session, and of a remote paper": (
        papers(
            ("a", "A", "José Ruiz", "post, board: 1"),
            ("b", "B", "Jose Ruiz", "post, board: 2"),
            ("c", "C", "Jose Ruiz", "late, board: 3"),
            ("d", "D", "Jose Ruiz", "remote"),
        ),
        [
            (
                "data/papers.yaml:3:31: warning author-torn: José Ruiz has boards 1 and 2 of "
                'session "post"'
            ),
            "    ask who stands where, or show one of the papers in another session",
            (
                'data/papers.yaml:3:31: warning two-spellings: "Jose Ruiz" is written "José Ruiz" '
                "in data/papers.yaml, line 2"
            ),
            "    write both alike: the index has each, and badges take them for one person",
        ],
    ),
    "author at three boards": (
        papers(
            ("a", "A", "Ada", "post, board: 3"),
            ("b", "B", "Ada", "post, board: 1"),
            ("c", "C", "Ada", "post, board: 2"),
        ),
        [
            (
                "data/papers.yaml:3:31: warning author-torn: Ada has boards 1, 2 and 3 of "
                'session "post"'
            ),
            "    ask who stands where, or show one of the papers in another session",
        ],
    ),
    "many authors at two boards": (
        papers(
            ("a", "A", ", ".join("ABCDEFG"), "post, board: 1"),
            ("b", "B", ", ".join("ABCDEFG"), "post, board: 2"),
        ),
        [
            line
            for at, author in enumerate("ABCDEFG")
            for line in (
                _torn(31 + 3 * at, author),
                "    ask who stands where, or show one of the papers in another session",
            )
        ],
    ),
    "spotlights on no session": (
        papers(
            ("a", "A", "Ann", "post, board: 1, spotlight: true"),
            ("b", "B", "Ben", "late, board: 1, spotlight: true"),
            ("c", "C", "Cy", "late, board: 2, spotlight: true"),
            ("d", "D", "Dee", "remote, spotlight: true"),
        ),
        [
            (
                "data/papers.yaml:3:73: warning spotlight-unscheduled: no spotlights session names "
                '"late" as its posters, which has spotlights: paper b, c'
            ),
            ("    add a session of kind spotlights with posters: late, or take the spotlights out"),
        ],
    ),
    "id of two direction signs": (
        {"signs.yaml": "directions:\n- {id: a, arrow: up}\n- {id: a, arrow: left}\n"},
        [
            'data/signs.yaml:3:8: error duplicate-id: the id "a" is given twice, first on line 2',
            "    give one of them another id",
        ],
    ),
    "id of two notices": (
        {"signs.yaml": "notices:\n- {id: a, title: T}\n- {id: a, title: U}\n"},
        [
            'data/signs.yaml:3:8: error duplicate-id: the id "a" is given twice, first on line 2',
            "    give one of them another id",
        ],
    ),
    "notice with two codes": (
        {
            "signs.yaml": """\
notices:
- {id: a, title: T, url: "https://example.org", wifi: {network: N}}
"""
        },
        [
            (
                'data/signs.yaml:2:55: error two-codes: notice "a" has both url and wifi, and room '
                "for one QR code"
            ),
            "    make two notices of it",
        ],
    ),
    "arrow that points nowhere": (
        {"signs.yaml": "directions:\n- {id: a, arrow: upright}\n"},
        [
            'data/signs.yaml:2:18: error value: "upright" is none of the words for this',
            '    did you mean "up-right"?',
        ],
    ),
    "minutes that no card has": (
        {"signs.yaml": "times: [0, 61]\n"},
        [
            "data/signs.yaml:1:9: error value: 0 is too small",
            "    write 1 or more",
            "data/signs.yaml:1:12: error value: 61 is too large",
            "    write 60 or less",
        ],
    ),
    "badges of whom there is not": (
        {"print.yaml": "badges: {roles: [keynotes], order: age}\n"},
        [
            'data/print.yaml:1:36: error value: "age" is none of the words for this',
            "    known here: family, file, name, role",
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_said_of_posters_and_signs(case: str, write: Write) -> None:
    files, said = CASES[case]
    assert said_of(load(write(files))) == said
