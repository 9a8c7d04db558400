"""What does not fit in the booklet, of the chapters with the longest texts.

The book is not put together: no chapter knows on which page it begins, so none is set
twice, and the index and the pages for notes, which are made of page numbers, are left out.
"""

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
    """Return the booklet without pages: what does not fit of its longest chapters, and the rest.

    Raises:
        InputError: a template is wrong.
    """
    compose = chapters(composer)
    problems: list[Problem] = []
    left_out: list[str] = []
    for part in composer.job.layout.manifest.parts:
        if part in _NUMBERED:
            left_out += [part] if part == "index" else []
            continue
        found = [html for html in compose(part, PageNumbers(1, 0, {}, _NUMBER)) if html.strip()]
        wrong, left = longest_unfit(composer, part, found, _MOST)
        problems += wrong
        if left:
            left_out.append(
                part if len(left) == len(found) else f"{len(left)} of {len(found)} {part}"
            )
    return not_written(composer.job, problems, left_out)
