"""A file held against the rules that are decided from its bytes."""

from mi_print.preflight.expected import Expected
from mi_print.preflight.pdf.open_file import UnreadableError, opened
from mi_print.preflight.rules.examine import examine
from mi_print.problem import Problem
from mi_print.trade.shops import Shop


def examined(
    data: bytes, shop: Shop, expected: Expected, file: str, read: int | None = None
) -> list[Problem]:
    """Return what is wrong with a finished PDF, in the order of its pages.

    Args:
        data: the whole file.
        shop: whom it goes to.
        expected: what was ordered.
        file: how problems name the file.
        read: of how many pages the operators are run; else of all.
    """
    try:
        with opened(data, file) as document:
            return examine(document, shop.wishes, expected, read=read)
    except UnreadableError as unreadable:
        return unreadable.problems
