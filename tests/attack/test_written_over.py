"""Nothing takes the place of a file that no earlier run of the same kind wrote."""

import os
from pathlib import Path

import pytest

from mi_print.cli import main
from mi_print.products.output import kind
from tests.conftest import Write
from tests.products import sample_layouts

Capture = pytest.CaptureFixture[str]

PEOPLE = "id,name\na,Ada\n"
TAKEN = (
    "this is there already, and no earlier run of the same kind wrote it\n"
    "    choose another name, or move it away\n"
)


@pytest.fixture
def project(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with badges and a flyer, in which commands run."""
    folder = write(sample_layouts.project(sample_layouts.manifest(), sample_layouts.SIDE, PEOPLE))
    monkeypatch.chdir(folder)
    return folder


def everything(folder: Path) -> dict[str, bytes]:
    """Return each file's contents."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


FLYER = ("cfp", "--edition", "screen")
BADGES = ("badges", "--edition", "screen")
PREFLIGHT = ("preflight", "output/screen/cfp.pdf")


@pytest.fixture
def flyer(project: Path) -> Path:
    """A flyer that is made."""
    assert main([*FLYER]) == 0
    return project / "output" / "screen" / "cfp.pdf"


VICTIMS = (
    *("data/workshop.yaml", "data/attendees.csv", "data/print.yaml", "layouts/cfp/layout.yaml"),
    *("layouts/cfp/page.css", "output/screen/cfp.pdf", "mine.html", "empty", "data", "pipe"),
)


@pytest.mark.parametrize("victim", VICTIMS)
@pytest.mark.parametrize("command", [BADGES, PREFLIGHT], ids=["badges", "preflight"])
@pytest.mark.usefixtures("flyer")
def test_a_report_replaces_nothing_else(
    project: Path, capsys: Capture, command: tuple[str, ...], victim: str
) -> None:
    (project / "mine.html").write_text("<!DOCTYPE html><title>Preflight of mine</title>", "utf-8")
    (project / "empty").touch()
    os.mkfifo(project / "pipe")
    before = everything(project)
    capsys.readouterr()
    assert main([*command, "--report", victim]) == 2
    place = project / victim if command is BADGES else victim
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"{place}: error exists: {TAKEN}")
    assert everything(project) == before


@pytest.mark.usefixtures("flyer")
def test_a_report_replaces_an_earlier_one_of_its_kind_only(project: Path, capsys: Capture) -> None:
    for command, code in ((BADGES, 0), (PREFLIGHT, 4)):
        report = f"{command[0]}.html"
        for _ in range(2):
            assert main([*command, "--report", report]) == code
    capsys.readouterr()
    assert main([*BADGES, "--report", "preflight.html"]) == 2
    assert main([*PREFLIGHT, "--report", "badges.html"]) == 2
    assert capsys.readouterr().err.count(TAKEN) == 2
    assert kind((project / "badges.html").read_bytes()) == "mi-print fit"
    assert kind((project / "preflight.html").read_bytes()) == "mi-print preflight"


def test_a_report_is_no_product_of_its_run(project: Path, capsys: Capture) -> None:
    report = project / "output" / "screen" / "badges.pdf"
    assert main([*BADGES, "--report", str(report)]) == 2
    assert capsys.readouterr().err == (
        f"error usage: {report} is a product of this run\n    choose another name for --report\n"
    )
    assert not report.exists()


OTHERS = {
    "a text": b"mine",
    "nothing": b"",
    "a PDF of somebody's": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
    "half a PDF": b"%PDF-1.7\n1 0 obj",
    "a report of ours": b'<meta name="generator" content="mi-print fit">',
}


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("out", ["output", "elsewhere"])
def test_a_product_replaces_nobodys_file(
    project: Path, capsys: Capture, other: str, out: str
) -> None:
    path = project / out / "screen" / "cfp.pdf"
    path.parent.mkdir(parents=True)
    path.write_bytes(OTHERS[other])
    assert main([*FLYER, "--out", out]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"{path}: error exists: {TAKEN}")
    assert path.read_bytes() == OTHERS[other]


def test_a_product_replaces_no_folder_and_no_pipe(project: Path) -> None:
    path = project / "output" / "screen" / "cfp.pdf"
    path.mkdir(parents=True)
    assert main([*FLYER]) == 2
    path.rmdir()
    os.mkfifo(path)
    assert main([*FLYER]) == 2
    assert path.is_fifo()


def test_what_an_earlier_run_wrote_is_replaced(project: Path) -> None:
    for product in ("cfp", "badges"):
        command = [product, "--force"]
        assert main(command) == main(command) == 0
    made = [path for path in everything(project / "output") if path.endswith(".pdf")]
    assert len(made) == 4


def test_a_rejected_edition_of_somebodys_is_not_taken_away(project: Path) -> None:
    path = project / "output" / "print" / "cfp.rejected.pdf"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"mine")
    assert main(["cfp", "--edition", "print", "--force"]) == 0
    assert path.read_bytes() == b"mine"


EMPTY = (
    *(["init", ""], ["schema", ""], ["preflight", ""], ["--project", "", "cfp"]),
    *([*FLYER, "--out", ""], [*FLYER, "--out="], [*BADGES, "--report", ""]),
    *([*BADGES, "--attendees", ""], [*PREFLIGHT, "--report="], ["init", "new", ""]),
)


@pytest.mark.parametrize("command", EMPTY, ids=" ".join)
def test_an_empty_argument_is_not_the_current_folder(
    project: Path, capsys: Capture, command: list[str]
) -> None:
    before = everything(project)
    assert main(command) == 2
    assert capsys.readouterr().err == (
        "error usage: an argument is empty\n"
        "    name a file or a folder; a variable of the shell may be unset\n"
    )
    assert everything(project) == before


@pytest.mark.parametrize("name", ["README.md", "data/workshop.yaml", "data/schema"])
def test_init_replaces_nothing(tmp_path: Path, capsys: Capture, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine", "utf-8")
    assert main(["init", str(tmp_path)]) == 2
    assert capsys.readouterr().err == (
        f"{path}: error exists: {path.name} is there already, and init overwrites nothing\n"
        "    choose a folder without it, or move it away\n"
    )
    assert everything(tmp_path) == {name: b"mine"}


@pytest.mark.parametrize(
    "text",
    [
        "mine",
        "{}",
        '{"title": "Workshop"}',
        "{",
        '{"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Mine"}',
    ],
)
def test_a_schema_replaces_only_its_like(tmp_path: Path, capsys: Capture, text: str) -> None:
    path = tmp_path / "workshop.schema.json"
    path.write_text(text, "utf-8")
    assert main(["schema", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"{path}: error exists: {TAKEN}"
    assert everything(tmp_path) == {path.name: text.encode()}


def test_a_schema_replaces_its_like(tmp_path: Path) -> None:
    assert main(["schema", str(tmp_path)]) == main(["schema", str(tmp_path)]) == 0


def test_a_schema_needs_a_folder(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    assert main(["schema", str(tmp_path / "file")]) == 3
    assert "error unwritable: this can't be written" in capsys.readouterr().err
