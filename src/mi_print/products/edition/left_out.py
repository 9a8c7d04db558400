"""Records that can't be made: what is wrong with each, and what is made without them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from mi_print.errors import InputError
from mi_print.problem import Problem, error, in_order

Item = TypeVar("Item")
Result = TypeVar("Result")

_MEND = "mend what is said of them, or make the others with --keep-going"


class RecordsError(InputError):
    """Some records of a series can't be made; it says nothing against the others.

    Attributes:
        wrong: what is wrong with each of them, by their numbers, from 0.
        last: whether there is nothing that the others could still fail at.
    """

    def __init__(self, wrong: Mapping[int, Sequence[Problem]], *, last: bool) -> None:
        """Keep what is wrong."""
        super().__init__(list(chain.from_iterable(wrong.values())))
        self.wrong = wrong
        self.last = last


@dataclass(frozen=True, slots=True)
class LeftOutRecord:
    """A record that is not made: what it is called, and what is wrong with it."""

    name: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What of a series is left out.

    Attributes:
        what: one of the records is, as in "badge" and "card of board-cards".
        made: how many of them are made.
        records: those that are not.
    """

    what: str
    made: int
    records: tuple[LeftOutRecord, ...]

    def __str__(self) -> str:
        """Return how many are made, and how many are not."""
        return f"{self._counted(self.made)}, {len(self.records):,} left out"

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the records, each problem once."""
        return in_order(chain.from_iterable(record.problems for record in self.records))

    def error(self) -> InputError:
        """Return what stops a run that must make all or none."""
        if not self.made:
            return InputError(self.problems)
        wrong, count = len(self.records), self.made + len(self.records)
        message = f"{wrong:,} of {self._counted(count)} can't be made, and so none is"
        return InputError([error("left-out", message, _MEND), *self.problems])

    def _counted(self, count: int) -> str:
        noun, space, of = self.what.partition(" ")
        return f"{count:,} {noun}{'' if count == 1 else 's'}{space}{of}"


def without_failing(
    items: Sequence[Item], make: Callable[[Sequence[Item]], Result], *, keep_going: bool
) -> tuple[Result | None, dict[int, Sequence[Problem]]]:
    """Return what is made of the items that can be made, and what is wrong with the others.

    What is made is as if the others had not been given.

    Args:
        items: what a series is made of.
        make: makes it, or raises a `RecordsError`.
        keep_going: whether what is made is wanted without the others; else it may be None.

    Raises:
        MiPrintError: what `make` raises besides, which is not one record's.
    """
    kept = list(range(len(items)))
    wrong: dict[int, Sequence[Problem]] = {}
    while kept:
        try:
            return make([items[number] for number in kept]), wrong
        except RecordsError as reason:
            wrong |= {kept[number]: problems for number, problems in reason.wrong.items()}
            kept = [number for number in kept if number not in wrong]
            if reason.last and not keep_going:
                break
    return None, wrong


def alone(
    items: Sequence[Item], typeset: Callable[[Sequence[Item]], object]
) -> dict[int, Sequence[Problem]]:
    """Return what is wrong with those items that can't be set alone, by their numbers.

    What does not fit may push all that follows to other pages, so that of items which were set
    together it can't be told whose page is wrong.

    Args:
        items: what could not be set together.
        typeset: sets some of them, or raises an `InputError`.
    """
    found: dict[int, Sequence[Problem]] = {}
    for number, item in enumerate(items):
        try:
            typeset([item])
        except InputError as reason:
            found[number] = reason.problems
    return found


def typeset_records(items: Sequence[Item], typeset: Callable[[Sequence[Item]], Result]) -> Result:
    """Return records as they are set together.

    Args:
        items: the records.
        typeset: sets some of them, or raises an `InputError`.

    Raises:
        RecordsError: some can't be set alone either.
        InputError: each can, or the same is wrong with all of several.
    """
    try:
        return typeset(items)
    except InputError as reason:
        wrong = alone(items, typeset)
        same = len({tuple(problems) for problems in wrong.values()}) == 1
        if wrong and not (same and len(wrong) == len(items) > 1):
            raise RecordsError(wrong, last=True) from reason
        raise
