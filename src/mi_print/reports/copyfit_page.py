"""The report on copyfitting: every text that is worth a look, the worst first."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from mi_print.preflight.raster.drawable_pages import drawable_pages
from mi_print.problem import errors_of
from mi_print.products.edition.artifact import Artifact
from mi_print.products.edition.copyfit_remark import CopyfitRemark
from mi_print.products.edition.left_out import LeftOut
from mi_print.products.orders.request import Edition
from mi_print.reports.page_pictures import PageView, page_pictures
from mi_print.reports.page_shell import document, image
from mi_print.source.wording import counted

_CSS = Path(__file__).with_name("copyfit_page.css")
_WIDE = 480.0  # pixels of a picture, twice what it is shown at
_MOST, _MOST_OF_A_FONT = 120, 8  # pictures of a section
_NAMED = 500  # of those without a picture, how many are named

_FLOOR = (
    "In the smallest size that the layout allows, or with a word broken between letters.",
    "No text had to be set in its smallest size.",
)
_SMALL = (
    "Set smaller than the layout wishes, because there is no more room.",
    "Every text is as large as the layout wishes.",
)
_FONTS = (
    "Scripts and signs that the layout's own fonts don't have.",
    "The layout's own fonts have everything.",
)
_MISSING = "Not in the file, because they can't be made as the data is."
_WHOLE = (
    "This layout has no slots, so only its names with data-wished are known: "
    "neither which texts hit a floor, nor which fonts they take."
)


def copyfit_page(artifact: Artifact) -> str:
    """Return the page.

    Args:
        artifact: the badges, with the remarks on them.
    """
    job = artifact.job
    stamped = job.layout.manifest.series.stamped
    worst = sorted(artifact.remarks, key=lambda remark: remark.rank)
    floor = [remark for remark in worst if remark.at_floor]
    small = [remark for remark in worst if remark.small and not remark.at_floor]
    fonts: dict[str, list[CopyfitRemark]] = {}
    for remark in sorted(worst, key=lambda remark: remark.page):
        for font in remark.fonts:
            fonts.setdefault(font, []).append(remark)
    by_use = sorted(fonts.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    samples = {font: _samples(some) for font, some in by_use}
    shown = [*floor[:_MOST], *small[:_MOST], *(each for some in samples.values() for each in some)]
    pictures = _pictures(artifact, {remark.page for remark in shown})
    counts = [f"{len(small)} smaller than wished"]
    if stamped:
        counts = [f"{len(floor)} at the floor", *counts, f"{len(fonts)} other fonts"]
    pages = counted(artifact.pages, "page")
    about = f"{artifact.name}.pdf, {pages}, {job.layout.name} in {job.size}: "
    parts = []
    if stamped:
        parts += ["<h2>At the floor</h2>", _intro(_FLOOR, floor)]
        parts += _section(floor[:_MOST], floor[_MOST:], pictures)
    parts += ["<h2>Smaller than wished</h2>", _intro(_SMALL, small)]
    parts += _section(small[:_MOST], small[_MOST:], pictures)
    if stamped:
        parts += ["<h2>Other fonts</h2>", _intro(_FONTS, by_use)]
        for font, some in by_use:
            parts.append(f"<h3>{escape(font)}: {counted(len(some), 'text')}</h3>")
            seen = {_name(remark) for remark in samples[font]}
            rest = [remark for remark in some if _name(remark) not in seen]
            parts += _section(samples[font], rest, pictures)
    else:
        parts.append(f"<p>{escape(_WHOLE)}</p>")
    if artifact.left_out:
        counts.append(f"{len(artifact.left_out.records)} left out")
        parts += _left_out(artifact.left_out)
    title = f"Fit of {artifact.name}"
    return document(title, "Fit", about + ", ".join(counts), parts, _CSS.read_text("utf-8"))


def _left_out(left_out: LeftOut) -> Iterator[str]:
    """Yield who is not in the file, and why."""
    yield f"<h2>Left out</h2><p>{escape(_MISSING)}</p><ul>"
    for record in left_out.records[:_NAMED]:
        reasons = "; ".join(problem.message for problem in errors_of(record.problems))
        yield f"<li><b>{escape(record.name)}</b>: {escape(reasons)}</li>"
    if len(left_out.records) > _NAMED:
        yield f"<li>and {len(left_out.records) - _NAMED} more</li>"
    yield "</ul>"


def _intro(intro: tuple[str, str], found: Sequence[object]) -> str:
    """Return what a section is, or that it is empty."""
    return f"<p>{escape(intro[0] if found else intro[1])}</p>"


def _samples(remarks: Sequence[CopyfitRemark]) -> list[CopyfitRemark]:
    """Return a few remarks on one font: of other people, and each on another text."""
    found: dict[str, CopyfitRemark] = {}
    people = set()
    for remark in remarks:
        if remark.text not in found and _name(remark) not in people:
            found[remark.text] = remark
            people.add(_name(remark))
    return list(found.values())[:_MOST_OF_A_FONT]


def _section(
    shown: Sequence[CopyfitRemark], others: Sequence[CopyfitRemark], pictures: Mapping[int, bytes]
) -> Iterator[str]:
    """Yield remarks with their pictures, and the names of the others, each once."""
    if shown:
        figures = "".join(_figure(remark, pictures[remark.page]) for remark in shown)
        yield f'<div class="fits">{figures}</div>'
    first: dict[str, CopyfitRemark] = {}
    for remark in others:
        first.setdefault(_name(remark), remark)
    rest = list(first.values())
    if rest:
        named = "; ".join(f"{escape(_name(each))} ({_size(each)})" for each in rest[:_NAMED])
        beyond = f", and {len(rest) - _NAMED} more" if len(rest) > _NAMED else ""
        yield f'<p class="more">Without a picture: {named}{beyond}.</p>'


def _figure(remark: CopyfitRemark, picture: bytes) -> str:
    lines = [f"page {remark.page}"]
    if remark.field:
        same = remark.text == remark.whose
        lines.append(remark.field if same else f"{remark.field}: {remark.text}")
    about = [_size(remark)]
    about += [f"{remark.wished:g} wished"] if remark.small else []
    about += ["its smallest size"] if remark.floor else []
    about += ["a word is broken"] if remark.broken else []
    lines.append(", ".join(about))
    lines += [", ".join(remark.fonts)] if remark.fonts else []
    caption = "".join(f"<span>{escape(line)}</span>" for line in lines)
    shown = image(picture, f"page {remark.page}")
    return (
        f"<figure>{shown}<figcaption><b>{escape(_name(remark))}</b>{caption}</figcaption></figure>"
    )


def _name(remark: CopyfitRemark) -> str:
    return remark.whose or remark.text


def _size(remark: CopyfitRemark) -> str:
    return f"{remark.size:g} pt"


def _pictures(artifact: Artifact, pages: set[int]) -> Mapping[int, bytes]:
    """Return these pages as they will be cut, as PNG."""
    editions = artifact.editions
    whole = drawable_pages(editions.get(Edition.SCREEN) or editions[Edition.PRINT], artifact.name)
    views = [
        PageView(page, _WIDE / (page.trim[2] - page.trim[0]), page.trim)
        for page in whole.drawable
        if page.number in pages
    ]
    return dict(page_pictures(whole.data, views).results())
