"""Where what is printed stands in the data, for problems of pages to name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from mi_print.event.attendees.read_list import AttendeeList
from mi_print.event.badges import Badge
from mi_print.event.load import Loaded
from mi_print.event.model import Attendee
from mi_print.event.text_places import TextPlaces
from mi_print.layout.checks.page_fault import PageFault
from mi_print.problem import Place, Problem
from mi_print.processes.packed import Packed
from mi_print.source.csv_cells import CsvRow
from mi_print.source.wording import shown

_FIELDS = ("people[", "papers[", "authors[")


@dataclass(frozen=True)
class DataPlaces:
    """The texts of the data as it was loaded, and the list of attendees."""

    texts: TextPlaces = field(default_factory=TextPlaces)
    listed: Packed[AttendeeList] = field(default_factory=lambda: Packed(AttendeeList()))

    @classmethod
    def of(cls, loaded: Loaded) -> "DataPlaces":
        """Return the places of loaded data; a search goes through all of it."""
        return cls(loaded.text_places, Packed(loaded.attendee_list))

    def problems(self, faults: Iterable[PageFault], file: str) -> list[Problem]:
        """Return faults of pages as problems of their records, or else of the layout's file."""
        return [fault.problem(self._first(fault.texts) or {"file": file}) for fault in faults]

    def of_record(self, texts: Iterable[str]) -> Place:
        """Return the place of the first of a record's texts that stands in the data."""
        texts = tuple(texts)
        return self._first((text, " ".join(texts)) for text in texts)

    def place(self, badge: Badge, text: str = "") -> Place:
        """Return the place fields of a problem with somebody's name; none for a blank badge.

        Args:
            badge: whose.
            text: another text of the same person, whose place it is if it is found.
        """
        if badge.blank:
            return {}
        found = self._in_the_list(badge, text) or self._in_the_program(text or badge.name)
        return found or (self.place(badge) if text else {})

    def naming(self, badge: Badge, problem: Problem) -> Problem:
        """Return a problem of a badge, with the side that it is on, as one of the person's place.

        What is wrong in a line of a template stays there.
        """
        place = self.place(badge, problem.text)
        if not place or (problem.page is None and problem.line):
            return problem
        side = f", side {problem.page}" if problem.page else ""
        message = f"badge of {shown(badge.name)}{side}: {problem.message}"
        instead: Place = {**place, "page": None, "box": None}
        return replace(problem, message=message, **instead)

    def of_text(self, problem: Problem) -> Problem:
        """Return a problem with the place of the text that it is about, if it has one."""
        if not problem.text:
            return problem
        found = next((each.place for each in self.texts.all if each.value == problem.text), None)
        return replace(problem, **found) if found else problem

    def _first(self, texts: Iterable[Sequence[str]]) -> Place:
        """Return where the first text stands that the data has; each comes with those around."""
        places = (self.texts.find(text, around) for text, *around in texts)
        found = next(filter(None, places), None)
        return {"file": found.file, "line": found.line, "column": found.column} if found else {}

    def _in_the_program(self, wanted: str) -> Place:
        for text in self.texts.all:
            if text.value == wanted and text.field.startswith(_FIELDS):
                return text.place
        return {}

    def _in_the_list(self, badge: Badge, text: str) -> Place:
        table = self.listed.value.table
        attendee, row = self._attendees.get(badge.registration or badge.id, (None, None))
        if table is None or row is None or attendee is None or attendee.name != badge.name:
            return {}
        fields = [field for field, value in attendee if value == text]
        return table.at(row, fields[0] if text else "name") if fields or not text else {}

    @cached_property
    def _attendees(self) -> Mapping[str, tuple[Attendee, CsvRow]]:
        """The attendees by their ids, with their rows."""
        listed = self.listed.value
        rows = zip(listed.rows, listed.table.rows() if listed.table else (), strict=False)
        return {each.id: (each, row) for each, row in rows if isinstance(each, Attendee)}
