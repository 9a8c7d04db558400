"""Which files of the data each product reads, and what of the problems concerns it.

A product is not stopped by an error in a file that it does not read.  What it reads must
be whole: from a broken `papers.yaml` there is no booklet without papers.
"""

from collections.abc import Sequence

from mi_print.event.load import Loaded
from mi_print.problem import Problem, Severity, errors_of
from mi_print.products.orders.acceptance import without_accepted

_ALL = ("workshop", "print", "shops", "stocks")
READS: dict[str, frozenset[str]] = {
    "cfp": frozenset(_ALL),
    "program": frozenset({*_ALL, "program", "papers", "authors"}),
    "badges": frozenset({*_ALL, "program", "papers", "authors"}),
    "signage": frozenset({*_ALL, "program", "papers", "authors", "signs"}),
}
"""By product the files that it reads; badges are made from the list of attendees besides."""
LISTED = "badges"


def said_elsewhere(products: Sequence[str], loaded: Loaded, *, listed: bool) -> list[Problem]:
    """Return the problems that `check` says and the making of these products does not.

    They are errors in files that none of them reads, and the warnings of those that they do.

    Args:
        products: their names.
        loaded: all of the data.
        listed: whether the list of attendees is the one that `check` reads.
    """
    read = frozenset().union(*(READS[product] for product in products))
    mine = loaded.for_files(read).problems
    warnings = [each for each in mine if each.severity is Severity.WARNING]
    people = loaded.attendee_list.all_problems if listed else []
    if LISTED in products:
        warnings += [each for each in people if each.severity is Severity.WARNING]
        people = []
    errors = [*errors_of(loaded.problems), *errors_of(people)]
    said = set(mine)
    return [*(each for each in errors if each not in said), *without_accepted(warnings, loaded)]


def as_count(problems: Sequence[Problem], products: Sequence[str]) -> str:
    """Return in a line how many problems `check` says besides; nothing if there are none."""
    errors = len(errors_of(problems))
    warnings = len(problems) - errors
    readers = products[0] if len(products) == 1 else "none of these"
    parts = [f"{_counted(errors, 'error')} in files that {readers} does not read"] if errors else []
    parts += [_counted(warnings, "warning")] if warnings else []
    them = "it" if len(problems) == 1 else "them"
    return f"{', '.join(parts)}; mi-print check shows {them}" if parts else ""


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
