"""Pages out of HTML: the only module that imports WeasyPrint.

WeasyPrint typesets in RGB, once a size; what it sets may be written twice,
tagged for the screen and plain for the press.  Nothing is fetched from the
network or read outside the folders given, and a warning of WeasyPrint is a
problem of the layout, because what it ignores is missing on paper.

`_page_box` and the box classes are WeasyPrint's own and may change with it:
hence the exact pin in pyproject.toml, and the test that fails loudly.
"""

import gc
import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from mi_print.errors import InputError
from mi_print.layout.libraries import named_in_full
from mi_print.problem import Problem, error

with named_in_full():
    from weasyprint import CSS, HTML, Document
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout.absolute import AbsolutePlaceholder
    from weasyprint.pdf import pydyf
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

Box: TypeAlias = Any
"""A box of WeasyPrint's, which has no types."""

Rectangle = tuple[float, float, float, float]
"""x, y, width, height in points from the trim's top left corner."""

_POINTS = 0.75  # per CSS pixel
_ASCENT, _DESCENT = 0.76, 0.22
"""How far letters reach from the baseline, in em: Inter's, and those aligned with it."""
_AT = re.compile(r" at (\d+):(\d+)")


class _File(pydyf.PDF):  # type: ignore[misc]
    """Lists its pages once a page.

    pydyf lists them anew for each tag and link, and most of the time that a
    tagged book of 300 pages takes to write would go into that.
    """

    _listed: tuple[bytes, ...] = ()

    @property
    def page_references(self) -> tuple[bytes, ...]:
        if len(self._listed) != self.pages["Count"]:
            self._listed = super().page_references
        return self._listed


pydyf.PDF = _File


class _Confined(URLFetcher):  # type: ignore[misc]
    """Fetches `data:` addresses, and files below the roots; refuses the rest."""

    def __init__(self, roots: Sequence[Path]) -> None:
        super().__init__(allowed_protocols=("data", "file"), allow_redirects=False)
        self._roots = [root.resolve() for root in roots]

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url.startswith("file:"):
            path = Path(URLFetcherResponse(url).path or "").resolve()
            if not any(path.is_relative_to(root) for root in self._roots):
                raise ValueError(f"a layout may not read {path.name} outside the project folder")
        elif not url.startswith("data:"):
            raise ValueError("a layout reads from its own folder alone, not from the network")
        return super().fetch(url, headers)


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
            message = record.getMessage()
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
        yield
    finally:
        logger.handlers, logger.propagate = kept[0], kept[1]
        logger.setLevel(kept[2])


@contextmanager
def _uncollected() -> Iterator[None]:
    """Pause the garbage collector: a document is a million objects that all stay.

    Measured on the index of the program: 2.1 s with it, 1.1 s without.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.collect(1)
        if collecting:
            gc.enable()


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
class Pages:
    """Typeset pages: where each anchor stands (0-based), and the pages themselves."""

    document: Document

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


@dataclass(frozen=True, slots=True)
class Frame:
    """A box that its content must stay in: `name` is its `data-frame`.

    `read` is its `data-read`, how it is read; `smallest` is the size of its
    smallest text, `narrowest` the width of its narrowest picture, 0 for none.
    `wished` is its `data-wished`: how large its text should be, 0 for any size.
    `continued` says that it began on a page before.
    """

    name: str
    page: int
    box: Rectangle
    content: Rectangle
    read: str
    smallest: float
    narrowest: float
    wished: float
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Overrun:
    """A text that is wider than the block that holds it, or outside the trim."""

    text: str
    page: int
    box: Rectangle
    excess: float


@dataclass(frozen=True, slots=True)
class Mark:
    """What is read on a page: a text with its ascenders and descenders, or a picture."""

    text: str
    page: int
    box: Rectangle


class Typesetter:
    """Sets HTML with one list of stylesheets, compiled once."""

    def __init__(self, roots: Sequence[Path], sheets: Iterable[tuple[str, str, Path]]) -> None:
        """Compile the stylesheets, each (name in problems, text, folder of its addresses)."""
        self._fonts = FontConfiguration()
        self._fetch = _Confined(roots)
        problems: list[Problem] = []
        self._sheets = []
        for name, text, folder in sheets:
            with _as_problems(problems, name, placed=True):
                base = (folder.resolve() / "_").as_uri()
                compiled = CSS(
                    string=text, base_url=base, url_fetcher=self._fetch, font_config=self._fonts
                )
            self._sheets.append(compiled)
        if problems:
            raise InputError(problems)

    def set(self, html: str, folder: Path, name: str) -> Pages:
        """Typeset one HTML document; `name` is what a problem calls it.

        Raises:
            InputError: WeasyPrint warned of something.
        """
        problems: list[Problem] = []
        with _as_problems(problems, name), _uncollected():
            source = HTML(
                string=html,
                base_url=(folder.resolve() / "_").as_uri(),
                url_fetcher=self._fetch,
            )
            document = source.render(font_config=self._fonts, stylesheets=self._sheets)
        if problems:
            raise InputError(problems)
        return Pages(document)


def join(parts: Sequence[Pages]) -> Pages:
    """Put parts behind each other; links reach across them."""
    first = parts[0].document
    return Pages(first.copy([page for part in parts for page in part.document.pages]))


def frames(pages: Pages) -> list[Frame]:
    """Return every frame with the bounds of the lines and pictures in it."""
    found: list[Frame] = []
    began: dict[Box, int] = {}
    for number, page in enumerate(pages.document.pages, 1):
        for box in _descendants(page._page_box):  # noqa: SLF001 - see the module's docstring
            name = box.element is not None and box.element.get("data-frame")
            if name and isinstance(box, boxes.BlockBox) and box.element_tag == box.element.tag:
                read = box.element.get("data-read", "")
                wish = box.element.get("data-wished", "")
                wished = float(wish) if wish.replace(".", "", 1).isdecimal() else 0.0
                least = _least(box, boxes.TextBox), _least(box, boxes.ReplacedBox), wished
                later = began.setdefault(box.element, number) != number
                bounds = _content_box(box), _bounds(box)
                found.append(Frame(name, number, *bounds, read, *least, continued=later))
    return found


def overruns(pages: Pages, tolerance: float = 0.5) -> list[Overrun]:
    """Return the lines that are wider than their block by more than `tolerance` points."""
    found = []
    for number, page in enumerate(pages.document.pages, 1):
        for block in _descendants(page._page_box):  # noqa: SLF001 - see the module's docstring
            if not isinstance(block, boxes.BlockContainerBox):
                continue
            start = block.content_box_x()
            edge = start + block.width
            for line in block.children:
                if not isinstance(line, boxes.LineBox):
                    continue
                texts = [box for box in _descendants(line) if isinstance(box, boxes.TextBox)]
                left = min((box.position_x for box in texts), default=start)
                right = max((box.position_x + box.width for box in texts), default=edge)
                excess = max(right - edge, start - left) * _POINTS
                if excess > tolerance:
                    text = "".join(box.text for box in texts)
                    bounds = _rectangle(left, line.position_y, right, line.position_y + line.height)
                    found.append(Overrun(text, number, bounds, excess))
    return found


def strays(pages: Pages, tolerance: float = 0.5) -> list[Overrun]:
    """Return the texts that stand outside the trim by more than `tolerance` points.

    A text reaches from its capitals to its descenders, figures to the baseline:
    what else a line keeps free may lie outside where type is as large as a sign's.
    """
    found = []
    for number, page in enumerate(pages.document.pages, 1):
        for box in _descendants(page._page_box):  # noqa: SLF001 - see the module's docstring
            if not isinstance(box, boxes.TextBox) or not box.text.strip():
                continue
            x, baseline, size = (
                box.position_x,
                box.position_y + box.baseline,
                box.style["font_size"],
            )
            y = baseline - _ASCENT * size
            bottom = baseline + (0 if box.text.strip().isdecimal() else _DESCENT) * size
            beyond = (-x, -y, x + box.width - page.width, bottom - page.height)
            excess = max(beyond) * _POINTS
            if excess > tolerance:
                bounds = _rectangle(x, y, x + box.width, bottom)
                found.append(Overrun(box.text, number, bounds, excess))
    return found


def marks(pages: Pages) -> list[Mark]:
    """Return every text and every inline picture with the place that it takes."""
    found = []
    for number, page in enumerate(pages.document.pages, 1):
        for box in _descendants(page._page_box):  # noqa: SLF001 - see the module's docstring
            x, right = box.position_x, box.position_x + (box.width or 0)
            if isinstance(box, boxes.TextBox) and box.text.strip():
                baseline, size = box.position_y + box.baseline, box.style["font_size"]
                bounds = _rectangle(x, baseline - _ASCENT * size, right, baseline + _DESCENT * size)
                found.append(Mark(box.text.strip(), number, bounds))
            elif isinstance(box, boxes.ReplacedBox):
                y = box.position_y
                found.append(Mark("a picture", number, _rectangle(x, y, right, y + box.height)))
    return found


def codes(pages: Pages) -> tuple[frozenset[str], ...]:
    """Return for each page what its QR codes say: each picture's `data-code`."""
    return tuple(
        frozenset(
            box.element.get("data-code")
            for box in _descendants(page._page_box)  # noqa: SLF001 - see the module's docstring
            if isinstance(box, boxes.ReplacedBox) and box.element.get("data-code")
        )
        for page in pages.document.pages
    )


def _descendants(box: Box) -> Iterator[Box]:
    if isinstance(box, AbsolutePlaceholder):
        box = box._box  # noqa: SLF001 - see the module's docstring
    yield box
    for child in getattr(box, "children", ()):
        yield from _descendants(child)


def _bounds(frame: Box) -> Rectangle:
    """Return the bounds of what is set in a frame: lines' heights, texts' widths, pictures."""
    left = right = frame.content_box_x()
    top = bottom = frame.content_box_y()
    for box in _descendants(frame):
        if isinstance(box, boxes.LineBox | boxes.ReplacedBox):
            bottom = max(bottom, box.position_y + box.height)
            top = min(top, box.position_y)
        if isinstance(box, boxes.TextBox | boxes.ReplacedBox):
            right = max(right, box.position_x + box.width)
            left = min(left, box.position_x)
    return _rectangle(left, top, right, bottom)


def _least(frame: Box, kind: type) -> float:
    """Return the least size of texts or width of pictures in a frame, 0 if there are none."""
    found: list[Box] = [box for box in _descendants(frame) if isinstance(box, kind)]
    texts = kind is boxes.TextBox
    return min((b.style["font_size"] if texts else b.width for b in found), default=0) * _POINTS


def _content_box(box: Box) -> Rectangle:
    x, y = box.content_box_x(), box.content_box_y()
    return _rectangle(x, y, x + box.width, y + box.height)


def _rectangle(left: float, top: float, right: float, bottom: float) -> Rectangle:
    return left * _POINTS, top * _POINTS, (right - left) * _POINTS, (bottom - top) * _POINTS
