"""Texts of other programs, however long and odd, are read in a time that grows with them."""

import csv
import io
import time
from pathlib import Path

import pytest

from mi_print.event.names.titles import without_generation
from mi_print.importers.import_files import ImportRequest, import_files
from mi_print.importers.merging.yaml_text import plain
from mi_print.importers.papers.paper_tables import split_authors

RUNS = (
    *" 1a<@-\"'()\n\t*[\u00ad/\\{$=",
    *(", ", "; ", " and ", "a.", "1:", "A. ", "&amp;", "--", "x\n", " a", " ("),
)
SECONDS = 3.0


def run(piece: str, letters: int = 100_000) -> str:
    return f"Ada {piece * (letters // len(piece))} Sample"


@pytest.mark.parametrize("piece", RUNS)
def test_no_pattern_takes_long(piece: str) -> None:
    began = time.process_time()
    plain(run(piece))
    split_authors(run(piece))
    without_generation(run(piece))
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize("piece", [" ", "(", "<", "@", '"', "\n", "1", "[", "*"])
@pytest.mark.parametrize("kind", ["papers", "attendees", "page"])
def test_an_import_of_long_texts_has_an_end(tmp_path: Path, kind: str, piece: str) -> None:
    text = run(piece, 20_000)
    file = tmp_path / ("page.md" if kind == "page" else "list.csv")
    if kind == "page":
        file.write_text(f"# Workshop on Samples\n\n{text}\n\n## Topics\n\n- {text}\n", "utf-8")
    else:
        names = ["id", "title", "authors"] if kind == "papers" else ["Name", "Email", "Affiliation"]
        table = io.StringIO()
        csv.writer(table).writerows([names, ["a", text, text] if kind == "papers" else [text] * 3])
        file.write_text(table.getvalue(), "utf-8")
    began = time.process_time()
    report = import_files(ImportRequest([file], tmp_path / "project", dry=True))
    assert time.process_time() - began < SECONDS
    assert all(len(each.message) < 1000 for each in (*report.problems, *report.across))
