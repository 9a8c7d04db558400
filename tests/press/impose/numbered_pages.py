"""Small PDFs whose pages can be told apart, and which way up they are."""

from io import BytesIO

import numpy as np
import pypdfium2
from pikepdf import Array, Dictionary, Name, Page, Pdf, Stream

CORNER = 12.0
"""The side of the black square in the bottom left corner of each page's trim."""


def numbered(  # noqa: PLR0913 - what a page can have
    count: int,
    trim: tuple[float, float] = (100.0, 140.0),
    *,
    bleed: float = 9.0,
    rotate: int = 0,
    unit: float = 1.0,
    boxes: bool = True,
) -> bytes:
    """Return a PDF of pages in grays of their own, with a black corner.

    Args:
        count: of pages.
        trim: the width and height of a page as it is read.
        bleed: around it; the gray goes that far.
        rotate: by how much a viewer turns the page, clockwise.
        unit: the size of a unit of its space.
        boxes: whether the trim and the bleed are said.
    """
    book = Pdf.new()
    width, height = (side / unit for side in (trim if rotate % 180 == 0 else trim[::-1]))
    more = bleed / unit
    x, y = {
        0: (0.0, 0.0),
        90: (width - CORNER / unit, 0.0),
        180: (width - CORNER / unit, height - CORNER / unit),
        270: (0.0, height - CORNER / unit),
    }[rotate]
    for number in range(count):
        said = (
            f"{shade(number, count)} g {-more} {-more} {width + 2 * more} {height + 2 * more} re f"
            f" 0 g {x} {y} {CORNER / unit} {CORNER / unit} re f"
        )
        page = Dictionary(
            Type=Name.Page, Resources=Dictionary(), Contents=Stream(book, said.encode())
        )
        page.MediaBox = Array([-more, -more, width + more, height + more])
        if boxes:
            page.TrimBox = Array([0, 0, width, height])
            page.BleedBox = page.MediaBox
        if rotate:
            page.Rotate = rotate
        if unit != 1:
            page.UserUnit = unit
        book.pages.append(Page(book.make_indirect(page)))
    written = BytesIO()
    book.save(written, static_id=True)
    return written.getvalue()


def shade(number: int, count: int) -> float:
    """Return the gray of a page, from 0.3 to 0.9."""
    return round(0.3 + 0.6 * number / max(1, count - 1), 4)


def pictures(pdf: bytes) -> list[np.ndarray]:
    """Return each page as gray levels, a pixel a point, the top row first."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [np.asarray(page.render(grayscale=True).to_pil(), dtype=int) for page in document]


def seen(
    picture: np.ndarray, cell: tuple[float, float, float, float], count: int
) -> tuple[int, bool] | None:
    """Return which page of `count` stands in a cell of a sheet, and whether it is upright.

    Args:
        picture: of the sheet.
        cell: the trim's left, bottom, right and top in points.
        count: of pages in the file.
    """
    height = picture.shape[0]
    left, bottom, right, top = (round(edge) for edge in cell)
    level = picture[height - (bottom + top) // 2, (left + right) // 2]
    if level > 250:
        return None
    shades = [abs(shade(number, count) * 255 - level) for number in range(count)]
    half = round(CORNER / 2)
    low_left = picture[height - bottom - half, left + half]
    high_right = picture[height - top + half, right - half]
    assert min(low_left, high_right) < 40 < max(low_left, high_right)
    return shades.index(min(shades)), bool(low_left < high_right)
