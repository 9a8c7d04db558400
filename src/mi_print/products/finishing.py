"""Typeset pages become a product: looked over, and written in each edition."""

from functools import partial

from mi_print.errors import InputError
from mi_print.layout.fit import check_keep_outs, check_pages
from mi_print.layout.legible import check_legible
from mi_print.layout.read_back import codes
from mi_print.layout.typeset import Pages
from mi_print.products import editions
from mi_print.products.finished import Editions, Finished, layout_file
from mi_print.products.job import Job
from mi_print.products.printing import Stamp, printed
from mi_print.products.wish import Edition, Wish


def finish(pages: Pages, job: Job, wish: Wish, stamp: Stamp) -> Finished:
    """Look typeset pages over; the editions wished for are written when they are asked for.

    Args:
        pages: what was set, once for all editions.
        job: whose pages they are.
        wish: which editions are wanted.
        stamp: what all print editions of the run share.

    Raises:
        InputError: what is set does not fit, or a picture has no alternative text.
    """
    file = layout_file(job)
    problems = check_pages(pages, job.layout.manifest, file)
    problems += check_keep_outs(pages, job.spec, job.grid, file)
    problems += check_legible(pages, job.layout.manifest, file)
    if problems:
        raise InputError(problems)
    writers = {edition: partial(_write, edition, pages, job, stamp) for edition in wish.editions}
    return Finished(job.name, len(pages), Editions(writers), codes(pages))


def _write(edition: Edition, pages: Pages, job: Job, stamp: Stamp) -> bytes:
    file = layout_file(job)
    if edition is Edition.SCREEN:
        return editions.screen(pages.pdf(tagged=True, name=file), job.grid, file)
    return printed(pages.pdf(tagged=False, name=file), job, stamp, job.name)
