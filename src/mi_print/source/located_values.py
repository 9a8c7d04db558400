"""The plain values of a YAML or CSV file, each with its line and column."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from mi_print.problem import Place, Problem, error

MAX_VALUES = 1_000_000  # 100,000 authors with every column of theirs
TOO_MANY = (f"a data file has {MAX_VALUES:,} values at most", "see whether this is the right file")
"""Message and hint of a file with more."""

Location = tuple[str | int, ...]
"""The keys and 0-based indices that lead to a value from the top of the file."""


class Position(NamedTuple):
    """A 1-based line and a 1-based column, counted in characters."""

    line: int
    column: int


class SourceText(NamedTuple):
    """A text of a file: where it stands, and the id of the innermost mapping with one around it."""

    value: str
    location: Location
    place: Position | None
    record: str | None


@dataclass
class Source:
    """The value of a file, the places of its values and keys, and its problems.

    Attributes:
        file: the name by which problems call the file.
        value: mappings, lists, text, numbers and truth values; `None` where the
            file could not be read.
        typed: whether the file tells numbers from text, as YAML does and CSV
            does not.
        values: the place of each value.
        keys: the place of each key, by the location of its value.
        refused: the locations that already have a problem, and it; they get no
            second one, and the values there mean nothing.
        problems: of the syntax.
    """

    file: str
    value: object = None
    typed: bool = True
    values: dict[Location, Position] = field(default_factory=dict)
    keys: dict[Location, Position] = field(default_factory=dict)
    refused: dict[Location, Problem] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, location: Location) -> Position | None:
        """Return the place of a value.

        A key that is missing has the place of the mapping it should be in.
        """
        ways = (location[:end] for end in range(len(location), -1, -1))
        return next((self.values[way] for way in ways if way in self.values), None)

    def at(self, location: Location, *, key: bool = False) -> Place:
        """Return a problem's place fields for a value, or for its key."""
        place = self.keys.get(location) if key else None
        place = place or self.place(location)
        found: Place = {"file": self.file}
        if place is not None:
            found |= {"line": place.line, "column": place.column}
        if record := self.record(location):
            found["record"] = record
        return found

    def record(self, location: Location) -> str | None:
        """Return the id of the innermost mapping with an id that a value stands in."""
        value, found = self.value, None
        for step in location:
            if isinstance(value, dict):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                break
            if isinstance(value, dict) and isinstance(value.get("id"), str):
                found = value["id"]
        return found

    def note(self, rule: str, message: str, hint: str, place: Position) -> None:
        """Note an error at a place that no value may have."""
        self.problems.append(
            error(rule, message, hint, file=self.file, line=place.line, column=place.column)
        )

    def refuse(self, location: Location, rule: str, message: str, hint: str) -> None:
        """Note an error at a value, which then means nothing."""
        self.refused[location] = error(rule, message, hint, **self.at(location))
        self.problems.append(self.refused[location])

    def refuse_whole(self, location: Location, rule: str, message: str, hint: str) -> None:
        """Note an error at a list or mapping in place of all those at what stands in it."""
        inner = {each for each in self.refused if each[: len(location)] == location}
        ids = {id(self.refused.pop(each)) for each in inner}
        self.problems = [each for each in self.problems if id(each) not in ids]
        self.refuse(location, rule, message, hint)

    def refuses(self, location: Location) -> bool:
        """Tell whether this value, or one that it stands in, was refused."""
        return any(location[:end] in self.refused for end in range(len(location) + 1))

    def texts(self) -> list[SourceText]:
        """Return each text that was not refused, in the order of the file."""
        found: list[SourceText] = []
        self._add_texts(SourceText("", (), self.values.get(()), None), self.value, found)
        return found

    def _add_texts(self, above: SourceText, value: object, found: list[SourceText]) -> None:
        """Add the texts of a value; there may be a million, so nothing is done for each twice."""
        _, location, place, record = above
        if location in self.refused:
            return
        if isinstance(value, str):
            found.append(SourceText(value, location, place, record))
        inside: Iterable[tuple[str | int, object]] = ()
        if isinstance(value, dict):
            inside = value.items()
            if isinstance(identifier := value.get("id"), str):
                record = identifier
        elif isinstance(value, list):
            inside = enumerate(value)
        for step, inner in inside:
            way = (*location, step)
            here = self.values.get(way, place)
            if isinstance(inner, str) and not self.refused:
                found.append(SourceText(inner, way, here, record))
            elif isinstance(inner, str | dict | list):
                self._add_texts(SourceText("", way, here, record), inner, found)


def written(location: Location) -> str:
    """Return a location as people write it: `people[3].name`, counted from 0."""
    steps = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in location]
    return "".join(steps).removeprefix(".")
