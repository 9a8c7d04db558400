"""The page tree, walked a part at a time (ISO 32000-1, 7.7.3).

A reader keeps every object that it has parsed, and a page is kilobytes of
objects: of two hundred thousand pages nobody could hold all.  So a long tree is
walked by processes that end after some thousand pages; what is kept of a page
is where it stands and how it is cut.

Only a sound tree is walked here.  One that is broken raises `OddError`, and
is left to a reader that mends it.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

import pikepdf

from mi_print.geometry import Rectangle
from mi_print.preflight.pdf import limits
from mi_print.preflight.pdf.objects import PdfValue, entry, identity, number, rectangle
from mi_print.preflight.pdf.page_boxes import PageBoxes
from mi_print.processes.child import Child

LETTER: Rectangle = (0.0, 0.0, 612.0, 792.0)
FIRST = 500
"""Pages that are read by the process that asks."""

_PART = 5_000  # pages for each process after it
_PATIENCE = 300.0  # seconds for such a part
_GENERATIONS = 1 << 16
_KEYS = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate", "/UserUnit")

Id = tuple[int, int]
"""The number and generation of an object."""


class OddError(Exception):
    """The tree is not as it should be."""


@dataclass(frozen=True, slots=True)
class Inherited:
    """What pages under a node have if they don't say otherwise."""

    media: Rectangle | None = None
    crop: Rectangle | None = None
    rotate: float | None = None
    resources: Id | None = None
    """The node that holds them."""


PageKind = tuple[PageBoxes, Id | None]
"""How a page is cut, and which node holds its resources if it does not itself."""


@dataclass(slots=True)
class TreeStep:
    """One node on the way down to a page."""

    node: Id
    next: int
    inherited: Inherited


@dataclass(slots=True)
class TreePart:
    """Some pages in their order, the nodes passed, and the way to the next page."""

    pages: list[tuple[Id, PageKind]]
    nodes: list[Id]
    way: list[TreeStep]


@dataclass(slots=True)
class PageIndex:
    """All pages of a file: where each stands, and how it is cut."""

    ids: "array[int]" = field(default_factory=lambda: array("Q"))
    kinds: list[PageKind] = field(default_factory=list)
    which: "array[int]" = field(default_factory=lambda: array("L"))
    """By page, which of the kinds it is."""
    _known: dict[PageKind, int] = field(default_factory=dict)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.ids)

    def add(self, page: Id, kind: PageKind) -> None:
        """Add a page at the end."""
        known = self._known.get(kind)
        if known is None:
            known = self._known[kind] = len(self.kinds)
            self.kinds.append(kind)
        self.ids.append(page[0] * _GENERATIONS + page[1])
        self.which.append(known)

    def id(self, index: int) -> Id:
        """Return where a page stands."""
        return divmod(self.ids[index], _GENERATIONS)

    def boxes(self, number_: int) -> PageBoxes:
        """Return how a page is cut, by its number from 1."""
        return self.kinds[self.which[number_ - 1]][0]


def survey(pdf: pikepdf.Pdf) -> PageIndex:
    """Return all pages of a file whose tree is sound.

    Args:
        pdf: opened without pushing down what pages inherit.

    Raises:
        OddError: it is not.
        StoppedError: reading it crashed.
    """
    root = pdf.Root.get("/Pages")
    top = identity(root)
    if top is None or not _is(root, "/Pages") or entry(root, "/Parent") is not None:
        raise OddError
    pages, nodes = PageIndex(), {top}
    part: TreePart | None = _walk(pdf, [TreeStep(top, 0, _inherited(root, Inherited()))], FIRST)
    while True:
        if part is None or not nodes.isdisjoint(part.nodes):
            raise OddError
        nodes.update(part.nodes)
        for page in part.pages:
            pages.add(*page)
        if len(pages) > limits.PAGES:
            raise limits.LimitError(f"it has more than {limits.PAGES:,} pages")
        if not part.way:
            break
        (part,) = Child(partial(_alone, pdf, part.way), _PATIENCE, fork=True)
    if len(set(pages.ids)) < len(pages):
        raise OddError
    return pages


def _alone(pdf: pikepdf.Pdf, way: list[TreeStep]) -> Iterator[TreePart | None]:
    try:
        part = _walk(pdf, way, _PART)
    except OddError:
        yield None
    else:
        yield None if pdf.get_warnings() else part


def _walk(pdf: pikepdf.Pdf, way: list[TreeStep], most: int) -> TreePart:
    """Go on along the way until so many pages, or as many nodes, are passed."""
    part = TreePart([], [], way)
    known: dict[object, PageBoxes] = {}
    opened = [_kids(pdf.get_object(step.node)) for step in way]
    while way and len(part.pages) < most and len(part.nodes) < most:
        step, kids = way[-1], opened[-1]
        if step.next >= len(kids):
            way.pop()
            opened.pop()
            continue
        kid = kids[step.next]
        step.next += 1
        place = identity(kid)
        if place is None or not isinstance(kid, pikepdf.Dictionary):
            raise OddError
        if kid.get("/Kids") is None:
            part.pages.append((place, _page(kid, step.inherited, known)))
            continue
        if len(way) >= limits.CLIMB or not _is(kid, "/Pages"):
            raise OddError
        way.append(TreeStep(place, 0, _inherited(kid, step.inherited)))
        opened.append(_kids(kid))
        part.nodes.append(place)
    return part


def _is(node: PdfValue, kind: str) -> bool:
    return isinstance(node, pikepdf.Dictionary) and bool(node.get("/Type") == kind)


def _kids(node: PdfValue) -> pikepdf.Array:
    kids = entry(node, "/Kids")
    if not isinstance(kids, pikepdf.Array):
        raise OddError
    return kids


def _inherited(node: PdfValue, above: Inherited) -> Inherited:
    media, crop, rotate = (entry(node, key) for key in ("/MediaBox", "/CropBox", "/Rotate"))
    resources = entry(node, "/Resources")
    if resources is not None and not isinstance(resources, pikepdf.Dictionary):
        raise OddError
    return Inherited(
        above.media if media is None else _sound(media),
        above.crop if crop is None else _sound(crop),
        above.rotate if rotate is None else _angle(rotate),
        above.resources if resources is None else identity(node),
    )


def _page(page: pikepdf.Object, above: Inherited, known: dict[object, PageBoxes]) -> PageKind:
    """Return what is kept of a page; of pages that say the same, the same."""
    own = page.get("/Resources")
    if not _is(page, "/Page") or not isinstance(own, pikepdf.Dictionary | None):
        raise OddError
    if own is None and above.resources is None:
        raise OddError
    held = [page.get(key) for key in _KEYS]
    said = tuple(each.unparse() if isinstance(each, pikepdf.Object) else each for each in held)
    boxes = known.get((said, above))
    if boxes is None:
        boxes = known[said, above] = _boxes(held, above)
    return boxes, above.resources if own is None else None


def _boxes(held: Sequence[PdfValue], above: Inherited) -> PageBoxes:
    media, crop, bleed, trim, art, rotate, unit = held
    whole = above.media if media is None else _sound(media)
    if whole is None:
        raise OddError
    seen = (above.crop if crop is None else _sound(crop)) or whole
    turned = above.rotate if rotate is None else _angle(rotate)
    return PageBoxes(
        whole,
        seen,
        rectangle(bleed),
        rectangle(trim),
        rectangle(art),
        rotate=turned or 0.0,
        upright=seen == whole and not turned and unit is None,
    )


def _sound(box: PdfValue) -> Rectangle:
    found = rectangle(box)
    if found is None:
        raise OddError
    return found


def _angle(value: PdfValue) -> float:
    found = number(value)
    if found is None:
        raise OddError
    return found
