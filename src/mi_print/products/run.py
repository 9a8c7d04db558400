"""Makes one product: from the event to its editions on the disk.

A product is typeset once, checked, and only then written, each edition from
the same pages.  Nothing is put in place if anything is wrong with it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mi_print.errors import InputError
from mi_print.event.load import Loaded
from mi_print.event.model import Event
from mi_print.layout.fit import check_pages
from mi_print.layout.typeset import Pages
from mi_print.problem import shown_path
from mi_print.products import cfp, editions, program
from mi_print.products.job import Job, resolve
from mi_print.products.output import write_whole
from mi_print.products.prepared import Prepared, prepare
from mi_print.products.wish import Edition, Wish

_PAGES: dict[str, Callable[[Prepared], Pages]] = {"cfp": cfp.pages, "program": program.pages}


@dataclass(frozen=True, slots=True)
class Made:
    """One file that was written; `bleed` is in points, 0 on screen."""

    path: Path
    pages: int
    size: str
    bleed: float


def run(product: str, project: Path, loaded: Loaded, event: Event, wish: Wish) -> list[Made]:
    """Make a product's editions and return what was written.

    Raises:
        MiPrintError: something is wrong with what was asked for, the data or
            the layout; nothing was written then.
    """
    job = resolve(product, project, loaded, wish)
    pages = typeset(job, event)
    files = {
        wish.out / edition / f"{job.name}.pdf": write(edition, pages, job)
        for edition in wish.editions
    }
    write_whole(files)
    return [
        Made(path, len(pages), job.size, job.shop.bleed if edition is Edition.PRINT else 0)
        for path, edition in zip(files, wish.editions, strict=True)
    ]


def typeset(job: Job, event: Event) -> Pages:
    """Return a job's pages, looked over.

    Raises:
        InputError: the layout is wrong, or what is set does not fit.
    """
    pages = _PAGES[job.product](prepare(job, event))
    problems = check_pages(pages, job.layout.manifest, _file(job))
    if problems:
        raise InputError(problems)
    return pages


def write(edition: Edition, pages: Pages, job: Job) -> bytes:
    """Return one edition of the pages as a PDF."""
    if edition is Edition.SCREEN:
        return editions.screen(pages.pdf(tagged=True, name=_file(job)), job.grid, _file(job))
    return editions.press(pages.pdf(tagged=False, name=_file(job)), job.grid, job.shop.bleed)


def _file(job: Job) -> str:
    return shown_path(job.layout.folder, job.project)
