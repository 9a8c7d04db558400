"""Where what is printed stands in the data, for problems of pages to name."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from mi_print.event.attendees.table import AttendeeTable
from mi_print.event.badges import Badge
from mi_print.event.load import Loaded
from mi_print.event.located_texts import spelled
from mi_print.event.text_places import TextPlaces
from mi_print.layout.checks.page_fault import PageFault
from mi_print.layout.text.name_characters import printable
from mi_print.problem import Place, Problem

_FIELDS = ("people[", "papers[")


@dataclass(frozen=True, slots=True)
class DataPlaces:
    """The texts of the data as it was loaded, and the list of attendees."""

    texts: TextPlaces = field(default_factory=TextPlaces)
    table: AttendeeTable | None = None

    @classmethod
    def of(cls, loaded: Loaded) -> "DataPlaces":
        """Return the places of loaded data; a search goes through all of it."""
        return cls(TextPlaces(loaded.texts), loaded.attendee_list.table)

    def problems(self, faults: Iterable[PageFault], file: str) -> list[Problem]:
        """Return faults of pages as problems of their records, or else of the layout's file."""
        return [fault.problem(self._fault(fault) or {"file": file}) for fault in faults]

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
        """Return a problem of a badge's page as one of the person's place in the data."""
        place = self.place(badge, problem.text)
        if not place or problem.page is None:
            return problem
        message = f"badge of {badge.name}, page {problem.page}: {problem.message}"
        instead: Place = {**place, "page": None, "box": None}
        return replace(problem, message=message, **instead)

    def of_text(self, problem: Problem) -> Problem:
        """Return a problem with the place of the text that it is about, if it has one."""
        if not problem.text:
            return problem
        found = next((each.place for each in self.texts.all if each.value == problem.text), None)
        return replace(problem, **found) if found else problem

    def _fault(self, fault: PageFault) -> Place:
        places = (self.texts.find(text, around) for text, *around in fault.texts)
        found = next(filter(None, places), None)
        return {"file": found.file, "line": found.line, "column": found.column} if found else {}

    def _in_the_program(self, wanted: str) -> Place:
        for text in self.texts.all:
            if text.value == wanted and text.field.startswith(_FIELDS):
                return text.place
        return {}

    def _in_the_list(self, badge: Badge, text: str) -> Place:
        if self.table is None:
            return {}
        ids: Collection[str] = {badge.id, badge.registration or badge.id}
        for row in self.table.rows():
            values = self.table.values(row)
            if values.get("id") in ids and printable(spelled(values.get("name", ""))) == badge.name:
                columns = [name for name, value in values.items() if spelled(value) == text]
                if not text or columns:
                    return self.table.at(row, columns[0] if text else "name")
        return {}
