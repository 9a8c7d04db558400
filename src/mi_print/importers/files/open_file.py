"""What a file is, by its contents, and the file as plain values."""

import re
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from mi_print.importers.files.export_table import ExportTable, csv_table, sheet_table
from mi_print.importers.files.markup import json_value, xml_root
from mi_print.importers.files.workbook import ARCHIVE, sheets
from mi_print.problem import Problem, error
from mi_print.source import yaml_reader
from mi_print.source.encodings import decoded

MAX_BYTES = 50_000_000

_FOREIGN = {
    b"%PDF-": "a PDF",
    b"\xd0\xcf\x11\xe0": "a workbook of an old form (XLS)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x1f\x8b": "a packed file",
}
"""By their first bytes: files that can't be imported."""
_CALENDAR = "BEGIN:VCALENDAR"
_YAML = re.compile(r"(?:\s++|#[^\n]*+\n|---\s*+\n)*+-\s+(?:\{|[\w\"\']+\s*:\s)")
_CONFERENCE = re.compile(
    r"\A(?!\s*---[ \t]*\n(?s:.*?)\n---)(?:[^\n]*\n)*?(?:event_name|book_title)[ \t]*:[ \t]"
)
"""A key of aclpub2, at the beginning of a line."""
PAGE = re.compile(
    r"(?:\s|<!--[^>]{0,2000}-->|<\?xml[^>]{0,200}\?>)*+(?:<!doctype\s+html|<(?:html|head|body|main|h1)\b)",
    re.IGNORECASE,
)
"""How a page in HTML begins."""
_MARKDOWN = re.compile(
    r"(?:\s|<!--[^>]{0,2000}-->)*+(?:#{1,3}\s|\*\*|(---|\+\+\+)[ \t]*\n(?s:.{0,20000}?)^\1[ \t]*$)|"
    r"[^\n]{1,200}\n(?:={3,}|-{3,})[ \t]*\n",
    re.MULTILINE,
)
_HEADINGS = re.compile(r"^#{1,4}\s+[^\s#].*$", re.MULTILINE)
_HEAD = 2000  # bytes in which an encoding is named
_DECLARED = re.compile(
    rb"<(?:\?xml|meta)\b[^<>]{0,200}?(?:encoding|charset)\s*=\s*[\"']?([\w.-]{2,40})", re.IGNORECASE
)
_ENCODINGS = re.compile(
    r"iso-?8859-(?!1$)\d+|windows-125\d|koi8-[ru]|shift_?jis|euc-(?:jp|kr)|gb(?:2312|k|18030)|big5",
    re.IGNORECASE,
)
"""Those that are not read without their names; ISO 8859-1 is Windows-1252 in practice."""
_MARKS = (b"\xff\xfe", b"\xfe\xff")  # of UTF-16, which has zeros


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file that could be read.

    Attributes:
        file: how problems name it.
        tables: of a table; a workbook has one for each sheet.
        value: of JSON, of a list in YAML, or of a mapping in YAML that is known.
        root: of XML.
        calendar: the text of a calendar.
        page: that of a web page, in HTML or Markdown.
        problems: what is wrong with it as a whole.
    """

    file: str
    tables: tuple[ExportTable, ...] = ()
    value: object = None
    root: Element | None = None
    calendar: str = ""
    page: str = ""
    problems: tuple[Problem, ...] = ()


def open_file(data: bytes, file: str, known: Collection[str]) -> ExportFile:
    """Return a file as plain values; with an error among its problems there are none.

    Args:
        data: its bytes.
        file: how problems name it.
        known: names of columns of tables, in small letters.
    """
    if data.startswith(ARCHIVE):
        return _workbook(data, file, known)
    if problem := _refused(data, file):
        return ExportFile(file, problems=(problem,))
    text, problems = _text(data, file)
    if text is None:
        return ExportFile(file, problems=tuple(problems))
    found = _of_text(text, file, known)
    if isinstance(found, Problem):
        return ExportFile(file, problems=(*problems, found))
    return replace(found, problems=tuple(problems))


def _text(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """Return a file's text, by the encoding that its XML or HTML names if it is not Unicode."""
    named = _DECLARED.search(data[:_HEAD])
    name = named[1].decode("ascii") if named else ""
    if _ENCODINGS.fullmatch(name):
        try:
            data.decode()
        except UnicodeDecodeError:
            with suppress(UnicodeDecodeError, LookupError):
                return data.decode(name), []
    return decoded(data, file)


def _of_text(text: str, file: str, known: Collection[str]) -> ExportFile | Problem:
    """Return a text as what its beginning says that it is."""
    head = text[:1000].lstrip()
    if head.startswith(("{", "[")):
        value = json_value(text, file)
        return value if isinstance(value, Problem) else ExportFile(file, value=value)
    if head.startswith("<") and not PAGE.match(text):
        root = xml_root(text, file)
        return root if isinstance(root, Problem) else ExportFile(file, root=root)
    if head.upper().startswith(_CALENDAR):
        return ExportFile(file, calendar=text)
    return _of_lines(text, file, known)


def _of_lines(text: str, file: str, known: Collection[str]) -> ExportFile | Problem:
    """Return a text as YAML, as a page, or else as a table."""
    if _YAML.match(text) or _CONFERENCE.search(text[:5000]):
        source = yaml_reader.read(text, file)
        # Words that our own data has in quotes come as texts, and moments too.
        wrong = (each for each in source.problems if each.rule != "surprise")
        return next(wrong, None) or ExportFile(file, value=source.value)
    if PAGE.match(text) or _MARKDOWN.match(text) or len(_HEADINGS.findall(text[:100_000])) > 1:
        return ExportFile(file, page=text)
    table = csv_table(text, file, known)
    return table if isinstance(table, Problem) else ExportFile(file, (table,))


def _workbook(data: bytes, file: str, known: Collection[str]) -> ExportFile:
    found = sheets(data, file)
    if isinstance(found, Problem):
        return ExportFile(file, problems=(found,))
    return ExportFile(file, tuple(sheet_table(rows, file, known) for rows in found if rows))


def _refused(data: bytes, file: str) -> Problem | None:
    """Return what is wrong with a file that is no text."""
    if not data.strip():
        return error("empty", "the file says nothing", "export it again", file=file)
    what = next((name for head, name in _FOREIGN.items() if data.startswith(head)), None)
    wide = data.startswith(_MARKS) or data[1:2] == b"\0" or data[:1] == b"\0"
    if what or (b"\0" in data[:1000] and not wide):
        message = f"this is {what or 'no text'}, which is not imported"
        return error("syntax", message, "save it as CSV (UTF-8) or XLSX", file=file)
    return None
