"""Hostile and broken files: a clear problem, and no table."""

import io
import zipfile

import pytest

from mi_print.importers.attendees.attendee_formats import KNOWN
from mi_print.importers.files.open_file import open_file
from mi_print.problem import errors_of
from tests.importers.workbooks import ods_files, packed, xlsx_files

ROWS = [["id", "name"], ["1", "Ada Sample"]]
BOMB = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>'


def damaged() -> bytes:
    return packed(xlsx_files(ROWS))[:300]


def packed_bomb() -> bytes:
    written = io.BytesIO()
    with (
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/workbook.xml", "w") as file,
    ):
        for _ in range(401):
            file.write(b" " * 1_000_000)
    return written.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file says nothing"),
        (b" \r\n ", "the file says nothing"),
        (b"%PDF-1.7\n", "this is a PDF, which is not imported"),
        (b"\x89PNG\r\n\x1a\n", "this is a picture, which is not imported"),
        (b"\xd0\xcf\x11\xe0\0\0", "this is a workbook of an old form (XLS), which is not imported"),
        (b"a,b\n\0\0\0\0\0\0\0\0", "this is no text, which is not imported"),
        (b'id,name\n1,"Ada\n', "the quote that opens here is not closed"),
        (b"id,name\n1,Ada,more\n", "this row has 3 cells, the first has 2"),
        (b"id,name\n1,\x81\n", "the byte 0x81 is neither UTF-8 nor Windows-1252"),
        (packed({"a.txt": "text"}), "this archive is no workbook (XLSX, ODS)"),
        (damaged(), "the archive is damaged"),
        (packed(xlsx_files(ROWS) | {"../../out.xml": "<a/>"}), "leads out of it"),
        (packed(xlsx_files(ROWS) | {"/etc/out": "x"}), "leads out of it"),
        (packed(xlsx_files(ROWS) | {"xl/styles.xml": BOMB}), "its XML declares a document type"),
        (packed(ods_files(ROWS) | {"content.xml": BOMB}), "its XML declares a document type"),
    ],
)
def test_what_can_not_be_read_is_said(data: bytes, message: str) -> None:
    opened = open_file(data, "a.csv", KNOWN)
    problems = errors_of([*opened.problems, *(p for t in opened.tables for p in t.problems)])
    assert [message in each.message for each in problems] == [True]
    assert all(each.file == "a.csv" and each.hint for each in problems)


@pytest.mark.parametrize(
    ("named", "encoding"),
    [
        ("UTF-8", "utf-8"),
        ("ISO-8859-1", "iso-8859-1"),
        ("ISO-8859-1", "utf-8"),
        ("iso-8859-2", "iso-8859-2"),
        ("UTF-16", "utf-16"),
        ("windows-1250", "windows-1250"),
        ("punycode", "utf-8"),
    ],
)
def test_xml_and_html_are_in_the_encoding_that_they_name(named: str, encoding: str) -> None:
    xml = f'<?xml version="1.0"\n encoding="{named}"?><schedule><a>Größe</a></schedule>'
    opened = open_file(xml.encode(encoding), "a.xml", KNOWN)
    assert errors_of(opened.problems) == []
    assert opened.root is not None
    assert opened.root.findtext("a") == "Größe"
    html = f'<html><head><meta charset="{named}"></head><body>Größe</body></html>'
    assert "Größe" in open_file(html.encode(encoding), "a.html", KNOWN).page


def test_a_page_in_another_script_is_read_by_the_encoding_that_it_names() -> None:
    page = '<html><meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS"><p>日本'
    assert "日本" in open_file(page.encode("shift_jis"), "a.html", KNOWN).page


@pytest.mark.slow
@pytest.mark.parametrize("text", ["[" + "[]," * 3_000_000 + "[]]", "<a>" + "<b/>" * 3_000_001])
def test_what_would_take_much_memory_is_not_read(text: str) -> None:
    (problem,) = open_file(text.encode(), "a.json", KNOWN).problems
    assert problem.rule == "size"


@pytest.mark.slow
def test_an_archive_that_grows_is_not_unpacked() -> None:
    (problem,) = open_file(packed_bomb(), "a.xlsx", KNOWN).problems
    assert problem.message.startswith("unpacked this has more than 400,000,000 bytes")


@pytest.mark.slow
@pytest.mark.parametrize(
    "files",
    [
        {"xl/worksheets/sheet1.xml": "<worksheet"},
        {
            "xl/worksheets/sheet1.xml": '<worksheet xmlns="http://schemas.openxmlformats.org/'
            'spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
            '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
        },
    ],
    ids=["broken", "one cell far away"],
)
def test_a_workbook_that_breaks_its_reader_ends_in_a_problem(files: dict[str, str]) -> None:
    opened = open_file(packed(xlsx_files(ROWS) | files), "a.xlsx", KNOWN)
    assert [each.rule for each in errors_of(opened.problems)] in (["syntax"], ["limit"])
