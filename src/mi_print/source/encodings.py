"""The encoding of tables that other programs export.

Our own files are UTF-8.  A list of attendees often comes from Excel, which
writes UTF-16 or Windows-1252 by default.  A guess is a warning with a sample,
since a wrong one spoils the names.

Sources: Unicode 16, section 3.10 (byte-order marks); WHATWG Encoding Standard
(windows-1252 is what "Latin-1" means in practice).
"""

import codecs
import re
from typing import NamedTuple

from mi_print.problem import Place, Problem, error, warning
from mi_print.source.wording import shown

_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_ARCHIVE = b"PK\x03\x04"
_OTHER = re.compile(r"[^\x00-\x7f]")
_WORDS_AROUND = re.compile(r"[^\s,;\t\"]*")
_SAVE = "save the file with the encoding UTF-8"


class Decoded(NamedTuple):
    """The text of a file, or None if its encoding is unknown, and the problems."""

    text: str | None
    problems: list[Problem]


def decoded(data: bytes, file: str) -> Decoded:
    """Return the text of a table that another program wrote.

    Args:
        data: the file's bytes.
        file: how problems name it.
    """
    if data.startswith(_ARCHIVE):
        message = "this is a workbook or an archive, not a table of text"
        problem = error("syntax", message, "save it as CSV (UTF-8)", file=file)
        return Decoded(None, [problem])
    try:
        if codec := _two_bytes(data):
            return _wide(data, codec, file)
        return Decoded(data.decode("utf-8-sig"), [])
    except UnicodeDecodeError as reason:
        return _narrow(reason, file)


def _two_bytes(data: bytes) -> str | None:
    """Return the codec of a file in UTF-16, known by its mark or by the zeros of its header."""
    if codec := _MARKS.get(data[:2]):
        return codec
    zeros = [index % 2 for index, byte in enumerate(data[:8]) if byte == 0]
    if len(zeros) == len(data[:8]) // 2 > 0 and len(set(zeros)) == 1:
        return "utf-16-le" if zeros[0] else "utf-16-be"
    return None


def _wide(data: bytes, codec: str, file: str) -> Decoded:
    name = "UTF-16"
    try:
        text = data.decode(codec).removeprefix("\ufeff")
    except UnicodeDecodeError as reason:
        before = data[: reason.start].decode(codec).removeprefix("\ufeff")
        message = f"the file is in {name}, and here it can't be read"
        return Decoded(None, [error("encoding", message, _SAVE, **_after(before, file))])
    message = f"the file is not in UTF-8; it is taken for {name}"
    return Decoded(text, [warning("encoding", message, _SAVE, file=file, line=1, column=1)])


def _narrow(reason: UnicodeDecodeError, file: str) -> Decoded:
    """Decode bytes that are not UTF-8 as Windows-1252, unless other bytes show that they aren't."""
    data, byte = reason.object, reason.object[reason.start]
    place = _after(data[: reason.start].decode("utf-8-sig"), file)
    broken = f"the byte 0x{byte:02X} is not UTF-8"
    valid = data.decode("utf-8", "ignore")
    if found := _OTHER.search(valid.removeprefix("\ufeff")):
        message = f'{broken}, while "{_word(valid, found.start())}" in the file is'
        return Decoded(None, [error("encoding", message, _SAVE, **place)])
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as other:
        message = f"the byte 0x{data[other.start]:02X} is neither UTF-8 nor Windows-1252"
        place = _after(data[: other.start].decode("cp1252"), file)
        return Decoded(None, [error("encoding", message, _SAVE, **place)])
    message = f'{broken}; the file is taken for Windows-1252, as in "{_word(text, reason.start)}"'
    return Decoded(text, [warning("encoding", message, f"see whether it is; {_SAVE}", **place)])


def _word(text: str, index: int) -> str:
    """Return the word around a character, as a sample of the reading."""
    before = re.search(r"[^\s,;\"]*\Z", text[max(0, index - 30) : index])
    after = _WORDS_AROUND.match(text, index)
    return shown((before[0] if before else "") + (after[0] if after else ""))


def _after(before: str, file: str) -> Place:
    """Return a problem's place fields for the character that follows a text."""
    line = before.count("\n") + 1
    return {"file": file, "line": line, "column": len(before) - before.rfind("\n")}
