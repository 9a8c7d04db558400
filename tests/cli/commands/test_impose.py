"""The command that puts pages on sheets: what it says, and what it refuses."""

from pathlib import Path

import pytest

from mi_print.cli import main
from tests.press.impose.numbered_pages import numbered


def run(tmp_path: Path, *arguments: object) -> int:
    return main(["--project", str(tmp_path), "impose", *map(str, arguments)])


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    path = tmp_path / "pages.pdf"
    path.write_bytes(numbered(10))
    return path


def test_what_came_of_it_is_said(
    pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, pages, "--scheme", "saddle", "--caliper", "0.1mm") == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out == (
        f"{tmp_path / 'pages-saddle.pdf'}  10 pages  3 sheets of 8.5 in × 11 in  2 × 1 on a side\n"
        "    printed on both sides, turned over the long edge\n"
        "    2 blank pages after page 9\n"
        "    toward the spine:\n"
        "          0 in  pages 1, 2, 10\n"
        "       0.13 mm  pages 3, 4, 9\n"
        "       0.26 mm  pages 5, 6, 7, 8\n"
    )


def test_sheets_take_the_place_of_sheets_and_of_nothing_else(
    pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run(tmp_path, pages, "--scheme", "n-up", "--out", out) == 0
    assert run(tmp_path, pages, "--scheme", "n-up", "--out", out) == 0
    (out / "pages-n-up.pdf").write_bytes(pages.read_bytes())
    capsys.readouterr()
    assert run(tmp_path, pages, "--scheme", "n-up", "--out", out) == 2
    assert "this is there already" in capsys.readouterr().err
    assert (out / "pages-n-up.pdf").read_bytes() == pages.read_bytes()


def test_a_proof_is_a_picture_of_each_side_and_old_ones_go(
    pages: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    proofs = tmp_path / "pages-saddle-proof"
    proofs.mkdir()
    (proofs / "photo.png").write_bytes(b"somebody's own")
    assert run(tmp_path, pages, "--scheme", "saddle", "--proof") == 0
    assert f"6 pictures of its sides in {proofs}" in capsys.readouterr().out
    names = {f"{sheet}-{side}.png" for sheet in (1, 2, 3) for side in ("front", "back")}
    assert {path.name for path in proofs.iterdir()} == {*names, "photo.png"}
    pages.write_bytes(numbered(4))
    assert run(tmp_path, pages, "--scheme", "saddle", "--proof") == 0
    assert {path.name for path in proofs.iterdir()} == {"1-front.png", "1-back.png", "photo.png"}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--caliper", "0mm"), "a leaf is thicker than nothing"),
        (("--caliper", "0.1"), "--caliper: '0.1' is not a length"),
        (("--gutter=-3mm",), "--gutter is -3mm, less than nothing"),
        (("--grid", "2"), '--grid is "2"'),
        (("--fold", "0x1"), '--fold is "0x1"'),
        (("--sheet", "lettre"), 'there is no sheet "lettre"'),
        (("--sheet", "0x0mm"), 'there is no sheet "0x0mm"'),
        (("--stock", "avery-5393"), 'there is no stock "avery-5393"'),
    ],
)
def test_options_that_mean_nothing_are_refused(
    pages: Path,
    tmp_path: Path,
    options: tuple[str, ...],
    message: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(tmp_path, pages, "--scheme", "n-up", *options) == 2
    assert message in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["pages.pdf"]


def test_a_file_that_is_no_pdf_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "pages.pdf"
    path.write_bytes(b"no PDF")
    assert run(tmp_path, path, "--scheme", "saddle") == 4
    assert "it does not begin as a PDF does" in capsys.readouterr().err
    assert run(tmp_path, tmp_path / "none.pdf", "--scheme", "saddle") == 3


def test_stocks_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(tmp_path), "list", "stocks"]) == 0
    assert "avery-l4785" in capsys.readouterr().out
