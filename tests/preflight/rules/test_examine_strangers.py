"""Files as others write them: odd, but sound; nothing is said of them that is not so."""

import re
import zlib
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from mi_print.preflight.expected import Expected
from mi_print.problem import Problem
from mi_print.trade.shops import shops
from tests.preflight import faults_anywhere, faults_sound
from tests.preflight.breaking import as_x1a, in_xmp, spot, with_image
from tests.preflight.examined import examined
from tests.preflight.good import WORDS, changed, good, resource, shown

SHOP = shops()["generic-us"]


def found(data: bytes, shop: str = "generic-us") -> list[Problem]:
    return examined(data, shops()[shop], Expected(), "sheet.pdf")


CLEAN = faults_anywhere.CLEAN | faults_sound.CLEAN


@pytest.mark.parametrize("what", CLEAN)
def test_what_looks_wrong_and_is_not(what: str) -> None:
    assert found(CLEAN[what]()) == []


def test_one_build_may_be_written_in_several_ways() -> None:
    gold = faults_anywhere.GOLD
    functions = (gold, faults_anywhere.sampled(0, 0.5, 1), faults_anywhere.stitched(gold, gold))
    named = [("Gold", Name.DeviceCMYK, function) for function in functions]
    assert {each.rule for each in found(faults_anywhere.spots(*named)())} == {"R0020"}


@pytest.mark.parametrize("name", ["PANTONE Black C", "Gold", "Purpur", "Kupfer", "Cyber", "Rosa"])
def test_inks_of_other_names_are_no_process_inks(name: str) -> None:
    spots = faults_anywhere.spots((name, Name.DeviceCMYK, faults_anywhere.GOLD))
    assert {each.rule for each in found(spots())} == {"R0020"}


# PDF/X-1a as InDesign and others write it


def x1a(version: str, conformance: str | None, xmp: str | None) -> bytes:
    def change(pdf: Pdf) -> None:
        pdf.trailer.Info["/GTS_PDFXVersion"] = String(version)
        if conformance is None:
            del pdf.trailer.Info["/GTS_PDFXConformance"]
        else:
            pdf.trailer.Info["/GTS_PDFXConformance"] = String(conformance)
        if xmp is not None:
            packet = in_xmp(b"PDF/X-4", xmp.encode())
            with pikepdf.open(BytesIO(packet())) as other:
                pdf.Root.Metadata = pdf.copy_foreign(other.Root.Metadata)

    return as_x1a(change)()


@pytest.mark.parametrize(
    ("version", "conformance", "xmp"),
    [
        ("PDF/X-1:2001", "PDF/X-1a:2001", None),
        ("PDF/X-1:2001", "PDF/X-1a:2001", "PDF/X-1:2001"),
        ("PDF/X-1:2001", "PDF/X-1a:2003", "PDF/X-1:2001"),
        ("PDF/X-1a:2003", None, None),
        ("PDF/X-1a:2003", "PDF/X-1a:2003", "PDF/X-1a:2003"),
    ],
)
def test_x1a_may_say_so_in_its_xmp_too(
    version: str, conformance: str | None, xmp: str | None
) -> None:
    assert found(x1a(version, conformance, xmp)) == []


def test_x1a_in_info_and_x4_in_the_xmp_contradict_each_other() -> None:
    rules = {problem.rule for problem in found(x1a("PDF/X-1:2001", "PDF/X-1a:2003", "PDF/X-4"))}
    assert rules == {"X-ID"}


# the file's structure


def without_own_entry(size: int) -> bytes:
    """Return the clean file with a cross-reference stream that has no entry for itself."""
    data = changed(lambda _pdf: None, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    start = int(data[data.rindex(b"startxref") :].split()[1])
    number = int(data[start:].split()[0])
    packed = data[data.index(b"stream\n", start) + 7 : data.rindex(b"\nendstream")]
    rows, before, raw = b"", bytes(5), zlib.decompress(packed)
    for at in range(1, len(raw), 6):  # the predictor Up
        before = bytes((one + two) % 256 for one, two in zip(raw[at : at + 5], before, strict=True))
        rows += before
    head = re.search(rb"/W.*?(?=/Size).*?/ID \[.*?\]", data[start:], re.DOTALL)
    assert head
    kept = rows[: 5 * number]
    said = re.sub(rb"/Size \d+", b"/Size %d" % (number + size), head[0])
    entries = b"/Type/XRef/Index[0 %d]/Length %d%b" % (number, len(kept), said)
    stream = b"%d 0 obj\n<<%b>>stream\n%b\nendstream\nendobj\n" % (number, entries, kept)
    return data[:start] + stream + b"startxref\n%d\n%%%%EOF\n" % start


@pytest.mark.parametrize("size", [0, 1, 40])
def test_a_cross_reference_stream_need_not_list_itself(size: int) -> None:
    assert found(without_own_entry(size)) == []


def test_an_object_beyond_the_size_is_damage() -> None:
    data = re.sub(rb"/Size \d+", b"/Size 3", good())
    assert "X-READ" in {problem.rule for problem in found(data)}


# names that are not UTF-8


def renamed(data: bytes, old: bytes, new: bytes) -> bytes:
    assert len(old) == len(new)
    assert b"/" + old in data
    return data.replace(b"/" + old, b"/" + new)


def with_names(pdf: Pdf) -> None:
    held = pdf.pages[0].obj.Resources
    held.Font = Dictionary(Fxx=held.Font.F1)
    held.ExtGState = Dictionary(Gxx=Dictionary(OP=True, op=True, OPM=1))
    held.ColorSpace = Dictionary(Cxx=Array([Name.Separation, Name("/Sxx"), *spot()[2:]]))
    text = b"q /Gxx gs 0 0 0 1 k BT /Fxx 11 Tf 20 200 Td <%s> Tj ET Q " % shown(WORDS)
    pdf.pages[0].obj.Contents = pdf.make_stream(text + b"/Cxx cs 1 scn 30 30 9 9 re f")


@pytest.mark.parametrize("name", [b"Fxx", b"Gxx", b"Cxx", b"Sxx", b"ABCDEF+Inter"])
@pytest.mark.parametrize("odd", [b"\xe9\xff", b"\xc3\xa9", b"\x80\x81"])
def test_names_need_not_be_utf_8(name: bytes, odd: bytes) -> None:
    data = changed(with_names, compress_streams=False)
    other = name[:-2] + odd
    problems = found(renamed(data, name, other), "large-format")
    assert problems == []


def test_a_spot_ink_in_latin_1_is_named_as_it_is() -> None:
    data = renamed(changed(with_names, compress_streams=False), b"Sxx", b"G\xfcl")
    (problem,) = found(data)
    assert (problem.rule, "(Gül)" in problem.message) == ("R0020", True)


def test_what_is_missing_is_named_though_it_is_not_utf_8() -> None:
    data = changed(with_names, compress_streams=False).replace(b"/Gxx gs", b"/G\xfcl gs")
    assert "the page is broken: “Gül” is not among the resources (ExtGState)" in {
        problem.message for problem in found(data)
    }


# messages


def test_no_message_names_an_address_in_memory() -> None:
    whole = good()
    broken = [
        whole.replace(b"/Kids", b"/Kidz"),
        whole.replace(b"/Type /Catalog", b"/Type /Katalog"),
        whole.replace(b"trailer", b"trailer << /Encrypt 5 >>"),
        whole[: len(whole) // 2],
        with_image(b"9 0 0 9 9 9", 4, 4, ColorSpace=Array([Name.Lab, Dictionary()]))(),
        changed(lambda pdf: resource(pdf, "/Font", "/F1", Dictionary(Type=Name.Font))),
    ]
    for data in broken:
        for problem in found(data):
            assert "0x" not in problem.message
            assert "BytesIO" not in problem.message
