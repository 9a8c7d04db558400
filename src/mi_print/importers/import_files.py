"""One import: files are recognized, read, and merged into the data, whole or not at all."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mi_print.errors import InputError, UsageError, of_machine
from mi_print.event.load import checked_with
from mi_print.event.model import Program, RoleTable, Workshop
from mi_print.files import write_whole
from mi_print.importers.all_importers import IMPORTERS, KNOWN, looks_like
from mi_print.importers.files.open_file import MAX_BYTES, ExportFile, open_file
from mi_print.importers.importer import ImportContext, Imported, Importer, Recognized
from mi_print.importers.merging.data_files import DataFiles
from mi_print.importers.merging.record import Change, DataRecord
from mi_print.importers.merging.samples import sample_fields
from mi_print.importers.unread_columns import unread_columns
from mi_print.problem import Problem, Severity, error, errors_of, in_order, shown_path, warning
from mi_print.source import project_files
from mi_print.source.wording import shown

_ACROSS = frozenset({"author-torn", "board-gap", "board-missing", "board-shared", "paper-twice"})
_ACROSS |= {"paper-unplaced", "same-person", "two-spellings", "unknown-paper"}
_SHARED = "board-shared"
_SHARING, _FEWEST_SHARED = 5, 3  # where sharing is the rule, one of five boards, and some, are
"""Rules of the data about what several sources say of one paper, board, or person."""


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What is asked for.

    Attributes:
        files: those to import.
        project: the folder of `data/`.
        kind: what they are, if that is said: a kind, or a format.
        mapped: fields of the data by the columns that say them.
        kept: columns that are kept although nothing is made of them.
        dry: whether nothing is written.
    """

    files: Sequence[Path]
    project: Path
    kind: str = ""
    mapped: Mapping[str, str] = field(default_factory=dict)
    kept: Sequence[str] = ()
    dry: bool = False


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came of it.

    Attributes:
        recognized: of each file what it is, and how sure that is.
        changes: by data file; none where the file stays as it is.
        problems: of the files and of the data that would be; with an error nothing was written.
        across: what the checks say of papers, boards, and names of all sources together.
        written: the data files that were written, or would be.
        unread: of each file which columns were not read.
    """

    recognized: Mapping[str, str]
    changes: Mapping[str, Sequence[Change]]
    problems: Sequence[Problem]
    across: Sequence[Problem]
    written: Sequence[str]
    unread: Mapping[str, str] = field(default_factory=dict)


def import_files(request: ImportRequest) -> ImportReport:
    """Import files into the data of a project, and say what came of it.

    Raises:
        UsageError: no importer, or no field, has such a name.
        InputError: the data can't be written.
        MissingError: there is no room for it.
    """
    wanted = _wanted(request)
    recognized: dict[str, str] = {}
    problems: list[Problem] = []
    data = DataFiles(request.project)
    gone: list[tuple[str, str, Mapping[str, str]]] = []
    unread: dict[str, str] = {}
    opened, missing = _opened(request)
    for each in opened:
        problems += each.problems
        found = None if missing or errors_of(each.problems) else _sure(each, request, wanted, data)
        if isinstance(found, Problem):
            problems.append(found)
        if not isinstance(found, tuple):
            continue
        sure, mapped = found
        recognized[each.file] = sure.name
        imported = sure.read(_context(request, data))
        problems += imported.problems
        _merge(data, imported)
        if mapped:
            data.columns()[sure.key] = dict(mapped)
        unread[each.file] = unread_columns(imported.unread)
        gone += ((part, imported.source, ids) for part, ids in imported.gone.items())
    problems += missing
    problems += data.problems
    if not errors_of(problems):
        problems += data.check()
    if errors_of(problems):
        return ImportReport(recognized, data.changes, in_order(problems), (), (), unread)
    across = [*_across(data), *_gone(data, gone)]
    written = _written(data, dry=request.dry)
    return ImportReport(recognized, data.changes, in_order(problems), across, written, unread)


def _wanted(request: ImportRequest) -> Sequence[Importer]:
    words = {word for each in IMPORTERS for word in (each.kind, *each.formats)}
    if request.kind and request.kind not in words:
        known = ", ".join(dict.fromkeys(each.kind for each in IMPORTERS))
        message = f'nothing is imported as "{request.kind}"'
        raise UsageError(
            message, f"there are: {known}; or a format that mi-print explain import names"
        )
    wanted = [each for each in IMPORTERS if request.kind in {"", each.kind, *each.formats}]
    fields = {name for each in wanted for name in each.fields}
    for column, name in request.mapped.items():
        if name not in fields:
            known = ", ".join(dict.fromkeys(name for each in wanted for name in each.fields))
            message = f'"{column}" can\'t be mapped to "{name}": there is no such field'
            raise UsageError(message, f"the fields are: {known}")
    return wanted


def _opened(request: ImportRequest) -> tuple[list[ExportFile], list[Problem]]:
    """Return the files as plain values, and what is wrong with the columns that are named."""
    named = (*request.mapped, *request.kept)
    known = KNOWN | {column.casefold() for column in named}
    opened: list[ExportFile] = []
    for path in request.files:
        file = shown_path(path, request.project)
        data = project_files.read_bytes(path, request.project, limit=MAX_BYTES, anywhere=True)
        opened.append(
            ExportFile(file, problems=(data,))
            if isinstance(data, Problem)
            else open_file(data, file, known)
        )
    if any(errors_of(each.problems) for each in opened):
        return opened, []
    there = {column for each in opened for table in each.tables for column in table.places}
    hint = "write its name as it stands in the first row"
    place = opened[0].file if len(opened) == 1 else None
    return opened, [
        error("unknown-key", f'no column is called "{column}"', hint, file=place)
        for column in named
        if column.casefold() not in there
    ]


def _sure(
    opened: ExportFile, request: ImportRequest, wanted: Sequence[Importer], data: DataFiles
) -> tuple[Recognized, Mapping[str, str]] | Problem:
    """Return a file as what it most surely is, with the columns mapped by hand, or why not."""
    there = {column for table in opened.tables for column in table.places}
    now = {each: name for each, name in request.mapped.items() if each.casefold() in there}
    before = {
        key: {
            column: name
            for column, name in columns.items()
            if column.casefold() in there and column not in now and name not in now.values()
        }
        for key, columns in data.columns().items()
    }
    found: list[tuple[Recognized, Mapping[str, str]]] = []
    for each in wanted:
        if plain := each.recognize(opened, now, request.kind):
            found.append((plain, now))
        for key, columns in before.items():
            mapped = {**columns, **now}
            again = each.recognize(opened, mapped, request.kind) if columns else None
            if again and again.key == key and set(mapped.values()) <= {*each.fields}:
                said = ", ".join(f'"{shown(column)}" is {columns[column]}' for column in columns)
                name = f"{again.name}; as --map said before, {said}"
                found.append((again._replace(name=name), mapped))
    if found:
        return max(found, key=lambda each: (each[0].rank, len(each[1])))
    message = "nobody knows what this is: it looks like no file that is imported"
    if request.kind:
        name = looks_like(opened)
        message = f"this can't be read as {request.kind}"
        message += f": it looks like {name}" if name else ""
    hint = "see which files are imported, and how to get them: mi-print explain import"
    if opened.tables:
        hint = "say what its columns are: --map COLUMN=name; mi-print explain import"
    return error("not-recognized", message, hint, file=opened.file)


def _merge(data: DataFiles, imported: Imported) -> None:
    for part, records in imported.parts.items():
        data.merge(part, imported.source, records, imported.said.get(part, ()))


def _context(request: ImportRequest, data: DataFiles) -> ImportContext:
    """Return what the data says by now, as far as it can be read."""
    workshop, program = data.model("workshop"), data.model("program")
    workshop = workshop if isinstance(workshop, Workshop) else None
    return ImportContext(
        workshop.role_table if workshop else RoleTable(),
        workshop,
        program if isinstance(program, Program) else None,
        request.kept,
        lambda: data.records("papers.papers"),
        bool(workshop and sample_fields("workshop", {"id": "", "name": workshop.name})),
    )


def _gone(data: DataFiles, gone: Iterable[tuple[str, str, Mapping[str, str]]]) -> Iterator[Problem]:
    """Yield what the data still has although a source says that it was withdrawn."""
    for part, source, ids in gone:
        for identifier, word in ids.items():
            record = data.found(part, source, identifier)
            if record is not None:
                file = data.file_of(part)
                name = shown(str(record.get("title") or record["id"]))
                message = f'"{name}" ({record["id"]}) is here, and a source says "{shown(word)}"'
                hint = "take it out if that is right; an import deletes nothing"
                yield warning("withdrawn", message, hint, file=file)


def _across(data: DataFiles) -> Sequence[Problem]:
    """Return what the data would say of papers and boards that no single source knows."""
    texts = {path: text.decode() for path, text in data.files().items() if path in data.written}
    found = checked_with(data.project, texts) if texts else ()
    known = [replace(each, severity=Severity.WARNING) for each in found if each.rule in _ACROSS]
    if not any(each.rule == _SHARED for each in known):
        return known
    usual = _sharing(data.records("papers.papers"))
    return [each for each in known if each.rule != _SHARED or each.record not in usual]


def _sharing(papers: Iterable[DataRecord]) -> set[str]:
    """Return the sessions whose boards are shared as a rule, and not by mistake."""
    hung: Counter[tuple[str, object]] = Counter()
    for paper in papers:
        boards = paper.get("boards")
        placed = boards if isinstance(boards, dict) else {paper.get("session"): paper.get("board")}
        hung.update((str(session), board) for session, board in placed.items() if board is not None)
    boards = Counter(session for session, _ in hung)
    shared = Counter(session for (session, _), papers in hung.items() if papers > 1)
    usual = (each for each in shared if shared[each] >= _FEWEST_SHARED)
    return {session for session in usual if shared[session] * _SHARING >= boards[session]}


def _written(data: DataFiles, *, dry: bool) -> Sequence[str]:
    files = data.files()
    if files and not dry:
        try:
            write_whole(files)
        except OSError as reason:
            file = str(reason.filename or "")
            if trouble := of_machine(reason, f"{file} can't be written"):
                raise trouble from reason
            message = f"this can't be written: {reason.strerror}"
            hint = "choose a folder in which you may write, with --into DIR"
            raise InputError([error("unwritable", message, hint, file=file)]) from reason
    return [shown_path(path, data.project) for path in data.written if path in files]
