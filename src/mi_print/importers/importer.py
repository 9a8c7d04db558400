"""What an importer is: how a file is recognized, and what is made of it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mi_print.event.model import Program, RoleTable, Workshop
from mi_print.importers.files.open_file import ExportFile
from mi_print.importers.merging.record import DataRecord
from mi_print.problem import Problem


class ImportContext(NamedTuple):
    """What the data says already that an importer goes by.

    Attributes:
        roles: those of the event.
        workshop: what `workshop.yaml` says; `None` if there is none yet.
        program: what `program.yaml` says; the same.
        kept: columns that are kept although nothing is made of them.
        papers: returns the papers of the data.
        sampled: whether the workshop is called as in a new project, so that a source names it.
    """

    roles: RoleTable
    workshop: Workshop | None = None
    program: Program | None = None
    kept: Sequence[str] = ()
    papers: Callable[[], Sequence[DataRecord]] = list
    sampled: bool = False


class Imported(NamedTuple):
    """What is made of a file.

    Attributes:
        source: by what the last import of the same kind is remembered.
        parts: records by the list of the data that they belong to, such as `program.sessions`.
        problems: what is said of the file.
        gone: by those lists the ids of what was withdrawn, with the word of the source for it.
        said: by those lists fields that the source has, even if all of them are empty.
        unread: columns of which nothing is made.
    """

    source: str
    parts: Mapping[str, Sequence[DataRecord]]
    problems: Sequence[Problem]
    gone: Mapping[str, Mapping[str, str]] = {}
    said: Mapping[str, Collection[str]] = {}
    unread: Sequence[str] = ()


class Recognized(NamedTuple):
    """A file as one format.

    Attributes:
        key: the format, as `--as` calls it.
        name: the format in words, and how sure it is.
        rank: how sure it is, from 0 to 1, and by how many marks.
        read: returns what is made of it.
    """

    key: str
    name: str
    rank: tuple[float, int]
    read: Callable[[ImportContext], Imported]


@dataclass(frozen=True)
class Importer:
    """One kind of what is imported.

    Attributes:
        kind: what `--as` calls it.
        formats: the same of each of its formats.
        fields: those to which a column can be mapped.
        columns: those that its formats know, in small letters.
        recognize: returns a file as what it most surely is of this kind, by the fields of
            the data that are mapped to columns, and the format if that is said.
    """

    kind: str
    formats: tuple[str, ...]
    fields: tuple[str, ...]
    columns: frozenset[str]
    recognize: Callable[[ExportFile, Mapping[str, str], str], Recognized | None]
