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
    """Decode bytes that are not UTF-8 as Windows-1252, and what is UTF-8 as that.

    Such files come of several: names that were pasted in, lists that were put together.
    """
    data, byte = reason.object, reason.object[reason.start]
    try:
        text = data.decode("utf-8-sig", _MIXED)
    except UnicodeDecodeError as other:
        message = f"the byte 0x{data[other.start]:02X} is neither UTF-8 nor Windows-1252"
        place = _after(data[: other.start].decode("utf-8-sig", _MIXED), file)
        return Decoded(None, [error("encoding", message, _SAVE, **place)])
    before = data[: reason.start].decode("utf-8-sig")
    sample = _word(text, len(before))
    message = (
        f'the byte 0x{byte:02X} is not UTF-8; the file is taken for Windows-1252, as in "{sample}"'
    )
    hint = f"see whether it is; {_SAVE}"
    valid = data.decode("utf-8", "ignore").removeprefix("\ufeff")
    if found := _OTHER.search(valid):
        word = _word(valid, found.start())
        message = (
            f'the byte 0x{byte:02X} is not UTF-8, while "{word}" in the file is; it is taken for '
            f'Windows-1252, as in "{sample}"'
        )
        hint = f"see whether both are right; {_SAVE}"
    return Decoded(text, [warning("encoding", message, hint, **_after(before, file))])


def _as_windows_1252(reason: UnicodeError) -> tuple[str, int]:
    """Decode what is not UTF-8, or say where that is nothing else either."""
    if not isinstance(reason, UnicodeDecodeError):
        raise reason
    try:
        return reason.object[reason.start : reason.end].decode("cp1252"), reason.end
    except UnicodeDecodeError as other:
        start = reason.start + other.start
        raise UnicodeDecodeError("cp1252", reason.object, start, start + 1, other.reason) from None


_MIXED = "mi_print.windows_1252"
codecs.register_error(_MIXED, _as_windows_1252)


def _word(text: str, index: int) -> str:
    """Return the word around a character, as a sample of the reading."""
    before = re.search(r"[^\s,;\"]*\Z", text[max(0, index - 30) : index])
    after = _WORDS_AROUND.match(text, index)
    return shown((before[0] if before else "") + (after[0] if after else ""))


def _after(before: str, file: str) -> Place:
    """Return a problem's place fields for the character that follows a text."""
    line = before.count("\n") + 1
    return {"file": file, "line": line, "column": len(before) - before.rfind("\n")}
