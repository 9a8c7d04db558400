"""The data and what can be printed of it, in one report."""

from pathlib import Path

from mi_print.event.load import load
from mi_print.products.load_checked import load_checked
from tests.conftest import Write

LIST = "id,name,affiliation,note\n1,Ann Lee,MIT,🎉\n2,Ben 🎉 Ray,🎉,x\n3,José,,\n"


def test_an_attendee_that_no_font_can_write_is_rejected(write: Write) -> None:
    loaded = load_checked(write({"data/attendees.csv": LIST}))
    said = [str(problem) for problem in loaded.all_problems]
    cure = "\n    write it another way; mi-print list fonts shows the scripts that there are"
    party = "'🎉' (U+1F389 PARTY POPPER) is in none of the fonts" + cure
    assert said[1:] == [
        f"data/attendees.csv:3:3: error glyph: attendees[1].name: {party}",
        f"data/attendees.csv:3:13: error glyph: attendees[1].affiliation: {party}",
    ]
    assert "warning unknown-column: columns not read, and so never printed: note" in said[0]
    assert loaded.event is not None
    assert [each.name for each in loaded.event.attendees] == ["Ann Lee", "José"]
    assert [row.name for row in loaded.attendee_list.rejected] == ["Ben 🎉 Ray"]


def test_a_list_named_on_the_command_line_goes_first(write: Write, tmp_path: Path) -> None:
    project = write({"data/attendees.csv": LIST})
    named = tmp_path / "list.csv"
    named.write_text("id,name\n9,Cleo\n", "utf-8")
    loaded = load_checked(project, named)
    assert loaded.all_problems == load(project, named).all_problems == []
    assert loaded.event is not None
    assert [each.name for each in loaded.event.attendees] == ["Cleo"]
