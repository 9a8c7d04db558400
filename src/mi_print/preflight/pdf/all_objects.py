"""What is forbidden of any object of a file, also of those that no page refers to.

A reader that lists them reads them all, and keeps them.  Those of a long file
are asked for by their numbers instead, so many with every page, wherever the
numbers tell them all: in a file without damage, in which none was used again.
"""

import re
from collections.abc import Iterable, Iterator

import pikepdf

from mi_print.preflight.pdf import limits
from mi_print.preflight.pdf.objects import PdfValue, entry, number
from mi_print.preflight.pdf.open_file import OpenFile
from mi_print.preflight.pdf.read_problem import READ
from mi_print.preflight.pdf.streams import filters

_AGAIN = re.compile(rb"(?<!\d)0*[1-9]\d*(?:[\s\0]+|[\s\0]*+(?:%[^\r\n]*[\r\n][\s\0]*)+)\Z")
"""What stands before the word obj of an object whose number was used again; comments may."""
_BEFORE = 1_000  # bytes: longer than a line may be (7.5.1)
_MOST_ODD = 1_000  # words obj that stand by accident, in what is compressed; more are no accident

ObjectFault = tuple[str, str]
"""What is wrong, and which rule says so."""


def whole(document: OpenFile, *, x1a: bool) -> Iterator[ObjectFault]:
    """Yield what is wrong with any object of a file."""
    objects = document.pdf.objects
    if len(objects) > limits.OBJECTS:
        yield f"the file holds more than {limits.OBJECTS:,} objects; they are not checked", READ
        return
    yield from wrong(objects, x1a=x1a)


def wrong(objects: Iterable[PdfValue], *, x1a: bool) -> Iterator[ObjectFault]:
    """Yield what is wrong with some objects."""
    for one in objects:
        if not isinstance(one, pikepdf.Stream):
            continue
        named = set(filters(one))
        if named & {"LZWDecode", "LZW"}:
            yield "the file holds data in LZW compression", "X-FILT"
        if x1a and named & {"JBIG2Decode", "JPXDecode"}:
            yield "the file holds JBIG2 or JPEG 2000 images", "X1A-FILT"
        if one.get("/F") is not None:
            yield "the file holds data that stand in another file", "X-EXT"


def numbers(document: OpenFile) -> range | None:
    """Return the numbers of all objects, None where numbers don't tell them all."""
    size = number(entry(document.pdf.trailer, "/Size"))
    if size is None or not 0 < size <= limits.OBJECTS or document.problems or _again(document.data):
        return None
    return range(1, int(size))


def _again(data: bytes) -> bool:
    """Return whether an object may have the number of another that was given up (7.3.10)."""
    if data.count(b"obj") == data.count(b" 0 obj") + data.count(b"endobj"):
        return False
    odd = 0
    for word in re.finditer(b"obj", data):
        before = data[max(0, word.start() - _BEFORE) : word.start()]
        if before.endswith((b" 0 ", b"end")):
            continue
        odd += 1
        if odd > _MOST_ODD or _AGAIN.search(before) or _hides(before):
            return True
    return False


def _hides(before: bytes) -> bool:
    """Return whether a line that is longer than what is looked at ends here."""
    line = before.rstrip()
    return _BEFORE == len(before) > len(line) and b"\n" not in line and b"\r" not in line
