"""Badges of an export: the places are those of the export."""

from collections.abc import Callable
from pathlib import Path

from mi_print.event.load import load
from mi_print.importers.attendees.converted_list import converted

FIXTURES = Path(__file__).parent / "fixtures"


def test_a_list_of_ours_is_left_to_its_reader() -> None:
    assert converted(b"id,name,status\n1,Ada,x\n", "a.csv", None) is None
    assert converted(b"Some,Thing\n1,2\n", "a.csv", None) is None


def test_what_is_no_list_is_said_to_be_what_it_looks_like() -> None:
    schedule = b'{"schedule": {"conference": {"title": "A", "days": []}}}'
    found = converted(schedule, "a.json", None)
    assert found is not None
    (problem,) = found.problems
    assert (found.text, problem.rule) == (None, "not-recognized")
    assert "it looks like a schedule of pretalx" in problem.message


def test_problems_name_the_lines_of_the_export(write: Callable[[dict[str, str]], Path]) -> None:
    text = (FIXTURES / "eventbrite.csv").read_text("utf-8").replace("Flo", "F\x07o")
    project = write({"data/list.csv": text})
    loaded = load(project, project / "data" / "list.csv", converted)
    rows = loaded.attendee_list.rows
    assert [getattr(row, "line", None) for row in rows] == [None, None, None, None, 7]
    (rejected,) = loaded.attendee_list.rejected
    places = {(each.file, each.line, each.column) for each in rejected.problems}
    assert places == {("data/list.csv", 7, 0)}
