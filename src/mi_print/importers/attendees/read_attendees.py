"""A table of registrations as attendees: who comes, cleaned, and what was left out."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import NamedTuple

from mi_print.event.collation import letters
from mi_print.event.model import Role, RoleTable
from mi_print.event.names.folding import folded
from mi_print.importers.attendees.attendee_format import AttendeeFormat
from mi_print.importers.attendees.missing_columns import missing_columns
from mi_print.importers.attendees.person_names import changed, put_right
from mi_print.importers.attendees.typed_values import UNASSIGNED, loud, raised, says_nothing
from mi_print.importers.clean_text import clean, formula
from mi_print.importers.files.export_table import ExportRow, ExportTable
from mi_print.importers.merging.record import DataRecord
from mi_print.problem import Problem, errors_of, warning
from mi_print.source.wording import shown

_FORMULA = re.compile(r"=|[+@-](?=.*[(|!])|[\t\r]")
"""How a cell begins that a spreadsheet would run."""
_NO_ID = re.compile(r"[^A-Za-z0-9._-]+")
_WORDS = re.compile(r"[a-z0-9]+")
_ASSIGN = "assign them where they were sold, and export again; a buyer's name is never taken"
_MOST = 12  # lines that a message names
_LONGEST_ID = 80
_NAMES = ("name", "given", "family", "affiliation")

Get = Callable[[Sequence[str]], str]


class ReadAttendees(NamedTuple):
    """The rows of `attendees.csv`, the line of each in the file, and what is said of it."""

    records: list[DataRecord]
    lines: list[int]
    problems: list[Problem]


@dataclass
class _LeftRows:
    """Lines that are no attendee, by why."""

    states: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    unknown: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    unassigned: list[int] = field(default_factory=list)
    seats: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    """By orders and names: the lines of all tickets that are under one name."""
    tickets: Counter[str] = field(default_factory=Counter)
    """Types that are no role, which leaves nobody out."""


class _Reader:
    """The cells of a table by what a format says of its columns."""

    def __init__(self, table: ExportTable, form: AttendeeFormat, kept: Sequence[str]) -> None:
        self._places = table.places
        self.fields = {name: self.first(*columns) for name, columns in form.fields.items()}
        self.status = self.first(form.status) if form.status.casefold() in self._places else None
        self.quantity, self.ticket = self.first(form.quantity), self.first(*form.ticket)
        self.email, self.order = self.first(*form.email), self.first(*form.order)
        self.kept = {column: self.first(column) for column in kept}
        self._id = [self.first(column) for column in form.id]

    def first(self, *columns: str) -> Get:
        """Return what gets the first filled cell of these columns."""
        found = [self._places[each] for each in map(str.casefold, columns) if each in self._places]
        if not found:
            return lambda _: ""
        if len(found) == 1:
            only = found[0]
            return lambda cells: cells[only]
        return lambda cells: next((cells[at] for at in found if cells[at]), "")

    def id(self, cells: Sequence[str]) -> str:
        """Return the id that the export gives, written as ids are."""
        parts = filter(None, (get(cells) for get in self._id))
        return _NO_ID.sub("-", "-".join(parts)).strip("-")[:_LONGEST_ID]


def read_attendees(
    table: ExportTable, form: AttendeeFormat, roles: RoleTable, kept: Sequence[str] = ()
) -> ReadAttendees:
    """Return who comes by a table of this format.

    Args:
        table: with its columns called as the format calls them.
        form: the format.
        roles: those of the event, with the types of tickets that are theirs.
        kept: columns of the table that the list has too.
    """
    reader, left = _Reader(table, form, kept), _LeftRows()
    records: list[DataRecord] = []
    lines: list[int] = []
    problems = [*missing_columns(table, form)]
    if errors_of(problems):
        return ReadAttendees([], [], problems)
    seen: dict[tuple[str, str], int] = {}
    ids: Counter[str] = Counter()
    for row in table.rows:
        cells, line = row
        if not _comes(reader, form, row, left):
            continue
        record, said = _person(reader, row, table.file)
        problems += said
        if not record.get("name"):
            left.unassigned.append(line)
            continue
        key = reader.email(cells).casefold(), folded(record["name"])
        order = reader.order(cells)
        seats = left.seats.setdefault((order, record["name"]), []) if order else []
        seats.append(line)
        if len(seats) > 1:
            continue
        if key[0] and (before := seen.setdefault(key, line)) != line:
            message = f'"{shown(record["name"])}" of line {before} is here again, with one address'
            hint = "the first counts, and this row is left out"
            problems.append(warning("same-person", message, hint, file=table.file, line=line))
            continue
        if role := _role(reader.ticket(cells), roles, left):
            record["role"] = role
        named = reader.id(cells) or _named_id(record["name"])
        ids[named] += 1
        record["id"] = named if ids[named] == 1 else f"{named}-{ids[named]}"
        records.append({**record})
        lines.append(line)
    problems += _said(left, table, form)
    if not records:
        message = "nobody in this list comes"
        problems.append(warning("empty", message, "see the other problems", file=table.file))
    return ReadAttendees(records, lines, problems)


def _comes(reader: _Reader, form: AttendeeFormat, row: ExportRow, left: _LeftRows) -> bool:
    """Tell whether somebody comes by the state of the row, and note tickets without a name."""
    if reader.status:
        state = reader.status(row.cells)
        if state.casefold() not in form.comes:
            known = state.casefold() in form.stays
            (left.states if known else left.unknown)[state].append(row.line)
            return False
    quantity = reader.quantity(row.cells)
    if quantity.isascii() and quantity.isdigit() and len(quantity) < 4:  # noqa: PLR2004 - a count
        left.unassigned += [row.line] * (int(quantity) - 1)
    return True


def _person(reader: _Reader, row: ExportRow, file: str) -> tuple[dict[str, str], list[Problem]]:
    """Return the fields of one row, cleaned, without id and role."""
    values = {name: get(row.cells) for name, get in reader.fields.items()}
    problems: list[Problem] = []
    for name, value in values.items():
        if _FORMULA.match(value):
            problems.append(formula(value, file, row.line))
        if name in _NAMES and says_nothing(value):
            values[name] = ""
            if value.casefold() != UNASSIGNED:
                message = f'"{shown(value)}" says nothing: {name} is left out'
                problems.append(warning("placeholder", message, file=file, line=row.line))
            continue
        values[name], notes = clean(value, name=name in _NAMES)
        problems += [warning(*said, file=file, line=row.line) for said in changed(notes)]
    right, notes = put_right(values)
    right = raised(right, notes)
    problems += [warning(*said, file=file, line=row.line) for said in changed(notes)]
    for said in loud(values.get("affiliation", "")):
        problems.append(warning(*said, file=file, line=row.line))
    values |= right._asdict()
    values |= {column: get(row.cells) for column, get in reader.kept.items()}
    return {name: value for name, value in values.items() if value}, problems


def _role(ticket: str, roles: RoleTable, left: _LeftRows) -> str:
    """Return the role that a ticket gives; nothing for that of everybody."""
    if not ticket:
        return ""
    role = roles.of_ticket(ticket)
    if role is None:
        left.tickets[ticket] += 1
    return role if role and role != Role.ATTENDEE else ""


def _named_id(name: str) -> str:
    """Return an id for somebody to whom the export gives none, the same in every export."""
    words = _WORDS.findall(letters(name))
    return "-".join(words)[:_LONGEST_ID] or f"n-{blake2b(name.encode(), digest_size=5).hexdigest()}"


def _said(left: _LeftRows, table: ExportTable, form: AttendeeFormat) -> Iterator[Problem]:
    for states, known in ((left.states, True), (left.unknown, False)):
        for state, lines in states.items():
            many = "1 row is" if len(lines) == 1 else f"{len(lines)} rows are"
            message = f'{many} left out, with "{shown(state)}" in the column {form.status}'
            comes = ", ".join(sorted(filter(None, form.comes)))
            hint = "" if known else f"if they come, write in its place one of: {comes}"
            yield warning("not-coming", message, hint, file=table.file, line=lines[0])
    if left.unassigned:
        count = len(left.unassigned)
        many = (
            "1 ticket has no name of its own, and no badge"
            if count == 1
            else f"{count} tickets have no names of their own, and no badges"
        )
        message = f"{many}: {_lines(left.unassigned)}"
        yield warning("unassigned", message, _ASSIGN, file=table.file, line=left.unassigned[0])
    for (order, name), lines in left.seats.items():
        if len(lines) > 1:
            message = (
                f'{len(lines)} seats of order {shown(order)} are under one name, "{shown(name)}": '
                f"one badge; the others have no name yet ({_lines(lines)})"
            )
            yield warning("unassigned", message, _ASSIGN, file=table.file, line=lines[0])
    if left.tickets:
        listed = [f'"{shown(name)}" ({count})' for name, count in left.tickets.most_common(_MOST)]
        more = ", …" if len(left.tickets) > _MOST else ""
        message = (
            f"these ticket types are no role, so who has one is an attendee: {', '.join(listed)}"
        )
        types = ", ".join(f'"{name}"' for name, _ in left.tickets.most_common(_MOST))
        hint = (
            "say once whose they are, under roles in data/workshop.yaml: "
            f"attendee: {{tickets: [{types}]}}, or the same under another role"
        )
        yield warning("ticket", message + more, hint, file=table.file)


def _lines(lines: Sequence[int]) -> str:
    found = list(dict.fromkeys(map(str, lines)))
    more = f" and {len(found) - _MOST} more" if len(found) > _MOST else ""
    return f"{'line' if len(found) == 1 else 'lines'} {', '.join(found[:_MOST])}{more}"
