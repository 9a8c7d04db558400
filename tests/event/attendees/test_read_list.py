"""Lists of attendees as programs export them, and what their owner is told."""

from pathlib import Path

import pytest

from mi_print.event.attendees import read_list
from mi_print.event.attendees.read_list import RejectedRow
from mi_print.event.attendees.table import COLUMNS
from mi_print.event.load import load
from mi_print.event.located_texts import LocatedText
from mi_print.event.model import Role
from mi_print.problem import error, errors_of
from tests.event.small import Files, Write, said_of

FILE = "data/attendees.csv"
LISTED = (
    "those that can be are: id, name, given, family, affiliation, role, pronouns, url, lang, "
    "same_as"
)


def of(text: str | bytes) -> Files:
    return {"attendees.csv": text}


CASES: dict[str, tuple[str | bytes, list[str]]] = {
    "nothing": (
        "",
        [
            f"{FILE}:1:1: error empty: the file says nothing",
            "    write its columns, or delete it",
        ],
    ),
    "blank lines": (
        "\ufeff\n , ,\n",
        [
            f"{FILE}:1:1: error empty: the file says nothing",
            "    write its columns, or delete it",
        ],
    ),
    "header alone": (
        "id,name\n",
        [
            f"{FILE}:1:1: warning empty: nobody stands below the names of the columns",
            "    export the list again, or delete the file if there is none yet",
        ],
    ),
    "blank lines between": ("id,name\n\n1,Ann\n,\n2,Ben\n", []),
    "needed columns": (
        "Email,Full name\na@b.c,Ann\n",
        [
            f'{FILE}:1:1: error missing-key: the column "id" is missing',
            "    add it: a number or short name in each row that no other row has",
            f'{FILE}:1:1: error missing-key: the column "name" is missing',
            "    add it, or rename the column with the whole names",
            (
                f"{FILE}:1:1: warning unknown-column: columns not read, and so never printed: "
                "Email, Full name"
            ),
            f"    {LISTED}",
        ],
    ),
    "other columns": (
        "id,name,email,,phone\n1,Ann,a@b.c,x,\x07555\n",
        [
            (
                f"{FILE}:1:9: warning unknown-column: columns not read, and so never printed: "
                "email, one without a name, phone"
            ),
            f"    {LISTED}",
        ],
    ),
    "many other columns": (
        "id,name,a,b,c,d,e,f,g,h,i,j\n1,Ann" + 10 * "," + "\n",
        [
            (
                f"{FILE}:1:9: warning unknown-column: columns not read, and so never printed: "
                "a, b, c, d, e, f, g, h and 2 more"
            ),
            f"    {LISTED}",
        ],
    ),
    "column nearly of ours": (
        "id,name,afiliation\n1,Ann,MIT\n",
        [
            (
                f"{FILE}:1:9: warning unknown-column: columns not read, and so never printed: "
                "afiliation"
            ),
            f"    {LISTED}",
            (
                f'{FILE}:1:9: warning unknown-column: no column is called "afiliation", and this '
                "one is not read"
            ),
            '    did you mean "affiliation"?',
        ],
    ),
    "columns in capitals": ("ID,Name,Role\n1,Ann,Speaker\n", []),
    "column twice": (
        "id,name,Name\n1,Ann,Ben\n",
        [
            f'{FILE}:1:9: error duplicate-key: two columns are "name"',
            "    take one out",
        ],
    ),
    "ragged rows": (
        "id,name,affiliation\n1,Ann,MIT, Boston\n2,Ben\n3,Cleo,MIT\n",
        [
            f"{FILE}:2:1: error cells: this row has 4 cells, the first has 3",
            "    put a cell with a comma in it in quotes",
            f"{FILE}:3:1: error cells: this row has 2 cells, the first has 3",
            "    put a cell with a comma in it in quotes",
        ],
    ),
    "semicolons": (
        'id;name;affiliation\n1;Ann;"MIT; Boston, MA"\n2;Ben;a;b\n',
        [
            f"{FILE}:3:1: error cells: this row has 4 cells, the first has 3",
            "    put a cell with a semicolon in it in quotes",
        ],
    ),
    "tabs": (
        'id\tname\n1\t"Ann"\n2\tBen\tx\n',
        [
            f"{FILE}:3:1: error cells: this row has 3 cells, the first has 2",
            "    put a cell with a tab in it in quotes",
        ],
    ),
    "open quote below a fault": (
        'id,name\n1,\n2,"Ann\n3,Ben\n',
        [
            f'{FILE}:2:3: error missing-key: "name" is missing',
            "    write it here",
            f"{FILE}:3:3: error syntax: the quote that opens here is not closed",
            '    put the whole cell in quotes and write each quote inside it twice, ""',
        ],
    ),
    "open quote in the header": (
        'id,"name\n',
        [
            f"{FILE}:1:4: error syntax: the quote that opens here is not closed",
            '    put the whole cell in quotes and write each quote inside it twice, ""',
        ],
    ),
    "more cells than a row has": (
        "id,name\n1,Ann" + "," * 1000 + "\n",
        [
            f"{FILE}:2:1: error size: a row has 1,000 cells at most",
            "    see whether this is the right file",
        ],
    ),
    "nobody": (
        "id,name,role\n,,press\n",
        [
            f'{FILE}:2:1: error missing-key: "id" is missing',
            "    write it here",
            f'{FILE}:2:2: error missing-key: "name" is missing',
            "    write it here",
        ],
    ),
    "values that don't fit": (
        "id,name,role,url,lang\n1 2,Ann,boss,ann.org,Klingon tongue\n",
        [
            f'{FILE}:2:1: error value: "1 2" is not an id',
            "    use letters a to z, digits, - _ .",
            f'{FILE}:2:9: error unknown-role: no role is called "boss"',
            (
                "    add it to roles in data/workshop.yaml, or write one of: keynote, panelist, "
                "organizer, speaker, lightning, spotlight-author, volunteer, sponsor, press, "
                "student, other, attendee"
            ),
            f'{FILE}:2:14: error value: "ann.org" is not a web address',
            '    start it with "https://"',
            f'{FILE}:2:22: error value: "Klingon tongue" is not a language',
            '    write its code, as in "en" or "zh-Hant"',
        ],
    ),
    "control characters": (
        'id,name\n1,Ann\x07\n2,"Ben\nBenson"\n',
        [
            (
                f"{FILE}:2:3: error value: U+0007 (a control or unassigned character) can't be "
                "printed"
            ),
            "    take it out",
            (
                f"{FILE}:3:3: warning line-break: this cell has a line break, which becomes a "
                f"space: "
                '"Ben Benson"'
            ),
            "    see whether that is right, and write it on one line",
        ],
    ),
    "line breaks of other programs, and tabs": (
        'id,name,phone\n1,Ann\tLee,"1\n2"\n2,"Ben\x0b \u2028Benson",\n',
        [
            f"{FILE}:1:9: warning unknown-column: columns not read, and so never printed: phone",
            f"    {LISTED}",
            (
                f'{FILE}:2:3: warning line-break: this cell has a tab, which becomes a space: "Ann '
                f'Lee"'
            ),
            "    see whether that is right, and write it on one line",
            (
                f"{FILE}:4:3: warning line-break: this cell has a line break, which becomes a "
                f"space: "
                '"Ben Benson"'
            ),
            "    see whether that is right, and write it on one line",
        ],
    ),
    "a separator that is said": (
        "sep=;\nid;name;affiliation\n1;Ann;\n2;Ben;a;b\n",
        [
            f"{FILE}:4:1: error cells: this row has 4 cells, the first has 3",
            "    put a cell with a semicolon in it in quotes",
        ],
    ),
    "a separator that is said in quotes, as a tab": ('"sep=\t"\nid\tname\n1\tAnn\n', []),
    "a separator, and nothing": (
        "sep=,\n",
        [
            f"{FILE}:1:1: error empty: the file says nothing",
            "    write its columns, or delete it",
        ],
    ),
    "a separator that is none": (
        "SEP=|\nid|name\n",
        [
            f'{FILE}:1:1: error syntax: sep= says that "|" separates the cells, which is not read',
            "    save the table with a comma, a semicolon, a tab",
        ],
    ),
    "a title above the columns": (
        "sep=;\nGuests;;\n;;\nAs of May;;\nid;name;affiliation\n1;Ann\n",
        [
            (
                f"{FILE}:2:1: warning title-line: the columns are named on line 5; "
                '"Guests" above is not read'
            ),
            "    see whether that is right, or take out what stands above",
            f"{FILE}:6:1: error cells: this row has 2 cells, the first has 3",
            "    put a cell with a semicolon in it in quotes",
        ],
    ),
    "a title above columns of which one is missing": (
        "Guests\nname,affiliation,\nAnn,MIT,\n",
        [
            (
                f"{FILE}:1:1: warning title-line: the columns are named on line 2; "
                '"Guests" above is not read'
            ),
            "    see whether that is right, or take out what stands above",
            f'{FILE}:2:1: error missing-key: the column "id" is missing',
            "    add it: a number or short name in each row that no other row has",
            (
                f"{FILE}:2:18: warning unknown-column: columns not read, and so never printed: "
                "one without a name"
            ),
            f"    {LISTED}",
        ],
    ),
    "an open quote that takes in rows": (
        'id,name,affiliation\n1,"Ann,MIT\n2,Ben,MIT\n3,Cleo",MIT\n4,Dee,MIT\n',
        [
            f"{FILE}:2:3: error syntax: the quote that opens here takes in 2 more rows",
            "    close it in its own line",
        ],
    ),
    "an open quote that takes in cells": (
        'id,name,affiliation\n1,"Ann,MIT\n2,"\n3,Cleo,MIT\n',
        [
            f"{FILE}:2:1: error cells: this row has 2 cells, the first has 3",
            ("    the cell of line 2, column 3 goes over 2 lines; see whether its quote is closed"),
        ],
    ),
    "an open quote that a later one closes": (
        'id,name,affiliation\n1,"Ann,MIT\n2,"Ben",MIT\n',
        [
            (
                f"{FILE}:2:3: error syntax: the quote that opens here is closed by the next one, "
                "on line 3, and text follows that"
            ),
            "    close it in its own line",
        ],
    ),
    "bidi override": (
        "id,name,affiliation\n1,Ann,\u202etfosorciM\n",
        [
            f"{FILE}:2:7: error value: U+202E (RIGHT-TO-LEFT OVERRIDE) can't be printed",
            "    take it out",
        ],
    ),
    "name of 10,000 characters": (
        "id,name\n1," + "n" * 10_000 + "\n",
        [
            f"{FILE}:2:3: error value: this has 10000 characters",
            "    shorten it to 200",
        ],
    ),
    "id twice": (
        "id,name\n7,Ann\n8,Ben\n7,Cleo\n7,Ann\n",
        [
            f'{FILE}:4:1: error duplicate-id: the id "7" is given twice, first on line 2',
            "    give one of them another id",
            f'{FILE}:5:1: error duplicate-id: the id "7" is given twice, first on line 2',
            "    give one of them another id",
        ],
    ),
    "person twice in other spellings": (
        "id,name\n1,José García\n2,Jose Garcia\n3,GARCIA JOSE\n4,josé garcía\n",
        [
            f'{FILE}:3:3: warning same-person: "Jose Garcia" may be "José García" of line 2',
            '    take one of the rows out, or write "none" in the column same_as of one',
            f'{FILE}:4:3: warning capitals: "GARCIA JOSE" is all in capitals',
            '    see whether it should be "Garcia Jose"',
            f'{FILE}:4:3: warning same-person: "GARCIA JOSE" may be "José García" of line 2',
            '    take one of the rows out, or write "none" in the column same_as of one',
            f'{FILE}:5:3: warning same-person: "josé garcía" may be "José García" of line 2',
            '    take one of the rows out, or write "none" in the column same_as of one',
        ],
    ),
    "one name here, there and again": (
        "id,name,affiliation\n1,Wei Wang,MIT\n2,Wei Wang,Tsinghua\n3,Wei Wang,tsinghua\n",
        [
            f'{FILE}:4:3: warning same-person: "Wei Wang" may be "Wei Wang" of line 3',
            '    take one of the rows out, or write "none" in the column same_as of one',
        ],
    ),
    "capitals": (
        """\
id,name,given,family
1,ADA O'BRIEN II,ADA,O'BRIEN II
2,Bo LI,Bo,LI
3,J.R. X,,
4,Ann Lee,ANN,Lee
5,AJ,,
6,王伟,,
7,X Æ A-12,,
""",
        [
            f'{FILE}:2:3: warning capitals: "ADA O\'BRIEN II" is all in capitals',
            ('    see whether it should be "Ada O\'Brien II", given "Ada", family "O\'Brien II"'),
            f'{FILE}:5:11: warning capitals: "ANN" is all in capitals',
            '    see whether it should be "Ann"',
        ],
    ),
    "mojibake": (
        """\
id,name,affiliation
1,JosÃ© GarcÃ\xada,MIT
2,Ann,UniversitÃƒÂ© de MontrÃƒÂ©al
3,Lost \ufffdukasz,
4,José,UNIVERSITÉ’S
""",
        [
            (
                f'{FILE}:2:3: warning mojibake: "JosÃ© GarcÃ\xada" is UTF-8 that was read as '
                "Windows-1252"
            ),
            '    write "José García"',
            (
                f'{FILE}:3:7: warning mojibake: "UniversitÃƒÂ© de MontrÃƒÂ©al" is UTF-8 that was '
                "read as Windows-1252"
            ),
            '    write "Université de Montréal"',
            f'{FILE}:4:3: warning mojibake: a program lost a character of "Lost \ufffdukasz"',
            "    ask how it is written",
        ],
    ),
    "mojibake that left a control character": (
        "id,name\n1,Ã\x81lvaro\n",
        [
            f'{FILE}:2:3: warning mojibake: "Ã\x81lvaro" is UTF-8 that was read as Windows-1252',
            '    write "Álvaro"',
            (
                f"{FILE}:2:3: error value: U+0081 (a control or unassigned character) can't be "
                "printed"
            ),
            "    take it out",
        ],
    ),
    "UTF-8 with a mark": ("\ufeffid,name\n1,José\n", []),
    "UTF-16, little-endian": (
        "id,name\n1,José\n2,\n".encode("utf-16"),
        [
            (f"{FILE}:1:1: warning encoding: the file is not in UTF-8; it is taken for UTF-16"),
            "    save the file with the encoding UTF-8",
            f'{FILE}:3:3: error missing-key: "name" is missing',
            "    write it here",
        ],
    ),
    "Windows-1252": (
        "id,name\n1,Ann\n2,Zoë Müller\n".encode("cp1252"),
        [
            (
                f"{FILE}:3:5: warning encoding: the byte 0xEB is not UTF-8; the file is taken for "
                'Windows-1252, as in "Zoë"'
            ),
            "    see whether it is; save the file with the encoding UTF-8",
        ],
    ),
    "a workbook": (
        b"PK\x03\x04\x14\x00",
        [
            f"{FILE}: error syntax: this is a workbook or an archive, not a table of text",
            "    save it as CSV (UTF-8)",
        ],
    ),
    "every kind in one report": (
        "id,name,phone\n1,ANN LEE,5\n1,Ben,5\n2,\u202eCleo,5\n3,Dee\n4,,5\n",
        [
            (f"{FILE}:1:9: warning unknown-column: columns not read, and so never printed: phone"),
            f"    {LISTED}",
            f'{FILE}:2:3: warning capitals: "ANN LEE" is all in capitals',
            '    see whether it should be "Ann Lee"',
            f'{FILE}:3:1: error duplicate-id: the id "1" is given twice, first on line 2',
            "    give one of them another id",
            f"{FILE}:4:3: error value: U+202E (RIGHT-TO-LEFT OVERRIDE) can't be printed",
            "    take it out",
            f"{FILE}:5:1: error cells: this row has 2 cells, the first has 3",
            "    put a cell with a comma in it in quotes",
            f'{FILE}:6:3: error missing-key: "name" is missing',
            "    write it here",
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_said_of_attendees(case: str, write: Write) -> None:
    text, said = CASES[case]
    assert said_of(load(write(of(text)))) == said


def test_a_list_becomes_attendees(write: Write) -> None:
    table = "lang;Name;email;ID;Role\nes;  Jose\u0301   García ;x;7;PRESS\n;Bo;;8;\n"
    loaded = load(write(of(table)))
    assert loaded.event is not None
    first, second = loaded.event.attendees
    assert first.model_dump(exclude_none=True) == {
        "id": "7",
        "name": "José García",
        "role": Role.PRESS,
        "lang": "es",
    }
    assert first.model_fields_set == {"id", "name", "role", "lang"}
    assert (second.name, second.role) == ("Bo", Role.ATTENDEE)


def test_without_a_list_nobody_is_listed(write: Write) -> None:
    loaded = load(write({}))
    assert loaded.event is not None
    assert loaded.event.attendees == ()
    assert loaded.attendee_list.characters() == set()
    assert list(loaded.attendee_list.texts({"a"})) == []


def test_a_row_with_an_error_is_rejected_and_the_others_are_attendees(write: Write) -> None:
    table = "id,name,role,lang\n1,Ann,chef,en\n2,Ben,press\n3,Cleo,,\n3,Dee,,\n,Eve,,\nx y,,,\n"
    loaded = load(write(of(table)))
    assert loaded.event is not None
    assert [each.name for each in loaded.event.attendees] == ["Cleo"]
    assert loaded.problems == []
    found = loaded.attendee_list
    assert [(row.line, row.id, row.name, set(row.unread)) for row in found.rejected] == [
        (2, "1", "Ann", {"role"}),
        (3, None, None, set(COLUMNS)),
        (5, "3", "Dee", set()),
        (6, None, "Eve", {"id"}),
        (7, None, None, {"id", "name"}),
    ]
    assert [[each.rule for each in row.problems] for row in found.rejected] == [
        ["unknown-role"],
        ["cells"],
        ["duplicate-id"],
        ["missing-key"],
        ["value", "missing-key"],
    ]
    assert found.rejected[0].values == {"id": "1", "name": "Ann", "lang": "en"}
    assert [isinstance(row, RejectedRow) for row in found.rows] == [
        *(True, True, False, True, True, True)
    ]


def test_warnings_stay_with_their_rows(write: Write) -> None:
    table = "id,name,phone\n1,ANN LEE,\n2,BEN LEE\n1,CLEO LEE,\n4,Dee,\n5,EVE LEE,\n"
    found = load(write(of(table))).attendee_list
    assert [each.rule for each in found.problems] == ["unknown-column"]
    rules = {row: [each.rule for each in said] for row, said in found.warnings.items()}
    assert rules == {0: ["capitals"], 4: ["capitals"]}
    assert [[each.rule for each in row.problems] for row in found.rejected] == [
        ["cells"],
        ["capitals", "duplicate-id"],
    ]


def test_rows_are_rejected_for_what_is_found_later(write: Write) -> None:
    found = load(write(of("id,name\n1,ANN LEE\n2,\n3,Cleo\n4,Dee\n"))).attendee_list
    late = [(row, error("late", str(row))) for row in (0, 1, 0, 3)]
    later = found.rejecting(late)
    assert [each.name for each in later.attendees] == ["Cleo"]
    rules = [[each.rule for each in row.problems] for row in later.rejected]
    assert rules == [["capitals", "late", "late"], ["missing-key", "late"], ["late"]]
    assert [(row.line, row.name) for row in later.rejected] == [
        (2, "ANN LEE"),
        (3, None),
        (5, "Dee"),
    ]
    assert later.warnings == {}
    assert found.rejecting([]) is found


@pytest.mark.parametrize("listed", ["", "name\nAnn\n", 'id,name\n1,Ann\n2,"Ben\n'])
def test_a_list_that_can_not_be_read_stops_what_is_not_made_from_it_no_more(
    listed: str, write: Write
) -> None:
    loaded = load(write(of(listed)))
    assert loaded.event is not None
    assert loaded.problems == []
    assert errors_of(loaded.attendee_list.problems)
    assert loaded.attendee_list.table is None


def test_another_list_may_lie_anywhere(write: Write, tmp_path: Path) -> None:
    project = write(of("id,name\n1,Ann\n"))
    other = tmp_path.parent / f"{tmp_path.name}-list.csv"
    other.write_text("id,name\n2,Ben\n3,\n", encoding="utf-8")
    loaded = load(project, other)
    assert said_of(loaded) == [
        f'{other.as_posix()}:3:3: error missing-key: "name" is missing',
        "    write it here",
    ]
    other.write_text("id,name\n2,Ben\n", encoding="utf-8")
    event = load(project, other).event
    assert event is not None
    assert [each.name for each in event.attendees] == ["Ben"]


def test_another_list_that_is_not_there(write: Write) -> None:
    project = write({})
    assert said_of(load(project, project / "list.csv")) == [
        "list.csv: error unreadable: the file can't be read: No such file or directory"
    ]


def test_a_link_out_of_the_project_is_not_followed(write: Write, tmp_path: Path) -> None:
    project = write({})
    outside = tmp_path.parent / f"{tmp_path.name}-secret.csv"
    outside.write_text("id,name\n1,Ann\n", encoding="utf-8")
    (project / "data" / "attendees.csv").symlink_to(outside)
    assert said_of(load(project)) == [
        f"{FILE}: error outside: this link leads out of the project folder",
        "    put the file itself here",
    ]


def test_a_list_in_another_form_is_not_overlooked(write: Write) -> None:
    assert said_of(load(write({"attendees.xlsx": b"PK\x03\x04"}))) == [
        (
            "data/attendees.xlsx: error wrong-name: this file is not read; the attendees stand in "
            "data/attendees.csv"
        ),
        (
            "    save it there as CSV (UTF-8), or make the list of it: "
            "mi-print import data/attendees.xlsx"
        ),
    ]


def test_an_attendee_spelled_unlike_an_author(write: Write) -> None:
    papers: Files = {
        "papers.yaml": "papers: [{id: a, title: T, authors: [Jan Hájek], session: remote}]\n"
    }
    listed = of("id,name,same_as\n1,Jan Hajek,\n2,Hájek Jan,none\n3,Jan Hájek,none\n")
    assert said_of(load(write(papers | listed))) == [
        (
            f'{FILE}:2:3: warning two-spellings: "Jan Hajek" is written "Jan Hájek" in '
            "data/papers.yaml, line 1"
        ),
        "    see which is right, and write both alike",
    ]


def test_texts_are_found_by_their_characters(write: Write) -> None:
    table = "id,note,name,affiliation\n1,→,Ann ☃,MIT\n2,☃,Ben,☃\n☃\n3,,Cle\u0301o,\n"
    attendee_list = load(write(of(table))).attendee_list
    assert {"→", "☃", "é", "1"} <= attendee_list.characters()
    assert "\n" not in attendee_list.characters()
    assert list(attendee_list.texts({"☃", "é"})) == [
        (0, LocatedText("Ann ☃", "attendees[0].name", FILE, 2, 5, "1")),
        (1, LocatedText("☃", "attendees[1].affiliation", FILE, 3, 9, "2")),
        (3, LocatedText("Cléo", "attendees[3].name", FILE, 5, 4, "3")),
    ]


def test_more_rows_than_a_list_has(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_list, "MAX_ROWS", 2)
    assert said_of(load(write(of("id,name\n1,Ann\n2,Ben\n3,Cleo\n4,Dee\n")))) == [
        f"{FILE}:4:1: error size: a list has 2 rows at most",
        "    see whether this is the right file",
    ]


def test_more_wrong_rows_than_anybody_reads(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_list, "MAX_WRONG", 2)
    assert said_of(load(write(of("id,name\n1\nann@mit,Ann\n2,LEE LEE\n3,\n")))) == [
        f"{FILE}:2:1: error cells: this row has 1 cell, the first has 2",
        "    put a cell with a comma in it in quotes",
        f'{FILE}:3:1: error value: "ann@mit" is not an id',
        "    use letters a to z, digits, - _ .",
        f"{FILE}:4:1: error size: 2 rows above have errors; from here on nothing was read",
        "    mend those first",
    ]


@pytest.mark.slow
def test_50_000_rows(write: Write) -> None:
    rows = "".join(f"{number},Émile Nr{number},MIT\n" for number in range(50_000))
    loaded = load(write(of(f"id,name,affiliation\n{rows}50000,,\n")))
    assert said_of(loaded) == [
        f'{FILE}:50002:7: error missing-key: "name" is missing',
        "    write it here",
    ]
    assert len(loaded.attendee_list.attendees) == 50_000
    assert loaded.attendee_list.attendees[-1].name == "Émile Nr49999"
