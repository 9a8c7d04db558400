"""The report of preflight: each page's picture, with a numbered box at each finding."""

import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from html import escape

from mi_print.preflight.pdf.open_file import UnreadableError
from mi_print.preflight.raster.drawable_pages import DrawableFile, DrawablePage, drawable_pages
from mi_print.preflight.report import PreflightReport, seen, severities
from mi_print.problem import Problem, ProblemBox, errors_of
from mi_print.processes.child import StoppedError
from mi_print.reports.page_pictures import PageView, page_pictures
from mi_print.reports.page_shell import document, image
from mi_print.source.wording import counted

_LARGE, _SMALL = 1_000_000, 20_000  # pixels of a picture
_MOST_LARGE, _MOST_SMALL = 150, 60  # pictures of a file
_TALLEST = 88  # percent of the window that a picture is high
_PATIENCE = 20.0  # seconds a picture
_LABEL = 20.0  # points that the number over a box takes

Pictured = Mapping[int, bytes]
"""PNG by page number."""


def preflight_page(checked: Sequence[tuple[PreflightReport, bytes]], shop: str) -> str:
    """Return the page.

    Args:
        checked: what was found in each file, with the file's bytes.
        shop: the name of the shop that they were held against.
    """
    reports = [report for report, _ in checked]
    problems = [problem for report in reports for problem in report.problems]
    parts = [part for report, data in checked for part in _file(report, data)]
    total = severities(problems)
    title = reports[0].file if len(reports) == 1 else f"{len(reports)} files"
    return document(f"Preflight of {title}", "Preflight", f"{title} for {shop}: {total}", parts)


def _file(report: PreflightReport, data: bytes) -> Iterator[str]:
    by_page: dict[int, list[Problem]] = {}
    for problem in report.problems:
        by_page.setdefault(problem.page or 0, []).append(problem)
    found = "" if report.passed else ' class="red"'
    extent = ", ".join(filter(None, (counted(report.pages, "page"), seen(report))))
    yield f"<h2>{escape(report.file)}</h2>"
    yield f"<p><span{found}>{severities(report.problems)}</span>; {extent}</p>"
    if 0 in by_page:
        yield f'<div class="page"><h3>The whole file</h3>{_listed(by_page.pop(0))}</div>'
    try:
        whole = drawable_pages(data, report.file)
    except UnreadableError:
        return
    worst = sorted(by_page, key=lambda page: (*_rank(by_page[page]), page))
    clean = [sheet.number for sheet in whole.drawable if sheet.number not in by_page]
    large, small = worst[:_MOST_LARGE], clean[:_MOST_SMALL]
    pictures = _pictures(whole, large, small)
    drawn = {sheet.number: sheet for sheet in whole.drawable}
    for page in worst:
        yield _page(drawn.get(page), page, by_page[page], pictures)
    if clean:
        yield _clean(clean, pictures)


def _rank(problems: Sequence[Problem]) -> tuple[int, int]:
    errors = len(errors_of(problems))
    return -errors, errors - len(problems)


def _page(
    sheet: DrawablePage | None, page: int, problems: Sequence[Problem], pictures: Pictured
) -> str:
    problems = sorted(problems, key=lambda problem: problem.severity)
    picture = "<p>No picture of this page.</p>"
    if sheet is not None and page in pictures:
        boxes = "".join(_boxed(sheet, problem, n) for n, problem in enumerate(problems, 1))
        left, bottom, right, top = sheet.trim
        trim = _style(sheet, (0, 0, right - left, top - bottom))
        shown = image(pictures[page], f"page {page}")
        inner = f'{shown}<i class="trim" style="{trim}"></i>{boxes}'
        wide = f"max-width:calc({_TALLEST}vh * {sheet.width / sheet.height:.3f})"
        picture = f'<div class="sheet" style="{wide}">{inner}</div>'
    listed = f"<h3>Page {page}</h3>{_listed(problems)}"
    return f'<section class="page">{picture}<div>{listed}</div></section>'


def _boxed(sheet: DrawablePage, problem: Problem, number: int) -> str:
    if problem.box is None:
        return ""
    style = _style(sheet, problem.box)
    top = sheet.media[3] - sheet.trim[3] + problem.box[1]
    high = " high" if top < _LABEL else ""
    return f'<i class="{problem.severity}{high}" style="{style}"><b>{number}</b></i>'


def _style(sheet: DrawablePage, box: ProblemBox) -> str:
    """Return where a box stands on the picture of the media box, in percent of it."""
    x, y, width, height = box
    left, top = x + sheet.trim[0] - sheet.media[0], y + sheet.media[3] - sheet.trim[3]
    right, bottom = min(left + width, sheet.width), min(top + height, sheet.height)
    left, top = max(0.0, left), max(0.0, top)
    sides = {
        "left": left / sheet.width,
        "top": top / sheet.height,
        "width": max(0.0, right - left) / sheet.width,
        "height": max(0.0, bottom - top) / sheet.height,
    }
    return ";".join(f"{side}:{share:.3%}" for side, share in sides.items())


def _listed(problems: Sequence[Problem]) -> str:
    rows = (
        f'<li class="{problem.severity}"><b>{number}</b><p><strong>{escape(problem.rule)}</strong> '
        f"{escape(problem.message)}<span>{escape(problem.hint)}</span></p></li>"
        for number, problem in enumerate(problems, 1)
    )
    return f"<ol>{''.join(rows)}</ol>"


def _clean(pages: Sequence[int], pictures: Pictured) -> str:
    figures = "".join(
        f"<figure>{image(pictures[page], f'page {page}')}<figcaption>{page}</figcaption></figure>"
        for page in pages
        if page in pictures
    )
    title = f"Nothing found on {counted(len(pages), 'page')}"
    shown = sum(page in pictures for page in pages)
    more = f"<p>The first {shown} of them are shown.</p>" if shown < len(pages) else ""
    return f'<section class="clean"><h3>{title}</h3>{figures}{more}</section>'


def _pictures(whole: DrawableFile, large: Sequence[int], small: Sequence[int]) -> Pictured:
    """Return the pictures that can be drawn; a page that can't is an error in the report anyway."""
    pixels = dict.fromkeys(small, _SMALL) | dict.fromkeys(large, _LARGE)
    views = [
        PageView(page, min(2.0, math.sqrt(pixels[page.number] / (page.width * page.height))))
        for page in whole.drawable
        if page.number in pixels
    ]
    pictures: dict[int, bytes] = {}
    with suppress(StoppedError):
        pictures.update(page_pictures(whole.data, views, _PATIENCE))
    return pictures
