"""Pages walked a part at a time are the pages that pikepdf finds, and no object is overlooked."""

import dataclasses
import re
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from mi_print.preflight.document import all_objects
from mi_print.preflight.expected import Expected
from mi_print.preflight.pdf import page_tree
from mi_print.preflight.pdf.open_file import opened
from mi_print.preflight.pdf.page_boxes import PageBoxes
from mi_print.preflight.pdf.page_tree import OddError, survey
from mi_print.problem import Problem
from mi_print.trade.shops import shops
from tests.preflight.examined import examined
from tests.preflight.good import Change, good, saved
from tests.processes.alone import alone

PAGES = 40


def _node(pdf: Pdf, kids: list[pikepdf.Object], **held: object) -> pikepdf.Object:
    kids = [kid if kid.is_indirect else pdf.make_indirect(kid) for kid in kids]
    node = Dictionary({"/Type": Name.Pages, "/Kids": kids, "/Count": len(kids)})
    for key, value in held.items():
        node[f"/{key}"] = value
    return pdf.make_indirect(node)


def _page(**held: object) -> pikepdf.Object:
    return Dictionary({"/Type": Name.Page, **{f"/{key}": value for key, value in held.items()}})


def grown() -> bytes:
    """Return a file whose pages inherit one thing or another, or nothing."""
    with pikepdf.open(BytesIO(good())) as pdf:
        own = Dictionary(Own=Dictionary())
        box = Array([0, 0, 300, 300])
        inner = _node(pdf, [_page(TrimBox=Array([9, 9, n, n])) for n in range(90, 90 + 9)])
        some = _node(
            pdf, [inner, *(_page(Rotate=90 * n) for n in range(5))], CropBox=[1, 1, 50, 50]
        )
        other = _node(pdf, [_page(MediaBox=box, Resources=own) for _ in range(8)], Rotate=180)
        empty = _node(pdf, [])
        rest = [
            _page(UserUnit=2),
            _page(CropBox=box),
            _page(MediaBox=[9, 0, 0, 9]),
            *(_page() for _ in range(15)),
        ]
        held = pdf.make_indirect(Dictionary(Held=Dictionary()))
        top = _node(pdf, [some, empty, other, *rest], MediaBox=[0, 0, 200, 200], Resources=held)
        pdf.Root.Pages = top
        for node in (some, empty, other):
            node.Parent = top
        some.Resources = pdf.make_indirect(Dictionary(Some=Dictionary()))
        return saved(pdf)


def _pages(data: bytes) -> list[tuple[PageBoxes, bytes]]:
    with opened(data, "a.pdf") as book:
        assert not book.problems
        leaves = [book.open_page(number) for number in range(1, len(book.pages) + 1)]
        return [(each.boxes, each.resources.unparse(resolved=True)) for each in leaves]  # type: ignore[attr-defined]


def _by_pikepdf(_: Pdf) -> page_tree.PageIndex:
    raise OddError


@pytest.mark.parametrize("part", [1, 3, 500])
def test_pages_inherit_what_they_inherit_by_pikepdf(part: int) -> None:
    place = "mi_print.preflight.pdf.page_tree"
    found = alone(_pages, grown(), replaced={f"{place}:FIRST": part, f"{place}:_PART": 7})
    mended = {"mi_print.preflight.pdf.open_file:survey": _by_pikepdf}
    assert found == alone(_pages, grown(), replaced=mended)
    assert len(found) == PAGES
    assert len(set(found)) == PAGES // 2 - 1


def _direct(pdf: Pdf) -> None:
    pdf.Root.Pages.Kids[0] = Dictionary(dict(pdf.pages[0].obj.items()))


def _twice(pdf: Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.Root.Pages.Kids[0])


def _no_page(pdf: Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.make_indirect(Array([])))


def _a_number(pdf: Pdf) -> None:
    pdf.Root.Pages.Kids.append(7)


def _a_stream(pdf: Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.make_stream(b"", Type=Name.Page))


def _untyped(pdf: Pdf) -> None:
    del pdf.pages[0].obj["/Type"]


def _node_untyped(pdf: Pdf) -> None:
    pdf.Root.Pages.Type = Name.Page


def _no_media(pdf: Pdf) -> None:
    del pdf.pages[0].obj["/MediaBox"]


def _no_resources(pdf: Pdf) -> None:
    del pdf.pages[0].obj["/Resources"]


def _wrong_resources(pdf: Pdf) -> None:
    pdf.pages[0].obj.Resources = Array([])


def _wrong_crop(pdf: Pdf) -> None:
    pdf.pages[0].obj.CropBox = 3


def _wrong_turn(pdf: Pdf) -> None:
    pdf.pages[0].obj.Rotate = Name.Left


def _parent(pdf: Pdf) -> None:
    pdf.Root.Pages.Parent = pdf.Root.Pages


def _nodes_in_themselves(pdf: Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


def _doubled(pdf: Pdf) -> None:
    node = _node(pdf, [])
    for _ in range(40):
        node = _node(pdf, [node, node])
    pdf.Root.Pages.Kids.append(node)


def _deep(pdf: Pdf) -> None:
    node = _node(pdf, [])
    for _ in range(200):
        node = _node(pdf, [node])
    pdf.Root.Pages.Kids.append(node)


ODD = [
    _direct, _twice, _no_page, _a_number, _a_stream, _untyped, _node_untyped, _no_media,
    _no_resources, _wrong_resources, _wrong_crop, _wrong_turn, _parent, _nodes_in_themselves,
    _doubled, _deep,
]  # fmt: skip


@pytest.mark.parametrize("change", ODD, ids=lambda change: change.__name__[1:])
def test_a_tree_that_is_not_sound_is_left_to_pikepdf(change: Change) -> None:
    with pikepdf.open(BytesIO(good())) as pdf:
        change(pdf)
        data = saved(pdf)
    assert alone(_odd, data)


def _odd(data: bytes) -> bool:
    with pikepdf.open(BytesIO(data), inherit_page_attributes=False) as pdf:
        try:
            survey(pdf)
        except OddError:
            return True
    return False


def found(data: bytes) -> list[Problem]:
    return examined(data, shops()["generic-us"], Expected(), "a.pdf")


def strewn_about() -> bytes:
    """Return a file with objects that no page names and no shop takes."""
    with pikepdf.open(BytesIO(good())) as pdf:
        for _ in range(20):
            pdf.pages.append(pdf.pages[0])
        lost = pdf.make_stream(b"x")
        lost.F = pikepdf.String("data.bin")
        pdf.Root.PieceInfo = Dictionary(Lost=lost)
        packed = pdf.make_indirect(pikepdf.Stream(pdf, b"\x80\x0b", Filter=Name.LZWDecode))
        pdf.Root.PieceInfo.Packed = packed
        return saved(
            pdf, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False
        )


IN_PARTS: dict[str, object] = {
    "mi_print.preflight.rules.examine:ALONE": 5,
    "mi_print.preflight.rules.page_shards:ALONE": 5,
    "mi_print.preflight.rules.page_shards:_BATCH": 4,
}


def test_objects_are_found_by_their_numbers() -> None:
    data = strewn_about()
    whole = found(data)
    assert {"X-FILT", "X-EXT"} <= {each.rule for each in whole}
    by_number = {"mi_print.preflight.document.all_objects:whole": None}
    assert alone(found, data, replaced=IN_PARTS | by_number) == whole


def test_damage_that_is_on_no_page_is_the_files() -> None:
    start, packed, rest = strewn_about().partition(b"/LZWDecode")
    data = start + packed + rest.replace(b"endobj", b"objend", 1)
    (said,) = [each for each in alone(found, data, replaced=IN_PARTS) if each.rule == "X-READ"]
    assert (said.page, said.message) == (None, "the file is damaged: expected endobj")


def test_numbers_are_not_believed_where_one_was_used_again() -> None:
    data = strewn_about()
    with opened(data, "a.pdf") as book:
        listed = all_objects.numbers(book)
        assert listed is not None
        assert {each.objgen[0] for each in book.pdf.objects} <= set(listed)
    last = max(int(number) for number in re.findall(rb"(\d+) 0 obj", data))
    old, new = b"%d 0 obj" % last, b"%d 1 obj" % last
    commented = new.replace(b" 1 ", b" 1 %" + 2_000 * b"c" + b"\n")
    for written in (new, new.replace(b" ", b"\n"), new.replace(b" 1 ", b" 1%\n"), commented):
        again = data.replace(old, written)
        with opened(data, "a.pdf") as book:
            assert all_objects.numbers(dataclasses.replace(book, data=again)) is None
    with opened(data + b"\xfe" + b"\n" * 20 + b"obj robj 0\tobj", "a.pdf") as book:
        assert all_objects.numbers(book) is not None


def test_what_is_compressed_may_hold_the_word_by_accident() -> None:
    data = strewn_about()
    for accident in (b"%obj", b"1obj", b"%7\xff\nobj", b"\x00\nobj", 999 * b"1" + b"xobj"):
        with opened(data + b"\xfe" + accident, "a.pdf") as book:
            assert all_objects.numbers(book) is not None, accident
    with opened(data + 2_000 * b"xobj ", "a.pdf") as book:
        assert all_objects.numbers(book) is None
