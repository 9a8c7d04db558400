"""What does not fit in the booklet, of the chapters with the longest texts.

The book is not put together: no chapter knows on which page it begins, so none is set
twice, and the index and the pages for notes, which are made of page numbers, are left out:
of a bundled layout they are composed as far as it takes to measure all names.
"""

from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import islice

from mi_print.errors import InputError
from mi_print.layout.typeset.pagination import PageNumbers
from mi_print.problem import Problem
from mi_print.products.booklet.make_booklet import chapters
from mi_print.products.edition.artifact import Artifact, not_written
from mi_print.products.edition.composer import Composer
from mi_print.products.edition.longest_documents import longest_unfit

_NUMBERED = ("index", "notes")
_NUMBER = "1"
"""What stands for every page number: as narrow as one can be, so that no real one fits worse."""
_MOST = 40_000  # letters of a part


def lay_out(composer: Composer) -> Artifact:
    """Return the booklet without pages: what is wrong with its longest chapters, and the rest."""
    compose = chapters(composer)
    problems: list[Problem] = []
    left_out: list[str] = []
    for part in composer.job.layout.manifest.parts:
        try:
            found = _begun(compose, part, 1, whole=part not in _NUMBERED or composer.job.own)
        except InputError as reason:
            problems += reason.problems
            continue
        if part in _NUMBERED:
            left_out += [part] if part == "index" and found else []
            continue
        other_side = cache(partial(_begun, compose, part, 2))
        wrong, left = longest_unfit(composer, part, found, _MOST, other_side)
        problems += wrong
        if left:
            share = "" if len(left) == len(found) else f"{len(left)} of {len(found)} "
            left_out.append(f"{share}{part}")
    return not_written(composer.job, problems, left_out)


def _begun(
    compose: Callable[[str, PageNumbers], Iterator[str]],
    part: str,
    start: int,
    *,
    whole: bool = True,
) -> list[str]:
    """Return a part's chapters, or the first alone, each as it is if it begins on that page."""
    found = compose(part, PageNumbers(start, 0, {}, _NUMBER))
    return list(islice(found, None if whole else 1))
