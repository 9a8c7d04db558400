"""Warnings that `print.yaml` accepts: they are not said, and what accepts none is."""

from collections.abc import Iterable, Sequence

from mi_print.event.load import Loaded
from mi_print.event.model import Acceptance
from mi_print.problem import Problem, Severity, errors_of, warning
from mi_print.products.orders.named_orders import place_of
from mi_print.source.wording import shown

_NAMED = 3  # of those that have a warning, in a hint


def without_accepted(problems: Iterable[Problem], loaded: Loaded) -> list[Problem]:
    """Return the problems but for the warnings that are accepted."""
    accepted = {(each.rule, each.id) for each in loaded.accepted}
    return [
        each for each in problems if each.severity is Severity.ERROR or _key(each) not in accepted
    ]


def useless(problems: Sequence[Problem], loaded: Loaded) -> list[Problem]:
    """Return a warning for each acceptance of what is no warning of these.

    Args:
        problems: all that `check` says.  With an error, what is missing was not looked
            for, so a warning that is not there may come again.
        loaded: the data.
    """
    if not loaded.accepted:
        return []
    errors = {_key(each) for each in errors_of(problems)}
    warnings = {_key(each) for each in problems if each.severity is Severity.WARNING}
    found = []
    for index, each in enumerate(loaded.accepted):
        if (each.rule, each.id) in warnings or (errors and (each.rule, each.id) not in errors):
            continue
        if errors:
            message, hint = f"{_called(each)} is an error, and can't be accepted", "mend it"
        else:
            message = f"there is no warning {_called(each)} to accept"
            there = _others(each, problems)
            hint = f"there is one {there}: name that, or take it out" if there else "take it out"
        found.append(warning("accept", message, hint, **place_of(loaded, f"accept[{index}]")))
    return found


def _others(accepted: Acceptance, problems: Iterable[Problem]) -> str:
    """Return what has this warning in its place, if anything has."""
    records = [
        f'of "{shown(each.record)}"' if each.record else "without an id"
        for each in problems
        if each.rule == accepted.rule and each.severity is Severity.WARNING
    ]
    named = list(dict.fromkeys(records))
    more = " and others" if len(named) > _NAMED else ""
    return ", ".join(named[:_NAMED]) + more


def _key(problem: Problem) -> tuple[str, str | None]:
    return problem.rule, problem.record


def _called(accepted: Acceptance) -> str:
    return accepted.rule if accepted.id is None else f'{accepted.rule} of "{accepted.id}"'
