"""Files of very many pages, read back by engines that did not write them."""

import subprocess
import zlib
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String

from mi_print.press.identify import identify
from mi_print.series.pdf.file_writer import FileWriter

BOXES = b"/MediaBox[0 0 100 80]/TrimBox[9 9 91 71]"


def written(pages: int, *, group: bool = True) -> bytes:
    """Return a file of pages, each with a square of its own over a shared form."""
    shared = pikepdf.new()
    form = shared.make_stream(b"0 0 0 0.5 k 20 20 60 40 re f")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 80])
    named = Dictionary({"/A B": String("(é)"), "/Half": 0.5, "/Yes": True})
    shared.Root.Odd = shared.make_indirect(named)
    identify(shared, "Many", "", datetime(2025, 12, 7, tzinfo=UTC), None)
    out = BytesIO()
    writer = FileWriter(out, BOXES, group=group)
    for number in range(pages):
        writer.page(zlib.compress(b"/M Do 0 0 0 1 k %d 10 1 1 re f" % (number % 90)))
    found = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    writer.finish(
        shared, {"/XObject": {"/M": shared.make_indirect(form)}}, found if group else None
    )
    return out.getvalue()


@pytest.mark.parametrize("pages", [1, 63, 64, 65, 199, 4_200])
def test_every_page_is_there_in_its_order(pages: int) -> None:
    with pikepdf.open(BytesIO(written(pages))) as book:
        assert book.check_pdf_syntax() == []
        assert len(book.pages) == pages
        for number in {0, pages // 2, pages - 1}:
            content = book.pages[number].obj.Contents.read_bytes()
            assert content.endswith(b" %d 10 1 1 re f" % (number % 90))
            assert str(book.pages[number].obj.Group.CS) == "/DeviceCMYK"


@pytest.mark.parametrize("data", [written(3), written(3, group=False)], ids=["group", "none"])
def test_what_is_listed_as_an_object_is_one(data: bytes) -> None:
    with pikepdf.open(BytesIO(data)) as book:
        packed = [thing for thing in book.objects if isinstance(thing, pikepdf.Stream)]
        packed = [thing for thing in packed if thing.get(Name.Type) == Name.ObjStm]
        assert packed
        for stream in packed:
            bodies = stream.read_bytes()[int(stream.First) :].split(b"\n")
            assert len(bodies) == int(stream.N)
            assert b"null" not in bodies


def test_other_engines_read_it(tmp_path: Path) -> None:
    path = tmp_path / "many.pdf"
    path.write_bytes(written(300))
    with pypdfium2.PdfDocument(path) as book:
        assert len(book) == 300
        assert book[299].get_trimbox() == (9, 9, 91, 71)
        assert book[150].render(scale=1).to_numpy().min() < 50
    said = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True, text=True)  # noqa: S603, S607 - a referee
    assert "Pages:           300" in said.stdout
    assert said.stderr == ""


def test_what_is_shared_is_copied_as_it_is() -> None:
    with pikepdf.open(BytesIO(written(3))) as book:
        odd = book.Root.Odd
        assert (str(odd["/A B"]), float(odd.Half), bool(odd.Yes)) == ("(é)", 0.5, True)
        assert str(book.docinfo.Title) == "Many"
        assert b"<x:xmpmeta" in book.Root.Metadata.read_raw_bytes()


def test_pages_without_a_group_have_none() -> None:
    with pikepdf.open(BytesIO(written(2, group=False))) as book:
        assert Name.Group not in book.pages[0].obj


def test_a_page_costs_little() -> None:
    each = (len(written(2_100)) - len(written(100))) / 2_000
    assert each < 180


def test_the_same_pages_give_the_same_bytes_and_others_another_name() -> None:
    assert written(70) == written(70)
    names = []
    for pages in (70, 71):
        with pikepdf.open(BytesIO(written(pages))) as book:
            names.append(bytes(book.trailer.ID[0]))
    assert names[0] != names[1]
