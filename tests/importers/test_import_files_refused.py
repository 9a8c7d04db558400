"""Files that are not what they should be, in every format: a problem, exit 3, nothing written."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from mi_print.cli import main
from mi_print.importers.all_importers import IMPORTERS
from mi_print.importers.attendees.attendee_formats import FORMATS
from mi_print.importers.attendees.formats.any_table import ANY_TABLE
from mi_print.importers.files.open_file import MAX_BYTES
from tests.importers import workbooks
from tests.importers.schedule import written_schedules

HERE = Path(__file__).parent
PROFILES = {"profiles": [{"content": {"names": [{"fullname": "Ada"}], "history": []}}]}
PROGRAM = b'- title: "Opening: all"\n  start_time: 2027-08-21T09:00:00\n'
DETAILS = b'event_name: "Samples: all"\nstart_date: 2027-05-06\n'
MADE: dict[str, bytes] = {
    "schedule-json.json": written_schedules.as_json(written_schedules.conference()),
    "schedule-xml.xml": written_schedules.as_xml(written_schedules.conference()),
    "icalendar.ics": written_schedules.as_calendar(),
    "aclpub2-program.yml": PROGRAM,
    "schedule-table.csv": b'Day,Start,Title\n2027-08-21,09:00,"Opening"\n',
    "openreview-profiles.json": json.dumps(PROFILES).encode(),
    "aclpub2-conference.yml": DETAILS,
    "aclpub2-sponsors.yml": b'- tier: "Gold"\n  logos: ["a.png"]\n',
}
"""Samples of formats that have no fixture, by the format."""
FIXTURES = {
    "site-markdown": "site/fixtures/hugo.md",
    "site-html": "site/fixtures/plain.html",
    "mini-conf": "papers/fixtures/mini-conf.csv",
}


class Sample(NamedTuple):
    """A file of a format, as it should be."""

    kind: str
    format: str
    name: str
    data: bytes


def _samples() -> Iterator[Sample]:
    for importer in IMPORTERS:
        for each in importer.formats:
            made = next((name for name in MADE if name.partition(".")[0] == each), None)
            if made:
                yield Sample(importer.kind, each, made, MADE[made])
                continue
            files = HERE.glob(f"*/fixtures/{each}.*")
            path = next((path for path in sorted(files) if "expected" not in path.name), None)
            path = path or HERE / FIXTURES[each]
            yield Sample(importer.kind, each, path.name, path.read_bytes())


SAMPLES = {each.format: each for each in _samples()}
TEXTS = [each for each in SAMPLES.values() if each.kind != "site" or "aclpub2" in each.format]


def test_every_format_has_a_sample() -> None:
    assert set(SAMPLES) == {each for importer in IMPORTERS for each in importer.formats}
    forms = {form.key for form in (*FORMATS, ANY_TABLE)}
    assert forms <= set(SAMPLES)


@pytest.fixture
def refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[[str, bytes, str], set[str]]:
    """Return what imports a file that is refused, and returns the rules of the errors."""

    def rules(name: str, data: bytes, kind: str) -> set[str]:
        path = tmp_path / name
        path.write_bytes(data)
        into = tmp_path / "project"
        assert main(["import", str(path), "--into", str(into), "--as", kind, "--json"]) == 3
        assert not into.exists()
        printed = json.loads(capsys.readouterr().out)
        assert printed["written"] == []
        errors = [each for each in printed["problems"] if each["severity"] == "error"]
        assert all(each["message"] and each["hint"] for each in errors)
        return {each["rule"] for each in errors}

    return rules


Refused = Callable[[str, bytes, str], set[str]]

OTHER = {"attendees": "icalendar", "schedule": "openreview", "papers": "site-markdown"}
"""For a kind a format of another; of a page, every list."""


@pytest.mark.parametrize("format_", SAMPLES)
def test_the_file_of_another_kind(refused: Refused, format_: str) -> None:
    kind = SAMPLES[format_].kind
    other = SAMPLES[OTHER.get(kind, "eventbrite")]
    assert refused(other.name, other.data, format_) == {"not-recognized"}
    assert refused(other.name, other.data, kind) == {"not-recognized"}


def _cut(sample: Sample) -> bytes:
    """Return the first part of a file: within its last row, or within a text of it."""
    data = sample.data.rstrip()
    if sample.name.endswith(".csv"):
        return data[: data.rindex(b"," if b";" not in data[:200] else b";")]
    if sample.name.endswith(".yml"):
        return data[: data.rindex(b'"')]
    return data[: len(data) * 2 // 3]


@pytest.mark.parametrize("sample", TEXTS, ids=lambda each: each.format)
def test_a_file_that_was_cut_off(refused: Refused, sample: Sample) -> None:
    found = refused(sample.name, _cut(sample), sample.format)
    assert found <= {"cells", "syntax"}
    assert found


@pytest.mark.parametrize("format_", ["site-markdown", "site-html"])
def test_a_page_that_was_cut_off_before_its_facts(refused: Refused, format_: str) -> None:
    sample = SAMPLES[format_]
    assert refused(sample.name, sample.data[:120], format_) <= {"not-recognized", "missing-key"}


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=lambda each: each.format)
def test_an_empty_file(refused: Refused, sample: Sample) -> None:
    assert refused(sample.name, b"", sample.format) == {"empty"}
    assert refused(sample.name, b"\xef\xbb\xbf\r\n \r\n", sample.format) == {"empty"}


@pytest.mark.parametrize("kind", [each.kind for each in IMPORTERS])
def test_a_file_of_50_mb(tmp_path: Path, kind: str) -> None:
    huge = tmp_path / "huge"
    with huge.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert main(["import", str(huge), "--into", str(tmp_path / "p"), "--as", kind]) == 3
    assert not (tmp_path / "p").exists()


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=lambda each: each.format)
def test_an_encoding_that_is_none(refused: Refused, sample: Sample) -> None:
    data = sample.data[:60] + b"\x81\x8d" + sample.data[60:]
    assert refused(sample.name, data, sample.format) == {"encoding"}


BOMB = '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;">]>'


def _workbook(sample: Sample, more: dict[str, str]) -> bytes:
    text = sample.data.decode("utf-8-sig")
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    return workbooks.packed(workbooks.xlsx_files(rows) | more)


TABLES = [each for each in SAMPLES.values() if each.name.endswith(".csv")]


@pytest.mark.parametrize("sample", TABLES, ids=lambda each: each.format)
@pytest.mark.parametrize(
    "more",
    [{"../../out.xml": "<a/>"}, {"/etc/out": "x"}, {"xl/styles.xml": f"{BOMB}<a>&d;</a>"}],
    ids=["above", "absolute", "bomb"],
)
def test_a_hostile_workbook(refused: Refused, sample: Sample, more: dict[str, str]) -> None:
    assert refused("a.xlsx", _workbook(sample, more), sample.format) == {"syntax"}


@pytest.mark.parametrize("sample", TABLES, ids=lambda each: each.format)
def test_a_cell_that_a_spreadsheet_would_run(refused: Refused, sample: Sample) -> None:
    text = sample.data.decode("utf-8-sig")
    for name in ("Ada Sample", "Ada", "A Sample of Titles", "A Sample", "Opening"):
        if name in text:
            text = text.replace(name, "=HYPERLINK(1)")
            break
    assert refused(sample.name, text.encode(), sample.format) == {"formula"}


@pytest.mark.parametrize(
    ("format_", "text"),
    [
        ("schedule-xml", f"{BOMB}<schedule>&d;</schedule>"),
        ("schedule-json", '{"schedule": ' + '{"a": ' * 50_000),
        ("openreview", '{"notes": ' + "[" * 99_999),
        ("virtual-site", '{"results": ' + "[" * 99_999),
        ("mini-conf", "[" * 99_999),
        ("aclpub2-papers", "- id: &a [1]\n  title: *a\n  authors: [*a, *a]\n"),
        ("aclpub2-program", "- title: &a T\n  start_time: *a\n"),
        ("aclpub2-sponsors", "- tier: &a T\n  logos: [*a, *a]\n"),
        ("aclpub2-conference", "event_name: &a T\nstart_date: *a\n"),
    ],
)
def test_a_bomb(refused: Refused, format_: str, text: str) -> None:
    assert refused("a.txt", text.encode(), format_) <= {"syntax", "nesting", "alias"}
