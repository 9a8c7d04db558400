"""What an import does not change stays letter by letter, and comments where they are."""

import pytest

from mi_print.importers.merging.record import DataRecord
from mi_print.importers.merging.yaml_file import YamlFile
from mi_print.source import yaml_reader

TEXT = """\
# Ours.
name:   "Samples"   # as it is

about:
    - A text that somebody has broken
      over lines of
      their own.

# The people, with care.
people:
  - id: ada
    name: 'Ada Sample'
    bio: A text that somebody has broken
      over lines.
  # Bo comes late.
  - {id: bo,   name: Bo Sample}

# Where it is.
venue: {name: House,
  room: Hall}
"""


def people(file: YamlFile) -> list[DataRecord]:
    return file.records(["people"])


def test_a_field_at_the_top_leaves_the_rest_as_it_stands() -> None:
    file = YamlFile(TEXT, "a.yaml")
    file.put_fields({}, {"date": "2027-05-06", "name": "Samples, again"})
    expected = TEXT.replace('name:   "Samples"   # as it is', 'name: "Samples, again" # as it is')
    found = file.text()
    assert found.replace("  #", " #") == expected.replace("  #", " #") + 'date: "2027-05-06"\n'


def test_people_are_added_and_changed_and_the_others_stay_as_they_stand() -> None:
    file = YamlFile(TEXT, "a.yaml")
    file.put_fields({}, {"timezone": "Europe/Paris"})  # whereby the whole file is set anew
    changed = people(file)
    changed[1]["affiliation"] = "Sample Works"
    changed.append({"id": "cy", "name": "Cy Sample"})
    file.put_records(["people"], changed)
    text = file.text()
    before, _, after = TEXT.partition("  - {id: bo")
    assert text.startswith(before)
    assert text.endswith(after.partition("\n")[2] + "timezone: Europe/Paris\n")
    assert "  - {id: cy, name: Cy Sample}\n\n# Where it is.\n" in text


def test_what_is_taken_out_is_gone_and_comments_stay() -> None:
    file = YamlFile(TEXT, "a.yaml")
    file.put_fields({"about": ["x"]}, {})
    file.put_fields({}, {"venue.room": "Attic"})
    text = file.text()
    assert "about" not in text
    assert "# Ours." in text
    assert "bio: A text that somebody has broken\n      over lines." in text


@pytest.mark.parametrize(
    "text",
    [
        '{"name": "A", "people": [{"id": "ada", "name": "Ada"}]}\n',
        "name: A\npeople: [{id: ada, name: Ada}]\n",
        "name: A\npeople:\n-\n  id: ada\n  name: Ada\n",
        "name: A\npeople:\n- id: ada\n  name: Ada",
        "name: A\r\npeople:\r\n- id: ada\r\n  name: Ada\r\n",
        "name: A\npeople:\n- id: ada\n  name: Ada\n  bio: |\n    Text.\n    # no comment\n",
        "name: A\npeople:\n- id: ada\n  name: Ada\n- id: ada2\n  name: Ada\n# end\n",
        "name: A\npeople: []\n",
    ],
)
def test_however_it_is_written_it_reads_as_it_should(text: str) -> None:
    file = YamlFile(text, "a.yaml")
    file.put_fields({}, {"timezone": "UTC"})
    records: list[DataRecord] = [*people(file), {"id": "cy", "name": "Cy"}]
    records[0]["affiliation"] = "Sample Works"
    file.put_records(["people"], records)
    value = yaml_reader.read(file.text(), "").value
    assert isinstance(value, dict)
    assert (value["name"], value["timezone"], value["people"]) == ("A", "UTC", records)
