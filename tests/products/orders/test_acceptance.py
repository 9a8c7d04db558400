"""Warnings that `print.yaml` accepts are not said; what accepts none is."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.cli import main
from mi_print.problem import in_order
from mi_print.products.load_checked import load_checked
from mi_print.products.orders.acceptance import useless, without_accepted
from mi_print.products.reads import as_count, said_elsewhere

Write = Callable[[dict[str, str]], Path]
Capture = pytest.CaptureFixture[str]

PAPERS = """\
papers:
  - {id: a, title: One, authors: [Ada], session: post, board: 1}
  - {id: b, title: Two, authors: [Ada], session: post, board: 3}
"""
PROGRAM = 'sessions: [{id: post, start: "09:00", end: "10:00", kind: posters, title: P}]\n'
TORN = "  - {rule: author-torn, id: Ada, reason: Bo stands there}\n"
GAP = "  - {rule: board-gap, id: post, reason: a pillar}\n"


ERROR = 'paper-twice of "b" is an error, and can\'t be accepted'


def project(write: Write, accept: str, papers: str = PAPERS) -> Path:
    files = {
        "data/papers.yaml": papers,
        "data/program.yaml": PROGRAM,
        "data/attendees.csv": "id,name\n1,Ann\n",
    }
    return write({**files, "data/print.yaml": f"accept:\n{accept}" if accept else "cfp: {}\n"})


def said(folder: Path) -> list[str]:
    """Return what `check` would say of the data."""
    loaded = load_checked(folder)
    problems = loaded.all_problems
    found = in_order([*without_accepted(problems, loaded), *useless(problems, loaded)])
    return [line for each in found for line in str(each).split("\n")]


def test_a_warning_is_silenced_by_rule_and_id(write: Write) -> None:
    assert [line.split(": ")[1] for line in said(project(write, ""))[::2]] == [
        "warning author-torn",
        "warning board-gap",
    ]
    assert said(project(write, TORN)) == [
        'data/papers.yaml:3:63: warning board-gap: session "post" has no paper on board 2',
        "    let the boards stand empty, or number the papers anew",
    ]
    assert said(project(write, TORN + GAP)) == []


def test_check_says_by_what_it_is_accepted(write: Write, capsys: Capture) -> None:
    folder = project(write, GAP)
    (folder / "data" / "signs.yaml").write_text("notices: 7\n", "utf-8")  # so nothing is laid out
    assert main(["--project", str(folder), "check", "--json"]) == 3
    found = json.loads(capsys.readouterr().out)
    assert [(each["rule"], each.get("record")) for each in found] == [
        ("author-torn", "Ada"),
        ("value", None),
    ]


def test_an_acceptance_that_no_longer_applies_is_said(write: Write) -> None:
    mended = PAPERS.replace("[Ada], session: post, board: 3", "[Bo], session: post, board: 2")
    assert said(project(write, TORN + GAP, mended)) == [
        'data/print.yaml:2:12: warning accept: there is no warning author-torn of "Ada" to accept',
        "    take it out",
        'data/print.yaml:3:12: warning accept: there is no warning board-gap of "post" to accept',
        "    take it out",
    ]


def test_an_acceptance_of_something_else_names_what_has_the_warning(write: Write) -> None:
    wrong = TORN.replace("id: Ada", "id: a") + GAP.replace("id: post, ", "")
    assert [line for line in said(project(write, wrong)) if "there is" in line] == [
        'data/print.yaml:2:12: warning accept: there is no warning author-torn of "a" to accept',
        '    there is one of "Ada": name that, or take it out',
        "data/print.yaml:3:12: warning accept: there is no warning board-gap to accept",
        '    there is one of "post": name that, or take it out',
    ]


def test_an_error_is_not_accepted(write: Write) -> None:
    twice = PAPERS.replace("title: Two", "title: One")
    accepted = "  - {rule: paper-twice, id: b, reason: it is meant}\n" + TORN + GAP
    found = said(project(write, accepted, twice))
    assert found[2:] == [
        f"data/print.yaml:2:12: warning accept: {ERROR}",
        "    mend it",
    ]
    assert "error paper-twice" in found[0]


def test_with_an_error_nothing_is_said_of_what_may_come_again(write: Write) -> None:
    broken = PAPERS.replace("board: 3", "board: [3]")
    found = said(project(write, TORN + GAP, broken))
    assert [line for line in found if "warning" in line] == []


@pytest.mark.parametrize(
    ("accepted", "place", "message", "hint"),
    [
        (
            "{rule: bord-gap, reason: x}",
            "2:12",
            'no rule is called "bord-gap"',
            'did you mean "board-gap"?',
        ),
        (
            "{rule: within, id: a, reason: x}",
            "2:12",
            '"within" is an error, and only warnings are accepted',
            "mend it",
        ),
        ("{rule: board-gap, id: post}", "2:5", '"reason" is missing', "write it here"),
    ],
)
def test_what_is_wrong_with_an_acceptance(
    write: Write, accepted: str, place: str, message: str, hint: str
) -> None:
    found = said(project(write, f"  - {accepted}\n"))
    where = [line for line in found if line.startswith(f"data/print.yaml:{place}: error ")]
    assert where[0].endswith(f": {message}")
    assert found[found.index(where[0]) + 1] == f"    {hint}"


def test_accepted_warnings_are_not_counted_in_a_run(write: Write) -> None:
    found = said_elsewhere(["signage"], load_checked(project(write, TORN)), listed=True)
    assert as_count(found, ["signage"]) == "1 warning; mi-print check shows it"


def test_a_colour_is_accepted_by_its_name(write: Write) -> None:
    folder = project(
        write, "  - {rule: contrast, id: signal, reason: large type only}\n" + TORN + GAP
    )
    with (folder / "data" / "workshop.yaml").open("a", encoding="utf-8") as workshop:
        workshop.write('theme: {colours: {signal: {srgb: "#FFD200", cmyk: [0, 15, 100, 0]}}}\n')
    assert said(folder) == []


def test_what_names_no_record_is_accepted_without_an_id(write: Write) -> None:
    column = "  - {rule: unknown-column, reason: an export}\n"
    folder = project(write, column + TORN + GAP)
    (folder / "data" / "attendees.csv").write_text("id,name,phone\n1,Ann,5\n", "utf-8")
    assert said(folder) == []
