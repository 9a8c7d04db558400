"""Each format: a fixture in its shape becomes the list that stands beside it."""

import csv
import io
from pathlib import Path

import pytest

from mi_print.event.model import OwnRole, RoleTable
from mi_print.importers.attendees.attendee_formats import FORMATS, KNOWN, recognize
from mi_print.importers.attendees.read_attendees import read_attendees
from mi_print.importers.files.open_file import open_file
from mi_print.importers.merging.attendees_file import attendees_csv
from mi_print.problem import errors_of
from tests.importers import workbooks
from tests.importers.written_exports import as_csv

FIXTURES = Path(__file__).parent / "fixtures"
NAMES = sorted(path.stem for path in FIXTURES.glob("*.csv") if not path.stem.endswith(".expected"))
SAID = {
    "author-form": {"not-coming": 1},
    "eventbrite": {"not-coming": 1, "unassigned": 1, "name-parts": 2, "mojibake": 1, "ticket": 1},
    "google-forms": {"same-person": 1, "small-letters": 1},
    "indico": {"not-coming": 1},
    "luma": {"not-coming": 3, "same-person": 1, "entity": 1, "one-name": 1, "ticket": 1},
    "pretix": {"not-coming": 2, "unassigned": 1, "ticket": 1},
    "pretix-de": {"not-coming": 1, "ticket": 1},
    "table": {"invisible": 1, "ticket": 1},
    "tito": {"not-coming": 1, "unassigned": 1, "spaces": 1, "capitals": 1, "ticket": 1},
}
"""How often each rule is said of a fixture."""
PRIVATE = ("@", "+00", "Street", "Buyer", "Weg", "vegan", "pi_sample", "192.0.2", "Sampletown")


def made(data: bytes, name: str) -> tuple[str, dict[str, int], str]:
    """Return the list that is made of a file, the rules that are said, and the format."""
    opened = open_file(data, name, KNOWN)
    found = recognize(opened.tables, {})
    assert found is not None
    records, _, problems = read_attendees(found.table, found.form, RoleTable())
    rules = [each.rule for each in problems]
    return attendees_csv(records), {rule: rules.count(rule) for rule in rules}, found.form.key


@pytest.mark.parametrize("name", NAMES)
def test_a_fixture_becomes_the_list_beside_it(name: str) -> None:
    text, rules, form = made((FIXTURES / f"{name}.csv").read_bytes(), name)
    assert text == (FIXTURES / f"{name}.expected.csv").read_text("utf-8")
    assert rules == SAID[name]
    assert form == name.removesuffix("-de")
    assert [each for each in PRIVATE if each in text] == []


def test_every_format_has_a_fixture() -> None:
    assert {form.key for form in FORMATS} <= set(NAMES)


def test_the_order_of_columns_is_no_matter() -> None:
    text = (FIXTURES / "luma.csv").read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    first, second = (rows[0].index(name) for name in ("checked_in_at", "custom_source"))
    for row in rows:
        row[first], row[second] = row[second], row[first]
    expected = (FIXTURES / "luma.expected.csv").read_text("utf-8")
    assert made(as_csv(rows), "a.csv")[0] == expected
    assert made(as_csv([row[::-1] for row in rows]), "a.csv")[0] == expected


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_an_encoding_is_no_matter(encoding: str) -> None:
    text = (FIXTURES / "pretix-de.csv").read_text("utf-8")
    expected = (FIXTURES / "pretix-de.expected.csv").read_text("utf-8")
    assert made(text.encode(encoding), "a.csv")[0] == expected


@pytest.mark.slow
@pytest.mark.parametrize("files", [workbooks.xlsx_files, workbooks.ods_files])
def test_a_workbook_is_read_as_the_table_is(files: object) -> None:
    assert callable(files)
    text = (FIXTURES / "eventbrite.csv").read_text("utf-8")
    rows = [["Sample Day"], [], *csv.reader(io.StringIO(text))]
    data = workbooks.packed(files(rows))
    expected = (FIXTURES / "eventbrite.expected.csv").read_text("utf-8")
    assert made(data, "a.xlsx")[0] == expected


def test_what_is_marked_only_in_part_is_likely() -> None:
    text = "Order #,First Name,Last Name,Ticket Type,Attendee #\n1,Ada,Sample,Press,7\n"
    found = recognize(open_file(text.encode(), "a.csv", KNOWN).tables, {})
    without = "5 of 6 of its columns, without Attendee Status"
    assert str(found) == f"an attendee report of Eventbrite (likely: {without})"


@pytest.mark.parametrize(
    ("column", "said", "many"),
    [
        ("Attendee Status", "warning no-column", 4),
        ("Ticket Type", "warning no-column", 3),
        ("Last Name", "error missing-key", 0),
    ],
)
def test_a_column_that_the_format_has_and_the_list_has_not_is_said(
    column: str, said: str, many: int
) -> None:
    columns = ("Order #", "First Name", "Last Name", "Ticket Type", "Attendee #")
    rows = [[*columns, "Attendee Status"]]
    names = ("Ada", "Bo", "Cy", "Di")
    rows += [["1", name, "Sample", "Speaker", name, "Attending"] for name in names]
    rows[-1][-1] = "Refunded"
    at = rows[0].index(column)
    data = as_csv([[*row[:at], *row[at + 1 :]] for row in rows])
    found = recognize(open_file(data, "a.csv", KNOWN).tables, {})
    assert found is not None
    read = read_attendees(found.table, found.form, RoleTable())
    (about,) = [each for each in read.problems if f'"{column}"' in each.message]
    assert f"{about.severity} {about.rule}" == said
    assert len(read.records) == many


def test_a_ticket_gives_the_role_that_the_data_says() -> None:
    roles = RoleTable({"press": OwnRole(tickets=("Regular",)), "attendee": OwnRole()})
    opened = open_file((FIXTURES / "eventbrite.csv").read_bytes(), "a.csv", KNOWN)
    found = recognize(opened.tables, {})
    assert found is not None
    read = read_attendees(found.table, found.form, roles)
    assert {each.get("role") for each in read.records} == {"press"}
    assert "ticket" not in {each.rule for each in read.problems}


@pytest.mark.parametrize("cell", ["=HYPERLINK(1)", "@SUM(A1)", "+cmd|'x'!A1"])
def test_a_formula_is_an_error(cell: str) -> None:
    text = f'id,name,affiliation\n1,Ada Sample,"{cell}"\n'
    found = recognize(open_file(text.encode(), "a.csv", KNOWN).tables, {})
    assert found is not None
    read = read_attendees(found.table, found.form, RoleTable())
    assert [each.rule for each in errors_of(read.problems)] == ["formula"]


def test_seats_that_are_nobodys_and_values_that_say_nothing() -> None:
    columns = ("Order #", "First Name", "Last Name", "Email", "Ticket Type", "Company")
    rows = [
        ("1", "Bo", "Sample", "b@example.org", "n/a"),
        ("1", "Bo", "Sample", "b@example.org", "Sample Works"),
        ("1", "Bo", "Sample", "b@example.org", ""),
        ("2", "Info Requested", "Info Requested", "d@example.org", ""),
        ("3", "cy von", "sample-person", "c@example.org", "SAMPLE COUNCIL"),
        ("4", "Di", "-", "e@example.org", "IBM"),
    ]
    table = [[*columns, "Attendee Status"]]
    table += [[*row[:4], "Attendee", row[4], "Attending"] for row in rows]
    found = recognize(open_file(as_csv(table), "a.csv", KNOWN).tables, {})
    assert found is not None
    records, _, problems = read_attendees(found.table, found.form, RoleTable())
    assert [(each["name"], each.get("affiliation")) for each in records] == [
        ("Bo Sample", None),
        ("Cy von Sample-Person", "SAMPLE COUNCIL"),
        ("Di", "IBM"),
    ]
    assert sorted(each.rule for each in problems) == [
        "capitals",
        "name-parts",
        "placeholder",
        "placeholder",
        "small-letters",
        "unassigned",
        "unassigned",
    ]
    seats = next(each.message for each in problems if "seats" in each.message)
    assert seats.startswith('3 seats of order 1 are under one name, "Bo Sample": one badge')
