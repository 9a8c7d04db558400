"""Problems in the order in which they are said: causes first, many of one rule in one group.

Grouping makes plain values; `terminal` draws them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mi_print.problem import Problem, Severity, in_order

MOST = 5
"""So many problems of one rule are said each by itself; more are a group."""
MOST_LISTED = 1000
"""So many problems of one rule are listed where each is said; more are counted."""
_KINDS = 3  # of a group, so many are said as examples

_STEPS = (
    "missing missing-file wrong-name two-files outside unreadable size encoding empty X-READ",
    "syntax documents nesting alias tag surprise duplicate-key cells unknown-column",
    "missing-key unknown-key value",
)
"""Rules whose faults cause others: of the files, of their form, of their values.

What is in a file that can't be read is unknown; so is what a missing column would say, or
an item that does not fit.  References and all other rules come after them.
"""
_RANKS = {rule: rank for rank, rules in enumerate(_STEPS) for rule in rules.split()}
_VARIABLE = re.compile(r'"[^"]*"|“[^”]*”|\d+')


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """Problems of one rule and one severity that are said together; often only one."""

    problems: tuple[Problem, ...]

    @property
    def severity(self) -> Severity:
        """Whether they are errors or warnings."""
        return self.problems[0].severity

    @property
    def rule(self) -> str:
        """What they break."""
        return self.problems[0].rule

    @property
    def kinds(self) -> list[Problem]:
        """The first problem for each remedy: remedies that differ in what they quote are one."""
        found: dict[str, Problem] = {}
        for problem in self.problems:
            found.setdefault(_VARIABLE.sub("", problem.hint or problem.message), problem)
        return list(found.values())[:_KINDS]

    @property
    def places(self) -> str:
        """The first places; a file is named once."""
        return places(self.problems)


def grouped(problems: Iterable[Problem], *, every: bool = False) -> list[ProblemGroup]:
    """Return the problems, each once, in the order in which they are said.

    Args:
        problems: in any order.
        every: whether each is said by itself, however many there are of its rule.
    """
    ordered = sorted(in_order(problems), key=_cause)
    if every:
        return [ProblemGroup((problem,)) for problem in listed(ordered)]
    together: dict[tuple[Severity, str], list[Problem]] = {}
    for problem in ordered:
        together.setdefault((problem.severity, problem.rule), []).append(problem)
    groups: list[ProblemGroup] = []
    for problem in ordered:
        same = together[problem.severity, problem.rule]
        if len(same) <= MOST:
            groups.append(ProblemGroup((problem,)))
        elif problem is same[0]:
            groups.append(ProblemGroup(tuple(same)))
    return groups


def listed(problems: Iterable[Problem]) -> list[Problem]:
    """Return the first thousand problems of each rule; after these, one that counts the rest."""
    found: list[Problem] = []
    counts: Counter[tuple[Severity, str]] = Counter()
    for problem in problems:
        counts[problem.severity, problem.rule] += 1
        if counts[problem.severity, problem.rule] <= MOST_LISTED:
            found.append(problem)
    for (severity, rule), count in counts.items():
        if count > MOST_LISTED:
            message = f"{count - MOST_LISTED:,} more of these are not listed"
            found.append(Problem(severity, rule, message, "mend the others first"))
    return found


def places(problems: Sequence[Problem], most: int = MOST) -> str:
    """Return where the first of these problems are, in one line."""
    found: dict[str, None] = {}
    file: str | None = None
    for problem in problems:
        if len(found) == most:
            break
        alone = problem.place if problem.file != file else problem.place_in_file
        file = problem.file
        if alone:
            found.setdefault(alone)
    return ", ".join(found)


def _cause(problem: Problem) -> tuple[int, bool]:
    """Return by what problems are sorted before their places: causes first, then errors."""
    return _RANKS.get(problem.rule, len(_STEPS)), problem.severity is not Severity.ERROR
