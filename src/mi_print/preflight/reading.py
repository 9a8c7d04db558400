"""Opening a file that may be anything.

What can't be opened at all raises `UnreadableError`; what opens with damage says so
as a problem, because a print shop's reader may mend it otherwise than ours.
Page boxes are looked up here once, inherited ones too (ISO 32000-1, 7.7.3.4
and 14.11.2), since every finding is placed by them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

import pikepdf

from mi_print.errors import ExitCode, MiPrintError
from mi_print.preflight import limits
from mi_print.preflight.geometry import FAR, Rectangle
from mi_print.preflight.objects import Value, dictionary, entry, rectangle
from mi_print.problem import Problem, error

LETTER: Rectangle = (0.0, 0.0, 612.0, 792.0)
READ = "X-READ"
_WRITE_ANEW = "write the file anew from its source"

FAULTS = (pikepdf.PdfError, RuntimeError, ValueError, TypeError, LookupError, OverflowError)
"""What pikepdf raises over objects that are not what they should be."""


class UnreadableError(MiPrintError):
    """The file is no PDF that anybody could print."""

    exit_code = ExitCode.PREFLIGHT


def _near(length: float) -> float:
    """Return a length within what a page can have, for one that grew beyond all numbers too."""
    return max(-FAR, min(FAR, length))


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page and its boxes in PDF's coordinates; a missing box is None."""

    number: int
    """From 1."""
    page: pikepdf.Object
    media: Rectangle
    crop: Rectangle
    bleed_box: Rectangle | None
    trim_box: Rectangle | None
    art_box: Rectangle | None
    resources: Value

    @property
    def trim(self) -> Rectangle:
        """Where the page will be cut: the TrimBox, else the next best box."""
        return self.trim_box or self.art_box or self.crop

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the cut page."""
        return self.trim[2] - self.trim[0], self.trim[3] - self.trim[1]

    @property
    def bleed(self) -> Rectangle:
        """What is printed before it is cut."""
        return self.bleed_box or self.trim

    def placed(self, box: Rectangle) -> tuple[float, float, float, float]:
        """Return `box` as problems name it: x, y, width, height from the trim's top left."""
        left, _bottom, _right, top = self.trim
        box = (_near(box[0]), _near(box[1]), _near(box[2]), _near(box[3]))
        x, y, width, height = box[0] - left, top - box[3], box[2] - box[0], box[3] - box[1]
        return round(x, 2), round(y, 2), round(width, 2), round(height, 2)


@dataclass(frozen=True, slots=True)
class Book:
    """An open file: its pages, and what was wrong in opening it."""

    pdf: pikepdf.Pdf
    file: str
    leaves: tuple[Leaf, ...]
    problems: tuple[Problem, ...]


def inherited(page: pikepdf.Object, key: str) -> Value:
    """Return what a page has under `key`, or else the nearest node above it."""
    node: Value = page
    for _step in range(limits.CLIMB):
        found = entry(node, key)
        if found is not None:
            return found
        node = entry(node, "/Parent")
        if node is None:
            break
    return None


def _leaf(number: int, page: pikepdf.Object) -> Leaf:
    media = rectangle(inherited(page, "/MediaBox")) or LETTER
    return Leaf(
        number,
        page,
        media,
        rectangle(inherited(page, "/CropBox")) or media,
        rectangle(entry(page, "/BleedBox")),
        rectangle(entry(page, "/TrimBox")),
        rectangle(entry(page, "/ArtBox")),
        dictionary(inherited(page, "/Resources")),
    )


def _unreadable(file: str, why: object, hint: str = _WRITE_ANEW) -> UnreadableError:
    said = str(why).replace("\n", " ")[:200]
    return UnreadableError([error(READ, f"the file can't be read: {said}", hint, file=file)])


@contextmanager
def opened(data: bytes, file: str) -> Iterator[Book]:
    """Open `data` as a PDF; `file` names it in problems.

    Raises:
        UnreadableError: it is no PDF, is locked by a password, or its page tree is broken.
    """
    if b"%PDF-" not in data[:1024]:
        raise _unreadable(file, "it does not begin as a PDF does", "name a PDF file")
    try:
        pdf = pikepdf.open(BytesIO(data), suppress_warnings=True)
    except pikepdf.PasswordError:
        hint = "save it without a password: a print shop can't ask for it"
        raise _unreadable(file, "it is locked by a password", hint) from None
    except (*FAULTS, RecursionError, MemoryError) as fault:
        raise _unreadable(file, fault) from None
    with pdf:
        try:
            leaves = tuple(_leaf(n, page.obj) for n, page in enumerate(pdf.pages, 1))
        except (*FAULTS, RecursionError) as fault:
            raise _unreadable(file, fault) from None
        if not leaves:
            raise _unreadable(file, "it has no pages")
        yield Book(pdf, file, leaves, tuple(_damage(pdf, file)))


def _damage(pdf: pikepdf.Pdf, file: str) -> Iterator[Problem]:
    warnings = [str(warning).rpartition(": ")[2] for warning in pdf.get_warnings()]
    if warnings:
        more = f" (and {len(warnings) - 1} more)" if len(warnings) > 1 else ""
        message = f"the file is damaged: {warnings[0][:160]}{more}"
        yield error(READ, message, _WRITE_ANEW, file=file)
