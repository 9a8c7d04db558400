"""Made-up pages for the press, and the shops and profiles they go to."""

import datetime as dt
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Pdf

from mi_print.press import profile
from mi_print.press.print_edition import FileIdentity, PrintSpec
from mi_print.trade.shops import Mark, Shop, shops

BADGE = 288.0, 216.0
TICKET = FileIdentity(
    "Small Workshop", "badges.pdf", dt.datetime(2025, 11, 20, tzinfo=dt.UTC), "3fa9c2d1" * 8
)
ART = b"0.1 0.4 0 0 k -40 -40 900 900 re f"


def pages(count: int = 2, title: str = "A title & more", art: bytes = ART) -> bytes:
    """Return plain pages as a typesetter writes them, with art far beyond the bleed."""
    book = pikepdf.new()
    for _ in range(count):
        page = book.add_blank_page(page_size=BADGE)
        page.obj.Resources = pikepdf.Dictionary()
        page.obj.Contents = pikepdf.Stream(book, art)
        page.obj.Annots = pikepdf.Array()
    if title:
        book.docinfo["/Title"] = title
    book.docinfo["/Author"] = "Us"
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def shop(*marks: Mark, name: str = "generic-eu", spots: int = 0) -> Shop:
    """Return a shop of ours with these marks."""
    found = shops()[name]
    colour = found.colour and found.colour.model_copy(update={"spots": spots})
    return found.model_copy(update={"marks": marks, "colour": colour})


def printing(to: Shop, trim: tuple[float, float] = BADGE) -> PrintSpec:
    """Return how pages of that trim are printed there."""
    return PrintSpec(*trim, to, profile.load(to.colour, Path()) if to.colour else None)


def as_they_are(_: Pdf) -> None:
    """Leave colours alone: these pages are in ink already."""
