"""The files of badges: from the command line to the bytes, and who is in them."""

import os
import re
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from mi_print.cli import main
from mi_print.products.variable_data import stamp_series

Write = Callable[[dict[str, str]], Path]
Capture = pytest.CaptureFixture[str]

PEOPLE = """\
people:
  - {id: ada, name: Ada Lovelace, given: Ada, family: Lovelace, roles: [keynote]}
  - {id: zoe, name: Zoë Åberg, given: Zoë, family: Åberg, roles: [organizer], affiliation: Lab}
"""
LIST = """\
id,name,given,family,affiliation,role,pronouns,url,lang,phone
R-1,Bo Mo,Bo,Mo,Institute,student,he/him,https://example.org/bo,en,555-0199
R-2,Öst Ärlig,Öst,Ärlig,,press,,,sv,555-0142
R-3,王小明,,,,,,,zh-Hans,
"""


@pytest.fixture
def project(write: Write) -> Path:
    """A small workshop with two people of the program and three on the list."""
    folder = write({"data/attendees.csv": LIST})
    workshop = folder / "data" / "workshop.yaml"
    workshop.write_text(workshop.read_text("utf-8") + PEOPLE, "utf-8")
    return folder


def made(project: Path, *options: str, edition: str = "screen") -> Path:
    assert main(["--project", str(project), "badges", "--edition", edition, *options]) == 0
    part = {"--only", "--where", "--attendees"} & {*options}
    return project / "output" / edition / ("badges-only.pdf" if part else "badges.pdf")


def both(project: Path) -> list[Path]:
    assert main(["--project", str(project), "badges"]) == 0
    return [project / "output" / edition / "badges.pdf" for edition in ("screen", "print")]


def fronts(path: Path) -> list[str]:
    """Return the words of each front but those of the label; the role, which is set first, last."""
    with pypdfium2.PdfDocument(path) as book:
        pages = [page.get_textpage().get_text_range().split() for page in book]
    assert pages[0][:4] == ["Small", "Workshop", "Big", "Conference"]
    return [" ".join([*words[5:], words[4]]) for words in pages[::2]]


def test_the_program_comes_first_and_then_the_list(project: Path) -> None:
    assert fronts(made(project)) == [
        "Ada Lovelace Speaker",
        "Zoë Åberg Lab Organizer",
        "Bo Mo he/him Institute Student",
        "Öst Ärlig Press",
        "王小明 Attendee",
    ]


@pytest.mark.parametrize(
    ("order", "first"),
    [
        ("file", ["Ada", "Zoë", "Bo", "Öst", "王小明"]),
        ("name", ["Ada", "Bo", "Öst", "Zoë", "王小明"]),
        ("family", ["Zoë", "Öst", "Ada", "Bo", "王小明"]),
        ("role", ["Ada", "Zoë", "Öst", "Bo", "王小明"]),
    ],
)
def test_they_are_ordered(project: Path, order: str, first: list[str]) -> None:
    assert [front.split()[0] for front in fronts(made(project, "--sort", order))] == first


def test_the_order_is_that_of_the_workshops_language(project: Path) -> None:
    workshop = project / "data" / "workshop.yaml"
    workshop.write_text(workshop.read_text("utf-8") + "lang: sv\n", "utf-8")
    (project / "data" / "print.yaml").write_text("badges: {order: family}\n", "utf-8")
    found = [front.split()[0] for front in fronts(made(project))]
    assert found == ["Ada", "Bo", "Zoë", "Öst", "王小明"]


@pytest.mark.parametrize(
    ("options", "first"),
    [
        (["--only", "R-2"], ["Öst"]),
        (["--only", "R-3", "--only", "ada"], ["Ada", "王小明"]),
        (["--where", "role=STUDENT"], ["Bo"]),
        (["--where", "role=student", "--where", "role=press"], ["Bo", "Öst"]),
        (["--where", "affiliation=lab", "--where", "role=organizer"], ["Zoë"]),
        (["--where", "affiliation="], ["Ada", "Öst", "王小明"]),
    ],
)
def test_they_are_chosen(project: Path, options: list[str], first: list[str]) -> None:
    assert [front.split()[0] for front in fronts(made(project, *options))] == first


def test_another_list_may_be_named(project: Path, tmp_path: Path) -> None:
    other = tmp_path / "walk-ins.csv"
    other.write_text("id,name\n1,Eve Fey\n", "utf-8")
    found = fronts(made(project, "--attendees", str(other)))
    assert found[2:] == ["Eve Fey Attendee"]


def test_spares_come_last_some_of_each_role(project: Path) -> None:
    found = fronts(made(project, "--where", "role=press", "--spares", "2"))
    assert found == ["Öst Ärlig Press", "Press", "Press", "Attendee", "Attendee"]


def test_packing_aids_are_ordered_with_the_badges(project: Path, capsys: Capture) -> None:
    orders = """\
badges: {sort: family, spares: 1, dividers: true}
orders:
  bare: {product: badges, spares: 0, dividers: false, where: {role: press}}
"""
    (project / "data" / "print.yaml").write_text(orders, "utf-8")
    assert main(["--project", str(project), "badges", "--edition", "screen"]) == 0
    folder = project / "output" / "screen"
    with pypdfium2.PdfDocument(folder / "badges.pdf") as book:
        found = [page.get_textpage().get_text_range().split() for page in list(book)[::2]]
    assert [text[0] for text in found if len(text) == 1] == ["A", "L", "M", "王"]
    assert found[-1][-1] == "Attendee"
    assert fronts(folder / "badges-bare.pdf") == ["Öst Ärlig Press"]
    capsys.readouterr()
    assert main(["--project", str(project), "badges", "--sort", "file", "--named", "bare"]) == 0
    assert main(["--project", str(project), "badges", "--sort", "file"]) == 2
    assert "error usage: there are no dividers between badges" in capsys.readouterr().err


def test_a_layout_without_dividers_makes_none(project: Path, capsys: Capture) -> None:
    copied = ["--project", str(project), "layout", "badges"]
    assert main(copied) == 0
    manifest = project / "layouts" / "badges" / "layout.yaml"
    manifest.write_text(manifest.read_text("utf-8").replace(', "heading?"', ""), "utf-8")
    template = manifest.with_name("page.html.j2")
    text = template.read_text("utf-8").replace("{% if badge.heading %}", "{% if false %}")
    template.write_text(text, "utf-8")
    capsys.readouterr()
    options = ["--sort", "name", "--dividers", "--edition", "screen"]
    assert main(["--project", str(project), "badges", *options]) == 3
    assert "error slot: this layout has no dividers, which are ordered" in capsys.readouterr().err


def test_orders_choose_and_sort_for_themselves(project: Path, capsys: Capture) -> None:
    orders = """\
badges: {roles: [keynote], where: {affiliation: institute}}
orders:
  own: {product: badges, roles: [mentor, keynote], quantity: 2, sort: role}
  crew: {product: badges, where: {role: Mentor}}
  vip: {product: badges, where: {role: volunteer}}
"""
    (project / "data" / "print.yaml").write_text(orders, "utf-8")
    workshop = project / "data" / "workshop.yaml"
    own = workshop.read_text("utf-8").replace("[organizer]", "[Mentors]")
    roles = "roles: {speaker: {}, mentor: {plural: Mentors}}\n"
    workshop.write_text(own + roles, "utf-8")
    assert main(["--project", str(project), "badges", "--edition", "screen"]) == 3
    said = capsys.readouterr()
    assert "badges-own.pdf  10 pages  4x3in" in said.out
    assert "5:40: error badges: no badge has role=volunteer\n" in said.err
    folder = project / "output" / "screen"
    assert fronts(folder / "badges.pdf") == ["Bo Mo he/him Institute Student"]
    assert fronts(folder / "badges-crew.pdf") == ["Zoë Åberg Lab Mentor"]
    assert [each.split()[-1] for each in fronts(folder / "badges-own.pdf")] == [
        *("Speaker", "Mentor", "Press", "Student", "Attendee")
    ]
    assert not (folder / "badges-vip.pdf").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ["--only", "R-33"],
            'error usage: nobody with a badge has the id "R-33"\n    did you mean "R-3"?\n',
        ),
        (
            ["--where", "phone=555-0199"],
            (
                'error usage: "phone=555-0199" is not FIELD=VALUE with a field of a badge\n'
                "    the fields are: id, name, role, given, family, affiliation,"
                " pronouns, url, lang, registration\n"
            ),
        ),
        (
            ["--where", "role=chef"],
            (
                "error usage: no badge has role=chef\n"
                "    the roles are: speaker, organizer, press, student, attendee\n"
            ),
        ),
        (
            ["--only", "R-2", "--where", "role=student"],
            "error usage: no badge that --only names has role=student\n    the roles are: press\n",
        ),
        (
            ["--where", "name=Nobody"],
            "error usage: no badge has name=Nobody\n    write the value as the data has it\n",
        ),
    ],
)
def test_a_wish_for_nobody_is_said(
    project: Path, capsys: Capture, options: list[str], said: str
) -> None:
    assert main(["--project", str(project), "badges", *options]) == 2
    assert said in capsys.readouterr().err
    assert not (project / "output").exists()


def test_nobody_at_all_is_said(write: Write, capsys: Capture) -> None:
    assert main(["--project", str(write({})), "badges"]) == 3
    assert capsys.readouterr().err.startswith("data: error badges: nobody has a badge\n")


def test_the_same_input_gives_the_same_bytes(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamp_series, "CHUNK", 2)
    first = [path.read_bytes() for path in both(project)]
    code = (
        "import sys\n"
        "from mi_print.cache import cache_folder\n"
        "from mi_print.layout.text.bundled_fonts import use_bundled_fonts\n"
        "use_bundled_fonts(cache_folder())\n"
        "from mi_print.products.variable_data import stamp_series; stamp_series.CHUNK = 2\n"
        "from mi_print.cli import main; sys.exit(main())"
    )
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LANG": "C"}
    run = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", code, "--project", str(project), "badges", "--out", str(tmp_path)],
        env=os.environ | elsewhere,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert [(tmp_path / e / "badges.pdf").read_bytes() for e in ("screen", "print")] == first


@pytest.mark.parametrize("size", ["4x3in", "a6", "4x6in"])
def test_makers_of_badges_take_them(project: Path, size: str, capsys: Capture) -> None:
    """No text below 8 pt, no line below 0.5 pt, nothing within 8 mm of an edge."""
    options = ["--shop", "badge-maker", "--size", size, "--edition", "print"]
    assert main(["--project", str(project), "badges", *options]) == 0
    assert "checked" in capsys.readouterr().out
    assert not list(project.rglob("*.rejected.pdf"))


def test_nothing_but_what_is_printed_is_in_the_file(project: Path) -> None:
    """Ids, addresses, languages and other columns stay where they are; a code is only ink."""
    for edition in ("screen", "print"):
        path = made(project, edition=edition)
        for word in (b"R-1", b"555-0", b"example.org", b"zh-Hans", b"attendees", b"student"):
            assert word not in decoded(path), word
        with pikepdf.open(path) as book:
            named = {"/Title", "/Author", "/Producer", "/Creator", "/CreationDate", "/ModDate"}
            if edition == "print":
                named |= {"/Trapped", "/GTS_PDFXVersion"}
            assert set(book.docinfo.keys()) <= named
            assert str(book.docinfo["/Title"]) == "Small Workshop: badges"
            assert str(book.docinfo["/Author"]) == "Small Workshop"
            assert "/Names" not in book.Root
            assert "/Outlines" not in book.Root


def decoded(path: Path) -> bytes:
    """Return a file's bytes with every compressed stream written out too."""
    data = path.read_bytes()
    found = [data]
    for match in re.finditer(rb"stream\r?\n", data):
        try:
            found.append(zlib.decompressobj().decompress(data[match.end() :]))
        except zlib.error:
            continue
    assert len(found) > 3
    return b"\n".join(found)


def test_a_name_that_is_hard_to_read_is_a_warning_with_its_place(
    project: Path, capsys: Capture
) -> None:
    rows = "".join(f"S-{n},Wolfeschlegelsteinhaus{n:02},,,,,,,,\n" for n in range(23))
    (project / "data" / "attendees.csv").write_text(LIST + rows, "utf-8")
    made(project, "--all")
    said = [line for line in capsys.readouterr().err.splitlines() if "small-name" in line]
    assert len(said) == 23
    place = "data/attendees.csv:5:5"
    assert said[0].startswith(f"{place}: warning small-name: “Wolfeschlegelsteinhaus00” is set in")


def test_of_a_name_in_parts_the_worst_is_said_to_be_hard_to_read(
    project: Path, capsys: Capture
) -> None:
    long = "Wolkenstein-Trostburg y Montemayor de la Sierra Alta"
    rows = f"S-1,Diego {long},Diego,{long}\nS-2,Ada Short,Ada,Short\n"
    (project / "data" / "attendees.csv").write_text(f"id,name,given,family\n{rows}", "utf-8")
    made(project, "--all")
    (said,) = [
        line
        for line in capsys.readouterr().err.replace("\n        ", " ").splitlines()
        if "small-name" in line
    ]
    assert f"“Diego {long}”, “{long}”, is set in 1" in said
    assert "below 20 is hard to read" in said


def test_a_name_that_can_not_be_set_is_an_error_with_its_place(
    project: Path, capsys: Capture
) -> None:
    long = " ".join(["Wolfeschlegelsteinhausenbergerdorff"] * 5)
    (project / "data" / "attendees.csv").write_text(f"id,name\n1,Al Ok\n2,{long}\n", "utf-8")
    assert main(["--project", str(project), "badges"]) == 3
    said = " ".join(capsys.readouterr().err.split())
    assert f"data/attendees.csv:3:3: error overflow: badge of {long[:60]}…, side 1: " in said
    assert not (project / "output").exists()


def test_the_layout_must_say_how_many_sides_there_are(project: Path, capsys: Capture) -> None:
    folder = project / "layouts" / "badges"
    folder.mkdir()
    (folder / "layout.yaml").write_text(
        "product: badges\nabout: No sides\nsizes:\n  a6:\n"
        "    margins: {inner: 9 pt, outer: 9 pt, top: 9 pt, foot: 9 pt}\n"
        "    gutter: 1 pt\n    base: 6 pt\n",
        "utf-8",
    )
    (folder / "page.css").write_text("", "utf-8")
    assert main(["--project", str(project), "badges"]) == 3
    said = "layouts/badges/layout.yaml: error pages: it is not said how many sides a badge has\n"
    assert said in capsys.readouterr().err
