"""Files made to break a reader: each ends in problems, never in a traceback or without an end."""

import re
import zlib
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from mi_print.preflight.expected import Expected
from mi_print.preflight.pdf import limits
from mi_print.problem import Problem
from mi_print.trade.shops import shops
from tests.preflight.breaking import form
from tests.preflight.examined import examined
from tests.preflight.good import Change, changed, good, resource, saved

SHOP = shops()["generic-us"]


def found(data: bytes) -> list[Problem]:
    problems = examined(data, SHOP, Expected(), "sheet.pdf")
    assert not [p for p in problems if "was not checked" in p.message]  # a bug of ours
    return problems


def rules(data: bytes) -> set[str]:
    return {problem.rule for problem in found(data)}


def small() -> bytes:
    """Return a file of a few hundred bytes, none of them compressed."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(100, 100))
    pdf.pages[0].obj.Contents = pdf.make_stream(b"q 1 0 0 1 5 5 cm 0 0 9 9 re f Q")
    return saved(pdf, compress_streams=False)


@pytest.mark.parametrize("junk", [b"", b"%PDF-1.7", b"hello", b"%PDF-1.4\n" + b"\0" * 99])
def test_what_is_no_pdf_is_one_problem(junk: bytes) -> None:
    (problem,) = found(junk)
    assert problem.rule == "X-READ"
    assert problem.hint
    assert [problem] == found(junk)
    assert " at 0x" not in problem.message


@pytest.mark.parametrize("part", range(1, 24))
def test_a_file_that_is_cut_short_says_so(part: int) -> None:
    whole = good()
    assert "X-READ" in rules(whole[: len(whole) * part // 24])


def test_a_locked_file_says_so() -> None:
    locked = changed(
        lambda pdf: pdf.Root.__setitem__("/Lang", String("en")),
        encryption=pikepdf.Encryption(owner="owner", user="user"),
        static_id=False,
    )
    (problem,) = found(locked)
    assert "password" in problem.message


def _loop(pdf: Pdf) -> None:
    tree = pdf.Root.Pages
    tree.Kids.append(tree)


def _parents(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    del page["/MediaBox"]
    page.Parent = page


def _own(pdf: Pdf) -> None:
    one = form(pdf, b"/Fm Do")
    one.Resources = Dictionary(XObject=Dictionary(Fm=one))
    resource(pdf, "/XObject", "/Fm", one)
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/Fm Do")


def _doubling(pdf: Pdf) -> None:
    inner = form(pdf, b"0 0 1 1 re f")
    for _level in range(20):
        outer = form(pdf, b"/Fm Do /Fm Do /Fm Do")
        outer.Resources = Dictionary(XObject=Dictionary(Fm=inner))
        inner = outer
    resource(pdf, "/XObject", "/Fm", inner)
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/Fm Do")


def _deep(pdf: Pdf) -> None:
    inner = form(pdf, b"0 0 1 1 re f")
    for _level in range(200):
        outer = form(pdf, b"/Fm Do")
        outer.Resources = Dictionary(XObject=Dictionary(Fm=inner))
        inner = outer
    resource(pdf, "/XObject", "/Fm", inner)
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/Fm Do")


def _space_in_itself(pdf: Pdf) -> None:
    space = pdf.make_indirect(Array([Name.Indexed]))
    space.append(space)
    space.append(1)
    space.append(String("abc"))
    resource(pdf, "/ColorSpace", "/Cs", space)
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/Cs cs 0 sc 0 0 9 9 re f")


def _function_in_itself(pdf: Pdf) -> None:
    function = pdf.make_indirect(Dictionary(FunctionType=3, Domain=[0, 1]))
    function.Functions = Array([function])
    shade = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 1, 1], Function=function
    )
    resource(pdf, "/Shading", "/Sh", shade)
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/Sh sh")


def _mask_in_itself(pdf: Pdf) -> None:
    group = form(pdf, b"/S gs")
    state = pdf.make_indirect(Dictionary(SMask=Dictionary(S=Name.Alpha, G=group)))
    group.Resources = Dictionary(ExtGState=Dictionary(S=state))
    resource(pdf, "/ExtGState", "/S", state)
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/S gs")


def _bomb(pdf: Pdf) -> None:
    pressed = zlib.compress(b"q Q " * (limits.STREAM // 4 + 1), 9)
    pdf.pages[0].obj.Contents = pdf.make_indirect(Stream(pdf, pressed, Filter=Name.FlateDecode))


def _bomb_in_a_bomb(pdf: Pdf) -> None:
    pressed = zlib.compress(zlib.compress(b" " * 9_000_000, 9), 9)
    pdf.pages[0].obj.Contents = pdf.make_indirect(
        Stream(pdf, pressed * 1, Filter=Array([Name.FlateDecode] * 2 + [Name.LZWDecode] * 2))
    )


def _long(pdf: Pdf) -> None:
    pdf.pages[0].obj.Contents = pdf.make_stream(b"q Q " * (limits.OPERATORS // 2 + 1))


LOOPS = [
    _loop, _parents, _own, _doubling, _deep, _space_in_itself, _function_in_itself,
    _mask_in_itself, _bomb, _bomb_in_a_bomb, _long,
]  # fmt: skip


@pytest.mark.parametrize("loop", LOOPS, ids=lambda loop: loop.__name__[1:])
def test_what_never_ends_is_said_and_not_followed(loop: Change) -> None:
    with pikepdf.open(BytesIO(good())) as pdf:
        loop(pdf)
        out = BytesIO()
        pdf.save(
            out, fix_metadata_version=False, stream_decode_level=pikepdf.StreamDecodeLevel.none
        )
    assert rules(out.getvalue()) & {"X-READ", "X-BOX"}


def test_a_count_of_pages_is_not_believed() -> None:
    data = re.sub(rb"/Count 2\b", b"/Count 9999999999", good())
    assert found(data) is not None


STRANGE: list[object] = [True, 0, -1, 2**40, String("a"), Name.A, Array([]), Dictionary()]


def _page(pdf: Pdf) -> pikepdf.Object:
    return pdf.pages[0].obj


def _root(pdf: Pdf) -> pikepdf.Object:
    return pdf.Root


def _font(pdf: Pdf) -> pikepdf.Object:
    return pdf.pages[0].obj.Resources.Font.F1


def _below(pdf: Pdf) -> pikepdf.Object:
    return _font(pdf).DescendantFonts[0]


HOLDERS = {
    _page: "MediaBox CropBox TrimBox BleedBox Rotate UserUnit Resources Contents Annots Group AA",
    _root: "OutputIntents Metadata OCProperties Names AcroForm Outlines OpenAction",
    _font: "Subtype BaseFont Encoding DescendantFonts ToUnicode",
    _below: "W DW CIDToGIDMap FontDescriptor Subtype CIDSystemInfo",
}
HELD = [(holder, f"/{key}") for holder, keys in HOLDERS.items() for key in keys.split()]


@pytest.mark.parametrize(("holder", "key"), HELD, ids=lambda part: getattr(part, "__name__", part))
def test_anything_may_stand_anywhere(holder: Callable[[Pdf], pikepdf.Object], key: str) -> None:
    for strange in STRANGE:
        with pikepdf.open(BytesIO(good())) as pdf:
            holder(pdf)[key] = strange
            assert all(problem.file == "sheet.pdf" for problem in found(saved(pdf)))


@pytest.mark.parametrize(
    ("kind", "use"),
    [
        ("/Font", b"BT /A 9 Tf (abc) Tj ET"),
        ("/ColorSpace", b"/A cs 1 0 0 sc 0 0 9 9 re f"),
        ("/XObject", b"/A Do"),
        ("/Pattern", b"/Pattern cs /A scn 0 0 9 9 re f"),
        ("/Shading", b"/A sh"),
    ],
)
def test_a_resource_that_is_none_is_said(kind: str, use: bytes) -> None:
    for strange in STRANGE:
        with pikepdf.open(BytesIO(good())) as pdf:
            resource(pdf, kind, "/A", strange)
            _page(pdf).Contents = pdf.make_stream(use)
            assert "X-READ" in rules(saved(pdf))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300))
def test_any_bytes_behind_a_header_are_read(junk: bytes) -> None:
    assert found(b"%PDF-1.6\n" + junk)


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_any_byte_may_be_another(data: st.DataObject) -> None:
    bytes_ = bytearray(small())
    for _change in range(data.draw(st.integers(1, 4))):
        bytes_[data.draw(st.integers(0, len(bytes_) - 1))] = data.draw(st.integers(0, 255))
    assert found(bytes(bytes_))


WORDS = st.sampled_from(
    b"q Q cm re f S W n BT ET Tf Tj TJ Tm Td T* ' \" gs cs sc scn Do sh w k rg g BI ID EI d0 Tr "
    b"/F1 /Over /Pattern /No (abc) <00> [ ] << >> 0 1 -5 1e9 99999999999999999999 .5 ( < %".split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=30))
@example([b"BI", b"EI"])
def test_any_content_is_walked(words: list[bytes]) -> None:
    pdf = pikepdf.open(BytesIO(small()))
    pdf.pages[0].obj.Contents = pdf.make_stream(b" ".join(words))
    pdf.pages[0].obj.Resources = Dictionary(ExtGState=Dictionary(Over=Dictionary(op=True)))
    assert found(saved(pdf))


@pytest.mark.parametrize("turns", [20, 60], ids=["beyond a float", "beyond the memory"])
def test_a_function_whose_numbers_grow_without_end_has_one(turns: int) -> None:
    def grow(pdf: Pdf) -> None:
        function = Stream(pdf, b"{cvi dup add " + b"dup mul " * turns + b"0 0 0}")
        function.FunctionType = 4
        function.Domain, function.Range = Array([0, 1]), Array([0, 1] * 4)
        space = Array([Name.Separation, Name.Gold, Name.DeviceCMYK, function])
        resource(pdf, "/ColorSpace", "/Gold", space)

    assert rules(changed(grow)) <= {"R0020"}
