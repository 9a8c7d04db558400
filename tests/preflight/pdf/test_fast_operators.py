"""Both readers of content streams say the same, and the quick one is never slow."""

import time
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Name, Pdf, PdfError

from mi_print.preflight.pdf import fast_operators
from mi_print.preflight.pdf.operators import Operation, operations
from mi_print.preflight.pdf.streams import deflated
from tests.made import made
from tests.preflight.faults import FAULTS
from tests.preflight.good import good, saved

PLAIN = [
    b"q Q",
    b"q\rQ\r\n",
    b"1 0 0 1 -9 .5 cm 5. w 00012 w -0 w -.0 w 123456789.123456789012345 w ",
    b"1 0 0 1 9 9 cm\n0 0 1 0 k\n/F1 63 Tf /OP10 gs /M4 Do ",
    b"[<000f>1<00130B>-20.5<>] TJ [ <00> 7 <01> ]TJ <0041>Tj <> Tj []TJ",
    b"[7 1 1 .5]0 d [ ] 0 d 0 0.5 m 25 0.5 l S",
    b"/CS0 cs 1 0 .5 scn /P1 scn 0.5 0.5 /P2 scn scn 1 SC",
    b"BX T* f* W* n B* b* EX 1 1 d0 1 2 3 4 5 6 d1 /T BMC EMC",
]

STRANGE = [
    b"", b" \n\t", b"1 2 re 0 0 0 k 1 2 3 4 5 k", b"1e3 w", b"+5 w", b"--5 w", b"5-3 w",
    b"1.2.3 w", b"1..2 w", b". w", b"- w", b"99999999999 w", b"1000000001 w",
    b"-1000000000.5 0 m", b"1 w0 w", b"1w", b"q1 Q", b"qQ", b"q/A gs Q", b"/A/B gs", b"/A 1 gs",
    b"/A gs gs", b"/ gs", b"/A#20B gs", b"/\xe4 gs", b"1 /F1 Tf", b"/F1 Tf", b"/F1 1 2 Tf",
    b"<0> Tj", b"<00 41> Tj", b"<00", b"<00> <01> Tj", b"1 <00> Tj", b"(a) Tj", b"(a\\)b(c)) Tj",
    b"(", b"[<00> /A] TJ", b"[[<00>]] TJ", b"[<00>", b"<00>] TJ", b"[1-2] TJ", b"[1(a)2] TJ",
    b"[7 1 0 d", b"[7 1] d", b"7 0 d", b"% q\nQ", b"q % Q", b"q\x00Q", b"q\x0cQ", b"q\x0bQ",
    b"true w", b"null w", b"<</A 1>> gs", b"/T <</M 1>> BDC EMC", b"BX nothing EX q",
    b"nothing q", b"q\xff", b"BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI q", b'(a) \' 1 2 (b) "',
    b"d0 d1 1 1 d0", b"q 1 0 0 1 0 0 cm", b"1 2 3", b"/Name", b"[1 2]", b"q Q 1",
]  # fmt: skip
"""Streams that one reader may take otherwise than the other."""

ENDLESS = {
    "numbers": b"1 " * 300_000 + b"(",
    "numbers without an end": b"1 " * 300_000,
    "digits": b"1" * 600_000,
    "letters": b"a" * 600_000,
    "space": b" " * 600_000 + b"(",
    "hexadecimal digits": b"<" + b"a0" * 300_000,
    "strings": b"<00>" * 150_000,
    "a string in the way": b"[" + b"<00>1 " * 100_000 + b"(a)] TJ",
    "brackets": b"[" * 600_000,
    "names": b"/a " * 200_000,
    "slashes": b"/" * 600_000,
    "signs": b"-" * 600_000,
    "operators that are none": b"aa " * 200_000,
    "small instructions": b"".join(b"%d w " % number for number in range(100_000)),
}


def streams(pdf: Pdf) -> Iterator[pikepdf.Object]:
    for thing in pdf.objects:
        drawn = thing.get("/Subtype") == "/Form" if isinstance(thing, pikepdf.Stream) else False
        if drawn:
            yield thing
    for page in pdf.pages:
        if isinstance(page.obj.get("/Contents"), pikepdf.Stream):
            yield page.obj.Contents


def parsed(stream: pikepdf.Object) -> tuple[list[Operation], list[str]]:
    try:
        return operations(stream)
    except (PdfError, UserWarning) as fault:
        return [], [str(fault)]


@pytest.mark.parametrize("data", PLAIN)
def test_both_readers_say_the_same_of_plain_streams(data: bytes) -> None:
    with pikepdf.new() as pdf:
        assert (fast_operators.operations(data), []) == parsed(pdf.make_stream(data))


@pytest.mark.parametrize("data", STRANGE)
def test_a_strange_stream_is_left_to_the_parser_or_read_alike(data: bytes) -> None:
    with pikepdf.new() as pdf:
        found = fast_operators.operations(data)
        assert found is None or (found, []) == parsed(pdf.make_stream(data))


def _alike(pdf: Pdf) -> int:
    """Return how many streams are read in one stride; the parser says the same of them."""
    read = 0
    for stream in streams(pdf):
        data = deflated(stream, fast_operators.LONGEST)
        found = None if data is None else fast_operators.operations(data)
        if found is not None:
            assert (found, []) == parsed(stream)
            read += 1
    return read


def test_both_readers_say_the_same_of_faults() -> None:
    read = 0
    for row in FAULTS.values():
        with pikepdf.open(BytesIO(row.build())) as pdf:
            read += _alike(pdf)
    assert read > len(FAULTS)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("product", "size"), [("badges", "4x3in"), ("program", "half-letter"), ("signage", None)]
)
def test_both_readers_say_the_same_of_our_products(
    tmp_path_factory: pytest.TempPathFactory, product: str, size: str | None
) -> None:
    read = 0
    for path in made(tmp_path_factory, product, size).glob("*/*.pdf"):
        with pikepdf.open(path) as pdf:
            read += _alike(pdf)
    assert read


@pytest.mark.parametrize("kind", ENDLESS)
def test_no_stream_keeps_the_reader_busy(kind: str) -> None:
    begun = time.process_time()
    fast_operators.operations(ENDLESS[kind])
    assert time.process_time() - begun < 2  # a second for a megabyte; a square of it is hours


def test_only_whole_streams_are_taken_deflated() -> None:
    with pikepdf.open(BytesIO(good())) as pdf:
        data = b"0 0 9 9 re f " * 50
        pdf.pages[0].obj.Contents = pdf.make_stream(data)
        packed = saved(pdf)
    with pikepdf.open(BytesIO(packed)) as pdf:
        stream = pdf.pages[0].obj.Contents
        raw = stream.read_raw_bytes()
        assert stream.Filter == Name.FlateDecode
        assert deflated(stream, 10_000) == data
        assert deflated(stream, len(data) - 1) is None
        for wrong in (raw[:-1], raw + b"x", b"x" + raw, raw[: len(raw) // 2]):
            stream.write(wrong, filter=Name.FlateDecode)
            assert deflated(stream, 10_000) is None
        stream.write(raw, filter=Name.FlateDecode, decode_parms=pikepdf.Dictionary(Predictor=1))
        assert deflated(stream, 10_000) is None
        assert deflated(pikepdf.Dictionary(), 10_000) is None
