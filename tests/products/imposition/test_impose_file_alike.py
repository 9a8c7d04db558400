"""Badges on a stock and a folded booklet: plates, and others' pictures, are those of the pages."""

import datetime as dt
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

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
BLEED = 9
SHADE, FEW = 40, 0.04
"""At other places of a raster engines smooth letters and fit hairlines a little otherwise: a
pixel is like one of those around it, and few differ at all."""

Pictures = list[np.ndarray]


class Imposed(NamedTuple):
    """Pages, their sheets, and where each page stands: the side, left, top, width, and height."""

    pages: Path
    sheets: Path
    places: list[tuple[int, int, int, int, int]]


def imposed(source: Path, count: int, folder: Path, request: ImposeRequest) -> tuple[Path, Path]:
    with Pdf.open(source) as book:
        del book.pages[count:]
        book.save(request.file)
    (sheets,) = impose_file(request, folder, folder, dt.datetime(2025, 12, 7, tzinfo=dt.UTC))
    sheets.path.write_bytes(sheets.data)
    return request.file, sheets.path


@pytest.fixture(scope="module")
def badges(tmp_path_factory: pytest.TempPathFactory) -> Imposed:
    """Return six badges, and the same on a sheet."""
    source = made(tmp_path_factory, "badges", "4x3in") / "print" / "badges.pdf"
    folder = tmp_path_factory.mktemp("badges")
    request = ImposeRequest(folder / "pages.pdf", Scheme.N_UP, stock=STOCK)
    grid = cards(STOCK, BLEED)
    places = []
    for number in range(12):
        row, column = divmod(number // 2, 2)
        left, _, right, top = grid.trim(row, column)
        left = grid.width - right if number % 2 else left
        places.append((number % 2, round(left), round(grid.height - top), 288, 216))
    return Imposed(*imposed(source, 12, folder, request), places)


@pytest.fixture(scope="module")
def booklet(tmp_path_factory: pytest.TempPathFactory) -> Imposed:
    """Return eight pages of the booklet, and the same as two sheets that lie in each other."""
    source = made(tmp_path_factory, "program", "half-letter") / "print" / "program.pdf"
    folder = tmp_path_factory.mktemp("booklet")
    request = ImposeRequest(folder / "pages.pdf", Scheme.SADDLE, sheet=(1224, 792))
    places = [(0, 0, 0, 0, 0)] * 8
    for side, pair in enumerate([(7, 0), (1, 6), (5, 2), (3, 4)]):
        for at, page in enumerate(pair):
            places[page] = (side, 612 - 396 * (1 - at), 90, 396, 612)
    return Imposed(*imposed(source, 8, folder, request), places)


def by_pdfium(pdf: Path, _: Path) -> Pictures:
    with pypdfium2.PdfDocument(pdf) as document:
        return [np.asarray(page.render().to_pil().convert("RGB"), dtype=int) for page in document]


def by_poppler(pdf: Path, folder: Path) -> Pictures:
    folder.mkdir()
    return drawn(["pdftoppm", "-r", "72", "-png", str(pdf), f"{folder}/p"], folder)


def by_mupdf(pdf: Path, folder: Path) -> Pictures:
    folder.mkdir()
    return drawn(
        ["mutool", "draw", "-q", "-r", "72", "-o", f"{folder}/p%03d.png", str(pdf)], folder
    )


def drawn(command: list[str], folder: Path) -> Pictures:
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own
    found = sorted(folder.glob("p*.png"))
    return [np.asarray(Image.open(path).convert("RGB"), dtype=int) for path in found]


def by_ghostscript(pdf: Path, folder: Path) -> Pictures:
    return [each.astype(int) for each in plates(pdf, folder)]


@pytest.mark.parametrize("engine", [by_ghostscript, by_pdfium, by_poppler, by_mupdf])
@pytest.mark.parametrize("product", ["badges", "booklet"])
def test_sheets_show_what_their_pages_show(
    engine: Callable[[Path, Path], Pictures],
    product: str,
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> None:
    files: Imposed = request.getfixturevalue(product)
    pages, sheets = engine(files.pages, tmp_path / "0"), engine(files.sheets, tmp_path / "1")
    assert len(pages) == len(files.places)
    for page, (side, left, top, width, height) in zip(pages, files.places, strict=True):
        there = sheets[side][top : top + height, left : left + width]
        rows, columns = ((page.shape[0] - height) // 2, (page.shape[1] - width) // 2)
        here = page[rows : rows + height, columns : columns + width]
        inner = (slice(2, -2), slice(2, -2))  # beside a trim another card begins
        around = [np.roll(here, (x, y), (0, 1)) for x in (-1, 0, 1) for y in (-1, 0, 1)]
        over = there - np.max(around, axis=0)
        under = np.min(around, axis=0) - there
        assert np.maximum(over, under)[inner].max() <= SHADE
        assert (np.abs(there - here)[inner] > 2).mean() < FEW


@pytest.mark.parametrize("shop", ["generic-us", "office"])
@pytest.mark.parametrize("product", ["badges", "booklet"])
def test_preflight_finds_no_error_on_the_sheets(
    product: str, shop: str, request: pytest.FixtureRequest
) -> None:
    files: Imposed = request.getfixturevalue(product)
    found = preflight(files.sheets.read_bytes(), shops()[shop].wishes, file="sheets.pdf")
    assert [problem for problem in found.problems if problem.severity == "error"] == []
