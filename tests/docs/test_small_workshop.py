"""The small workshop with which docs/data.md begins comes out without a warning."""

import re
from pathlib import Path

import pypdfium2
import pytest

from mi_print.cli import main
from mi_print.resources import DOCS

TEXT = (DOCS / "data.md").read_text("utf-8").partition("\n## The files")[0]
FILES = dict(re.findall(r"^`(data/[\w.]+)`\n\n```\w+\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def pages(project: Path, name: str) -> list[str]:
    with pypdfium2.PdfDocument(project / "output" / "screen" / f"{name}.pdf") as book:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in book]


def words(text: str) -> list[str]:
    return sorted(text.split())


def test_it_is_short() -> None:
    assert {name: len(text.splitlines()) for name, text in FILES.items()} == {
        "data/workshop.yaml": 3,
        "data/program.yaml": 12,
        "data/attendees.csv": 31,
    }


def test_it_is_without_a_problem(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(project), "check"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("no problems\ncfp is not made: there is no call for papers\n")
    assert said.err == ""


@pytest.mark.slow
def test_it_comes_out(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(project), "all", "--edition", "screen"]) == 0
    flyer, signs = capsys.readouterr().err.splitlines()
    assert flyer == "cfp is not made: there is no call for papers"
    assert signs.startswith("signage has nothing to print on board-cards, ")
    cover, day, sessions, back = pages(project, "program")
    assert cover == "Sample Reading Day Program Friday, 12 March Sample House"
    assert words(day) == words(
        "Friday 12 March Sample House 9:30 Welcome 9:45 Ada Example What a Sample Can Tell"
        " 10:30 Coffee 11:00 Reading in groups 12:30 Lunch 13:30 What we read next 14:00 End"
        " 2 Program"
    )
    assert words(sessions) == words(
        "Sessions 9:30–9:45 Welcome 9:45–10:30 Ada Example What a Sample Can Tell"
        " 10:30–11:00 Coffee 11:00–12:30 Reading in groups 12:30–13:30 Lunch"
        " 13:30–14:00 What we read next Sessions 3"
    )
    assert back == "Sample Reading Day Friday, 12 March 2027"
    fronts = pages(project, "badges")[::2]
    assert len(fronts) == 30
    assert "Ada Example Example University" in fronts[0]
    (door,) = pages(project, "signage-door-sign")
    assert "Sample House" in door
    assert "Friday, 12 March 2027" in door
