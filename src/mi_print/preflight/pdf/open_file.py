"""Opens a PDF that may be damaged or hostile.

What can't be opened at all raises `UnreadableError`; what opens with damage says so
as a problem, because a print shop's reader may mend it otherwise than ours.
Page boxes are looked up once, inherited ones too (ISO 32000-1, 7.7.3.4), since
every finding is placed by them.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

import pikepdf

from mi_print.errors import ExitCode, MiPrintError
from mi_print.preflight.pdf import limits
from mi_print.preflight.pdf.objects import PdfValue, dictionary, entry, number, rectangle
from mi_print.preflight.pdf.page_boxes import PageBoxes
from mi_print.preflight.pdf.page_tree import LETTER, OddError, PageIndex, survey
from mi_print.preflight.pdf.read_problem import WRITE_ANEW, read_problem, said_of
from mi_print.problem import Problem
from mi_print.processes.child import StoppedError

_HARMLESS = re.compile(
    r"xref entry for the xref stream itself is missing"
    r"|reported number of objects \((?P<said>\d+)\) is not .* \((?P<highest>\d+)\)"
)
"""Of what the reader warns of, what no other reader takes amiss: objects that a file does
not have, and the place of a stream that was read already (ISO 32000-1, 7.5.5, 7.5.8)."""

FAULTS = (
    pikepdf.PdfError,
    pikepdf.DependencyError,
    RuntimeError,
    ValueError,
    TypeError,
    LookupError,
    OverflowError,
)
"""What pikepdf raises over objects that are not what they should be."""


OUT_OF_MEMORY = "it takes more than 1 GB of memory"


class UnreadableError(MiPrintError):
    """The file can't be read as a PDF."""

    exit_code = ExitCode.PREFLIGHT


@dataclass(frozen=True, slots=True)
class OpenPage:
    """One page, in memory while it is looked at."""

    number: int
    """From 1."""
    page: pikepdf.Object
    boxes: PageBoxes
    resources: PdfValue


@dataclass(frozen=True, slots=True)
class OpenFile:
    """An open file: its pages, and what was wrong in opening it."""

    data: bytes
    pdf: pikepdf.Pdf
    file: str
    pages: PageIndex
    problems: tuple[Problem, ...]

    def open_page(self, number: int) -> OpenPage:
        """Return a page by its number from 1."""
        boxes, above = self.pages.kinds[self.pages.which[number - 1]]
        page = self.pdf.get_object(self.pages.id(number - 1))
        holder = page if above is None else self.pdf.get_object(above)
        return OpenPage(number, page, boxes, dictionary(entry(holder, "/Resources")))


def inherited(page: pikepdf.Object, key: str) -> PdfValue:
    """Return what a page has under `key`, or else the nearest node above it."""
    node: PdfValue = page
    for _step in range(limits.CLIMB):
        found = entry(node, key)
        if found is not None:
            return found
        node = entry(node, "/Parent")
        if node is None:
            return None
    raise limits.LimitError(f"its page tree is more than {limits.CLIMB} nodes deep")


def _boxes(page: pikepdf.Object) -> PageBoxes:
    said = rectangle(inherited(page, "/MediaBox"))
    media, rotate = said or LETTER, inherited(page, "/Rotate")
    crop = rectangle(inherited(page, "/CropBox")) or media
    straight = rotate is None or number(rotate) == 0
    return PageBoxes(
        media,
        crop,
        rectangle(entry(page, "/BleedBox")),
        rectangle(entry(page, "/TrimBox")),
        rectangle(entry(page, "/ArtBox")),
        has_media=said is not None,
        rotate=number(rotate) or 0.0,
        upright=said == crop and straight and entry(page, "/UserUnit") is None,
    )


def _mended(pdf: pikepdf.Pdf) -> PageIndex:
    """Return the pages of a broken tree; pikepdf mends it, and warns."""
    pages = PageIndex()
    if len(pdf.pages) > limits.PAGES:
        raise limits.LimitError(f"it has more than {limits.PAGES:,} pages")
    for page in pdf.pages:
        pages.add(page.obj.objgen, (_boxes(page.obj), None))
    return pages


def _unreadable(file: str, why: object, hint: str = WRITE_ANEW) -> UnreadableError:
    message = f"the file can't be read: {said_of(why)}"
    return UnreadableError([read_problem(message, file, hint=hint)])


@contextmanager
def opened(data: bytes, file: str) -> Iterator[OpenFile]:
    """Open `data` as a PDF; `file` names it in problems.

    Raises:
        UnreadableError: it is no PDF, is locked by a password, or its page tree is broken.
    """
    if b"%PDF-" not in data[:1024]:
        raise _unreadable(file, "it does not begin as a PDF does", "name a PDF file")
    try:
        pdf = _reader(data, sound=True)
        try:
            pages = survey(pdf)
        except OddError:
            pdf.close()
            pdf = _reader(data, sound=False)
            pages = _mended(pdf)
    except pikepdf.PasswordError:
        hint = "save it without a password: a print shop can't ask for it"
        raise _unreadable(file, "it is locked by a password", hint) from None
    except StoppedError as reason:
        reason.raise_of_machine()
        raise _unreadable(file, f"reading its page tree {reason}") from None
    except MemoryError:
        raise _unreadable(file, OUT_OF_MEMORY) from None
    except (*FAULTS, RecursionError) as fault:
        raise _unreadable(file, fault) from None
    with pdf:
        if not pages:
            raise _unreadable(file, "it has no pages")
        yield OpenFile(data, pdf, file, pages, tuple(damage(pdf, file)))


def _reader(data: bytes, *, sound: bool) -> pikepdf.Pdf:
    """Open a file; of a tree that is not sound, pages are given at once what they inherit."""
    return pikepdf.open(BytesIO(data), suppress_warnings=True, inherit_page_attributes=not sound)


def damage(pdf: pikepdf.Pdf, file: str) -> Iterator[Problem]:
    """Yield what the reader had to mend since it was last asked."""
    warnings = [said_of(warning) for warning in pdf.get_warnings()]
    warnings = [said for said in warnings if not _harmless(said)]
    if warnings:
        more = f" (and {len(warnings) - 1} more)" if len(warnings) > 1 else ""
        yield read_problem(f"the file is damaged: {warnings[0]}{more}", file)


def _harmless(said: str) -> bool:
    found = _HARMLESS.match(said)
    return found is not None and int(found["said"] or 1) > int(found["highest"] or 0)
