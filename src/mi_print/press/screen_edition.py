"""The edition for the screen: typeset pages cropped to the trim.

The typesetter writes a media box with a negative origin.  Some programs shift
the art of such a page, so every page gets boxes that begin at 0, 0.
Boxes: ISO 32000-1, 14.11.2.

The same bytes in give the same bytes out: nothing here knows the time, and
the file's identifier is a digest of what is in it.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Pdf

from mi_print.errors import InputError
from mi_print.layout.grid import Grid
from mi_print.press.boxes import box
from mi_print.press.save import saved
from mi_print.press.tag_tree import mend
from mi_print.press.unused_spaces import drop_unused_lab
from mi_print.problem import Problem, error

_POINTS = 0.75  # per CSS pixel
_SILENT = "give the picture a title (an SVG) or an alt text: a screen reader has nothing to say"


def screen_edition(pdf: bytes, grid: Grid, file: str) -> bytes:
    """Return tagged pages cropped to the trim, with their links and bookmarks.

    Args:
        pdf: pages with tags (PDF/UA-1), bleed all around.
        grid: its size is the trim's.
        file: what a problem calls the layout.

    Raises:
        InputError: a picture has no alternative text.
    """
    with pikepdf.open(BytesIO(pdf)) as book:
        problems = _figures_right(book, grid, file)
        if problems:
            raise InputError(problems)
        _crop(book, grid)
        drop_unused_lab(book)
        mend(book)
        return saved(book)


def screen_proof(pdf: bytes, grid: Grid) -> bytes:
    """Return pages without tags cropped to the trim: how a series is looked through."""
    with pikepdf.open(BytesIO(pdf)) as book:
        _crop(book, grid)
        drop_unused_lab(book)
        return saved(book)


def joined(pdfs: Sequence[bytes]) -> bytes:
    """Return one file of all pages, with what the first says of itself."""
    if len(pdfs) == 1:
        return pdfs[0]
    with ExitStack() as stack:
        first, *others = (stack.enter_context(pikepdf.open(BytesIO(pdf))) for pdf in pdfs)
        for book in others:
            first.pages.extend(book.pages)
        return saved(first)


def _crop(book: Pdf, grid: Grid) -> None:
    for page in book.pages:
        for key in (Name.MediaBox, Name.CropBox, Name.TrimBox):
            page.obj[key] = box((0, 0, grid.width, grid.height))
        del page.obj[Name.BleedBox]


def _figures_right(book: Pdf, grid: Grid, file: str) -> list[Problem]:
    """Give each figure's box in points of the page, and return an error for each without text.

    The typesetter writes these boxes in CSS pixels, y down (ISO 32000-1,
    table 344 wants default user space).
    """
    numbers = {page.obj.objgen: number for number, page in enumerate(book.pages, 1)}
    problems = []
    for figure in _figures(book):
        x1, y1, x2, y2 = (float(edge) * _POINTS for edge in figure.A.BBox)
        figure.A.BBox = box((x1, grid.height - y2, x2, grid.height - y1))
        if not str(figure.get(Name.Alt, "")).strip():
            place = (x1, y1, x2 - x1, y2 - y1)
            page = numbers[figure.Pg.objgen]
            message = "a picture without alternative text"
            problems.append(error("alt", message, _SILENT, file=file, page=page, box=place))
    return problems


def _figures(book: Pdf) -> Iterator[Dictionary]:
    for thing in book.objects:
        if isinstance(thing, Dictionary) and thing.get(Name.S) == Name.Figure:
            yield thing
