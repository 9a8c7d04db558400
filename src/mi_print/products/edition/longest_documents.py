"""What does not fit, of the documents of a part that have the longest texts."""

from collections.abc import Sequence
from dataclasses import replace

from mi_print.errors import InputError
from mi_print.layout.typeset.longest import lay_out_longest, texts_of
from mi_print.layout.typeset.read_back import read_back
from mi_print.problem import Problem
from mi_print.products.edition.composer import Composer
from mi_print.products.edition.finish import unfit


def longest_unfit(
    composer: Composer, part: str, documents: Sequence[str], most: int
) -> tuple[list[Problem], list[int]]:
    """Return what does not fit of the longest documents, and the numbers of those not laid out.

    Args:
        composer: of the job.
        part: the template that they were composed from.
        documents: their HTML.
        most: letters that are laid out.
    """
    problems: list[Problem] = []

    def fits(number: int) -> bool:
        try:
            pages = composer.typeset(part, documents[number])
        except InputError as reason:
            problems.extend(reason.problems)
            return False
        file = composer.template_file(part)
        found = unfit(pages, read_back(pages), composer.job, file, composer.places)
        found = [problem for problem in found if problem.rule != "pages"]  # the file's, not theirs
        problems.extend(replace(problem, page=None, box=None) for problem in found)
        return not found

    left = lay_out_longest([texts_of(html) for html in documents], fits, most)
    return problems, left
