"""Typeset pages become a product: looked over, and written in each edition."""

from functools import partial

from mi_print.errors import InputError
from mi_print.layout.checks.legibility import check_legible
from mi_print.layout.checks.overset import check_keep_outs, check_pages
from mi_print.layout.typeset.read_back import codes
from mi_print.layout.typeset.typesetter import TypesetPages
from mi_print.press import screen_edition
from mi_print.products.edition.artifact import Artifact, Editions, layout_file
from mi_print.products.edition.printing import PrintSetup, printed
from mi_print.products.orders.job import Job
from mi_print.products.orders.request import Edition, Request


def finish(pages: TypesetPages, job: Job, request: Request, setup: PrintSetup) -> Artifact:
    """Look typeset pages over; the editions wished for are written when they are asked for.

    Args:
        pages: what was set, once for all editions.
        job: whose pages they are.
        request: which editions are wanted.
        setup: what all print editions of the run share.

    Raises:
        InputError: what is set does not fit, or a picture has no alternative text.
    """
    file = layout_file(job)
    problems = check_pages(pages, job.layout.manifest, file)
    problems += check_keep_outs(pages, job.spec, job.grid, file)
    problems += check_legible(pages, job.layout.manifest, file)
    if problems:
        raise InputError(problems)
    writers = {edition: partial(_write, edition, pages, job, setup) for edition in request.editions}
    return Artifact(job.name, len(pages), Editions(writers), codes(pages))


def _write(edition: Edition, pages: TypesetPages, job: Job, setup: PrintSetup) -> bytes:
    file = layout_file(job)
    if edition is Edition.SCREEN:
        return screen_edition.screen_edition(pages.pdf(tagged=True, name=file), job.grid, file)
    return printed(pages.pdf(tagged=False, name=file), job, setup, job.name)
