"""Records as plain values, and what a merge does with them."""

from enum import StrEnum
from typing import NamedTuple

DataRecord = dict[str, object]
"""Fields of one item of the data, by their names; `id` is one of them."""


class Merging(StrEnum):
    """What became of a record, or of one of its fields."""

    ADDED = "added"
    CHANGED = "changed"
    KEPT = "kept"
    """As somebody edited it in the data; the source says otherwise."""
    LEFT = "left"
    """It is not in the source any more, and stays in the data."""
    SAMPLE = "sample"
    """It came with the new project, and gave way to what is imported."""
    DELETED = "deleted"
    """Somebody took it out of the data; the source has it still."""


class Change(NamedTuple):
    """One line of the report of an import.

    Attributes:
        merging: what was done.
        id: the record's, in the data.
        name: what it is called: a name or a title.
        field: which of its fields; nothing of a record as a whole.
        data: what the data says, or said before.
        source: what the source says.
    """

    merging: Merging
    id: str
    name: str
    field: str = ""
    data: object = None
    source: object = None
