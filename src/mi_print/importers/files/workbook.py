"""Workbooks (XLSX, ODS) as sheets of text; the only importer of calamine.

A workbook is an archive of XML: small files can grow into gigabytes.  What shows that in
the archive's directory is refused at once; the rest is read by a process with limits.
Of a formula the value is read that the program kept with it.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath

from mi_print.importers.files.limited import within_limits
from mi_print.problem import Problem, error

ARCHIVE = b"PK\x03\x04"

SheetRows = list[list[str]]
"""The rows of a sheet, all of one width."""

_MOST_FILES, _MOST_BYTES = 5000, 400_000_000  # unpacked
_MOST_ROWS, _MOST_COLUMNS = 250_100, 1000
_HEAD = 4096  # bytes of a file in which a document type would be declared
_SECONDS, _MEGABYTES = 60, 1500
_SAVE = "save the table as CSV (UTF-8)"
_SHEETS = ("xl/workbook.xml", "content.xml")


def sheets(data: bytes, file: str) -> list[SheetRows] | Problem:
    """Return the sheets of a workbook, or why it can't be read."""
    if why := _hostile(data):
        return error("syntax", why, _SAVE, file=file)
    found = within_limits(partial(_read, data), _SECONDS, _MEGABYTES)
    if found is None:
        message = "reading this workbook takes too much time or memory, or crashes the reader"
        return error("limit", message, _SAVE, file=file)
    said = next((each for each in found if isinstance(each, str)), None)
    if said:
        return error("syntax", said, _SAVE, file=file)
    return [each for each in found if isinstance(each, list)]


def _hostile(data: bytes) -> str | None:
    """Return what is wrong with the archive, by its directory and the heads of its files."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if not any(each.filename in _SHEETS for each in entries):
                return "this archive is no workbook (XLSX, ODS)"
            if len(entries) > _MOST_FILES or sum(each.file_size for each in entries) > _MOST_BYTES:
                return f"unpacked this has more than {_MOST_BYTES:,} bytes, or too many files"
            for each in entries:
                path = PurePosixPath(each.filename.replace("\\", "/"))
                if path.is_absolute() or ".." in path.parts:
                    return f'the archive has a file that leads out of it: "{each.filename[:60]}"'
                if path.suffix in {".xml", ".rels"} and each.flag_bits & 1 == 0:
                    with archive.open(each) as opened:
                        head = opened.read(_HEAD)
                    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                        return "its XML declares a document type, which no workbook has"
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OSError):
        return "the archive is damaged"
    return None


def _read(data: bytes) -> Iterator[SheetRows | str]:
    """Yield each sheet, or what is wrong with the workbook; runs under limits."""
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - of this process alone

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.total_height > _MOST_ROWS or sheet.total_width > _MOST_COLUMNS:
                yield f"a sheet has {_MOST_ROWS:,} rows and {_MOST_COLUMNS:,} columns at most"
                return
            rows = sheet.to_python(skip_empty_area=False)
            yield [[_text(cell) for cell in row] for row in rows]
    except (CalamineError, OSError, ValueError) as reason:
        yield f"this can't be read as a workbook: {' '.join(str(reason).split())[:120]}"


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, dt.datetime):
        return value.isoformat(" ")
    return str(value)
