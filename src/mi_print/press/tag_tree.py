"""The tag tree of a screen edition, made as PDF/UA-1 asks (ISO 14289-1, 7).

The typesetter gives every box of a link an annotation, puts lists inside each
other as HTML has them, and leaves what stands in the margins tagged, but in no tree.
"""

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf

_MARKED = re.compile(rb"/\w+\s+<<\s*/MCID (\d+)\s*>>\s*BDC")
_IN_MARGIN = b"/Artifact <</Type /Pagination>> BDC"
_CLOSE = 0.5  # points by which one box of a link may go beyond another
_IN_LIST = {"/LI": "/L", "/Lbl": "/LI", "/LBody": "/LI"}
_KEPT_EMPTY = (Name.Figure, Name.Document)


def mend(book: Pdf) -> None:
    """Make links, lists and tables of a tagged file right, and artifacts of running heads."""
    tree = TagTree(book)
    tree.part_links()
    for element in tree.elements():
        if element.S == Name.L:
            _itemize(book, element)
    for element in tree.elements():
        above = _IN_LIST.get(str(element.S))
        if above and str(element.P.S) != above:
            element.S = Name.NonStruct  # the typesetter's own box round an item
    for element in tree.elements():
        if element.S == Name.TR:
            _fill_row(element)
        elif Name.Table == element.S:
            _scope(element)
    tree.prune()
    tree.release_margins()
    for page in book.pages:
        page.obj.Tabs = Name.S


def kids(element: Object) -> list[Object]:
    """Return what is directly below an element: elements, references, numbers of contents."""
    held = element.get(Name.K)
    if held is None:
        return []
    return list(held) if isinstance(held, Array) else [held]


def is_element(kid: object) -> bool:
    """Return whether something below an element is an element too."""
    return isinstance(kid, Dictionary) and Name.S in kid


def _put(element: Object, children: list[Object]) -> None:
    element.K = Array(children)
    for child in children:
        if is_element(child):
            child.P = element


class TagTree:
    """The tree of one file, and which element each content and annotation belongs to."""

    def __init__(self, book: Pdf) -> None:
        """Read the tree."""
        self._book = book
        self._root = book.Root.StructTreeRoot
        numbers = list(self._root.ParentTree.Nums)
        self._owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))

    def elements(self) -> Iterator[Object]:
        """Yield all elements, each before those below it; the tree may change meanwhile."""
        waiting = [kid for kid in reversed(kids(self._root)) if is_element(kid)]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [kid for kid in reversed(kids(element)) if is_element(kid)]

    # --- links ---------------------------------------------------------------------------

    def part_links(self) -> None:
        """Put each annotation of a link under one Link of its own (7.18.5)."""
        gone: set[tuple[int, int]] = set()
        for element in list(self.elements()):
            if Name.Link == element.S and not _inside_link(element):
                gone |= self._part(element)
        for page in self._book.pages:
            if Name.Annots in page.obj:
                left = [one for one in page.obj.Annots if one.objgen not in gone]
                page.obj.Annots = Array(left)
        pairs = sorted(self._owners.items())
        self._root.ParentTree.Nums = Array([each for pair in pairs for each in pair])

    def _part(self, link: Object) -> set[tuple[int, int]]:
        """Keep the outer boxes of a link; return the annotations of those inside, or of nothing."""
        found = list(_references(link))
        bare = not any(isinstance(kid, int) for kid in _contents(link))
        kept: list[tuple[Object, Object]] = []
        gone = set()
        for owner, reference in found:
            box = [float(edge) for edge in reference.Obj.Rect]
            if bare or any(_covers(other.Obj.Rect, box) for _, other in kept):
                gone.add(reference.Obj.objgen)
                del self._owners[int(reference.Obj.StructParent)]
                _put(owner, [kid for kid in kids(owner) if not _same(kid, reference)])
            else:
                kept.append((owner, reference))
        for owner, reference in kept[:1]:  # the first one's is the link itself
            if not _same(owner, link):
                _put(owner, [kid for kid in kids(owner) if not _same(kid, reference)])
                _put(link, [reference, *kids(link)])
                self._owners[int(reference.Obj.StructParent)] = link
        for owner, _ in reversed(kept[1:]):
            _put(owner.P, [kid for kid in kids(owner.P) if not _same(kid, owner)])
            owner.S = Name.Link
            around = kids(link.P)
            at = next(place for place, kid in enumerate(around) if _same(kid, link))
            _put(link.P, [*around[: at + 1], owner, *around[at + 1 :]])
        for element in _below(link):
            if Name.Link == element.S:
                element.S = Name.Span
        return gone

    # --- what is empty, and what is in no tree -------------------------------------------

    def prune(self) -> None:
        """Take out elements that hold nothing."""
        for element in reversed(list(self.elements())):
            left = [kid for kid in kids(element) if not (is_element(kid) and _empty(kid))]
            if len(left) < len(kids(element)):
                _put(element, left)

    def release_margins(self) -> None:
        """Make artifacts of contents whose elements are in no tree (14.8.2.2)."""
        known = {element.objgen for element in self.elements()}
        for number, page in enumerate(self._book.pages):
            owners = self._owners.get(number)
            if not isinstance(owners, Array):
                continue
            lost = {
                at
                for at, owner in enumerate(list(owners))
                if not isinstance(owner, Dictionary) or owner.objgen not in known
            }
            if lost:
                self._release(page.obj, owners, lost)

    def _release(self, page: Object, owners: Array, lost: set[int]) -> None:
        def released(found: re.Match[bytes]) -> bytes:
            return _IN_MARGIN if int(found[1]) in lost else found[0]

        content = page.Contents.read_bytes()
        page.Contents = self._book.make_stream(_MARKED.sub(released, content))
        for at in lost:
            owners[at] = None


def _references(element: Object) -> Iterator[tuple[Object, Object]]:
    """Yield the references to annotations at and below an element, with what holds them."""
    for kid in kids(element):
        if is_element(kid):
            yield from _references(kid)
        elif isinstance(kid, Dictionary) and kid.get(Name.Type) == Name.OBJR:
            yield element, kid


def _below(element: Object) -> Iterator[Object]:
    for kid in kids(element):
        if is_element(kid):
            yield kid
            yield from _below(kid)


def _inside_link(element: Object) -> bool:
    above = element.P
    while isinstance(above, Dictionary) and Name.S in above:
        if Name.Link == above.S:
            return True
        above = above.P
    return False


def _covers(outer: Object, box: list[float]) -> bool:
    left, low, right, high = (float(edge) for edge in outer)
    left, right, low, high = min(left, right), max(left, right), min(low, high), max(low, high)
    x, y, u, v = min(box[::2]), min(box[1::2]), max(box[::2]), max(box[1::2])
    inside = left - _CLOSE <= x and u <= right + _CLOSE
    return inside and low - _CLOSE <= y and v <= high + _CLOSE


def _same(one: Object, other: Object) -> bool:
    return isinstance(one, Dictionary) and one.is_indirect and one.objgen == other.objgen


def _empty(element: Object) -> bool:
    return not kids(element) and element.S not in _KEPT_EMPTY and Name.Alt not in element


# --- lists -------------------------------------------------------------------------------


def _itemize(book: Pdf, items: Object) -> None:
    """Let a list hold items, and each item a label and a body (ISO 32000-1, 14.8.4.3.3)."""
    found: list[Object] = []
    for kid in kids(items):
        if is_element(kid) and kid.S == Name.LI:
            found.append(_item(book, kid))
        elif is_element(kid) and kid.S == Name.L and found:
            body = kids(found[-1])[-1]
            _put(body, [*kids(body), kid])
        elif is_element(kid) and Name.Caption == kid.S:
            found.append(kid)
        else:
            found.append(_row(book, kid, items))
    _put(items, found)


def _row(book: Pdf, kid: Object, items: Object) -> Object:
    """Return an item of what stands in a list without being one: a term with its explanation."""
    inner = kids(kid) if is_element(kid) else []
    parts = [each for each in inner if is_element(each) and each.S == Name.LI]
    bodies = [body for part in parts for body in kids(part)]
    if len(bodies) > 1 and len(parts) == len(inner):
        bodies[0].S = Name.Lbl
        return _made(book, items, Name.LI, [bodies[0], _made(book, items, Name.LBody, bodies[1:])])
    return _made(book, items, Name.LI, [_made(book, items, Name.LBody, [kid])])


def _item(book: Pdf, item: Object) -> Object:
    label = [kid for kid in kids(item) if is_element(kid) and Name.Lbl == kid.S]
    rest = [kid for kid in kids(item) if not (is_element(kid) and Name.Lbl == kid.S)]
    if len(rest) != 1 or not is_element(rest[0]) or Name.LBody != rest[0].S:
        rest = [_made(book, item, Name.LBody, rest)]
    _put(item, [*label[:1], *rest])
    return item


def _made(book: Pdf, like: Object, kind: Name, children: list[Object]) -> Object:
    element = book.make_indirect(Dictionary(Type=Name.StructElem, S=kind))
    if Name.Pg in like:
        element.Pg = like.Pg
    for child in children:
        if is_element(child) and kind == child.S:
            child.S = Name.Div
    _put(element, children)
    return element


# --- tables ------------------------------------------------------------------------------


def _fill_row(row: Object) -> None:
    """Take empty cells out of a row, and let their neighbours span them (7.5)."""
    left: list[Object] = []
    missing = 0
    for cell in kids(row):
        if any(True for _ in _contents(cell)):
            left.append(cell)
            if missing and len(left) == 1:
                _span(cell, missing)
                missing = 0
        elif left:
            _span(left[-1], _columns(cell))
        else:
            missing += _columns(cell)
    _put(row, left)


def _contents(element: Object) -> Iterator[Object]:
    for kid in kids(element):
        if is_element(kid):
            yield from _contents(kid)
        else:
            yield kid


def _columns(cell: Object) -> int:
    return int(cell.get(Name.A, Dictionary()).get(Name.ColSpan, 1))


def _span(cell: Object, more: int) -> None:
    if Name.A not in cell:
        cell.A = Dictionary(O=Name.Table)
    cell.A.ColSpan = _columns(cell) + more


def _scope(table: Object) -> None:
    """Say of each header cell whether it heads its row or its column (table 349)."""
    for row in _below(table):
        if row.S == Name.TR:
            cells = kids(row)
            heads = [cell for cell in cells if cell.S == Name.TH]
            for cell in heads:
                _span(cell, 0)
                cell.A.Scope = Name.Column if len(heads) == len(cells) else Name.Row
                if cell.A.ColSpan == 1:
                    del cell.A.ColSpan
