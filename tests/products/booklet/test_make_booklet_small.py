"""A small event's booklet: no page that says nothing more."""

import shutil
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from mi_print.cli import main

WORKSHOP = """\
name: Sample Meeting
date: 2027-11-12
venue: {name: Sample Library}
"""
PROGRAM = """\
sessions:
  - {id: open, start: "10:00", end: "10:15", kind: opening, title: Welcome}
  - {id: talk, start: "10:15", end: "11:00", kind: talk, title: Talk, speakers: [{name: Bo}]}
  - {id: walk, start: "11:00", kind: social, title: A walk,
     url: "https://pages.example.org/walk"}
"""
ATTENDEES = "id,name\n" + "".join(f"{n},Ada Sample{n}\n" for n in range(30))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    (folder / "data").mkdir()
    (folder / "data" / "workshop.yaml").write_text(WORKSHOP, "utf-8")
    (folder / "data" / "program.yaml").write_text(PROGRAM, "utf-8")
    (folder / "data" / "attendees.csv").write_text(ATTENDEES, "utf-8")
    return folder


def made(project: Path, capsys: pytest.CaptureFixture[str], *command: str) -> str:
    assert main(["--project", str(project), *command, "--edition", "screen"]) == 0
    said = capsys.readouterr()
    assert "warning" not in said.err
    return said.out


def test_four_pages_without_rooms_papers_or_a_host(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "program.pdf  4 pages" in made(project, capsys, "program")
    with pypdfium2.PdfDocument(project / "output" / "screen" / "program.pdf") as book:
        pages = [page.get_textpage().get_text_range() for page in book]
    assert "Sample Library" in pages[0]
    assert "A walk" in pages[1]
    assert "End" not in pages[1]
    assert "10:15–11:00" in pages[2]
    assert "Sample Meeting" in pages[3]  # nobody hosts it


def test_the_web_page_of_a_session_is_a_link_of_its_title_and_not_printed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made(project, capsys, "program")
    path = project / "output" / "screen" / "program.pdf"
    with pypdfium2.PdfDocument(path) as book:
        assert not any("pages.example" in page.get_textpage().get_text_range() for page in book)
    with pikepdf.open(path) as book:
        links = [link for page in book.pages for link in page.obj.get("/Annots", ())]
        addresses = [str(link.A.URI) for link in links if "/A" in link]
    assert addresses == ["https://pages.example.org/walk"]


def test_badges_and_a_door_sign(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "badges.pdf  60 pages" in made(project, capsys, "badges")
    assert "door-sign.pdf  1 page" in made(project, capsys, "signage", "--kind", "door-sign")


def test_a_call_alone_makes_a_flyer(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(project / "data", tmp_path / "data")
    call = """\
dates: [2027-11-12, 2027-11-13]
call:
  deadline: {date: 2027-08-01, zone: AoE}
  submit: https://submit.example.org/
  tracks: [{name: Talk, pages: 1}]
"""
    several = WORKSHOP.replace("date: 2027-11-12\n", call)
    (tmp_path / "data" / "workshop.yaml").write_text(several, "utf-8")
    (tmp_path / "data" / "program.yaml").unlink()
    made(tmp_path, capsys, "cfp")
    with pypdfium2.PdfDocument(tmp_path / "output" / "screen" / "cfp.pdf") as book:
        text = book[0].get_textpage().get_text_range().replace("\u00a0", " ")
    assert "12–13 November 2027" in text
    assert "12–13 Nov" in text
    assert "Contact" not in text
