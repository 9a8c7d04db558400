"""Signs of made-up events as they are typeset: their texts, and what is wrong with them."""

import pypdfium2

from mi_print.event.model import Event
from mi_print.event.text_places import TextPlaces
from mi_print.layout.checks.legibility import check_legible
from mi_print.layout.checks.page_checks import check_pages
from mi_print.layout.checks.page_fault import problems as page_problems
from mi_print.layout.package import find
from mi_print.layout.typeset.read_back import read_back
from mi_print.layout.typeset.typesetter import TypesetPages
from mi_print.problem import Problem
from mi_print.products.orders.job import Job
from mi_print.products.signage import make_signage
from mi_print.resources import BUNDLED
from mi_print.trade.shops import shops
from tests.products.read_booklet import plain


def job(kind: str, size: str | None = None) -> Job:
    layout = find.layout(kind, BUNDLED)
    size = size or next(iter(layout.manifest.sizes))
    return Job("signage", BUNDLED, layout, size, shops()["generic-us"], kind)


def problems(pages: TypesetPages, kind: str, size: str | None = None) -> list[Problem]:
    made, contents = job(kind, size), read_back(pages)
    faults = check_pages(contents, made.spec, made.grid, TextPlaces())
    legible = check_legible(contents.frames, len(pages), made.layout.manifest)
    return page_problems([*faults, *legible], kind)


def texts(pages: TypesetPages) -> list[str]:
    with pypdfium2.PdfDocument(pages.pdf(tagged=False)) as book:
        return [plain(page.get_textpage().get_text_range()) for page in book]


def right(event: Event, kind: str, size: str | None = None) -> list[str]:
    """Return the pages' texts of signs with which nothing is wrong."""
    pages = make_signage.pages(job(kind, size), event)
    assert problems(pages, kind, size) == []
    return texts(pages)
