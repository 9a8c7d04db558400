"""The pages of a file made ready to be drawn: upright, unscaled, with their boxes.

Two engines draw the pages, and they differ in rotation, user units, crop boxes
and inherited boxes.  So a file that uses them is rewritten
first: what is drawn is the whole media box, upright, in points.
Boxes: ISO 32000-1, 14.11.2; UserUnit and Rotate: table 30.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO

from pikepdf import Array, Name, Pdf

from mi_print.geometry import Rectangle, common
from mi_print.preflight.pdf.open_file import OpenFile, opened
from mi_print.preflight.pdf.page_boxes import PageBoxes
from mi_print.processes.child import Child

PageBox = tuple[float, float, float, float]
"""As problems have it: x, y, width, height from the trim's top left corner."""

_SMALLEST, _LARGEST = 1.0, 30_000.0  # points: else it is not drawn


@dataclass(frozen=True, slots=True)
class DrawablePage:
    """One page: its number from 1, and its boxes, cut to the media box."""

    number: int
    media: Rectangle
    trim: Rectangle
    bleed: Rectangle
    """What is printed before it is cut: the bleed box, else all there is."""
    declares_bleed: bool
    """Whether the page has a bleed box of its own."""

    @property
    def width(self) -> float:
        """The media box's."""
        return self.media[2] - self.media[0]

    @property
    def height(self) -> float:
        """The media box's."""
        return self.media[3] - self.media[1]

    def placed(self, box: Rectangle) -> PageBox:
        """Return a rectangle of the page as problems name it."""
        left, bottom, right, top = box
        x, y = left - self.trim[0], self.trim[3] - top
        return (round(x, 1), round(y, 1), round(right - left, 1), round(top - bottom, 1))


@dataclass(frozen=True, slots=True)
class DrawableFile:
    """A file to be drawn: its bytes, and those of its pages that have a size to draw."""

    data: bytes
    pages: int
    drawable: tuple[DrawablePage, ...]


def drawable_pages(data: bytes, file: str) -> DrawableFile:
    """Return a file's pages upright; it is read in a process of its own.

    Raises:
        UnreadableError: it can't be opened.
        MissingError: reading it crashed, or no process can be started.
    """
    (found,) = Child(partial(_pages, data, file)).results()
    return found


def _pages(data: bytes, file: str) -> Iterator[DrawableFile]:
    with opened(data, file) as document:
        yield drawable_pages_of(document, data)


def drawable_pages_of(document: OpenFile, data: bytes) -> DrawableFile:
    """Return an open file's pages upright."""
    pages = document.pages
    kinds = [_page_of(boxes) if _drawable(boxes.media) else None for boxes, _ in pages.kinds]
    every = ((number, kinds[kind]) for number, kind in enumerate(pages.which, 1))
    found = tuple(replace(page, number=number) for number, page in every if page)
    upright = data.startswith(b"%PDF-") and not document.problems and not document.pdf.is_encrypted
    if upright and all(boxes.upright for boxes, _ in pages.kinds):
        return DrawableFile(data, len(pages), found)
    return DrawableFile(_straightened(data, document.file), len(pages), found)


def _page_of(boxes: PageBoxes) -> DrawablePage:
    return DrawablePage(
        0,
        boxes.media,
        _within(boxes.trim, boxes.media),
        _within(boxes.bleed_box or boxes.media, boxes.media),
        declares_bleed=boxes.bleed_box is not None,
    )


def _within(box: Rectangle, media: Rectangle) -> Rectangle:
    inner = common(box, media)
    return inner if inner[2] - inner[0] >= 1 and inner[3] - inner[1] >= 1 else media


def _drawable(media: Rectangle) -> bool:
    sides = (media[2] - media[0], media[3] - media[1])
    return all(_SMALLEST <= side <= _LARGEST for side in sides)


def _straightened(data: bytes, file: str) -> bytes:
    """Return a file anew; in a copy of its own, because rules are held to what it was."""
    with opened(data, file) as document:
        for number in range(1, len(document.pages) + 1):
            page, media = document.open_page(number).page, list(document.pages.boxes(number).media)
            page[Name.MediaBox], page[Name.CropBox] = Array(media), Array(media)
            page[Name.Rotate] = 0
            if Name.UserUnit in page:
                del page[Name.UserUnit]
        return _saved(document.pdf)


def _saved(pdf: Pdf) -> bytes:
    buffer = BytesIO()
    pdf.save(buffer, encryption=False)
    return buffer.getvalue()
