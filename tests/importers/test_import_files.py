"""An import as a whole: written whole or not at all."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.errors import UsageError
from mi_print.event.starter import StarterOptions, start_project
from mi_print.importers.import_files import ImportReport, ImportRequest, import_files
from mi_print.problem import errors_of
from mi_print.source import yaml_reader

FIXTURES = Path(__file__).parent / "attendees" / "fixtures"
EVENTBRITE = FIXTURES / "eventbrite.csv"


def imported(project: Path, *files: Path, **options: object) -> ImportReport:
    return import_files(ImportRequest(files, project, **options))  # type: ignore[arg-type] # as a test gives them


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_new_project_gets_the_list_and_what_is_remembered(tmp_path: Path) -> None:
    report = imported(tmp_path, EVENTBRITE)
    assert report.written == ["data/attendees.csv"]
    assert sorted(contents(tmp_path)) == [
        "data/.imported/.gitignore",
        "data/.imported/attendees.json",
        "data/attendees.csv",
    ]
    expected = (FIXTURES / "eventbrite.expected.csv").read_bytes()
    assert contents(tmp_path)["data/attendees.csv"] == expected
    assert contents(tmp_path)["data/.imported/.gitignore"] == b"*\n"
    assert report.recognized[EVENTBRITE.as_posix()].startswith("an attendee report of Eventbrite")


def test_twice_changes_no_byte(tmp_path: Path) -> None:
    imported(tmp_path, EVENTBRITE)
    before = contents(tmp_path)
    report = imported(tmp_path, EVENTBRITE)
    assert (report.written, report.changes) == ([], {"data/attendees.csv": []})
    assert contents(tmp_path) == before


def test_two_lists_make_one_and_each_is_remembered(tmp_path: Path) -> None:
    imported(tmp_path, EVENTBRITE, FIXTURES / "tito.csv")
    report = imported(tmp_path, EVENTBRITE)
    assert report.changes == {"data/attendees.csv": []}
    lines = (tmp_path / "data" / "attendees.csv").read_text("utf-8").splitlines()
    # Ada and Cy come from both; they are one, with the first id.
    assert [line.partition(",")[0] for line in lines[1:]] == [
        "1001",
        "1002",
        "1003",
        "1005",
        "1006",
    ]


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    report = imported(tmp_path, EVENTBRITE, dry=True)
    assert report.written == ["data/attendees.csv"]
    assert len(report.changes["data/attendees.csv"]) == 5
    assert contents(tmp_path) == {}


def test_columns_are_mapped_and_kept_by_hand(tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text("Who,Where,Diet,Code\nAda Sample,Sample University,vegan,7\n", "utf-8")
    assert errors_of(imported(tmp_path, listed).problems)[0].rule == "not-recognized"
    report = imported(
        tmp_path,
        listed,
        mapped={"Who": "name", "Where": "affiliation", "Code": "id"},
        kept=["Diet"],
    )
    assert errors_of(report.problems) == []
    assert contents(tmp_path)["data/attendees.csv"] == (
        b"id,name,affiliation,Diet\n7,Ada Sample,Sample University,vegan\n"
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"mapped": {"Who": "surname"}}, '"Who" can\'t be mapped to "surname"'),
        ({"kind": "letters"}, 'nothing is imported as "letters"'),
    ],
)
def test_what_does_not_exist_is_a_mistake_of_usage(
    tmp_path: Path, options: dict[str, object], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        imported(tmp_path, EVENTBRITE, **options)


@pytest.mark.parametrize(
    ("kind", "said"),
    [("eventbrite", []), ("attendees", []), ("luma", ["luma"]), ("schedule", ["schedule"])],
)
def test_a_file_is_read_as_it_is_said_to_be(tmp_path: Path, kind: str, said: list[str]) -> None:
    problems = errors_of(imported(tmp_path, EVENTBRITE, kind=kind).problems)
    assert [each.message.partition(":")[0].rpartition(" ")[2] for each in problems] == said
    assert all("looks like an attendee report" in each.message for each in problems)
    assert bool(contents(tmp_path)) != bool(said)


def big(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50_000_001)


@pytest.mark.parametrize(
    ("write", "rule"),
    [
        (lambda path: path.write_bytes(b""), "empty"),
        (lambda path: path.write_bytes(EVENTBRITE.read_bytes()[:-9]), "cells"),
        (lambda path: path.write_bytes(b'{"schedule": {}}\n'), "not-recognized"),
        (lambda path: path.write_bytes(b"id,name\n1,=1+1\n"), "formula"),
        (lambda path: path.write_bytes(b"id,name\n1," + b"a" * 201 + b"\n"), "value"),
        (lambda path: path.write_bytes(b"a: &a [1]\nb: [*a, *a]\n"), "not-recognized"),
        (big, "size"),
        (lambda _: None, "unreadable"),
    ],
)
def test_with_an_error_nothing_is_written(
    tmp_path: Path, write: Callable[[Path], object], rule: str
) -> None:
    bad = tmp_path / "bad.csv"
    write(bad)
    before = contents(tmp_path)
    report = imported(tmp_path, EVENTBRITE, bad)
    assert [each.rule for each in errors_of(report.problems)] == [rule]
    assert report.written == ()
    assert contents(tmp_path) == before


def test_a_list_in_the_data_that_is_none_of_ours_is_not_merged_into(tmp_path: Path) -> None:
    there = tmp_path / "data" / "attendees.csv"
    there.parent.mkdir()
    there.write_bytes(EVENTBRITE.read_bytes())
    (problem,) = errors_of(imported(tmp_path, EVENTBRITE).problems)
    assert (problem.rule, problem.hint) == ("missing-key", "move it away, and import it from there")


def test_columns_that_are_not_ours_stay_in_the_list(tmp_path: Path) -> None:
    there = tmp_path / "data" / "attendees.csv"
    there.parent.mkdir()
    there.write_text("ID,name,Table\n1001,Ada Sample,7\n", "utf-8")
    imported(tmp_path, EVENTBRITE)
    first, second, *_ = there.read_text("utf-8").splitlines()
    assert first == "id,name,given,family,affiliation,role,Table"
    assert second == "1001,Ada Sample,Ada,Sample,Example University,press,7"


def test_a_column_that_is_not_there_takes_nothing_away(tmp_path: Path) -> None:
    whole, fewer = tmp_path / "whole.csv", tmp_path / "fewer.csv"
    whole.write_text("id,name,Role,How we call you\n1,Ada Sample,Speaker,she/her\n", "utf-8")
    fewer.write_text("id,name\n1,Ada Sample\n", "utf-8")
    imported(tmp_path, whole, mapped={"How we call you": "pronouns"})
    before = (tmp_path / "data" / "attendees.csv").read_text("utf-8")
    assert before == "id,name,role,pronouns\n1,Ada Sample,speaker,she/her\n"
    for file in (fewer, whole):
        assert imported(tmp_path, file).changes == {"data/attendees.csv": []}
    whole.write_text("id,name,Role,How we call you\n1,Ada Sample,Attendee,\n", "utf-8")
    report = imported(tmp_path, whole)
    assert (tmp_path / "data" / "attendees.csv").read_text("utf-8") == "id,name\n1,Ada Sample\n"
    assert report.recognized["whole.csv"].endswith(
        'as --map said before, "How we call you" is pronouns'
    )


def test_a_column_is_mapped_in_the_file_that_has_it(tmp_path: Path) -> None:
    one, other = tmp_path / "one.csv", tmp_path / "other.csv"
    one.write_text("id,name,Says\n1,Ada Sample,she/her\n", "utf-8")
    other.write_text("Day,Start,Title\n2027-05-06,09:30,Opening\n", "utf-8")
    report = imported(tmp_path, one, other, mapped={"Says": "pronouns"})
    assert errors_of(report.problems) == []
    wrong = imported(tmp_path, one, other, mapped={"Said": "pronouns"})
    assert [each.rule for each in wrong.problems] == ["unknown-key"]


def test_columns_that_are_not_read_are_named(tmp_path: Path) -> None:
    report = imported(tmp_path, EVENTBRITE)
    (line,) = report.unread.values()
    others, private = line.split("; private: ")
    assert others.startswith("not read: ")
    assert "Email" in private
    assert "Ticket Type" not in line


@pytest.mark.parametrize("options", [StarterOptions(days=2, lang="de"), StarterOptions(full=True)])
def test_untouched_samples_of_a_new_project_give_way(
    tmp_path: Path, options: StarterOptions
) -> None:
    start_project(tmp_path, options)
    workshop = tmp_path / "data" / "workshop.yaml"
    mine = "  - {id: me, name: Mine Own, roles: [organizer]}\n"
    workshop.write_text(
        workshop.read_text("utf-8").replace("people:\n", f"people:\n{mine}"), "utf-8"
    )
    schedule, people = tmp_path / "schedule.json", tmp_path / "people.csv"
    event = {"id": 1, "title": "Real Talk", "start": "10:00", "duration": "00:30"}
    event |= {"persons": [{"public_name": "Bo Sample"}]}
    days = [{"date": "2028-03-04", "rooms": {"Hall": [event], "Attic": [{**event, "id": 2}]}}]
    about = {"schedule": {"conference": {"title": "Real Day", "days": days}}}
    schedule.write_text(json.dumps(about), "utf-8")
    people.write_text("id,name\n1,Bo Sample\n", "utf-8")
    report = imported(tmp_path, schedule, people)
    assert errors_of(report.problems) == []
    assert "data/program.yaml" in report.written
    assert (tmp_path / "data" / "attendees.csv").read_text("utf-8") == "id,name\n1,Bo Sample\n"
    text = workshop.read_text("utf-8")
    there = yaml_reader.read(text, "a.yaml").value
    assert isinstance(there, dict)
    assert (there["name"], there["date"]) == ("Real Day", "2028-03-04")
    assert "dates" not in there
    assert [each["name"] for each in there["people"]] == ["Mine Own", "Bo Sample"]
    assert there["people"][1]["roles"] == ["speaker"]
    assert [each["id"] for each in there["venue"]["rooms"]] == ["hall", "attic"]
    program = yaml_reader.read((tmp_path / "data" / "program.yaml").read_text("utf-8"), "a").value
    assert isinstance(program, dict)
    assert [each["title"] for each in program["sessions"]] == ["Real Talk", "Real Talk"]
    said = [each for changes in report.changes.values() for each in changes]
    assert "Ada Example" in {each.name for each in said if each.merging == "sample"}
    assert imported(tmp_path, schedule, people).written == []
