"""Merges records of a source into those of the data.

A record is found again by where it went last time, then by its id, then by its folded
name or title, if only one has that on both sides.  A field is written only if the data says
what was imported last; whoever has edited it since has the last word.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, count
from typing import NamedTuple

from mi_print.importers.merging.joined_values import joined
from mi_print.importers.merging.last_import import LastImport, LastRecord, last_record
from mi_print.importers.merging.record import Change, DataRecord, Merging


class Merged(NamedTuple):
    """The records of the data as they will be, what changed, and the import to remember."""

    records: list[DataRecord]
    changes: list[Change]
    last: LastImport


class SourceFields(NamedTuple):
    """What is known of the fields of a source.

    Attributes:
        initial: those that only a new record takes.
        said: those that it has even if all of them are empty.  A field that no record says and
            that is none of these is not in the source, and stays in the data.
    """

    initial: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()


_UNKNOWN = SourceFields()


def merged(
    data: Sequence[DataRecord] | None,
    source: Iterable[DataRecord],
    last: Mapping[str, LastRecord],
    key: Callable[[DataRecord], str],
    fields: SourceFields = _UNKNOWN,
) -> Merged:
    """Return the records of the data with those of the source.

    Args:
        data: those that there are; `None` if the file is not there, and so nobody has
            taken anything out of it.
        source: those to import, each with an id of its own.
        last: what of the same source was imported last.
        key: returns a record's folded name or title.
        fields: what is known of them all.
    """
    new = list(source)
    said = {*fields.said, *(name for each in new for name in each)}
    records = {str(each["id"]): dict(each) for each in data or ()}
    known = _Known(records, last, key, {str(each["id"]) for each in new})
    changes: list[Change] = []
    remembered: LastImport = {}
    for whole in new:
        there, record = str(whole["id"]), _without(whole, fields.initial)
        here, before = known.place(record), last.get(there)
        if here is None and before and data is not None:
            remembered[there] = last_record(before.id, record)
            changes.append(Change(Merging.DELETED, before.id, record_name(record)))
            continue
        if here is None:
            here = _free(there, records)
            records[here] = {**whole, "id": here}
            changes.append(Change(Merging.ADDED, here, record_name(record)))
        else:
            changes += _fields(records[here], record, before, said)
        remembered[there] = last_record(here, record)
        if before:
            silent = {name: was for name, was in before.fields.items() if name not in said}
            remembered[there].fields.update(silent)
    for there, before in last.items():
        if there not in remembered and before.id in records:
            changes.append(Change(Merging.LEFT, before.id, record_name(records[before.id])))
            remembered[there] = before
    return Merged(list(records.values()), changes, remembered)


class _Known:
    """Where records of the source stand in the data."""

    def __init__(
        self,
        records: Mapping[str, DataRecord],
        last: Mapping[str, LastRecord],
        key: Callable[[DataRecord], str],
        coming: set[str],
    ) -> None:
        self._last = {there: each.id for there, each in last.items() if each.id in records}
        self._ids = set(records)
        self._key = key
        free = self._ids - set(self._last.values()) - coming
        counts = Counter(key(each) for each in records.values())
        self._by_key = {
            name: identifier
            for identifier in records
            if identifier in free and (name := key(records[identifier])) and counts[name] == 1
        }

    def place(self, record: DataRecord) -> str | None:
        there = str(record["id"])
        if there in self._last:
            return self._last[there]
        if there in self._ids:
            return there
        return self._by_key.pop(self._key(record), None)


def _without(record: DataRecord, fields: frozenset[str]) -> DataRecord:
    return {name: value for name, value in record.items() if name not in fields}


def record_name(record: DataRecord) -> str:
    """Return what a record is called: a name or a title."""
    return str(record.get("name") or record.get("title") or "")


def _fields(
    data: DataRecord, source: DataRecord, before: LastRecord | None, said: Collection[str]
) -> Iterator[Change]:
    """Write the fields of the source into a record of the data, where nobody has edited it."""
    emptied = [each for each in (before.fields if before else ()) if each in said]
    fields = dict.fromkeys([*source, *emptied])
    fields.pop("id", None)
    for field in fields:
        ours, theirs = data.get(field), source.get(field)
        if ours == theirs:
            continue
        known = before.said(field, ours) if before else ours is None
        both = None if known else joined(field, ours, theirs)
        if both == ours and both is not None:
            continue  # the data says all of it, and more
        if both is not None and not (before and before.said(field, theirs)):
            known, theirs = True, both
        if known and theirs is None:
            del data[field]
        elif known:
            data[field] = theirs
        merging = Merging.CHANGED if known else Merging.KEPT
        yield Change(merging, str(data["id"]), record_name(source), field, ours, theirs)


def _free(identifier: str, records: Mapping[str, DataRecord]) -> str:
    numbers = (f"{identifier}-{number}" for number in count(2))
    return next(each for each in chain([identifier], numbers) if each not in records)
