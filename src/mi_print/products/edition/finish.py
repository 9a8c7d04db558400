"""Typeset pages become a file: checked, and written in each edition."""

from collections.abc import Sequence
from functools import partial

from mi_print.errors import InputError
from mi_print.layout.checks.legibility import check_legible
from mi_print.layout.checks.overset import check_keep_outs, check_pages
from mi_print.layout.typeset.read_back import codes
from mi_print.layout.typeset.typesetter import TypesetPages
from mi_print.press import screen_edition
from mi_print.problem import Problem
from mi_print.products.edition.artifact import Artifact, Editions
from mi_print.products.edition.page_map import PageMap
from mi_print.products.edition.printing import PrintSetup, printed
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Edition


def finish(pages: TypesetPages, job: Job, wanted: Sequence[Edition], setup: PrintSetup) -> Artifact:
    """Check typeset pages; each edition is written when it is first asked for.

    Args:
        pages: what was set, once for all editions.
        job: whose pages they are.
        wanted: the editions.
        setup: what all print editions of the run share.

    Raises:
        InputError: what is set does not fit, or a picture has no alternative text.
    """
    if problems := unfit(pages, job, job.layout_file):
        raise InputError(problems)
    writers = {edition: partial(_write, edition, pages, job, setup) for edition in wanted}
    page_map = PageMap((job.name,), len(pages))
    return Artifact(job, page_map, Editions(writers), codes(pages))


def unfit(pages: TypesetPages, job: Job, file: str) -> list[Problem]:
    """Return an error for everything that does not fit its page; `file` is what was set."""
    manifest = job.layout.manifest
    problems = check_pages(pages, manifest, file)
    problems += check_keep_outs(pages, job.spec, job.grid, file)
    return [*problems, *check_legible(pages, manifest, file)]


def _write(edition: Edition, pages: TypesetPages, job: Job, setup: PrintSetup) -> bytes:
    file = job.layout_file
    if edition is Edition.SCREEN:
        return screen_edition.screen_edition(pages.pdf(tagged=True, name=file), job.grid, file)
    return printed(pages.pdf(tagged=False, name=file), job, setup, job.name)
