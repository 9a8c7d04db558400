"""The print edition, step by step: separate, cut, mark, identify, write.

A long series is set in pieces, each in a process of its own.  Pieces are
separated and get their boxes; marks, which count pages, and the identification
are added to the whole file.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

import pikepdf
from pikepdf import Pdf

from mi_print.press.boxes import cut
from mi_print.press.identify import VERSION, identify
from mi_print.press.mark_positions import margin
from mi_print.press.page_geometry import PageGeometry
from mi_print.press.profile import IccProfile
from mi_print.press.save import saved
from mi_print.press.separate.spot_inks import Spots, spots_of
from mi_print.press.unused_spaces import drop_unused_lab
from mi_print.trade.shops import Mark, Shop

Separate = Callable[[Pdf], None]
"""Turns the colours of open pages into inks."""

_HASH = 8  # digits of the data's hash that the slug line shows


@dataclass(frozen=True, slots=True)
class FileIdentity:
    """What goes with a file: the job, the file's name, the date on it, the data's SHA-256."""

    job: str
    file: str
    date: datetime
    data: str


@dataclass(frozen=True, slots=True)
class PrintSpec:
    """How pages are printed: the trim in points, the shop, and its profile if it has inks."""

    width: float
    height: float
    shop: Shop
    profile: IccProfile | None

    @property
    def geometry(self) -> PageGeometry:
        """The pages' boxes."""
        return PageGeometry(self.width, self.height, self.shop.bleed, margin(self.shop))


def print_edition(
    pdf: bytes, printing: PrintSpec, identity: FileIdentity, separate: Separate
) -> bytes:
    """Return the print edition of typeset pages.

    Args:
        pdf: plain pages in RGB, with at least the shop's bleed all around.
        printing: for whom, and on which trim.
        identity: what the file and its slug line say.
        separate: turns the pages' colours into inks.
    """
    with pikepdf.open(BytesIO(pdf)) as book:
        _prepare(book, printing, separate)
        return _finished(book, printing, identity)


def print_part(pdf: bytes, printing: PrintSpec, separate: Separate) -> bytes:
    """Return a piece of a print edition: separated and cut, to be joined with others."""
    with pikepdf.open(BytesIO(pdf)) as book:
        _prepare(book, printing, separate)
        return saved(book)


def print_masters(  # noqa: PLR0913 - an edition's, and of which series
    pdf: bytes,
    printing: PrintSpec,
    identity: FileIdentity,
    separate: Separate,
    *,
    sides: int,
    records: int,
    spots: Spots,
) -> bytes:
    """Return the masters of a series: separated, cut and marked.

    A master stands on many pages, so its slug line can't say which of them this
    is: it says which side of a record, and how many pages the file has.

    Args:
        pdf: plain pages in RGB, with at least the shop's bleed all around.
        printing: for whom, and on which trim.
        identity: what the file and its slug lines say.
        separate: turns the pages' colours into inks.
        sides: pages of a record.
        records: how many the series has.
        spots: the spot inks that are stamped over them.
    """
    with pikepdf.open(BytesIO(pdf)) as book:
        _prepare(book, printing, separate)
        which = [f" · side {side} of {sides}" if sides > 1 else "" for side in range(1, sides + 1)]
        notes = [f"{which[at % sides]} · pages: {sides * records}" for at in range(len(book.pages))]
        _mark(book, printing, identity, notes, spots)
        return saved(book)


def print_joined(pdf: bytes, printing: PrintSpec, identity: FileIdentity) -> bytes:
    """Return the print edition that joined pieces make."""
    with pikepdf.open(BytesIO(pdf)) as book:
        return _finished(book, printing, identity)


def in_rgb(_book: Pdf) -> None:
    """Leave colours as they are, as a shop without a printing condition wants them."""


def _prepare(book: Pdf, printing: PrintSpec, separate: Separate) -> None:
    drop_unused_lab(book)
    separate(book)
    cut(book, printing.geometry, inks=printing.profile is not None)


def _finished(book: Pdf, printing: PrintSpec, identity: FileIdentity) -> bytes:
    title, count = _title(book, identity), len(book.pages)
    author = str(book.docinfo.get("/Author", ""))
    notes = [f" · page {page} of {count}" for page in range(1, count + 1)]
    _mark(book, printing, identity, notes, {})
    identify(book, title, author, identity.date, printing.profile)
    return saved(book, VERSION)


def _title(book: Pdf, identity: FileIdentity) -> str:
    return str(book.docinfo.get("/Title", "")) or f"{identity.job}: {identity.file}"


def _mark(
    book: Pdf, printing: PrintSpec, identity: FileIdentity, notes: Sequence[str], stamped: Spots
) -> None:
    """Put the shop's marks on the pages, each with what its slug line notes of it."""
    shop = printing.shop
    if not shop.marks:
        return
    from mi_print.press.marks import draw_marks, drawable  # noqa: PLC0415 - few shops want ReportLab

    job, file = drawable(_title(book, identity)) or drawable(identity.job), drawable(identity.file)
    condition = drawable(printing.profile.description) if printing.profile else "sRGB"
    dated = f"{identity.date:%Y-%m-%d} · data {identity.data[:_HASH]}"
    slugs = [((job, ""), (file, note), ("", dated), (condition, "")) for note in notes]
    spots = dict(sorted({**spots_of(book), **stamped}.items())) if Mark.BARS in shop.marks else {}
    draw_marks(book, printing.geometry, shop, slugs, spots)
