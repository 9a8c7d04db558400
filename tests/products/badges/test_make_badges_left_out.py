"""Badges that can't be made are left out of the others, and nobody is taken for somebody else."""

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
import zxingcpp

from mi_print.cli import main
from tests.products import sample_layouts
from tests.products.sample_layouts import NAME, manifest

Write = Callable[[dict[str, str]], Path]
Capture = pytest.CaptureFixture[str]

BODY = f"""\
<section class="side">
{NAME}<p class="at t-lead" data-slot="affiliation" data-fit="14pt..8pt"
  style="{{{{ box(20, 130, 248, 20) }}}}"></p>
<div class="at" data-slot="url" data-slot-kind="code" style="{{{{ box(204, 152, 60, 60) }}}}"></div>
</section>
"""
WHOLE = """\
<section class="side">
<p class="at t-lead" data-frame="name" style="{{ box(20, 30, 248, 20) }}">{{ badge.name }}</p>
</section>
"""
LONG = " ".join(["Wolfeschlegelsteinhausenbergerdorff"] * 5)
LIST = f"""\
id,name,affiliation,role,url
1,Ann Sample,Here,student,https://example.org/1
2,Ben Sample,There,chef,https://example.org/2
3,Cleo Sample,Here,press,
1,Dee Sample,Here,press,
5,{LONG},Here,press,
6,Eve Sample,There,student,https://example.org/6
7,,Here,student,
"""
REASONS = {
    (
        'unknown-role: no role is called "chef" add it to roles in data/workshop.yaml, or write'
        " one of: keynote, panelist, organizer, speaker, lightning, spotlight-author, volunteer,"
        " sponsor, press, student, other, attendee"
    ): "3:20",
    'duplicate-id: the id "1" is given twice, first on line 2 give one of them another id': "5:1",
    (
        f"overflow: badge of {LONG[:60]}…, side 1: “Wolfeschlegelsteinhausenbergerdorff Wol…” is"
        " 415.7 pt too large for “name” shorten the text, or give its slot more room in the layout"
    ): "6:3",
    'missing-key: "name" is missing write it here': "8:3",
}


@pytest.fixture
def project(write: Write) -> Path:
    return write(sample_layouts.project(manifest(), BODY, LIST))


def badges(project: Path, *options: str) -> int:
    return main(["--project", str(project), "badges", "--edition", "screen", *options])


def listed(project: Path, text: str) -> None:
    (project / "data" / "attendees.csv").write_text(text, "utf-8")


def of_the_program(project: Path, people: str) -> None:
    path = project / "data" / "workshop.yaml"
    path.write_text(f"{path.read_text('utf-8')}people:\n{people}", "utf-8")


def pages(project: Path, name: str = "badges") -> list[tuple[str, str]]:
    """Return what each page says, and what its code says."""
    found = []
    with pypdfium2.PdfDocument(project / "output" / "screen" / f"{name}.pdf") as book:
        for page in book:
            picture = np.ascontiguousarray(page.render(scale=2).to_numpy()[..., 0])
            codes = [code.text for code in zxingcpp.read_barcodes(picture)]
            words = page.get_textpage().get_text_range().split()
            found.append((" ".join(words), " ".join(codes)))
    return found


def names(project: Path, name: str = "badges") -> list[str]:
    return [" ".join(text.split()[:2]) for text, _ in pages(project, name)]


def test_the_others_are_made_and_those_left_out_are_said(project: Path, capsys: Capture) -> None:
    assert badges(project, "--keep-going") == 3
    said = capsys.readouterr()
    assert said.out == "output/screen/badges.pdf  3 pages  4x3in  4 left out\n"
    assert said.err.startswith("3 badges, 4 left out:\n")
    err = " ".join(said.err.split())
    for reason, place in REASONS.items():
        assert f"data/attendees.csv:{place}: error {reason}" in err
    assert err.count(" error ") == 4
    assert pages(project) == [
        ("Ann Sample Here", "https://example.org/1"),
        ("Cleo Sample Here", ""),
        ("Eve Sample There", "https://example.org/6"),
    ]


def test_the_report_on_copyfitting_names_those_left_out(project: Path) -> None:
    page = project / "fit.html"
    assert badges(project, "--keep-going", "--report", str(page)) == 3
    html = page.read_text("utf-8")
    assert ", 4 left out" in html
    section = html.partition("<h2>Left out</h2>")[2]
    assert re.findall(r"<li><b>([^<]*)</b>", section) == [
        "Ben Sample",
        "Dee Sample",
        "line 8",
        LONG,
    ]
    assert "</b>: the id &quot;1&quot; is given twice, first on line 2</li>" in section


def test_the_file_is_that_of_the_list_without_them(project: Path) -> None:
    assert badges(project, "--keep-going") == 3
    made = (project / "output" / "screen" / "badges.pdf").read_bytes()
    rows = LIST.splitlines(keepends=True)
    listed(project, "".join(rows[at] for at in (0, 1, 3, 6)))
    assert badges(project) == 0
    assert (project / "output" / "screen" / "badges.pdf").read_bytes() == made


def test_without_the_option_nothing_is_made_and_it_is_named(project: Path, capsys: Capture) -> None:
    assert badges(project) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert (
        "error left-out: 4 of 7 badges can't be made, and so none is\n"
        "    mend what is said of them, or make the others with --keep-going\n"
    ) in said.err
    assert said.err.count("data/attendees.csv:") == 4
    assert not (project / "output").exists()


def test_all_texts_that_do_not_fit_are_said_at_once(project: Path, capsys: Capture) -> None:
    listed(project, f"id,name\n1,{LONG}\n2,Ann Sample\n3,{LONG} II\n")
    assert badges(project) == 3
    said = capsys.readouterr().err
    assert "error left-out: 2 of 3 badges can't be made, and so none is\n" in said
    assert re.findall(r"attendees.csv:(\d+):3: error overflow", said) == ["2", "4"]


def test_nobody_is_left(project: Path, capsys: Capture) -> None:
    listed(project, f"id,name\n1,{LONG}\n2,\n")
    assert badges(project, "--keep-going") == 3
    said = capsys.readouterr().err
    assert said.count("error") == 2
    assert "left-out" not in said
    assert not (project / "output").exists()


@pytest.mark.parametrize("options", [["--only", "3"], ["--where", "name=cleo sample"]])
def test_a_part_is_not_stopped_by_what_is_wrong_elsewhere(
    project: Path, capsys: Capture, options: list[str]
) -> None:
    listed(project, LIST.replace("7,,", "7,Fay Sample,"))
    assert badges(project, "--keep-going") == 3
    whole = (project / "output" / "screen" / "badges.pdf").read_bytes()
    other = project / "output" / "screen" / "badges.rejected.pdf"
    other.write_bytes(whole)
    capsys.readouterr()
    assert badges(project, *options) == 0
    assert capsys.readouterr() == ("output/screen/badges-only.pdf  1 page  4x3in\n", "")
    assert names(project, "badges-only") == ["Cleo Sample"]
    assert (project / "output" / "screen" / "badges.pdf").read_bytes() == whole
    assert other.read_bytes() == whole


@pytest.mark.parametrize(
    ("wanted", "rule"), [("2", "unknown-role"), ("1", "duplicate-id"), ("5", "overflow")]
)
def test_a_part_that_can_not_be_made_says_why_and_no_more(
    project: Path, capsys: Capture, wanted: str, rule: str
) -> None:
    assert badges(project, "--only", wanted) == 3
    said = re.findall(r"error ([\w-]+):", capsys.readouterr().err)
    assert sorted(said) == sorted(["left-out", rule] if wanted == "1" else [rule])
    assert not (project / "output").exists()


def test_who_may_be_meant_counts(project: Path, capsys: Capture) -> None:
    assert badges(project, "--where", "role=student", "--where", "affiliation=there") == 3
    said = capsys.readouterr().err
    assert 'no role is called "chef", so this may be one with role=student\n' in said
    assert "error left-out: 1 of 2 badges can't be made, and so none is\n" in said
    assert badges(project, "--where", "role=student", "--keep-going") == 3
    said = capsys.readouterr().err
    assert said.startswith("2 badges, 2 left out:\n")
    assert names(project, "badges-only") == ["Ann Sample", "Eve Sample"]


def test_a_role_that_does_not_exist_is_nobodys(project: Path, capsys: Capture) -> None:
    assert badges(project, "--where", "role=chef") == 2
    assert "error usage: no badge has role=chef\n" in capsys.readouterr().err


def test_an_id_that_nobody_has_may_be_one_that_can_not_be_read(
    project: Path, capsys: Capture
) -> None:
    listed(project, "id,name\n1,Ann Sample\n,Ben Sample\na b,Cleo Sample\n4\n")
    assert badges(project, "--only", "99") == 2
    hint = "known here: 1; the list has rows without a readable id: line 3, 4, 5"
    assert hint in capsys.readouterr().err


def test_a_list_that_can_not_be_read_to_its_end_stops_all(project: Path, capsys: Capture) -> None:
    listed(project, 'id,name\n1,Ann Sample\n2,\n3,"Cleo Sample\n')
    for options in (["--keep-going"], ["--only", "1"]):
        assert badges(project, *options) == 3
        said = re.findall(r"error ([\w-]+):", capsys.readouterr().err)
        assert said == (["syntax"] if "--only" in options else ["syntax", "missing-key"])
    assert not (project / "output").exists()


def test_another_list_makes_a_part(project: Path, tmp_path: Path) -> None:
    other = tmp_path / "walk-ins.csv"
    other.write_text("id,name\n1,Gus Sample\n", "utf-8")
    assert badges(project, "--attendees", str(other)) == 0
    assert names(project, "badges-only") == ["Gus Sample"]


def test_a_program_is_joined_by_the_same_rows_as_if_all_were_right(project: Path) -> None:
    """Whose registration has an error has no badge without it, and no namesake becomes them."""
    of_the_program(
        project,
        "  - {id: ann, name: Ann Sample, roles: [keynote]}\n"
        "  - {id: ben, name: Ben Sample, roles: [keynote], affiliation: Lab}\n",
    )
    rows = "1,Ann Sample,,ROLE\n2,Ann Sample,Namesakes,press\n3,Cleo Sample,Here,press\n"
    head = "id,name,affiliation,role\n"
    listed(project, head + rows.replace("ROLE", "chef"))
    assert badges(project, "--keep-going") == 3
    found = [text for text, _ in pages(project)]
    assert found == ["Ben Sample Lab", "Ann Sample Namesakes", "Cleo Sample Here"]
    listed(project, head + rows.replace("ROLE", "student"))
    assert badges(project) == 0
    assert [text for text, _ in pages(project)] == ["Ann Sample", *found]


def test_badges_set_whole_are_left_out_too(
    write: Write, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mi_print.products.badges.whole_badges.CHUNK", 3)
    long = "word " * 30
    table = f"id,name\n1,Ann Sample\n2,{long}\n3,Cleo Sample\n4,,\n5,{long}2\n6,Eve Sample\n"
    project = write(sample_layouts.project(manifest(series=""), WHOLE, table.replace(",,", ",")))
    assert badges(project) == 3
    said = capsys.readouterr().err
    assert "error left-out: 3 of 6 badges can't be made, and so none is\n" in said
    assert badges(project, "--keep-going") == 3
    said = capsys.readouterr().err
    assert said.startswith("3 badges, 3 left out:\n")
    assert {"3", "5", "6"} == set(re.findall(r"attendees.csv:(\d+):", said))
    assert "badge of word word" in said
    assert names(project) == ["Ann Sample", "Cleo Sample", "Eve Sample"]


TROUBLES = {
    1: "{n},Bad Role{n},,chef,",
    2: "{n},,Nameless,,",
    3: "3,Twin Id{n},,,",
    4: "{n},Bell\x07 Name{n},,,",
    5: '{n},"Line\nBreak{n}",,,https://example.org/{n}',
    6: f"{{n}},{LONG}{{n}},,,",
    7: "{n},Web Address{n},,,example.org",
    8: "{n},\u3164,,,",
    9: "{n},Party \U0001f389{n},,,",
    10: "{n},O&#039;Connell{n},,,https://example.org/{n}",
    11: "{n},No\u00a0Break{n},,,https://example.org/{n}",
    12: "{n},Twin Sample,Place {n},,https://example.org/{n}",
    13: "b d {n},Bad Id{n},,,",
    14: "{n},Ragged{n},a,b,c,d",
}
"""Rows with everything that goes wrong, each of one kind."""
MADE = {5: "Line Break{n}", 10: "O&#039;Connell{n}", 11: "No Break{n}", 12: "Twin Sample"}
"""Those of them that are badges all the same."""


def test_three_hundred_rows_with_every_trouble(project: Path, capsys: Capture) -> None:
    rows, made = ["id,name,affiliation,role,url"], []
    for n in range(1, 301):
        kind = n % 20
        sound = f"{n},Sound{n} Sample,Place {n},student,https://example.org/{n}"
        rows.append(TROUBLES[kind].format(n=n) if kind in TROUBLES and n > 20 else sound)
        if n <= 20 or kind not in TROUBLES:
            made.append((f"Sound{n} Sample Place {n}", f"https://example.org/{n}"))
        elif kind in MADE:
            place = f" Place {n}" if kind == 12 else ""
            made.append((MADE[kind].format(n=n) + place, f"https://example.org/{n}"))
    listed(project, "\n".join(rows) + "\n")
    assert badges(project, "--keep-going") == 3
    said = capsys.readouterr()
    assert len(said.out.splitlines()) + len(said.err.splitlines()) <= 60
    assert max(map(len, said.err.splitlines())) <= 200
    found = [(text.replace("’", "'"), code) for text, code in pages(project)]
    drawn = [each for each in found if each[0] and not each[0].startswith("Party")]
    assert drawn == made
    assert {code for text, code in found if (text, code) not in drawn} <= {""}
