"""The details of a conference of aclpub2 become an event."""

from pathlib import Path

import pytest

from mi_print.importers.import_files import ImportRequest, import_files
from mi_print.problem import errors_of
from mi_print.source import yaml_reader

DETAILS = """\
# As in the template.
book_title: Proceedings of the First Workshop on Samples
{name}
anthology_venue_id: samples
start_date: {start}
end_date: {end}
isbn: null
location: Example Bay, Nowhere
editors:
  - first_name: Ada
    last_name: Sample
"""


@pytest.mark.parametrize(
    ("name", "start", "end", "expected"),
    [
        (
            "",
            "2027-05-06",
            "2027-05-06",
            {"name": "First Workshop on Samples", "date": "2027-05-06"},
        ),
        (
            'event_name: "Samples 2027"',
            "2027-05-06",
            "2027-05-07",
            {"name": "Samples 2027", "dates": ["2027-05-06", "2027-05-07"]},
        ),
        ("", "2027-05-06", "2027-05-01", None),
        ("", "soon", "2027-05-01", None),
    ],
)
def test_the_details_become_an_event(
    tmp_path: Path, name: str, start: str, end: str, expected: dict[str, object] | None
) -> None:
    path = tmp_path / "conference_details.yml"
    path.write_text(DETAILS.format(name=name, start=start, end=end), "utf-8")
    report = import_files(ImportRequest([path], tmp_path))
    assert report.recognized[path.name] == "the details of a conference of aclpub2 (sure)"
    written = tmp_path / "data" / "workshop.yaml"
    assert written.exists() == (expected is not None)
    assert [each.rule for each in errors_of(report.problems)] == ["value"] * (not expected)
    if expected:
        value = yaml_reader.read(written.read_text("utf-8"), "").value
        assert value == {**expected, "venue": {"name": "Example Bay, Nowhere"}}


SPONSORS = """\
- tier: Gold
  logos:
    - sponsor_logos/sample-works_logo.png
    - 2-gold.example.pdf
- tier: Silver
  logos: [logo.svg]
"""


def test_sponsors_are_named_by_their_logos_and_whoever_corrects_that_keeps_it(
    tmp_path: Path,
) -> None:
    details = tmp_path / "conference_details.yml"
    details.write_text(DETAILS.format(name="", start="2027-05-06", end="2027-05-06"), "utf-8")
    path = tmp_path / "sponsors.yml"
    path.write_text(SPONSORS, "utf-8")
    report = import_files(ImportRequest([details, path], tmp_path))
    assert report.recognized[path.name] == "sponsors of aclpub2 (sure)"
    assert [each.rule for each in report.problems] == ["assumed", "assumed"]
    written = tmp_path / "data" / "workshop.yaml"
    value = yaml_reader.read(written.read_text("utf-8"), "").value
    assert isinstance(value, dict)
    assert value["sponsor_levels"] == ["Gold", "Silver"]
    assert value["sponsors"] == [
        {"name": "Sample Works", "level": "Gold"},
        {"name": "Example", "level": "Gold"},
        {"name": "Logo", "level": "Silver"},
    ]
    corrected = written.read_text("utf-8").replace("name: Logo", "name: Sampling & Sons")
    written.write_text(corrected, "utf-8")
    again = import_files(ImportRequest([path], tmp_path))
    assert again.written == []
    kinds = [(str(e.merging), e.id) for e in again.changes["data/workshop.yaml"]]
    assert kinds == [("deleted", "Logo")]


@pytest.mark.parametrize("logos", ["[]", "{a: 1}", f"[{', '.join(map(str, range(501)))}]"])
def test_a_list_without_sponsors_or_with_too_many_writes_nothing(
    tmp_path: Path, logos: str
) -> None:
    path = tmp_path / "sponsors.yml"
    path.write_text(f"- tier: Gold\n  logos: {logos}\n", "utf-8")
    report = import_files(ImportRequest([path], tmp_path))
    assert "value" in {each.rule for each in errors_of(report.problems)}
    assert not (tmp_path / "data").exists()


def test_a_page_with_such_words_in_front_is_a_page(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    page = "---\nevent_name: Samples\n---\n# Workshop\n\nHeld on 6 May 2027.\n\nVenue: House\n"
    path.write_text(page, "utf-8")
    report = import_files(ImportRequest([path], tmp_path))
    assert "Markdown" in report.recognized["page.md"]
