"""The pages of a file as sheets to be drawn: their boxes, and nothing that turns or scales them.

Two engines draw the pages, and each has its own ideas about rotation, user
units, crop boxes and inherited boxes.  So a file that uses them is rewritten
first: what is drawn is the whole media box, upright, in points.
Boxes: ISO 32000-1, 14.11.2; UserUnit and Rotate: table 30.
"""

from dataclasses import dataclass
from io import BytesIO

from pikepdf import Array, Name, Pdf

from mi_print.preflight.geometry import Rectangle, common
from mi_print.preflight.objects import entry, rectangle
from mi_print.preflight.reading import Leaf, inherited, opened

Place = tuple[float, float, float, float]
"""As problems have it: x, y, width, height from the trim's top left corner."""

_SMALLEST, _LARGEST = 1.0, 30_000.0  # points: else it is no sheet


@dataclass(frozen=True, slots=True)
class Sheet:
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

    def placed(self, box: Rectangle) -> Place:
        """Return a rectangle of the page as problems name it."""
        left, bottom, right, top = box
        x, y = left - self.trim[0], self.trim[3] - top
        return (round(x, 1), round(y, 1), round(right - left, 1), round(top - bottom, 1))


@dataclass(frozen=True, slots=True)
class Sheets:
    """A file to be drawn: its bytes, and those of its pages that have a size to draw."""

    data: bytes
    pages: int
    drawable: tuple[Sheet, ...]


def sheets(data: bytes, file: str) -> Sheets:
    """Return a file's pages upright.

    Raises:
        UnreadableError: it can't be opened.
    """
    with opened(data, file) as book:
        found = tuple(_sheet(leaf) for leaf in book.leaves if _drawable(leaf.media))
        upright = data.startswith(b"%PDF-") and not book.problems and not book.pdf.is_encrypted
        if upright and all(map(_upright, book.leaves)):
            return Sheets(data, len(book.leaves), found)
        for leaf in book.leaves:
            _straighten(leaf)
        return Sheets(_saved(book.pdf), len(book.leaves), found)


def _sheet(leaf: Leaf) -> Sheet:
    return Sheet(
        leaf.number,
        leaf.media,
        _within(leaf.trim, leaf.media),
        _within(leaf.bleed_box or leaf.media, leaf.media),
        declares_bleed=leaf.bleed_box is not None,
    )


def _within(box: Rectangle, media: Rectangle) -> Rectangle:
    inner = common(box, media)
    return inner if inner[2] - inner[0] >= 1 and inner[3] - inner[1] >= 1 else media


def _drawable(media: Rectangle) -> bool:
    sides = (media[2] - media[0], media[3] - media[1])
    return all(_SMALLEST <= side <= _LARGEST for side in sides)


def _upright(leaf: Leaf) -> bool:
    return (
        rectangle(entry(leaf.page, "/MediaBox")) == leaf.media == leaf.crop
        and inherited(leaf.page, "/Rotate") in {None, 0}
        and entry(leaf.page, "/UserUnit") is None
    )


def _straighten(leaf: Leaf) -> None:
    leaf.page[Name.MediaBox] = Array(list(leaf.media))
    leaf.page[Name.CropBox] = Array(list(leaf.media))
    leaf.page[Name.Rotate] = 0
    if Name.UserUnit in leaf.page:
        del leaf.page[Name.UserUnit]


def _saved(pdf: Pdf) -> bytes:
    buffer = BytesIO()
    pdf.save(buffer, encryption=False)
    return buffer.getvalue()
