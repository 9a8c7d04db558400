"""The pages of a file as they are placed on sheets, or why they can't be.

Boxes, turn, and resources may be inherited (ISO 32000-1, 7.7.3.4); a page without a TrimBox
is cut where it is cropped (14.11.2).
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from mi_print.geometry import Matrix, Rectangle, common, empty
from mi_print.problem import Problem, error, warning
from mi_print.units import in_words

_ANEW = "write the file anew from what made it"
_SAME = 0.1  # points between sizes that are the same
_QUARTER = 90
_DEEPEST = 100  # nodes of a page tree, and forms in forms
_TRIM, _BLEED, _ART = "/TrimBox", "/BleedBox", "/ArtBox"
_Cuts = Mapping[str, Rectangle | None]
"""A page's own boxes, None for one that is no box."""


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page as it is placed.

    Attributes:
        bleed: as far as its art goes, in its own space.
        upright: turns its space into points from that corner of its trim which is read as
            the bottom left one.
        width: of the trim as it is read, in points.
        height: of it.
        margin: how far its art goes beyond its trim, where that is least, in points.
    """

    bleed: Rectangle
    upright: Matrix
    width: float
    height: float
    margin: float


@dataclass(frozen=True, slots=True)
class SourcePages:
    """All pages of a file, what sheets will lack of them, and what is odd."""

    pages: list[SourcePage]
    dropped: tuple[str, ...]
    problems: list[Problem]

    @property
    def trim(self) -> tuple[float, float]:
        """The width and height of a page."""
        return self.pages[0].width, self.pages[0].height

    @property
    def bleed(self) -> float:
        """How far art goes beyond the trim on all sides of all pages."""
        return max(0.0, min(page.margin for page in set(self.pages)))


def source_pages(book: Pdf, file: str) -> SourcePages:
    """Return the pages of a file; with an error among the problems it can't be imposed.

    Args:
        book: the file.
        file: what problems call it.
    """
    problems: list[Problem] = []
    if book.is_encrypted:
        message, hint = "it is encrypted, and sheets would not be", "save it without a password"
        problems.append(error("not-imposed", message, hint, file=file))
    if not book.pages:
        hint = "name a PDF with pages"
        problems.append(error("not-imposed", "it has no pages", hint, file=file))
    pages: list[SourcePage] = []
    sound: set[tuple[int, int]] = set()
    known: dict[object, SourcePage] = {}
    uncut = noted = 0
    for number, page in enumerate(book.pages, 1):
        noted += Name.Annots in page.obj
        uncut = uncut or number * (Name.TrimBox not in page.obj)
        cut = {
            key: _rectangle(page.obj.get(key)) for key in (_TRIM, _BLEED, _ART) if key in page.obj
        }
        found = _source_page(page.obj, cut, known)
        if found is None:
            message = "this page has no media box, or is turned by no quarter"
            problems.append(error("not-imposed", message, _ANEW, file=file, page=number))
            continue
        pages.append(found)
        if fault := _unsound(page.obj, cut, sound):
            problems.append(error("not-imposed", fault, _ANEW, file=file, page=number))
    problems += _mixed(pages, file)
    if uncut:
        message = "this page does not say where it is cut; all of it is taken as its trim"
        hint = "write the file with a TrimBox, if it has bleed"
        problems.append(warning("no-trim", message, hint, file=file, page=uncut))
    return SourcePages(pages, tuple(_dropped(book, noted=noted > 0)), problems)


def inherited(page: Object, key: Name) -> Object | None:
    """Return what a page has under a key, or else the nearest node above it."""
    node = page
    for _ in range(_DEEPEST):
        if key in node:
            return node.get(key)
        if Name.Parent not in node:
            break
        node = node.Parent
    return None


def _has_content(contents: object) -> bool:
    """Return whether a page's content is none, a stream, or streams."""
    if isinstance(contents, Array):
        return all(isinstance(each, Stream) for each in list(contents))
    return contents is None or isinstance(contents, Stream)


def _dropped(book: Pdf, *, noted: bool) -> Iterator[str]:
    if Name.StructTreeRoot in book.Root:
        yield "tags"
    if Name.Outlines in book.Root:
        yield "bookmarks"
    if noted:
        yield "links and other annotations"
    if Name.AcroForm in book.Root:
        yield "form fields"


def _unsound(page: Object, cut: _Cuts, sound: set[tuple[int, int]]) -> str | None:
    """Return what of a page can't be placed; `sound` has the forms that are known to be."""
    for key, box in cut.items():
        if box is None:
            return f"its {key[1:]} is no box"
    if not _has_content(page.get(Name.Contents)):
        return "the content of this page is no stream"
    if _circle(inherited(page, Name.Resources), sound, ()):
        return f"a form of this page stands in itself, or in more than {_DEEPEST} others"
    return None


def _source_page(page: Object, cut: _Cuts, known: dict[object, SourcePage]) -> SourcePage | None:
    """Return a page, the same one for pages that are cut alike; None if it has no sound boxes."""
    media = _rectangle(inherited(page, Name.MediaBox))
    crop = _rectangle(inherited(page, Name.CropBox)) or media
    trim = cut.get(_TRIM) or cut.get(_ART) or crop
    bleed = cut.get(_BLEED) or trim
    turn = _number(inherited(page, Name.Rotate), 0.0)
    unit = _number(page.get(Name.UserUnit), 1.0)
    if media is None or trim is None or bleed is None or empty(common(trim, media)):
        return None
    if turn is None or turn % _QUARTER or unit is None or unit <= 0:
        return None
    key = (trim, bleed, media, turn, unit)
    if key not in known:
        known[key] = placed_page(trim, common(bleed, media), int(turn) % 360, unit)
    return known[key]


def placed_page(trim: Rectangle, bleed: Rectangle, turn: int, unit: float) -> SourcePage:
    """Return a page by its boxes, its turn in degrees clockwise, and the size of its unit."""
    left, bottom, right, top = trim
    u = unit
    width, height = (right - left) * u, (top - bottom) * u
    upright = {
        0: (u, 0.0, 0.0, u, -left * u, -bottom * u),
        90: (0.0, -u, u, 0.0, -bottom * u, right * u),
        180: (-u, 0.0, 0.0, -u, right * u, top * u),
        270: (0.0, u, -u, 0.0, top * u, -left * u),
    }[turn]
    size = (width, height) if turn in {0, 180} else (height, width)
    margin = min(left - bleed[0], bottom - bleed[1], bleed[2] - right, bleed[3] - top) * u
    return SourcePage(bleed, upright, *size, margin)


def _rectangle(box: object) -> Rectangle | None:
    """Return a box with its corners in order; None if it is none or has no area."""
    if not isinstance(box, Array) or len(box) != 4:  # noqa: PLR2004 - corners
        return None
    x, y, u, v = (_number(edge, None) for edge in list(box))
    if x is None or y is None or u is None or v is None or x == u or y == v:
        return None
    return min(x, u), min(y, v), max(x, u), max(y, v)


def _number(value: object, absent: float | None) -> float | None:
    """Return a number of a file, or what stands for none; None for what is no number."""
    if value is None:
        return absent
    return float(value) if isinstance(value, int | float | Decimal) else None


def _mixed(pages: list[SourcePage], file: str) -> Iterator[Problem]:
    sizes = [(page.width, page.height) for page in pages]
    if not sizes:
        return
    (width, height), _ = Counter(sizes).most_common(1)[0]
    others = [
        number
        for number, (across, down) in enumerate(sizes, 1)
        if abs(across - width) > _SAME or abs(down - height) > _SAME
    ]
    if others:
        across, down = sizes[others[0] - 1]
        more = f", as {len(others) - 1} more are of other sizes" if len(others) > 1 else ""
        message = (
            f"this page is {in_words(across)} × {in_words(down)}{more}, and most are"
            f" {in_words(width)} × {in_words(height)}"
        )
        hint = "impose pages of one size; take the others out"
        yield error("not-imposed", message, hint, file=file, page=others[0])


def _circle(
    resources: object, sound: set[tuple[int, int]], above: tuple[tuple[int, int], ...]
) -> bool:
    """Return whether forms run in a circle; `sound` has those of which it is known."""
    if len(above) > _DEEPEST:
        return True
    if not isinstance(resources, Dictionary):
        return False
    forms = resources.get(Name.XObject)
    for form in forms.values() if isinstance(forms, Dictionary) else ():
        if not isinstance(form, Object) or not form.is_indirect or form.objgen in sound:
            continue
        if form.objgen in above:
            return True
        if _circle(form.get(Name.Resources), sound, (*above, form.objgen)):
            return True
        sound.add(form.objgen)
    return False
