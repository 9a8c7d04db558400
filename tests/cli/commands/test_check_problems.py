"""What check says of bad data, line by line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.cli import main

Write = Callable[[dict[str, str]], Path]
Capture = pytest.CaptureFixture[str]

SESSIONS = "sessions:\n" + "".join(
    f'  - {{id: s{n}, start: "{n // 10:02}:{n % 10 * 5:02}", '
    f'end: "{n // 10:02}:{n % 10 * 5 + 5:02}", '
    f"kind: talk, title: A talk, speakers: [nobody-{n}]}}\n"
    for n in range(240)
)


PEOPLE = (
    "error unknown-person: 240 of these, first at data/program.yaml:2:82, 3:82, 4:82, 5:82, "
    "6:82; --all shows each"
)
LATE = (
    "error unknown-session: 7 of these, first at data/papers.yaml:2:49, 3:49, 4:49, 5:49, "
    "6:49; --all shows each"
)
NO_PROGRAM = "there is no such file, and papers name its sessions"


def said(project: Path, capsys: Capture, *options: str) -> list[str]:
    assert main(["--project", str(project), "check", *options]) == 3
    return capsys.readouterr().err.splitlines()


def test_240_errors_of_one_rule_are_one_line_and_an_example(write: Write, capsys: Capture) -> None:
    project = write({"data/program.yaml": SESSIONS})
    assert said(project, capsys) == [
        PEOPLE,
        '    data/program.yaml:2:82: nobody has the id "nobody-0"',
        "        add the person to people in data/workshop.yaml, or write {name: …}",
    ]
    assert len(said(project, capsys, "--all")) == 480
    assert main(["--project", str(project), "check", "--json"]) == 3
    assert len(json.loads(capsys.readouterr().out)) == 240


def test_three_files_broken_at_once_are_said_in_the_order_of_cause(
    write: Write, capsys: Capture
) -> None:
    project = write(
        {
            "data/papers.yaml": "papers:\n"
            + "".join(
                f"  - {{id: p{n}, title: T{n}, authors: [A{n}], session: late, board: {n}}}\n"
                for n in range(1, 8)
            ),
            "data/signs.yaml": "notices: [\n",
            "data/print.yaml": "cfp: {quantity: none}\n",
        }
    )
    assert said(project, capsys) == [
        f"data/program.yaml: error missing-file: {NO_PROGRAM}",
        '    write it, or say session: "remote" of the papers',
        "data/signs.yaml:2:1: error syntax: the file ends inside a bracket or a brace",
        "    close it with ] or }",
        "data/print.yaml:1:17: error value: text stands where a whole number should",
        "    write digits, without quotes",
        LATE,
        '    data/papers.yaml:2:49: no session has the id "late"',
        "        add the session to data/program.yaml",
    ]
