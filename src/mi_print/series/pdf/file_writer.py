"""Write a file of very many pages, each as soon as it is stamped.

A PDF library holds every object until it saves, which for two hundred thousand
pages is gigabytes.  Here a page's content is a stream of its own, its
dictionary is packed with others, and what all pages share (masters, fonts,
its metadata) follows at the end, copied object by object from
a small file that a library made.
ISO 32000-1, 7.5.7 (object streams), 7.5.8 (cross-reference streams), 7.7.3 (page tree).
"""

import hashlib
import sys
import zlib
from array import array
from collections.abc import Mapping
from decimal import Decimal
from typing import BinaryIO

import pikepdf

_HEADER = b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n"
_PACKED = 200  # dictionaries in one object stream
_FAN = 64  # pages, or groups of them, under one node of the page tree
_CATALOG, _PAGES, _RESOURCES, _GROUP, _FIRST = 1, 2, 3, 4, 5
_OFFSET = 4  # bytes of an offset: a file is smaller than 4 GiB
_ROW = 1 + _OFFSET + 2  # bytes of a cross reference: kind, offset, place in an object stream


class FileWriter:
    """One file, written from its first byte to its last."""

    def __init__(self, out: BinaryIO, every: bytes, *, group: bool) -> None:
        """Begin a file.

        Args:
            out: where it goes.
            every: entries that each page's dictionary has, as PDF writes them.
            group: whether pages have a transparency group, the same all of them.
        """
        self._out = out
        self._every = every + (b"/Group %d 0 R" % _GROUP if group else b"")
        self._at = 0
        self._kinds, self._where = array("B", [0]), array("Q", [0])
        self._index = array("H", [0xFFFF])
        self._waiting: list[tuple[int, bytes]] = []
        self._leaves: list[tuple[int, list[int]]] = []
        self._digest = hashlib.sha256()
        for _ in range(_CATALOG, _FIRST):
            self._number()
        self._put(_HEADER)

    @property
    def digest(self) -> str:
        """The SHA-256 of what is written so far, in hexadecimal digits."""
        return self._digest.hexdigest()

    def page(self, content: bytes) -> None:
        """Write a page; its content is compressed already."""
        stream, page = self._number(), self._number()
        self._stream(stream, b"/Filter/FlateDecode", content)
        if not self._leaves or len(self._leaves[-1][1]) == _FAN:
            self._leaves.append((self._number(), []))
        leaf, pages = self._leaves[-1]
        pages.append(page)
        said = b"<</Type/Page/Parent %d 0 R%b/Contents %d 0 R>>"
        self._object(page, said % (leaf, self._every, stream))

    def finish(
        self,
        shared: pikepdf.Pdf,
        resources: Mapping[str, Mapping[str, pikepdf.Object]],
        group: pikepdf.Object | None,
    ) -> None:
        """Write what pages share, and how everything is found.

        Args:
            shared: holds it, and the metadata; its own pages are left out.
            resources: of all pages: objects of `shared` by kind and name.
            group: the dictionary of all pages' transparency group.
        """
        copy = _Copy(len(self._kinds) - 1)
        left_out = {shared.Root.objgen, shared.Root.Pages.objgen}
        for _ in range(max(thing.objgen[0] for thing in shared.objects)):
            self._number()
        for thing in shared.objects:
            if thing.objgen in left_out or not isinstance(thing, _HOLDERS):
                continue
            number = copy.number(thing)
            if isinstance(thing, pikepdf.Stream):
                held = {key: value for key, value in thing.stream_dict.items() if key != "/Length"}
                self._stream(number, copy.entries(held), thing.read_raw_bytes())
            else:
                self._object(number, copy.written(thing, top=True))
        said = {key: value for key, value in shared.Root.items() if key != "/Pages"}
        catalog = b"<<%b/Pages %d 0 R>>" % (copy.entries(said), _PAGES)
        self._object(_CATALOG, catalog)
        kinds = b"".join(
            b"%b<<%b>>" % (kind.encode(), copy.entries(named)) for kind, named in resources.items()
        )
        self._object(_RESOURCES, b"<<%b>>" % kinds)
        if group is not None:
            self._object(_GROUP, copy.written(group, top=True))
        self._tree()
        self._cross_reference(copy.number(shared.trailer.Info))

    def _tree(self) -> None:
        """Write the page tree from its leaves up."""
        nodes = [(leaf, kids, len(kids)) for leaf, kids in self._leaves]
        while len(nodes) > _FAN:
            above = []
            for at in range(0, len(nodes), _FAN):
                under = nodes[at : at + _FAN]
                number = self._number()
                for node in under:
                    self._node(node, b"/Parent %d 0 R" % number)
                above.append((number, [n for n, _, _ in under], sum(c for _, _, c in under)))
            nodes = above
        for node in nodes:
            self._node(node, b"/Parent %d 0 R" % _PAGES)
        root = (_PAGES, [number for number, _, _ in nodes], sum(count for _, _, count in nodes))
        self._node(root, b"/Resources %d 0 R" % _RESOURCES)

    def _node(self, node: tuple[int, list[int], int], entries: bytes) -> None:
        number, kids, count = node
        listed = b" ".join(b"%d 0 R" % kid for kid in kids)
        self._object(number, b"<</Type/Pages%b/Count %d/Kids[%b]>>" % (entries, count, listed))

    def _number(self) -> int:
        """Return a new object's number."""
        self._kinds.append(0)
        self._where.append(0)
        self._index.append(0)
        return len(self._kinds) - 1

    def _object(self, number: int, body: bytes) -> None:
        """Write an object that is no stream: packed with others."""
        self._waiting.append((number, body))
        if len(self._waiting) == _PACKED:
            self._pack()

    def _stream(self, number: int, entries: bytes, data: bytes) -> None:
        self._kinds[number], self._where[number] = 1, self._at
        self._put(
            b"%d 0 obj\n<<%b/Length %d>>stream\n%b\nendstream\nendobj\n"
            % (number, entries, len(data), data)
        )

    def _pack(self) -> None:
        """Write the dictionaries that wait as one object stream."""
        if not self._waiting:
            return
        number = self._number()
        heads, bodies, offset = [], [], 0
        for index, (each, body) in enumerate(self._waiting):
            self._kinds[each], self._where[each], self._index[each] = 2, number, index
            heads.append(b"%d %d" % (each, offset))
            bodies.append(body)
            offset += len(body) + 1
        head = b" ".join(heads) + b"\n"
        entries = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(heads), len(head))
        self._waiting.clear()
        self._stream(number, entries, zlib.compress(head + b"\n".join(bodies)))

    def _cross_reference(self, info: int) -> None:
        self._pack()
        number = self._number()
        self._kinds[number], self._where[number] = 1, self._at
        count = len(self._kinds)
        rows = bytearray(count * _ROW)
        rows[::_ROW] = self._kinds.tobytes()
        _fill(rows, 1, self._where, _OFFSET)
        _fill(rows, 1 + _OFFSET, self._index, 2)
        digest = self.digest[:32].encode()
        entries = (
            b"/Type/XRef/Size %d/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]/W[1 %d 2]"
            b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns %d>>"
            % (count, _CATALOG, info, digest, digest, _OFFSET, _ROW)
        )
        start = self._at
        self._stream(number, entries, zlib.compress(_up(bytes(rows))))
        self._put(b"startxref\n%d\n%%%%EOF\n" % start)

    def _put(self, data: bytes) -> None:
        self._out.write(data)
        self._digest.update(data)
        self._at += len(data)


_HOLDERS = (pikepdf.Dictionary, pikepdf.Stream, pikepdf.Array)


class _Copy:
    """Writes objects of another file with their numbers moved up."""

    def __init__(self, by: int) -> None:
        self._by = by

    def number(self, thing: pikepdf.Object) -> int:
        return thing.objgen[0] + self._by

    def written(self, thing: object, *, top: bool = False) -> bytes:
        """Return an object as PDF writes it; one that stands by itself as a reference."""
        if isinstance(thing, bool | int):
            return str(thing).lower().encode()
        if isinstance(thing, float | Decimal):
            return f"{thing:f}".encode()
        if not isinstance(thing, pikepdf.Object):
            return b"null"
        if thing.is_indirect and not top:
            return b"%d 0 R" % self.number(thing)
        return self._held(thing)

    def _held(self, thing: pikepdf.Object) -> bytes:
        if isinstance(thing, pikepdf.Array):
            return b"[%b]" % b" ".join(self.written(each) for each in thing)
        if isinstance(thing, pikepdf.Dictionary):
            return b"<<%b>>" % self.entries(dict(thing.items()))
        return thing.unparse(resolved=True)

    def entries(self, held: Mapping[str, object]) -> bytes:
        """Return what stands between a dictionary's angle brackets."""
        return b"".join(
            pikepdf.Name(key).unparse() + b" " + self.written(value) for key, value in held.items()
        )


def _fill(rows: bytearray, at: int, numbers: "array[int]", width: int) -> None:
    """Write numbers into a column of rows, in so many bytes, the highest first."""
    if max(numbers) >= 1 << (8 * width):
        raise OverflowError("the file is larger than its cross references can say")
    turned = numbers[:]
    if sys.byteorder == "little":
        turned.byteswap()
    said, size = turned.tobytes(), turned.itemsize
    for byte in range(width):
        rows[at + byte :: _ROW] = said[size - width + byte :: size]


def _up(rows: bytes) -> bytes:
    """Return rows as PNG's filter Up has them: 2, then each byte less the one above it.

    All bytes are subtracted at once, as two long numbers: with the top bit of
    each lent beforehand, none borrows from its neighbour (ISO/IEC 15948, 9.2).
    """
    top = int.from_bytes(b"\x80" * len(rows))
    here, above = int.from_bytes(rows), int.from_bytes(rows[:-_ROW])
    less = ((here | top) - (above & ~top)) ^ ((here ^ ~above) & top)
    said = less.to_bytes(len(rows))
    filtered = bytearray(b"\x02" * (len(rows) // _ROW * (1 + _ROW)))
    for byte in range(_ROW):
        filtered[1 + byte :: 1 + _ROW] = said[byte::_ROW]
    return bytes(filtered)
