"""The two editions of typeset pages: for the screen and for the press.

This is the only module that imports pikepdf.

The typesetter writes a media box with a negative origin and a bleed box of
10 pt at most, whatever the bleed.  Some programs shift the art of such a page,
so both editions get boxes that begin at 0, 0 and are exact to 0.001 pt.
Boxes: ISO 32000-1, 14.11.2; form XObjects: 8.10.

The same bytes in give the same bytes out: nothing here knows the time, and
the file's identifier is a digest of what is in it.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from mi_print.errors import InputError
from mi_print.layout.grid import Grid
from mi_print.problem import Problem, error

_POINTS = 0.75  # per CSS pixel
_LAB = ("/lab-d50", "/lab-d65")
"""Colour spaces that the typesetter declares on every page, used or not."""

_SILENT = "give the picture a title (an SVG) or an alt text: a screen reader has nothing to say"


def screen(pdf: bytes, grid: Grid, file: str) -> bytes:
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
        _drop_unused_lab(book)
        return _saved(book)


def proof(pdf: bytes, grid: Grid) -> bytes:
    """Return pages without tags cropped to the trim: how a series is looked through."""
    with pikepdf.open(BytesIO(pdf)) as book:
        _crop(book, grid)
        _drop_unused_lab(book)
        return _saved(book)


def press(pdf: bytes, grid: Grid, bleed: float) -> bytes:
    """Return pages with so much bleed, and nothing on them but what prints.

    Each page's art becomes one form that is painted `bleed` to the right and
    up; patterns are bound to the form, and so move along.

    Args:
        pdf: pages without tags, with at least this bleed all around.
        grid: its size is the trim's.
        bleed: in points, on every side.
    """
    with pikepdf.open(BytesIO(pdf)) as book:
        _drop_unused_lab(book)
        for key in set(book.Root.keys()) - {"/Type", "/Pages"}:
            del book.Root[key]
        for page in book.pages:
            _as_form(book, page, grid, bleed)
        return _saved(book)


def joined(pdfs: Sequence[bytes]) -> bytes:
    """Return one file of all pages, with what the first says of itself."""
    if len(pdfs) == 1:
        return pdfs[0]
    with ExitStack() as stack:
        first, *others = (stack.enter_context(pikepdf.open(BytesIO(pdf))) for pdf in pdfs)
        for book in others:
            first.pages.extend(book.pages)
        return _saved(first)


def _crop(book: Pdf, grid: Grid) -> None:
    for page in book.pages:
        for box in (Name.MediaBox, Name.CropBox, Name.TrimBox):
            page.obj[box] = _box(0, 0, grid.width, grid.height)
        del page.obj[Name.BleedBox]


def _as_form(book: Pdf, page: pikepdf.Page, grid: Grid, bleed: float) -> None:
    page.contents_coalesce()
    form = Stream(book, page.obj.Contents.read_bytes())
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = _box(-bleed, -bleed, grid.width + bleed, grid.height + bleed)
    form.Matrix = Array([1, 0, 0, 1, _exact(bleed), _exact(bleed)])
    form.Resources = page.obj.Resources
    for key in set(page.obj.keys()) - {"/Type", "/Parent"}:
        del page.obj[key]
    for box in (Name.MediaBox, Name.CropBox, Name.BleedBox):
        page.obj[box] = _box(0, 0, grid.width + 2 * bleed, grid.height + 2 * bleed)
    page.obj.TrimBox = _box(bleed, bleed, grid.width + bleed, grid.height + bleed)
    page.obj.Resources = Dictionary(XObject=Dictionary(Art=book.make_indirect(form)))
    page.obj.Contents = Stream(book, b"/Art Do")


def _figures_right(book: Pdf, grid: Grid, file: str) -> list[Problem]:
    """Give each figure's box in points of the page, and return an error for each without text.

    The typesetter writes these boxes in CSS pixels, y down (ISO 32000-1,
    table 344 wants default user space).
    """
    numbers = {page.obj.objgen: number for number, page in enumerate(book.pages, 1)}
    problems = []
    for figure in _figures(book):
        x1, y1, x2, y2 = (float(edge) * _POINTS for edge in figure.A.BBox)
        figure.A.BBox = _box(x1, grid.height - y2, x2, grid.height - y1)
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


def _drop_unused_lab(book: Pdf) -> None:
    """Take colour spaces out that nothing is painted in; a shop's check would count them."""
    for page in book.pages:
        page.contents_coalesce()
    pictures = [
        thing for thing in book.objects if isinstance(thing, Stream) and Name.Resources in thing
    ]
    painted = [page.obj.Contents for page in book.pages] + pictures
    unused = set(_LAB)
    for stream in painted:
        content = stream.read_bytes()
        unused -= {name for name in unused if name.encode() in content}
    for owner in [*(page.obj for page in book.pages), *pictures]:
        spaces = owner.Resources.get(Name.ColorSpace, Dictionary())
        for name in unused:
            if name in spaces:
                del spaces[name]


def _box(left: float, bottom: float, right: float, top: float) -> Array:
    return Array([_exact(edge) for edge in (left, bottom, right, top)])


def _exact(length: float) -> float:
    return round(length, 4)


def _saved(book: Pdf) -> bytes:
    buffer = BytesIO()
    book.save(
        buffer,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
    )
    return buffer.getvalue()
