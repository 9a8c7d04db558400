"""The data and what can be printed of it, in one report."""

from pathlib import Path

import pytest

from mi_print.event.load import load
from mi_print.products.load_checked import load_checked
from tests.conftest import Write
from tests.small_workshop import YAML

LIST = "id,name,affiliation,note\n1,Ann Lee,MIT,🎉\n2,Ben 🎉 Ray,🎉,x\n3,José,,\n"


ODD = """\
id,name,given,family,affiliation
1,Ada \U0001f389 Sample \U0001f469\u200d\U0001f52c,Ada \U0001f389,Sample,\U0001f389
2,\U0001f389,,,X
3,\u3164,,,X
4,Bo Sample\U0001f3fd,,,University \U0001f389 of X
5,\u200b,,,
6,𓀀 Sample,,,
"""


def test_an_ornament_is_left_out_of_a_name(write: Write) -> None:
    loaded = load_checked(write({"data/attendees.csv": ODD}))
    said = [str(problem).partition("\n")[0] for problem in loaded.all_problems]
    party, skin = "PARTY POPPER", "EMOJI MODIFIER FITZPATRICK TYPE-4"
    assert [line.partition("csv:")[2] for line in said if "warning ornament" in line] == [
        f"{place}: {character}) is in none of the fonts; “{printed}” is printed"
        for place, character, printed in (
            ("2:3: warning ornament: attendees[0].name", f"'🎉' (U+1F389 {party}", "Ada Sample"),
            ("2:20: warning ornament: attendees[0].given", f"'🎉' (U+1F389 {party}", "Ada"),
            ("2:33: warning ornament: attendees[0].affiliation", f"'🎉' (U+1F389 {party}", ""),
            ("5:3: warning ornament: attendees[3].name", f"'🏽' (U+1F3FD {skin}", "Bo Sample"),
            (
                "5:16: warning ornament: attendees[3].affiliation",
                f"'🎉' (U+1F389 {party}",
                "University of X",
            ),
        )
    ]
    seen = "has no visible character: "
    errors = [line.partition(": error ")[2] for line in said if ": error " in line]
    assert errors == [
        f"invisible-name: attendees[1].name {seen}U+1F389 PARTY POPPER",
        f"invisible-name: attendees[2].name {seen}U+3164 HANGUL FILLER",
        f"invisible-name: attendees[4].name {seen}U+200B ZERO WIDTH SPACE",
        "glyph: attendees[5].name: '𓀀' (U+13000 EGYPTIAN HIEROGLYPH A001) is in none of the fonts",
    ]
    assert loaded.event is not None
    ada, bo = loaded.event.attendees
    assert (ada.name, ada.given, ada.affiliation) == ("Ada Sample", "Ada", None)
    assert (bo.name, bo.affiliation) == ("Bo Sample", "University of X")


def test_people_and_authors_do_without_ornaments_too(write: Write) -> None:
    people = "people:\n  - {id: bo, name: Bo 🎉 Sample, affiliation: X 🎉, roles: [organizer]}\n"
    papers = "id,title,authors,session\na,A title,Cy 🎉 Sample; Di Sample,remote\n"
    files = {"data/workshop.yaml": YAML + people, "data/papers.csv": papers}
    loaded = load_checked(write(files))
    assert [problem.rule for problem in loaded.problems if problem.rule == "ornament"] == [
        "ornament"
    ] * 3
    assert loaded.event is not None
    (bo,), (paper,) = loaded.event.workshop.people, loaded.event.papers
    assert (bo.name, bo.affiliation) == ("Bo Sample", "X")
    assert paper.authors == ("Cy Sample", "Di Sample")
    assert {"Bo Sample", "Cy Sample"} <= {text.value for text in loaded.texts}


@pytest.mark.parametrize("text", ["\u00ad" * 9, "\u200b", "\u3164", "\u2060\ufe0f"])
@pytest.mark.parametrize("key", ["name", "short"])
def test_other_texts_are_seen_too(write: Write, key: str, text: str) -> None:
    data = YAML.replace("name: Small Workshop", f'name: Small\n{key}: "{text}"', 1)
    data = data.replace("name: Small\n", "" if key == "name" else "name: Small\n")
    problems = load_checked(write({"data/workshop.yaml": data})).problems
    assert [(each.rule, each.line) for each in problems if each.rule == "invisible-name"] == [
        ("invisible-name", 1 if key == "name" else 2)
    ]


@pytest.mark.parametrize("name", ["⠀", "\u00ad", "\u0301", "\u200e", "🎉 🎉", "\uf8ff"])
def test_a_name_of_the_program_is_seen(write: Write, name: str) -> None:
    people = f'people:\n  - {{id: bo, name: "{name}", roles: [organizer]}}\n'
    loaded = load_checked(write({"data/workshop.yaml": YAML + people}))
    assert loaded.event is None
    assert "invisible-name" in [problem.rule for problem in loaded.problems]


def test_a_title_with_an_emoji_is_an_error_still(write: Write) -> None:
    papers = "id,title,authors,session\na,A 🎉 title,Cy Sample,remote\n"
    loaded = load_checked(write({"data/papers.csv": papers}))
    assert "glyph" in [problem.rule for problem in loaded.problems]
    assert loaded.event is None


def test_an_attendee_that_no_font_can_write_is_rejected(write: Write) -> None:
    loaded = load_checked(write({"data/attendees.csv": LIST.replace("🎉", "𓀀")}))
    said = [str(problem) for problem in loaded.all_problems]
    cure = "\n    write it another way; mi-print list fonts shows the scripts that there are"
    party = "'𓀀' (U+13000 EGYPTIAN HIEROGLYPH A001) is in none of the fonts" + cure
    assert said[1:] == [
        f"data/attendees.csv:3:3: error glyph: attendees[1].name: {party}",
        f"data/attendees.csv:3:13: error glyph: attendees[1].affiliation: {party}",
    ]
    assert "warning unknown-column: columns not read, and so never printed: note" in said[0]
    assert loaded.event is not None
    assert [each.name for each in loaded.event.attendees] == ["Ann Lee", "José"]
    assert [row.name for row in loaded.attendee_list.rejected] == ["Ben 𓀀 Ray"]


def test_a_list_named_on_the_command_line_goes_first(write: Write, tmp_path: Path) -> None:
    project = write({"data/attendees.csv": LIST})
    named = tmp_path / "list.csv"
    named.write_text("id,name\n9,Cleo\n", "utf-8")
    loaded = load_checked(project, named)
    assert loaded.all_problems == load(project, named).all_problems == []
    assert loaded.event is not None
    assert [each.name for each in loaded.event.attendees] == ["Cleo"]
