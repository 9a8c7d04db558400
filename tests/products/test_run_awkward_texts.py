"""The bundled layouts take what real workshops write.

A name of fifteen words, an organizer with a long name, no topics, a deadline
in a zone of its own, a topic with quotes and an ampersand: none may stop a
run, and each must print as it is written.
"""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from mi_print.cli import main

WORKSHOP = """\
name: >-
  Third International Interdisciplinary Workshop on Uncertainty-Aware Photogrammetry of
  Imaginary Coastlines & Islands
host: {name: PretendConf 2028, place: "Aarhus, Denmark"}
date: 2028-06-03
tentative: true
timezone: Europe/Copenhagen
venue: {name: Hall, room: Room 1}
contact: {email: coast@example.org}
about: [Nobody has seen these coasts.]
call:
  opens: 2028-01-05
  deadline: {date: 2028-03-01, zone: America/Argentina/Buenos_Aires}
  notification: 2028-04-10
  submit: https://submit.example.org/
  tracks: [{name: Map, pages: 1}, {name: Paper, pages: 8}]
people:
  - {id: eleni, name: Ελένη Παπαδοπούλου, roles: [organizer]}
  - {id: jens, name: Wilhelmina Åkesson-Østergård, roles: [organizer]}
  - {id: li, name: 李明, lang: zh-Hans, roles: [keynote], affiliation: 想象大学}
  - {id: nao, name: 直美 骨, lang: ja, roles: [organizer]}
  - {id: salma, name: سلمى الحداد, lang: ar, roles: [keynote], affiliation: جامعة الخيال}
sponsors:
  - {name: Lighthouse Trust, level: Gold, url: "https://lighthouse.example.org/"}
"""

PROGRAM = """\
sessions:
  - {id: one, start: "09:00", end: "10:00", kind: keynote, title: Coasts, speakers: [li, salma]}
  - {id: posters, start: "10:00", end: "11:00", kind: posters, title: Posters}
"""

PAPERS = """\
id,title,authors,category,session,board
1,"On ""Fuzzy"" Borders & <i>Fences</i>",Ada,"Bays & ""Coves"" \\ {x",posters,1
"""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("awkward")
    (project / "data").mkdir()
    for name, text in {
        "workshop.yaml": WORKSHOP,
        "program.yaml": PROGRAM,
        "papers.csv": PAPERS,
    }.items():
        (project / "data" / name).write_text(text, "utf-8")
    screen = ["--edition", "screen"]
    assert main(["--project", str(project), "cfp", *screen]) == 0
    assert main(["--project", str(project), "program", *screen]) == 0
    assert main(["--project", str(project), "cfp", "--size", "a4", *screen]) == 0
    return project / "output" / "screen"


def words(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as book:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in book).split())


@pytest.mark.parametrize("name", ["cfp.pdf", "cfp-a4.pdf"])
def test_the_flyer_says_it_all(output: Path, name: str) -> None:
    said = words(output / name)
    assert "Imaginary Coastlines & Islands" in said
    assert "Date to be confirmed" in said
    assert "Submit until 23:59, Buenos Aires time." in said
    assert "Map 1 page Paper 8 pages" in said
    assert "Åkesson-Østergård" in said.replace("\ufffe", "-")
    assert "Topics of interest" not in said


def test_a_topic_prints_as_written_in_the_running_head(output: Path) -> None:
    said = words(output / "program.pdf")
    assert said.count('Bays & "Coves" \\ {x') >= 3  # contents, session, the list's head
    assert "&amp;" not in said
    assert "&#34;" not in said


def test_sponsors_are_told_with_level_and_address(output: Path) -> None:
    said = words(output / "program.pdf")
    assert "Lighthouse Trust lighthouse.example.org" in said
    assert "Gold" in said


def test_a_name_has_the_forms_of_its_language(output: Path) -> None:
    with pikepdf.open(output / "cfp.pdf") as book:
        fonts = {str(font.BaseFont) for font in book.pages[0].Resources.Font.values()}
    assert any("Noto-Sans-JP" in name or "NotoSansJP" in name for name in fonts), fonts


@pytest.mark.parametrize("size", ["a6", "4x3in"])
def test_room_and_venue_of_high_letters_stand_apart_on_badges(tmp_path: Path, size: str) -> None:
    venue = "{name: صطوش زففكأغ وطأهلذا, room: دكع رج حسح}"
    (tmp_path / "data").mkdir()
    data = WORKSHOP.replace("{name: Hall, room: Room 1}", venue)
    (tmp_path / "data" / "workshop.yaml").write_text(data, "utf-8")
    badges = ["badges", "--size", size, "--edition", "screen"]
    assert main(["--project", str(tmp_path), *badges]) == 0


def test_a_title_of_another_script_has_its_place_on_the_cover(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    data = WORKSHOP.replace("Third International Interdisciplinary Workshop on", "וארפכשג אחישמספז")
    data = data.replace("Uncertainty-Aware Photogrammetry of", "עק")
    data = data.replace("Imaginary Coastlines & Islands", "לטעקארפה ת")
    (tmp_path / "data" / "workshop.yaml").write_text(data, "utf-8")
    booklet = ["program", "--size", "half-letter", "--edition", "screen"]
    assert main(["--project", str(tmp_path), *booklet]) == 0
