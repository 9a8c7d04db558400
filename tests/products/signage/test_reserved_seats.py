"""The seats of who speaks on several days."""

from pathlib import Path

import pypdfium2

from mi_print.cli import main
from tests.products.read_booklet import plain

WORKSHOP = """\
name: Sample Days
dates: [2027-09-16, 2027-09-17]
clock: 12
venue: {name: Sample House}
"""
PROGRAM = """\
sessions:
  - id: first
    day: 2027-09-16
    start: "10:30"
    end: "12:00"
    kind: talk
    title: A Sample
    speakers: [{name: Ada Example}]
  - id: second
    day: 2027-09-17
    start: "10:30"
    end: "12:00"
    kind: talk
    title: Another Sample
    speakers: [{name: Ada Example}, {name: Bo Example}]
"""


def test_days_and_times_stand_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "workshop.yaml").write_text(WORKSHOP, "utf-8")
    (tmp_path / "data" / "program.yaml").write_text(PROGRAM, "utf-8")
    command = ["signage", "--kind", "reserved-seats", "--edition", "screen"]
    assert main(["--project", str(tmp_path), *command]) == 0
    with pypdfium2.PdfDocument(tmp_path / "output/screen/signage-reserved-seats.pdf") as book:
        ada, bo = (plain(page.get_textpage().get_text_range()) for page in book)
    assert "16 Sep, 10:30 am–12:00 pm A Sample 17 Sep, 10:30 am–12:00 pm Another Sample" in ada
    assert "17 Sep, 10:30 am–12:00 pm Another Sample" in bo
