"""What a print edition says of itself: boxes, output intent, XMP and Info that agree."""

import dataclasses
import datetime as dt
import re
import subprocess
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pikepdf
import pypdfium2
import pytest

from mi_print.press.print_edition import print_edition, print_joined, print_part
from mi_print.press.profile import load
from mi_print.trade.shops import Mark, shops
from tests.press.paper import BADGE, TICKET, as_they_are, pages, printing, shop

SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
MADE = print_edition(pages(), printing(shop()), TICKET, as_they_are)
OFFICE = print_edition(pages(), printing(shop(name="office")), TICKET, as_they_are)


def packet(pdf: bytes) -> ET.Element:
    """Return the XMP as it stands in the file's bytes, which nothing may have compressed."""
    found = re.search(rb"<x:xmpmeta.*?</x:xmpmeta>", pdf, re.DOTALL)
    assert found
    return ET.fromstring(found[0])  # noqa: S314 - our own


def said(pdf: bytes, key: str) -> str | None:
    element = packet(pdf).find(f".//{key}", SPACES)
    return None if element is None else "".join(element.itertext())


def info(pdf: bytes) -> dict[str, str]:
    with pypdfium2.PdfDocument(pdf) as book:
        found: dict[str, str] = book.get_metadata_dict(skip_empty=True)
    return found


def test_it_is_pdf_x_4_by_both_its_records() -> None:
    assert said(MADE, "pdfxid:GTS_PDFXVersion") == "PDF/X-4"
    with pikepdf.open(BytesIO(MADE)) as book:
        assert str(book.docinfo["/GTS_PDFXVersion"]) == "PDF/X-4"
        assert book.docinfo["/Trapped"] == pikepdf.Name("/False")
        assert book.pdf_version == "1.6"
        assert len(book.trailer.ID) == 2
        assert not book.is_encrypted
        assert book.check_pdf_syntax() == []
    assert said(MADE, "pdf:Trapped") == "False"


def test_poppler_sees_it_so(tmp_path: Path) -> None:
    (tmp_path / "made.pdf").write_bytes(MADE)
    command = ["pdfinfo", "-box", str(tmp_path / "made.pdf")]
    run = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - a referee
    shown = dict(line.split(":", 1) for line in run.stdout.splitlines() if ":" in line)
    assert shown["PDF subtype"].strip() == "PDF/X-4"
    assert shown["PDF version"].strip() == "1.6"
    assert [float(edge) for edge in shown["TrimBox"].split()] == [8.5, 8.5, 296.5, 224.5]


@pytest.mark.parametrize("pdf", [MADE, OFFICE])
def test_xmp_and_info_agree(pdf: bytes) -> None:
    old = info(pdf)
    assert said(pdf, "dc:title") == old["Title"] == "A title & more"
    assert said(pdf, "dc:creator") == old["Author"] == "Us"
    assert said(pdf, "xmp:CreatorTool") == old["Creator"]
    assert said(pdf, "pdf:Producer") == old["Producer"]
    assert said(pdf, "dc:format") == "application/pdf"
    assert old["CreationDate"] == old["ModDate"] == "D:20251120000000+00'00'"
    for key in ("CreateDate", "ModifyDate", "MetadataDate"):
        assert said(pdf, f"xmp:{key}") == "2025-11-20T00:00:00+00:00"
    assert said(pdf, "xmpMM:VersionID") == "1"
    assert said(pdf, "xmpMM:RenditionClass") == "default"


def test_the_printing_condition_is_in_it() -> None:
    colour = shops()["generic-eu"].colour
    assert colour
    with pikepdf.open(BytesIO(MADE)) as book:
        (intent,) = book.Root.OutputIntents
        assert intent.S == "/GTS_PDFX"
        assert str(intent.OutputConditionIdentifier) == "FOGRA39"
        assert str(intent.RegistryName) == "http://www.color.org"
        assert str(intent.Info) == str(intent.OutputCondition) == "FOGRA39L Coated"
        assert intent.DestOutputProfile.N == 4
        assert intent.DestOutputProfile.read_bytes() == load(colour, Path()).data


def test_pages_blend_in_ink_and_have_nothing_else() -> None:
    with pikepdf.open(BytesIO(MADE)) as book:
        assert set(book.Root.keys()) == {"/Type", "/Pages", "/Metadata", "/OutputIntents"}
        for page in book.pages:
            assert page.obj.Group.CS == "/DeviceCMYK"
            assert not {"/Annots", "/StructParents", "/Rotate"} & set(page.obj.keys())


def test_an_office_printers_file_claims_no_standard() -> None:
    assert said(OFFICE, "pdfxid:GTS_PDFXVersion") is None
    with pikepdf.open(BytesIO(OFFICE)) as book:
        assert "/OutputIntents" not in book.Root
        assert "/GTS_PDFXVersion" not in book.docinfo
        assert "/Group" not in book.pages[0].obj


def test_the_same_pages_give_the_same_bytes_and_others_other_identifiers() -> None:
    again = print_edition(pages(), printing(shop()), TICKET, as_they_are)
    assert again == MADE
    other = print_edition(
        pages(art=b"1 0 0 0 k 0 0 9 9 re f"), printing(shop()), TICKET, as_they_are
    )
    for key in ("xmpMM:DocumentID", "xmpMM:InstanceID"):
        assert (said(MADE, key) or "").startswith("uuid:")
        assert said(MADE, key) != said(other, key)
    with pikepdf.open(BytesIO(MADE)) as one, pikepdf.open(BytesIO(other)) as two:
        assert bytes(one.trailer.ID[1]) != bytes(two.trailer.ID[1])


def test_another_date_is_another_file() -> None:
    zone = dt.timezone(dt.timedelta(hours=-3, minutes=-30))
    identity = dataclasses.replace(TICKET, date=dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=zone))
    later = print_edition(pages(), printing(shop()), identity, as_they_are)
    assert info(later)["CreationDate"] == "D:20260102030405-03'30'"
    assert said(later, "xmp:CreateDate") == "2026-01-02T03:04:05-03:30"
    assert said(later, "xmpMM:InstanceID") != said(MADE, "xmpMM:InstanceID")


def test_a_hostile_title_is_text() -> None:
    title = "</rdf:li><x>&\x0b\ufffe 研讨会"
    pdf = print_edition(pages(title=title), printing(shop()), TICKET, as_they_are)
    assert said(pdf, "dc:title") == info(pdf)["Title"] == "</rdf:li><x>& 研讨会"


def test_without_a_title_the_job_and_the_file_are_it() -> None:
    pdf = print_edition(pages(title=""), printing(shop()), TICKET, as_they_are)
    assert info(pdf)["Title"] == "Small Workshop: badges.pdf"


def test_pieces_joined_are_marked_as_a_whole() -> None:
    to = printing(shop(*Mark))
    pieces = [print_part(pages(count), to, as_they_are) for count in (2, 1)]
    with pikepdf.open(BytesIO(pieces[0])) as first, pikepdf.open(BytesIO(pieces[1])) as second:
        first.pages.extend(second.pages)
        buffer = BytesIO()
        first.save(buffer)
    with pypdfium2.PdfDocument(print_joined(buffer.getvalue(), to, TICKET)) as book:
        found = [page.get_textpage().get_text_range() for page in book]
    assert [f"page {number} of 3" in text for number, text in enumerate(found, 1)] == [True] * 3


@pytest.mark.parametrize("name", ["generic-eu", "generic-us", "saxoprint", "office"])
@pytest.mark.parametrize("marks", [(), tuple(Mark)])
def test_boxes_lie_in_each_other_exactly(name: str, marks: tuple[Mark, ...]) -> None:
    to = printing(shop(*marks, name=name))
    bleed, slug = to.shop.bleed, 24 if marks else 0
    width, height = BADGE
    with pypdfium2.PdfDocument(print_edition(pages(), to, TICKET, as_they_are)) as book:
        for page in book:
            media = page.get_mediabox(fallback_ok=False)
            assert media == page.get_cropbox(fallback_ok=False)
            whole_width, whole_height = width + 2 * (bleed + slug), height + 2 * (bleed + slug)
            assert media == pytest.approx((0, 0, whole_width, whole_height), abs=1e-3)
            bled = (slug, slug, whole_width - slug, whole_height - slug)
            assert page.get_bleedbox(fallback_ok=False) == pytest.approx(bled, abs=1e-3)
            start = slug + bleed
            trim = (start, start, start + width, start + height)
            assert page.get_trimbox(fallback_ok=False) == pytest.approx(trim, abs=1e-3)


def test_art_ends_with_the_bleed() -> None:
    to = printing(shop(Mark.SLUG))
    with pypdfium2.PdfDocument(print_edition(pages(), to, TICKET, as_they_are)) as book:
        drawn = book[0].render(scale=4).to_numpy()
    inked = (drawn.astype(int).max(axis=2) < 250) | (np.ptp(drawn, axis=2) > 20)
    column = np.flatnonzero(inked[inked.shape[0] // 2])
    assert column[0] / 4 == pytest.approx(24, abs=0.3)
    assert (column[-1] + 1) / 4 == pytest.approx(24 + BADGE[0] + 2 * to.shop.bleed, abs=0.3)
