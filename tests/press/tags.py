"""A reader of tagged files, to hold screen editions against PDF/UA-1 (ISO 14289-1).

It knows nothing of what wrote them: tree, parents of links, artifacts, headers,
alternative texts, and order, from the file alone.
"""

from collections.abc import Iterator
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf

PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", '"'}
Content = tuple[int, int]
"""A page from 0, and the number of a content on it."""


class Tags:
    """The tags of one open file."""

    def __init__(self, book: Pdf) -> None:
        """Read the tree and the contents of all pages."""
        self.book = book
        self.pages = {page.obj.objgen: number for number, page in enumerate(book.pages)}
        self.root = book.Root.StructTreeRoot
        self.owners = dict(self._numbers(self.root.ParentTree))
        self.elements: list[tuple[Object, tuple[str, ...]]] = []
        """All elements in their order, each with the kinds of those above it."""
        self.placed: list[tuple[Content, Object]] = []
        """All contents in their order, each with its element."""
        for kid in _kids(self.root):
            self._walk(kid, (), None)

    def _numbers(self, node: Object) -> Iterator[tuple[int, Object]]:
        flat = list(node.get("/Nums", Array()))
        yield from zip(map(int, flat[::2]), flat[1::2], strict=True)
        for kid in node.get("/Kids", Array()):
            yield from self._numbers(kid)

    def _walk(self, element: Object, above: tuple[str, ...], page: Object | None) -> None:
        kind, page = str(element.S)[1:], element.get("/Pg", page)
        self.elements.append((element, above))
        for kid in _kids(element):
            if isinstance(kid, int):
                assert page is not None
                self.placed.append(((self.pages[page.objgen], kid), element))
            elif kid.get("/Type") == "/MCR":
                number = self.pages[(kid.get("/Pg") or element.Pg).objgen]
                self.placed.append(((number, int(kid.MCID)), element))
            elif "/S" in kid:
                assert kid.P.objgen == element.objgen, f"a {kid.S} names another parent"
                self._walk(kid, (*above, kind), page)


def _kids(element: Object) -> list[Object]:
    held = element.get("/K")
    return [] if held is None else list(held) if isinstance(held, Array) else [held]


def _below(element: Object) -> list[Object]:
    return [kid for kid in _kids(element) if isinstance(kid, Dictionary) and "/S" in kid]


def _kinds(elements: list[Object]) -> list[str]:
    return [str(element.S)[1:] for element in elements]


def faults(path: Path) -> list[str]:
    """Return what is wrong with a file's tags, in words."""
    with pikepdf.open(path) as book:
        tags = Tags(book)
        checks = (_document, _contents, _links, _lists, _tables, _figures, _order)
        return [fault for check in checks for fault in check(tags)]


def _document(tags: Tags) -> Iterator[str]:
    root = tags.book.Root
    if not root.get("/Lang"):
        yield "the file has no language"
    if not bool(root.get("/MarkInfo", Dictionary()).get("/Marked", False)):
        yield "the file is not marked"
    if not bool(root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False)):
        yield "the file's title is not shown"
    if _kinds(_below(tags.root)) != ["Document"]:
        yield "the tree has another root than a Document"
    for element, _ in tags.elements:
        if not _kids(element) and "/Alt" not in element:
            yield f"an empty {element.S}"


def _contents(tags: Tags) -> Iterator[str]:
    """Each thing painted is content of one element of the tree, or an artifact."""
    known = dict(tags.placed)
    if len(known) != len(tags.placed):
        yield "a content stands in two elements"
    for number, page in enumerate(tags.book.pages):
        seen: list[int] = []
        yield from (f"page {number + 1} {fault}" for fault in _painted(page, seen))
        owners = tags.owners.get(int(page.obj.get("/StructParents", -1)))
        for at in seen:
            element = known.pop((number, at), None)
            if element is None:
                yield f"page {number + 1} marks content {at} twice, or in no tree"
            elif owners is None or owners[at].objgen != element.objgen:
                yield f"page {number + 1}: content {at} has another parent than its element"
        if page.obj.get("/Annots") and page.obj.get("/Tabs") != "/S":
            yield f"page {number + 1} is not tabbed through in the order of its tags"
    for number, at in known:
        yield f"the tree names content {at}, which page {number + 1} does not have"


def _painted(page: pikepdf.Page, seen: list[int]) -> Iterator[str]:
    """Note a page's contents, and yield what stands wrong."""
    stack: list[int | str | None] = []
    for instruction in pikepdf.parse_content_stream(page):
        word = str(instruction.operator)
        if word in ("BMC", "BDC"):
            marked = _marked(list(instruction.operands))
            if isinstance(marked, int):
                if any(each is not None for each in stack):
                    yield f"marks content {marked} inside other content"
                seen.append(marked)
            stack.append(marked)
        elif word == "EMC":
            stack.pop()
        elif word in PAINTS and not any(each is not None for each in stack):
            yield f"paints ({word}) what is neither tagged nor an artifact"


def _marked(operands: list[object]) -> int | str | None:
    if str(operands[0]) == "/Artifact":
        return "Artifact"
    given = operands[1] if len(operands) > 1 else None
    held = given.get("/MCID") if isinstance(given, Dictionary) else None
    return None if held is None else int(held)


def _links(tags: Tags) -> Iterator[str]:
    above = {element.objgen: kinds for element, kinds in tags.elements}
    for number, page in enumerate(tags.book.pages, 1):
        for annotation in page.obj.get("/Annots", Array()):
            place = (
                f"the link at {[round(float(edge)) for edge in annotation.Rect]} of page {number}"
            )
            owner = tags.owners.get(int(annotation.get("/StructParent", -1)))
            if owner is None or owner.objgen not in above:
                yield f"{place} is in no tree"
                continue
            references = [
                kid for kid in _kids(owner) if isinstance(kid, Dictionary) and "/Obj" in kid
            ]
            if owner.S != "/Link" or "Link" in above[owner.objgen]:
                yield f"{place} is under a {owner.S} in {above[owner.objgen]}"
            if [kid.Obj.objgen for kid in references] != [annotation.objgen]:
                yield f"{place} is not the one annotation of its Link"
            said = str(annotation.get("/Contents", "")).strip()
            if not said or said == str(annotation.get("/Dest", "")) or said.startswith(","):
                yield f"{place} is described by “{said}”"
    for element, _ in tags.elements:
        if element.S == "/Link" and not any(
            "/Obj" in kid for kid in _kids(element) if isinstance(kid, Dictionary)
        ):
            yield "a Link without an annotation"


def _lists(tags: Tags) -> Iterator[str]:
    for element, above in tags.elements:
        kind, below = str(element.S)[1:], _kinds(_below(element))
        if kind == "L" and (not below or set(below) - {"LI", "Caption"}):
            yield f"a list of {below}"
        if kind == "LI" and (below not in (["LBody"], ["Lbl", "LBody"]) or above[-1] != "L"):
            yield f"an item of {below} in a {above[-1]}"
        if kind in ("Lbl", "LBody") and above[-1] != "LI":
            yield f"a {kind} in a {above[-1]}"


def _tables(tags: Tags) -> Iterator[str]:
    names = {str(element.get("/ID", "")) for element, _ in tags.elements if element.S == "/TH"}
    for element, above in tags.elements:
        kind, below = str(element.S)[1:], _below(element)
        if kind == "TR" and (not below or set(_kinds(below)) - {"TH", "TD"}):
            yield f"a row of {_kinds(below)}"
        if kind in ("TH", "TD"):
            about = element.get("/A", Dictionary())
            if above[-1] != "TR":
                yield f"a {kind} in a {above[-1]}"
            if kind == "TH" and about.get("/Scope") not in ("/Row", "/Column"):
                yield "a header of neither a row nor a column"
            heads = [str(one) for one in about.get("/Headers", Array())]
            if kind == "TD" and (not heads or set(heads) - names):
                yield f"a cell with the headers {heads}"


def _figures(tags: Tags) -> Iterator[str]:
    for element, _ in tags.elements:
        if element.S == "/Figure" and not str(element.get("/Alt", "")).strip():
            yield "a figure without a text that stands for it"


def _order(tags: Tags) -> Iterator[str]:
    pages = [page for (page, _), _ in tags.placed]
    if pages != sorted(pages):
        yield "the tree goes back to an earlier page"
    levels = [int(str(element.S)[2:]) for element, _ in tags.elements if _is_heading(element)]
    if levels and levels[0] != 1:
        yield f"the first heading is one of level {levels[0]}"


def _is_heading(element: Object) -> bool:
    return str(element.S) in {f"/H{level}" for level in range(1, 7)}
