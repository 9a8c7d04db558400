"""What was imported last, as digests: by them an edit of the data is told from an old value.

It stands in `data/.imported/`, a file for each data file.  Of the values only digests
stand there, since some are private; `.gitignore` keeps them out of version control too.
"""

import json
from collections.abc import Mapping
from hashlib import blake2b
from typing import NamedTuple

from mi_print.importers.merging.record import DataRecord

FOLDER = ".imported"
IGNORED = "*\n"
"""What `.gitignore` says there."""

_NOTHING = ""
"""The digest of no value."""


class LastRecord(NamedTuple):
    """A record as it was imported: its id in the data, and the digests of its fields."""

    id: str
    fields: dict[str, str]

    def said(self, field: str, value: object) -> bool:
        """Tell whether a field had this value."""
        return self.fields.get(field, _NOTHING) == digest(self.id, field, value)


LastImport = dict[str, LastRecord]
"""The records of one source, by their ids there."""


def digest(record: str, field: str, value: object) -> str:
    """Return what stands for the value of a field of a record."""
    if value is None:
        return _NOTHING
    text = json.dumps([record, field, value], ensure_ascii=False, sort_keys=True)
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=9).hexdigest()


def last_record(identifier: str, record: DataRecord) -> LastRecord:
    """Return a record as it is remembered, under its id in the data."""
    fields = {name: digest(identifier, name, value) for name, value in record.items()}
    fields.pop("id", None)
    return LastRecord(identifier, fields)


def read_last(text: str) -> dict[str, LastImport]:
    """Return the last imports by their sources; of a file that is none of ours, nothing."""
    try:
        found = json.loads(text)
        return {
            source: {each: LastRecord(one["id"], one["fields"]) for each, one in records.items()}
            for source, records in found.items()
        }
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def read_columns(text: str) -> dict[str, dict[str, str]]:
    """Return fields by columns that were mapped by hand, by formats; of another file, nothing."""
    try:
        found = json.loads(text)
        return {
            source: {str(column): str(field) for column, field in columns.items()}
            for source, columns in found.items()
        }
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}


def columns_text(columns: Mapping[str, Mapping[str, str]]) -> str:
    """Return the same as a file."""
    return json.dumps(columns, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def as_text(imports: Mapping[str, LastImport]) -> str:
    """Return the last imports as a file."""
    plain = {
        source: {each: {"id": one.id, "fields": one.fields} for each, one in records.items()}
        for source, records in imports.items()
    }
    return json.dumps(plain, indent=0, sort_keys=True, separators=(",", ":")) + "\n"
