"""Where somebody with a badge stands in the data, for problems to name."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from mi_print.event.badges import Badge
from mi_print.event.load import Loaded
from mi_print.event.located_texts import spelled
from mi_print.problem import Place, Problem

_FIELDS = ("people[", "papers[")


@dataclass(frozen=True, slots=True)
class DataPlaces:
    """The data as it was loaded; a search goes through all of it."""

    loaded: Loaded

    def place(self, badge: Badge) -> Place:
        """Return the place fields of a problem with somebody's name; none for a blank badge."""
        if badge.blank:
            return {}
        return self._in_the_list(badge) or self._in_the_program(badge)

    def naming(self, badge: Badge, problem: Problem) -> Problem:
        """Return a problem of a badge's page as one of the person's place in the data."""
        place = self.place(badge)
        if not place or problem.page is None:
            return problem
        message = f"badge of {badge.name}, page {problem.page}: {problem.message}"
        instead: Place = {**place, "page": None, "box": None}
        return replace(problem, message=message, **instead)

    def _in_the_program(self, badge: Badge) -> Place:
        for text in self.loaded.texts:
            if text.value == badge.name and text.field.startswith(_FIELDS):
                return text.place
        return {}

    def _in_the_list(self, badge: Badge) -> Place:
        table = self.loaded.attendee_list.table
        if table is None:
            return {}
        ids: Collection[str] = {badge.id, badge.registration or badge.id}
        for row in table.rows():
            values = table.values(row)
            if values.get("id") in ids and spelled(values.get("name", "")) == badge.name:
                return table.at(row, "name")
        return {}
