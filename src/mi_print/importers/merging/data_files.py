"""The data files of a project, as an import finds and leaves them."""

from collections.abc import Sequence
from pathlib import Path

from mi_print.event.attendees.read_list import MAX_BYTES
from mi_print.event.attendees.row import person
from mi_print.event.attendees.table import table_of
from mi_print.event.names.folding import folded
from mi_print.files import is_there
from mi_print.importers.merging.attendees_file import attendees_csv, read_attendees_file
from mi_print.importers.merging.last_import import (
    FOLDER,
    IGNORED,
    LastImport,
    as_text,
    read_last,
)
from mi_print.importers.merging.merge import merged
from mi_print.importers.merging.record import Change, DataRecord, Merging
from mi_print.problem import Problem, errors_of, shown_path
from mi_print.source import project_files

ATTENDEES = "attendees"
_ENDINGS = {ATTENDEES: ".csv"}
_WRITTEN = {Merging.ADDED, Merging.CHANGED}


class DataFiles:
    """Data files that records are merged into; nothing is written here."""

    def __init__(self, project: Path) -> None:
        """Begin with what the project has."""
        self.project = project
        self.problems: list[Problem] = []
        self.changes: dict[str, list[Change]] = {}
        self._data: dict[str, list[DataRecord] | None] = {}
        self._last: dict[str, dict[str, LastImport]] = {}
        self._before: dict[Path, bytes | None] = {}

    @property
    def paths(self) -> list[Path]:
        """The data files that records were merged into."""
        return [self._path(part) for part in self._data]

    def merge(self, part: str, source: str, records: Sequence[DataRecord]) -> None:
        """Merge records of a source into a list of the data.

        Args:
            part: which list.
            source: by what the last import of the same kind is remembered.
            records: each with an id.
        """
        if part not in self._data:
            self._data[part] = self._read(part)
            last = self._bytes(self._last_path(part))
            self._last[part] = read_last(last.decode("utf-8", "replace")) if last else {}
        done = merged(self._data[part], records, self._last[part].get(source, {}), _key)
        self._data[part] = done.records
        self._last[part][source] = done.last
        file = shown_path(self._path(part), self.project)
        self.changes.setdefault(file, []).extend(done.changes)

    def check(self) -> list[Problem]:
        """Return the errors of the files as they would be."""
        found: list[Problem] = []
        for part, records in self._data.items():
            file = shown_path(self._path(part), self.project)
            table, problems = table_of(attendees_csv(records or ()), file, None)
            found += errors_of(problems)
            for row in table.rows() if table else ():
                found += errors_of(person(table, row, table.values(row))[1]) if table else ()
        return found

    def files(self) -> dict[Path, bytes]:
        """Return what is to be written, by paths: only what is not there as it is."""
        found: dict[Path, bytes] = {}
        for part, records in self._data.items():
            path, last = self._path(part), self._last_path(part)
            found[last.with_name(".gitignore")] = IGNORED.encode()
            found[last] = as_text(self._last[part]).encode()
            if any(each.merging in _WRITTEN for each in self._changes(path)):
                found[path] = attendees_csv(records or ()).encode()
        return {path: data for path, data in found.items() if self._bytes(path) != data}

    def _changes(self, path: Path) -> list[Change]:
        return self.changes[shown_path(path, self.project)]

    def _read(self, part: str) -> list[DataRecord] | None:
        path = self._path(part)
        data = self._bytes(path)
        if data is None:
            return None
        found = read_attendees_file(data, shown_path(path, self.project))
        problems = [each for each in found if isinstance(each, Problem)]
        self.problems += problems
        return [each for each in found if not isinstance(each, Problem)]

    def _bytes(self, path: Path) -> bytes | None:
        """Return what a file holds; nothing if it is not there."""
        if path not in self._before:
            self._before[path] = None
            if is_there(path):
                data = project_files.read_bytes(path, self.project, limit=MAX_BYTES)
                if isinstance(data, Problem):
                    self.problems.append(data)
                else:
                    self._before[path] = data
        return self._before[path]

    def _path(self, part: str) -> Path:
        return self.project / "data" / f"{part}{_ENDINGS[part]}"

    def _last_path(self, part: str) -> Path:
        return self.project / "data" / FOLDER / f"{part}.json"


def _key(record: DataRecord) -> str:
    return folded(str(record.get("name") or record.get("title") or ""))
