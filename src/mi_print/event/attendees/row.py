"""One row of the list as an attendee or as what can be read of it, and its odd spellings."""

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from mi_print.event.attendees.spelling import in_capitals, without_capitals
from mi_print.event.attendees.table import COLUMNS, NEEDED, AttendeeTable
from mi_print.event.model import Attendee
from mi_print.event.text_checks.all_texts import notes
from mi_print.event.text_checks.one_name import one_name
from mi_print.problem import Problem, error, warning
from mi_print.source.csv_cells import CsvRow
from mi_print.source.validate import validate
from mi_print.source.wording import shown

_NAMES = ("name", "given", "family")
_TEXTS = (*_NAMES, "affiliation", "pronouns", "url")


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row with an error: no badge is made from it.

    Attributes:
        line: where it begins in the file, from 1.
        values: what it says in our columns and can be read.
        unread: our columns of which it is not known what it says.
        problems: its errors, and its warnings.
    """

    line: int
    values: Mapping[str, object]
    unread: frozenset[str]
    problems: tuple[Problem, ...]

    @property
    def id(self) -> str | None:
        """The id that it gives; if it is given twice, another row has it too."""
        return self._text("id")

    @property
    def name(self) -> str | None:
        """The name that it gives."""
        return self._text("name")

    def _text(self, column: str) -> str | None:
        value = self.values.get(column)
        return None if value is None else str(value)


def person(
    table: AttendeeTable, row: CsvRow, values: dict[str, str]
) -> tuple[Attendee | RejectedRow, list[Problem]]:
    """Return a row as an attendee, or as a rejected one, and its problems."""
    word = values.get("role")
    role = table.roles.find(word) if word and table.roles else word
    try:
        found = Attendee.model_validate(values | {"role": role} if role else values)
    except ValidationError:
        found = None
    if found is None or (word and not role):
        shaped = validate(table.source(row), Attendee)  # the same errors, with places
        problems = list(shaped.problems)
        read = {str(location[0]): value for location, value in shaped.parts.items()} | {
            "role": role
        }
        if word and table.roles and not role:
            message, hint = f'no role is called "{shown(word)}"', table.roles.cure(word)
            problems.append(error("unknown-role", message, hint, **table.at(row, "role")))
        read = {name: value for name, value in read.items() if value is not None}
        unread = frozenset({*values, *NEEDED} - read.keys())
        return RejectedRow(row.line, read, unread, tuple(problems)), problems
    # The sets of 200,000 people would take 150 MB, and all but a few are alike.
    object.__setattr__(found, "__pydantic_fields_set__", _one_set(tuple(values)))
    return found, []


def unreadable_row(row: CsvRow, problem: Problem) -> RejectedRow:
    """Return a row whose cells can't be told apart."""
    return RejectedRow(row.line, {}, frozenset(COLUMNS), (problem,))


def rejected_attendee(attendee: Attendee, line: int, problems: Iterable[Problem]) -> RejectedRow:
    """Return an attendee as a rejected row: all of it can be read, and yet it is no badge."""
    values = {name: value for name, value in attendee if value is not None}
    return RejectedRow(line, values, frozenset(), tuple(problems))


@functools.cache
def _one_set(names: tuple[str, ...]) -> set[str]:
    return set(names)


def oddities(table: AttendeeTable, row: CsvRow, values: dict[str, str]) -> Iterator[Problem]:
    """Yield a warning for spoiled text, for several names in one, and for names in capitals."""
    for column in _TEXTS if table.suspect else ("name",):
        text = values.get(column)
        if text is None:
            continue
        found = list(notes(text, name=column != "pronouns")) if table.suspect else []
        if column == "name" and not found and (several := one_name(text)):
            found = [several]
        for note in found:
            yield warning(*note.said, **table.at(row, column))
    if loud := [each for each in _NAMES if values.get(each, "").isupper() and _loud(each, values)]:
        first, *more = [(each, shown(without_capitals(values[each]))) for each in loud]
        message = f'"{shown(values[loud[0]])}" is all in capitals'
        also = "".join(f', {each} "{name}"' for each, name in more)
        hint = f'see whether it should be "{first[1]}"{also}'
        yield warning("capitals", message, hint, **table.at(row, loud[0]))


def _loud(column: str, values: dict[str, str]) -> bool:
    """Tell whether a name is in capitals; "Ada LOVELACE" is how some write a family name."""
    text, name = values.get(column, ""), values.get("name", "")
    return in_capitals(text) and (in_capitals(name) or text not in name)
