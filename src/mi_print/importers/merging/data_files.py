"""The data files of a project, as an import finds and leaves them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel

from mi_print.event.attendees.read_list import MAX_BYTES
from mi_print.event.json_schema import MODELS
from mi_print.event.latex.convert_source import convert
from mi_print.event.names.folding import folded
from mi_print.files import is_there, real_path
from mi_print.importers.merging.joined_values import as_in_the_data, placed
from mi_print.importers.merging.last_import import (
    FOLDER,
    IGNORED,
    LastImport,
    LastRecord,
    as_text,
    columns_text,
    read_columns,
    read_last,
)
from mi_print.importers.merging.merge import Merged, SourceFields, merged, record_name
from mi_print.importers.merging.merged_file import ATTENDEES, MergedFile, merged_file
from mi_print.importers.merging.record import Change, DataRecord, Merging
from mi_print.importers.merging.samples import is_sample, sample_fields
from mi_print.problem import Problem, error, shown_path
from mi_print.source import project_files, yaml_reader
from mi_print.source.validate import validate

_REFERENCES = {
    "program.sessions": {"speakers": "workshop.people", "room": "workshop.venue.rooms"},
    "papers.papers": {"session": "program.sessions"},
}
"""For a list its fields with ids, and the lists that these are from."""
_INITIAL = {
    "workshop": frozenset({"name", "venue.name"}),
    "workshop.people": frozenset({"roles"}),
}
"""Fields that a record has when it is new, and that no import touches afterwards."""
_OTHER = {"papers": ".csv"}
"""For a file the ending of a table that may stand in its place."""
_EITHER = {"workshop": ("date", "dates")}
"""Fields of which one says what the other would."""
_PAPERS = "papers.papers"
_COLUMNS = "columns"
"""The file of what columns were mapped to."""
_WRITTEN = {Merging.ADDED, Merging.CHANGED, Merging.SAMPLE}
_WITH_SAMPLES = {"program.sessions": ("workshop.people", "papers.papers")}
"""Lists whose samples go with those of another, since they are about the same workshop."""


class DataFiles:
    """Data files that records are merged into; nothing is written here."""

    def __init__(self, project: Path) -> None:
        """Begin with what the project has."""
        self.project = project
        self.problems: list[Problem] = []
        self.changes: dict[str, list[Change]] = {}
        self._files: dict[str, MergedFile] = {}
        self._last: dict[str, dict[str, LastImport]] = {}
        self._ids: dict[str, Mapping[str, str]] = {}
        self._before: dict[Path, bytes | None] = {}
        self._columns: dict[str, dict[str, str]] | None = None

    def columns(self) -> dict[str, dict[str, str]]:
        """Return the fields of columns that were mapped by hand before, by formats."""
        if self._columns is None:
            text = self._bytes(self._last_path(_COLUMNS)) or b""
            self._columns = read_columns(text.decode("utf-8", "replace"))
        return self._columns

    def merge(
        self, part: str, source: str, records: Sequence[DataRecord], said: Iterable[str] = ()
    ) -> None:
        """Merge records of a source into a part of the data.

        Args:
            part: which list, with points between the steps to it; a file's name alone is
                its own fields, as one record.
            source: by what the last import of the same kind is remembered.
            records: each with an id.
            said: fields that the source has even if all of them are empty.  One that no record
                says and that is none of these is not in the source, and stays in the data.
        """
        file = self._file(part.partition(".")[0])
        if file.problems:
            return
        self._load_last(part)
        resolved = [self._resolved(part, each) for each in records]
        last_time = self._last[part].get(source, {})
        names = [*(each for record in resolved for each in record), *_EITHER.get(part, ())]
        names += said
        names += [name for each in last_time.values() for name in each.fields]
        if unlike := file.unlike(part, names):
            file.problems += unlike
            self.problems += unlike
            return
        if records:
            self._without_samples(part)
        before = file.records(part, names)
        samples: DataRecord = {}
        if before and "." not in part and part != ATTENDEES:
            last = (name for each in self._imported(part) for name in each.fields)
            found = sample_fields(part, before[0]).difference(last)
            samples = {name: value for name, value in before[0].items() if name in found}
            before = [{name: each for name, each in before[0].items() if name not in samples}]
        if part == _PAPERS:
            before = None if before is None else [placed(each) for each in before]
            resolved = [placed(each) for each in resolved]
        fields = {*said, *(name for each in resolved for name in each)}
        fields.update(_EITHER.get(part, ()) if fields.intersection(_EITHER.get(part, ())) else ())
        initial = _INITIAL.get(part, frozenset()) - samples.keys()
        known = SourceFields(initial, frozenset(fields))
        done = merged(before, resolved, last_time, _key, known)
        done = _one_way(part, before or (), _with_samples(done, samples, fields))
        self._last[part][source] = done.last
        self._ids[part] = {there: each.id for there, each in done.last.items()}
        if any(each.merging in _WRITTEN for each in done.changes):
            papers = part == _PAPERS
            file.put(part, [as_in_the_data(e) for e in done.records] if papers else done.records)
        self.changes.setdefault(self.file_of(part), []).extend(done.changes)

    def _load_last(self, part: str) -> None:
        if part not in self._last:
            last = self._bytes(self._last_path(part))
            self._last[part] = read_last(last.decode("utf-8", "replace")) if last else {}

    def _imported(self, part: str) -> Iterator[LastRecord]:
        """Yield what any source has brought before, which is no sample whatever it says."""
        for records in self._last[part].values():
            yield from records.values()

    def _without_samples(self, part: str) -> None:
        """Take the samples of a new project out of a list, and those that go with them."""
        for each in (part, *_WITH_SAMPLES.get(part, ())):
            name = each.partition(".")[0]
            if ("." not in each and each != ATTENDEES) or self._bytes(self._path(name)) is None:
                continue
            file = self._file(name)
            found = [] if file.problems else file.records(each, ()) or []
            self._load_last(each)
            brought = {record.id for record in self._imported(each)}
            samples = [
                record
                for record in found
                if str(record["id"]) not in brought and is_sample(each, record)
            ]
            if samples:
                file.remove(each, {str(record["id"]) for record in samples})
                self.changes.setdefault(self.file_of(each), []).extend(
                    Change(Merging.SAMPLE, str(record["id"]), record_name(record))
                    for record in samples
                )

    def found(self, part: str, source: str, identifier: str) -> DataRecord | None:
        """Return the record of the data that a source calls so, if there is one."""
        last = self._last.get(part, {}).get(source, {}).get(identifier)
        here = last.id if last else identifier
        return next((each for each in self.records(part) if str(each["id"]) == here), None)

    def records(self, part: str) -> Sequence[DataRecord]:
        """Return what a list of the data has by now."""
        return self._file(part.partition(".")[0]).records(part, ()) or ()

    def model(self, name: str) -> BaseModel | None:
        """Return a file of YAML as it is by now, if it is there and has no error."""
        path = self._path(name)
        data = self._bytes(path)
        there = self._files.get(name)
        text = there.text() if there and self.file_of(name) in self._changed else None
        if text is None and data is not None:
            text = data.decode("utf-8-sig", "replace")
        if not text:
            return None
        source = yaml_reader.read(text, shown_path(path, self.project))
        convert(source)
        return validate(source, MODELS[name]).whole

    def check(self) -> list[Problem]:
        """Return the errors of the files as they would be."""
        found = [problem for each in self._files.values() for problem in each.check()]
        return [*self._outside(), *found]

    def _outside(self) -> Iterator[Problem]:
        """Yield an error for a folder of the data that is a link out of the project."""
        for folder in (self.project / "data", self.project / "data" / FOLDER):
            if not real_path(folder).is_relative_to(real_path(self.project)):
                file = shown_path(folder, self.project)
                yield error(
                    "outside", project_files.OUTSIDE, "put the folder itself here", file=file
                )
                return

    def files(self) -> dict[Path, bytes]:
        """Return what is to be written, by paths: only what is not there as it is."""
        found: dict[Path, bytes] = {}
        for part, last in self._last.items():
            if not last:
                continue
            path = self._last_path(part)
            found[path.with_name(".gitignore")] = IGNORED.encode()
            found[path] = as_text(last).encode()
        if self._columns:
            found[self._last_path(_COLUMNS)] = columns_text(self._columns).encode()
        for path in self.written:
            found[path] = self._files[path.stem].text().encode()
        return {path: data for path, data in found.items() if self._bytes(path) != data}

    @property
    def written(self) -> list[Path]:
        """The data files that change."""
        changed = self._changed
        return [self._path(name) for name in self._files if self.file_of(name) in changed]

    @property
    def _changed(self) -> set[str]:
        return {
            file
            for file, changes in self.changes.items()
            if any(each.merging in _WRITTEN for each in changes)
        }

    def _resolved(self, part: str, record: DataRecord) -> DataRecord:
        """Return a record with ids as the data has them in place of the source's."""
        found = dict(record)
        for field, other in _REFERENCES.get(part, {}).items():
            ids, value = self._ids.get(other, {}), found.get(field)
            if isinstance(value, list):
                found[field] = [ids.get(each, each) for each in value]
            elif isinstance(value, str):
                found[field] = ids.get(value, value)
        return found

    def _file(self, name: str) -> MergedFile:
        if name not in self._files:
            path = self._path(name)
            data = self._bytes(path)
            self._say_other(name)
            self._files[name] = merged_file(name, data, shown_path(path, self.project))
            self.problems += self._files[name].problems
        return self._files[name]

    def _say_other(self, name: str) -> None:
        """Say that a table stands in the place of a file that is merged into."""
        other = self._path(name).with_suffix(_OTHER.get(name, ""))
        if name in _OTHER and is_there(other):
            message = f"papers are merged into {name}.yaml, and this file would stand beside it"
            hint = "move it away; as a table of papers it can be imported from there"
            file = shown_path(other, self.project)
            self.problems.append(error("two-files", message, hint, file=file))

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

    def file_of(self, part: str) -> str:
        """Return how problems name the file of a list."""
        return shown_path(self._path(part.partition(".")[0]), self.project)

    def _path(self, name: str) -> Path:
        return self.project / "data" / f"{name}{'.csv' if name == ATTENDEES else '.yaml'}"

    def _last_path(self, part: str) -> Path:
        return self.project / "data" / FOLDER / f"{part}.json"


def _with_samples(done: Merged, samples: DataRecord, said: Collection[str]) -> Merged:
    """Return what was merged with those samples in whose place the source says nothing."""
    for record in done.records if samples else ():
        either = {name for pair in _EITHER.values() if record.keys() & {*pair} for name in pair}
        gone = {*said, *either}
        record.update({name: each for name, each in samples.items() if name not in gone})
    changes = [
        each._replace(data=samples[each.field]) if each.field in samples else each
        for each in done.changes
    ]
    return Merged(done.records, changes, done.last)


def _one_way(part: str, before: Sequence[DataRecord], done: Merged) -> Merged:
    """Return what was merged, without a new field that says what another of the data says."""
    records, changes = done.records, done.changes
    for record in records if part in _EITHER else ():
        one, other = _EITHER[part]
        there = next((each for each in before if each["id"] == record["id"]), {})
        if one in record and other in record and (one in there) != (other in there):
            kept, new = (one, other) if one in there else (other, one)
            source = record.pop(new)
            changes = [each for each in changes if each.field != new]
            about = Change(Merging.KEPT, part, str(record.get("name", "")))
            changes.append(about._replace(field=kept, data=record[kept], source=source))
    return Merged(records, changes, done.last)


def _key(record: DataRecord) -> str:
    return folded(str(record.get("name") or record.get("title") or ""))
