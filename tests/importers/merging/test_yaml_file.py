"""YAML that somebody wrote: comments and order stay, and every text reads as it is."""

import pytest

from mi_print.importers.merging.record import DataRecord
from mi_print.importers.merging.yaml_file import YamlFile
from mi_print.source import yaml_reader

TEXT = """\
# The program
sessions:
- id: a  # the first
  title: First
  start: "09:00"

# Coffee is at noon.
- {id: b, title: Second, start: "10:00"}
"""


def test_what_is_not_changed_stays_as_it_stands() -> None:
    file = YamlFile(TEXT, "a.yaml")
    records = file.records(["sessions"])
    records[1]["title"] = "Other"
    records.append({"id": "c", "title": "Third"})
    file.put_records(["sessions"], records)
    changed = TEXT.replace("Second", "Other")
    assert file.text() == f"{changed}- id: c\n  title: Third\n"


def test_a_new_session_stands_among_the_others_by_its_time() -> None:
    file = YamlFile(TEXT, "a.yaml")
    new: DataRecord = {"id": "c", "title": "Third", "start": "09:30"}
    file.put_records(["sessions"], [*file.records(["sessions"]), new], ["day", "start"])
    found = YamlFile(file.text(), "a.yaml").records(["sessions"])
    assert [each["id"] for each in found] == ["a", "c", "b"]
    assert file.text().startswith(TEXT.partition("\n#")[0])


@pytest.mark.parametrize(
    "text",
    [
        *(
            "no",
            "Yes",
            "on",
            "y",
            "null",
            "~",
            "12",
            "012",
            "1:30",
            "09:30",
            "1e3",
            "0x1F",
            ".5",
            "1_000",
        ),
        *(
            "2027-08-21",
            "- a",
            "# a",
            "a: b",
            "a #b",
            "'a'",
            '"a"',
            "[a]",
            "{a}",
            "*a",
            "&a",
            "!a",
            "%a",
        ),
        *(
            "@a",
            "`a",
            "a\\b",
            "x" * 300,
            "a " * 200 + "b",
            "é",
            "日本",
            "\u2028a",
            "😊",
            "a\nb",
            "a\n\n b",
            "=",
            "<<",
        ),
        *(" a", "a ", "a\n", "\ta", "---", "..."),
    ],
)
def test_a_text_reads_as_it_is(text: str) -> None:
    file = YamlFile(None, "a.yaml")
    record: DataRecord = {"id": "a", "title": text, "speakers": [text], "by": {"n": text}}
    file.put_records(["sessions"], [record])
    file.put_fields({}, {"name": text, "venue.name": text})
    value = yaml_reader.read(file.text(), "a.yaml").value
    assert value == {
        "sessions": [record],
        "name": text,
        "venue": {"name": text},
    }


def test_a_file_with_errors_is_not_touched() -> None:
    assert [each.rule for each in YamlFile("a: &b 1\n", "a.yaml").problems] == ["alias"]
