"""QR codes as operators: one filled path, which every engine draws alike."""

import functools
import random
import re
import string
import subprocess
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pikepdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from mi_print.layout.qr import module_side, modules, svg_path, too_small
from mi_print.series.pdf.qr_operators import qr_operators
from mi_print.trade.qr_code import QUIET_ZONE

Gray = npt.NDArray[np.uint8]
Draw = Callable[[bytes, Path], Iterator[Gray]]

DPI = 150
SHEET = 792.0
"""Points of a side."""
TEXTS = [
    "https://example.org/p/000001",
    "https://openreview.net/forum?id=AbCdEfGh",
    "7",
    "WIFI:T:WPA;S:Ünïcode;P:päss;;",
    "https://example.org/" + "long/" * 20,
]
_LETTERS = string.ascii_letters + string.digits + "-_/?=&%~."


def addresses(count: int) -> list[str]:
    """Return made-up addresses of 20 to 300 characters, the same ones every time."""
    chance = random.Random(11)  # noqa: S311 - addresses, not secrets
    lengths = [chance.randint(20, 300) for _ in range(count)]
    return ["https://example.org/" + "".join(chance.choices(_LETTERS, k=n - 20)) for n in lengths]


def by_pdfium(pdf: bytes, _: Path) -> Iterator[Gray]:
    with pypdfium2.PdfDocument(pdf) as book:
        for page in book:
            yield page.render(scale=DPI / 72, grayscale=True).to_numpy().squeeze()


def by_program(*command: str) -> Draw:
    def draw(pdf: bytes, folder: Path) -> Iterator[Gray]:
        (folder / "codes.pdf").write_bytes(pdf)
        words = [word.format(pdf=folder / "codes.pdf", out=folder / "page") for word in command]
        subprocess.run(words, check=True, capture_output=True)  # noqa: S603 - fixed
        found = {int(re.findall(r"\d+", each.stem)[-1]): each for each in folder.glob("page*")}
        for number in sorted(found):
            yield np.asarray(Image.open(found[number]).convert("L"))

    return draw


ENGINES: dict[str, Draw] = {
    "pdfium": by_pdfium,
    "cairo": by_program("pdftocairo", "-png", "-gray", "-r", f"{DPI}", "{pdf}", "{out}"),
    "splash": by_program("pdftoppm", "-gray", "-r", f"{DPI}", "{pdf}", "{out}"),
    "ghostscript": by_program(
        *("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pgmraw", f"-r{DPI}"),
        *("-sOutputFile={out}%d", "{pdf}"),
    ),
}
"""Poppler has two: one as vectors' viewers use it, one for pictures."""


def drawn(engine: str, pdf: bytes, folder: Path) -> list[Gray]:
    folder = folder / engine
    folder.mkdir()
    return list(ENGINES[engine](pdf, folder))


def sheets(some: Sequence[str], side: float) -> tuple[bytes, list[tuple[int, float, float]]]:
    """Return a file with these codes, and on which page each is: its left and top, y down.

    Every code lies a little otherwise on the pixels.
    """
    cell = side * 1.6
    across = int(SHEET // cell)
    book, content, places = pikepdf.new(), b"", []
    for number, text in enumerate(some):
        page, place = divmod(number, across * across)
        x = place % across * cell + 0.3 * side + number % 7 / 10
        y = place // across * cell + 0.3 * side + number % 5 / 10
        places.append((page, x, y))
        content += qr_operators(text, x, SHEET - y, side)
        if place == across * across - 1 or number == len(some) - 1:
            book.add_blank_page(page_size=(SHEET, SHEET))
            book.pages[-1].obj.Contents = book.make_stream(b"0 0 0 1 k\n" + content)
            content = b""
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue(), places


def misread(some: Sequence[str], side: float, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield engine and text of each code that does not say its text, looked at alone."""
    pdf, places = sheets(some, side)
    wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    for engine in ENGINES:
        pictures = drawn(engine, pdf, folder)
        for text, (page, x, y) in zip(some, places, strict=True):
            around = (QUIET_ZONE + 1) * module_side(text, side)
            left, top, right, bottom = (
                max(0, round(each * DPI / 72))
                for each in (x - around, y - around, x + side + around, y + side + around)
            )
            picture = np.ascontiguousarray(pictures[page][top:bottom, left:right])
            if [code.text for code in zxingcpp.read_barcodes(picture, formats=wanted)] != [text]:
                yield engine, text


@pytest.mark.parametrize("side", [50.0, 62.0, 96.0])
def test_every_engine_reads_every_code_that_is_not_too_small(side: float, tmp_path: Path) -> None:
    fit = [text for text in addresses(30) if not too_small(module_side(text, side))]
    assert len(fit) > 8
    assert list(misread(fit, side, tmp_path)) == []


@pytest.mark.slow
def test_two_hundred_addresses_are_read_or_refused(tmp_path: Path) -> None:
    side = 62.0  # what a badge of A6 has
    fit = [text for text in addresses(200) if not too_small(module_side(text, side))]
    assert 80 < len(fit) < 160
    assert list(misread(fit, side, tmp_path)) == []


@pytest.mark.parametrize("text", TEXTS)
def test_it_reads_back_in_small_modules(text: str, tmp_path: Path) -> None:
    side = len(modules(text)) * 1.4
    assert list(misread([text], side, tmp_path)) == []


@functools.cache
def dark(text: str) -> npt.NDArray[np.bool_]:
    made: npt.NDArray[np.bool_] = np.array([list(row) for row in modules(text)]) == 0
    return made


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_draws_every_module(engine: str, tmp_path: Path) -> None:
    """Long rows too: no engine gives up after so many runs.  A module is ten pixels wide."""
    text = "https://example.org/" + "long/" * 200
    side = 10 * len(modules(text)) * 72 / DPI
    book = pikepdf.new()
    book.add_blank_page(page_size=(side, side))
    content = b"0 0 0 1 k\n" + qr_operators(text, 0, side, side)
    book.pages[0].obj.Contents = book.make_stream(content)
    buffer = BytesIO()
    book.save(buffer)
    (picture,) = drawn(engine, buffer.getvalue(), tmp_path)
    assert ((picture[5::10, 5::10] < 128)[: len(dark(text)), : len(dark(text))] == dark(text)).all()


@pytest.mark.parametrize("engine", ENGINES)
def test_no_seam_shows_between_rows(engine: str, tmp_path: Path) -> None:
    """A finder pattern's core, three modules high, is one black square on any pixels."""
    side = 61.3
    pdf, ((_, x, y),) = sheets([TEXTS[1]], side)
    (picture,) = drawn(engine, pdf, tmp_path)
    module = module_side(TEXTS[1], side)
    left, top = ((each + 2 * module) * DPI / 72 for each in (x, y))
    wide = 3 * module * DPI / 72
    core = picture[int(top) + 2 : int(top + wide) - 1, int(left) + 2 : int(left + wide) - 1]
    assert core.size > 8
    assert int(core.max()) - int(core.min()) <= 2


def test_it_is_one_filled_path_and_says_no_colour() -> None:
    content = qr_operators(TEXTS[0], 0, 0, 60)
    operators = [str(each.operator) for each in pikepdf.parse_content_stream(_stream(content))]
    rectangles = svg_path(modules(TEXTS[0])).count("M")
    assert operators == ["q", "cm", *["re"] * rectangles, "f", "Q"]


def _stream(content: bytes) -> pikepdf.Object:
    book = pikepdf.new()
    _KEPT.append(book)
    return book.make_stream(content)


_KEPT: list[pikepdf.Pdf] = []
