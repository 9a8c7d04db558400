"""Texts of a series that came where nothing may stand: a keep-out, or the shop's safe margin.

Preflight looks at some pages of a series as pictures; what is stamped is
known of every page, and so this reports every page.
"""

from collections import Counter
from collections.abc import Iterator

from mi_print.geometry import Area
from mi_print.layout.checks.keep_outs import COLLISION, KEEP_OUT, SAFE
from mi_print.problem import Problem, error
from mi_print.products.edition.page_map import PageMap
from mi_print.products.variable_data.overset import shown
from mi_print.products.variable_data.stamp_series import StampedSeries
from mi_print.series.text_outcome import TextOutcome
from mi_print.units import in_words

_FIRST = 20
"""Texts of a slot that are named; if there are more, it is the slot that stands wrong."""
_STAY_OUT = "shorten the text, or make its slot smaller, so that it stays out of there"
_ROOM = "shorten one of them, or give them places apart in the layout"
_INWARDS = "move its slot inwards, or make it narrower"


def in_keep_outs(series: StampedSeries, file: str) -> Iterator[tuple[int, Problem]]:
    """Yield an error for each text that stands in a keep-out.

    Args:
        series: what was stamped.
        file: what a problem calls the layout.

    Yields:
        The record's number, from 0, and what is wrong on which of its pages, from 1.
    """
    for number, outcome, about, box in _entered(series, KEEP_OUT):
        message, page = _stands(outcome, about), outcome.slot.page
        yield number, error(KEEP_OUT, message, _STAY_OUT, file=file, page=page, box=box)


def over_others(series: StampedSeries, file: str) -> Iterator[tuple[int, Problem]]:
    """Yield an error for each text that is printed over another, a rule, or a code.

    Args:
        series: what was stamped.
        file: what a problem calls the layout.

    Yields:
        The record's number, from 0, and what is wrong on which of its pages, from 1.
    """
    for number, outcome, what, box in _entered(series, COLLISION):
        message = f"{shown(outcome.text)} is printed over {what}"
        page = outcome.slot.page
        yield number, error(COLLISION, message, _ROOM, file=file, page=page, box=box)


def in_safe_margin(series: StampedSeries, pages: PageMap, safe: float) -> Iterator[Problem]:
    """Yield an error for each text that comes nearer to the cut than a shop wants, in points.

    Of a slot the first texts are named, with their pages in the file.
    """
    found: Counter[tuple[str, str]] = Counter()
    for number, outcome, about, box in _entered(series, SAFE):
        found[outcome.slot.name, about] += 1
        if found[outcome.slot.name, about] <= _FIRST:
            page = pages.page(number, outcome.slot.page)
            message = f"{_stands(outcome, about)}; the shop wants {in_words(safe)}"
            yield error(SAFE, message, _INWARDS, page=page, box=box)
    for (name, about), count in found.items():
        if count > _FIRST:
            more = f"{count - _FIRST} more texts of “{name}” stand in the {about}"
            yield error(SAFE, f"{more}; the shop wants {in_words(safe)}", _INWARDS)


def _entered(series: StampedSeries, rule: str) -> Iterator[tuple[int, TextOutcome, str, Area]]:
    """Yield each text that came where it must not: its record's number, what is there, its ink."""
    for number, texts in enumerate(series.texts):
        for outcome in texts:
            for hit in outcome.entered:
                if hit.rule == rule:
                    yield number, outcome, hit.about, hit.ink


def _stands(outcome: TextOutcome, about: str) -> str:
    return f"{shown(outcome.text)} stands in the {about}"
