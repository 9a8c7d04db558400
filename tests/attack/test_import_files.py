"""Imports into data that is damaged, elsewhere, or of another shape; nothing is written then."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from mi_print.cli import main

LIST = "id,title,authors\n1,A Sample,Ada Sample\n"
PAGE = """\
# Workshop on Samples

The workshop is on 6 May 2027.

Venue: Sample Hall

## Topics

- one
- two
"""


def written(text: str, name: str = "papers.yaml") -> Callable[[Path], object]:
    return lambda data: (data / name).write_text(text, "utf-8")


def last(make: Callable[[Path], object]) -> Callable[[Path], object]:
    """Return what makes what the last import left."""

    def begin(data: Path) -> None:
        (data / ".imported").mkdir()
        make(data / ".imported" / "papers.json")

    return begin


REFUSED: dict[str, Callable[[Path], object]] = {
    "a list in place of the file": written("- a\n- b\n"),
    "a text in place of the file": written("papers\n"),
    "a text in place of the list": written("papers: abc\n"),
    "a mapping in place of the list": written("papers: {a: b}\n"),
    "texts in the list": written("papers: [a, 5]\n"),
    "a list in the list": written("papers:\n- [a]\n"),
    "aliases": written("a: &a [1]\npapers: *a\n"),
    "a tag": written("papers: !!python/object/apply:os.getcwd []\n"),
    "brackets": written("papers: " + "[" * 5000),
    "a pipe": lambda data: os.mkfifo(data / "papers.yaml"),
    "a folder": lambda data: (data / "papers.yaml").mkdir(),
    "a link out": lambda data: (data / "papers.yaml").symlink_to("/etc/hostname"),
    "a file for the last import's folder": written("", ".imported"),
    "a link out for the last import's folder": lambda data: (data / ".imported").symlink_to(
        data.parent.parent / "elsewhere"
    ),
}
READ_PAST: dict[str, Callable[[Path], object]] = {
    "a pipe": last(os.mkfifo),
    "a folder": last(lambda path: path.mkdir()),
    "another shape": last(lambda path: path.write_text('{"a": {"1": {"id": 5, "fields": [1]}}}')),
    "brackets": last(lambda path: path.write_text("[" * 100_000)),
    "zeros": last(lambda path: path.write_bytes(bytes(1000))),
    "a circle": last(lambda path: path.symlink_to(path.name)),
}


@pytest.mark.parametrize("name", REFUSED)
def test_data_that_can_not_be_merged_into_is_a_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "elsewhere").mkdir()
    data = tmp_path / "project" / "data"
    data.mkdir(parents=True)
    (tmp_path / "list.csv").write_text(LIST, "utf-8")
    REFUSED[name](data)
    before = sorted(tmp_path.rglob("*"))
    assert main(["import", str(tmp_path / "list.csv"), "--into", str(tmp_path / "project")]) == 3
    said = capsys.readouterr().err
    assert ": error " in said
    assert "Traceback" not in said
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("text", ["venue: 5", "venue: [a]", "topics: {a: b}", "call: a", "- a"])
def test_a_page_into_a_workshop_of_another_shape(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "workshop.yaml").write_text(f"{text}\n", "utf-8")
    (tmp_path / "page.md").write_text(PAGE, "utf-8")
    assert main(["import", str(tmp_path / "page.md"), "--into", str(tmp_path)]) == 3
    assert "data/workshop.yaml:1:" in capsys.readouterr().err
    assert (data / "workshop.yaml").read_text("utf-8") == f"{text}\n"


@pytest.mark.parametrize("name", READ_PAST)
def test_a_last_import_that_is_damaged_is_made_anew(tmp_path: Path, name: str) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (tmp_path / "list.csv").write_text(LIST, "utf-8")
    READ_PAST[name](data)
    code = main(["import", str(tmp_path / "list.csv"), "--into", str(tmp_path)])
    there = (data / "papers.yaml").exists()
    assert (code, there) in {(0, True), (3, False)}


def test_a_cell_without_end_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "list.csv").write_text(f'{LIST}2,B,"{"a, " * 2_000_000}"\n', "utf-8")
    assert main(["import", str(tmp_path / "list.csv"), "--into", str(tmp_path)]) == 3
    assert "list.csv:3:1: error size: a cell has " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.html", "<html><body>" + "<a href='" * 100_000),
        ("page.md", "# Workshop on Samples\n\n" + "![" * 400_000),
    ],
)
def test_a_page_that_a_parser_can_not_end_is_a_problem(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    text: str,
) -> None:
    monkeypatch.setattr("mi_print.importers.site.read_page._SECONDS", 1)
    (tmp_path / name).write_text(text, "utf-8")
    assert main(["import", str(tmp_path / name), "--into", str(tmp_path)]) == 3
    said = capsys.readouterr().err
    ended = "error not-recognized: " in said and name == "page.html"  # some parsers end it
    assert ended or "error limit: reading this page takes too much time or memory" in said
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    "value", ["NaN", "-Infinity", "1e999", "9" * 5000, '"\\ud800"', '"a\\uDFFFb"']
)
def test_values_that_no_data_has_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], value: str
) -> None:
    text = f'[{{"id": "1", "title": {value}, "authors": ["Ada Sample"]}}]'
    (tmp_path / "list.json").write_text(text, "utf-8")
    assert main(["import", str(tmp_path / "list.json"), "--into", str(tmp_path)]) == 3
    assert "list.json: error syntax: this has a number without an end" in capsys.readouterr().err
