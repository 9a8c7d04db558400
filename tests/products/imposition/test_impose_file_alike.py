"""Bundled badges on a stock: the plates, and others' pictures, are those of the pages."""

import datetime as dt
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from pikepdf import Pdf
from PIL import Image

from mi_print.preflight.check import preflight
from mi_print.press.impose.plan import Scheme
from mi_print.press.impose.sheet import cards
from mi_print.products.imposition.impose_file import impose_file
from mi_print.products.imposition.impose_request import ImposeRequest
from mi_print.trade.shops import shops
from mi_print.trade.stocks import stocks
from tests.made import made
from tests.press.proof import plates

pytestmark = pytest.mark.slow

STOCK = stocks()["avery-5392"]
PAGES = 12  # one sheet of six badges
BLEED = 9
SHADE, FEW = 40, 0.01
"""At other places of a raster two engines smooth some edges of letters a little otherwise."""

Pictures = list[np.ndarray]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return some badges as pages, and the same on a sheet."""
    badges = made(tmp_path_factory, "badges", "4x3in") / "print" / "badges.pdf"
    folder = tmp_path_factory.mktemp("sheets")
    pages = folder / "pages.pdf"
    with Pdf.open(badges) as book:
        del book.pages[PAGES:]
        book.save(pages)
    request = ImposeRequest(pages, Scheme.N_UP, stock=STOCK)
    (sheets,) = impose_file(request, folder, folder, dt.datetime(2025, 12, 7, tzinfo=dt.UTC))
    sheets.path.write_bytes(sheets.data)
    return pages, sheets.path


def by_pdfium(pdf: Path, _: Path) -> Pictures:
    with pypdfium2.PdfDocument(pdf) as document:
        return [np.asarray(page.render().to_pil().convert("RGB"), dtype=int) for page in document]


def by_poppler(pdf: Path, folder: Path) -> Pictures:
    folder.mkdir()
    command = ["pdftoppm", "-r", "72", "-png", str(pdf), f"{folder}/p"]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own
    found = sorted(folder.glob("p*.png"))
    return [np.asarray(Image.open(path).convert("RGB"), dtype=int) for path in found]


def by_ghostscript(pdf: Path, folder: Path) -> Pictures:
    return [each.astype(int) for each in plates(pdf, folder)]


@pytest.mark.parametrize("engine", [by_ghostscript, by_pdfium, by_poppler])
def test_a_sheet_shows_what_its_pages_show(
    engine: Callable[[Path, Path], Pictures], files: tuple[Path, Path], tmp_path: Path
) -> None:
    pages, sheets = (engine(path, tmp_path / f"{number}") for number, path in enumerate(files))
    grid = cards(STOCK, BLEED)
    for number, page in enumerate(pages):
        row, column = divmod(number // 2, 2)
        left, _, right, top = grid.trim(row, column)
        if number % 2:
            left, right = grid.width - right, grid.width - left
        there = sheets[number % 2][
            round(grid.height - top) : round(grid.height - top + grid.cell_height),
            round(left) : round(right),
        ]
        here = page[BLEED : BLEED + there.shape[0], BLEED : BLEED + there.shape[1]]
        inner = (slice(1, -1), slice(1, -1))  # beside a trim another card begins
        apart = np.abs(there[inner] - here[inner])
        assert apart.max() <= SHADE
        assert (apart > 2).mean() < FEW


@pytest.mark.parametrize("shop", ["generic-us", "office"])
def test_preflight_finds_no_error_on_the_sheet(files: tuple[Path, Path], shop: str) -> None:
    found = preflight(files[1].read_bytes(), shops()[shop], file="sheets.pdf")
    assert [problem for problem in found.problems if problem.severity == "error"] == []
