"""`mi-print import`: what it says, its exit codes, and badges of an export."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.cli import main

Write = Callable[[dict[str, str]], Path]
Capture = pytest.CaptureFixture[str]
FIXTURES = Path(__file__).parents[2] / "importers" / "attendees" / "fixtures"
EVENTBRITE = (FIXTURES / "eventbrite.csv").as_posix()


def test_what_is_made_of_a_file_is_said(tmp_path: Path, capsys: Capture) -> None:
    assert main(["import", EVENTBRITE, "--into", str(tmp_path)]) == 0
    said = capsys.readouterr()
    assert said.out == (
        f"{EVENTBRITE}: an attendee report of Eventbrite (sure: 6 of 6 of its columns)\n"
        "    not read: Group; private: Order #, Order Date, Email, Price Tier, Order Type, "
        "Currency, Total Paid, Fees Paid, Eventbrite Fees, Eventbrite Payment Processing, "
        "Home Address 1, Home Address 2, Home City, Home State, Home Zip, Home Country\n"
        "data/attendees.csv: 5 added\n"
        "    1001  Ada Sample\n"
        "    1002  Bo van der Sample\n"
        "    1003  Cy Sample\n"
        "    1005  Ed Sample\n"
        "    1006  Flo Öz Sample\n"
        "data/attendees.csv: written\n"
    )
    assert "warning unassigned: 2 tickets have no names of their own" in said.err
    listed = tmp_path / "data" / "attendees.csv"
    listed.write_text(listed.read_text("utf-8").replace(",Bo,", ",Bob,"), "utf-8")
    assert main(["import", EVENTBRITE, "--into", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines()[2:] == [
        "data/attendees.csv: 1 kept as edited in the data",
        '    1002  Bo van der Sample: given stays "Bob"; the source says "Bo"',
    ]


def test_a_file_that_nobody_knows_is_refused(tmp_path: Path, capsys: Capture) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("x,y\n1,2\n", "utf-8")
    assert main(["import", str(bad), "--into", str(tmp_path)]) == 3
    said = capsys.readouterr()
    assert said.out == "nothing is written\n"
    assert said.err.startswith("bad.csv: error not-recognized: nobody knows what this is")
    assert main(["import", str(bad), "--into", str(tmp_path), "--map", "x"]) == 2


def test_json_has_what_came_of_it(tmp_path: Path, capsys: Capture) -> None:
    assert main(["import", EVENTBRITE, "--into", str(tmp_path), "--json", "--dry-run"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert sorted(found) == [
        *("across", "changes", "problems", "recognized", "unread", "written"),
    ]
    assert found["changes"][0]["merging"] == "added"
    assert not (tmp_path / "data").exists()


@pytest.mark.slow
def test_badges_are_made_of_an_export(write: Write, capsys: Capture) -> None:
    project = write({})
    options = ["badges", "--attendees", EVENTBRITE, "--edition", "screen"]
    assert main(["--project", str(project), *options]) == 0
    assert "badges-only.pdf  10 pages" in capsys.readouterr().out
