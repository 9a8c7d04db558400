"""Sheets of products: which files there are, what is said of them, and when there are none."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from mi_print.cli import main
from mi_print.products.imposition.impose_apart import impose_apart
from mi_print.products.imposition.impose_request import ImposedFile
from tests.cli.small_products import FILES

Write = Callable[[dict[str, str]], Path]
Capture = pytest.CaptureFixture[str]

STOCKED = FILES | {"data/print.yaml": "badges: {stock: avery-5392, start: 4}\n"}
UNSAFE = {
    "layouts/badges/page.html.j2": FILES["layouts/badges/page.html.j2"].replace(
        "left:20pt", "left:1pt"
    )
}


def made(project: Path) -> list[str]:
    folder = project / "output"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.pdf"))


def test_sheets_stand_beside_the_print_edition_and_are_the_same_each_time(
    write: Write, capsys: Capture
) -> None:
    project = write(STOCKED)
    assert main(["--project", str(project), "badges"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "output/print/badges.pdf  1 page  4x3in + 0.125 in bleed  checked",
        "output/screen/badges.pdf  1 page  4x3in",
        (
            "output/print/badges-cut-stack.pdf  1 page  1 sheet of 8.5 in × 11 in  2 × 3 on a side"
            "  checked"
        ),
    ]
    assert made(project) == ["print/badges-cut-stack.pdf", "print/badges.pdf", "screen/badges.pdf"]
    sheets = project / "output/print/badges-cut-stack.pdf"
    first = sheets.read_bytes()
    with pikepdf.open(sheets) as book:
        (page,) = book.pages
        assert [float(edge) for edge in page.mediabox] == [0, 0, 612, 792]
        assert "q 306 288 297 216 re" in page.Contents.read_bytes().decode()  # the fourth card
    assert main(["--project", str(project), "badges"]) == 0
    assert sheets.read_bytes() == first


def test_cards_that_reach_the_edge_of_their_sheet_need_no_bleed_there(write: Write) -> None:
    files = {path: text for path, text in FILES.items() if not path.startswith("layouts/badges")}
    project = write(files | {"data/print.yaml": "badges: {stock: a6-4up}\n"})
    assert main(["--project", str(project), "badges", "--edition", "print"]) == 0
    assert made(project) == ["print/badges-cut-stack.pdf", "print/badges.pdf"]


def test_a_booklet_s_sheets_say_their_blanks(write: Write, capsys: Capture) -> None:
    project = write(FILES)
    assert main(["--project", str(project), "program", "--impose", "saddle"]) == 0
    _, _, sheets, blanks = capsys.readouterr().out.splitlines()
    assert sheets.startswith("output/print/program-saddle.pdf  1 page  1 sheet of")
    assert blanks == "    3 blank pages after page 1"


def test_of_rejected_pages_there_are_no_sheets_unless_by_force(write: Write) -> None:
    project = write(STOCKED | UNSAFE)
    assert main(["--project", str(project), "badges", "--edition", "print"]) == 4
    assert made(project) == ["print/badges.rejected.pdf"]
    assert main(["--project", str(project), "badges", "--edition", "print", "--force"]) == 0
    assert made(project) == ["print/badges-cut-stack.pdf", "print/badges.pdf"]


def test_sheets_that_preflight_rejects_are_not_put_in_place(
    write: Write, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:

    def broken(*arguments: Any) -> list[ImposedFile]:  # noqa: ANN401 - as they are
        (found,) = impose_apart(*arguments)
        return [replace(found, data=found.data[:-200])]

    monkeypatch.setattr("mi_print.products.run.impose_apart", broken)
    project = write(STOCKED)
    assert main(["--project", str(project), "badges", "--edition", "print"]) == 4
    assert made(project) == ["print/badges-cut-stack.rejected.pdf", "print/badges.pdf"]
    assert "badges-cut-stack.rejected.pdf" in capsys.readouterr().err


def test_a_check_says_what_has_no_room_on_a_sheet(write: Write, capsys: Capture) -> None:
    project = write(STOCKED | {"data/print.yaml": "badges: {impose: n-up, sheet: 80x50mm}\n"})
    assert main(["--project", str(project), "check"]) == 3
    said = capsys.readouterr().err
    assert "data/print.yaml:1:31: error stock: the sheet of 80 mm × 50 mm has no room" in said
    assert made(project) == []
