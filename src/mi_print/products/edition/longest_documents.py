"""What does not fit, of the documents of a part that have the longest texts."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from mi_print.errors import InputError
from mi_print.layout.typeset.longest import lay_out_longest, texts_of
from mi_print.layout.typeset.read_back import read_back
from mi_print.problem import Problem
from mi_print.products.edition.composer import Composer
from mi_print.products.edition.finish import unfit

_NUMBER = re.compile(r"\d+")


def longest_unfit(
    composer: Composer,
    part: str,
    documents: Sequence[str],
    most: int,
    other_side: Callable[[], Sequence[str]] | None = None,
) -> tuple[list[Problem], list[int]]:
    """Return what does not fit of the longest documents, and the numbers of those not laid out.

    Args:
        composer: of the job.
        part: the template that they were composed from.
        documents: their HTML.
        most: letters that are laid out.
        other_side: gives the documents as they are if they begin on the other side of a leaf,
            where that is not known; what is wrong on one side alone is not said.
    """
    problems: list[Problem] = []

    def fits(number: int) -> bool:
        found = _unfit(composer, part, documents[number])
        if found and other_side:
            alike = {_kind(problem) for problem in _unfit(composer, part, other_side()[number])}
            found = [problem for problem in found if _kind(problem) in alike]
        problems.extend(found)
        return not found

    left = lay_out_longest([texts_of(html) for html in documents], fits, most)
    return problems, left


def _unfit(composer: Composer, part: str, html: str) -> list[Problem]:
    """Return what does not fit of a document, whose pages have no numbers yet; it may be empty."""
    if not html.strip():
        return []
    file = composer.template_file(part)
    try:
        pages = composer.typeset(part, html)
    except InputError as reason:
        return reason.problems
    found = unfit(pages, read_back(pages), composer.job, file, composer.places)
    of_its_own = [problem for problem in found if problem.rule != "pages"]  # those of all together
    return [replace(problem, page=None, box=None) for problem in of_its_own]


def _kind(problem: Problem) -> Problem:
    """Return a problem without its measures, which differ from side to side."""
    return replace(problem, message=_NUMBER.sub("", problem.message))
