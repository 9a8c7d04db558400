"""Pictures of pages, and where pdfium finds letters on them.

This is the only module that imports pypdfium2.
"""

import ctypes
import functools
import math
from collections.abc import Iterator
from types import TracebackType
from typing import Self

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from pypdfium2 import raw

from mi_print.geometry import Rectangle, inside
from mi_print.preflight.raster.drawable_pages import DrawablePage

Pixels = NDArray[np.uint8]
"""Rows × columns × red, green, blue; rows go down from the top."""
Gray = NDArray[np.uint8]
"""Rows × columns."""

_FINE, _COARSE = 300 / 72, 150 / 72  # pixels per point: of a small page, and of a large one
_SMALL_PIXELS = 5_000_000  # A5 with its bleed at 300 pixels per inch
_MOST_PIXELS = 21_000_000  # 24 × 36 in with its bleed at 150


class RenderedPage:
    """One page, ready to be drawn."""

    def __init__(self, open_page: pypdfium2.PdfPage, page: DrawablePage) -> None:
        """Keep the page; `page` has its boxes."""
        self._open_page = open_page
        self.page = page
        area = page.width * page.height
        scale = _FINE if area * _FINE**2 <= _SMALL_PIXELS else _COARSE
        self.scale = min(scale, math.sqrt(_MOST_PIXELS / area))
        """Pixels per point of `gray`."""

    @functools.cached_property
    def gray(self) -> Gray:
        """The whole media box."""
        return self.draw_gray(self.scale)

    def draw(self, scale: float, box: Rectangle | None = None) -> Pixels:
        """Return a picture of the media box, or of a box of it, at so many pixels per point."""
        crop = self._crop(box)
        drawn = self._open_page.render(scale=scale, crop=crop, rev_byteorder=True)
        picture: Pixels = drawn.to_numpy()[:, :, :3]
        return picture

    def draw_gray(self, scale: float, box: Rectangle | None = None) -> Gray:
        """Return the same without colour."""
        drawn = self._open_page.render(scale=scale, crop=self._crop(box), grayscale=True).to_numpy()
        picture: Gray = drawn.reshape(drawn.shape[:2])
        return picture

    def _crop(self, box: Rectangle | None) -> Rectangle:
        media = self.page.media
        left, bottom, right, top = box or media
        return (left - media[0], bottom - media[1], media[2] - right, media[3] - top)

    def letters(self, outside: Rectangle) -> Iterator[Rectangle]:
        """Yield the outlines' boxes of those letters that are not wholly inside a box."""
        text = self._open_page.get_textpage()
        lines = (text.get_rect(number) for number in range(text.count_rects()))
        if all(inside(line, outside) for line in lines):
            return
        for number in range(text.count_chars()):
            left, bottom, right, top = _outline(text, number)
            if right > left and top > bottom and not inside((left, bottom, right, top), outside):
                yield (left, bottom, right, top)


class Renderer:
    """An open file; a context manager."""

    def __init__(self, data: bytes) -> None:
        """Open it.

        Raises:
            ValueError: pdfium can't read it.
        """
        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as reason:
            raise ValueError(f"pdfium can't read the file: {reason}") from reason

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        reason: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self._document.close()

    def page(self, page: DrawablePage) -> RenderedPage:
        """Return a page drawn whole.

        Raises:
            ValueError: pdfium can't read the page.
        """
        try:
            return RenderedPage(self._document[page.number - 1], page)
        except (pypdfium2.PdfiumError, IndexError) as reason:
            raise ValueError(f"pdfium can't read page {page.number}: {reason}") from reason


def _outline(text: pypdfium2.PdfTextPage, number: int) -> Rectangle:
    """Return the box of a letter's outline.

    pdfium makes the box of an upright letter higher by a 64th of what stands
    above the baseline, which is much in a sign.
    """
    left, bottom, right, top = text.get_charbox(number)
    x, y = ctypes.c_double(), ctypes.c_double()
    known = raw.FPDFText_GetCharOrigin(text.raw, number, x, y)
    if known and raw.FPDFText_GetCharAngle(text.raw, number) == 0 and top > y.value:
        top = y.value + (top - y.value) * 64 / 65
    return (left, bottom, right, top)
