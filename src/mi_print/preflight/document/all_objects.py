"""What is forbidden of any object of a file, also of those that no page refers to.

A reader that lists them reads them all, and keeps them.  Those of a long file
are asked for by their numbers instead, so many with every page, wherever the
numbers tell them all: in a file without damage, in which none was used again.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from mi_print.preflight.document.forbidden import ObjectFault, found_in
from mi_print.preflight.document.spot_builds import SpotBuild
from mi_print.preflight.pdf import limits
from mi_print.preflight.pdf.objects import PdfValue, entry, number
from mi_print.preflight.pdf.open_file import OpenFile

_AGAIN = re.compile(rb"(?<!\d)0*[1-9]\d*(?:[\s\0]+|[\s\0]*+(?:%[^\r\n]*[\r\n][\s\0]*)+)\Z")
"""What stands before the word obj of an object whose number was used again; comments may."""
_BEFORE = 1_000  # bytes: longer than a line may be (7.5.1)
_MOST_ODD = 1_000  # words obj that stand by accident, in what is compressed; more are no accident


@dataclass(slots=True)
class ObjectFacts:
    """What is found in objects of a file: what is forbidden, and its spot inks."""

    faults: dict[ObjectFault, None] = field(default_factory=dict)
    spots: dict[SpotBuild, None] = field(default_factory=dict)

    def add(self, other: "ObjectFacts") -> None:
        """Take over what was found in other objects."""
        self.faults |= other.faults
        self.spots |= other.spots


def whole(document: OpenFile, *, x1a: bool) -> ObjectFacts:
    """Return what is found in all objects of a file."""
    objects = document.pdf.objects
    if len(objects) > limits.OBJECTS:
        raise limits.LimitError(f"the file holds more than {limits.OBJECTS:,} objects")
    return facts(objects, x1a=x1a)


def facts(objects: Iterable[PdfValue], *, x1a: bool) -> ObjectFacts:
    """Return what is found in some objects."""
    facts = ObjectFacts()
    for one in objects:
        for found in found_in(one, x1a=x1a):
            if isinstance(found, SpotBuild):
                facts.spots[found] = None
            else:
                facts.faults[found] = None
    return facts


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
