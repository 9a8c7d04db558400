"""Loading as a whole: what one run reads, says and refuses to read."""

import os
from pathlib import Path

import pytest

from mi_print.event.load import load
from mi_print.event.located_texts import LocatedText
from mi_print.event.model import Role
from mi_print.problem import Problem, errors_of
from mi_print.source import csv_cells, yaml_reader
from mi_print.source.project_files import MAX_BYTES
from tests.event.small import PROGRAM, WORKSHOP, Files, Write, said_of, write_project
from tests.processes.alone import alone

PAPERS = """\
papers:
  - id: a
    title: "One, two"
    authors: [Ada, Bob]
    session: post
    board: 1
  - {id: b, title: Three, authors: [Cy], session: remote, spotlight: true}
"""

TABLE = """\
id,title,authors,session,board,spotlight
a,"One, two",Ada; Bob,post,1,
b,Three,Cy,remote,,yes
"""


def test_a_project_without_a_fault(write: Write) -> None:
    loaded = load(write({"papers.yaml": PAPERS}))
    assert loaded.problems == []
    assert loaded.event is not None
    assert [day.isoformat() for day in loaded.event.workshop.days] == ["2025-12-07"]
    assert [session.minutes for session in loaded.event.program.sessions] == [60, 60]
    assert [paper.remote for paper in loaded.event.papers] == [False, True]
    assert [person.id for person in loaded.event.having(Role.KEYNOTE)] == ["ada"]


ODD = """\
papers:
  - {id: a, title: "Caf\u00c3\u00a9 of  samples", authors: ["Ada; Bob"], session: post, board: 1}
  - {id: a, title: "見本 & T&eacute;sts", authors: [Zoë], session: nowhere}
"""


def said_and_found(project: Path) -> tuple[list[Problem], tuple[LocatedText, ...], int]:
    """Return what is wrong, the texts, and how many bytes of them came from another process."""
    loaded = load(project)
    sent = loaded.text_places.__dict__["_sent"]
    return loaded.problems, loaded.texts, len(sent[0].__getstate__()) if sent else 0


def test_texts_are_the_same_if_another_process_looks_at_them(write: Write) -> None:
    project = write({"papers.yaml": ODD})
    here = said_and_found(project)
    replaced = {"mi_print.event.load:_MANY": 0, "mi_print.processes.beside:cores": two}
    problems, texts, sent = alone(said_and_found, project, replaced=replaced)
    assert {problem.rule for problem in problems} >= {"mojibake", "spaces", "duplicate-id"}
    assert (problems, texts, 0) == here
    assert sent


def two() -> int:
    return 2


def test_this_workshop_has_no_error() -> None:
    loaded = load(Path(__file__).parents[2])
    assert errors_of(loaded.problems) == []
    assert loaded.event is not None


def test_a_table_says_what_yaml_says(tmp_path: Path) -> None:
    events = []
    for folder, name, text in (("y", "papers.yaml", PAPERS), ("c", "papers.csv", TABLE)):
        (tmp_path / folder).mkdir()
        write_project(tmp_path / folder, {name: text})
        events.append(load(tmp_path / folder).event)
    assert events[0] is not None
    assert events[0] == events[1]


def test_a_byte_order_mark_is_no_text(write: Write) -> None:
    bom = b"\xef\xbb\xbf"
    files: Files = {"workshop.yaml": bom + WORKSHOP.encode(), "papers.csv": bom + TABLE.encode()}
    assert load(write(files)).problems == []


def test_every_problem_of_every_file_in_one_run(write: Write) -> None:
    files: Files = {
        "workshop.yaml": WORKSHOP.replace("id: bob", "id: bob b").replace("Ada", "NO"),
        "program.yaml": PROGRAM.replace("[ada]", "[adda]"),
        "papers.yaml": "papers: [\n",
        "print.yaml": "cfp: {sise: a4}\n",
    }
    said = [str(problem).split(" error ")[0] for problem in load(write(files)).problems]
    assert said == [
        "data/papers.yaml:2:1:",
        "data/print.yaml:1:7:",
        "data/program.yaml:2:87:",
        "data/workshop.yaml:9:21:",
        "data/workshop.yaml:10:10:",
    ]


def test_a_fault_in_a_person_neither_hides_nor_invents_others(write: Write) -> None:
    program = PROGRAM.replace('start: "10:00"', 'start: "09:30"')
    person = WORKSHOP.replace("name: Ada", 'name: ""')
    assert said_of(load(write({"program.yaml": program, "workshop.yaml": person}))) == [
        (
            'data/program.yaml:3:23: error overlap: "post" starts at 09:30, while "key" has the '
            "room until 10:00"
        ),
        "    change a time, or give one of them another room",
        "data/workshop.yaml:9:21: error value: this is empty",
        "    write it or take the key out",
    ]


def test_nobody_is_unknown_while_the_people_can_not_be_read(write: Write) -> None:
    loaded = load(write({"workshop.yaml": WORKSHOP + "  - {id: cy\n"}))
    assert [problem.rule for problem in loaded.problems] == ["syntax"]


@pytest.mark.parametrize("folder", [False, True])
def test_no_workshop(tmp_path: Path, folder: bool) -> None:  # noqa: FBT001 - a parameter of the test
    if folder:
        (tmp_path / "data").mkdir()
    assert said_of(load(tmp_path)) == [
        "data/workshop.yaml: error missing-file: there is no such file",
        "    name the folder of data/ with --project, or begin one with: mi-print init DIR",
    ]


def test_two_files_of_papers(write: Write) -> None:
    assert said_of(load(write({"papers.yaml": PAPERS, "papers.csv": "nonsense"}))) == [
        (
            "data/papers.csv: error two-files: there is data/papers.yaml too, and one of them "
            "says the papers"
        ),
        "    delete one of the two",
    ]


def test_a_file_with_another_ending(write: Write) -> None:
    assert said_of(load(write({"print.yml": "cfp: {size: a4}\n"}))) == [
        "data/print.yml: error wrong-name: this file is not read; its name is print.yaml",
        "    rename it",
    ]


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("secret: yes\n", encoding="utf-8")
    project = tmp_path / "project"
    project.mkdir()
    write_project(project, {})
    (project / "data" / "print.yaml").symlink_to(outside)
    assert said_of(load(project)) == [
        "data/print.yaml: error outside: this link leads out of the project folder",
        "    put the file itself here",
    ]


def test_a_link_within_the_project_is_followed(write: Write) -> None:
    project = write({"orders": "cfp: {size: a4}\n"})
    (project / "data" / "print.yaml").symlink_to(project / "data" / "orders")
    loaded = load(project)
    assert loaded.event is not None
    assert loaded.event.orders.cfp.size == "a4"


def test_links_in_a_circle(write: Write) -> None:
    project = write({})
    (project / "data" / "print.yaml").symlink_to(project / "data" / "print.yaml")
    assert [problem.rule for problem in load(project).problems] == ["unreadable"]


def test_a_pipe_is_not_waited_for(write: Write) -> None:
    project = write({})
    os.mkfifo(project / "data" / "print.yaml")
    assert said_of(load(project)) == [
        "data/print.yaml: error unreadable: this is no file",
        "    put a file here",
    ]


def test_a_file_too_large_to_be_data(write: Write) -> None:
    project = write({})
    with (project / "data" / "print.yaml").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert said_of(load(project)) == [
        (
            "data/print.yaml: error size: the file has 30,000,001 bytes; a data file has "
            "30,000,000 at most"
        ),
        "    see whether this is the right file",
    ]


@pytest.mark.parametrize("name", ["print.yaml", "papers.csv"])
def test_more_values_than_data_has(
    write: Write, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (yaml_reader, csv_cells):
        monkeypatch.setattr(module, "MAX_VALUES", 40)
    loaded = load(write({name: "- a\n" * 50}))
    assert [problem.rule for problem in loaded.problems] == ["size"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("papers:\n" + "- {a: b, c: d}\n" * 20, 14),
        ("papers:\n" + "- [[[[1]]]]\n" * 20, 9),
        ("papers: [" + "a, " * 60 + "]\n", 1),
        ("".join(f"k{number}: 1\n" for number in range(60)), 40),
        ("papers:\n" + "- a\n" * 60 + "- ]\n", 40),
    ],
)
def test_values_are_counted_before_they_are_kept(
    monkeypatch: pytest.MonkeyPatch, text: str, line: int
) -> None:
    monkeypatch.setattr(yaml_reader, "MAX_VALUES", 40)
    source = yaml_reader.read(text, "papers.yaml")
    assert [(each.rule, each.line, source.value) for each in source.problems] == [
        ("size", line, None)
    ]


@pytest.mark.parametrize(
    "text", ["papers: {a: [b, c], d: {e: f}}\n", "papers: 'a, b: [c, {d'\n", "a, " * 60]
)
def test_few_values_with_many_marks_are_read(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(yaml_reader, "MAX_VALUES", 7)
    assert yaml_reader.read(text, "papers.yaml").problems == []


def test_every_text_has_its_place(write: Write) -> None:
    table = 'id,title,authors,session,board\na,"O,  é",Ada; Bob,post,1\n'.replace("é", "e\u0301")
    loaded = load(write({"papers.csv": table, "print.yaml": "cfp: {size: NO, shop: s}\n"}))
    assert LocatedText("Ada", "people[0].name", "data/workshop.yaml", 9, 21, "ada") in loaded.texts
    assert LocatedText("It is small.", "about[0]", "data/workshop.yaml", 7, 9) in loaded.texts
    assert [
        text for text in loaded.texts if text.file in {"data/papers.csv", "data/print.yaml"}
    ] == [
        LocatedText("a", "papers[0].id", "data/papers.csv", 2, 1, "a"),
        LocatedText("O, é", "papers[0].title", "data/papers.csv", 2, 3, "a"),
        LocatedText("Ada", "papers[0].authors[0]", "data/papers.csv", 2, 12, "a"),
        LocatedText("Bob", "papers[0].authors[1]", "data/papers.csv", 2, 12, "a"),
        LocatedText("post", "papers[0].session", "data/papers.csv", 2, 21, "a"),
        LocatedText("1", "papers[0].board", "data/papers.csv", 2, 26, "a"),
        LocatedText("s", "cfp.shop", "data/print.yaml", 1, 23),
    ]
