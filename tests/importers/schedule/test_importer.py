"""A program is written in each format and read back: every field that the format carries."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mi_print.event.load import load
from mi_print.importers.import_files import ImportReport, ImportRequest, import_files
from mi_print.problem import errors_of
from mi_print.source import yaml_reader
from tests.importers.schedule import written_schedules as written

NOT_CARRIED = {
    "camp.json": set(),
    "camp.xml": set(),
    "camp.ics": {"speakers", "subtitle", "track", "lang"},
}
"""What a format has no place for."""
MADE: dict[str, Callable[[], bytes]] = {
    "camp.json": lambda: written.as_json(written.conference()),
    "camp.xml": lambda: written.as_xml(written.conference()),
    "camp.ics": written.as_calendar,
}


def imported(project: Path, name: str, data: bytes) -> ImportReport:
    path = project / name
    path.write_bytes(data)
    return import_files(ImportRequest([path], project))


def data(project: Path, name: str) -> Any:  # noqa: ANN401 - as YAML has it
    return yaml_reader.read((project / "data" / f"{name}.yaml").read_text("utf-8"), name).value


@pytest.mark.parametrize("name", MADE)
def test_a_program_comes_back(tmp_path: Path, name: str) -> None:
    report = imported(tmp_path, name, MADE[name]())
    assert [each.rule for each in report.problems] == ["assumed"]
    lost = NOT_CARRIED[name]
    expected = [
        {field: value for field, value in session.items() if field not in lost}
        for session in written.SESSIONS
    ]
    assert data(tmp_path, "program")["sessions"] == expected
    workshop = data(tmp_path, "workshop")
    assert workshop["name"] == written.TITLE
    assert workshop["dates"] == written.DAYS
    assert workshop["timezone"] == "Europe/Berlin"
    rooms = {each["id"]: each["name"] for each in workshop["venue"]["rooms"]}
    assert rooms == written.ROOMS
    people = {each["id"]: each["name"] for each in workshop.get("people", ())}
    assert people == ({} if "speakers" in lost else written.PEOPLE)
    assert errors_of(load(tmp_path).problems) == []


@pytest.mark.parametrize("name", MADE)
def test_twice_changes_no_byte_and_another_format_neither(tmp_path: Path, name: str) -> None:
    imported(tmp_path, "camp.json", MADE["camp.json"]())
    program = (tmp_path / "data" / "program.yaml").read_bytes()
    report = imported(tmp_path, name, MADE[name]())
    assert {str(each.merging) for found in report.changes.values() for each in found} <= {"kept"}
    assert report.written == []
    assert (tmp_path / "data" / "program.yaml").read_bytes() == program


def test_an_edit_and_its_comment_stay_while_the_rest_is_updated(tmp_path: Path) -> None:
    imported(tmp_path, "camp.json", MADE["camp.json"]())
    path = tmp_path / "data" / "program.yaml"
    text = path.read_text("utf-8").replace("title: Opening\n", "title: Hello  # by hand\n")
    path.write_text(f"# The program.\n{text}", "utf-8")
    about = written.conference()
    first, second = (about["days"][0]["rooms"][room][0] for room in ("Hall", "Attic"))
    first["title"], second["start"] = "Opening of All", "11:15"
    second["date"] = "2027-08-21T11:15:00+02:00"
    report = imported(tmp_path, "camp.json", written.as_json(about))
    said = [
        (str(each.merging), each.field, each.data, each.source)
        for each in report.changes["data/program.yaml"]
    ]
    assert said == [
        ("kept", "title", "Hello", "Opening of All"),
        ("changed", "start", "11:00", "11:15"),
        ("changed", "end", "11:45", "12:00"),
    ]
    text = path.read_text("utf-8")
    assert text.startswith("# The program.\n")
    assert "title: Hello  # by hand\n" in text


def test_people_and_rooms_of_the_data_are_known_by_their_names(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "workshop.yaml").write_text(
        "# Ours\nname: Sample\ndates: [2027-08-21, 2027-08-22]\n"
        "venue: {name: House, rooms: [{id: room-1, name: HALL, level: First floor}]}\n"
        "people:\n- {id: a, name: Dr. Ada Sample, roles: [keynote]}\n",
        "utf-8",
    )
    report = imported(tmp_path, "camp.json", MADE["camp.json"]())
    assert errors_of(report.problems) == []
    sessions = data(tmp_path, "program")["sessions"]
    assert [each["room"] for each in sessions] == ["room-1", "attic", "room-1", "attic"]
    assert sessions[0]["speakers"] == ["a", "bo-b-sample"]
    workshop = data(tmp_path, "workshop")
    assert workshop["people"][0] == {"id": "a", "name": "Dr. Ada Sample", "roles": ["keynote"]}
    assert workshop["venue"]["rooms"][0]["level"] == "First floor"
    assert (workshop["name"], workshop["venue"]["name"]) == ("Sample", "House")
    assert (folder / "workshop.yaml").read_text("utf-8").startswith("# Ours\nname: Sample\n")


@pytest.mark.parametrize(
    ("venue", "rooms"),
    [
        ("{name: House, room: Hall}", [None, "Attic", None, "Attic"]),
        ("{name: House}", ["hall", "attic", "hall", "attic"]),
    ],
)
def test_rooms_are_said_as_the_venue_says_them(
    tmp_path: Path, venue: str, rooms: list[str | None]
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    text = f"name: Sample\ndates: [2027-08-21, 2027-08-22]\nvenue: {venue}\n"
    (folder / "workshop.yaml").write_text(text, "utf-8")
    report = imported(tmp_path, "camp.json", MADE["camp.json"]())
    assert errors_of(report.problems) == []
    assert [each.get("room") for each in data(tmp_path, "program")["sessions"]] == rooms
    assert errors_of(load(tmp_path).problems) == []


PROGRAM_OF_ACLPUB2 = """\
- title: Opening Remarks
  chair: null
  location: Hall
  start_time: 2027-08-21 09:00:00
  end_time: 2027-08-21 09:30:00
  papers: []
- title: Session 1
  start_time: 2027-08-21T10:00:00
  end_time: 2027-08-21T11:00:00
  subsessions:
    - title: 'Titles'
      chair: Cy Sample
      location: Attic
      start_time: 2027-08-21 10:00:00
      end_time: 2027-08-21 11:00:41
      papers:
        - id: '11'
          start_time: 2027-08-21 10:00:00
          end_time: 2027-08-21 10:15:00
        - id: 12
        - 13
- title: Poster Session 1
  location: Hall
  start_time: 2027-08-22T10:00:00
  papers: [14]
"""


def test_a_program_of_aclpub2_has_sessions_in_sessions_and_talks(tmp_path: Path) -> None:
    papers = "".join(f"- {{id: {n}, title: T{n}, authors: []}}\n" for n in range(11, 15))
    assert errors_of(imported(tmp_path, "papers.yml", papers.encode()).problems) == []
    report = imported(tmp_path, "program.yml", PROGRAM_OF_ACLPUB2.encode())
    assert [each.rule for each in report.problems] == ["assumed", "open-end"]
    opening, block, titles, posters = data(tmp_path, "program")["sessions"]
    assert (opening["kind"], opening["room"]) == ("opening", "hall")
    assert (block["kind"], block["id"]) == ("block", "session-1-0821-1000")
    assert titles == {
        "id": "titles-0821-1000",
        "day": "2027-08-21",
        "start": "10:00",
        "end": "11:00",
        "kind": "talks",
        "title": "Titles",
        "room": "attic",
        "within": "session-1-0821-1000",
        "chair": {"name": "Cy Sample"},
        "talks": [
            {"start": "10:00", "minutes": 15, "paper": "11"},
            {"paper": "12"},
            {"paper": "13"},
        ],
    }
    assert (posters["kind"], posters.get("end"), posters["day"]) == ("posters", None, "2027-08-22")
    assert errors_of(load(tmp_path).problems) == []


@pytest.mark.parametrize("days", ["date: 2027-01-01", "dates: [2027-01-01, 2027-01-02]"])
def test_days_that_somebody_wrote_stay(tmp_path: Path, days: str) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "workshop.yaml").write_text(f"name: Sample\n{days}\nvenue: {{name: House}}\n")
    report = imported(tmp_path, "camp.json", MADE["camp.json"]())
    assert errors_of(report.problems) == []
    kept = [each for each in report.changes["data/workshop.yaml"] if str(each.merging) == "kept"]
    assert [(each.field, each.source) for each in kept] == [(days.partition(":")[0], written.DAYS)]
    assert f"\n{days}\n" in (folder / "workshop.yaml").read_text("utf-8")
    again = imported(tmp_path, "camp.json", MADE["camp.json"]())
    assert again.written == []


def test_one_day_is_a_date_and_becomes_dates(tmp_path: Path) -> None:
    about = written.conference()
    later = about["days"].pop()
    imported(tmp_path, "camp.json", written.as_json(about))
    assert data(tmp_path, "workshop")["date"] == "2027-08-21"
    about["days"].append(later)
    imported(tmp_path, "camp.json", written.as_json(about))
    workshop = data(tmp_path, "workshop")
    assert (workshop.get("date"), workshop["dates"]) == (None, written.DAYS)
    assert errors_of(load(tmp_path).problems) == []


def test_the_only_room_is_the_venues(tmp_path: Path) -> None:
    about = written.conference()
    for day in about["days"]:
        day["rooms"] = {"Hall": day["rooms"]["Hall"]}
    imported(tmp_path, "camp.json", written.as_json(about))
    assert data(tmp_path, "workshop")["venue"]["room"] == "Hall"
    assert {"room" in each for each in data(tmp_path, "program")["sessions"]} == {False}


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        ("a.json", MADE["camp.json"]()[:-9], "syntax"),
        ("a.json", b'{"a": ' + b"[" * 99_999, "nesting"),
        ("a.json", b'{"count": 1, "results": []}', "not-recognized"),
        ("a.xml", MADE["camp.xml"]()[:-9], "syntax"),
        ("a.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><schedule>&b;</schedule>', "syntax"),
        ("a.xml", b"<html><body/></html>", "not-recognized"),
        ("a.ics", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:2027", "syntax"),
        ("a.ics", written.calendar(["UID:a\r\n"] * 10_001), "size"),
        ("a.ics", written.calendar(["X:a\r\n" * 300_001]), "size"),
        ("a.yml", b"- title: &a T\n  start_time: *a\n", "alias"),
        ("a.yml", b"- title: T\n  start_time: today\n", "value"),
        ("a.yml", b"- name: T\n", "not-recognized"),
        ("a.json", MADE["camp.json"]().decode().encode("utf-16"), None),
        ("a.json", written.as_json({"days": [{"rooms": {"Hall": [{"title": "T"}]}}]}), "value"),
    ],
)
def test_what_can_not_be_read_writes_nothing(
    tmp_path: Path, name: str, content: bytes, rule: str | None
) -> None:
    report = imported(tmp_path, name, content)
    assert [each.rule for each in errors_of(report.problems)] == ([rule] if rule else [])
    assert (tmp_path / "data").exists() == (rule is None)


def test_people_and_titles_are_put_right_and_said(tmp_path: Path) -> None:
    about = written.conference()
    first, second = (about["days"][0]["rooms"][room][0] for room in ("Hall", "Attic"))
    first["persons"] = [{"public_name": name} for name in ("SAMPLE, Ada", "BO SAMPLE", "CY")]
    first["type"] = "Keynote"
    first["persons"][0]["biography"] = "Works with <b>samples</b>."
    second["title"] = "SMALL SAMPLES AND WHAT THEY SAY"
    second["abstract"] = (
        "# Head\nIt is **good** and *short*, see [here](https://example.org) <br>1 * 2."
    )
    report = imported(tmp_path, "camp.json", written.as_json(about))
    rules = sorted(each.rule for each in report.problems)
    assert rules == ["assumed", "capitals", "capitals", "capitals", "markup", "one-name"]
    workshop = data(tmp_path, "workshop")
    assert next(iter(workshop)) == "name"
    ada, bo, cy, *_ = workshop["people"]
    assert (ada["name"], ada["given"], ada["family"]) == ("Ada Sample", "Ada", "Sample")
    assert (bo["name"], cy["name"]) == ("Bo Sample", "CY")  # a word alone is what one is called
    assert ada["roles"] == ["keynote", "speaker"]
    assert cy["roles"] == ["keynote", "speaker"]
    assert ada["bio"] == "Works with samples."
    session = data(tmp_path, "program")["sessions"][1]
    assert session["title"] == "Small Samples and What They Say"
    assert session["abstract"] == "Head\n\nIt is good and short, see here\n1 * 2."
    assert errors_of(load(tmp_path).problems) == []


@pytest.mark.parametrize(
    ("count", "said"), [(1, ("warning", "no-title")), (99, ("error", "missing-key"))]
)
def test_sessions_without_titles(tmp_path: Path, count: int, said: tuple[str, str]) -> None:
    about = written.conference()
    days = about["days"]
    events = [each for day in days for room in day["rooms"].values() for each in room]
    for event in events[:count]:
        del event["title"]
    report = imported(tmp_path, "camp.json", written.as_json(about))
    assert said in {(str(each.severity), each.rule) for each in report.problems}
    assert bool(report.written) == (said[0] == "warning")
