"""One file of the data, as records that others are merged into."""

from collections.abc import Collection, Sequence
from typing import Protocol

from mi_print.event.attendees.row import person
from mi_print.event.attendees.table import table_of
from mi_print.event.json_schema import MODELS
from mi_print.importers.merging.attendees_file import attendees_csv, read_attendees_file
from mi_print.importers.merging.record import DataRecord
from mi_print.problem import Problem, errors_of
from mi_print.source.validate import validate

ATTENDEES = "attendees"
_ORDER = {"program.sessions": ("day", "start")}
"""For a list the fields by which new records stand among the others."""
_NAMED = {"workshop.sponsors": "name", "workshop.groups": "heading"}
"""Lists of items without ids, and the field by which each is known."""


class MergedFile(Protocol):
    """One file of the data that records are merged into."""

    problems: list[Problem]

    def unlike(self, part: str, fields: Sequence[str]) -> list[Problem]:
        """Return what of it has another shape than what is merged into it."""

    def records(self, part: str, fields: Sequence[str]) -> list[DataRecord] | None:
        """Return those of a list, or the fields of the file itself; `None` if it is not there."""

    def put(self, part: str, records: Sequence[DataRecord]) -> None:
        """Put records in the place of those that there are."""

    def remove(self, part: str, ids: Collection[str]) -> None:
        """Take records with these ids out of a list."""

    def text(self) -> str:
        """Return the file."""

    def check(self) -> list[Problem]:
        """Return the errors of the file as it would be."""


def merged_file(name: str, data: bytes | None, file: str) -> MergedFile:
    """Return a file of the data as it is; of one that is not there, an empty one."""
    return (_AttendeesFile if name == ATTENDEES else _Yaml)(name, data, file)


class _AttendeesFile:
    """The list of attendees."""

    def __init__(self, _: str, data: bytes | None, file: str) -> None:
        self._file = file
        found = read_attendees_file(data, file) if data is not None else []
        self.problems = [each for each in found if isinstance(each, Problem)]
        rows = [each for each in found if not isinstance(each, Problem)]
        self._records = None if data is None else rows

    def records(self, _: str, __: Sequence[str]) -> list[DataRecord] | None:
        return self._records

    def unlike(self, _: str, __: Sequence[str]) -> list[Problem]:
        return []

    def put(self, _: str, records: Sequence[DataRecord]) -> None:
        self._records = list(records)

    def remove(self, _: str, ids: Collection[str]) -> None:
        self._records = [each for each in self._records or () if each["id"] not in ids]

    def text(self) -> str:
        return attendees_csv(self._records or ())

    def check(self) -> list[Problem]:
        table, problems = table_of(self.text(), self._file, None)
        rows = (person(table, row, table.values(row))[1] for row in table.rows()) if table else ()
        return errors_of([*problems, *(problem for each in rows for problem in each)])


class _Yaml:
    """A file in YAML."""

    def __init__(self, name: str, data: bytes | None, file: str) -> None:
        from mi_print.importers.merging.yaml_file import YamlFile  # noqa: PLC0415 - few imports need it

        self._name, self._file = name, file
        self._there = data is not None
        self._yaml: YamlFile = YamlFile((data or b"").decode("utf-8-sig", "replace"), file)
        self._before: DataRecord = {}
        self.problems = self._yaml.problems

    def unlike(self, part: str, fields: Sequence[str]) -> list[Problem]:
        return list(self._yaml.unlike(part.split(".")[1:], fields))

    def records(self, part: str, fields: Sequence[str]) -> list[DataRecord] | None:
        _, *path = part.split(".")
        if not self._there:
            return None
        if path:
            return self._yaml.records(path, _NAMED.get(part, "id"))
        self._before = {"id": part, **self._yaml.fields(fields)}
        return [self._before]

    def put(self, part: str, records: Sequence[DataRecord]) -> None:
        self._there = True
        _, *path = part.split(".")
        if path:
            order, key = _ORDER.get(part, ()), _NAMED.get(part, "id")
            self._yaml.put_records(path, records, order, key)
        else:
            self._yaml.put_fields(self._before, records[0])

    def remove(self, part: str, ids: Collection[str]) -> None:
        self._yaml.remove(part.split(".")[1:], ids)

    def text(self) -> str:
        return self._yaml.text()

    def check(self) -> list[Problem]:
        _, source = self._yaml.read_back()
        return errors_of(validate(source, MODELS[self._name]).problems)
