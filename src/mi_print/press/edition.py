"""The print edition, step by step: separate, cut, mark, identify, write.

A long series is set in pieces, each in a process of its own.  Separating and
cutting are a piece's affair; marks count pages and a file identifies itself
once, so those wait for the whole.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

import pikepdf
from pikepdf import Pdf

from mi_print.press.boxes import cut
from mi_print.press.identify import VERSION, identify
from mi_print.press.mark_places import margin
from mi_print.press.profile import Profile
from mi_print.press.saved import saved
from mi_print.press.sheet import Sheet
from mi_print.press.spaces import drop_unused_lab
from mi_print.trade.shops import Shop

Separate = Callable[[Pdf], None]
"""Turns the colours of open pages into inks."""

_HASH = 8  # digits of the data's hash that the slug line shows


@dataclass(frozen=True, slots=True)
class Ticket:
    """What goes with a file: the job, the file's name, the date on it, the data's SHA-256."""

    job: str
    file: str
    date: datetime
    data: str


@dataclass(frozen=True, slots=True)
class Printing:
    """How pages are printed: the trim in points, the shop, and its profile if it has inks."""

    width: float
    height: float
    shop: Shop
    profile: Profile | None

    @property
    def sheet(self) -> Sheet:
        """The pages' boxes."""
        return Sheet(self.width, self.height, self.shop.bleed, margin(self.shop))


def press_edition(pdf: bytes, printing: Printing, ticket: Ticket, separate: Separate) -> bytes:
    """Return the print edition of typeset pages.

    Args:
        pdf: plain pages in RGB, with at least the shop's bleed all around.
        printing: for whom, and on which trim.
        ticket: what the file and its slug line say.
        separate: turns the pages' colours into inks.
    """
    with pikepdf.open(BytesIO(pdf)) as book:
        _prepare(book, printing, separate)
        return _finished(book, printing, ticket)


def piece(pdf: bytes, printing: Printing, separate: Separate) -> bytes:
    """Return a piece of a print edition: separated and cut, to be joined with others."""
    with pikepdf.open(BytesIO(pdf)) as book:
        _prepare(book, printing, separate)
        return saved(book)


def masters(  # noqa: PLR0913 - an edition's, and of which series
    pdf: bytes, printing: Printing, ticket: Ticket, separate: Separate, *, sides: int, records: int
) -> bytes:
    """Return the masters of a series: separated, cut and marked.

    A master stands on many pages, so its slug line can't say which of them this
    is: it says which side of a record, and how many pages the file has.

    Args:
        pdf: plain pages in RGB, with at least the shop's bleed all around.
        printing: for whom, and on which trim.
        ticket: what the file and its slug lines say.
        separate: turns the pages' colours into inks.
        sides: pages of a record.
        records: how many the series has.
    """
    with pikepdf.open(BytesIO(pdf)) as book:
        _prepare(book, printing, separate)
        which = [f" · side {side} of {sides}" if sides > 1 else "" for side in range(1, sides + 1)]
        notes = [f"{which[at % sides]} · pages: {sides * records}" for at in range(len(book.pages))]
        _mark(book, printing, ticket, _title(book, ticket), notes)
        return saved(book)


def whole(pdf: bytes, printing: Printing, ticket: Ticket) -> bytes:
    """Return the print edition that joined pieces make."""
    with pikepdf.open(BytesIO(pdf)) as book:
        return _finished(book, printing, ticket)


def in_rgb(_book: Pdf) -> None:
    """Leave colours as they are, as a shop without a printing condition wants them."""


def _prepare(book: Pdf, printing: Printing, separate: Separate) -> None:
    drop_unused_lab(book)
    separate(book)
    cut(book, printing.sheet, inks=printing.profile is not None)


def _finished(book: Pdf, printing: Printing, ticket: Ticket) -> bytes:
    title, count = _title(book, ticket), len(book.pages)
    author = str(book.docinfo.get("/Author", ""))
    notes = [f" · page {page} of {count}" for page in range(1, count + 1)]
    _mark(book, printing, ticket, title, notes)
    identify(book, title, author, ticket.date, printing.profile)
    return saved(book, VERSION)


def _title(book: Pdf, ticket: Ticket) -> str:
    return str(book.docinfo.get("/Title", "")) or f"{ticket.job}: {ticket.file}"


def _mark(book: Pdf, printing: Printing, ticket: Ticket, title: str, notes: Sequence[str]) -> None:
    """Put the shop's marks on the pages, each with what its slug line notes of it."""
    if not printing.shop.marks:
        return
    from mi_print.press.marks import drawable, stamp  # noqa: PLC0415 - few shops want ReportLab

    job, file = drawable(title) or drawable(ticket.job), drawable(ticket.file)
    condition = drawable(printing.profile.description) if printing.profile else "sRGB"
    dated = f"{ticket.date:%Y-%m-%d} · data {ticket.data[:_HASH]}"
    slugs = [((job, ""), (file, note), ("", dated), (condition, "")) for note in notes]
    stamp(book, printing.sheet, printing.shop, slugs)
