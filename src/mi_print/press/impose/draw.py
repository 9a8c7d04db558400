"""Draws sheets: each page is one form, painted where the plan has it.

A page's own stream becomes the form, so its content is neither read nor
written anew, and its fonts, spot inks, overprint, layers, and transparency group
are what they were.  What belongs to single pages alone goes: tags, links, other
annotations, outlines.  A sheet's trim is round all trims on it, so that checks hold its
edges against what they ask of pages.
Forms: ISO 32000-1, 8.10; page boxes: 14.11.2; UserUnit and Rotate: 7.7.3.3.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from mi_print.geometry import Rectangle, common, times
from mi_print.press.boxes import box
from mi_print.press.impose.marks import SheetMarks
from mi_print.press.impose.sheet import SheetGrid, Side
from mi_print.press.impose.source_pages import SourcePage, inherited

_KEPT = {"/Type", "/Pages", "/OutputIntents", "/Metadata", "/OCProperties", "/Version", "/Lang"}
_INKS = 4
_KIDS = 64
_WEIGHT = 0.25
_DASH = "[3 2] 0 d"
_BLACK = {True: ("0 0 0 1 K", "0 0 0 1 k"), False: ("0 G", "0 g")}


@dataclass(frozen=True, slots=True)
class PrintedSide:
    """A side of a sheet: its pages, its marks, and the rectangle round all of its trims."""

    pages: Side
    marks: SheetMarks
    trims: Rectangle


def draw(
    book: Pdf, pages: Sequence[SourcePage], sides: Iterable[PrintedSide], grid: SheetGrid
) -> None:
    """Replace the pages of a file by sheets.

    Args:
        book: the file.
        pages: its pages, in their order.
        sides: what stands on each side of each sheet, in the order in which they are printed.
        grid: the sheet.
    """
    forms = _forms(book, pages)
    group = next((page.obj.Group for page in book.pages if Name.Group in page.obj), None)
    drawn = Sheets(
        book, forms, pages, grid, _in_inks(book), _fresh(group) if group is not None else None
    )
    _put(book, [drawn.page(side) for side in sides])
    for key in set(book.Root.keys()) - _KEPT:
        del book.Root[key]


@dataclass(slots=True)
class Sheets:
    """What all sheets share."""

    book: Pdf
    forms: Sequence[Object]
    pages: Sequence[SourcePage]
    grid: SheetGrid
    inks: bool
    group: Dictionary | None

    def page(self, side: PrintedSide) -> Object:
        """Return one side of a sheet."""
        used = {f"/P{number}": self.forms[placed.page] for number, placed in enumerate(side.pages)}
        said = []
        for number, placed in enumerate(side.pages):
            left, bottom, right, top = placed.window
            way = times(self.pages[placed.page].upright, placed.matrix)
            said.append(
                f"q {_numbers(left, bottom, right - left, top - bottom)} re W n"
                f" {_numbers(*way)} cm /P{number} Do Q"
            )
        said += _marks(side.marks, inks=self.inks)
        grid = self.grid
        resources = Dictionary(XObject=Dictionary(used))
        if side.marks != SheetMarks():
            resources.ExtGState = Dictionary(Marks=Dictionary(OP=True, op=True, OPM=1))
        page = Dictionary(
            Type=Name.Page,
            Resources=resources,
            Contents=self.book.make_indirect(Stream(self.book, "\n".join(said).encode())),
        )
        page.MediaBox = page.CropBox = box((0, 0, grid.width, grid.height))
        left, bottom, right, top = side.trims
        art = (left - grid.bleed, bottom - grid.bleed, right + grid.bleed, top + grid.bleed)
        page.BleedBox, page.TrimBox = box(_inside(art, grid)), box(_inside(side.trims, grid))
        if self.group is not None:
            page.Group = self.group
        return self.book.make_indirect(page)


def _put(book: Pdf, pages: Sequence[Object]) -> None:
    """Give a file these pages in place of its own, in a tree of two levels."""
    root = book.make_indirect(Dictionary(Type=Name.Pages, Count=len(pages)))
    nodes = []
    for first in range(0, len(pages), _KIDS):
        kids = pages[first : first + _KIDS]
        node = book.make_indirect(
            Dictionary(Type=Name.Pages, Parent=root, Count=len(kids), Kids=Array(kids))
        )
        for page in kids:
            page.Parent = node
        nodes.append(node)
    root.Kids = Array(nodes)
    book.Root.Pages = root


def _inside(rectangle: Rectangle, grid: SheetGrid) -> Rectangle:
    return common(rectangle, (0.0, 0.0, grid.width, grid.height))


def _fresh(group: Object) -> Dictionary:
    """Return a page group that blends in the same space."""
    found = Dictionary(S=Name.Transparency, I=True, K=False)
    if Name.CS in group:
        found.CS = group.CS
    return found


def _forms(book: Pdf, pages: Sequence[SourcePage]) -> list[Object]:
    """Turn each page's stream into a form; pages that share a stream get copies of it."""
    forms: list[Object] = []
    seen: set[tuple[int, int]] = set()
    for page, source in zip(book.pages, pages, strict=True):
        contents = page.obj.get(Name.Contents)
        if isinstance(contents, Array):
            page.contents_coalesce()
            contents = page.obj.Contents
        if contents is None:
            contents = book.make_indirect(Stream(book, b""))
        elif contents.objgen in seen:
            contents = book.make_indirect(Stream(book, contents.read_bytes()))
        seen.add(contents.objgen)
        contents.Subtype = Name.Form  # Type may be left out, and there may be very many
        contents.BBox = box(source.bleed)
        contents.Resources = inherited(page.obj, Name.Resources) or Dictionary()
        if Name.Group in page.obj:
            contents.Group = page.obj.Group
        forms.append(contents)
    return forms


def _in_inks(book: Pdf) -> bool:
    """Return whether a file is made for four inks, by its output intent."""
    intents = book.Root.get(Name.OutputIntents)
    for intent in intents if isinstance(intents, Array) else ():
        profile = intent.get(Name.DestOutputProfile)
        if profile is not None and profile.get(Name.N) == _INKS:
            return True
    return False


def _marks(marks: SheetMarks, *, inks: bool) -> list[str]:
    if marks == SheetMarks():
        return []
    stroke, fill = _BLACK[inks]
    said = [f"q /Marks gs {stroke} {fill} {_WEIGHT} w"]
    said += [_stroked(line) for line in marks.cuts]
    said += [
        f"{_numbers(left, bottom, right - left, top - bottom)} re f"
        for left, bottom, right, top in marks.bars
    ]
    said += [_DASH] if marks.folds else []
    said += [_stroked(line) for line in marks.folds]
    return [*said, "Q"]


def _stroked(line: tuple[float, float, float, float]) -> str:
    return f"{_numbers(*line[:2])} m {_numbers(*line[2:])} l S"


def _numbers(*numbers: float) -> str:
    return " ".join(f"{number:.4f}".rstrip("0").rstrip(".") for number in numbers)
