"""Pages out of HTML, set by WeasyPrint.

WeasyPrint typesets in RGB, once a size; what it sets may be written twice,
tagged for the screen and plain for the press.  Nothing is fetched from the
network or read outside the folders given, and a warning of WeasyPrint is a
problem of the layout, because what it ignores is missing on paper.
`layout/typeset/boxes.py` reads what was set.
"""

import gc
import logging
import mimetypes
import os
import re
import sys
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from mi_print.collection import uncollected
from mi_print.errors import InputError
from mi_print.event.pictures.svg_size import DrawsTooMuchError
from mi_print.files import real_path
from mi_print.layout.typeset.amendments import amend
from mi_print.layout.typeset.dlopen import named_in_full
from mi_print.problem import Problem, error
from mi_print.processes.limits import step
from mi_print.source.project_files import read_bytes

with named_in_full():
    from weasyprint import CSS, HTML, Document
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

amend()

_DATA = re.compile(r"(data:[^\s'\"]{40})[^\s'\"]+")  # an address that is a whole file
_AT = re.compile(r" at (\d+):(\d+)")
_MOST_BYTES = 500_000_000
_DRAW_LESS = "draw it with fewer elements and shorter paths, or save it as PNG"
_HUGE_PICTURE = "Image size"
"""How Pillow begins a warning of a picture of more than 89 million pixels; it refuses 179."""
_NO_TEXT = re.compile(
    "[\0-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]|&#(?:x0*(?:d[89a-f]..)?|0+);",
    re.IGNORECASE,
)
"""Characters, and references to such, that HTML and CSS can't hold: XML 1.0, 2.2."""


class _Read(URLFetcherResponse):  # type: ignore[misc]
    """A file that has been read; WeasyPrint would open a picture's path again later."""

    path: ClassVar[None] = None


class _Confined(URLFetcher):  # type: ignore[misc]
    """Fetches `data:` addresses, and files below the roots; refuses the rest."""

    def __init__(self, roots: Sequence[Path]) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self._roots = [root.resolve() for root in roots]
        self.read: set[Path] = set()

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url[:5].lower() == "data:":
            return super().fetch(url, headers)
        address = urlsplit(url)  # a query or a fragment is no part of a file's name
        path = Path(os.fsdecode(unquote_to_bytes(address.path)))
        if address.scheme != "file" or address.netloc or not path.is_absolute():
            raise ValueError("a layout reads from its own folder alone, not from the network")
        real = real_path(path)
        root = next((root for root in self._roots if real.is_relative_to(root)), None)
        if root is None:
            raise ValueError(f"a layout may not read {real.name} outside the project folder")
        data = read_bytes(real, root, limit=_MOST_BYTES)
        if isinstance(data, Problem):
            raise ValueError(data.message)  # noqa: TRY004 - what WeasyPrint takes for a warning
        self.read.add(real)
        kind = mimetypes.guess_type(path.name)[0] or "text/plain"
        return _Read(path.as_uri(), data, {"Content-Type": kind})


@contextmanager
def _as_problems(problems: list[Problem], file: str, *, placed: bool = False) -> Iterator[None]:
    """Collect what WeasyPrint logs as problems of `file`.

    Args:
        problems: the list to which they go.
        file: what was typeset.
        placed: whether the positions that WeasyPrint names are positions in that
            file; of a document they are positions in one `style` attribute.
    """

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if (drawn := _drawn(record, file)) is not None:
                if drawn not in problems:  # each card has it
                    problems.append(drawn)
                return
            message = _DATA.sub(r"\1…", record.getMessage()) + _unsaid(record)
            at = _AT.search(message)
            line, column = (int(at[1]), int(at[2])) if at and placed else (None, None)
            problems.append(
                error(
                    "typeset",
                    _AT.sub("", message).replace("ValueError: ", ""),
                    "the typesetter left this out; mend or remove it",
                    file=file,
                    line=line,
                    column=column,
                )
            )

    logger = logging.getLogger("weasyprint")
    collector = Collector(level=logging.WARNING)
    kept = logger.handlers[:], logger.propagate, logger.level
    logger.handlers, logger.propagate = [collector], False
    logger.setLevel(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module=r"PIL\.")  # of damage that can be read past
            warnings.filterwarnings("error", _HUGE_PICTURE)
            yield
    except (ArithmeticError, ValueError) as reason:
        # of numbers without a limit, of characters that no encoding has
        message = f"this can't be set: {reason}"
        problems.append(
            error("typeset", message, "look for what is very large, or no text", file=file)
        )
    finally:
        logger.handlers, logger.propagate = kept[0], kept[1]
        logger.setLevel(kept[2])


def _drawn(record: logging.LogRecord, file: str) -> Problem | None:
    """Return the problem of a picture that draws too much, as was counted or came out."""
    *named, last = record.args if isinstance(record.args, tuple) and record.args else (None,)
    reason = last.__cause__ if isinstance(last, Exception) and last.__cause__ else last
    if isinstance(sys.exc_info()[1], MemoryError):  # the typesetter does not say what it caught
        return error("limit", "an SVG in it takes too much memory", _DRAW_LESS, file=file)
    if not isinstance(reason, DrawsTooMuchError):
        return None
    address = str(named[0]) if named else ""
    is_file = address.startswith("file:")
    name = unquote(address.rpartition("/")[2]) if is_file else "an SVG in it"
    return error("limit", f"{name} {reason}", _DRAW_LESS, file=file)


def _unsaid(record: logging.LogRecord) -> str:
    """Return the cause of an exception that a record ends with and that says nothing itself."""
    *_, last = record.args if isinstance(record.args, tuple) and record.args else (None,)
    cause = last.__cause__ if isinstance(last, Exception) and not str(last) else None
    return str(cause or "")


def _check_text(text: str, file: str) -> None:
    """Raise `InputError` of what is no character of a text."""
    if found := _NO_TEXT.search(text):
        line = text.count("\n", 0, found.start()) + 1
        name = found[0] if found[0].startswith("&") else f"U+{ord(found[0]):04X}"
        message = f"{name} in line {line} of what is set is no character of a text"
        raise InputError([error("typeset", message, "take it out", file=file)])


@contextmanager
def _set_aside() -> Iterator[None]:
    """Let the garbage collector pass over all that is there, and collect what comes.

    Pages stay; what writing them leaves behind need not.  Measured on 316
    pages: no slower than without the collector, and 50 MB less.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@dataclass(frozen=True, slots=True)
class TypesetPages:
    """Typeset pages: where each anchor stands (0-based), and the pages themselves.

    `roots` are the trees of its HTML; `slots` are their elements that a record fills,
    in their order.
    """

    document: Document
    slots: tuple[Any, ...] = ()
    roots: tuple[Any, ...] = ()

    def __len__(self) -> int:
        """How many pages."""
        return len(self.document.pages)

    @property
    def anchors(self) -> dict[str, int]:
        """The 0-based page of each `id`, the first where it stands on several."""
        places: dict[str, int] = {}
        for number, page in enumerate(self.document.pages):
            for anchor in page.anchors:
                places.setdefault(anchor, number)
        return places

    def pdf(self, *, tagged: bool, name: str = "layout") -> bytes:
        """Write the pages: PDF/UA-1 with tags, or plain; `name` is what a problem calls them."""
        problems: list[Problem] = []
        with _as_problems(problems, name), _set_aside():
            written: bytes = self.document.write_pdf(pdf_variant="pdf/ua-1" if tagged else None)
        if problems:
            raise InputError(problems)
        return written


class Typesetter:
    """Sets HTML with one list of stylesheets, compiled once."""

    def __init__(self, roots: Sequence[Path], sheets: Iterable[tuple[str, str, Path]]) -> None:
        """Compile the stylesheets, each (name in problems, text, folder of its addresses)."""
        self._fonts = FontConfiguration()
        self._fetch = _Confined(roots)
        problems: list[Problem] = []
        self._sheets = []
        for name, text, folder in sheets:
            step(name)
            _check_text(text, name)
            with _as_problems(problems, name, placed=True):
                base = (folder.resolve() / "_").as_uri()
                compiled = CSS(
                    string=text, base_url=base, url_fetcher=self._fetch, font_config=self._fonts
                )
                self._sheets.append(compiled)
        if problems:
            raise InputError(problems)

    @property
    def read(self) -> frozenset[Path]:
        """The files that were read for what has been set, besides the stylesheets."""
        return frozenset(self._fetch.read)

    def set(self, html: str, folder: Path, name: str) -> TypesetPages:
        """Typeset one HTML document.

        Args:
            html: the document.
            folder: of its addresses.
            name: what a problem calls it.

        Raises:
            InputError: WeasyPrint warned of something.
        """
        problems: list[Problem] = []
        _check_text(html, name)
        with _as_problems(problems, name), uncollected():
            source = HTML(
                string=html,
                base_url=(folder.resolve() / "_").as_uri(),
                url_fetcher=self._fetch,
            )
            slots = tuple(
                each
                for each in source.etree_element.iter()
                if isinstance(each.tag, str) and "data-slot" in each.attrib
            )
            document = source.render(font_config=self._fonts, stylesheets=self._sheets)
        if problems:
            raise InputError(problems)
        return TypesetPages(document, slots, (source.etree_element,))


def join(parts: Sequence[TypesetPages]) -> TypesetPages:
    """Put parts behind each other; links reach across them."""
    first = parts[0].document
    return TypesetPages(
        first.copy([page for part in parts for page in part.document.pages]),
        tuple(element for part in parts for element in part.slots),
        tuple(root for part in parts for root in part.roots),
    )
