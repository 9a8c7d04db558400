"""Which rows are somebody of the program: what is decided, and what is said of it."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from mi_print.event.attendees.table import AttendeeTable
from mi_print.event.model import APART, Attendee
from mi_print.event.names.folding import folded
from mi_print.event.names.identities import Decision, KnownPerson, Match, decisions
from mi_print.problem import Problem, error, warning
from mi_print.source.csv_cells import CsvRow
from mi_print.source.wording import nearest, shown


class KnownPeople(NamedTuple):
    """Who has a badge, or may have one, without standing in the list.

    Attributes:
        people: the people, and the authors of spotlights.
        whole: whether that is all; if not, an unknown id may be that of somebody.
    """

    people: tuple[KnownPerson, ...] = ()
    whole: bool = True


class _Candidate(NamedTuple):
    number: int
    row: CsvRow
    attendee: Attendee


class WhoIsWho:
    """Gathers the rows that may be somebody of the program, and says who they are."""

    def __init__(self, table: AttendeeTable, program: KnownPeople) -> None:
        """Begin with the people of the program."""
        self._table = table
        self._program = program
        self._ids = {each.id for each in program.people}
        self._names = {folded(each.name) for each in program.people}
        self._candidates: list[_Candidate] = []

    def note(self, number: int, row: CsvRow, attendee: Attendee) -> None:
        """Remember a row, by its number, if it may be somebody."""
        named = attendee.id in self._ids or attendee.same_as
        if named or (self._names and folded(attendee.name) in self._names):
            self._candidates.append(_Candidate(number, row, attendee))

    def said(self, ids: Collection[str]) -> Iterator[tuple[_Candidate, Problem]]:
        """Yield what is said of rows; an error stops the row's badge.

        Args:
            ids: those of all rows.
        """
        rows = {each.attendee.id: each for each in self._candidates}
        found = decisions(self._program.people, (each.attendee for each in self._candidates))
        for decision in found:
            candidate = rows[decision.attendee.id]
            if problem := self._problem(decision, candidate.row, ids):
                yield candidate, problem

    def _problem(self, decision: Decision, row: CsvRow, ids: Collection[str]) -> Problem | None:
        if decision.match is Match.UNKNOWN:
            return self._unknown(decision.attendee, row, ids) if self._program.whole else None
        if decision.match in {Match.TAKEN, Match.CLASH}:
            return self._wrong(decision, row)
        if found := _said_of(decision):
            return warning("same-person", *found, **self._table.at(row, "name"))
        return None

    def _wrong(self, decision: Decision, row: CsvRow) -> Problem:
        attendee, match, (known, *_) = decision
        person = f'"{shown(known.name)}" of {known.place}'
        if match is Match.TAKEN:
            message = f"another row is {person} already, and nobody has two badges"
            hint = f'take one of the rows out, or write "{APART}" in its column same_as'
        else:
            message = f'the id "{attendee.id}" is that of {person}, and same_as says "{APART}"'
            hint = "give the row another id"
        return error("same-as", message, hint, **self._table.at(row, "id"))

    def _unknown(self, attendee: Attendee, row: CsvRow, ids: Collection[str]) -> Problem:
        wanted = attendee.same_as or ""
        place = self._table.at(row, "same_as")
        hint = f'write the id of one of the people of data/workshop.yaml, or "{APART}"'
        if wanted == attendee.id:
            return error("same-as", "same_as names the row itself", hint, **place)
        if wanted in ids:
            message = f'"{wanted}" is another row, and two registrations are never made one'
            return error("same-as", message, "take one of the rows out", **place)
        message = f'nobody of the program has the id "{wanted}"'
        return error("unknown-person", message, nearest(wanted, self._ids) or hint, **place)


def _said_of(decision: Decision) -> tuple[str, str] | None:
    """Return message and hint for what was decided by the name, or against it."""
    attendee, match, known = decision
    name = f'"{shown(attendee.name)}"'
    first = known[0]
    person = f'"{shown(first.name)}" of {first.place}'
    if match is Match.ID and folded(first.name) != folded(attendee.name):
        message = f"{name} has the id of {person}: one badge, with the name there"
        return message, "give the row another id if they are two people"
    if match is Match.NAME:
        message = f"{name} is taken for {person}: one badge"
        hint = f'"{first.id}" in the column same_as says that it is right, "{APART}" parts them'
        return message, hint
    if match is Match.OTHER_AFFILIATION:
        there = f'"{shown(first.affiliation)}" there and "{shown(attendee.affiliation)}" here'
        message = f"{name} has the name of {person}, but {there}: two badges"
        hint = f'"{first.id}" in the column same_as joins them, "{APART}" says that it is right'
        return message, hint
    if match is Match.SEVERAL:
        people = " or ".join(f'"{each.id}" of {each.place}' for each in known)
        message = f"{name} may be {people}: a badge of its own"
        return message, f'write one of these ids, or "{APART}", in the column same_as'
    return None
