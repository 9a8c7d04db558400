"""Each kind of page: a fixture becomes the workshop that stands beside it."""

from pathlib import Path
from typing import Any

import pytest

from mi_print.event.load import load
from mi_print.importers.import_files import ImportReport, ImportRequest, import_files
from mi_print.problem import errors_of
from mi_print.source import yaml_reader

FIXTURES = Path(__file__).parent / "fixtures"
SAID = {
    "hugo.md": {
        "assumed": [9, 9, 9, 9],
        "not-told": [9],
    },
    "jekyll.md": {},
    "plain-de.md": {},
    "plain.html": {},
}
"""The lines of which something is said, by rules."""


def imported(folder: Path, path: Path) -> ImportReport:
    return import_files(ImportRequest([path], folder))


def data(text: str) -> Any:  # noqa: ANN401 - as YAML has it
    return yaml_reader.read(text, "").value


@pytest.mark.parametrize("name", SAID)
def test_a_fixture_becomes_the_workshop_beside_it(tmp_path: Path, name: str) -> None:
    report = imported(tmp_path, FIXTURES / name)
    written = (tmp_path / "data" / "workshop.yaml").read_text("utf-8")
    expected = (FIXTURES / name).with_suffix(".expected.yaml").read_text("utf-8")
    assert data(written) == data(expected)
    said: dict[str, list[int | None]] = {}
    for problem in report.problems:
        said.setdefault(problem.rule, []).append(problem.line)
    assert said == SAID[name]
    assert errors_of(load(tmp_path).problems) == []
    assert "private" not in written
    again = imported(tmp_path, FIXTURES / name)
    assert (again.written, again.changes) == ([], {"data/workshop.yaml": []})


PAGE = """\
# Workshop on Samples

It takes place on 6 May 2027 in Example Bay. {extra}

## Organizers

* Ada Sample (Sample University)
"""


def made(folder: Path, text: str, name: str = "page.md") -> tuple[Any, ImportReport]:
    """Return the workshop that a page becomes, and the report."""
    path = folder / name
    path.write_text(text, "utf-8")
    report = imported(folder, path)
    written = folder / "data" / "workshop.yaml"
    return data(written.read_text("utf-8")) if written.exists() else None, report


@pytest.mark.parametrize(
    ("extra", "message"),
    [
        (
            "Papers are due 1 May 2027 AoE.",
            "the call is left out: the page does not say how many pages a paper may have",
        ),
        (
            "Short papers (4 pages) are due 1 May 2027.",
            "the call is left out: the page does not say the zone in which it ends",
        ),
        (
            "Long papers (9 pages) are due 31 February 2027 AoE.",
            'there is no such day as "31 February 2027": it is left out',
        ),
        (
            "Long papers have up to 9 pages.",
            "the call is left out: the page does not say the deadline, the zone in which it ends",
        ),
    ],
)
def test_what_a_call_lacks_is_said_and_never_invented(
    tmp_path: Path, extra: str, message: str
) -> None:
    workshop, report = made(tmp_path, PAGE.format(extra=extra))
    assert "call" not in workshop
    assert ("not-told", message, 3) in {(e.rule, e.message, e.line) for e in report.problems}


def test_two_deadlines_are_said(tmp_path: Path) -> None:
    extra = "Short papers (4 pages) are due 1 May 2027 AoE.\n\nDeadline: 2 May 2027 AoE"
    workshop, report = made(tmp_path, PAGE.format(extra=extra))
    assert workshop["call"]["deadline"]["date"] == "2027-05-01"
    assert [(e.rule, e.line) for e in report.problems if e.rule == "ambiguous"] == [
        ("ambiguous", 5)
    ]


def test_a_page_without_a_day_gives_no_workshop_but_does_update_one(tmp_path: Path) -> None:
    page = PAGE.format(extra="Short papers (4 pages) are due 1 May 2027 AoE.")
    page = page.replace("on 6 May 2027", "soon")
    workshop, report = made(tmp_path, page)
    assert workshop is None
    assert "the page does not say when it is" in {each.message for each in report.problems}
    (tmp_path / "data").mkdir()
    there = "# Ours.\nname: Our Name\ndate: 2027-05-06\nvenue: {name: House}\n"
    (tmp_path / "data" / "workshop.yaml").write_text(there, "utf-8")
    workshop, report = made(tmp_path, page)
    assert (workshop["name"], workshop["venue"]) == ("Our Name", {"name": "House"})
    assert workshop["call"]["tracks"] == [{"name": "Short paper", "pages": 4}]
    assert "# Ours.\n" in (tmp_path / "data" / "workshop.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "# Read me\n\nThis is a program. It was changed on 6 May 2027.\n",
        "# Read me\n",
        "<html><body><p>Nothing here.</p></body></html>",
        "---\ntitle: main\n---\n",
    ],
)
def test_another_page_is_not_recognized(tmp_path: Path, text: str) -> None:
    workshop, report = made(tmp_path, text)
    assert workshop is None
    assert [each.rule for each in errors_of(report.problems)] == ["not-recognized"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (PAGE + "x" * 1_000_000, "size"),
        ("<html>" + "<div>" * 100_000 + "held on 6 May 2027", "missing-key"),
        ("# Workshop\n\nheld on 6 May 2027\n\n" + ">" * 100_000, "missing-key"),
        ("# Workshop\n\nheld on 6 May 2027\n\n" + "a" * 900_000, "missing-key"),
        ("---\na: &a [1]\nb: [*a, *a]\n---\n# Workshop\n\nheld on 6 May 2027\n", "missing-key"),
    ],
)
def test_a_hostile_page_is_refused_soon(tmp_path: Path, text: str, rule: str) -> None:
    workshop, report = made(tmp_path, text)
    assert workshop is None
    assert {each.rule for each in errors_of(report.problems)} == {rule}


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(PAGE.format(extra="").replace("Ada", "Ädä").encode(encoding))
    report = imported(tmp_path, path)
    assert errors_of(report.problems) == []
    assert "Ädä Sample" in (tmp_path / "data" / "workshop.yaml").read_text("utf-8")
