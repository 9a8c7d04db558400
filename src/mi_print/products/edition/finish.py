"""Typeset pages become a file: checked, and written in each edition."""

from collections.abc import Sequence
from functools import partial

from mi_print.errors import InputError
from mi_print.layout.checks.legibility import check_legible
from mi_print.layout.checks.overset import check_count
from mi_print.layout.checks.page_checks import check_pages
from mi_print.layout.slots.read_slots import check_mode
from mi_print.layout.typeset.contents import PageContents
from mi_print.layout.typeset.read_back import read_back
from mi_print.layout.typeset.typesetter import TypesetPages
from mi_print.press import screen_edition
from mi_print.problem import Problem
from mi_print.processes.limits import step
from mi_print.products.data_places import DataPlaces
from mi_print.products.edition.artifact import Artifact, Editions
from mi_print.products.edition.page_map import PageMap
from mi_print.products.edition.printing import PrintSetup, printed
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Edition


def finish(
    pages: TypesetPages,
    job: Job,
    wanted: Sequence[Edition],
    setup: PrintSetup,
    places: DataPlaces,
) -> Artifact:
    """Check typeset pages; each edition is written when it is first asked for.

    Args:
        pages: what was set, once for all editions.
        job: whose pages they are.
        wanted: the editions.
        setup: what all print editions of the run share.
        places: where the data stands that the pages show.

    Raises:
        InputError: what is set does not fit, or a picture has no alternative text.
    """
    step(job.layout_file, _share(pages))
    contents = read_back(pages)
    if problems := unfit(pages, contents, job, job.layout_file, places):
        raise InputError(problems)
    writers = {edition: partial(_write, edition, pages, job, setup) for edition in wanted}
    page_map = PageMap((job.name,), len(pages))
    return Artifact(job, page_map, Editions(writers), contents.codes)


def unfit(
    pages: TypesetPages, contents: PageContents, job: Job, file: str, places: DataPlaces
) -> list[Problem]:
    """Return an error for everything that is wrong with a page.

    Args:
        pages: what was set.
        contents: what stands on the pages.
        job: whose pages they are.
        file: what was set, for problems that are of no record.
        places: where the data stands that the pages show.
    """
    manifest = job.layout.manifest
    faults = [
        *check_pages(contents, job.spec, job.grid, places.texts),
        *check_legible(contents.frames, len(pages), manifest, contents.said),
    ]
    return [
        *check_count(len(pages), job.pages, file),
        *check_mode(pages, manifest, job.manifest_file),
        *places.problems(faults, file),
    ]


def _share(pages: TypesetPages) -> int:
    """Return how many times the time of a document all pages have."""
    return 1 + len(pages) // 50


def _write(edition: Edition, pages: TypesetPages, job: Job, setup: PrintSetup) -> bytes:
    file = job.layout_file
    step(file, _share(pages))
    if edition is Edition.SCREEN:
        return screen_edition.screen_edition(pages.pdf(tagged=True, name=file), job.grid, file)
    return printed(pages.pdf(tagged=False, name=file), job, setup, job.name)
