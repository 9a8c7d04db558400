"""The booklet as a reader finds it: the words of its pages, and where its links lead."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pikepdf
import pypdfium2

from mi_print.layout.text.typography import typographic


def plain(text: str) -> str:
    """Return a text without differences that only typesetting makes."""
    return re.sub(r"\s+", " ", typographic(text)).strip()


@dataclass(frozen=True)
class Booklet:
    """One file of the booklet; pages count from 1, as readers count."""

    path: Path

    @cached_property
    def _opened(self) -> list[tuple[pypdfium2.PdfPage, pypdfium2.PdfTextPage]]:
        """Each page with its text; to find the text takes longer than all that is asked of it."""
        return [(page, page.get_textpage()) for page in pypdfium2.PdfDocument(self.path)]

    @cached_property
    def pages(self) -> list[str]:
        """Each page's text, words separated by single spaces."""
        return [plain(text.get_text_range()) for _, text in self._opened]

    def said(self, number: int) -> str:
        """Return the text of a page."""
        return self.pages[number - 1]

    def region(self, number: int, box: tuple[float, float, float, float]) -> str:
        """Return the text in a part of a page: left, top, right, bottom in points, y down."""
        page, text = self._opened[number - 1]
        height = page.get_height()
        left, top, right, bottom = box
        found = text.get_text_bounded(
            left=left, bottom=height - bottom, right=right, top=height - top
        )
        return plain(found)

    @cached_property
    def links(self) -> list[tuple[int, str, int]]:
        """Every link within the booklet: its page, the words it lies on, its target's page."""
        with pikepdf.open(self.path) as book:
            numbers = {page.obj.objgen: n for n, page in enumerate(book.pages, 1)}
            places = named_places(book)
            boxes = [
                (n, [float(edge) for edge in link.Rect], numbers[places[str(link.Dest)][0].objgen])
                for n, page in enumerate(book.pages, 1)
                if "/Annots" in page.obj
                for link in page.obj.Annots
                if "/Dest" in link
            ]
        return [
            (n, plain(self._opened[n - 1][1].get_text_bounded(*box)), target)
            for n, box, target in boxes
        ]

    @cached_property
    def bookmarks(self) -> list[tuple[int, str, int]]:
        """Each bookmark: its level, its title, its page."""
        with pypdfium2.PdfDocument(self.path) as book:
            return [
                (entry.level, plain(entry.get_title()), entry.get_dest().get_index() + 1)
                for entry in book.get_toc()
            ]


def named_places(book: pikepdf.Pdf) -> dict[str, pikepdf.Array]:
    """Return where each named destination leads."""
    found: dict[str, pikepdf.Array] = {}
    if "/Names" in book.Root and "/Dests" in book.Root.Names:
        for name, place in pikepdf.NameTree(book.Root.Names.Dests).items():
            assert isinstance(place, pikepdf.Array)
            found[str(name)] = place
    return found


def places(booklet: Booklet) -> dict[str, int]:
    """Return the page of every anchor that is linked to."""
    with pikepdf.open(booklet.path) as book:
        numbers = {page.obj.objgen: n for n, page in enumerate(book.pages, 1)}
        return {name: numbers[place[0].objgen] for name, place in named_places(book).items()}
