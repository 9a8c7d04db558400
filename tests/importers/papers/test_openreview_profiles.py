"""Profiles give the authors of the data their affiliations."""

import json
from pathlib import Path
from typing import Any

import pytest

from mi_print.importers.import_files import ImportReport, ImportRequest, import_files
from mi_print.problem import errors_of
from mi_print.source import yaml_reader

NOTES = {
    "notes": [
        {"number": 1, "content": {"title": {"value": "One"}, "authors": {"value": ["Ada Sample"]}}},
        {
            "number": 2,
            "content": {
                "title": {"value": "Two"},
                "authors": {"value": ["Bo Sample", "Wei Li", "Nobody Known"]},
            },
        },
    ]
}


def profile(name: str, *stays: tuple[object, object], last: str = "") -> dict[str, Any]:
    names = [{"first": name, "middle": None, "last": last}] if last else [{"fullname": name}]
    history = [
        {"position": "Samples", "end": end, "institution": {"name": place, "domain": "example.org"}}
        for place, end in stays
    ]
    emails = ["private@example.org"]
    return {"id": "~S1", "content": {"names": names, "history": history, "emails": emails}}


PROFILES = {
    "profiles": [
        profile("Ada", ("Old College", 2019), ("Sample University", None), last="Sample"),
        profile("Bo Sample", ("Later", 2024), ("Before", "2020")),
        profile("Wei Li", ("Here", None)),
        profile("Li Wei", ("There", None)),
        profile("Cy Else", ("Elsewhere", None)),
        {"id": "~T1", "content": {"names": [{}], "history": [None, {"institution": None}]}},
    ]
}


def imported(folder: Path, *values: object) -> tuple[Any, ImportReport]:
    files = []
    for number, value in enumerate(values):
        files.append(folder / f"{number}.json")
        files[-1].write_text(json.dumps(value), "utf-8")
    data = folder / "data"
    data.mkdir(exist_ok=True)
    workshop = "name: Sample\ndate: 2027-08-21\nvenue: {name: House}\n"
    (data / "workshop.yaml").write_text(workshop, "utf-8")
    report = import_files(ImportRequest(files, folder))
    assert errors_of(report.problems) == []
    return yaml_reader.read((data / "papers.yaml").read_text("utf-8"), "").value, report


EXPECTED = [
    [{"name": "Ada Sample", "affiliation": "Sample University"}],
    [{"name": "Bo Sample", "affiliation": "Later"}, "Wei Li", "Nobody Known"],
]


@pytest.mark.parametrize("profiles", [PROFILES, PROFILES["profiles"]])
def test_authors_get_where_they_are_now(tmp_path: Path, profiles: object) -> None:
    found, report = imported(tmp_path, NOTES, profiles)
    assert [each["authors"] for each in found["papers"]] == EXPECTED
    # Two profiles of one name, whose places differ: whose paper it is is not known.
    assert [(each.rule, each.message) for each in report.problems] == [
        ("ambiguous", "several profiles of one name have other affiliations: Wei Li")
    ]
    assert "private" not in (tmp_path / "data" / "papers.yaml").read_text("utf-8")


def test_importing_both_again_changes_nothing(tmp_path: Path) -> None:
    imported(tmp_path, NOTES, PROFILES)
    before = (tmp_path / "data" / "papers.yaml").read_bytes()
    for files in ([NOTES, PROFILES], [NOTES], [PROFILES]):
        _, report = imported(tmp_path, *files)
        assert report.changes == {"data/papers.yaml": []}
    assert (tmp_path / "data" / "papers.yaml").read_bytes() == before


def test_an_affiliation_that_was_taken_out_stays_out(tmp_path: Path) -> None:
    imported(tmp_path, NOTES, PROFILES)
    path = tmp_path / "data" / "papers.yaml"
    text = path.read_text("utf-8").replace(", affiliation: Sample University", "")
    assert text != path.read_text("utf-8")
    path.write_text(text, "utf-8")
    found, report = imported(tmp_path, PROFILES)
    assert found["papers"][0]["authors"] == [{"name": "Ada Sample"}]
    assert [str(each.merging) for each in report.changes["data/papers.yaml"]] == ["kept"]


def test_profiles_without_papers_are_said(tmp_path: Path) -> None:
    _, report = imported(tmp_path, {"notes": NOTES["notes"][:1]}, {"profiles": [profile("Z")]})
    assert [each.rule for each in report.problems] == ["empty"]
