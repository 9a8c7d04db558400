"""A schedule as a plain table."""

import time
from pathlib import Path
from typing import Any

import pytest

from mi_print.importers.import_files import ImportReport, ImportRequest, import_files
from mi_print.problem import errors_of
from mi_print.source import yaml_reader

TABLE = """\
Date,Start,End,Title,Type,Room,Speakers
2027-05-06,09:00,09:30,Opening,,Hall,
,9:30 AM,10:30 AM,About Samples,Keynote,Hall,Ada Sample
,,,,,,
07.05.2027,13:00–14:15,,Samples and Tests,Talk,Attic,Bo Example; Cy Sample
"""


def imported(folder: Path, text: str) -> tuple[Any, ImportReport]:
    path = folder / "table.csv"
    path.write_text(text, "utf-8")
    report = import_files(ImportRequest([path], folder))
    written = folder / "data" / "program.yaml"
    value = yaml_reader.read(written.read_text("utf-8"), "").value if written.exists() else None
    return value, report


def test_a_table_becomes_a_program(tmp_path: Path) -> None:
    program, report = imported(tmp_path, TABLE)
    assert report.recognized["table.csv"] == "a schedule as a table (by the usual names of columns)"
    assert [
        (e["day"], e["start"], e["end"], e["kind"], e["title"], e["room"], e.get("speakers"))
        for e in program["sessions"]
    ] == [
        ("2027-05-06", "09:00", "09:30", "opening", "Opening", "hall", None),
        ("2027-05-06", "09:30", "10:30", "keynote", "About Samples", "hall", ["ada-sample"]),
        (
            *("2027-05-07", "13:00", "14:15", "talk", "Samples and Tests", "attic"),
            ["bo-example", "cy-sample"],
        ),
    ]
    assert imported(tmp_path, TABLE)[1].written == []


def test_without_a_day_it_is_that_of_the_event(tmp_path: Path) -> None:
    table = "Start,End,Title\n09:00,09:30,Opening\n09:30,10:00,Coffee\n"
    assert imported(tmp_path, table)[0] is None
    (tmp_path / "data").mkdir()
    workshop = "name: Sample\ndate: 2027-05-06\nvenue: {name: House}\n"
    (tmp_path / "data" / "workshop.yaml").write_text(workshop, "utf-8")
    program, report = imported(tmp_path, table)
    assert errors_of(report.problems) == []
    assert [each["day"] for each in program["sessions"]] == ["2027-05-06", "2027-05-06"]


@pytest.mark.parametrize("start", ["soon", "25:00", "2027-02-31 09:00"])
def test_a_row_without_a_moment_is_an_error(tmp_path: Path, start: str) -> None:
    program, report = imported(tmp_path, f"Start,Title\n{start},Opening\n")
    assert program is None
    assert [(each.rule, each.line) for each in errors_of(report.problems)] == [("value", 2)]


def test_a_cell_of_spaces_does_not_hold_the_import_up(tmp_path: Path) -> None:
    table = tmp_path / "program.csv"
    cell = f"Ada Sample{' ' * 100_000}; Bo Example and Cy Sample"
    table.write_text(
        f"Date,Start,End,Title,Speakers\n2027-05-06,09:00,09:30,Opening,{cell}\n", "utf-8"
    )
    started = time.process_time()
    report = import_files(ImportRequest([table], tmp_path / "project"))
    assert time.process_time() - started < 5
    assert errors_of(report.problems) == []
    written = (tmp_path / "project" / "data" / "program.yaml").read_text("utf-8")
    assert all(name in written for name in ("ada-sample", "bo-example", "cy-sample"))
