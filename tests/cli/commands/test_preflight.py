"""The command that says what a print shop would reject."""

import json
from pathlib import Path

import pytest

from mi_print.cli import main
from tests.preflight.good import good
from tests.preflight.sheet import book, text


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.pdf"
    path.write_bytes(book(text("Near", 4, 100)))
    return path


def run(tmp_path: Path, *arguments: object) -> int:
    return main(["--project", str(tmp_path), "preflight", *map(str, arguments)])


def test_errors_end_with_four(
    bad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, bad) == 4
    said = capsys.readouterr()
    near = "bad.pdf, page 1 [5 180 10×8 pt]: error MP-SAFE: text stands 1."
    assert near.partition("[")[0] in said.err
    assert "from the left edge; the shop wants 0.125 in" in said.err
    assert said.out.startswith("bad.pdf  1 page  ")
    assert said.out.count("\n") == 1


def test_a_shop_that_takes_anything_near(
    bad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, bad, "--shop", "badge-maker") == 4
    assert "the shop wants 8 mm" in capsys.readouterr().err


def test_several_files_in_one_list_of_json(
    bad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(b"no PDF")
    assert run(tmp_path, bad, other, "--json") == 4
    problems = json.loads(capsys.readouterr().out)
    assert {problem["file"] for problem in problems} == {"bad.pdf", "other.pdf"}
    (near,) = [problem for problem in problems if problem["rule"] == "MP-SAFE"]
    assert set(near) == {"severity", "rule", "message", "hint", "file", "page", "box"}
    assert near["page"] == 1


def test_ink_that_is_not_measured_is_said_once_of_all_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plain.pdf"
    path.write_bytes(good())
    monkeypatch.setenv("PATH", str(tmp_path))
    other = tmp_path / "other.pdf"
    other.write_bytes(good())
    assert run(tmp_path, path, other) == 0
    said = capsys.readouterr()
    assert said.out == (
        "plain.pdf  2 pages  0 errors, 1 warning  ink not measured\n"
        "other.pdf  2 pages  0 errors, 1 warning  ink not measured\n"
    )
    assert said.err == (
        "warning R0026: ink was not measured: Ghostscript is not on this machine\n"
        "    install the package ghostscript (its program is gs)\n"
    )


def test_files_that_are_not_there(
    bad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, bad, tmp_path / "none.pdf", tmp_path) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert "none.pdf: error unreadable: the file can't be read: No such file" in said.err
    assert "error unreadable: this is no file" in said.err


def test_a_shop_that_there_is_not(
    bad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, bad, "--shop", "generic-uk") == 2
    said = capsys.readouterr().err
    assert said == ('error usage: there is no shop "generic-uk"\n    did you mean "generic-us"?\n')


def test_no_file_at_all(tmp_path: Path) -> None:
    assert run(tmp_path) == 2


def test_the_report(bad: Path, tmp_path: Path) -> None:
    page = tmp_path / "reports" / "a.html"
    assert run(tmp_path, bad, "--report", page) == 4
    html = page.read_text("utf-8")
    assert html.startswith("<!DOCTYPE html>")
    assert "bad.pdf" in html


def test_a_report_that_can_not_be_written(
    bad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, bad, "--report", bad / "page.html") == 3
    assert "error unwritable" in capsys.readouterr().err
