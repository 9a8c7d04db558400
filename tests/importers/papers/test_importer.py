"""Each format of papers: a fixture becomes the papers that stand beside it."""

import json
from pathlib import Path
from typing import Any

import pytest

from mi_print.event.load import load
from mi_print.importers.import_files import ImportReport, ImportRequest, import_files
from mi_print.importers.papers.importer import PAPERS
from mi_print.importers.papers.openreview_profiles import KEY as PROFILES
from mi_print.problem import errors_of
from mi_print.source import yaml_reader

FIXTURES = Path(__file__).parent / "fixtures"
NAMES = sorted(path.name for path in FIXTURES.iterdir() if ".expected" not in path.name)
SAID = {
    "aclpub2-papers.yml": set(),
    "board-sheet.csv": {"title-prefix", "no-title", "not-coming"},
    "mini-conf.csv": {"assumed"},
    "openreview.json": {"capitals", "same-person", "one-name", "not-coming", "no-title"},
    "paper-table.csv": {"one-name", "capitals"},
    "venue-sheet.csv": set(),
    "virtual-site.json": {"entity", "session-unknown", "not-coming"},
}
WORKSHOP = "name: Sample\ndate: 2027-08-21\nvenue: {name: House}\n"
PROGRAM = """\
sessions:
  - {id: morning, start: "09:00", end: "10:00", kind: posters, title: Poster Session 1}
  - {id: afternoon, start: "14:00", end: "15:00", kind: posters, title: Poster Session 2}
"""


def project(folder: Path) -> Path:
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / "workshop.yaml").write_text(WORKSHOP, "utf-8")
    (folder / "data" / "program.yaml").write_text(PROGRAM, "utf-8")
    return folder


def imported(folder: Path, *names: str) -> ImportReport:
    return import_files(ImportRequest([FIXTURES / name for name in names], folder))


def papers(folder: Path) -> Any:  # noqa: ANN401 - as YAML has it
    text = (folder / "data" / "papers.yaml").read_text("utf-8")
    return yaml_reader.read(text, "papers").value


@pytest.mark.parametrize("name", NAMES)
def test_a_fixture_becomes_the_papers_beside_it(tmp_path: Path, name: str) -> None:
    report = imported(project(tmp_path), name)
    expected = (FIXTURES / name).with_suffix(".expected.yaml").read_text("utf-8")
    assert papers(tmp_path) == yaml_reader.read(expected, "expected").value
    assert {each.rule for each in report.problems} == SAID[name]
    assert errors_of(load(tmp_path).problems) == []
    again = imported(tmp_path, name)
    assert (again.written, again.changes) == ([], {"data/papers.yaml": []})


def test_every_format_has_a_fixture() -> None:
    assert {name.partition(".")[0] for name in NAMES} == set(PAPERS.formats) - {PROFILES}


def test_boards_come_to_the_papers_of_another_source(tmp_path: Path) -> None:
    report = imported(project(tmp_path), "openreview.json", "board-sheet.csv")
    first = papers(tmp_path)["papers"][0]
    assert (first["session"], first["board"]) == ("morning", 1)
    assert [_name(each) for each in first["authors"]] == ["Ada Sample", "Bo Sample"]
    kept = {
        (each.field, each.data, each.source)
        for each in report.changes["data/papers.yaml"]
        if str(each.merging) == "kept" and each.id == "11"
    }
    assert ("title", "Samples of $\\alpha$-Titles", "A Sample of Titles") in kept


def _name(author: object) -> object:
    return author["name"] if isinstance(author, dict) else author


@pytest.mark.parametrize("order", [["sheet.csv", "notes.json"], ["notes.json", "sheet.csv"]])
def test_a_paper_that_was_withdrawn_and_is_in_the_data_is_said(
    tmp_path: Path, order: list[str]
) -> None:
    (tmp_path / "sheet.csv").write_text("id,title\n13,Withdrawn\n14,Stays\n", "utf-8")
    (tmp_path / "notes.json").write_bytes((FIXTURES / "openreview.json").read_bytes())
    for _ in range(2):
        files = [tmp_path / name for name in order]
        report = import_files(ImportRequest(files, project(tmp_path)))
        said = [each for each in report.across if each.rule == "withdrawn"]
        assert [(each.file, each.message) for each in said] == [
            ("data/papers.yaml", '"Withdrawn" (13) is here, and a source says "withdrawn"')
        ]
    assert "13" in {each["id"] for each in papers(tmp_path)["papers"]}


def test_a_few_papers_of_another_session_are_said(tmp_path: Path) -> None:
    rows = [f"{n},{n},Morning,Titles,Accepted,Sample {n}," for n in range(1, 20)]
    rows[7] = rows[7].replace("Morning", "Afternoon")
    sheet = tmp_path / "sheet.csv"
    head = (FIXTURES / "board-sheet.csv").read_text("utf-8").partition("\n")[0]
    sheet.write_text("\n".join([head, *rows]) + "\n", "utf-8")
    report = import_files(ImportRequest([sheet], project(tmp_path)))
    assert [(each.rule, each.line) for each in report.problems] == [("odd-session", 9)]


def test_boards_that_come_again_in_another_session_are_others(tmp_path: Path) -> None:
    head = (FIXTURES / "board-sheet.csv").read_text("utf-8").partition("\n")[0]
    files = []
    for session, first in (("Morning", 100), ("Afternoon", 200)):
        boards = [board for board in range(1, 9) if board != 4]  # one is missing from the sequence
        rows = [f"{b},{first + b},{session},Titles,Accepted,Sample {first + b}," for b in boards]
        files.append(tmp_path / f"{session}.csv")
        files[-1].write_text("\n".join([head, *rows]) + "\n", "utf-8")
    report = import_files(ImportRequest(files, project(tmp_path)))
    assert report.problems == []
    assert {str(each.merging) for each in report.changes["data/papers.yaml"]} == {"added"}
    assert [each.rule for each in report.across] == ["board-gap", "board-gap"]
    placed = {each["id"]: (each["session"], each["board"]) for each in papers(tmp_path)["papers"]}
    assert placed["101"] == ("morning", 1)
    assert placed["208"] == ("afternoon", 8)


def test_papers_in_a_table_of_the_data_are_not_doubled(tmp_path: Path) -> None:
    (project(tmp_path) / "data" / "papers.csv").write_text("id,title\n1,A\n", "utf-8")
    (problem,) = errors_of(imported(tmp_path, "mini-conf.csv").problems)
    assert (problem.rule, problem.file) == ("two-files", "data/papers.csv")
    assert not (tmp_path / "data" / "papers.yaml").exists()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('{"notes": []}', "not-recognized"),
        ('{"notes": [{"content": {"title": {"value": "=HYPERLINK(1)"}}, "number": 1}]}', "formula"),
        ('{"notes": [{"content"', "syntax"),
        ('[{"UID": "1", "title": "' + "a" * 501 + '"}]', "value"),
    ],
)
def test_what_is_wrong_writes_nothing(tmp_path: Path, text: str, rule: str) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text(text, "utf-8")
    report = import_files(ImportRequest([bad], project(tmp_path)))
    assert [each.rule for each in errors_of(report.problems)] == [rule]
    assert not (tmp_path / "data" / "papers.yaml").exists()


ACROSS = """\
id,title,authors,session,board
1,First,Ada Sample; Bo Example,Poster Session 1,1
2,Second,Ada Sample; Bo Exampel,Poster Session 1,1
3,Third,Ada Sample,Poster Session 1,4
4,Fourth,Cy Sample,Poster Session 1,
"""


def test_what_several_sources_say_together_is_in_the_report(tmp_path: Path) -> None:
    there = project(tmp_path) / "data" / "program.yaml"
    talks = """\
  - id: talks
    start: "11:00"
    end: "12:00"
    kind: talks
    title: Talks
    talks: [{paper: "77"}]
"""
    there.write_text(PROGRAM + talks, "utf-8")
    (tmp_path / "list.csv").write_text(ACROSS, "utf-8")
    for dry in (True, False):
        report = import_files(ImportRequest([tmp_path / "list.csv"], tmp_path, dry=dry))
        assert [(each.rule, each.line) for each in report.across] == [
            ("author-torn", 9),
            ("two-spellings", 9),
            ("board-shared", 11),
            ("board-gap", 16),
            ("board-missing", 17),
            ("unknown-paper", 9),
        ]
        assert errors_of(report.across) == []
        assert report.written == ["data/papers.yaml"]
    assert import_files(ImportRequest([tmp_path / "list.csv"], tmp_path)).across == []


def test_boards_of_several_sessions_and_of_one_go_together(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (tmp_path / "one.csv").write_text(
        "id,title,session,board\n21,Samples & Specimens,Poster Session 2,104\n", "utf-8"
    )
    # The site says both sessions with their boards, the list only one of them: nothing is lost.
    for files in (["one.csv", "virtual-site.json"], ["one.csv"], ["virtual-site.json"]):
        paths = [tmp_path / name if "one" in name else FIXTURES / name for name in files]
        report = import_files(ImportRequest(paths, folder))
        assert errors_of(report.problems) == []
        paper = next(each for each in papers(folder)["papers"] if each["id"] == "21")
        assert paper["boards"] == {"afternoon": 104, "morning": 2504}
        assert "session" not in paper
    assert report.written == []


def test_authors_that_differ_between_sources_are_said_with_both(tmp_path: Path) -> None:
    folder = project(tmp_path)
    lists = {"one.csv": "Ada Sample; Bo Sample", "two.csv": "Bo Sample; Ada Sample; Cy Sample"}
    for name, authors in lists.items():
        (tmp_path / name).write_text(f"id,title,authors\n1,One,{authors}\n", "utf-8")
    notes = {"notes": [{"number": 1, "content": {"title": {"value": "One"}}}]}
    notes["notes"][0]["content"] |= {"authors": {"value": ["Ada Sample"]}}  # type: ignore[operator] # a mapping
    (tmp_path / "notes.json").write_text(json.dumps(notes), "utf-8")
    for name, source in (("two.csv", None), ("notes.json", ["Ada Sample"])):
        import_files(ImportRequest([tmp_path / "one.csv"], folder))
        report = import_files(ImportRequest([tmp_path / name], folder))
        said = [
            (str(each.merging), each.field, each.data, each.source)
            for each in report.changes["data/papers.yaml"]
        ]
        ours = ["Ada Sample", "Bo Sample"]
        theirs = source or ["Bo Sample", "Ada Sample", "Cy Sample"]
        # A newer list of the same format is an update, another source is not.
        assert said == [("kept" if source else "changed", "authors", ours, theirs)]
