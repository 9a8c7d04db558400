"""All rules that are decided from a file's bytes, in one walk a page."""

from mi_print.preflight.expected import Expected
from mi_print.preflight.reading import UnreadableError, opened
from mi_print.problem import Problem, in_order
from mi_print.trade.shops import Shop


def examine(data: bytes, shop: Shop, expected: Expected, file: str) -> list[Problem]:
    """Return what is wrong with a finished PDF, in the order of its pages.

    Args:
        data: The whole file.
        shop: Whom it goes to.
        expected: What was ordered.
        file: How problems name the file.
    """
    del shop, expected
    try:
        with opened(data, file) as book:
            return in_order(book.problems)
    except UnreadableError as unreadable:
        return unreadable.problems
