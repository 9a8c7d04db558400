"""Tables in other encodings than ours, and what is said of them."""

import pytest

from mi_print.source.encodings import decoded

TEXT = "id,name\n1,Zoë\n"


def said(data: bytes) -> list[str]:
    return [line for each in decoded(data, "x.csv").problems for line in str(each).split("\n")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_needs_no_word(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding), "x.csv") == (TEXT, [])


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
    ],
    ids=["little", "big", "little without a mark", "big without a mark"],
)
def test_utf_16_is_recognized_and_said(data: bytes) -> None:
    assert decoded(data, "x.csv").text == TEXT
    assert said(data) == [
        "x.csv:1:1: warning encoding: the file is not in UTF-8; it is taken for UTF-16",
        "    save the file with the encoding UTF-8",
    ]


def test_windows_1252_is_recognized_and_said_with_a_sample() -> None:
    data = "id,name\r\n1,Ann “Zoë” Lee\r\n2,Müller\r\n".encode("cp1252")
    assert decoded(data, "x.csv").text == "id,name\r\n1,Ann “Zoë” Lee\r\n2,Müller\r\n"
    assert said(data) == [
        (
            "x.csv:2:7: warning encoding: the byte 0x93 is not UTF-8; the file is taken for "
            'Windows-1252, as in "“Zoë”"'
        ),
        "    see whether it is; save the file with the encoding UTF-8",
    ]


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (
            b"id\nZo\xeb\n\x81\n",
            [("x.csv:3:1: error encoding: the byte 0x81 is neither UTF-8 nor Windows-1252")],
        ),
        (
            b"\xff\xfei\0d\0\n\0\x00\xd8x\0",
            ["x.csv:2:1: error encoding: the file is in UTF-16, and here it can't be read"],
        ),
    ],
    ids=["none", "broken UTF-16"],
)
def test_what_can_t_be_told_is_an_error(data: bytes, lines: list[str]) -> None:
    assert decoded(data, "x.csv").text is None
    assert said(data) == [*lines, "    save the file with the encoding UTF-8"]


def test_two_encodings_in_one_file_are_both_read() -> None:
    data = "id\n在 😊\n".encode() + "Zoë “Li”\n".encode("cp1252") + "René\n".encode()
    assert decoded(data, "x.csv").text == "id\n在 😊\nZoë “Li”\nRené\n"
    assert said(data) == [
        (
            'x.csv:3:3: warning encoding: the byte 0xEB is not UTF-8, while "在" in the file is; '
            "it is "
            'taken for Windows-1252, as in "Zoë"'
        ),
        "    see whether both are right; save the file with the encoding UTF-8",
    ]


def test_a_workbook_is_no_table() -> None:
    assert decoded(b"PK\x03\x04rest", "x.csv").text is None
    assert said(b"PK\x03\x04rest") == [
        "x.csv: error syntax: this is a workbook or an archive, not a table of text",
        "    save it as CSV (UTF-8)",
    ]


@pytest.mark.parametrize("data", [b"", b"a", b"\0", b"\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"a\0"])
def test_the_shortest_files_are_answered(data: bytes) -> None:
    text, problems = decoded(data, "x.csv")
    assert (text is None) == any(problem.severity == "error" for problem in problems)
