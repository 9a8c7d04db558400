"""From typeset pages to their print edition: a product's job meets the press."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from mi_print.event.model import Event
from mi_print.layout import shelf
from mi_print.press import edition, profile
from mi_print.press.edition import Printing, Separate, Ticket
from mi_print.press.identify import Identify, identifier
from mi_print.problem import shown_path
from mi_print.products.job import Job
from mi_print.products.wish import Edition
from mi_print.trade.inks import Ink


@dataclass(frozen=True, slots=True)
class Stamp:
    """What all print editions of a run share: their ticket, and the theme's inks by name."""

    ticket: Ticket
    inks: Mapping[str, Ink]

    def named(self, name: str) -> Ticket:
        """Return the ticket of one file, named without `.pdf`."""
        return replace(self.ticket, file=f"{name}.pdf")


def stamp(project: Path, event: Event, date: dt.datetime | None) -> Stamp:
    """Return what this run's print editions share.

    Args:
        project: whose theme it is.
        event: all of the data; the hash is of all that it says.
        date: what the files are dated; else the day that `print.yaml` names,
            else the workshop's, at midnight UTC.
    """
    day = event.orders.date or event.workshop.date
    moment = date or dt.datetime.combine(day, dt.time(), dt.UTC)
    data = hashlib.sha256(event.model_dump_json().encode()).hexdigest()
    inks = shelf.theme(project).recoloured(event.workshop.theme.colours).colours
    return Stamp(Ticket(event.workshop.name, "", moment, data), inks)


def check_profile(job: Job) -> None:
    """Make sure that the shop's profile is there before anything is set.

    Raises:
        MissingError: it is not.
        InputError: it is no profile of a press.
    """
    if job.shop.colour:
        profile.load(job.shop.colour, job.project)


def printed(pdf: bytes, job: Job, stamp: Stamp, name: str) -> bytes:
    """Return the print edition of typeset pages; `name` is the file's, without `.pdf`."""
    printing = _printing(job)
    return edition.press_edition(pdf, printing, stamp.named(name), _separate(job, stamp, printing))


def printed_piece(pdf: bytes, job: Job, stamp: Stamp) -> bytes:
    """Return a piece of a print edition, to be joined."""
    printing = _printing(job)
    return edition.piece(pdf, printing, _separate(job, stamp, printing))


def printed_masters(pdf: bytes, job: Job, stamp: Stamp, records: int) -> bytes:
    """Return the masters for the press of a series of so many records."""
    printing, sides = _printing(job), job.layout.manifest.pages or 1
    ticket, separate = stamp.named(job.name), _separate(job, stamp, printing)
    return edition.masters(pdf, printing, ticket, separate, sides=sides, records=records)


def printed_whole(pdf: bytes, job: Job, stamp: Stamp, name: str) -> bytes:
    """Return the print edition that joined pieces make."""
    return edition.whole(pdf, _printing(job), stamp.named(name))


def _printing(job: Job) -> Printing:
    colour = job.shop.colour
    found = profile.load(colour, job.project) if colour else None
    return Printing(job.grid.width, job.grid.height, job.shop, found)


def _separate(job: Job, stamp: Stamp, printing: Printing) -> Separate:
    colour, found = job.shop.colour, printing.profile
    if colour is None or found is None:
        return edition.in_rgb
    from mi_print.press.separate import separate  # noqa: PLC0415 - stamped pages need no engine

    file = shown_path(job.layout.folder, job.project)
    return partial(separate, inks=stamp.inks, colour=colour, profile=found.data, file=file)


def identified(job: Job, stamp: Stamp, edition: Edition) -> Identify:
    """Return what writes into a stamped file what it says of itself."""
    colour = job.shop.colour if edition is Edition.PRINT else None
    found = profile.load(colour, job.project) if colour else None
    untitled = f"{stamp.ticket.job}: {job.name}.pdf"
    return identifier(untitled, stamp.ticket.date, found)


def profile_name(job: Job) -> str:
    """Return a digest of the shop's ICC profile; of a shop without one, nothing."""
    colour = job.shop.colour
    return hashlib.sha256(profile.load(colour, job.project).data).hexdigest() if colour else ""
