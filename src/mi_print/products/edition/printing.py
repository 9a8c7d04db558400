"""From typeset pages to their print edition, as a job's shop wants it."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from mi_print.event.model import Event
from mi_print.layout.package import find
from mi_print.press import print_edition, profile
from mi_print.press.identify import Identify, identifier
from mi_print.press.print_edition import FileIdentity, PrintSpec, Separate
from mi_print.press.separate.colours import rgb
from mi_print.press.separate.spot_inks import Spots
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Edition
from mi_print.trade.inks import Ink, printed_spots
from mi_print.trade.shops import Colour


@dataclass(frozen=True, slots=True)
class PrintSetup:
    """What all print editions of a run share: their identity, and the theme's inks by name."""

    identity: FileIdentity
    inks: Mapping[str, Ink]

    def named(self, name: str) -> FileIdentity:
        """Return the identity of one file, named without `.pdf`."""
        return replace(self.identity, file=f"{name}.pdf")


def print_setup(project: Path, event: Event, date: dt.datetime | None) -> PrintSetup:
    """Return what this run's print editions share.

    Args:
        project: whose theme it is.
        event: all of the data; the hash is of all that it says.
        date: what the files are dated; else the day that `print.yaml` names,
            else the workshop's, at midnight UTC.
    """
    day = event.orders.date or event.workshop.days[0]
    moment = date or dt.datetime.combine(day, dt.time(), dt.UTC)
    said = event.model_dump_json(exclude={"orders": {"accept"}})  # what is accepted prints nowhere
    data = hashlib.sha256(said.encode()).hexdigest()
    inks = find.theme(project).recoloured(event.workshop.inks).colours
    return PrintSetup(FileIdentity(event.workshop.name, "", moment, data), inks)


def check_profile(job: Job) -> None:
    """Make sure that the shop's profile is there before anything is set.

    Raises:
        MissingError: it is not.
        InputError: it is no profile of a press.
    """
    if job.shop.colour:
        profile.load(job.shop.colour, job.project)


def printed(pdf: bytes, job: Job, setup: PrintSetup, name: str) -> bytes:
    """Return the print edition of typeset pages; `name` is the file's, without `.pdf`."""
    printing = _printing(job)
    return print_edition.print_edition(
        pdf, printing, setup.named(name), _separate(job, setup, printing)
    )


def printed_piece(pdf: bytes, job: Job, setup: PrintSetup) -> bytes:
    """Return a piece of a print edition, to be joined."""
    printing = _printing(job)
    return print_edition.print_part(pdf, printing, _separate(job, setup, printing))


def printed_masters(
    pdf: bytes, job: Job, setup: PrintSetup, records: int, colours: Iterable[str]
) -> bytes:
    """Return the masters for the press of a series of so many records.

    `colours` are those in which records are stamped over them.
    """
    printing = _printing(job)
    identity, separate = setup.named(job.name), _separate(job, setup, printing)
    return print_edition.print_masters(
        pdf,
        printing,
        identity,
        separate,
        sides=job.sides,
        records=records,
        spots=_spots(colours, setup.inks, job.shop.colour),
    )


def _spots(colours: Iterable[str], inks: Mapping[str, Ink], colour: Colour | None) -> Spots:
    kept = printed_spots(inks, colour.spots) if colour else ()
    stamped = {rgb(each) for each in colours}
    return {
        ink.spot: tuple(percent / 100 for percent in ink.cmyk)
        for ink in inks.values()
        if ink.spot in kept and ink.cmyk and rgb(ink.srgb) in stamped
    }


def printed_whole(pdf: bytes, job: Job, setup: PrintSetup, name: str) -> bytes:
    """Return the print edition that joined pieces make."""
    return print_edition.print_joined(pdf, _printing(job), setup.named(name))


def _printing(job: Job) -> PrintSpec:
    colour = job.shop.colour
    found = profile.load(colour, job.project) if colour else None
    return PrintSpec(job.grid.width, job.grid.height, job.shop, found)


def _separate(job: Job, setup: PrintSetup, printing: PrintSpec) -> Separate:
    colour, found = job.shop.colour, printing.profile
    if colour is None or found is None:
        return print_edition.in_rgb
    from mi_print.press.separate.separation import separate  # noqa: PLC0415 - stamped pages need no engine

    return partial(
        separate, inks=setup.inks, colour=colour, profile=found.data, file=job.layout_file
    )


def identified(job: Job, setup: PrintSetup, edition: Edition) -> Identify:
    """Return what writes into a stamped file what it says of itself."""
    colour = job.shop.colour if edition is Edition.PRINT else None
    found = profile.load(colour, job.project) if colour else None
    untitled = f"{setup.identity.job}: {job.name}.pdf"
    return identifier(untitled, setup.identity.date, found)


def profile_name(job: Job) -> str:
    """Return a digest of the shop's ICC profile; of a shop without one, nothing."""
    colour = job.shop.colour
    return hashlib.sha256(profile.load(colour, job.project).data).hexdigest() if colour else ""
